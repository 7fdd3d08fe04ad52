"""What the documents say is what the code does."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from readme_tables import PLACE, README, TABLES, table, with_tables

ROOT = Path(__file__).parents[2]
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "server").glob("*.md"), ROOT / "seeds" / "README.md"]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"\bcanonym ([a-z]+)\b(?=.*(?:`|#))")
OPTION = re.compile(r"canonym ([a-z]+)[^`\n]*?(--[a-z-]+)")
TARGET = re.compile(r"`make ([a-z-]+)")


def canonym(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "canonym", *arguments], capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_of_the_readme_says_what_the_code_says(name):
    found = {place[2]: place[0] for place in PLACE.finditer(README.read_text(encoding="utf-8"))}
    assert table(name) in found[name], "write it anew: python tests/house/readme_tables.py"


def test_writing_the_tables_anew_changes_nothing_else():
    old = README.read_text(encoding="utf-8")
    assert PLACE.sub("", with_tables(old)) == PLACE.sub("", old)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(document):
    targets = LINK.findall(document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_every_command_of_the_readme_exists():
    named = set(COMMAND.findall(README.read_text(encoding="utf-8")))
    assert named >= {"learn", "check", "explain", "init"}
    assert {name for name in named if canonym(name, "--help").returncode} == set()


def test_every_option_of_the_readme_exists():
    named = set(OPTION.findall(README.read_text(encoding="utf-8")))
    assert ("check", "--fix") in named
    assert {
        (command, option) for command, option in named if option not in canonym(command, "--help").stdout
    } == set()


def test_every_target_that_is_named_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    for document in DOCUMENTS:
        assert set(TARGET.findall(document.read_text(encoding="utf-8"))) <= targets


def test_the_termbase_of_the_readme_can_be_read():
    from canonym.termbase.authored import parse

    (example,) = re.findall(r"```toml\n(\[\[name\]\].*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    (concept,) = parse(example, "README.md")
    assert concept.preferred.form == "Ahmad Shah Massoud"


def test_the_architecture_names_every_floor_and_no_other():
    layers = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    floors = {name for row in layers["contracts"][0]["layers"] for name in re.findall(r"\w+", row)}
    text = (ROOT / "server" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert {name for name in floors if not re.search(rf"\b{name}\b", text)} == set()
    packages = {path.parent.name for path in (ROOT / "server" / "canonym").glob("*/__init__.py")}
    assert packages == floors - {"__main__"}


def test_the_glossary_knows_every_standing_and_kind():
    from canonym.termbase.model import Kind, TermStatus

    text = README.read_text(encoding="utf-8")
    glossary = text[text.index("## Words") : text.index("## More")]
    assert {word.value for word in (*TermStatus, *Kind) if word.value not in glossary} == set()
