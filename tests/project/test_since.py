"""Which lines changed, asked of a real git in a real repository."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from canonym.project.git.git import GitError
from canonym.project.git.since import Since
from repositories import git

FIRST = "one\ntwo\nthree\nfour\nfive\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit of ``a.txt`` on the branch main."""
    git(tmp_path, "init", "-b", "main")
    (tmp_path / "a.txt").write_bytes(FIRST.encode())
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "first")
    return tmp_path.resolve()


def lines_of(repository: Path, *names: str, revision: str = "main") -> dict[str, list[int] | None]:
    """Changed lines from 0 by name; of all files when none is named."""
    found = (path for path in sorted(repository.rglob("*")) if path.is_file() and ".git" not in path.parts)
    paths = [repository / name for name in names] or list(found)
    lines = Since(repository, revision).lines(dict.fromkeys(paths))
    return {
        path.relative_to(repository).as_posix(): None if some is None else [n for span in some for n in span]
        for path, some in lines.items()
    }


def test_nothing_changed(repository: Path) -> None:
    assert lines_of(repository) == {"a.txt": []}


def test_a_changed_an_added_and_a_removed_line(repository: Path) -> None:
    (repository / "a.txt").write_text("one\nTWO\nthree\nfive\nsix\n")
    assert lines_of(repository) == {"a.txt": [1, 4]}


def test_a_new_file_counts_whole_and_an_ignored_one_not(repository: Path) -> None:
    (repository / ".gitignore").write_text("*.log\n")
    (repository / "b.txt").write_text("x\n")
    (repository / "c.log").write_text("x\n")
    assert lines_of(repository) == {".gitignore": None, "a.txt": [], "b.txt": None, "c.log": []}


def test_staged_and_committed_changes_count_alike(repository: Path) -> None:
    git(repository, "checkout", "-b", "topic")
    (repository / "a.txt").write_text(FIRST + "six\n")
    git(repository, "commit", "-am", "second")
    (repository / "b.txt").write_text("x\ny\n")
    git(repository, "add", "b.txt")
    assert lines_of(repository) == {"a.txt": [5], "b.txt": None}


def test_what_main_changed_meanwhile_is_not_ours(repository: Path) -> None:
    git(repository, "checkout", "-b", "topic")
    git(repository, "checkout", "main")
    (repository / "a.txt").write_text("ONE\n" + FIRST)
    git(repository, "commit", "-am", "on main")
    git(repository, "checkout", "topic")
    (repository / "b.txt").write_text("x\n")
    assert lines_of(repository) == {"a.txt": [], "b.txt": None}


@pytest.mark.parametrize(
    "name", ["with space.txt", "über.txt", "tab\there.txt", 'quo"te.txt', "-dash.txt", "b/+++ x.txt"]
)
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_odd_names(repository: Path, name: str) -> None:
    file = repository / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(FIRST)
    git(repository, "add", ".")
    git(repository, "commit", "-m", "odd")
    file.write_text(FIRST + "++ b/looks like a header\n@@ -1 +1 @@\n")
    assert lines_of(repository, name) == {name: [5, 6]}


def test_no_line_end_at_the_end(repository: Path) -> None:
    (repository / "a.txt").write_text(FIRST + "six")
    assert lines_of(repository) == {"a.txt": [5]}


def test_a_directory_below_the_root(repository: Path) -> None:
    below = repository / "below"
    below.mkdir()
    (repository / "a.txt").write_text(FIRST + "six\n")
    (below / "b.txt").write_text("x\n")
    drafts = dict.fromkeys([repository / "a.txt", below / "b.txt"])
    assert list(Since(below, "main").lines(drafts).values()) == [(range(5, 6),), None]


@pytest.mark.parametrize("revision", ["no-such", "", "--output=x", "main --"])
def test_an_unknown_revision_is_named(repository: Path, revision: str) -> None:
    with pytest.raises(GitError, match="git: knows no revision") as refused:
        Since(repository, revision)
    assert repr(revision) in str(refused.value)
    assert not (repository / "x").exists()


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="not a git repository"):
        Since(tmp_path, "main")


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    with pytest.raises(GitError, match="git: is not installed"):
        Since(repository, "main")


