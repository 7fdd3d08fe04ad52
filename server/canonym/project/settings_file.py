"""Finds and parses the nearest settings: ``canonym.toml``, or ``[tool.canonym]`` of ``pyproject.toml``."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from canonym.project.files.read_toml_text import read_own
from canonym.project.settings import ProjectSettings, SettingsError
from canonym.text.values import NamedTuple

if TYPE_CHECKING:
    from canonym.termbase.toml_places import Path as KeyPath

OWN_FILE = "canonym.toml"
SHARED_FILE = "pyproject.toml"
_TABLE: "KeyPath" = ("tool", "canonym")


class SettingsFile(NamedTuple):
    """A file with settings.

    Attributes:
        path: The file.
        text: Its text.
        table: The path to the table of our settings; empty if the whole file is ours.
    """

    path: Path
    text: str
    table: "KeyPath" = ()

    def read(self) -> ProjectSettings:
        """Return the settings.

        Raises:
            SettingsError: The first mistake, with its line and key.
        """
        from canonym.project.settings_shape import settings_from

        for error in self.problems():
            raise error
        return settings_from(self._data())

    def problems(self) -> tuple[SettingsError, ...]:
        """Return all mistakes in the file, so that an editor shows them together."""
        from canonym.project.settings_shape import settings_faults
        from canonym.termbase.toml_places import syntax_error

        try:
            data = self._data()
        except ValueError as error:
            line, message = syntax_error(self.text, error)
            return (SettingsError(str(self.path), line, "", message),)
        if not isinstance(data, dict):
            return (self._error((), "expected a table"),)
        return tuple(self._error(fault.path, fault.message) for fault in settings_faults(data))

    def sets(self, setting: str) -> bool:
        """Return whether the file sets ``setting``."""
        return setting in self._data()

    def origin(self, setting: str) -> str:
        """Return ``file:line`` of ``setting``; empty if it is not set."""
        from canonym.termbase.toml_places import line_of

        if not self.sets(setting):
            return ""
        return f"{self.path}:{line_of(self.text, (*self.table, setting))}"

    def _data(self) -> Any:  # noqa: ANN401  (any TOML value)
        data: Any = _toml(self.text)
        for step in self.table:
            data = data.get(step, {}) if isinstance(data, dict) else {}
        return data

    def _error(self, path: "KeyPath", message: str) -> SettingsError:
        from canonym.termbase.toml_places import key_name, line_of

        whole = (*self.table, *path)
        return SettingsError(str(self.path), line_of(self.text, whole), key_name(whole), message)


def find_settings(start: Path) -> SettingsFile | None:
    """Return the settings file nearest to ``start``, in it or in a directory above.

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
    return SettingsFile(path, read_own(path, str(path), SettingsError).text) if _is_there(path) else None


def _is_there(path: Path) -> bool:
    """Return whether something other than a directory exists. If it is not a file, reading refuses it."""
    return path.is_file() or (path.exists() and not path.is_dir())


def _shared(path: Path) -> SettingsFile | None:
    if not _is_there(path):
        return None
    text = read_own(path, str(path), SettingsError).text
    if "canonym" not in text:
        return None
    file = SettingsFile(path, text, _TABLE)
    try:
        table = _toml(text).get("tool", {})
    except ValueError:
        return file if "[tool.canonym" in text else None
    return file if isinstance(table, dict) and "canonym" in table else None


# Brings .1 % of a run; bounded: the oldest answer goes.
@lru_cache(maxsize=8)
def _toml(text: str) -> Mapping[str, Any]:
    from canonym.termbase.toml_text import parse_toml

    return parse_toml(text)
