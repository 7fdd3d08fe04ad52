"""``canonym init``: writes a commented ``canonym.toml`` to start from."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from textwrap import wrap

from canonym.cli.common import EXIT_CLEAN, EXIT_ERROR, complain, say
from canonym.text.printable import printable

HEAD = """\
# Settings of Canonym. Every line below is a comment and shows what a setting may look like.
# Paths are relative to this file. `canonym config` prints what holds.
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments and the description of the subcommand."""
    parser.description = "Write a canonym.toml that explains every setting;\nall of it is commented out."
    parser.add_argument(
        "directory",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="DIRECTORY",
        help="where to write it (default: the current directory)",
    )


def run(args: Namespace) -> int:
    """Write the file, unless settings exist already."""
    from canonym.project.settings_file import OWN_FILE, settings_in
    from canonym.project.writing.whole_files import write_atomic

    if not args.directory.is_dir():
        there = "is not a directory" if args.directory.exists() else "does not exist; create it first"
        complain(f"{args.directory} {there}")
        return EXIT_ERROR
    held = settings_in(args.directory)
    if held is not None:
        complain(f"{held.path}: holds settings already, and they stay as they are")
        return EXIT_ERROR
    path = args.directory / OWN_FILE
    write_atomic(path, template().encode(), within=(args.directory,), expected=lambda file: file is None)
    say(printable(f"wrote {path}"))
    return EXIT_CLEAN


def template() -> str:
    """Return the commented settings file."""
    from canonym.project.settings_shape import SETTINGS

    parts = [HEAD]
    for setting in SETTINGS:
        doc = "\n".join(f"# {line}" for line in wrap(setting.doc, 96))
        parts.append(f"{doc}\n# {setting.name} = {setting.example}\n")
    return "\n".join([*parts, _ENTRY])


_ENTRY = """\
# An entry of `ignore` may say more. Write such entries at the end of the file, instead of `ignore` above.
# [[ignore]]
# text = "Kiev"
# rule = "deprecated-term"
# path = "archive/**"
# reason = "quoted from the time"
# expires = 2030-12-31
"""
