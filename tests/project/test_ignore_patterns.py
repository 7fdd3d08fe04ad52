"""What patterns of ``.gitignore`` mean: what they mean to git itself, and soon."""

import re
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from canonym.project.files.find_files import find_files
from canonym.project.files.ignore_patterns import read_patterns
from canonym.project.files.ignored_files import matcher
from repositories import git

FOLDERS = ("a", "b", "ab", "a/a", "a/b", "a/a/b", "b/ab/a")
FILES = ("b", "a b", "aab", "a-", "]a", "a\\b", "#a", "!b", "a ", "b\t", "c\x0ca", "a^Z1")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("repository")
    git(root, "init", "-q")
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True, exist_ok=True)
    for folder, name in product(("", *FOLDERS), FILES):
        if not (root / folder / name).is_dir():
            (root / folder / name).touch()
    return root


def read_by_git(root: Path) -> list[str]:
    names = git(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    return sorted(name for name in names if name and not name.endswith(".gitignore"))


def read_by_us(root: Path) -> list[str]:
    problems: list[object] = []
    files = find_files([root], report=problems.append)
    assert not problems
    return sorted(path.relative_to(root).as_posix() for path in files)


SIGNS = [
    "a",
    "b",
    "ab",
    "/",
    "*",
    "**",
    "/**",
    "**/",
    "***",
    "?",
    "[",
    "]",
    "[!",
    "[^",
    "[[:alpha:]",
    "[a-b]",
]
MORE = ["-", "\\", "\\*", "\\/", " ", "!", "#", "\t", "\r", "\x0c", "[:", ":]", "[]a]", "[a-", "Z", "[[:x:]]"]
PIECES = st.lists(st.sampled_from(SIGNS), max_size=6) | st.lists(st.sampled_from(SIGNS + MORE), max_size=6)
ASTRAY = re.compile(r"[^*?\[\\]*[^/*?\[\\]\*\*")
"""``ab**/c``: git cuts off what has no star before it looks how the stars stand, against its own manual."""
LINE = st.builds("{}{}".format, st.sampled_from(["", "", "!", "/"]), PIECES.map("".join))
LINES = st.lists(LINE.filter(lambda line: not ASTRAY.match(line)), max_size=4)


@given(LINES, LINES)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(["a/", "!a/a/"], [])
@example(["*", "!*/", "!b"], ["b"])
@example(["a**b", "a/**", "!a/**/b", "**/ab/**/a"], [])
@example(["[]-a]a", "[a-]-", "[!a]a", "[^]b]?", "[[:upper:]a", "a[z-^]*"], [])
@example(["a\\ ", "\\!b", "\\#a", "b\t", "a\\\\b", "a b   "], [])
@example(["c\x0ca", "b\r", "\\"], ["!b", "!a/"])
def test_git_reads_the_same_files(repository: Path, lines: list[str], inner: list[str]) -> None:
    for folder, written in (("", lines), ("a", inner)):
        (repository / folder / ".gitignore").write_bytes("\n".join(written).encode())
    assert read_by_us(repository) == read_by_git(repository), (lines, inner)


@pytest.mark.parametrize(
    ("path", "pattern", "ignored"),
    [
        ("drafts/a.txt", "*.md", False),
        ("drafts/a.txt", "/a.txt", False),
        ("drafts", "drafts/", False),
        ("drafts/old/a.txt", "drafts/*.txt", False),
        ("../a.md", "/a.md", False),
        ("drafts/a.txt", "*.txt", True),
        ("drafts/a.txt", "drafts/", True),
        ("drafts/old/a.txt", "drafts/*", True),
        ("drafts/old/a.txt", "**/old", True),
        ("../a.md", "*.md", True),
        ("é.md", "?.md", True),
        ("é.md", "[è-ê].md", True),
    ],
)
def test_what_lies_in_a_directory_goes_with_it(
    tmp_path: Path, path: str, pattern: str, ignored: bool
) -> None:
    assert matcher([pattern], tmp_path)(f"{tmp_path.as_posix()}/{path}") is ignored


def test_a_pattern_takes_back_what_those_before_it_say(tmp_path: Path) -> None:
    matches = matcher(["*.txt", "!keep.txt", "old/", "!old/keep.txt"], tmp_path)
    names = ("a.txt", "keep.txt", "old/keep.txt")
    assert [matches(f"{tmp_path.as_posix()}/{name}") for name in names] == [True, False, True]


@given(st.text("*?[]!-ab./\\^:&|~ ") | st.text(), st.text("ab/-]"))
def test_any_line_is_a_pattern_or_none(line: str, path: str) -> None:
    assert {one.matches(path) for one in read_patterns([line])} <= {True, False}


LONG = ["a" * 4_000, "/".join("a" * 2_000), "/".join(["a" * 200] * 20), "ab" * 2_000]
STARS = ["a*", "*a", "*", "?*", "**", "**/", "**/a*/", "*/", "a**", "[ab]*", "[!b]*", "**/*a", "\\a*"]


@pytest.mark.parametrize("piece", STARS)
@pytest.mark.parametrize("path", LONG, ids=["one", "many", "twenty", "other"])
def test_thousands_of_stars_end(piece: str, path: str) -> None:
    for count in (12, 1_000):
        (pattern,) = read_patterns([f"/{piece * count}c"])
        assert not pattern.matches(path)


@pytest.mark.parametrize("piece", STARS)
def test_no_pattern_holds_up_a_check(tmp_path: Path, piece: str) -> None:
    folder = tmp_path / "/".join("a" * 50) / ("a" * 250)
    folder.mkdir(parents=True)
    (folder / "a.txt").touch()
    patterns = [f"{piece * 50}c", f"/{piece * 50}c"]
    (tmp_path / ".gitignore").write_text("\n".join(patterns), encoding="utf-8")
    named, problems = [tmp_path, tmp_path / f"{piece * 20}a.txt"], []
    found = find_files(named, exclude=patterns, root=tmp_path, report=problems.append)
    assert set(found) <= {folder / "a.txt"}
