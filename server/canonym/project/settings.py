"""The settings of a project: their names, shapes, defaults and documentation, said once.

The reader of ``canonym.toml``, the file that ``canonym init`` writes, the schema for editors and the
table of the README all go by the fields of ``ProjectSettings``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from canonym.checking.finding import Severity
from canonym.checking.settings import Ignore, Settings
from canonym.termbase.errors import SourceError
from canonym.termbase.toml_places import Path
from canonym.termbase.toml_shape import Fault, Shape, faults, nearest

LEARNED = "termbase.learned.jsonl"
AUTHORED = "termbase.toml"


class SettingsError(SourceError):
    """The settings cannot be used as they stand."""


_WORD: Shape = {"type": "string", "minLength": 1}
_WORDS: Shape = {"type": "array", "items": _WORD}
_LEVEL: Shape = {"type": "string", "enum": [str(level) for level in Severity]}
_IGNORE: Shape = {
    "type": "object",
    "title": "an [[ignore]] entry",
    "properties": {
        "text": {**_WORD, "description": "The form, as it stands in drafts; any when left out."},
        "rule": {**_WORD, "description": "The rule; all when left out."},
        "path": {**_WORD, "description": "Glob of the drafts; all when left out."},
        "reason": {"type": "string", "description": "Why; shown in reports."},
        "expires": {
            "type": "string",
            "format": "date",
            "description": "Last day on which the entry holds.",
        },
    },
    "additionalProperties": False,
}


def _table(values: Shape, keys: str) -> Shape:
    return {"type": "object", "additionalProperties": values, "propertyNames": {**_WORD, "title": keys}}


def _setting(default: Any, shape: Shape, doc: str, example: str) -> Any:  # noqa: ANN401  (as dataclasses.field)
    metadata = {"shape": {**shape, "description": doc}, "example": example}
    if isinstance(default, Mapping):
        return field(default_factory=lambda: MappingProxyType(dict(default)), metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class ProjectSettings:
    """What a project may set.

    Paths are relative to the file that names them; both kinds of slash part them.
    """

    corpus: tuple[str, ...] = _setting(
        (), _WORDS, "Published articles to learn from: files, directories and globs.", '["articles/"]'
    )
    learned: str = _setting(
        LEARNED, _WORD, "Where `canonym learn` writes the termbase that it learned.", f'"{LEARNED}"'
    )
    termbase: tuple[str, ...] = _setting(
        (AUTHORED,),
        _WORDS,
        "Termbases to check against besides the learned one: written by people (.toml) or learned elsewhere "
        "(.jsonl). New decisions are written to the first .toml.",
        f'["{AUTHORED}"]',
    )
    exclude: tuple[str, ...] = _setting(
        (), _WORDS, "Files that are neither checked nor learned from, as in .gitignore.", '["drafts/old/"]'
    )
    select: tuple[str, ...] = _setting((), _WORDS, "Run these rules only.", '["variant-name"]')
    ignore: tuple[str | Ignore, ...] = _setting(
        (),
        {"type": "array", "items": {"anyOf": [_WORD, _IGNORE]}},
        "What not to report: rules by name, or [[ignore]] entries with any of text, rule, path, "
        "reason and expires.",
        '["term-form"]',
    )
    rules: Mapping[str, Severity] = _setting(
        {},
        _table(_LEVEL, "a rule"),
        "Level of a rule: error, warning, info or off.",
        '{ variant-name = "error" }',
    )
    formats: Mapping[str, str] = _setting(
        {}, _table(_WORD, "a glob"), "Format of the drafts that match a glob.", '{ "*.txt" = "markdown" }'
    )
    keys: Mapping[str, tuple[str, ...]] = _setting(
        {},
        _table(_WORDS, "a glob"),
        "Which values of JSON, YAML and TOML drafts are prose, by glob of the draft.",
        '{ "i18n/*.json" = ["articles.*.title"] }',
    )

    def checking(self, today: date | None = None) -> Settings:
        """Return what of this a check needs; ``today`` judges whether entries expired."""
        return Settings(
            rules=self.rules,
            select=self.select,
            ignore=tuple(rule for rule in self.ignore if isinstance(rule, str)),
            ignores=tuple(entry for entry in self.ignore if isinstance(entry, Ignore)),
            today=today,
        )


def known() -> Iterator[Field[Any]]:
    """Yield the settings in the order of the manual; ``metadata`` has ``shape`` and ``example``."""
    yield from fields(ProjectSettings)


def default_of(setting: "Field[Any]") -> object:
    """Return the value that a setting has when nobody sets it."""
    return setting.default if setting.default is not MISSING else {}


def schema() -> Shape:
    """Return the JSON Schema of ``canonym.toml``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Canonym settings",
        "description": "Settings of Canonym: canonym.toml, or [tool.canonym] of pyproject.toml.",
        "type": "object",
        "properties": {setting.name: _named(setting) for setting in known()},
        "additionalProperties": False,
    }


