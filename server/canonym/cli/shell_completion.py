"""``canonym completion``: a script that completes commands, options and their values in a shell."""

from argparse import ArgumentParser, Namespace, _SubParsersAction

from canonym.cli.common import EXIT_CLEAN, EXIT_ERROR, complain, say

SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")
EXAMPLES = """\
examples:
  canonym completion bash > ~/.local/share/bash-completion/completions/canonym
  canonym completion zsh > ~/.zfunc/_canonym        with ~/.zfunc in fpath
  canonym completion fish > ~/.config/fish/completions/canonym.fish
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments and the description of the subcommand."""
    parser.description = "Print a script that completes commands, options and their values (needs shtab)."
    parser.epilog = EXAMPLES
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help=f"one of {', '.join(SHELLS)}")


def run(args: Namespace) -> int:
    """Print the script."""
    try:
        import shtab
    except ModuleNotFoundError:
        complain("completion needs shtab; install canonym with the extra completion")
        return EXIT_ERROR
    from canonym.cli.main import build_parser

    parser = build_parser()
    for one in _parsers(parser):
        _complete_files(one, shtab.FILE)
    say(shtab.complete(parser, shell=args.shell))
    return EXIT_CLEAN


def _parsers(parser: ArgumentParser) -> list[ArgumentParser]:
    """Return a parser and the parsers of its subcommands."""
    inner = [a for a in parser._actions if isinstance(a, _SubParsersAction)]  # noqa: SLF001  argparse has no public way
    return [parser, *(child for action in inner for child in action.choices.values())]


def _complete_files(parser: ArgumentParser, files: object) -> None:
    """Let arguments that name files complete to files. shtab uses an attribute of its own."""
    for action in parser._actions:  # noqa: SLF001
        if action.metavar in ("PATH", "FILE", "FORMAT:FILE", "NAME") and action.choices is None:
            action.complete = files  # type: ignore[attr-defined]
