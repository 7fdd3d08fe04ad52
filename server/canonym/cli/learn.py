"""``canonym learn``: learns a termbase from articles."""

import os
import sys
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
)
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from canonym.cli.common import EXIT_CLEAN, EXIT_ERROR, Problems, Progress, complain, listed, project_of, say
from canonym.cli.learn_troubles import Troubles
from canonym.termbase.errors import TermbaseError
from canonym.text.printable import printable

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from canonym.cli.learn_streams import Streams
    from canonym.corpus.learning import ArticleSource, Source
    from canonym.corpus.local_workers import Engine
    from canonym.project.project import Project
    from canonym.termbase.termbase import Termbase

DESCRIPTION = """\
Learn how names are spelt from published articles, and write what was learned to
termbase.learned.jsonl, where `canonym check` finds it. What people wrote in
termbase.toml always wins over it and is never touched. A large termbase is compiled
at once, so that the first check, or an editor, need not wait for that.

Articles are files of their own, or records of archives: JSON Lines (.jsonl, also
.gz and .zst), WARC and WET (.warc, .wet, also .gz). For .zst and for WARC the
extra canonym[archives] is needed.
"""
EXAMPLES = """\
examples:
  canonym learn articles/                    every article below a directory
  canonym learn                              the corpus named in canonym.toml
  canonym learn "articles/**/2026-*.md"      a glob
  git ls-files articles | canonym learn -    a list on standard input
  canonym learn articles/ --output names.jsonl --no-quotes
  canonym learn news.jsonl.gz --field text=story --field id=url
  canonym learn /archive --engine dask --scheduler tcp://10.0.0.1:8786

exit codes:
  0  all was read and learned
  2  usage or settings, no article, or something that could not be read; the rest was learned
"""

_PROCESS_ENDED = (
    "a process that learned was ended, perhaps for want of memory; nothing was written; try --jobs 1"
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments and the description of the subcommand."""
    parser.description = DESCRIPTION
    parser.epilog = EXAMPLES
    _add_places(parser)
    _add_engine(parser)
    _add_content(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="print no summary and no progress")
    parser.add_argument("--isolated", action="store_true", help="look for no settings file")


def _add_places(parser: ArgumentParser) -> None:
    """Add the options for the places of articles and termbase."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="articles, directories or globs; - reads a list from standard input "
        "(default: the corpus that the settings name)",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="where to write (default: the learned termbase of the settings, else "
        "termbase.learned.jsonl in the project's root)",
    )
    parser.add_argument(
        "--allow-outside",
        action="store_true",
        help="write the termbase also where `learned` of the settings, or a link, leads out of the project",
    )


def _add_engine(parser: ArgumentParser) -> None:
    """Add the options that choose where the work is done."""
    parser.add_argument(
        "-j",
        "--jobs",
        type=_jobs,
        default=0,
        metavar="N",
        help="processes to use; the result is the same for any number (default: 0, one for each processor)",
    )
    parser.add_argument(
        "--engine",
        choices=("local", "dask"),
        default="local",
        help="where to read and count: in processes of this machine, or on a Dask cluster, which takes the "
        "extra canonym[dask] (default: local)",
    )
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="the scheduler of the Dask cluster, such as tcp://10.0.0.1:8786; its workers need canonym and "
        "the articles under the same paths (default: a cluster on this machine)",
    )


def _add_content(parser: ArgumentParser) -> None:
    """Add the options that choose the text to learn from and what is kept of it."""
    parser.add_argument(
        "--field",
        dest="fields",
        action="append",
        type=_field,
        default=[],
        metavar="ROLE=NAME",
        help="the field of an archive's records that is the text, title, date or id of an article, such as "
        "text=body (may be repeated; default: the setting `fields`, else the usual names)",
    )
    parser.add_argument(
        "--no-quotes",
        dest="quotes",
        action="store_false",
        help="keep no sentence of the articles, only where each name stands",
    )
    parser.add_argument(
        "--stories",
        type=_count,
        metavar="N",
        help="keep the signatures of at most N articles, the newest by the date in their path "
        "(default: all; about 2 KB an article)",
    )


def run(args: Namespace) -> int:
    """Learn, write and sum up. Return 2 if something was unreadable, or if there was no article."""
    from canonym.project.termination_signals import raise_on_end_signals

    raise_on_end_signals()
    project = project_of(args)
    problems = Problems()
    output: Path = args.output or project.learned
    _check_output(args, project)
    if not args.paths and not project.settings.corpus:
        complain("name the articles to learn from, or set `corpus` in canonym.toml")
        return EXIT_ERROR
    files = project.corpus(problems, listed(args.paths) if args.paths else None)
    with _streams(args, problems) as streams:
        sources = _readable(project, files, dict(args.fields), streams)
        termbase = _learn(sources, args, problems)
    if termbase is None:
        return EXIT_ERROR
    read = len(termbase.stories)
    if not read:
        complain("found no article to learn from")
        return EXIT_ERROR
    _write(args, project, termbase if args.stories is None else _with_newest(termbase, args.stories))
    summary = _summary(termbase, output, read)
    del termbase  # frees the memory that compiling needs
    _compile(project, output, show=not args.quiet)
    if not args.quiet:
        _sum_up(output, summary)
    return EXIT_ERROR if problems.count else EXIT_CLEAN


