"""A wrong form that a person decided on is found before an ending, which stays."""

import pytest

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check
from canonym.checking.fixes.apply_fixes import apply, select
from canonym.checking.fixes.write_replacement import written
from canonym.index.termbase_index import Index
from canonym.languages import parse_in_language
from canonym.termbase.authored import parse
from canonym.termbase.termbase import Termbase
from marking import marked, plain

DECIDED = """
[[name]]
preferred = "Kyjiw"
deprecated = ["Kiew"]
kind = "place"

[[name]]
preferred = "Κίιβο"
deprecated = ["Κίεβο"]

[[name]]
preferred = "Масуд"
deprecated = ["Массуд"]

[[name]]
preferred = "Istanbul"
deprecated = ["Stamboul"]

[[name]]
preferred = "Willem"
deprecated = ["William"]

[[name]]
preferred = "Kowalski"
admitted = ["Kowalsky"]
"""


def findings(tag, text, decided=DECIDED):
    index = Index.build(Termbase(language=tag), parse(decided, "termbase.toml"))
    document = parse_in_language("a.md", f"---\nlang: {tag}\n---\n{text}\n")
    return document, check(document, index, Settings())


@pytest.mark.parametrize(
    ("tag", "draft"),
    [
        ("de", "Die Bahnen Kyjiws und die Kyjiwer lieben Istanbuls Basar."),
        ("de", "Das Buch von Williams gefiel auch Kowalskys Frau."),  # another name; an admitted form
        ("de", "Ein Kiewitz und ein KIEWERT waren da."),
        ("is", "Við fórum til Kiewar."),  # no grammar: it may be another name
        ("en", "They saw Kiewville."),
    ],
)
def test_other_words_are_left_alone(tag, draft):
    assert findings(tag, draft)[1] == ()


@pytest.mark.parametrize(
    ("tag", "draft"),
    [
        ("de", "Der [Kiew]{deprecated-term -> Kyjiw}er Zug kam aus [Kiew]{deprecated-term ->! Kyjiw}."),
        ("de", "Es ist [Stamboul]{deprecated-term -> Istanbul}s Basar."),
        ("tr", "[Stamboul]{deprecated-term -> Istanbul}'da ve [Stamboul]{deprecated-term -> Istanbul}’a."),
        ("is", "Við vorum í [Kiew]{deprecated-term -> Kyjiw}'ar."),
        ("de", "Die [KIEW]{deprecated-term -> KYJIW}ER BAHN"),
        ("de", "Gestern war [KIEW]{deprecated-term -> KYJIW} weit."),
        ("tr", "[STAMBOUL]{deprecated-term -> ISTANBUL}'DA PATLAMA"),
        ("el", "ΤΟ [ΚΙΕΒΟ]{deprecated-term ->! ΚΙΙΒΟ} ΚΑΙΓΕΤΑΙ"),
        ("ru", "[МАССУД]{deprecated-term -> МАСУД}А УБИЛИ"),
    ],
)
def test_the_stem_is_found_and_a_person_looks_at_its_ending(tag, draft):
    document, found = findings(tag, plain(draft))
    assert marked(document.text, found) == f"---\nlang: {tag}\n---\n{draft}\n"


@pytest.mark.parametrize(
    ("tag", "right", "wrong", "draft"),
    [
        ("de", "Kyjiw", "Kiew", "[Kiew]{deprecated-term -> Kyjiw}s Bürger waren da."),
        ("de", "Lwiw", "Lemberg", "[Lemberg]{deprecated-term}s Bürger waren da."),
        ("pl", "Kijów", "Kiev", "Wrócili do [Kiev]{deprecated-term}a nocą."),
        ("pl", "Massud", "Masud", "Rozmawiali z [Masud]{deprecated-term -> Massud}em."),
        (
            "fi",
            "Kiova",
            "Kiev",
            "Hän oli siellä [Kiev]{deprecated-term}issä ja [Kiev]{deprecated-term}in kanssa.",
        ),
    ],
)
def test_an_ending_stays_where_it_fits_the_right_form(tag, right, wrong, draft):
    decided = f'[[name]]\npreferred = "{right}"\ndeprecated = ["{wrong}"]\n'
    document, found = findings(tag, plain(draft), decided)
    assert marked(document.text, found) == f"---\nlang: {tag}\n---\n{draft}\n"
    assert not any(finding.safe for finding in found)


CASES = """
[[name]]
preferred = "{right}"
deprecated = ["{wrong}"]
"""


@pytest.mark.parametrize(
    ("tag", "right", "wrong", "draft"),
    [
        ("pl", "Odesa", "Odessa", "Do Odesy, w Odesie, Odesę, Odesą, Odesa."),
        ("de", "Bayerischer Rundfunk", "Bayrischer Rundfunk", "Bayrischen, Rundfunks und Rundfunks."),
        ("is", "Odesa", "Odessa", "Til Odessu."),
        (
            "pl",
            "Odesa",
            "Odessa",
            "Do [Odessy]{deprecated-term -> Odesy} i [Odessa]{deprecated-term ->! Odesa}.",
        ),
        ("pl", "Odesa", "Odessa", "Przed [Odessą]{deprecated-term -> Odesą}."),
        ("pl", "Odesa", "Odessa", "[ODESSY]{deprecated-term -> ODESY} NIE WIDAĆ"),
        ("ru", "Одеса", "Одесса", "Он был в [Одессе]{deprecated-term -> Одесе}."),
        ("ru", "Одесск", "Одесса", "Он был в [Одессе]{deprecated-term}."),
        ("lt", "Kyjivas", "Kievas", "Jis buvo [Kieve]{deprecated-term -> Kyjive}."),
        (
            "de",
            "Bayerischer Rundfunk",
            "Bayrischer Rundfunk",
            "Wegen des [Bayrischen Rundfunks]{deprecated-term -> Bayerischen Rundfunks} kam er.",
        ),
        ("de", "BR", "Bayrischer Rundfunk", "Mit dem [Bayrischen Rundfunk]{deprecated-term} kam er."),
    ],
)
def test_a_wrong_form_is_found_in_other_cases(tag, right, wrong, draft):
    document, found = findings(tag, plain(draft), CASES.format(right=right, wrong=wrong))
    assert marked(document.text, found) == f"---\nlang: {tag}\n---\n{draft}\n"


@pytest.mark.parametrize(
    ("tag", "right", "wrong", "draft"),
    [
        (
            "cs",
            "Kyjev",
            "Kijev",
            "Do [Kijev]{deprecated-term -> Kyjev}a, z [Kijev]{deprecated-term -> Kyjev}a i Kyjeva.",
        ),
        (
            "sr",
            "Odesa",
            "Odessa",
            "Iz [Odesse]{deprecated-term -> Odese}, iz [Odesse]{deprecated-term -> Odese}, iz Odese.",
        ),
    ],
)
def test_a_case_of_a_wrong_form_is_no_rival_of_the_right_one(tag, right, wrong, draft):
    document, found = findings(tag, plain(draft), CASES.format(right=right, wrong=wrong))
    assert marked(document.text, found) == f"---\nlang: {tag}\n---\n{draft}\n"


def test_the_ending_stays():
    document, found = findings("tr", "Biz Stamboul’da idik.")
    edits = written(document, select(found, unsafe=True)).edits
    assert apply(document.text, edits).endswith("Biz Istanbul’da idik.\n")
