"""Which of the files that ``canonym learn`` is given can be learned from."""

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from canonym.cli.learn.kept_streams import Streams
from canonym.corpus.learning import ArticleSource
from canonym.project.files.find_files import Problem

if TYPE_CHECKING:
    from canonym.cli.common import Problems
    from canonym.corpus.learning import Source
    from canonym.project.project import Project


def streams_of(args: Namespace, problems: "Problems") -> Streams:
    """Return a reader of FIFOs and devices, where the engine can learn from these."""
    if not args.paths:
        return Streams(problems, "is no regular file; name it on the command line to learn from it")
    return Streams(
        problems, "is no regular file, and workers of a cluster cannot read it" * bool(args.scheduler)
    )


def readable(
    project: "Project", files: Iterable[Path], fields: dict[str, str], streams: Streams
) -> "list[Source]":
    """Return the articles and archives among ``files`` that can be learned from; report the others."""
    sources = []
    for path in files:
        source = streams.kept(project.article(path, fields), path)
        trouble = _trouble(source) if isinstance(source, ArticleSource) else ""
        if trouble:
            streams.problems(Problem(path, trouble))
        elif source is not None:
            sources.append(source)
    return sources


def _trouble(source: ArticleSource) -> str:
    """Return why an article is useless for learning; empty if it is useful."""
    from canonym.project.files.text_files import check_text
    from canonym.text.formats import FORMATS, format_for

    if not source.keys and FORMATS[source.format or format_for(source.name)].keyed:
        return "says not which of its values are prose; set `keys` in canonym.toml, or give it as JSON Lines"
    return check_text(source.path)
