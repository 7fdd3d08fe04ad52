"""Describes each setting once: what it means and what it may hold.

The parser of ``canonym.toml``, the file of ``canonym init``, the schema for editors and the table of the
README all use ``SETTINGS``.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from canonym.checking.check_settings import Ignore
from canonym.checking.finding import Severity
from canonym.project.settings import AUTHORED, DEFAULTS, LEARNED, ProjectSettings
from canonym.termbase.toml_places import Path
from canonym.termbase.toml_shape import Fault, Shape, faults, nearest
from canonym.text.tags.canonical_tag import canonical_tag
from canonym.text.values import NamedTuple


class Setting(NamedTuple):
    """A setting, as people see it.

    Attributes:
        name: The field of ``ProjectSettings``, with hyphens.
        doc: What it sets.
        shape: What it may hold.
        example: A value in TOML.
    """

    name: str
    doc: str
    shape: Shape
    example: str

    @property
    def default(self) -> Any:  # noqa: ANN401  (of any type, as its shape says)
        """The value if nobody sets it."""
        value = getattr(DEFAULTS, field_of(self.name))
        return dict(value) if isinstance(value, Mapping) else value


def field_of(setting: str) -> str:
    """Return the field of ``ProjectSettings`` that holds a setting."""
    return setting.replace("-", "_")


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
_FIELDS: Shape = {
    "type": "object",
    "title": "`fields`",
    "properties": dict.fromkeys(("text", "title", "date", "id"), _WORD),
    "additionalProperties": False,
}


def _table(values: Shape, keys: str) -> Shape:
    return {"type": "object", "additionalProperties": values, "propertyNames": {**_WORD, "title": keys}}


SETTINGS = (
    Setting(
        "corpus", "Published articles to learn from: files, directories and globs.", _WORDS, '["articles/"]'
    ),
    Setting("learned", "Where `canonym learn` writes the termbase that it learned.", _WORD, f'"{LEARNED}"'),
    Setting(
        "termbase",
        "Termbases to check against besides the learned one: written by people (.toml) or learned elsewhere "
        "(.jsonl). New decisions are written to the first .toml.",
        _WORDS,
        f'["{AUTHORED}"]',
    ),
    Setting(
        "exclude",
        "Files that are neither checked nor learned from, as in .gitignore.",
        _WORDS,
        '["drafts/old/"]',
    ),
    Setting("select", "Run these rules only.", _WORDS, '["variant-name"]'),
    Setting(
        "ignore",
        "What not to report: rules by name, or [[ignore]] entries with any of text, rule, path, "
        "reason and expires.",
        {"type": "array", "items": {"anyOf": [_WORD, _IGNORE]}},
        '["term-form"]',
    ),
    Setting(
        "rules",
        "Level of a rule: error, warning, info or off.",
        _table(_LEVEL, "a rule"),
        '{ variant-name = "error" }',
    ),
    Setting(
        "formats",
        "Format of the drafts that match a glob.",
        _table(_WORD, "a glob"),
        '{ "*.txt" = "markdown" }',
    ),
    Setting(
        "keys",
        "Which values of JSON, YAML and TOML drafts are prose, by glob of the draft.",
        _table(_WORDS, "a glob"),
        '{ "i18n/*.json" = ["articles.*.title"] }',
    ),
    Setting(
        "language",
        "Language of all drafts and articles, as a BCP 47 tag; empty: what each says of itself, or what its "
        "text shows.",
        {"type": "string"},
        '"de"',
    ),
    Setting(
        "language-by-path",
        "Language of the drafts and articles that match a glob, as a BCP 47 tag.",
        _table(_WORD, "a glob"),
        '{ "de/**" = "de", "pt/**" = "pt-BR" }',
    ),
    Setting(
        "fields",
        "Fields of archived records that hold an article's text, title, date and id, if not the usual ones; "
        "a dot leads into a record within the record.",
        _FIELDS,
        '{ text = "story.body", id = "number" }',
    ),
)
"""The settings in the order of the manual."""


def schema() -> Shape:
    """Return the JSON Schema of ``canonym.toml``."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Canonym settings",
        "description": "Settings of Canonym: canonym.toml, or [tool.canonym] of pyproject.toml.",
        "type": "object",
        "properties": {setting.name: _named(setting) for setting in SETTINGS},
        "additionalProperties": False,
    }


def _named(setting: Setting) -> Shape:
    from canonym.checking.rules import RULES
    from canonym.text.formats import FORMATS

    shape = {**setting.shape, "description": setting.doc, "default": setting.default}
    if setting.name == "rules":
        shape["propertyNames"] = {"type": "string", "enum": list(RULES)}
    elif setting.name == "formats":
        shape["additionalProperties"] = {"type": "string", "enum": list(FORMATS)}
    return shape


def settings_faults(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield the mistakes in parsed settings."""
    shape: Shape = {
        "type": "object",
        "properties": {setting.name: setting.shape for setting in SETTINGS},
        "additionalProperties": False,
    }
    found = list(faults(dict(data), shape))
    yield from found or (*_unknown_names(data), *_no_languages(data))


def _no_languages(data: Mapping[str, Any]) -> Iterator[Fault]:
    named: dict[Path, str] = {("language-by-path", g): t for g, t in data.get("language-by-path", {}).items()}
    if data.get("language"):
        named["language",] = data["language"]
    for path, tag in named.items():
        if not canonical_tag(tag):
            yield Fault(path, f"{tag!r} is no language tag of BCP 47, such as de or pt-BR")


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


def settings_from(data: Mapping[str, Any], base: ProjectSettings = DEFAULTS) -> ProjectSettings:
    """Return ``base`` with the values of ``data``, which must have no faults."""
    return base._replace(**{field_of(name): _READERS[name](value) for name, value in data.items()})


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
    "language": canonical_tag,
    "language-by-path": lambda tags: MappingProxyType({g: canonical_tag(tag) for g, tag in tags.items()}),
    "fields": lambda fields: MappingProxyType(dict(fields)),
    "keys": lambda keys: MappingProxyType({glob: tuple(paths) for glob, paths in keys.items()}),
}