def _named(setting: "Field[Any]") -> Shape:
    from canonym.checking.rules import RULES
    from canonym.text.formats import FORMATS

    shape = dict(setting.metadata["shape"], default=default_of(setting))
    if setting.name == "rules":
        shape["propertyNames"] = {"type": "string", "enum": list(RULES)}
    elif setting.name == "formats":
        shape["additionalProperties"] = {"type": "string", "enum": list(FORMATS)}
    return shape


def settings_faults(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with settings as they were read."""
    shape: Shape = {
        "type": "object",
        "properties": {setting.name: setting.metadata["shape"] for setting in known()},
        "additionalProperties": False,
    }
    found = list(faults(dict(data), shape))
    yield from found or _unknown_names(data)


def _unknown_names(data: Mapping[str, Any]) -> Iterator[Fault]:
    for path, rule in _rules_in(data):
        from canonym.checking.rules import RULES

        if rule not in RULES:
            yield Fault(path, f"unknown rule {rule!r}{nearest(rule, RULES)}")
    for glob, name in data.get("formats", {}).items():
        from canonym.text.formats import FORMATS

        if name not in FORMATS:
            yield Fault(("formats", glob), f"unknown format {name!r}{nearest(name, FORMATS)}")


def _rules_in(data: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    for rule in data.get("rules", ()):
        yield ("rules", rule), rule
    for number, rule in enumerate(data.get("select", ())):
        yield ("select", number), rule
    for number, entry in enumerate(data.get("ignore", ())):
        if isinstance(entry, str):
            yield ("ignore", number), entry
        elif "rule" in entry:
            yield ("ignore", number, "rule"), entry["rule"]


def settings_from(data: Mapping[str, Any], base: ProjectSettings | None = None) -> ProjectSettings:
    """Return settings with the values of ``data``, which has no faults, over those of ``base``."""
    return replace(base or ProjectSettings(), **{name: _READERS[name](value) for name, value in data.items()})


def _paths(values: list[str]) -> tuple[str, ...]:
    return tuple(map(_path, values))


def _path(value: str) -> str:
    return value.replace("\\", "/")


def _ignores(values: list[str | dict[str, Any]]) -> tuple[str | Ignore, ...]:
    return tuple(value if isinstance(value, str) else Ignore(**value) for value in values)


_READERS: Mapping[str, Any] = {
    "corpus": _paths,
    "learned": _path,
    "termbase": _paths,
    "exclude": tuple,
    "select": tuple,
    "ignore": _ignores,
    "rules": lambda levels: MappingProxyType({rule: Severity(level) for rule, level in levels.items()}),
    "formats": lambda formats: MappingProxyType(dict(formats)),
    "keys": lambda keys: MappingProxyType({glob: tuple(paths) for glob, paths in keys.items()}),
}
