"""Marks of notes, ligatures and odd apostrophes: right names stay silent, wrong ones are mended whole."""

import pytest

from canonym.index.termbase_index import Index
from marking import checked, corpus

ARTICLES = (
    "Oleh Hrytsuk{note} governs Kharkiv{note}. He came back, and they thanked Hrytsuk{note} in Sana{sign}a.",
    "The ship of Oleh Hrytsuk{note} came to Sana{sign}a. The cook was Clara Gri{ffi}n{note} of Kharkiv.",
    "In Kharkiv{note} the cook Clara Gri{ffi}n{note} met Oleh Hrytsuk. They spoke of Sana{sign}a and ships.",
)


def _articles(note: str, ffi: str, sign: str) -> list[str]:
    return [article.format(note=note, ffi=ffi, sign=sign) for article in ARTICLES]


@pytest.fixture(scope="module", params=[("", "ffi", "'"), ("²", "ﬃ", "´"), ("ª", "ﬀi", "′"), ("™", "ﬃ", "`")])
def index(request, tmp_path_factory) -> Index:
    """The same names, learned from plain articles and from typeset ones."""
    return corpus(tmp_path_factory.mktemp("corpus"), *_articles(*request.param))


def test_typeset_articles_teach_the_plain_forms(index):
    forms = {term.form for concept in index.concepts() for term in concept.terms}
    assert {"Oleh Hrytsuk", "Hrytsuk", "Kharkiv", "Clara Griffin", "Sana'a"} <= forms
    assert not any(set(form) & set("²ªﬃﬀ´′`™") for form in forms)


@pytest.mark.parametrize("note", ["", "¹", "ª", "③", "™", "ᵃ", "¹²"])
@pytest.mark.parametrize(("ffi", "sign"), [("ffi", "'"), ("ﬃ", "´"), ("ﬀi", "`"), ("fﬁ", "’")])
def test_right_names_are_silent_however_they_are_set(index, note, ffi, sign):
    draft = (
        f"Oleh Hrytsuk{note} left Kharkiv{note}. Clara Gri{ffi}n{note} has an o{ffi}ce in Sana{sign}a{note}."
    )
    assert checked(draft, index) == draft


@pytest.mark.parametrize(
    "draft",
    [
        "In spring Oleh [Hrytzuk]{variant-name -> Hrytsuk}¹ left Kharkiv² with ships.",
        "In spring Oleh [Hrytzuk]{variant-name -> Hrytsuk}ª left Kharkivª with ships.",
        "In spring Clara [Gryﬃn]{variant-name -> Griffin}² left Kharkiv with ships.",
        "In spring Oleh [Ｈｒｙｔｚｕｋ]{variant-name -> Hrytsuk} left Kharkiv with ships.",
        "In spring Oleh [𝐇𝐫𝐲𝐭𝐳𝐮𝐤]{variant-name -> Hrytsuk}¹ left Kharkiv with ships.",
    ],
)
def test_a_wrong_name_is_mended_whole_and_its_note_stays(index, draft):
    assert checked(draft, index) == draft
