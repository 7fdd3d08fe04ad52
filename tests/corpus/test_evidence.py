"""What the corpus says for a name: mentions and articles, each counted once."""

import pytest

from canonym.termbase.concept import Term
from marking import forms, learned

STORY = (
    "The ferry to Kharzhin was sold to the town in the spring of last year. "
    "The mayor was glad that somebody had paid so much for it. "
    "The old captain said that he would never steer a bus."
)
OTHER = "Later a bridge was built at Kharzhin, and the people of the valley were glad to have it."


def term(termbase, form: str) -> Term:
    return next(t for c in termbase.concepts for t in c.terms if t.form == form)


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param([STORY, STORY], id="wire copy in two articles"),
        pytest.param([f"{STORY}\n\nThe end is near.\n\n{STORY}"], id="a passage printed twice"),
        pytest.param([STORY, STORY, STORY.replace("The ferry", "the “ferry”")], id="other marks"),
    ],
)
def test_text_that_repeats_counts_once(tmp_path, articles):
    found = term(learned(tmp_path, *articles), "Kharzhin")
    assert (found.frequency, found.articles) == (1, 1)


def test_other_text_counts_as_often_as_it_stands(tmp_path):
    found = term(learned(tmp_path, STORY, OTHER, OTHER.replace("bridge", "tower")), "Kharzhin")
    assert (found.frequency, found.articles) == (3, 3)


def test_an_article_that_is_mostly_a_copy_is_no_witness(tmp_path):
    """What it adds is mentioned once more, but by nobody else."""
    found = term(learned(tmp_path, STORY, OTHER, f"{STORY} They thanked the people of Kharzhin."), "Kharzhin")
    assert (found.frequency, found.articles) == (3, 2)


def test_an_attestation_tells_article_line_and_sentence(tmp_path):
    termbase = learned(tmp_path, "The valley is wide.\n\nNobody asks.\nThe ferry to Kharzhin was sold.")
    (place,) = term(termbase, "Kharzhin").attestations
    assert (place.path, place.line, place.text) == ("000.txt", 4, "The ferry to Kharzhin was sold.")


def test_without_quotes_no_sentence_is_kept(tmp_path):
    termbase = learned(tmp_path, STORY, OTHER, quotes=False)
    assert [(p.path, p.text) for p in term(termbase, "Kharzhin").attestations] == [
        ("000.txt", ""),
        ("001.txt", ""),
    ]


def test_the_spelling_of_more_articles_is_preferred(tmp_path):
    articles = [f"They read Bernard-Henri {n} {m}." for n, m in (("Lévy", "a"), ("Lévy", "b"), ("Levy", "c"))]
    assert forms(learned(tmp_path, *articles)) == {
        "Bernard-Henri Lévy": "preferred",
        "Bernard-Henri Levy": "deprecated",
    }


def test_a_name_of_two_spellings_alike_in_weight_is_undecided(tmp_path):
    termbase = learned(tmp_path, "They read Bernard-Henri Lévy.", "They know Bernard-Henri Levy.")
    (concept,) = termbase.concepts
    assert concept.undecided
    assert concept.preferred is None
    assert forms(termbase) == {"Bernard-Henri Lévy": "undecided", "Bernard-Henri Levy": "undecided"}


def test_many_mentions_in_one_article_outvote_no_other_article(tmp_path):
    loud = " ".join(f"They read Bernard-Henri Levy on day {n}." for n in range(9))
    termbase = learned(tmp_path, loud, "They know Bernard-Henri Lévy.")
    assert [c.undecided for c in termbase.concepts] == [True]
