"""A part in another language is read in its language, and hidden where the others are read."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.languages import parse_in_language
from canonym.languages.views import MOST_LANGUAGES, views
from canonym.text.document import HIDDEN, JOINER, visible_text


def seen(text, path="a.html"):
    """What is read in each language: its blocks."""
    document = parse_in_language(path, text)
    return {
        view.language.tag: [
            visible_text(block.span.of(view.prose)).replace(JOINER, "").replace(HIDDEN, "").strip()
            for block in view.markup.blocks
        ]
        for view in views(document)
    }


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<html lang=en><p>All of it.", {"en": ["All of it."]}),
        ("<html lang=en><p lang=en>All of it.", {"en": ["All of it."]}),
        ("<html lang=en-GB><p>All <i lang=en>of</i> it.", {"en-GB": ["All of it."]}),
        ("<html lang=en><p>In <i lang=''>Qo</i>nos.", {"en": ["In nos."]}),
        ("<html lang=en><p>In <q lang=fr>Lyon.</q> He", {"en": ["In . He"], "fr": ["Lyon."]}),
        ("<html lang=en><p lang=fr>Lyon<p>Rome", {"en": ["Rome"], "fr": ["Lyon"]}),
        ("<html lang=en><p lang=fr>A <b lang=en>B</b> C", {"en": ["B"], "fr": ["A", "C"]}),
        ("<html lang=en><p lang=fr>A <b lang=de>B</b><p>C", {"en": ["C"], "fr": ["A"], "de": ["B"]}),
        ("<html lang=en><p lang=fr>A&eacute;B", {"en": [], "fr": ["AéB"]}),
        ("<body lang=fr><p>Lyon", {"fr": ["Lyon"]}),
    ],
)
def test_each_language_is_read_by_itself(text, read):
    assert seen(text) == read


def test_a_part_does_not_show_the_language_of_the_rest():
    german = "Die Bürgermeisterin sagte am Montag, die Brücke werde gesperrt. "
    french = "La maire a dit lundi que le pont serait fermé jusqu'à la fin du mois. "
    assert list(seen(f"<p>{german}<blockquote lang=fr>{french * 9}</blockquote>")) == ["de", "fr"]


def test_too_many_languages_are_hidden():
    letters = "abcdefghijklmnopqrstuvwxyz"
    text = "<html lang=en><p>One." + "".join(f"<p lang=q{letter}>Two." for letter in letters)
    assert len(seen(text)) == MOST_LANGUAGES


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "<i lang=fr>", "<b lang=de>", "<q lang=''>", "</i>", "</b>", "A. ", "Bé", "&amp;", "\n"]
        )
    )
)
def test_each_letter_is_read_in_one_language_at_most(pieces):
    text = "<html lang=en>" + "".join(pieces)
    document = parse_in_language("a.html", text)
    spans = [part.span for part in document.parts]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    proses = [view.prose for view in views(document)]
    assert {len(prose) for prose in proses} == {len(text)}
    for offset, letter in enumerate(text):
        assert sum(prose[offset] == letter and letter.isalpha() for prose in proses) <= 1
