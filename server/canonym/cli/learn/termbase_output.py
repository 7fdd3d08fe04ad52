"""Where ``canonym learn`` writes what it learned, and what it says of it."""

import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from canonym.cli.common import Progress, complain, say
from canonym.termbase.errors import TermbaseError
from canonym.text.printable import printable

if TYPE_CHECKING:
    from canonym.project.project import Project
    from canonym.termbase.termbase import Termbase


def check_output(args: Namespace, project: "Project") -> None:
    """Refuse to overwrite anything but a learned termbase, and to write where only settings lead."""
    from canonym.project.writing.learned_file import check_place
    from canonym.project.writing.outputs import is_special

    if args.output is None or not is_special(args.output):
        check_place(args.output or project.learned, _writable(args, project))


def write_termbase(args: Namespace, project: "Project", termbase: "Termbase") -> None:
    """Write a learned termbase to the place that ``check_output`` has allowed."""
    from canonym.project.writing.learned_file import lines_of, write_learned
    from canonym.project.writing.outputs import is_special, write_output

    if args.output is not None and is_special(args.output):
        write_output(args.output, lines_of(termbase))
    else:
        write_learned(args.output or project.learned, termbase, _writable(args, project))


def sum_up(output: Path, summary: str) -> None:
    """Print what was learned, unless the termbase itself is printed."""
    from canonym.project.writing.outputs import is_stdout

    if is_stdout(output):
        with suppress(OSError):
            sys.stderr.write(f"{summary}\n")
    else:
        say(summary)


def _writable(args: Namespace, project: "Project") -> tuple[Path, ...] | None:
    """Return the folders in which the termbase may be written: that of the option, else the project's."""
    if args.allow_outside:
        return None
    return (args.output.parent,) if args.output else (project.root,)


def compile_large(project: "Project", output: Path, *, show: bool) -> None:
    """Compile a large termbase, if checks of this project will load it."""
    from canonym.project.load_index import compile_learned, slow_to_load

    languages = project.settings.language, project.languages_by_path
    slow = slow_to_load(project.sources, project.kept_beside, *languages)
    if output.absolute() in (source.path.absolute() for source in slow):
        with Progress("compiling", show=show) as progress, suppress(TermbaseError):
            progress.begin()
            compile_learned(slow, project.kept_beside, *languages)
        if show and (notice := project.index_elsewhere()):
            complain(notice)


def summary_of(termbase: "Termbase", output: Path, files: int) -> str:
    """Return what people are told of a learned termbase.

    Args:
        termbase: What was learned.
        output: Where it was written.
        files: How many articles were read, repeated ones as well.
    """
    from canonym.termbase.concept import TermStatus

    concepts = [concept for one in termbase.by_language for concept in one.concepts]
    statuses = [term.status for concept in concepts for term in concept.terms]
    undecided = sum(concept.undecided for concept in concepts)
    articles = sum(one.articles for one in termbase.by_language)
    repeated = f" ({files - articles} repeat others)" if files > articles else ""
    return (
        f"articles   {files:>7}{repeated}\n"
        f"names      {len(concepts):>7}\n"
        f"variants   {statuses.count(TermStatus.DEPRECATED):>7}\n"
        f"undecided  {undecided:>7}\n"
        f"written to {printable(str(output))}"
    )