def _jobs(text: str) -> int:
    return 0 if text == "0" else _count(text)


def _count(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise ArgumentTypeError(f"expected a number from 1, got {text!r}")
    return int(text)


def _field(text: str) -> tuple[str, str]:
    from canonym.corpus.archives.fields import ROLES

    role, _, name = text.partition("=")
    if role not in ROLES or not name:
        raise ArgumentTypeError(f"expected one of {', '.join(ROLES)}, = and a name, got {text!r}")
    return role, name


def _streams(args: Namespace, problems: Problems) -> "Streams":
    """Return a reader of FIFOs and devices, where the engine can learn from these."""
    from canonym.cli.learn_streams import Streams

    if not args.paths:
        return Streams(problems, "is no regular file; name it on the command line to learn from it")
    return Streams(
        problems, "is no regular file, and workers of a cluster cannot read it" * bool(args.scheduler)
    )


def _readable(
    project: "Project", files: Iterable[Path], fields: dict[str, str], streams: "Streams"
) -> "list[Source]":
    from canonym.corpus.learning import ArticleSource
    from canonym.project.files.find_files import Problem

    sources = []
    for path in files:
        source = streams.kept(project.article(path, fields), path)
        trouble = _trouble(source) if isinstance(source, ArticleSource) else ""
        if trouble:
            streams.problems(Problem(path, trouble))
        elif source is not None:
            sources.append(source)
    return sources


def _trouble(source: "ArticleSource") -> str:
    """Return why an article is useless for learning; empty if it is useful."""
    from canonym.project.files.text_files import check_text
    from canonym.text.formats import FORMATS, format_for

    if not source.keys and FORMATS[source.format or format_for(source.name)].keyed:
        return "says not which of its values are prose; set `keys` in canonym.toml, or give it as JSON Lines"
    return check_text(source.path)


def _learn(sources: "Sequence[Source]", args: Namespace, problems: Problems) -> "Termbase | None":
    """Return what the articles teach; None if the engine fails, after the reason is printed."""
    from concurrent.futures import BrokenExecutor

    from canonym.corpus.learning import learn
    from canonym.corpus.local_workers import EngineError

    jobs = args.jobs or os.cpu_count() or 1
    troubles = Troubles(problems)
    try:
        with Progress("learning", show=not args.quiet) as progress:
            engine = _cluster(args.scheduler, jobs) if args.engine == "dask" or args.scheduler else None
            return learn(
                sources,
                jobs=jobs,
                engine=engine,
                quotes=args.quotes,
                report=troubles,
                spared=(Exception,),
                progress=progress,
            )
    except EngineError as error:
        complain(f"--engine dask: {error}")
        return None
    except BrokenExecutor:
        complain(_PROCESS_ENDED)
        return None
    finally:
        troubles.print_all()


def _with_newest(termbase: "Termbase", stories: int) -> "Termbase":
    from canonym.corpus.newest_stories import newest

    return termbase._replace(stories=newest(termbase.stories, stories))


def _cluster(scheduler: str | None, jobs: int) -> "AbstractContextManager[Engine]":
    from canonym.corpus.dask_workers import dask

    return dask(scheduler, jobs)


def _check_output(args: Namespace, project: "Project") -> None:
    """Refuse to overwrite anything but a learned termbase, and to write where only settings lead."""
    from canonym.project.writing.learned_file import check_place
    from canonym.project.writing.outputs import is_special

    if args.output is None or not is_special(args.output):
        check_place(args.output or project.learned, _writable(args, project))


def _write(args: Namespace, project: "Project", termbase: "Termbase") -> None:
    from canonym.project.writing.learned_file import lines_of, write_learned
    from canonym.project.writing.outputs import is_special, write_output

    if args.output is not None and is_special(args.output):
        write_output(args.output, lines_of(termbase))
    else:
        write_learned(args.output or project.learned, termbase, _writable(args, project))


def _sum_up(output: Path, summary: str) -> None:
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


def _compile(project: "Project", output: Path, *, show: bool) -> None:
    """Compile a large termbase, if checks of this project will load it."""
    from canonym.project.load_index import load_index, slow_to_load

    slow = slow_to_load(project.sources, project.kept_beside)
    if output.absolute() in (source.path.absolute() for source in slow):
        with Progress("compiling", show=show) as progress, suppress(TermbaseError):
            progress.begin()
            load_index(slow, None, project.kept_beside)
        if show and (notice := project.index_elsewhere()):
            complain(notice)


def _summary(termbase: "Termbase", output: Path, files: int) -> str:
    from canonym.termbase.concept import TermStatus

    statuses = [term.status for concept in termbase.concepts for term in concept.terms]
    undecided = sum(concept.undecided for concept in termbase.concepts)
    repeated = f" ({files - termbase.articles} repeat others)" if files > termbase.articles else ""
    return (
        f"articles   {files:>7}{repeated}\n"
        f"names      {len(termbase.concepts):>7}\n"
        f"variants   {statuses.count(TermStatus.DEPRECATED):>7}\n"
        f"undecided  {undecided:>7}\n"
        f"written to {printable(str(output))}"
    )
