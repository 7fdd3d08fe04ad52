"""A repository whose configuration names programs wherever git runs any: `check --since` runs none."""

import os
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from cli.running import canonym, write
from repositories import git

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs are scripts of a shell")

HOOKS = (
    "post-index-change pre-auto-gc reference-transaction post-checkout pre-commit fsmonitor-watchman".split()
)
PROGRAMS = """\
core.fsmonitor core.sshCommand core.pager core.editor core.askPass core.gitProxy core.alternateRefsCommand
diff.external diff.trap.command diff.trap.textconv filter.trap.clean filter.trap.smudge filter.trap.process
merge.trap.driver credential.helper gpg.program pager.ls-files pager.ls-tree pager.cat-file pager.rev-parse
pager.merge-base sequence.editor interactive.diffFilter uploadpack.packObjectsHook
remote.origin.uploadpack remote.origin.receivepack remote.origin.proxy
alias.ls-files alias.cat-file
""".split()
TERMBASE = '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n'
DRAFTS = dict.fromkeys(("a.txt", "b.txt", "c.txt"), "Punjir then\n")


@pytest.fixture
def repository(tmp_path) -> Path:
    """A repository with a commit, and changes since in each way that makes git look at a file."""
    folder = write(tmp_path / "sent", {"termbase.toml": TERMBASE, **DRAFTS})
    git(folder, "init", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "first")
    (folder / "a.txt").write_text("Punjir then\nPunjir now\n")
    os.utime(folder / "b.txt", (2e9, 2e9))
    (folder / "c.txt").write_text("Punjir thus\n")
    git(folder, "add", "c.txt")
    (folder / "new.txt").write_text("Punjir\n")
    return folder


@pytest.fixture
def ran(tmp_path) -> Path:
    """What is there once any of the programs was run."""
    return tmp_path / "ran"


def trapped(repository: Path, ran: Path) -> str:
    """Have the configuration name one program everywhere; return the program."""
    trap = repository / "trap.sh"
    trap.write_text(f'#!/bin/sh\necho "$0 $*" >> "{ran}"\n')
    trap.chmod(0o755)
    for key in PROGRAMS:
        git(repository, "config", key, str(trap))
    git(repository, "config", "filter.trap.required", "true")
    git(repository, "config", "protocol.ext.allow", "always")
    hooks = repository / "hooks"
    hooks.mkdir()
    for place in (hooks, repository / ".git" / "hooks"):
        for hook in HOOKS:
            (place / hook).write_text(trap.read_text())
            (place / hook).chmod(0o755)
    git(repository, "config", "core.hooksPath", str(hooks))
    everything = "*.txt filter=trap diff=trap merge=trap ident text\n"
    (repository / ".gitattributes").write_text(everything)
    (repository / ".git" / "info" / "attributes").write_text(everything)
    ran.unlink(missing_ok=True)
    return str(trap)


def found(folder: Path, *arguments: str) -> set[str]:
    """The places of what is found."""
    done = canonym("check", "--format", "concise", *arguments, ".", cwd=folder)
    assert done.code == 1, done.err
    return {":".join(line.split(":")[:2]) for line in done.out.splitlines() if "deprecated-term" in line}


def test_the_trap_works(repository, ran):
    trapped(repository, ran)
    subprocess.run(["git", "diff", "--no-ext-diff", "HEAD"], cwd=repository, capture_output=True, check=False)
    assert ran.exists()


def test_nothing_is_run(repository, ran):
    plain = found(repository, "--since", "main")
    assert plain == {"a.txt:2", "c.txt:1", "new.txt:1"}
    trapped(repository, ran)
    assert found(repository, "--since", "main") == plain
    assert not ran.exists()


@pytest.mark.parametrize("url", ["ext::{trap} %S", "{trap}::x", "ssh://example.invalid/x", "{folder}"])
def test_nothing_is_fetched(repository, ran, tmp_path, url):
    trap = trapped(repository, ran)
    for key, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": url.format(trap=trap, folder=repository),
        "remote.origin.promisor": "true",
        "remote.origin.partialCloneFilter": "blob:none",
    }.items():
        git(repository, "config", key, value)
    for number in range(256):
        folder = repository / ".git" / "objects" / f"{number:02x}"
        for path in folder.glob("*") if folder.is_dir() else ():
            if is_blob(path):
                path.unlink()
    ran.unlink(missing_ok=True)
    done = canonym("check", "--since", "main", ".", cwd=repository)
    assert done.code == 2
    assert "has not the text that a draft had" in done.err
    assert "fetch without --filter first" in done.err
    assert not ran.exists()


def is_blob(path: Path) -> bool:
    return zlib.decompress(path.read_bytes()).startswith(b"blob")


def test_a_working_tree_elsewhere_is_reported_and_passes_nothing(repository, ran, tmp_path):
    trapped(repository, ran)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    git(repository, "config", "core.worktree", str(elsewhere))
    done = canonym("check", "--since", "main", ".", cwd=repository)
    assert done.code == 2
    assert not ran.exists()


def test_a_folder_that_only_looks_like_a_repository_is_not_asked(repository, ran, tmp_path):
    trap = trapped(repository, ran)
    inner = repository / "inner"
    git(repository, "init", "--bare", "inner")
    for key in ("core.fsmonitor", "core.sshCommand", "filter.trap.clean"):
        git(inner, "config", key, trap)
    (inner / "a.txt").write_text("Punjir\n")
    ran.unlink(missing_ok=True)
    done = canonym("check", "--since", "main", ".", cwd=inner)
    assert done.code != 0
    assert not ran.exists()
