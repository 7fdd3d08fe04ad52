"""The forms of a declined name are gathered under its dictionary form."""

from itertools import combinations

import pytest

from canonym.corpus.counts import RunCount, Statistics
from canonym.corpus.elect_concepts import concepts
from canonym.spelling.grammar import Grammar, pair
from canonym.termbase.concept import Concept, TermStatus

OPENING = RunCount(middle=2, first=2, articles=3)
"""How a form is used that often opens a sentence."""
INNER = RunCount(middle=6, articles=5)
"""How a form is used that never does so, though it is commoner."""
RARE = RunCount(middle=1, articles=1)
LETTERS = "abcdefghijklmnoprstuvwyzабвгдезийклмнопрстуя"


def gathered(names: dict[str, RunCount], *endings: str) -> dict[str, Concept]:
    """Return the concepts by their first form, where the endings of each list take each other's place."""
    pairs = (pair(*two) for group in endings for two in combinations(group.split("-"), 2))
    grammar = Grammar(dict.fromkeys(pairs, LETTERS), {})
    return {one.terms[0].form: one for one in concepts(Statistics(), names, "und", grammar)}


def admitted(concept: Concept) -> set[str]:
    return {term.form for term in concept.terms if term.status is TermStatus.ADMITTED}


def used(count: RunCount, forms: str) -> dict[str, RunCount]:
    return {form.replace("_", " "): count for form in forms.split()}


POLISH = used(OPENING, "Zawadzki Kowalski Nowicki Sikorska Jankowska Wolska") | used(
    INNER,
    "Zawadzkiego Kowalskiego Nowickiego Zawadzkim Kowalskim Nowickim Sikorską Jankowską Wolską",
)
RUSSIAN = used(OPENING, "Россия Германия Англия Иван_Петров Антон_Титов Степан_Волков") | used(
    INNER, "России Германии Англии Россией Ивана_Петрова Антона_Титова Степана_Волкова"
)
TURKISH = used(INNER, "Ankara Üsküp") | used(OPENING, "Ankara'da Üsküp'te Ankara'nın")
GERMAN = used(INNER, "Merkel Scholz Steinmeier Seehofer") | used(RARE, "Merkels Steinmeiers Seehofers")


@pytest.mark.parametrize(
    ("names", "endings", "name", "forms"),
    [
        (POLISH, ("-ego-m", "a-ą"), "Zawadzki", {"Zawadzkiego", "Zawadzkim"}),
        (POLISH, ("-ego-m", "a-ą"), "Sikorska", {"Sikorską"}),
        (RUSSIAN, ("-а", "я-и-ей"), "Россия", {"России", "Россией"}),
        (RUSSIAN, ("-а", "я-и-ей"), "Иван Петров", {"Ивана Петрова"}),
        (TURKISH, ("-'da-'nın", "-'te"), "Ankara", {"Ankara'da", "Ankara'nın"}),
        (GERMAN, ("-s",), "Merkel", {"Merkels"}),
    ],
)
def test_case_forms_are_admitted_beside_the_form_of_the_dictionary(names, endings, name, forms):
    found = gathered(names, *endings)
    assert admitted(found[name]) == forms
    assert found[name].preferred.form == name
    assert found.keys().isdisjoint(forms)


@pytest.mark.parametrize(
    ("names", "endings", "apart"),
    [
        # Both open sentences: husband and wife, one and several.
        (
            used(OPENING, "Zawadzki Kowalski Nowicki Zawadzka Kowalska Nowicka"),
            ("i-a",),
            {"Zawadzki", "Zawadzka"},
        ),
        (
            used(OPENING, "American Bolivian Catalan Americans Bolivians Catalans"),
            ("-s",),
            {"American", "Americans"},
        ),
        # No dictionary form is known.
        (
            used(INNER, "Zawadzkiego Kowalskiego Zawadzkim Kowalskim"),
            ("ego-m",),
            {"Zawadzkiego", "Zawadzkim"},
        ),
        # Other names, or no forms.
        (POLISH, (), {"Zawadzki", "Zawadzkiego"}),
        (
            used(OPENING, "Iwan Marek Adam") | used(INNER, "Iwana Marka Adama Piotra_Iwana"),
            ("-a",),
            {"Iwan", "Piotra Iwana"},
        ),
    ],
)
def test_what_may_be_another_name_stays_apart(names, endings, apart):
    assert gathered(names, *endings).keys() >= apart


def test_no_case_form_is_deprecated():
    for concept in gathered(POLISH, "-ego-m", "a-ą").values():
        assert all(term.status is not TermStatus.DEPRECATED for term in concept.terms)
