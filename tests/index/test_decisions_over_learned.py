"""What people decided lies over what was learned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.index.decisions_over_learned import merge
from canonym.termbase.concept import Concept, Kind, Link, Origin, Term, TermStatus

FORMS = ("Kyiv", "Kiev", "Lviv", "Lvov", "Lemberg")
STATUSES = (TermStatus.PREFERRED, TermStatus.ADMITTED, TermStatus.DEPRECATED)


def learned(id_: str, *forms: str, status: TermStatus | None = TermStatus.PREFERRED) -> Concept:
    rest = TermStatus.DEPRECATED if status else None
    terms = [Term(f, rest if n else status, 5 - n, 3 - n) for n, f in enumerate(forms)]
    return Concept(id_, Kind.NAME, tuple(terms))


def authored(*forms: str) -> Concept:
    terms = tuple(Term(form, STATUSES[min(2 * n, 2)]) for n, form in enumerate(forms))
    return Concept(forms[0].lower(), Kind.NAME, terms, origin=Origin.AUTHORED)


def standing(concepts: tuple[Concept, ...]) -> dict[str, list[tuple[str, str]]]:
    return {c.id: [(t.form, str(t.status or "undecided")) for t in c.terms] for c in concepts}


def test_without_decisions_nothing_changes():
    concepts = (learned("kyiv", "Kyiv", "Kiev"), learned("lviv", "Lviv"))
    assert merge(concepts, ()) == concepts


@pytest.mark.parametrize(
    ("known", "decided", "expected"),
    [
        (
            learned("kiev", "Kiev", "Kyiv"),
            authored("Kyiv", "Kiev"),
            {"kyiv": [("Kyiv", "preferred"), ("Kiev", "deprecated")]},
        ),
        (
            learned("lviv", "Lviv", "Lvov", status=None),
            authored("Lviv"),
            {"lviv": [("Lviv", "preferred")], "lviv-2": [("Lvov", "preferred")]},
        ),
        (
            learned("kyiv", "Kyiv"),
            authored("Lviv"),
            {"kyiv": [("Kyiv", "preferred")], "lviv": [("Lviv", "preferred")]},
        ),
    ],
)
def test_a_decision_takes_its_forms_from_what_was_learned(known, decided, expected):
    assert standing(merge((known,), (decided,))) == expected


def test_a_decision_keeps_the_evidence_of_the_corpus():
    (concept,) = merge((learned("kiev", "Kiev", "Kyiv"),), (authored("Kyiv", "Kiev"),))
    assert [(t.form, t.frequency, t.articles) for t in concept.terms] == [("Kyiv", 4, 2), ("Kiev", 5, 3)]


GROUPS = st.lists(st.lists(st.sampled_from(FORMS), min_size=1, max_size=3, unique=True), max_size=3)


@given(GROUPS, st.lists(st.sampled_from(FORMS), max_size=2, unique=True))
def test_ids_are_single_and_no_form_that_was_decided_is_left_to_the_corpus(groups, decided):
    known = tuple(learned(f"{n}{g[0].lower()}", *g) for n, g in enumerate(groups))
    result = merge(known, tuple(authored(form) for form in decided))
    ids = [c.id for c in result]
    assert ids == sorted(set(ids))
    left = {t.form for c in result if c.origin is Origin.LEARNED for t in c.terms}
    assert left.isdisjoint(decided)
    assert left | set(decided) == {form for group in groups for form in group} | set(decided)


def test_a_decided_name_keeps_its_links_to_languages_without_a_decision():
    links = tuple(Link(tag, form, 99, 1, True, "a.txt") for tag, form in (("de", "Massud"), ("ru", "Масуд")))
    found = learned("massoud", "Massoud")._replace(links=links)
    decided = authored("Massoud")
    [both] = merge((found,), (decided,))
    assert [link.language for link in both.links] == ["de", "ru"]
    decided = decided._replace(terms=(*decided.terms, Term("Massud", language="de")))
    [both] = merge((found,), (decided,))
    assert [link.language for link in both.links] == ["ru"]
