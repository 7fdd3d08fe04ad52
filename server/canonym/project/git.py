"""Which lines changed since a revision, asked of git itself."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from canonym.termbase.errors import SourceError

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_LETTERS = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
_TIMEOUT = 120

Lines = tuple[range, ...]
"""Lines of the working tree, from 0."""


class GitError(SourceError):
    """Git is missing, or refuses: the message says which and what to do."""


def changed_lines(root: Path, revision: str) -> Mapping[Path, Lines | None]:
    """Return the lines of the working tree that changed since ``revision``.

    Counted from where this branch left ``revision`` (the merge base), as a pull request is.

    Args:
        root: A directory of the working tree.
        revision: Anything that names a commit.

    Returns:
        Changed lines by resolved path; None where all of a file is new to git.

    Raises:
        GitError: No git, no repository, or no such revision.
    """
    top = _top(root)
    diff = _git(
        top,
        "diff",
        "--unified=0",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        "--no-renames",
        "--src-prefix=a/",
        "--dst-prefix=b/",
        _base(root, revision),
        "--",
    )
    changed: dict[Path, Lines | None] = {top / path: lines for path, lines in parse_diff(diff)}
    for name in _git(top, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0"):
        if name:
            changed[top / os.fsdecode(name)] = None
    return changed


def parse_diff(diff: bytes) -> Iterator[tuple[str, Lines]]:
    """Yield each file of a diff without context, with the lines that are new in it."""
    name, skip = "", 0
    changed: list[range] = []
    for line in diff.split(b"\n"):
        if skip:
            skip -= not line.startswith(b"\\")
        elif line.startswith(b"+++ "):
            if name:
                yield name, tuple(changed)
            name, changed = _name(line[4:]), []
        elif hunk := _HUNK.match(line):
            removed, added = _length(hunk[1]), _length(hunk[3])
            skip = removed + added
            if added:
                changed.append(range(int(hunk[2]) - 1, int(hunk[2]) - 1 + added))
    if name:
        yield name, tuple(changed)


def _length(digits: bytes | None) -> int:
    return 1 if digits is None else int(digits)


def _name(written: bytes) -> str:
    """Return the path of a ``+++`` line: git quotes odd names as C does; empty for a deleted file."""
    written = written.rstrip(b"\r\t")
    if written.startswith(b'"'):
        written = _ESCAPE.sub(_unescape, written[1:-1])
    return os.fsdecode(written.removeprefix(b"b/")) if written != b"/dev/null" else ""


def _unescape(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8)]) if len(code) == 3 else _LETTERS.get(code, code)


def _top(root: Path) -> Path:
    try:
        return Path(os.fsdecode(_git(root, "rev-parse", "--show-toplevel").rstrip(b"\r\n"))).resolve()
    except GitError as error:
        raise GitError("git", 0, "", f"{error.message}; run this where git keeps the drafts") from error


def _base(root: Path, revision: str) -> str:
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


def _git(root: Path, *arguments: str) -> bytes:
    """Run git so that nothing the repository configures is run with it."""
    command = ["git", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", *arguments]
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603  a fixed program, and arguments that are no shell's
            command, cwd=root, env=environment, capture_output=True, timeout=_TIMEOUT, check=False
        )
    except FileNotFoundError as error:
        raise GitError("git", 0, "", "is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise GitError("git", 0, "", f"took more than {_TIMEOUT} seconds") from error
    if done.returncode:
        raise GitError("git", 0, "", done.stderr.decode("utf-8", "replace").strip())
    return done.stdout
