"""``canonym config``: the settings and their origins."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from typing import Any

from canonym.cli.common import EXIT_CLEAN, add_project_options, project_of, say
from canonym.text.printable import printable

DEFAULT = "default"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments and the description of the subcommand."""
    parser.description = (
        "Print every setting that holds in this directory,\nwith the file and line that sets it."
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="(default: text)")
    parser.add_argument(
        "--schema",
        choices=("settings", "termbase"),
        help="print the JSON Schema of canonym.toml or termbase.toml, for editors, and stop",
    )
    add_project_options(parser)


def run(args: Namespace) -> int:
    """Print the settings, or a schema."""
    if args.schema:
        say(_json(_schema(args.schema)))
        return EXIT_CLEAN
    rows = settings_with_origins(args)
    say(_json(rows) if args.format == "json" else _text(rows))
    return EXIT_CLEAN


def settings_with_origins(args: Namespace) -> "Mapping[str, Mapping[str, Any]]":
    """Return value and origin of each setting by name, with the root and the termbases."""
    from canonym.project.settings_shape import SETTINGS, field_of

    project = project_of(args)
    file = project.file
    rows: dict[str, Mapping[str, Any]] = {}
    for setting in SETTINGS:
        value = getattr(project.settings, field_of(setting.name))
        origin = (file.origin(setting.name) if file else "") or DEFAULT
        rows[setting.name] = {"value": plain(value), "origin": origin}
    if args.termbase or args.isolated:
        origin = "command line"
        rows["learned"] = {"value": None, "origin": origin}
        rows["termbase"] = {"value": [path.as_posix() for path in project.termbases], "origin": origin}
    return {"root": {"value": project.root.as_posix(), "origin": _root_origin(args, project.file)}, **rows}


def plain(value: object) -> Any:  # noqa: ANN401  (any JSON value)
    """Return a setting as a JSON value."""
    from datetime import date

    from canonym.checking.check_settings import Ignore

    if isinstance(value, Ignore):
        return {key: plain(inner) for key, inner in value._asdict().items() if inner not in ("", None)}
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def _root_origin(args: Namespace, file: object) -> str:
    if args.isolated:
        return "command line"
    return "settings file" if file else "no settings file"


def _schema(name: str) -> Mapping[str, Any]:
    from canonym.project.settings_shape import schema
    from canonym.termbase.authored import TERMBASE

    return schema() if name == "settings" else TERMBASE


def _json(value: object) -> str:
    from canonym.report.json_text import json_text

    return json_text(value, indent=2, default=plain)


def _text(rows: Mapping[str, Mapping[str, Any]]) -> str:
    values = {name: json.dumps(row["value"], ensure_ascii=False) for name, row in rows.items()}
    width = max(map(len, values))
    lines = (f"{name:{width}} = {values[name]}  ({row['origin']})" for name, row in rows.items())
    return "\n".join(map(printable, lines))
