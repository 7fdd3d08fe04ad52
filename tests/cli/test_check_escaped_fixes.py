"""Whatever applies a fix of a run writes it as the format of the draft demands, or says why it does not."""

import json
import subprocess
from pathlib import Path

import pytest

from cli.running import canonym, write

TERMBASE = """\
[[name]]
preferred = "Xi'an"
deprecated = ["Xian"]

[[name]]
preferred = "Null"
deprecated = ["Nulle"]
"""
SETTINGS = '[keys]\n"*.yaml" = ["**"]\n'
DRAFT = "a: 'To Xian'\nb: Nulle\n"
MENDED = "a: 'To Xi''an'\nb: Nulle\n"
REASON = "in a plain scalar of YAML “Null” would be more than a text"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, {"termbase.toml": TERMBASE, "canonym.toml": SETTINGS, "a.yaml": DRAFT})


@pytest.mark.parametrize("how", [["--fix"], ["--unsafe-fixes"]])
def test_a_fix_is_written_as_its_place_demands(how: list[str], root: Path) -> None:
    done = canonym("check", *how, "a.yaml", cwd=root)
    assert (root / "a.yaml").read_text("utf-8") == MENDED
    assert done.code == 1
    assert f"    cannot be mended here: {REASON}\n" in done.out


def test_interactive_says_what_cannot_be_written(root: Path) -> None:
    done = canonym("check", "--interactive", "a.yaml", cwd=root, stdin=b"y\ny\n")
    assert (root / "a.yaml").read_text("utf-8") == MENDED
    assert f"    cannot be written here: {REASON}\n" in done.out


def test_a_diff_can_be_applied(root: Path) -> None:
    done = canonym("check", "--diff", "a.yaml", cwd=root)
    subprocess.run(["git", "apply"], cwd=root, input=done.out, check=True, encoding="utf-8")
    assert (root / "a.yaml").read_text("utf-8") == MENDED


def test_formats_for_machines_have_what_is_to_be_written(root: Path) -> None:
    first, second = json.loads(canonym("check", "--format", "json", "a.yaml", cwd=root).out)
    assert (first["suggestions"], first["replacements"], first["safe"]) == (["Xi'an"], ["Xi''an"], True)
    assert (second["suggestions"], second["replacements"], second["safe"]) == (["Null"], [None], False)
    log = json.loads(canonym("check", "--format", "sarif", "a.yaml", cwd=root).out)
    first, second = log["runs"][0]["results"]
    (fix,) = first["fixes"]
    assert fix["description"]["text"] == "Replace with “Xi'an”."
    assert fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "Xi''an"
    assert "fixes" not in second
    lines = canonym("check", "--format", "rdjsonl", "a.yaml", cwd=root).out.splitlines()
    assert [[s["text"] for s in json.loads(line)["suggestions"]] for line in lines] == [["Xi''an"], []]


def test_a_name_in_references_is_mended_whole(tmp_path: Path) -> None:
    termbase = '[[name]]\npreferred = "Sinéad O\'Brien"\ndeprecated = ["Sinèad O\'Brien"]\n'
    draft = "<p>Sin&egrave;ad&nbsp;O&rsquo;Brien, Sin&eacute;ad O&rsquo;Brien</p>\n"
    root = write(tmp_path, {"termbase.toml": termbase, "a.html": draft})
    assert canonym("check", "--fix", "a.html", cwd=root).code == 0
    assert (root / "a.html").read_text("utf-8") == draft.replace("egrave", "eacute")
