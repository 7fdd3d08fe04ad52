"""The extension says of the server what is true of it: settings, rules, languages, commands, schemas."""

import json
import re
import runpy
import tomllib
from pathlib import Path

import pytest

from canonym import __version__
from canonym.lsp.commands import COMMANDS
from canonym.lsp.session.status import NOTIFICATION, State
from canonym.lsp.settings.configuration import _READERS, Overrides, overrides_from
from canonym.termbase.concept import Kind, Origin

ROOT = Path(__file__).resolve().parents[2]
EXTENSION = ROOT / "vscode-extension"
OWN = {"canonym.server.path", "canonym.trace.server"}
"""Settings that the extension itself or its client library reads."""

MANIFEST = json.loads((EXTENSION / "package.json").read_text("utf-8"))
WORDS = json.loads((EXTENSION / "package.nls.json").read_text("utf-8"))
PROPERTIES = MANIFEST["contributes"]["configuration"]["properties"]
SERVERS = {name.removeprefix("canonym."): of for name, of in PROPERTIES.items() if name not in OWN}
MIRROR = runpy.run_path(str(EXTENSION / "scripts" / "mirror.py"))


def source(name: str) -> str:
    return (EXTENSION / "src" / name).read_text("utf-8")


def union(typescript: str, name: str) -> set[str]:
    """The members of a union of literals."""
    match = re.search(rf"(?:type {name} =|readonly {name}:)([^;]+);", typescript)
    assert match, name
    return set(re.findall(r"'([^']+)'", match[1]))


def test_each_setting_of_the_server_is_one_of_the_extension():
    assert set(SERVERS) == set(_READERS)


def test_what_the_server_does_not_read_is_known():
    assert {name for name in PROPERTIES if name.removeprefix("canonym.") not in _READERS} == OWN


def test_defaults_change_nothing():
    assert overrides_from({name: of["default"] for name, of in SERVERS.items()}) == Overrides()


@pytest.mark.parametrize(
    ("name", "example"),
    [
        ("enable", False),
        ("languages", ["typst"]),
        ("termbase", ["names.toml"]),
        ("rules", {"variant-name": "error"}),
        ("select", ["variant-name"]),
        ("ignore", ["term-form"]),
        ("workspaceDiagnostics", False),
        ("renameTermbase", False),
        ("offerLearning", False),
    ],
)
def test_each_setting_has_the_type_that_the_server_reads(name, example):
    types = {bool: "boolean", list: "array", dict: "object"}
    assert SERVERS[name]["type"] == types[type(example)]
    read = overrides_from({name: example})
    assert read != Overrides()
    assert not read.problems


def test_settings_of_drafts_can_differ_by_folder():
    scopes = {name: of["scope"] for name, of in SERVERS.items()}
    assert scopes.pop("languages") == "window"  # what the client listens to is settled when it starts
    assert set(scopes.values()) == {"resource"}


def test_no_workspace_names_a_program():
    assert PROPERTIES["canonym.server.path"]["scope"] == "machine"
    restricted = MANIFEST["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"]
    assert "canonym.server.path" in restricted


def test_the_servers_part_of_the_manifest_is_up_to_date():
    assert MIRROR["mirrored"](MANIFEST) == MANIFEST, "run vscode-extension/scripts/mirror.py"


@pytest.mark.parametrize("name", MIRROR["schemas"]())
def test_schemas_are_up_to_date(name):
    written = (EXTENSION / "schemas" / name).read_text("utf-8")
    assert written == MIRROR["text"](MIRROR["schemas"]()[name]), "run vscode-extension/scripts/mirror.py"


def test_every_word_of_the_manifest_is_there_and_used():
    used = set(re.findall(r'"%([^%"]+)%"', json.dumps(MANIFEST)))
    assert used == set(WORDS)


def test_the_extension_knows_the_protocol():
    protocol = source("protocol.ts")
    assert union(protocol, "Kind") == {str(kind) for kind in Kind}
    assert union(protocol, "TermbaseState") == {str(state) for state in State}
    assert union(protocol, "origin") == {str(origin) for origin in Origin} | {"draft"}
    assert f"STATUS = '{NOTIFICATION}'" in protocol
    table = protocol[protocol.index("Command = {") : protocol.index("} as const")]
    assert set(re.findall(r"'(canonym\.\w+)'", table)) <= set(COMMANDS)


def test_no_command_of_the_extension_is_one_of_the_server():
    # The client registers those of the server under their own names.
    assert not {one["command"] for one in MANIFEST["contributes"]["commands"]} & set(COMMANDS)


def test_versions_go_together():
    install = source("server/install.ts")
    release = ".".join(__version__.split(".")[:2])
    assert f"const VERSION = '{release}'" in install
    assert MANIFEST["version"].startswith(f"{release}.")
    python = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"]
    assert f"const OLDEST_PYTHON = '{python.removeprefix('>=')}'" in install


def test_the_lock_names_no_registry():
    lock = json.loads((EXTENSION / "package-lock.json").read_text("utf-8"))
    assert not [name for name, package in lock["packages"].items() if "resolved" in package]
