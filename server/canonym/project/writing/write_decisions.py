"""Writes people's decisions to ``termbase.toml`` and ``canonym.toml``, whole or not at all."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import IO

from canonym.checking.check_settings import Ignore
from canonym.project.files.read_toml_text import own_text
from canonym.project.files.text_files import TextFile
from canonym.project.settings import SettingsError
from canonym.project.settings_file import OWN_FILE, SettingsFile
from canonym.project.writing.rewriting import rewrite
from canonym.termbase.edits.toml_edits import Scalar, add_item, append_table
from canonym.termbase.errors import SourceError, TermbaseError
from canonym.termbase.toml_places import key_name, locate


def edit_termbase(path: Path, edit: Callable[[str], str], *, within: Collection[Path] | None = None) -> bool:
    """Apply an edit of ``termbase.authored`` to the file, and create the file if it is missing.

    Args:
        path: The file.
        edit: The edit. It is repeated if somebody else edits the file meanwhile.
        within: Folders, one of which must contain the file with all links followed; None for anywhere.

    Returns:
        Whether the file changed.

    Raises:
        TermbaseError: The file is unusable, or the edit contradicts it.
        OSError: The file cannot be read or written, or is elsewhere.
    """

    def edited(text: str) -> str:
        try:
            return edit(text)
        except SourceError as error:
            raise TermbaseError(str(path), error.line, error.key, error.message) from error

    return _edit(path, TermbaseError, edited, within)


def ignore_in_project(
    file: SettingsFile | None, root: Path, entry: Ignore, *, within: Collection[Path] | None = None
) -> bool:
    """Add an ``[[ignore]]`` entry to the settings. ``canonym.toml`` is created in ``root`` if there are none.

    Args:
        file: The settings; None if there are none.
        root: The directory of the project.
        entry: The entry.
        within: Folders, one of which must contain the file with all links followed; None for anywhere.

    Returns:
        Whether the file changed. It does not if it already has the entry.

    Raises:
        SettingsError: The settings are unusable.
        OSError: The file cannot be read or written.
    """
    path, table = (file.path, file.table) if file else (root / OWN_FILE, ())
    return _edit(
        path, SettingsError, lambda text: with_ignore(SettingsFile(path, text, table), entry), within
    )


def with_ignore(file: SettingsFile, entry: Ignore) -> str:
    """Return the text of the settings with one more ``ignore`` entry.

    Raises:
        SettingsError: The settings are unusable.
    """
    if entry in file.read().ignore:
        return file.text
    path = (*file.table, "ignore")
    place = locate(file.text).get(path)
    if place is not None and place.key != place.value:
        return add_item(file.text, file.table, "ignore", _pairs(entry))
    return append_table(file.text, f"[[{key_name(path)}]]", _pairs(entry))


def _pairs(entry: Ignore) -> dict[str, Scalar]:
    texts = {"text": entry.text, "rule": entry.rule, "path": entry.path, "reason": entry.reason}
    pairs: dict[str, Scalar] = {key: text for key, text in texts.items() if text}
    return pairs if entry.expires is None else {**pairs, "expires": entry.expires}


def _edit(
    path: Path, error: type[SourceError], edit: Callable[[str], str], within: Collection[Path] | None
) -> bool:
    def edited(file: IO[bytes] | None) -> bytes | None:
        held = TextFile("") if file is None else own_text(file.read(), str(path), error)
        new = edit(held.text)
        return None if new == held.text else held.with_text(new).data()

    return rewrite(path, edited, within=within)
