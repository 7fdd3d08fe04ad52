"""What several subcommands share."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, _ArgumentGroup
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from canonym.project.files.standard_streams import complain, read_stdin, say

if TYPE_CHECKING:
    from canonym.project.files.find_files import Problem
    from canonym.project.project import Project

__all__ = [
    "EXIT_CLEAN",
    "EXIT_ERROR",
    "EXIT_FINDINGS",
    "Problems",
    "Progress",
    "add_language_option",
    "add_project_options",
    "complain",
    "listed",
    "project_of",
    "say",
    "why_not_written",
]

EXIT_CLEAN = 0
EXIT_FINDINGS = 1
EXIT_ERROR = 2


OUTSIDE = "--allow-outside"
"""The option that lets a command write outside of its folders."""


def why_not_written(error: OSError, *, option: str = OUTSIDE) -> str:
    """Return why a file was not written, in a phrase, with the option that would permit it."""
    from canonym.project.files.links_outside import OutsideError

    if isinstance(error, OutsideError) and option:
        return f"{error.strerror} (see {option})"
    return error.strerror or str(error)


class Problems:
    """Prints each path that could not be read, and remembers that there was one."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, problem: "Problem") -> None:
        """Print ``problem``."""
        self.count += 1
        complain(f"{problem.path}: {problem.message}")


class Progress:
    """A line on a terminal that shows the progress of some work; nothing without a terminal.

    Args:
        work: The name of the work.
        show: Whether to show anything at all.
    """

    def __init__(self, work: str, *, show: bool = True) -> None:
        self._work = work
        self._show = show and sys.stderr.isatty()
        self._shown = -1

    def begin(self) -> None:
        """Show that work begins whose length is unknown."""
        if self._show:
            self._shown = 0
            self._print(f"\r{self._work} …")

    def __call__(self, done: int, total: int) -> None:
        """Show that ``done`` steps of ``total`` are done."""
        percent = 100 * done // max(total, 1)
        if self._show and percent != self._shown:
            self._shown = percent
            self._print(f"\r{self._work} {percent:3} %")

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *failure: object) -> None:
        if self._show and self._shown >= 0:
            self._print("\r" + " " * (len(self._work) + 6) + "\r")

    def _print(self, text: str) -> None:
        with suppress(OSError):  # the terminal is closed, and the work continues
            print(text, end="", file=sys.stderr, flush=True)


def add_language_option(parser: ArgumentParser | _ArgumentGroup, what: str) -> None:
    """Add the option that says the language of ``what``."""
    parser.add_argument(
        "--language",
        metavar="TAG",
        type=_tag,
        help=f"the language (BCP 47: de, pt-BR) of {what}",
    )


def _tag(value: str) -> str:
    from canonym.text.tags.canonical_tag import canonical_tag

    tag = canonical_tag(value)
    if not tag:
        raise ArgumentTypeError(f"{value!r} is no language tag of BCP 47, such as de or pt-BR")
    return tag


def add_project_options(parser: ArgumentParser) -> None:
    """Add the options that choose settings and termbases."""
    parser.add_argument(
        "--termbase",
        action="append",
        type=Path,
        default=[],
        metavar="FILE",
        help="use this termbase instead of those in the settings (may be repeated)",
    )
    parser.add_argument("--isolated", action="store_true", help="look for no settings file and no termbase")


def project_of(args: Namespace, start: Path | None = None) -> "Project":
    """Return the project that the arguments choose.

    Raises:
        SettingsError: The settings are unusable.
    """
    from canonym.project.project import Project

    termbases = getattr(args, "termbase", [])
    language = getattr(args, "language", None) or ""
    return Project.find(start or Path.cwd(), isolated=args.isolated, termbases=termbases, language=language)


def listed(paths: Iterable[str]) -> list[Path]:
    """Return ``paths``. ``-`` becomes the list on standard input, one path a line."""
    found: list[Path] = []
    for path in paths:
        if path == "-":
            lines = read_stdin().decode(errors="surrogateescape").splitlines()
            found += [Path(line.strip()) for line in lines if line.strip()]
        else:
            found.append(Path(path))
    return found
