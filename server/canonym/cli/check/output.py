"""Writes the report to its outputs, and decides the exit code."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from canonym.checking.finding import Severity
from canonym.cli.common import EXIT_CLEAN, EXIT_ERROR, EXIT_FINDINGS, complain, why_not_written
from canonym.project.files.standard_streams import writing
from canonym.report.output_formats import renderer
from canonym.report.report import Report, View

_SAYS_PROBLEMS = frozenset({"text", "concise", "github", "azure", "teamcity"})
"""Formats that show a person the problems. For others, standard error shows them."""
_SAYS_STATISTICS = frozenset({"text", "github"})
"""Formats that show the counts. For others, standard error shows them."""


def write_report(report: Report, args: Namespace, stream: TextIO | None = None) -> int:
    """Write the report, each ``--output`` and, in GitHub Actions, the step summary.

    A failure of one output is reported and does not stop the others.

    Args:
        report: The report.
        args: The command line.
        stream: Where ``--format`` is printed; standard output by default.

    Returns:
        The exit code of the run.

    Raises:
        BrokenPipeError: The output has no reader any more.
        StreamError: A stream cannot be written.
    """
    failed: list[Path] = []
    for name, file in args.output:
        with _failure_reported(Path(file), failed):
            pieces = renderer(name)(report._replace(view=View(statistics=args.statistics)))
            _write_file(Path(file), pieces, anywhere=args.allow_outside)
    _print_report(report, args, stream or sys.stdout)
    summary = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if args.format == "github" and summary:
        with _failure_reported(Path(summary), failed):
            _append(Path(summary), renderer("markdown")(report))
    return EXIT_ERROR if failed else exit_code(report, args)


def _print_report(report: Report, args: Namespace, stream: TextIO) -> None:
    with writing("standard output" if stream is sys.stdout else "standard error"):
        stream.writelines(renderer(args.format)(report._replace(view=view_of(args, stream))))
        stream.flush()
    if args.format not in _SAYS_PROBLEMS:
        print_problems(report)
    if args.statistics and args.format not in _SAYS_STATISTICS:
        with writing("standard error"):
            sys.stderr.writelines(_statistics(report))


@contextmanager
def _failure_reported(file: Path, failed: list[Path]) -> Iterator[None]:
    """Report that a file cannot be written, and add it to ``failed``."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(f"{os.fsdecode(error.filename or file)}: {why_not_written(error)}")
        failed.append(file)


def print_problems(report: Report) -> None:
    """Print the problems on standard error."""
    for problem in report.problems:
        complain(f"{problem.path}: {problem.message}")


def exit_code(report: Report, args: Namespace) -> int:
    """Return 2 when a draft could not be checked, 1 on findings, else 0."""
    if report.problems:
        return EXIT_ERROR
    worst = Severity(args.fail_on).rank
    failing = sum(r.severity.rank <= worst for r in report.counted)
    return EXIT_FINDINGS if failing > args.max_findings and not args.exit_zero else EXIT_CLEAN


def view_of(args: Namespace, stream: TextIO) -> View:
    """Return the view of a text output: only terminals get colours and source lines."""
    terminal = stream.isatty()
    return View(
        color=args.color == "always" or (args.color == "auto" and terminal and _may_colour()),
        source=terminal,
        summary=not args.quiet,
        statistics=args.statistics,
    )


def _may_colour() -> bool:
    """Return whether colours are allowed: see https://no-color.org; a dumb terminal has none."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _statistics(report: Report) -> Iterator[str]:
    from canonym.report.statistics import tables

    return tables(report)


def _write_file(file: Path, pieces: Iterable[str], *, anywhere: bool) -> None:
    from canonym.project.writing.outputs import write_output

    sys.stdout.flush()  # the file may be standard output under another name
    file.parent.mkdir(parents=True, exist_ok=True)
    write_output(file, _encoded(pieces), within=None if anywhere else (file.parent,))


def _append(file: Path, pieces: Iterable[str]) -> None:
    with file.open("ab") as summary:
        summary.writelines(_encoded(pieces))


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    """Yield bytes. A lone surrogate, which stands for a broken byte, fits no format, so it is replaced."""
    return (piece.encode("utf-8", "replace") for piece in pieces)
