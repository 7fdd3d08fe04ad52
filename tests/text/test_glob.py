import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.text.glob import literal, matches_key, matches_path


@pytest.mark.parametrize(
    ("path", "pattern", "matches"),
    [
        ("a.md", "b.md", False),
        ("drafts/a.md", "*.txt", False),
        ("drafts/old/a.md", "drafts/*.md", False),
        ("my/drafts/a.md", "drafts/a.md", False),
        ("aXmd", "a.md", False),
        ("a.md", "a.md", True),
        ("drafts/a.md", "*.md", True),
        ("drafts/old/a.md", "drafts/**/*.md", True),
        ("drafts/a.md", "drafts/**/*.md", True),
        ("drafts/old/a.md", "drafts/", True),
        ("drafts/old/a.md", "drafts", True),
        ("drafts/old/a.md", "/drafts/old", True),
        ("drafts\\a.md", "drafts/*.md", True),
        ("./drafts/a.md", "./drafts/?.md", True),
        ("a1.md", "a[0-9].md", True),
        ("ax.md", "a[!0-9].md", True),
        ("a[.md", "a[.md", True),
        ("ax.md", "a[z-a].md", False),
        ("ax.md", "a[!z-a].md", True),
        ("az.md", "a[z-az].md", True),
    ],
)
def test_paths(path: str, pattern: str, matches: bool) -> None:
    assert matches_path(path, pattern) is matches


@pytest.mark.parametrize(
    ("key", "pattern", "matches"),
    [
        ("articles.0.title", "title", False),
        ("articles.0.title", "articles.*", False),
        ("title", "title", True),
        ("articles.0.title", "articles.*.title", True),
        ("articles.0.title", "**.title", True),
        ("title", "**.title", True),
        ("articles.0.title", "**", True),
        ("a/b", "*", True),
    ],
)
def test_keys(key: str, pattern: str, matches: bool) -> None:
    assert matches_key(key, pattern) is matches


_NAMES = st.text("*?[]!-ab", min_size=1)


@given(_NAMES, _NAMES, _NAMES)
def test_a_literal_pattern_means_one_document(folder: str, name: str, other: str) -> None:
    for path in (name, f"{folder}/{name}"):
        assert matches_path(path, literal(path))
        assert matches_path(other, literal(path)) is (other == path)
        assert not matches_path(f"elsewhere/{path}", literal(path))


@given(st.text(), st.text("*?[]!-ab./\\"))
def test_any_pattern_is_a_pattern(name: str, pattern: str) -> None:
    assert isinstance(matches_path(name, pattern), bool)
    assert isinstance(matches_key(name, pattern), bool)
