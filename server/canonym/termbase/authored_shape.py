"""The JSON Schema of ``termbase.toml``. The parser, the editor and the manual use it."""

from canonym.termbase.concept import Kind
from canonym.termbase.toml_shape import Shape

LANGUAGE_TAG = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"

_FORM: Shape = {"type": "string", "minLength": 1, "title": "a form of the name"}
_NOTE: Shape = {"type": "string", "description": "What a person should know of it; shown with findings."}
_TERM: Shape = {
    "anyOf": [
        _FORM,
        {
            "type": "object",
            "title": "a table { form = …, note = … }",
            "properties": {"form": _FORM, "note": _NOTE},
            "required": ["form"],
            "additionalProperties": False,
        },
    ]
}


def _terms(description: str) -> Shape:
    return {"type": "array", "items": _TERM, "description": description}


_FORMS_OF_LANGUAGE: Shape = {
    "anyOf": [
        _FORM,
        {
            "type": "object",
            "title": "a table with preferred, admitted, deprecated",
            "properties": {
                "preferred": _FORM,
                "admitted": _terms("Other forms that are right in this language."),
                "deprecated": _terms("Forms that are wrong in this language."),
            },
            "required": ["preferred"],
            "additionalProperties": False,
        },
    ]
}

NAME: Shape = {
    "type": "object",
    "title": "a table",
    "description": "One person, place, organisation, people, work or term, and how it is written.",
    "anyOf": [{"required": ["preferred"]}, {"required": ["forms"]}],
    "dependentRequired": {key: ["preferred"] for key in ("admitted", "deprecated", "superseded")},
    "additionalProperties": False,
    "properties": {
        "preferred": {
            **_FORM,
            "description": "How the name is to be written; only forms of other languages may do without.",
        },
        "kind": {
            "type": "string",
            "enum": [str(kind) for kind in Kind],
            "default": str(Kind.NAME),
            "description": "What it names.",
        },
        "admitted": _terms("Other forms that are right as well; they give no finding."),
        "deprecated": _terms("Forms that are wrong; the preferred one is suggested in their place."),
        "superseded": _terms("Forms that once were right, such as former names."),
        "not": {
            "type": "array",
            "items": _FORM,
            "description": "Forms that must never be taken for this name, however alike they look.",
        },
        "note": _NOTE,
        "forms": {
            "type": "object",
            "title": "a table of languages",
            "minProperties": 1,
            "description": "The forms of other languages, by language tag.",
            "propertyNames": {
                "type": "string",
                "pattern": LANGUAGE_TAG,
                "title": "a language tag such as 'fr' or 'zh-Hant'",
            },
            "additionalProperties": _FORMS_OF_LANGUAGE,
        },
    },
}

TERMBASE: Shape = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Canonym termbase",
    "description": "Names and terms as people decided them; they win over what was learned.",
    "type": "object",
    "properties": {
        "language": {
            "type": "string",
            "pattern": LANGUAGE_TAG,
            "title": "a language tag such as 'fr' or 'zh-Hant'",
            "description": "The language of all forms without a tag; that of the project when left out.",
        },
        "name": {
            "type": "array",
            "items": NAME,
            "title": "entries under [[name]], with two brackets",
            "description": "The names, one entry each.",
        },
    },
    "additionalProperties": False,
}
