"""The settings of a project as a check uses them; what each means and may hold says ``settings_shape``."""

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
"""What such a file begins with."""
AUTHORED = "termbase.toml"


class SettingsError(SourceError):
    """The settings cannot be used as they stand."""


class ProjectSettings(NamedTuple):
    """What a project may set, with the defaults.

    Paths are relative to the file that names them; both kinds of slash part them.
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

    def checking(self, today: "date | None" = None) -> Settings:
        """Return what of this a check needs; ``today`` judges whether entries expired."""
        return Settings(
            rules=self.rules,
            select=self.select,
            ignore=tuple(rule for rule in self.ignore if isinstance(rule, str)),
            ignores=tuple(entry for entry in self.ignore if isinstance(entry, Ignore)),
            today=today,
        )


DEFAULTS = ProjectSettings()
