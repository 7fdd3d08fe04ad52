"""Calls git in a way that runs no program of the repository.

A configuration may name programs for nearly everything: filters, drivers of ``diff``, monitors, hooks,
helpers of remotes. So git is only asked for revisions, lists of files, and objects in their stored form.
"""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from canonym.project.files.text_files import LIMIT
from canonym.termbase.errors import SourceError
from canonym.text.values import NamedTuple

_TIMEOUT = 120
_NOTHING_RUNS = (
    "--no-pager",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "safe.bareRepository=explicit"),  # a folder among the drafts may look like a repository
)
_NOTHING_FETCHED = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0"}
"""A partial clone would fetch missing objects by any program of a remote. Old gits need the second."""
_FILES = (b"100644", b"100755")


class GitError(SourceError):
    """Git is missing or refuses. The message says which, and what to do."""


def files_of(root: Path, commit: str) -> Mapping[str, str]:
    """Return the files of a commit with the ids of their content, without links and submodules."""
    files = {}
    for entry in _git(root, "ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0"):
        about, _, name = entry.partition(b"\t")
        if name and about.split()[0] in _FILES:
            files[os.fsdecode(name)] = about.split()[2].decode("ascii")
    return files


def present_files(top: Path) -> frozenset[str]:
    """Return the files of a working tree that git tracks or does not ignore."""
    listed = _git(top, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    return frozenset(os.fsdecode(name) for name in listed.split(b"\0") if name)


class _Stored(NamedTuple):
    id: str
    size: int


def contents(root: Path, ids: Sequence[str]) -> Mapping[str, bytes]:
    """Return the content of objects. Objects that are too large for a text are left out.

    Raises:
        GitError: An object is missing.
    """
    small = [one.id for one in _sizes(root, ids) if one.size <= LIMIT]
    data = _git(root, "cat-file", "--batch", given=_listed(small))
    found, place = {}, 0
    for name in small:
        start = data.index(b"\n", place) + 1
        size = int(data[place : start - 1].split()[2])
        found[name] = data[start : start + size]
        place = start + size + 1
    return found


def _sizes(root: Path, ids: Sequence[str]) -> Iterator[_Stored]:
    try:
        sizes = _git(root, "cat-file", "--batch-check", given=_listed(ids))
    except GitError as error:
        raise _lacking(error.message) from error
    for line in sizes.splitlines():
        name, kind, *size = line.split()
        if kind != b"blob":
            raise _lacking(line.decode("ascii", "replace"))
        yield _Stored(name.decode("ascii"), int(size[0]))


def _listed(ids: Sequence[str]) -> bytes:
    return "".join(f"{name}\n" for name in ids).encode("ascii")


def _lacking(said: str) -> GitError:
    remedy = "this clone is partial, and nothing is fetched here; fetch without --filter first"
    return GitError("git", 0, "", f"has not the text that a draft had ({said}); {remedy}")


def top(root: Path) -> Path:
    """Return the root of the working tree, with links followed.

    Raises:
        GitError: There is none, or ``root`` is outside of it.
    """
    try:
        found = Path(os.fsdecode(_git(root, "rev-parse", "--show-toplevel").rstrip(b"\r\n"))).resolve()
    except GitError as error:
        raise GitError("git", 0, "", f"{error.message}; run this where git keeps the drafts") from error
    if not root.resolve().is_relative_to(found):
        raise GitError(
            "git", 0, "", f"says that the working tree is {found}, and the drafts are not in there"
        )
    return found


def merge_base(root: Path, revision: str) -> str:
    """Return the commit where this branch left ``revision``; ``revision`` itself if they share none.

    Raises:
        GitError: There is no such revision.
    """
    try:
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitError as error:
        remedy = "in a shallow clone, fetch its history first"
        raise GitError("git", 0, "", f"knows no revision {revision!r}; {remedy}") from error
    named = commit.decode("ascii").strip()
    try:
        return _git(root, "merge-base", named, "HEAD").decode("ascii").strip()
    except GitError:
        return named


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Run git in a way that runs no other program."""
    command = [_program(), *_NOTHING_RUNS, *arguments]
    environment = {**os.environ, **_NOTHING_FETCHED, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603  a fixed program, and no shell sees the arguments
            command,
            cwd=root,
            env=environment,
            input=given,
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
        )
    except FileNotFoundError as error:
        raise GitError("git", 0, "", "is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise GitError("git", 0, "", f"took more than {_TIMEOUT} seconds") from error
    if done.returncode:
        raise GitError("git", 0, "", done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def _program() -> str:
    """Return the full path of git: Windows would prefer a ``git.exe`` among the drafts.

    Raises:
        GitError: Git is not installed.
    """
    name = "git.exe" if os.name == "nt" else "git"
    for folder in map(Path, os.get_exec_path()):
        if folder.is_absolute() and os.access(folder / name, os.X_OK) and (folder / name).is_file():
            return str(folder / name)
    raise GitError("git", 0, "", "is not installed")
