"""Where the settings stand: ``canonym.toml`` or ``[tool.canonym]`` of ``pyproject.toml``, the nearest one."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from canonym.project.own_files import read_own
from canonym.project.settings import ProjectSettings, SettingsError, settings_faults, settings_from
from canonym.termbase.toml_places import Path as KeyPath
from canonym.termbase.toml_places import key_name, line_of, syntax_error

OWN_FILE = "canonym.toml"
SHARED_FILE = "pyproject.toml"
_TABLE: KeyPath = ("tool", "canonym")


class SettingsFile(NamedTuple):
    """A file that sets something.

    Attributes:
        path: The file.
        text: What it says.
        table: The way to the table with our settings; empty when the file is all ours.
    """

    path: Path
    text: str
    table: KeyPath = ()

    def read(self) -> ProjectSettings:
        """Return the settings.

        Raises:
            SettingsError: The first thing that is wrong, with its line and key.
        """
        for error in self.problems():
            raise error
        return settings_from(self._data())

    def problems(self) -> tuple[SettingsError, ...]:
        """Return all that is wrong with the file, for an editor to show at once."""
        try:
            data = self._data()
        except tomllib.TOMLDecodeError as error:
            line, message = syntax_error(self.text, error)
            return (SettingsError(str(self.path), line, "", message),)
        return tuple(self._error(fault.path, fault.message) for fault in settings_faults(data))

    def origin(self, setting: str) -> str:
        """Return ``file:line`` where ``setting`` is set; empty when it is not."""
        if setting not in self._data():
            return ""
        return f"{self.path}:{line_of(self.text, (*self.table, setting))}"

    def _data(self) -> Mapping[str, Any]:
        data: Any = tomllib.loads(self.text)
        for step in self.table:
            data = data.get(step, {})
        return data if isinstance(data, dict) else {}

    def _error(self, path: KeyPath, message: str) -> SettingsError:
        whole = (*self.table, *path)
        return SettingsError(str(self.path), line_of(self.text, whole), key_name(whole), message)


def find_settings(start: Path) -> SettingsFile | None:
    """Return the nearest settings file of ``start`` or a directory above it.

    Raises:
        SettingsError: It cannot be read.
    """
    return next(filter(None, map(settings_in, (start, *start.parents))), None)


def settings_in(directory: Path) -> SettingsFile | None:
    """Return the settings file of ``directory`` itself.

    Raises:
        SettingsError: It cannot be read.
    """
    return _own(directory / OWN_FILE) or _shared(directory / SHARED_FILE)


def _own(path: Path) -> SettingsFile | None:
    return SettingsFile(path, read_own(path, str(path), SettingsError).text) if path.is_file() else None


def _shared(path: Path) -> SettingsFile | None:
    if not path.is_file():
        return None
    text = read_own(path, str(path), SettingsError).text
    if "canonym" not in text:
        return None
    file = SettingsFile(path, text, _TABLE)
    try:
        table = tomllib.loads(text).get("tool", {})
    except tomllib.TOMLDecodeError:
        return file if "[tool.canonym" in text else None
    return file if "canonym" in table else None
