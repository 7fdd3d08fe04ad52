"""Decides what git ignores, and what patterns in the style of ``.gitignore`` match."""

import os
import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import Path

from canonym.project.files.ignore_patterns import Patterns, read_patterns, verdict
from canonym.project.files.read_toml_text import open_own
from canonym.text.values import NamedTuple

IGNORE_FILE = ".gitignore"


class _Rule(NamedTuple):
    """The patterns of one ``.gitignore``, and its directory with ``/`` at the end."""

    base: str
    patterns: Patterns


Rules = tuple[_Rule, ...]
"""The rules of a directory, the outermost first."""


def inherited(directory: str) -> Rules:
    """Return the rules for ``directory`` from above it, up to the root of its git repository.

    An ignored directory has none: somebody who names it wants its files.
    """
    rules: Rules = ()
    for above in _repository(Path(directory)):
        directory_above = above.as_posix().rstrip("/") + "/"
        if is_ignored(rules, directory_above):
            return ()
        rules = rules_with(rules, directory_above)
    return () if is_ignored(rules, directory + "/") else rules


def rules_with(rules: Rules, directory: str) -> Rules:
    """Return ``rules`` and the rules of the ``.gitignore`` in ``directory``, which ends with ``/``."""
    try:
        with open_own(Path(directory, IGNORE_FILE)) as file:
            lines = file.read().decode("utf-8-sig", "surrogateescape").split("\n")
    except OSError:
        return rules
    return (*rules, _Rule(directory, read_patterns(lines)))


def is_ignored(rules: Rules, path: str) -> bool:
    """Return whether git ignores the absolute ``path``. Git must ignore none of its directories.

    The innermost matching rule decides. The path of a directory ends with ``/``, here and in ``matcher``.
    """
    for rule in reversed(rules):
        ignored = verdict(rule.patterns, path[len(rule.base) :])
        if ignored is not None:
            return ignored
    return False


def matcher(patterns: Sequence[str], root: Path) -> Callable[[str], bool]:
    """Return a test of absolute paths and the directories above them, by patterns relative to ``root``."""
    if not patterns:
        return lambda _path: False
    # Brings nothing that can be counted with 30 drafts; files of one folder ask for it again. It is bounded.
    matches_itself = lru_cache(maxsize=1024)(partial(verdict, read_patterns(patterns)))
    start = absolute(root)

    def matches(path: str) -> bool:
        relative = _relative(path, start) + "/" * path.endswith("/")
        above = (relative[: slash.end()] for slash in re.finditer("/", relative))
        return any(map(matches_itself, above)) or bool(matches_itself(relative))

    return matches


def absolute(path: Path) -> str:
    """Return ``path`` as an absolute path with ``/`` and without ``..``. Links are not followed."""
    return Path(os.path.abspath(path)).as_posix()  # noqa: PTH100  (resolve would follow links)


def _relative(path: str, start: str) -> str:
    try:
        return os.path.relpath(path, start).replace(os.sep, "/")
    except ValueError:  # on another drive
        return os.path.splitdrive(path)[1].strip("/")


def _repository(directory: Path) -> list[Path]:
    """Return the directories above ``directory`` in its git repository, the root first."""
    above: list[Path] = []
    for parent in directory.parents:
        above.append(parent)
        if (parent / ".git").exists():
            return above[::-1] if not (directory / ".git").exists() else []
    return []
