"""Which files people mean by files, directories and globs."""

import os
import sys
from pathlib import Path

import pytest

from canonym.project.files.find_files import find_files

SUFFIXES = (".txt", ".md")
links = pytest.mark.skipif(sys.platform == "win32", reason="making links needs a privilege there")


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """Makes files, an empty one or one with text each, and makes their directory the current one."""

    def make(*names, **texts):
        for name in (*names, *texts):
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(texts.get(name, ""), encoding="utf-8")
        return tmp_path

    monkeypatch.chdir(tmp_path)
    return make


def found(*paths, **options):
    """The files found and the problems met, both as text with slashes."""
    problems = []
    options = {"suffixes": SUFFIXES, **options}
    files = [p.as_posix() for p in find_files(map(Path, paths), report=problems.append, **options)]
    return files, [f"{p.path.as_posix()}: {p.message}" for p in problems]


def test_hidden_files_and_unknown_suffixes_are_left_out(tree):
    tree("a/.git/x.txt", "a/.x.txt", "a/photo.png", "a/b.MD", "a/c/d.txt", "a/a.txt")
    assert found("a") == (["a/a.txt", "a/b.MD", "a/c/d.txt"], [])


def test_what_is_named_is_taken(tree):
    tree(".x.txt", "photo.png", **{".gitignore": "*\n"})
    assert found("photo.png", ".x.txt", exclude=["*"]) == (["photo.png", ".x.txt"], [])


def test_each_file_comes_once(tree):
    tree("a/x.txt", "a/y.txt")
    assert found("a/y.txt", "a", "./a", "a/*.txt") == (["a/y.txt", "a/x.txt"], [])


def test_a_file_with_signs_of_a_glob_in_its_name(tree):
    tree("[draft].md")
    assert found("[draft].md") == (["[draft].md"], [])


def test_git_decides_at_every_level(tree):
    tree(
        "a/one.txt", "a/keep.txt", "a/out/x.txt", "a/b/keep.txt", "a/b/x.md",
        **{".gitignore": "*.txt\n!keep.txt\nout/\n", "a/b/.gitignore": "keep.txt\n!x.md\n"},
    )  # fmt: skip
    (Path(".git")).mkdir()
    assert found(".") == (["a/b/x.md", "a/keep.txt"], [])
    assert found("a") == (["a/b/x.md", "a/keep.txt"], [])


def test_outside_a_repository_the_directories_above_say_nothing(tree):
    tree("a/x.txt", **{".gitignore": "*.txt\n"})
    assert found("a") == (["a/x.txt"], [])


def test_a_repository_ends_where_another_begins(tree):
    tree("inner/x.txt", "inner/.git/config", ".git/config", **{".gitignore": "*.txt\n"})
    assert found("inner") == (["inner/x.txt"], [])


def test_an_ignored_directory_that_is_named_is_read(tree):
    tree("corpus/x.txt", "corpus/y/z.txt", ".git/config", **{".gitignore": "corpus/\n"})
    assert found(".") == ([], [])
    assert found("corpus") == (["corpus/x.txt", "corpus/y/z.txt"], [])


def test_a_pattern_that_git_cannot_read_is_passed_over(tree):
    tree("a/x.txt", "a/y.txt", **{"a/.gitignore": "!\n\\\n[[z]]\ny.txt\n"})
    assert found("a") == (["a/x.txt"], [])


def test_settings_exclude_relative_to_their_root(tree):
    root = tree("a/old/x.txt", "a/y.txt", "old/z.txt")
    assert found(".", exclude=["/a/old/"], root=root) == (["a/y.txt", "old/z.txt"], [])
    assert found("a", exclude=["old/"], root=root) == (["a/y.txt"], [])


def test_other_files_are_taken_on_request(tree):
    tree("a/x.news", "a/y.txt")
    assert found("a", also=lambda path: path.endswith("/a/x.news")) == (["a/x.news", "a/y.txt"], [])


@pytest.mark.parametrize(
    ("glob", "files"),
    [
        ("a/*.txt", ["a/x.txt"]),
        ("a/**/*.txt", ["a/b/y.txt", "a/x.txt"]),
        ("a/*.news", ["a/z.news"]),
        ("a/b/?.txt", ["a/b/y.txt"]),
        ("a/[xy].txt", ["a/x.txt"]),
        ("*/b/y.*", ["a/b/y.txt"]),
        ("a/*", ["a/b/y.txt", "a/x.txt"]),
    ],
)
def test_globs(tree, glob, files):
    tree("a/x.txt", "a/b/y.txt", "a/z.news", "a/.h.txt")
    assert found(glob) == (files, [])
    assert found(Path(glob).absolute()) == ([Path(f).absolute().as_posix() for f in files], [])


def test_what_is_not_there_is_reported_and_not_fatal(tree):
    tree("a.txt")
    files, problems = found("gone", "*.md", "a.txt", "nowhere/*.txt")
    assert files == ["a.txt"]
    assert problems[:2] == ["gone: does not exist", "*.md: matches no file"]
    assert problems[2].startswith("nowhere: cannot be read: ")


@links
def test_links_lead_to_files_but_never_round_in_circles(tree):
    root = tree("a/x.txt", "real.txt")
    (root / "a/up").symlink_to("..")
    (root / "a/self").symlink_to("self")
    (root / "a/l.txt").symlink_to("../real.txt")
    (root / "a/loop1.txt").symlink_to("loop2.txt")
    (root / "a/loop2.txt").symlink_to("loop1.txt")
    (root / "a/nothing.md").symlink_to("nowhere")
    assert found("a") == (
        ["a/l.txt", "a/x.txt"],
        [f"a/{name}: is a link to nothing" for name in ("loop1.txt", "loop2.txt", "nothing.md")],
    )
    assert found("a/up/a/x.txt", "a/loop1.txt") == (
        ["a/up/a/x.txt"],
        ["a/loop1.txt: is a link to nothing"],
    )


@links
def test_a_linked_directory_that_is_named_is_read(tree):
    root = tree("a/x.txt")
    (root / "b").symlink_to("a", target_is_directory=True)
    assert found("b") == (["b/x.txt"], [])


def test_a_directory_that_vanishes_on_the_way(tree):
    tree("a/b/x.txt", "a/c/y.txt", "a/a.txt")
    problems = []
    files = find_files([Path("a")], suffixes=SUFFIXES, report=problems.append)
    assert next(files) == Path("a/a.txt")
    Path("a/b/x.txt").unlink()
    Path("a/b").rmdir()
    assert list(files) == [Path("a/c/y.txt")]
    assert [p.path for p in problems] == [Path("a/b")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_directory_that_may_not_be_read(tree):
    tree("a/b/x.txt", "a/c/y.txt")
    Path("a/b").chmod(0)
    try:
        assert found("a") == (["a/c/y.txt"], ["a/b: cannot be read: permission denied"])
    finally:
        Path("a/b").chmod(0o755)
