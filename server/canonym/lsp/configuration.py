"""Settings of the editor, asked for each document; they lie over those of the project."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from canonym.checking.finding import Severity
from canonym.checking.settings import Settings

SECTION = "canonym"
"""The section of the editor's settings that is ours."""


@dataclass(frozen=True)
class Overrides:
    """What the editor sets for a document; empty values leave the project's settings as they are.

    Attributes:
        enable: Whether to check it at all.
        languages: Further languages to check, as the editor names them.
        termbase: Termbases where no settings file names any; relative to the root.
        rules: Level by rule.
        select: Only these rules.
        ignore: Not these rules.
        workspace_diagnostics: Whether drafts that are not open are checked as well.
        rename_termbase: Whether a rename writes the new form to the termbase, too.
        offer_learning: Whether to offer to learn a termbase where there is none.
        problems: What was set and is not understood.
    """

    enable: bool = True
    languages: tuple[str, ...] = ()
    termbase: tuple[str, ...] = ()
    rules: Mapping[str, Severity] = field(default_factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    workspace_diagnostics: bool = True
    rename_termbase: bool = True
    offer_learning: bool = True
    problems: tuple[str, ...] = ()

    def over(self, settings: Settings) -> Settings:
        """Return ``settings`` with these laid over them."""
        return settings._replace(
            rules={**settings.rules, **self.rules},
            select=self.select or settings.select,
            ignore=(*settings.ignore, *self.ignore),
        )


def overrides_from(value: object) -> Overrides:
    """Read what the editor answered; what is not understood is listed and passed over."""
    if not isinstance(value, Mapping):
        return Overrides()
    read: dict[str, Any] = {}
    problems = []
    for key, item in value.items():
        if key not in _READERS or item is None:
            continue
        name, reader = _READERS[key]
        try:
            read[name] = reader(item)
        except ValueError as error:
            problems.append(f"{SECTION}.{key}: {error}")
    return Overrides(**read, problems=tuple(problems))


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("expected true or false")
    return value


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise ValueError("expected a list of strings")
    return tuple(value)


def _levels(value: object) -> Mapping[str, Severity]:
    if not isinstance(value, Mapping):
        raise ValueError("expected levels by rule")
    levels = {}
    for rule, level in value.items():
        if level not in list(Severity):
            raise ValueError(f"{level!r} is no level; known are {', '.join(Severity)}")
        levels[str(rule)] = Severity(level)
    return levels


_READERS: Mapping[str, Any] = {
    "enable": ("enable", _truth),
    "languages": ("languages", _words),
    "termbase": ("termbase", _words),
    "rules": ("rules", _levels),
    "select": ("select", _words),
    "ignore": ("ignore", _words),
    "workspaceDiagnostics": ("workspace_diagnostics", _truth),
    "renameTermbase": ("rename_termbase", _truth),
    "offerLearning": ("offer_learning", _truth),
}
"""By the editor's name of a setting: our name, and what reads its value."""
