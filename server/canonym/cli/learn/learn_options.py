"""The arguments of ``canonym learn``."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from canonym.cli.common import add_language_option

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


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments and the description of the subcommand."""
    parser.description = DESCRIPTION
    parser.epilog = EXAMPLES
    _add_places(parser)
    _add_engine(parser)
    _add_content(parser)
    add_language_option(parser, "articles that neither the settings nor the text itself name")
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
