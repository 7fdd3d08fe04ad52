"""Which spellings are gathered under one name; first those that are not."""

import pytest

from canonym.corpus.variant_candidates import NEAREST, VariantCandidates
from marking import learned

OLD = (
    "The commander Ahmad Shah Massoud held the valley of Panjshir against the army for years.",
    "In the valley of Panjshir a tomb was built for Ahmad Shah Massoud by the army.",
)
SON = ("His son Ahmad Massoud leads the men of the north.", "The young follow Ahmad Massoud everywhere.")
WRONG = "The commander Ahmad Chah Massoud held the valley of Panjshir against the army for years."


def gathered(tmp_path, *articles: str) -> dict[str, list[str]]:
    """Return the other forms of each concept by the first."""
    concepts = learned(tmp_path, *articles).concepts
    return {c.terms[0].form: [t.form for t in c.terms[1:]] for c in concepts}


def test_two_people_with_parts_in_common_stay_two(tmp_path):
    assert gathered(tmp_path, *OLD, *SON) == {
        "Ahmad Massoud": [],
        "Ahmad Shah Massoud": [],
        "Panjshir": [],
    }


@pytest.mark.parametrize(
    "words",
    [
        ("Afghan", "Afghans", "Afghanistan"),
        ("Taliban", "Talibs"),
        ("Islamist", "Islamists", "Islamic"),
        ("Taiwan", "Taiwanese"),
        ("Ivanov", "Ivanova"),
        ("Iran", "Iraq"),
        ("Austria", "Australia"),
    ],
)
def test_derivations_and_other_names_are_no_variants(tmp_path, words):
    articles = [f"The paper wrote of {word} on page {n}." for word in words for n in ("one", "two")]
    single = f"The paper wrote of {words[-1]} again and again, on every page."
    assert gathered(tmp_path, *articles, single) == {word: [] for word in sorted(words, key=str.lower)}


def test_a_spelling_of_one_article_joins_the_name_that_fills_its_place_in_others(tmp_path):
    found = gathered(tmp_path, *OLD, *SON, WRONG)
    assert found["Ahmad Shah Massoud"] == ["Ahmad Chah Massoud"]
    assert found["Ahmad Massoud"] == []


def test_a_word_is_aligned_with_few_of_the_hundreds_of_names_that_are_alike(tmp_path):
    letters = "abcdefghij"
    names = [f"Xyzk{one}{two}rov" for one in letters for two in letters]
    articles = [" ".join(f"{told} {name} there." for name in names) for told in ("They met", "Some saw")]
    termbase = learned(tmp_path, *articles, "They met Xyzkarof there.")
    known = VariantCandidates.build(termbase)
    found = {word.form for word in known.of(known.index.word("xyzkarof"), {name.lower() for name in names})}
    assert len(found) <= NEAREST < len(names)
    assert "Xyzkaarov" in found
