"""What the documents say is what the code does."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from readme_tables import PAGES, PLACE, README, TABLES, table, with_tables

ROOT = Path(__file__).parents[2]
DECISIONS = ROOT / "server" / "decisions"
DOCUMENTS = [
    *ROOT.glob("*.md"),
    *(ROOT / "server").glob("*.md"),
    *DECISIONS.glob("*.md"),
    ROOT / "seeds" / "README.md",
]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
ANCHOR = re.compile(r"\]\((?!https?:)([^)#]*)#([^)]+)\)")
RECORD = re.compile(r"^\| \[(\d{4})\]\((\1-[a-z-]+\.md)\) \| (.+) \|$", re.MULTILINE)
PARTS = ["Context", "What was weighed", "Decision", "Consequences"]
PAGE_OF_LINES = 80
COMMAND = re.compile(r"\bcanonym ([a-z]+)\b(?=.*(?:`|#))")
OPTION = re.compile(r"canonym ([a-z]+)[^`\n]*?(--[a-z-]+)")
ARROW = re.compile(r"[\w &]+(?=-->)|(?<=-->)[\w &]+")
FILE = re.compile(r"`((?:[a-z_]+/)+[a-z_]+\.(?:py|tsv|toml|sh|md|mjs))`")
TARGET = re.compile(r"`make ([a-z-]+)")


def canonym(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "canonym", *arguments], capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_of_a_page_says_what_the_code_says(name):
    texts = [page.read_text(encoding="utf-8") for page in PAGES]
    found = {place[2]: place[0] for text in texts for place in PLACE.finditer(text)}
    assert table(name) in found[name], "write it anew: python tests/house/readme_tables.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_writing_the_tables_anew_changes_nothing_else(page):
    old = page.read_text(encoding="utf-8")
    assert PLACE.sub("", with_tables(old)) == PLACE.sub("", old)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(document):
    targets = LINK.findall(document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def anchors(document: Path) -> set[str]:
    """Return what links may name after #, by the rule that GitHub goes by."""
    headings = re.findall(r"^#+ (.*)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_heading_that_a_link_names_is_there(document):
    named = ANCHOR.findall(document.read_text(encoding="utf-8"))
    assert {
        f"{target}#{anchor}"
        for target, anchor in named
        if anchor not in anchors(document.parent / target if target else document)
    } == set()


def test_every_decision_is_listed_once_in_order_by_its_title():
    rows = RECORD.findall((DECISIONS / "README.md").read_text(encoding="utf-8"))
    records = sorted(path for path in DECISIONS.glob("*.md") if path.name != "README.md")
    assert [file for _, file, _ in rows] == [path.name for path in records]
    assert [number for number, _, _ in rows] == [f"{number:04}" for number in range(1, len(records) + 1)]
    for (number, _, title), path in zip(rows, records, strict=True):
        assert path.read_text(encoding="utf-8").startswith(f"# {number}: {title}\n")


@pytest.mark.parametrize("record", sorted(DECISIONS.glob("0*.md")), ids=lambda path: path.stem)
def test_a_decision_says_why_what_and_what_follows(record):
    text = record.read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == PARTS
    assert len(text.splitlines()) <= PAGE_OF_LINES


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


def test_the_architecture_draws_the_floors_as_the_contract_has_them():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    floors = [set(row.split(" | ")) for row in settings["contracts"][0]["layers"]]
    text = (ROOT / "server" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    picture = text[text.index("```mermaid") :].partition("```\n")[0]
    names = dict(re.findall(r'(\w+)\["(\w+) · ', picture))
    rows = [[names[part] for part in re.findall(r"\w+", row)] for row in ARROW.findall(picture)]
    assert [set(row) for row in rows[:1] + rows[1::2]] == floors
    assert rows[1:-1:2] == rows[2::2], "each row of arrows begins where the last one ends"
    packages = {path.parent.name for path in (ROOT / "server" / "canonym").glob("*/__init__.py")}
    assert packages == set().union(*floors) - {"__main__"}
    assert {name for name in packages if not re.search(rf"\| `{name}` \|", text)} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_of_ours_that_is_named_is_there(document):
    named = FILE.findall(document.read_text(encoding="utf-8"))
    places = (ROOT, ROOT / "server", ROOT / "server" / "canonym")
    assert {name for name in named if not any((place / name).exists() for place in places)} == set()


def test_the_glossary_knows_every_standing_and_kind():
    from canonym.termbase.concept import Kind, TermStatus

    text = README.read_text(encoding="utf-8")
    glossary = text[text.index("## Words") : text.index("## More")]
    assert {word.value for word in (*TermStatus, *Kind) if word.value not in glossary} == set()
