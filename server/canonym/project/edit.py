"""People's decisions, written to ``termbase.toml`` and ``canonym.toml``: whole or not at all."""

from collections.abc import Callable
from pathlib import Path

from canonym.checking.settings import Ignore
from canonym.project.files import TextFile, write_atomic
from canonym.project.own_files import read_own
from canonym.project.settings import SettingsError
from canonym.project.settings_file import OWN_FILE, SettingsFile
from canonym.termbase.errors import SourceError, TermbaseError
from canonym.termbase.toml_edits import Scalar, add_item, append_table
from canonym.termbase.toml_places import key_name, locate


def edit_termbase(path: Path, edit: Callable[[str], str]) -> bool:
    """Apply an edit of ``termbase.authored`` to the file, which is created if it is missing.

    Returns:
        Whether the file changed.

    Raises:
        TermbaseError: The file cannot be used as it stands, or the edit contradicts it.
        OSError: The file cannot be read or written.
    """
    file = _read(path, TermbaseError)
    try:
        new = edit(file.text)
    except TermbaseError as error:
        raise TermbaseError(str(path), error.line, error.key, error.message) from error
    return _write(path, file, new)


def ignore_in_project(file: SettingsFile | None, root: Path, entry: Ignore) -> bool:
    """Add an ``[[ignore]]`` entry to the settings; ``canonym.toml`` is created in ``root`` if there are none.

    Returns:
        Whether the file changed; it does not if it has the entry.

    Raises:
        SettingsError: The settings cannot be used as they stand.
        OSError: The file cannot be read or written.
    """
    path, table = (file.path, file.table) if file else (root / OWN_FILE, ())
    held = _read(path, SettingsError)
    new = with_ignore(SettingsFile(path, held.text, table), entry)
    return _write(path, held, new)


def with_ignore(file: SettingsFile, entry: Ignore) -> str:
    """Return the text of the settings with one more entry in ``ignore``.

    Raises:
        SettingsError: The settings cannot be used as they stand.
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


def _read(path: Path, error: type[SourceError]) -> TextFile:
    try:
        return read_own(path, str(path), error)
    except FileNotFoundError:
        return TextFile("")


def _write(path: Path, file: TextFile, new: str) -> bool:
    if new == file.text:
        return False
    write_atomic(path, file.with_text(new).data())
    return True
