"""The settings of a project in the form that a check uses. ``settings_shape`` describes each of them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from canonym.checking.check_settings import Ignore, Settings
from canonym.checking.finding import Severity
from canonym.termbase.errors import SourceError
from canonym.text.values import NamedTuple

if TYPE_CHECKING:
    from datetime import date

LEARNED = "termbase.learned.jsonl"
LEARNED_START = b'{"canonym":'
"""The first bytes of a learned termbase."""
AUTHORED = "termbase.toml"


class SettingsError(SourceError):
    """The settings have a mistake and cannot be used."""


class ProjectSettings(NamedTuple):
    """All settings of a project, with their defaults.

    Paths are relative to the file that names them. Both kinds of slash separate them.
    """

    corpus: tuple[str, ...] = ()
    learned: str = LEARNED
    termbase: tuple[str, ...] = (AUTHORED,)
    exclude: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str | Ignore, ...] = ()
    rules: Mapping[str, Severity] = MappingProxyType({})
    formats: Mapping[str, str] = MappingProxyType({})
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    fields: Mapping[str, str] = MappingProxyType({})
    language: str = ""
    language_by_path: Mapping[str, str] = MappingProxyType({})

    def checking(self, today: "date | None" = None) -> Settings:
        """Return the part that a check needs; ``today`` decides whether entries have expired."""
        return Settings(
            rules=self.rules,
            select=self.select,
            ignore=tuple(rule for rule in self.ignore if isinstance(rule, str)),
            ignores=tuple(entry for entry in self.ignore if isinstance(entry, Ignore)),
            today=today,
        )


DEFAULTS = ProjectSettings()
