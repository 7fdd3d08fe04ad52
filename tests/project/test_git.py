"""Which lines changed, asked of a real git in a real repository."""

import os
import subprocess
from pathlib import Path

import pytest

from canonym.project.git import GitError, changed_lines, parse_diff

FIRST = "one\ntwo\nthree\nfour\nfive\n"


def git(where: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", *identity, *arguments], cwd=where, env=environment, check=True, capture_output=True
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit of ``a.txt`` on the branch main."""
    git(tmp_path, "init", "-b", "main")
    (tmp_path / "a.txt").write_bytes(FIRST.encode())
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "first")
    return tmp_path.resolve()


def lines_of(repository: Path, revision: str = "main") -> dict[str, list[int] | None]:
    """Changed lines from 0 by name."""
    changed = changed_lines(repository, revision)
    return {
        path.relative_to(repository).as_posix(): None
        if lines is None
        else [n for span in lines for n in span]
        for path, lines in changed.items()
    }


def test_nothing_changed(repository: Path) -> None:
    assert lines_of(repository) == {}


def test_a_changed_an_added_and_a_removed_line(repository: Path) -> None:
    (repository / "a.txt").write_text("one\nTWO\nthree\nfive\nsix\n")
    assert lines_of(repository) == {"a.txt": [1, 4]}


def test_a_new_file_counts_whole_and_an_ignored_one_not(repository: Path) -> None:
    (repository / ".gitignore").write_text("*.log\n")
    (repository / "b.txt").write_text("x\n")
    (repository / "c.log").write_text("x\n")
    assert lines_of(repository) == {".gitignore": None, "b.txt": None}


def test_staged_and_committed_changes_count_alike(repository: Path) -> None:
    git(repository, "checkout", "-b", "topic")
    (repository / "a.txt").write_text(FIRST + "six\n")
    git(repository, "commit", "-am", "second")
    (repository / "b.txt").write_text("x\ny\n")
    git(repository, "add", "b.txt")
    assert lines_of(repository) == {"a.txt": [5], "b.txt": [0, 1]}


def test_what_main_changed_meanwhile_is_not_ours(repository: Path) -> None:
    git(repository, "checkout", "-b", "topic")
    git(repository, "checkout", "main")
    (repository / "a.txt").write_text("ONE\n" + FIRST)
    git(repository, "commit", "-am", "on main")
    git(repository, "checkout", "topic")
    (repository / "b.txt").write_text("x\n")
    assert lines_of(repository) == {"b.txt": None}


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
    assert lines_of(repository) == {name: [5, 6]}


def test_a_removed_line_that_looks_like_a_header(repository: Path) -> None:
    (repository / "a.txt").write_text("-- a/x\n++ b/x\n" + FIRST)
    git(repository, "commit", "-am", "odd")
    (repository / "a.txt").write_text(FIRST + "six\n")
    assert lines_of(repository) == {"a.txt": [5]}


def test_no_line_end_at_the_end(repository: Path) -> None:
    (repository / "a.txt").write_text(FIRST + "six")
    assert lines_of(repository) == {"a.txt": [5]}


def test_a_directory_below_the_root(repository: Path) -> None:
    below = repository / "below"
    below.mkdir()
    (repository / "a.txt").write_text(FIRST + "six\n")
    (below / "b.txt").write_text("x\n")
    assert {path.name for path in changed_lines(below, "main")} == {"a.txt", "b.txt"}


def test_nothing_that_the_repository_configures_is_run(repository: Path) -> None:
    marker = repository / "ran"
    command = f"touch {marker.as_posix()}"
    for key in ("diff.external", "core.fsmonitor", "diff.x.textconv", "diff.x.command"):
        git(repository, "config", key, command)
    (repository / ".git" / "info" / "attributes").write_text("*.txt diff=x\n")
    (repository / "a.txt").write_text(FIRST + "six\n")
    assert lines_of(repository) == {"a.txt": [5]}
    assert not marker.exists()


@pytest.mark.parametrize("revision", ["no-such", "", "--output=x", "main --"])
def test_an_unknown_revision_is_named(repository: Path, revision: str) -> None:
    with pytest.raises(GitError, match="git: knows no revision") as refused:
        changed_lines(repository, revision)
    assert repr(revision) in str(refused.value)
    assert not (repository / "x").exists()


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="not a git repository"):
        changed_lines(tmp_path, "main")


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    with pytest.raises(GitError, match="git: is not installed"):
        changed_lines(repository, "main")


def test_a_deleted_file_has_no_lines() -> None:
    diff = b"--- a/x\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a\n-b\n--- a/y\n+++ b/y\n@@ -0,0 +1 @@\n+c\n"
    assert list(parse_diff(diff)) == [("y", (range(1),))]
