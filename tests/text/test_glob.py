import re

import pytest
from hypothesis import example, given, settings
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
        ("a/.md", "a[!0-9].md", False),
        ("ab/c.md", "a**/c.md", True),
        ("ab.md", "a**/b.md", False),
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


def means(pattern: str, name: str) -> bool:
    """What a glob of keys means, said in the plainest way and slow; classes and ``a**.b`` are not in it."""
    if not pattern:
        return not name
    if pattern.startswith("**."):
        return means(pattern[3:], name) or any(
            means(pattern[3:], name[at + 1 :]) for at, sign in enumerate(name) if sign == "."
        )
    if pattern.startswith("**"):
        return any(means(pattern[2:], name[at:]) for at in range(len(name) + 1))
    if pattern.startswith("*"):
        first = name.partition(".")[0]
        return any(means(pattern[1:], name[at:]) for at in range(len(first) + 1))
    matches = name[:1] == pattern[0] or (pattern[0] == "?" and name[:1] not in ("", "."))
    return matches and means(pattern[1:], name[1:])


_PATTERNS = st.lists(st.sampled_from(["a", "b", ".", "?", "*", "**", ".**."]), max_size=9).map("".join)


@given(
    _PATTERNS.filter(lambda one: re.search(r"[^.*]\*\*\.|\*\*\*", one) is None), st.text("ab.", max_size=9)
)
@settings(max_examples=500)
@example("**a*b", "x.ac.a_b")
@example("**.a*b", "ac.ab")
@example("a*.b*b", "ab.bab")
def test_the_first_place_is_as_good_as_any(pattern: str, name: str) -> None:
    assert matches_key(name, pattern) is means(pattern, name)


@pytest.mark.parametrize("piece", ["*", "a*", "*a", "**", "**/a/", "a**", "?*", "[!b]*", "**/", "*/"])
def test_thousands_of_stars_end(piece: str) -> None:
    for path in ("a" * 200, "/".join("a" * 100), "ab" * 100):
        assert not matches_path(path, piece * 3000 + "c")
        assert not matches_key(path.replace("/", "."), piece.replace("/", ".") * 3000 + "c")


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
