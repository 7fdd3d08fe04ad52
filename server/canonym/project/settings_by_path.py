"""The settings that hold for drafts of some paths alone: formats, keys and languages, by glob."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from canonym.project.files.ignored_files import absolute, matcher
from canonym.project.settings import ProjectSettings

_Value = TypeVar("_Value")
_ByGlob = tuple[tuple[Callable[[str], bool], _Value], ...]


class SettingsByPath:
    """Says what the settings say of a path.

    Args:
        settings: The settings.
        root: The directory that their globs are relative to.
    """

    def __init__(self, settings: ProjectSettings, root: Path) -> None:
        self._formats = _by_glob(settings.formats, root)
        self._language_globs = tuple(settings.language_by_path)
        self._languages = _by_glob(settings.language_by_path, root)
        self._keys = _by_glob(settings.keys, root)

    def format_of(self, path: Path) -> str | None:
        """Return the format of a draft; None if its name decides."""
        return _match(self._formats, path)

    def language_of(self, path: Path) -> str | None:
        """Return the tag of the language of a draft; None if no glob matches."""
        return _match(self._languages, path)

    def idle_language_globs(self, paths: Iterable[Path]) -> tuple[str, ...]:
        """Return the globs of languages that match none of ``paths``."""
        names = [absolute(path) for path in paths]
        globs = zip(self._language_globs, self._languages, strict=True)
        return tuple(glob for glob, (matches, _) in globs if not any(map(matches, names)))

    def keys_of(self, path: Path) -> tuple[str, ...] | None:
        """Return the keys whose values are prose; None if no glob matches."""
        return _match(self._keys, path)

    def names(self, path: Path) -> bool:
        """Return whether the settings say how to read a file, so that it is a draft."""
        return bool(self.format_of(path) or self.keys_of(path))


def _by_glob(values: Mapping[str, _Value], root: Path) -> _ByGlob[_Value]:
    return tuple((matcher([glob], root), value) for glob, value in values.items())


def _match(values: _ByGlob[_Value], path: Path) -> _Value | None:
    """Return the value of the last glob that matches, like the last pattern of a ``.gitignore``."""
    name = absolute(path) if values else ""
    return next((value for matches, value in reversed(values) if matches(name)), None)
