"""``canonym cache``: shows where compiled termbases and findings are cached, and clears them."""

import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from canonym.cli.common import EXIT_CLEAN, EXIT_ERROR, complain, say
from canonym.text.printable import printable

if TYPE_CHECKING:
    from canonym.project.cache.cache_entries import Entry

EXAMPLES = """\
examples:
  canonym cache                          what is kept: of this project, and in the user's cache directory
  canonym cache show --format json       the same for programs
  canonym cache clear                    remove all that `canonym cache` shows
  canonym cache clear --older-than 30    remove what was not used for 30 days
  canonym cache clear --project ~/news   remove what is kept of the project in ~/news, wherever it lies

What is kept is made again when it is needed: compiled termbases (indexes) and findings in drafts
that did not change. It lies in `.canonym` of the project or beside the termbase. Where that is
read-only, another user's, or a link, it lies in the user's cache directory, which nobody else may
look into and which holds at most 2 GB. The least recently used goes first.
"""
SHOW, CLEAR = "show", "clear"
_DAY = 86_400
_UNITS = ("bytes", "KB", "MB", "GB")


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments and the description of the subcommand."""
    parser.description = "Show what Canonym keeps to be faster the next time, or remove it."
    parser.epilog = EXAMPLES
    parser.add_argument(
        "action", nargs="?", choices=(SHOW, CLEAR), default=SHOW, help="what to do (default: show)"
    )
    parser.add_argument(
        "--project",
        metavar="DIRECTORY",
        action="append",
        type=Path,
        default=[],
        help="only of this project; may be given several times (default: that around the current "
        "directory, and all in the user's cache directory)",
    )
    parser.add_argument(
        "--older-than", metavar="DAYS", type=_days, help="only what was not used for so many days"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="(default: text)")


def run(args: Namespace) -> int:
    """Show or clear the cache. Return 2 if something cannot be cleared."""
    entries = _entries(args.project)
    if args.older_than is not None:
        latest = time.time() - args.older_than * _DAY
        entries = [entry for entry in entries if entry.used < latest]
    if args.action == CLEAR:
        return _clear(entries)
    say(_json(entries) if args.format == "json" else _text(entries))
    return EXIT_CLEAN


def _entries(paths: Sequence[Path]) -> "list[Entry]":
    """Return the entries. Report a folder that is not used because it is not ours."""
    from canonym.project.cache.cache_entries import own_entry, users_entries

    entries = []
    places = dict.fromkeys(place for path in paths or [Path()] for place in _places(path))
    for place in places:
        try:
            entry = own_entry(place)
        except OSError as error:
            complain(f"{_reason(error)}; it is left alone")
        else:
            entries += [] if entry is None else [entry]
    named = {str(place.resolve()) for place in places}
    entries += [entry for entry in users_entries() if not paths or entry.directory in named]
    return entries


def _places(path: Path) -> Iterator[Path]:
    """Yield the directory itself, which may hold a termbase, and the root of its project."""
    from canonym.project.files.ignored_files import absolute
    from canonym.project.project import Project
    from canonym.termbase.errors import SourceError

    directory = Path(absolute(path.parent if path.is_file() else path))
    yield directory
    if directory.is_dir():
        with suppress(SourceError):  # the cache of a project with broken settings can still be cleared
            yield Project.find(directory).kept_beside


def _clear(entries: "Sequence[Entry]") -> int:
    from canonym.project.cache.cache_entries import clear_own, clear_users

    cleared, code = [], EXIT_CLEAN
    for entry in entries:
        try:
            if entry.place.parent == Path(entry.directory):
                clear_own(entry.place.parent)
            else:
                clear_users([entry])
        except OSError as error:
            complain(_reason(error))
            code = EXIT_ERROR
        else:
            cleared.append(entry)
    count = f"{len(cleared)} folder" + ("s" if len(cleared) != 1 else "")
    say(f"cleared {count}, {_size(sum(entry.size for entry in cleared))}")
    return code


def _reason(error: OSError) -> str:
    return f"{error.filename}: {error.strerror}" if error.filename else str(error)


def _text(entries: "Sequence[Entry]") -> str:
    from canonym.project.cache.cache_limit import BOUND
    from canonym.project.cache.user_cache import users_cache_path

    lines = [_line("last used", "size", "indexes", "drafts", "of")]
    for one in entries:
        day = datetime.fromtimestamp(one.used).strftime("%Y-%m-%d %H:%M")
        place = printable(f"{one.directory} (in {one.place})")
        lines.append(_line(day, _size(one.size), one.indexes, one.drafts, place))
    try:
        bound = f"the user's cache directory is {users_cache_path()} and holds at most {_size(BOUND)}"
    except FileNotFoundError:
        bound = "the user has no cache directory"
    return "\n".join([*(lines if entries else ["nothing is kept"]), printable(bound)])


def _line(day: str, size: str, indexes: object, drafts: object, place: str) -> str:
    return f"{day:16}  {size:>9}  {indexes:>7}  {drafts:>6}  {place}"


def _json(entries: "Sequence[Entry]") -> str:
    rows = [{**entry._asdict(), "place": str(entry.place), "used": _iso(entry.used)} for entry in entries]
    from canonym.report.json_text import json_text

    return json_text(rows, indent=2)


def _iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().isoformat(timespec="seconds")


def _size(size: int) -> str:
    """Return a size for people, in steps of 1,024."""
    amount, step = float(size), 0
    while amount >= 1024 and step + 1 < len(_UNITS):
        amount, step = amount / 1024, step + 1
    return f"{amount:.1f} {_UNITS[step]}" if step else f"{size} {_UNITS[0]}"


def _days(text: str) -> float:
    try:
        days = float(text)
    except ValueError:
        days = -1
    if not 0 <= days < 1e6:
        raise ArgumentTypeError(f"expected a number of days, got {text!r}")
    return days
