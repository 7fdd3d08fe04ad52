"""Which apostrophe or hyphen stands in a name is typesetting, and no spelling of it."""

import unicodedata

import pytest

from canonym.index.termbase_index import Index
from canonym.termbase.authored import parse
from canonym.termbase.termbase import Termbase
from marking import checked, corpus

STRAIGHT = """
[[name]]
preferred = "Xi'an"

[[name]]
preferred = "Al-Qaeda"
deprecated = ["El-Qaida"]

[[name]]
preferred = "Jürgen Müller"
deprecated = ["Jürgen Muller"]

[[name]]
preferred = "Shunichi Otsuka"
"""


@pytest.fixture(params=["straight", "curly"])
def index(request) -> Index:
    toml = STRAIGHT if request.param == "straight" else STRAIGHT.replace("'", "’").replace("l-Q", "l\u2011Q")
    return Index.build(Termbase(language="en"), parse(toml, "termbase.toml"))


@pytest.mark.parametrize(
    "draft",
    [
        "They left Xi'an, and Xi’an’s mayor too; Xiʼan was quiet.",
        "Of Al-Qaeda, Al\u2010Qaeda and Al\u2011Qaeda nothing was heard.",
        unicodedata.normalize("NFD", "Then Jürgen Müller spoke."),
        "The Jür\u00adgen Mül\u00adler of Xi'\u00adan and Al-Qae\u00adda.",
    ],
)
def test_a_name_set_otherwise_is_the_name(index, draft):
    assert checked(draft, index) == draft


@pytest.mark.parametrize(
    "draft",
    [
        "The builder [Shun'ichi]{term-form -> Shunichi} Otsuka left.",
        "The builder [Shun’ichi]{term-form -> Shunichi} Otsuka left.",
        "The builder [Shun\u2011ichi]{term-form -> Shunichi} Otsuka left.",
        "They left [Xian]{term-form -> Xi'an}.",
        "They left [Xian]{term-form -> Xi’an}, the country’s old capital.",
        "Of [El-Qaida]{deprecated-term -> Al-Qaeda} they knew.",
        "Of [El\u2011Qaida]{deprecated-term -> Al\u2011Qaeda} they knew.",
        "Of [El-Qai\u00adda]{deprecated-term -> Al-Qaeda} they knew.",
        unicodedata.normalize("NFD", "Then [Jürgen Muller]") + "{deprecated-term -> Jürgen Müller} spoke.",
    ],
)
def test_a_replacement_is_set_as_the_draft_is(index, draft):
    assert checked(draft, index) == draft


def test_articles_set_in_two_ways_tell_of_one_name(tmp_path):
    index = corpus(
        tmp_path,
        "The envoy met Mr O’Brien in Cork. Later O’Brien left.",
        "A party for Mr O'Brien was held. Many knew O'Brien well.",
    )
    [concept] = index.folded("O'Brien")
    assert [(term.form, term.articles) for term in concept.terms] == [("O'Brien", 2)]
