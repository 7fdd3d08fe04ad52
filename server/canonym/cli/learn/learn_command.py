"""``canonym learn``: learns a termbase from articles."""

import os
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from canonym.cli.common import EXIT_CLEAN, EXIT_ERROR, Problems, Progress, complain, listed, project_of
from canonym.cli.learn.learn_options import add_arguments
from canonym.cli.learn.reading_troubles import Troubles
from canonym.cli.learn.termbase_output import check_output, compile_large, sum_up, summary_of, write_termbase

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from canonym.corpus.learning import Source
    from canonym.corpus.workers.local_workers import Engine
    from canonym.termbase.termbase import Termbase

__all__ = ("add_arguments", "run")

_PROCESS_ENDED = (
    "a process that learned was ended, perhaps for want of memory; nothing was written; try --jobs 1"
)


def run(args: Namespace) -> int:
    """Learn, write and sum up. Return 2 if something was unreadable, or if there was no article."""
    from canonym.cli.learn.readable_articles import readable, streams_of
    from canonym.project.termination_signals import raise_on_end_signals

    raise_on_end_signals()
    project = project_of(args)
    problems = Problems()
    output: Path = args.output or project.learned
    check_output(args, project)
    if not args.paths and not project.settings.corpus:
        complain("name the articles to learn from, or set `corpus` in canonym.toml")
        return EXIT_ERROR
    files = project.corpus(problems, listed(args.paths) if args.paths else None)
    with streams_of(args, problems) as streams:
        sources = readable(project, files, dict(args.fields), streams)
        termbase = _learn(sources, args, problems)
    if termbase is None:
        return EXIT_ERROR
    read = sum(len(one.stories) for one in termbase.by_language)
    if not read:
        complain("found no article to learn from")
        return EXIT_ERROR
    write_termbase(args, project, termbase if args.stories is None else _with_newest(termbase, args.stories))
    summary = summary_of(termbase, output, read)
    del termbase  # frees the memory that compiling needs
    compile_large(project, output, show=not args.quiet)
    if not args.quiet:
        sum_up(output, summary)
    return EXIT_ERROR if problems.count else EXIT_CLEAN


def _learn(sources: "Sequence[Source]", args: Namespace, problems: Problems) -> "Termbase | None":
    """Return what the articles teach; None if the engine fails, after the reason is printed."""
    from concurrent.futures import BrokenExecutor

    from canonym.corpus.learning import learn
    from canonym.corpus.workers.local_workers import EngineError

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
    from canonym.corpus.kept_stories.newest_stories import newest
    from canonym.termbase.records import together

    every = termbase.by_language
    if len(every) == 1:
        return termbase._replace(stories=newest(termbase.stories, stories))
    kept = {story.path for story in newest([story for one in every for story in one.stories], stories)}
    return together(one._replace(stories=[s for s in one.stories if s.path in kept]) for one in every)


def _cluster(scheduler: str | None, jobs: int) -> "AbstractContextManager[Engine]":
    from canonym.corpus.workers.dask_workers import dask

    return dask(scheduler, jobs)
