"""The arguments of ``canonym check``."""

from argparse import (
    ArgumentParser,
    ArgumentTypeError,
    _ArgumentGroup,
)

from canonym.cli.common import add_language_option
from canonym.report.output_formats import OUTPUTS

LEVELS = ("error", "warning", "info")
EXAMPLES = """\
examples:
  canonym check drafts/                       check every draft below a directory
  canonym check --fix drafts/                 apply what is safe, report the rest
  canonym check --diff drafts/today.md        show what --fix would change
  canonym check --since origin/main .         only lines changed since a revision
  canonym check --update-baseline --baseline canonym.baseline.json .
                                              accept what is there, fail on what comes
  canonym check --format github --output sarif:canonym.sarif .
                                              annotations on the log, SARIF in a file
  canonym check - --stdin-filename a.md < a.md
                                              a draft from standard input

formats:
{formats}

exit codes:
  0  nothing found (or --exit-zero, or nothing at --fail-on or above)
  1  findings
  2  usage, settings, termbase or a draft that could not be read
"""
Group = _ArgumentGroup


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments and the description of the subcommand."""
    parser.description = (
        "Check drafts against the termbase: spellings, deprecated terms, names that disagree."
    )
    parser.epilog = EXAMPLES.format(formats=_formats())
    _input(parser.add_argument_group("what to check"))
    _judging(parser.add_argument_group("how to judge"))
    _output(parser.add_argument_group("what to say"))
    _exit(parser.add_argument_group("when to fail"))
    _fixing(parser.add_argument_group("what to change"))
    _running(parser.add_argument_group("how to run"))


def _input(group: Group) -> None:
    group.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        default=[],
        help="drafts, directories or globs; - is standard input (default: the current directory)",
    )
    group.add_argument(
        "--stdin-filename", metavar="NAME", help="the name, and so the format, of standard input"
    )
    group.add_argument(
        "--files-from",
        metavar="FILE",
        help="read the paths from FILE, one a line; - is standard input",
    )
    group.add_argument(
        "--since",
        metavar="REV",
        help="only findings on lines changed since git revision REV (and new files); runs no filter or hook",
    )
    group.add_argument(
        "--show-files", action="store_true", help="list the drafts that would be checked, and stop"
    )
    group.add_argument(
        "--show-languages",
        action="store_true",
        help="list the drafts that would be checked, each with the languages it is taken for, and stop",
    )


def _judging(group: Group) -> None:
    group.add_argument(
        "--termbase",
        metavar="FILE",
        action="append",
        default=[],
        help="use this termbase (.toml or .jsonl) in place of the project's; may be given several times",
    )
    group.add_argument(
        "--isolated", action="store_true", help="read no settings file and no project: only the command line"
    )
    group.add_argument(
        "--select",
        metavar="RULE",
        action="append",
        default=[],
        help="only this rule; several by comma or again",
    )
    group.add_argument(
        "--ignore",
        metavar="RULE",
        action="append",
        default=[],
        help="not this rule; several by comma or again",
    )
    add_language_option(group, "drafts that neither the settings nor the text itself name")
    group.add_argument(
        "--baseline", metavar="FILE", help="mark the findings that FILE knows; they do not fail"
    )
    group.add_argument(
        "--update-baseline",
        action="store_true",
        help="write the findings of this run to the baseline, and stop; changes no draft",
    )


def _output(group: Group) -> None:
    group.add_argument(
        "--format",
        metavar="FORMAT",
        choices=tuple(OUTPUTS),
        default="text",
        help="what standard output gets; the formats are listed below (default: text)",
    )
    group.add_argument(
        "--output",
        metavar="FORMAT:FILE",
        action="append",
        default=[],
        type=_format_and_file,
        help="write this format to FILE as well; may be given several times",
    )
    group.add_argument("--quiet", action="store_true", help="findings only: no summary, no progress")
    group.add_argument("--statistics", action="store_true", help="count by rule, by concept and by spelling")
    group.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colour the text (default: on a terminal, unless NO_COLOR is set)",
    )


def _exit(group: Group) -> None:
    group.add_argument("--exit-zero", action="store_true", help="exit with 0 in spite of findings")
    group.add_argument(
        "--fail-on",
        metavar="LEVEL",
        choices=LEVELS,
        default="info",
        help="the lowest level that fails: error, warning or info (default: info)",
    )
    group.add_argument(
        "--max-findings",
        metavar="N",
        type=_natural,
        default=0,
        help="fail only on more than N findings (default: 0)",
    )


def _fixing(group: Group) -> None:
    group.add_argument(
        "--fix", action="store_true", help="apply the first suggestion of findings that are safe"
    )
    group.add_argument(
        "--unsafe-fixes", action="store_true", help="apply the first suggestion of every finding"
    )
    group.add_argument("--diff", action="store_true", help="show what would be changed, and change nothing")
    group.add_argument(
        "--interactive",
        action="store_true",
        help="ask, finding by finding; «never» is kept in the termbase. Ctrl-C drops the fixes chosen "
        "so far in a draft; q applies them",
    )
    group.add_argument(
        "--allow-outside",
        action="store_true",
        help="write also what lies outside of the folders of PATH or of the project, where a link or a "
        "setting leads there",
    )


def _running(group: Group) -> None:
    group.add_argument(
        "--jobs",
        metavar="N",
        type=_natural,
        default=0,
        help="processes; 0 takes as many as pay for themselves (default: 0)",
    )
    group.add_argument("--no-cache", action="store_true", help="remember no findings, and read none")


def _formats() -> str:
    return "\n".join(f"  {name:<12}{output.summary}" for name, output in OUTPUTS.items())


def _format_and_file(text: str) -> tuple[str, str]:
    name, colon, file = text.partition(":")
    if name not in OUTPUTS:
        raise ArgumentTypeError(f"unknown format {name!r}; known: {', '.join(OUTPUTS)}")
    if not (colon and file):
        raise ArgumentTypeError(f"{text!r} names no file; write {name}:FILE")
    return name, file


def _natural(text: str) -> int:
    if not text.isdecimal():
        raise ArgumentTypeError(f"{text!r} is no whole number from 0")
    return int(text)
