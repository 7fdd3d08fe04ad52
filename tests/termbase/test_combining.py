"""Several termbases as one: the earlier decides, evidence adds up, nobody is merged by accident."""

from canonym.termbase.combining import EXAMPLES, combine, gather
from canonym.termbase.concept import Attestation, Concept, Kind, Term, TermStatus
from canonym.termbase.termbase import Story, Termbase

PREFERRED, ADMITTED, DEPRECATED = TermStatus.PREFERRED, TermStatus.ADMITTED, TermStatus.DEPRECATED


def name(id_, *terms, **rest):
    return Concept(
        id_, Kind.NAME, tuple(term if isinstance(term, Term) else Term(*term) for term in terms), **rest
    )


def told(concepts):
    return {c.id: [(t.form, t.status) for t in c.terms] for c in concepts}


def test_one_termbase_stays_as_it_is():
    termbase = Termbase((name("a", ("A",)),), (Story("x", ()),), 3, {"the": 3})
    assert combine([termbase]) is termbase
    assert combine([Termbase(), termbase]) == termbase
    assert combine([]) == Termbase()


def test_the_grammar_of_several_termbases_adds_up():
    ours = Termbase(endings={"a\te": "nr", "s\tz": "l"}, language="pl")
    theirs = Termbase(endings={"a\te": "kn"}, beginnings={"\tla": "q"}, language="pl")
    both = combine([ours, theirs])
    assert both.endings == {"a\te": "knr", "s\tz": "l"}
    assert both.beginnings == {"\tla": "q"}
    assert both.language == "pl"


def test_names_that_share_only_an_admitted_form_stay_apart():
    ahmad = name("ahmad", ("Ahmad Massoud",), ("Massoud", ADMITTED))
    shah = name("shah", ("Ahmad Shah Massoud",), ("Massoud", ADMITTED))
    masood = name("massoud", ("Massoud",), ("Masood", DEPRECATED))
    assert told(gather([(ahmad,), (shah,), (masood,)])) == told((ahmad, shah, masood))


def test_what_the_earlier_one_admits_the_later_one_cannot_deprecate():
    desk = name("massoud", ("Massoud",), ("Massud", ADMITTED))
    house = name("masood", ("Masood",), ("Massud", DEPRECATED), ("Massoud", DEPRECATED))
    assert told(gather([(desk,), (house,)])) == {**told((desk,)), "masood": [("Masood", PREFERRED)]}


def test_evidence_of_the_same_form_adds_up():
    first = Term("Kabul", PREFERRED, 3, 2, tuple(Attestation("a", n) for n in range(EXAMPLES)))
    second = Term("Kabul", PREFERRED, 4, 1, (Attestation("b", 1),))
    (kabul,) = gather([(name("kabul", first),), (name("kabul", second, ("Caboul", DEPRECATED, 2, 1)),)])
    assert kabul.terms == (
        Term("Kabul", PREFERRED, 7, 3, first.attestations),
        Term("Caboul", DEPRECATED, 2, 1),
    )


def test_the_earlier_one_decides_what_is_preferred():
    desk = name("massoud", ("Massoud",), ("Masud", DEPRECATED))
    house = name("masud", ("Masud",), ("Massud", DEPRECATED), ("Mas'ud", ADMITTED))
    assert told(gather([(desk,), (house,)])) == {
        "massoud": [
            ("Massoud", PREFERRED),
            ("Masud", DEPRECATED),
            ("Massud", DEPRECATED),
            ("Mas'ud", ADMITTED),
        ]
    }


def test_a_form_that_another_name_has_already_is_not_taken():
    desk = (name("a", ("A",)), name("b", ("B",)))
    house = (name("b", ("B",), ("A", DEPRECATED)),)
    assert told(gather([desk, house])) == {"a": [("A", PREFERRED)], "b": [("B", PREFERRED)]}


def test_a_decided_name_admits_what_a_later_one_prefers_beside_it():
    desk = name("kabul", ("Kabul",))
    house = name("kabul", ("Kabul",), ("Kaboul", PREFERRED))
    (kabul,) = gather([(desk,), (house,)])
    assert [(t.form, t.status) for t in kabul.terms] == [("Kabul", PREFERRED), ("Kaboul", ADMITTED)]


def test_each_language_is_decided_by_itself():
    desk = name("massoud", ("Massoud",))
    house = name("massoud", ("Massoud",), Term("Massud", PREFERRED, language="de"))
    (massoud,) = gather([(desk,), (house,)])
    assert [(t.form, t.language, t.status) for t in massoud.terms] == [
        ("Massoud", "", PREFERRED),
        ("Massud", "de", PREFERRED),
    ]


def test_ids_and_the_names_that_speak_of_them_stay_right():
    first = (name("massoud", ("Massoud",), parts=("full",)), name("full", ("Ahmad Massoud",)))
    second = (name("massoud", ("Masood",), parts=("full",)), name("full", ("Imran Masood",)))
    gathered = {c.id: c for c in gather([first, second])}
    assert told(gathered.values()) == {
        "massoud": [("Massoud", PREFERRED)],
        "full": [("Ahmad Massoud", PREFERRED)],
        "massoud-2": [("Masood", PREFERRED)],
        "full-2": [("Imran Masood", PREFERRED)],
    }
    assert (gathered["massoud"].parts, gathered["massoud-2"].parts) == (("full",), ("full-2",))


def test_what_must_never_be_taken_for_it_adds_up():
    desk = name("a", ("A",), never=("X",), note="desk")
    house = name("a", ("A",), never=("X", "Y"), note="house")
    (gathered,) = gather([(desk,), (house,)])
    assert (gathered.never, gathered.note) == (("X", "Y"), "desk")
