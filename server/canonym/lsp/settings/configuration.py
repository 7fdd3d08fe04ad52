"""The settings of the editor for a document. They override those of the project."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from canonym.checking.check_settings import Settings
from canonym.checking.finding import Severity
from canonym.checking.rules import RULES
from canonym.termbase.toml_shape import nearest
from canonym.text.tags.canonical_tag import canonical_tag

SECTION = "canonym"
"""Our section in the settings of the editor."""


@dataclass(frozen=True)
class Overrides:
    """The editor's settings for a document. Empty values leave the project's settings unchanged.

    Attributes:
        enable: Whether to check it at all.
        languages: Further languages to check, by the editor's names.
        draft_language: The tag of the language of drafts of which nothing else says one.
        termbase: Termbases if no settings file names any; relative to the root.
        rules: Level by rule.
        select: Only these rules.
        ignore: Not these rules.
        workspace_diagnostics: Whether to check closed drafts.
        rename_termbase: Whether a rename writes the new form to the termbase.
        offer_learning: Whether to offer to learn a termbase if there is none.
        problems: Unknown settings and values.
    """

    enable: bool = True
    languages: tuple[str, ...] = ()
    draft_language: str = ""
    termbase: tuple[str, ...] = ()
    rules: Mapping[str, Severity] = field(default_factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    workspace_diagnostics: bool = True
    rename_termbase: bool = True
    offer_learning: bool = True
    problems: tuple[str, ...] = ()

    def over(self, settings: Settings) -> Settings:
        """Return ``settings`` with these over them."""
        return settings._replace(
            rules={**settings.rules, **self.rules},
            select=self.select or settings.select,
            ignore=(*settings.ignore, *self.ignore),
        )


def overrides_from(value: object) -> Overrides:
    """Parse the editor's answer. Unknown settings and values are listed and ignored."""
    if not isinstance(value, Mapping):
        return Overrides(problems=() if value is None else (f"{SECTION}: expected an object",))
    read: dict[str, Any] = {}
    problems = []
    for key, item in value.items():
        if key in _OF_CLIENTS or item is None:
            continue
        try:
            name, reader = _reader_of(str(key))
            read[name] = reader(item)
        except ValueError as error:
            problems.append(f"{SECTION}.{key}: {error}")
            continue
        if name in _OF_RULES:
            problems += [f"{SECTION}.{key}: {mistake}" for mistake in _unknown(read[name])]
    return Overrides(**read, problems=tuple(problems))


def _reader_of(key: str) -> tuple[str, Any]:
    """Return our name of a setting, and the parser of its value.

    Raises:
        ValueError: There is no such setting.
    """
    if key not in _READERS:
        raise ValueError(f"unknown setting{nearest(key, _READERS)}")
    name, reader = _READERS[key]
    return name, reader


def _unknown(rules: Iterable[str]) -> Iterator[str]:
    return (f"unknown rule {rule!r}{nearest(rule, RULES)}" for rule in rules if rule not in RULES)


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("expected true or false")
    return value


def _tag(value: object) -> str:
    tag = canonical_tag(value) if isinstance(value, str) else ""
    if value != "" and not tag:
        raise ValueError("expected a language tag of BCP 47, such as de or pt-BR")
    return tag


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
    "draftLanguage": ("draft_language", _tag),
    "termbase": ("termbase", _words),
    "rules": ("rules", _levels),
    "select": ("select", _words),
    "ignore": ("ignore", _words),
    "workspaceDiagnostics": ("workspace_diagnostics", _truth),
    "renameTermbase": ("rename_termbase", _truth),
    "offerLearning": ("offer_learning", _truth),
}
"""Our name and the parser of the value, by the editor's name of a setting."""

_OF_RULES = frozenset({"rules", "select", "ignore"})
_OF_CLIENTS = frozenset({"server", "trace"})
"""Settings in the same section that only the client uses, such as the path of the server."""
