"""Each seed is checked against the other four by the real commands."""

from pathlib import Path

import pytest
from seed_expectations import (
    Expected,
    Found,
    Must,
    articles_of,
    check_against_others,
    judge_article,
    judge_learned,
    learn_from,
    read_expectations,
)

SEEDS = articles_of(Path(__file__).parents[2] / "seeds")
EXPECTED, LEARNED = read_expectations(Path(__file__).with_name("expected.toml"))


@pytest.mark.parametrize("article", sorted(EXPECTED))
def test_a_seed_against_the_others(article):
    draft = SEEDS[article]
    found = check_against_others(draft, [path for path in SEEDS.values() if path != draft])
    verdict = judge_article(article, draft.read_text(encoding="utf-8"), found, EXPECTED[article])
    assert verdict.failures == ()


def test_the_termbase_of_all_seeds():
    assert judge_learned(learn_from(list(SEEDS.values())), LEARNED) == []


def test_there_are_five_seeds_and_each_has_expectations():
    assert len(SEEDS) == 5
    assert SEEDS.keys() == EXPECTED.keys()


@pytest.mark.parametrize("article", sorted(EXPECTED))
def test_the_expectations_speak_of_what_stands_in_the_seed(article):
    text = SEEDS[article].read_text(encoding="utf-8")
    assert [name for name in EXPECTED[article].silent if name not in text] == []
    assert [must.text for must in EXPECTED[article].must if text.count(must.text) < must.times] == []


# The judge itself: it must be able to say no.

DRAFT = "Masoud met Karak. Masoud left."
ASKED = Expected(must=(Must("Masoud", "Massoud", 2),), silent=("Karak",))


def finding(start, text, suggestion, *, severity="warning", safe=True):
    return Found(start, start + len(text), text, (suggestion,), severity, safe, "variant-name")


BOTH = [finding(0, "Masoud", "Massoud"), finding(18, "Masoud", "Massoud")]


@pytest.mark.parametrize(
    ("found", "expected", "failures"),
    [
        (BOTH, ASKED, 0),
        ([*BOTH, finding(11, "Karak", "Kerak", severity="info")], ASKED, 0),
        ([finding(0, "Masoud met", "Massoud met"), BOTH[1]], ASKED, 0),
        (BOTH[:1], ASKED, 1),
        ([BOTH[0], finding(18, "Masoud", "Masood")], ASKED, 1),
        ([BOTH[0], finding(18, "Masoud", "Massoud", severity="info")], ASKED, 1),
        ([*BOTH, finding(11, "Karak", "Kerak")], ASKED, 1),
        (BOTH, Expected(must=(Must("Masoud", "Massoud", 2, safe=False),)), 1),
        (BOTH, Expected(must=(Must("Masoud", "Massoud", 2, level="error"),)), 1),
        (BOTH, Expected(must=(Must("Masoud", "Massoud", 2, rule="suspect-term"),)), 1),
    ],
)
def test_the_judge(found, expected, failures):
    assert len(judge_article("000", DRAFT, found, expected).failures) == failures
