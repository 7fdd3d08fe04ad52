"""What version 0.1 wrote is read, or refused with a sentence that says what to run."""

import json
import shutil
from pathlib import Path

import pytest

from canonym.termbase.learned import load
from cli.running import canonym

WRITTEN = Path(__file__).parent / "version_0_1"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project as version 0.1 left it."""
    return Path(shutil.copytree(WRITTEN, tmp_path / "project"))


def test_a_baseline_knows_its_findings(project):
    done = canonym("check", "--baseline", "canonym.baseline.json", "drafts", cwd=project)
    assert (done.code, done.err) == (0, "")
    assert "3 known, 1 suppressed" in done.out


def test_a_baseline_knows_its_findings_after_learning_again(project):
    assert canonym("learn", "-q", cwd=project).code == 0
    done = canonym("check", "--baseline", "canonym.baseline.json", "drafts", cwd=project)
    assert (done.code, done.err) == (0, "")
    assert "3 known, 1 suppressed" in done.out


def test_a_learned_termbase_is_of_the_language_that_the_project_says():
    with (WRITTEN / "termbase.learned.jsonl").open() as lines:
        termbase = load(lines, "termbase.learned.jsonl", "en")
    assert (termbase.language, termbase.articles, len(termbase.concepts)) == ("en", 4, 6)


def test_a_learned_termbase_of_a_later_version_is_refused_with_what_to_run(project):
    learned = project / "termbase.learned.jsonl"
    header, *rest = learned.read_text("utf-8").splitlines(keepends=True)
    later = json.dumps({**json.loads(header), "canonym": 3})
    learned.write_text("".join([f"{later}\n", *rest]), "utf-8")
    done = canonym("check", "drafts", cwd=project)
    assert done.code == 2
    assert done.err == (
        "canonym: termbase.learned.jsonl:1: canonym: is version 3, this program reads up to 2; "
        "update it, or run `canonym learn` to learn it again\n"
    )


def test_a_baseline_of_a_later_version_is_refused_with_what_to_run(project):
    (project / "canonym.baseline.json").write_text('{"version": 2, "findings": []}', "utf-8")
    done = canonym("check", "--baseline", "canonym.baseline.json", "drafts", cwd=project)
    assert done.code == 2
    assert "run --update-baseline again" in done.err


def test_a_compiled_index_of_another_version_is_made_again(project):
    learned = project / "termbase.learned.jsonl"
    with learned.open("a", encoding="utf-8") as file:  # large enough to be kept compiled
        for number in range(400):
            file.write(json.dumps({"story": f"{number}.txt", "sentences": "6vdYuXjYEco"}) + "\n")
    text = learned.read_text("utf-8").replace('"records":48', '"records":448', 1)
    learned.write_text(text, "utf-8")
    first = canonym("check", "drafts", cwd=project)
    indexes = list((project / ".canonym" / "index").glob("*.index"))
    assert indexes
    for index in indexes:
        data = bytearray(index.read_bytes())
        data[12] ^= 0xFF  # the version of the layout
        index.write_bytes(data)
    again = canonym("check", "drafts", cwd=project)
    assert again == first
