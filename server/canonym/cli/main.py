"""The command line. It chooses the subcommand, imports only that, and catches every error last."""

import io
import os
import sys
from argparse import Action, ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterable, Sequence
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from canonym import __version__
from canonym.cli.common import EXIT_ERROR, OUTSIDE, complain, why_not_written
from canonym.project.files.standard_streams import StreamError, leave_streams, open_streams, say, writing

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

COMMANDS = {
    "learn": "learn a termbase from published articles",
    "check": "check drafts against the termbase",
    "explain": "say what is known of a name, or what a rule does",
    "init": "write a commented canonym.toml",
    "config": "print every setting with its origin",
    "cache": "show or clear what is kept to be faster next time",
    "server": "serve an editor by the Language Server Protocol",
    "completion": "print a completion script for a shell",
}
"""The subcommands with their summaries. Each is a module of this package."""
_FILES = {
    "check": "check.command",
    "learn": "learn.learn_command",
    "completion": "shell_completion",
    "server": "language_server",
}
"""The module of a command, if its name differs."""

DESCRIPTION = "Keep names and terms consistent in translated and transliterated text."
EXAMPLES = """\
examples:
  canonym learn articles/        learn how names are spelt from what was published
  canonym check drafts/          find spellings that differ
  canonym check --fix drafts/    apply the safe corrections
  canonym explain Massoud        what is known of a name, and from where
  canonym init                   settings for this directory

`canonym COMMAND --help` tells the rest.
"""
EXIT_PIPE_CLOSED = 141
EXIT_SIGNAL = 128
"""Shells add this to the number of the signal that ended a command."""
_CTRL_C = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        argv: The arguments without the program; by default those of the process.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    open_streams()
    _speak_utf8()
    try:
        return _ended(arguments)
    finally:
        leave_streams()


def parser_of(command: str) -> ArgumentParser:
    """Return the parser of one subcommand.

    Its help option is in a group, because argparse asks the terminal about options outside of groups.
    """
    parser = _Parser(prog=f"canonym {command}", formatter_class=RawDescriptionHelpFormatter, add_help=False)
    _module(command).add_arguments(parser)
    parser.add_argument_group("help").add_argument("-h", "--help", action="help", help="show this, and stop")
    return parser


def build_parser(commands: Iterable[str] = COMMANDS) -> ArgumentParser:
    """Return the parser with the arguments of ``commands`` and only the names of all others."""
    parser = _Parser(
        prog="canonym",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show program's version number and exit")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, title="commands")
    wanted = frozenset(commands)
    for command, summary in COMMANDS.items():
        inner = subparsers.add_parser(command, help=summary, formatter_class=RawDescriptionHelpFormatter)
        if command in wanted:
            _module(command).add_arguments(inner)
    return parser


def _module(command: str) -> ModuleType:
    return import_module(f"canonym.cli.{_FILES.get(command, command)}")


class _Parser(ArgumentParser):
    """A parser that reports when its help cannot be written. argparse ignores that."""

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:  # noqa: ARG002  (nobody passes one)
        """Print the help on standard output."""
        say(self.format_help(), end="")


class _Version(Action):
    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        say(f"canonym {__version__}")
        parser.exit()


def _ended(arguments: list[str]) -> int:
    """Run the command line and return its exit code, whatever happens."""
    try:
        code = _run(arguments)
        with writing("standard output"):
            sys.stdout.flush()
    except KeyboardInterrupt as interrupt:
        return EXIT_SIGNAL + getattr(interrupt, "number", _CTRL_C)
    except BrokenPipeError:
        return EXIT_PIPE_CLOSED
    except Exception as error:
        return _report_error(error, arguments)
    return code


def _run(arguments: list[str]) -> int:
    command, *rest = arguments or ["--help"]
    if not command.startswith("-") and command not in COMMANDS:
        return _unknown(command)
    try:
        if command not in COMMANDS:
            build_parser([]).parse_args([command, *rest])
        args = parser_of(command).parse_args(rest)
    except SystemExit as leaving:
        return int(leaving.code or 0)
    code: int = _module(command).run(args)
    return code


def _unknown(command: str) -> int:
    from canonym.termbase.toml_shape import nearest

    complain(f"unknown command {command!r}{nearest(command, COMMANDS)}")
    return EXIT_ERROR


def _report_error(error: Exception, arguments: Sequence[str]) -> int:
    from canonym.project.files.text_files import NotText
    from canonym.termbase.errors import SourceError

    if isinstance(error, SourceError | NotText | StreamError):
        complain(str(error))
    elif isinstance(error, OSError) and error.filename is not None:
        reason = why_not_written(error, option=OUTSIDE if _takes(OUTSIDE, arguments) else "")
        complain(f"{os.fsdecode(error.filename)}: {reason}")
    else:
        import traceback

        for line in "".join(traceback.format_exception(error)).splitlines():
            complain(line)
        complain("this is a mistake in canonym itself; please report it with the lines above")
    return EXIT_ERROR


def _takes(option: str, arguments: Sequence[str]) -> bool:
    """Return whether the given command has an option."""
    command = next(iter(arguments), "")
    return command in COMMANDS and option in parser_of(command).format_help()


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale, and lone surrogates as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            chosen = stream.encoding if stream.isatty() or "PYTHONIOENCODING" in os.environ else "utf-8"
            stream.reconfigure(encoding=chosen, errors="backslashreplace")
