"""Copies into the extension what the server is the source of: rules, levels, languages and schemas.

Run it with the server's Python after a change there; a test fails until that is done.
"""

import json
from pathlib import Path
from typing import Any

from canonym.checking.finding import Severity
from canonym.checking.rules import RULES
from canonym.project.settings_shape import schema
from canonym.termbase.authored_shape import TERMBASE
from canonym.text.formats import FORMATS

HERE = Path(__file__).resolve().parent.parent
OWN_FILES = ("canonym.toml", "termbase.toml", "termbase.learned.jsonl")


def mirrored(manifest: dict[str, Any]) -> dict[str, Any]:
    """Return the manifest (``package.json``) with the server's part as it is now."""
    contributes = manifest["contributes"]
    properties = contributes["configuration"]["properties"]
    return manifest | {
        "activationEvents": activation_events(),
        "contributes": contributes
        | {
            "configuration": contributes["configuration"]
            | {
                "properties": properties
                | {
                    "canonym.rules": properties["canonym.rules"] | levels(),
                    "canonym.select": properties["canonym.select"] | {"items": rule()},
                    "canonym.ignore": properties["canonym.ignore"] | {"items": rule()},
                }
            }
        },
    }


def activation_events() -> list[str]:
    """Return what starts the extension: a document in a language that we read, or a file of ours."""
    languages = [language for one in FORMATS.values() for language in one.languages]
    return [f"onLanguage:{name}" for name in languages] + [f"workspaceContains:{name}" for name in OWN_FILES]


def levels() -> dict[str, Any]:
    """Return the shape of the levels by rule."""
    level = {"type": "string", "enum": [str(severity) for severity in Severity]}
    described = {name: level | {"description": one.summary} for name, one in RULES.items()}
    return {"properties": described, "additionalProperties": False}


def rule() -> dict[str, Any]:
    """Return the shape of the name of a rule."""
    return {
        "type": "string",
        "enum": list(RULES),
        "enumDescriptions": [one.summary for one in RULES.values()],
    }


def schemas() -> dict[str, Any]:
    """Return the schemas of our files, by their file in the extension."""
    return {"canonym.schema.json": schema(), "termbase.schema.json": TERMBASE}


def text(data: object) -> str:
    """Return JSON as it is written to files."""
    return json.dumps(data, indent=2, ensure_ascii=False, default=list) + "\n"


def main() -> None:
    """Write the server's part into the files of the extension."""
    manifest = HERE / "package.json"
    manifest.write_text(text(mirrored(json.loads(manifest.read_text("utf-8")))), "utf-8")
    for name, content in schemas().items():
        (HERE / "schemas" / name).write_text(text(content), "utf-8")


if __name__ == "__main__":
    main()
