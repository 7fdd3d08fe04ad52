"""``canonym learn``: articles in, a learned termbase out."""

import os
from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
)
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from canonym.cli.common import EXIT_CLEAN, EXIT_ERROR, Problems, Progress, complain, listed, project_of
from canonym.termbase.errors import TermbaseError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from canonym.corpus.engine import Engine
    from canonym.corpus.learning import ArticleSource
    from canonym.project.project import Project
    from canonym.termbase.termbase import Termbase

DESCRIPTION = """\
Learn how names are spelt from published articles, and write what was learned to
termbase.learned.jsonl, where `canonym check` finds it. What people wrote in
termbase.toml always wins over it and is never touched.
"""
EXAMPLES = """\
examples:
  canonym learn articles/                    every article below a directory
  canonym learn                              the corpus named in canonym.toml
  canonym learn "articles/**/2026-*.md"      a glob
  git ls-files articles | canonym learn -    a list on standard input
  canonym learn articles/ --output names.jsonl --no-quotes
  canonym learn /archive --engine dask --scheduler tcp://10.0.0.1:8786
"""
_HEADER = b'{"canonym":'


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the subcommand, and say what it does."""
    parser.description = DESCRIPTION
    parser.epilog = EXAMPLES
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
        "-j",
        "--jobs",
        type=_count,
        default=0,
        metavar="N",
        help="processes to use; the result is the same for any number (default: one for each processor)",
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
    parser.add_argument("-q", "--quiet", action="store_true", help="print no summary and no progress")
    parser.add_argument("--isolated", action="store_true", help="look for no settings file")


def run(args: Namespace) -> int:
    """Learn, write and sum up; 2 if some article could not be read or there was none."""
    project = project_of(args)
    problems = Problems()
    output: Path = args.output or project.learned
    _check_output(output)
    if not args.paths and not project.settings.corpus:
        complain("name the articles to learn from, or set `corpus` in canonym.toml")
        return EXIT_ERROR
    files = project.drafts(listed(args.paths), problems) if args.paths else project.articles(problems)
    articles = _readable(project, files, problems)
    if not articles:
        complain("found no article to learn from")
        return EXIT_ERROR
    termbase = _learn(articles, args)
    if termbase is None:
        return EXIT_ERROR
    _write(output, termbase)
    if not args.quiet:
        print(_summary(termbase, output, len(articles)))
    return EXIT_ERROR if problems.count else EXIT_CLEAN


def _count(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise ArgumentTypeError(f"expected a number from 1, got {text!r}")
    return int(text)


def _readable(project: "Project", files: Iterable[Path], problems: Problems) -> "list[ArticleSource]":
    from canonym.project.files import Problem, check_text

    articles = []
    for path in files:
        trouble = check_text(path)
        if trouble:
            problems(Problem(path, trouble))
        else:
            articles.append(project.article(path))
    return articles


def _learn(articles: "Sequence[ArticleSource]", args: Namespace) -> "Termbase | None":
    """Return what the articles teach; None if the engine cannot do it, which is told."""
    from canonym.corpus.engine import EngineError
    from canonym.corpus.learning import learn
    from canonym.corpus.newest import newest

    jobs = args.jobs or os.cpu_count() or 1
    try:
        with Progress("learning", show=not args.quiet) as progress:
            engine = _cluster(args.scheduler, jobs) if args.engine == "dask" or args.scheduler else None
            termbase = learn(articles, jobs=jobs, engine=engine, quotes=args.quotes, progress=progress)
    except EngineError as error:
        complain(f"--engine dask: {error}")
        return None
    if args.stories is None:
        return termbase
    return termbase._replace(stories=newest(termbase.stories, args.stories))


def _cluster(scheduler: str | None, jobs: int) -> "AbstractContextManager[Engine]":
    from canonym.corpus.dask_engine import dask

    return dask(scheduler, jobs)


def _check_output(path: Path) -> None:
    """Refuse to write over anything but a learned termbase."""
    if path.suffix.lower() == ".toml":
        raise TermbaseError(str(path), 0, "", "is for what people write; name a .jsonl file instead")
    try:
        with path.open("rb") as file:
            start = file.read(len(_HEADER))
    except FileNotFoundError:
        if path.absolute().parent.is_dir():
            return
        raise
    if start not in (_HEADER, b""):
        raise TermbaseError(str(path), 1, "", "is no learned termbase; name another file or remove this one")


def _write(path: Path, termbase: "Termbase") -> None:
    from canonym.project.files import write_atomic
    from canonym.termbase.learned import dump

    write_atomic(path, (line.encode() for line in dump(termbase)))


def _summary(termbase: "Termbase", output: Path, files: int) -> str:
    from canonym.termbase.model import TermStatus

    statuses = [term.status for concept in termbase.concepts for term in concept.terms]
    undecided = sum(concept.undecided for concept in termbase.concepts)
    repeated = f" ({files - termbase.articles} repeat others)" if files > termbase.articles else ""
    return (
        f"articles   {files:>7}{repeated}\n"
        f"names      {len(termbase.concepts):>7}\n"
        f"variants   {statuses.count(TermStatus.DEPRECATED):>7}\n"
        f"undecided  {undecided:>7}\n"
        f"written to {output}"
    )