def test_what_is_not_on_disk_is_compared_as_given(repository: Path) -> None:
    path = repository / "a.txt"
    assert Since(repository, "main").lines({path: FIRST.encode() + b"six\n"}) == {path: (range(5, 6),)}


def test_a_link_is_followed_to_its_file(repository: Path) -> None:
    (repository / "link.txt").symlink_to("a.txt")
    (repository / "a.txt").write_text(FIRST + "six\n")
    assert lines_of(repository, "link.txt") == {"link.txt": [5]}


def test_what_became_a_file_only_now_counts_whole(repository: Path) -> None:
    (repository / "b.txt").symlink_to("a.txt")
    git(repository, "add", ".")
    git(repository, "commit", "-m", "link")
    (repository / "b.txt").unlink()
    (repository / "b.txt").write_text(FIRST)
    assert lines_of(repository, "b.txt") == {"b.txt": None}


def test_a_file_outside_has_no_changed_lines(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "a.txt"
    outside.write_text(FIRST)
    assert Since(repository, "main").lines({outside: None}) == {outside: ()}


def test_what_cannot_be_read_as_text_counts_whole(repository: Path) -> None:
    (repository / "b.txt").write_bytes(b"\0\1\2" * 100)
    git(repository, "add", ".")
    git(repository, "commit", "-m", "no text")
    (repository / "b.txt").write_text(FIRST)
    assert lines_of(repository, "b.txt") == {"b.txt": None}


def test_ids_may_be_longer(tmp_path: Path) -> None:
    git(tmp_path, "init", "-b", "main", "--object-format=sha256")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(FIRST)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "first")
    (tmp_path / "b.txt").write_text(FIRST + "six\n")
    assert lines_of(tmp_path) == {"a.txt": [], "b.txt": [5]}


def committed(repository: Path, attributes: str, text: str) -> Path:
    """Commit a draft under the given attributes, and have git write it again as these demand."""
    draft = repository / "b.txt"
    (repository / ".gitattributes").write_text(f"b.txt {attributes}\n")
    draft.write_bytes(text.encode("utf-16" if "UTF-16" in attributes else "utf-8"))
    git(repository, "add", ".")
    git(repository, "commit", "-m", attributes)
    draft.unlink()
    git(repository, "checkout", "b.txt")
    return draft


@pytest.mark.parametrize(
    ("attributes", "encoding"),
    [("text eol=crlf", "utf-8"), ("ident", "utf-8"), ("text working-tree-encoding=UTF-16", "utf-16")],
)
def test_it_does_not_matter_how_git_writes_a_text(repository: Path, attributes: str, encoding: str) -> None:
    text = "$Id$\nElf Männer\nzwölf\n"
    draft = committed(repository, attributes, text)
    written = draft.read_bytes()
    assert written != text.encode()
    assert lines_of(repository, "b.txt") == {"b.txt": []}
    changed = written.decode(encoding).replace("zw", "Zw")
    draft.write_bytes(changed.encode(encoding))
    assert lines_of(repository, "b.txt") == {"b.txt": [2]}


def test_a_draft_in_large_file_storage_is_known_by_its_pointer(repository: Path) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 24\n"
    (repository / "b.txt").write_text(pointer.format(sha256(FIRST.encode()).hexdigest()))
    git(repository, "add", ".")
    git(repository, "commit", "-m", "pointer")
    (repository / "b.txt").write_text(FIRST)
    assert lines_of(repository, "b.txt") == {"b.txt": []}
    (repository / "b.txt").write_text(FIRST + "six\n")
    assert lines_of(repository, "b.txt") == {"b.txt": None}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_program_that_lies_among_the_drafts_is_not_run(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "git").write_text(f"#!/bin/sh\ntouch {repository / 'ran'}\n")
    (repository / "git").chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", os.environ["PATH"]]))
    monkeypatch.chdir(repository)
    assert lines_of(repository, "a.txt") == {"a.txt": []}
    assert not (repository / "ran").exists()
