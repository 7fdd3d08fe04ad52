"""What git ignores, and what patterns written as in ``.gitignore`` match."""

import os
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from canonym.text.values import NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILE = ".gitignore"


class _Rule(NamedTuple):
    """The patterns of one ``.gitignore`` and the directory in which it stands, with ``/`` at the end."""

    base: str
    spec: "GitIgnoreSpec"


Rules = tuple[_Rule, ...]
"""Those that hold in a directory, the outermost first."""


def inherited(directory: str) -> Rules:
    """Return the rules that hold in ``directory`` from above, up to the root of its git repository.

    None hold in a directory that is ignored itself: who names it wants what is in it.
    """
    rules: Rules = ()
    for above in _repository(Path(directory)):
        rules = rules_with(rules, above.as_posix())
    return () if is_ignored(rules, directory + "/") else rules


def rules_with(rules: Rules, directory: str) -> Rules:
    """Return ``rules`` and those of the ``.gitignore`` in ``directory``, if there is one."""
    from canonym.project.own_files import open_own

    base = directory.rstrip("/") + "/"
    try:
        with open_own(Path(base, IGNORE_FILE)) as file:
            lines = file.read().decode("utf-8-sig", "surrogateescape").splitlines()
    except OSError:
        return rules
    return (*rules, _Rule(base, _spec(lines)))


def is_ignored(rules: Rules, path: str) -> bool:
    """Tell whether git ignores the absolute ``path``; the innermost rule that speaks of it decides.

    The path of a directory ends with ``/``, here and in ``matcher``.
    """
    for base, spec in reversed(rules):
        verdict = spec.check_file(path[len(base) :]).include
        if verdict is not None:
            return verdict
    return False


def matcher(patterns: Sequence[str], root: Path) -> Callable[[str], bool]:
    """Return a test of absolute paths against patterns that are relative to ``root``."""
    if not patterns:
        return lambda _path: False
    spec = _spec(patterns)
    start = absolute(root)

    def matches(path: str) -> bool:
        return spec.match_file(_relative(path, start) + "/" * path.endswith("/"))

    return matches


def absolute(path: Path) -> str:
    """Return ``path`` from the root, with ``/`` and without ``..``; links are not followed."""
    return Path(os.path.abspath(path)).as_posix()  # noqa: PTH100  (resolve would follow links)


def _relative(path: str, start: str) -> str:
    try:
        return os.path.relpath(path, start).replace(os.sep, "/")
    except ValueError:  # on another drive
        return os.path.splitdrive(path)[1].strip("/")


def _repository(directory: Path) -> list[Path]:
    """The directories above ``directory`` within its git repository, the root first."""
    above: list[Path] = []
    for parent in directory.parents:
        above.append(parent)
        if (parent / ".git").exists():
            return above[::-1] if not (directory / ".git").exists() else []
    return []


def _spec(lines: Iterable[str]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # a class such as [[x]] is no mistake of ours
        return GitIgnoreSpec.from_lines(line for line in map(str.rstrip, lines) if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:  # git passes over a pattern that it cannot read
        return False
    return True
