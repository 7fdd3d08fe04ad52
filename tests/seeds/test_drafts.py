"""Made-up drafts against the termbase of four seeds, by the real command: quiet cases first.

``[Masoud]{Massoud}`` marks a finding above info and its suggestion; nothing else may be found.
"""

import json
import re
import shutil
from pathlib import Path

import pytest
from seed_expectations import GRAVE, articles_of, placed, run

SEEDS = articles_of(Path(__file__).parents[2] / "seeds")
MARK = re.compile(r"\[([^]]+)\]\{([^}]+)\}")

QUIET = {
    "another-person.txt": "In Erbil Masoud Barzani spoke first, Barham Salih after Masoud Barzani.",
    "two-people.txt": "Ahmad Massoud, son of Ahmad Shah Massoud, holds Panjshir valley; Massoud is his name.",
    "own-words.txt": "Anti-Soviet and anti-Taliban fighters, Afghans all, call the Talibs Islamists.",
    "sic.txt": "The banner read: Ahmad Masoud [sic] of Punjir [sic].",
    "code.md": "The field `Masoud` and\n\n    Ahmad Masoud\n\nare code, https://example.org/Masoud is not.",
    "link.md": "See [the page](https://example.org/Ahmad-Masoud) and <masoud@example.org>.",
    "tag.html": '<p title="Ahmad Masoud">Ahmad Massoud spoke.</p><script>Masoud = "Punjir"</script>',
    "front.md": "---\ntitle: Ahmad Masoud\nslug: Punjir\n---\nAhmad Massoud spoke.",
    "capitals.txt": "AHMAD MASSOUD LEAVES PANJSHIR",
    "other-names.txt": "Mahmoud Abbas, Massoumeh Ebtekar and the Panjgur district are others.",
    "empty.txt": "",
}
QUOTED = "quoted.txt"
FOUND = {
    "whole-name.txt": "The Taliban fear Ahmad [Masoud]{Massoud}, son of Ahmad Shah [Masoud]{Massoud}.",
    "part-of-whole.txt": "The Taliban fear Ahmad [Chah]{Shah} Massoud, the Lion of Panjshir.",
    "possessive.txt": "Ahmad [Masoud's]{Massoud's} men fight on, as Ahmad [Masoud’s]{Massoud’s} father did.",
    "compound.txt": "Ahmad Massoud spoke, and [Masoud-led]{Massoud-led} fighters held Panjshir valley.",
    "capitals-too.txt": "AHMAD [MASOUD]{MASSOUD} TALKS TO THE TALIBAN",
    "given-name.txt": "Vice president Amrullah [Salih]{Saleh} went to Panjshir valley.",
    QUOTED: "“We follow Ahmad [Masoud]{Massoud},” the Taliban’s foes in Panjshir said.",
    "table.md": "| name | place |\n| --- | --- |\n| Ahmad [Masoud]{Massoud} | Panjshir |\n",
    "paragraph.html": "<p>The leader Ahmad <em>[Masoud]{Massoud}</em> of Panjshir spoke.</p>",
}
DRAFTS = QUIET | FOUND


def without_marks(text):
    return MARK.sub(r"\1", text)


def marked(text):
    """The places in the text without marks, each with what stands there and the suggestion."""
    cut, places = 0, []
    for mark in MARK.finditer(text):
        start = mark.start() - cut
        places.append((start, start + len(mark[1]), mark[1], mark[2]))
        cut += len(mark[0]) - len(mark[1])
    return places


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory):
    """A directory with the termbase of four seeds and the drafts."""
    folder = tmp_path_factory.mktemp("newsroom")
    articles = [str(path.resolve()) for key, path in SEEDS.items() if key != "002"]
    run("learn", "--output", "names.jsonl", *articles, cwd=str(folder))
    for name, text in DRAFTS.items():
        (folder / "drafts").mkdir(exist_ok=True)
        (folder / "drafts" / name).write_text(without_marks(text), encoding="utf-8", newline="\n")
    return folder


def checked(newsroom, *options):
    known = ("--isolated", "--termbase", "names.jsonl", "--ignore", "inconsistent-name")
    return run("check", *known, *options, "drafts", cwd=str(newsroom), ends=(0, 1))


@pytest.fixture(scope="module")
def findings(newsroom):
    """What one check of all drafts found, by the name of the draft."""
    report = json.loads(checked(newsroom, "--format", "json"))
    return {
        name: list(placed([one for one in report if Path(one["path"]).name == name], without_marks(text)))
        for name, text in DRAFTS.items()
    }


def corrected(text, found):
    for one in sorted(found, key=lambda one: one.start, reverse=True):
        text = text[: one.start] + one.suggestions[0] + text[one.end :]
    return text


@pytest.mark.parametrize("name", QUIET)
def test_a_quiet_draft(findings, name):
    assert [(one.rule, one.text, one.suggestions) for one in findings[name] if one.severity in GRAVE] == []


@pytest.mark.parametrize("name", FOUND)
def test_a_draft_with_findings(findings, name):
    draft, found = FOUND[name], [one for one in findings[name] if one.severity in GRAVE]
    assert corrected(without_marks(draft), found) == MARK.sub(r"\2", draft)
    assert [
        place for place in marked(draft) if not any(o.start < place[1] and place[0] < o.end for o in found)
    ] == []


def test_what_is_quoted_is_never_mended_unasked(findings):
    assert [one.safe for one in findings[QUOTED]] == [False]


def test_mending_what_is_safe_leaves_nothing_safe_and_changes_nothing_twice(newsroom, tmp_path):
    shutil.copytree(newsroom, tmp_path / "copy")
    drafts = tmp_path / "copy" / "drafts"
    (drafts / "seed.txt").write_bytes(SEEDS["002"].read_bytes())
    checked(drafts.parent, "--fix")
    mended = {path.name: path.read_bytes() for path in drafts.iterdir()}
    report = json.loads(checked(drafts.parent, "--fix", "--format", "json"))
    seed = mended["seed.txt"].decode()
    assert "Ahmad Massoud, leader of the resistance" in seed
    assert seed.count("anti-Tibetan") == 1
    assert mended[QUOTED].decode() == without_marks(FOUND[QUOTED])
    assert {path.name: path.read_bytes() for path in drafts.iterdir()} == mended
    assert [one for one in report if one["safe"]] == []
