"""Made-up drafts against the termbase of four seeds, by the real command: quiet cases first.

``[Masoud]{Massoud}`` marks a finding above info and its suggestion; nothing else may be found.
"""

import json
import re
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
FOUND = {
    "whole-name.txt": "The Taliban fear Ahmad [Masoud]{Massoud}, son of Ahmad Shah [Masoud]{Massoud}.",
    "part-of-whole.txt": "The Taliban fear Ahmad [Chah]{Shah} Massoud, the Lion of Panjshir.",
    "possessive.txt": "Ahmad [Masoud's]{Massoud's} men fight on, as Ahmad [Masoud’s]{Massoud’s} father did.",
    "compound.txt": "Ahmad Massoud spoke, and [Masoud-led]{Massoud-led} fighters held Panjshir valley.",
    "capitals-too.txt": "AHMAD [MASOUD]{MASSOUD} TALKS TO THE TALIBAN",
    "given-name.txt": "Vice president Amrullah [Salih]{Saleh} went to Panjshir valley.",
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
def findings(tmp_path_factory):
    """What one check of all drafts found, by the name of the draft."""
    folder = tmp_path_factory.mktemp("newsroom")
    articles = [str(path.resolve()) for key, path in SEEDS.items() if key != "002"]
    run("learn", "--output", "names.jsonl", *articles, cwd=str(folder))
    for name, text in DRAFTS.items():
        (folder / "drafts").mkdir(exist_ok=True)
        (folder / "drafts" / name).write_text(without_marks(text), encoding="utf-8", newline="\n")
    options = ("--isolated", "--termbase", "names.jsonl", "--format", "json", "--ignore", "inconsistent-name")
    report = json.loads(run("check", *options, "drafts", cwd=str(folder), ends=(0, 1)))
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
