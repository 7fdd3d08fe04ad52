"""Character references and escapes are the characters that they stand for, in every format."""

from pathlib import Path

import pytest

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check
from canonym.corpus.learning import ArticleSource, learn
from canonym.index.termbase_index import Index
from canonym.termbase.authored import parse
from canonym.termbase.termbase import Termbase
from english import parse_document
from marking import checked, corpus, forms

ARTICLES = (
    "Sinéad O'Brien met Jürgen Strauß in Xi'an. Sinéad O'Brien left on Monday. The team praised O'Brien.",
    "In Xi'an Jürgen Strauß spoke of trade. Strauß thanked Sinéad O'Brien for her help in Xi'an.",
    "Søren Kjær wrote to Sinéad O'Brien. Kjær lives in Xi'an. A friend of Søren Kjær called Jürgen Strauß.",
)
KEYS = ("**",)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return corpus(tmp_path_factory.mktemp("corpus"), *ARTICLES)


def found(name: str, text: str, index: Index) -> list[tuple[str, str, str]]:
    """Return what stands in the file at each finding, what is read there, and what is suggested."""
    findings = check(parse_document("", text, name, KEYS), index, Settings())
    return [(one.span.of(text), one.text, one.suggestions[0]) for one in findings]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "html",
            "<p>Sin&eacute;ad O&rsquo;Brien met J&uuml;rgen Strau&szlig; in Xi&#39;an &amp; Xi&#x27;an.</p>",
        ),
        (
            "html",
            "<p>Then Sin&#233ad O&#8217Brien&rsquo;s friend S&oslash;ren Kj&aelig;r left Xi&apos;an&hellip;",
        ),
        (
            "html",
            "<p>&ldquo;Sin&eacute;ad O&rsquo;Brien left.&rdquo; Then S&oslash;ren Kj&aelig;r&nbsp;left.",
        ),
        ("markdown", "Then Sin&eacute;ad O&rsquo;Brien met S&#xf8;ren Kj&aelig;r in Xi\\'an."),
        ("vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nThen Sin&eacute;ad O&rsquo;Brien left Xi&#39;an."),
        ("json", r'{"a": "Then Sin\u00e9ad O\u2019Brien met S\u00f8ren Kj\u00e6r in Xi\u0027an."}'),
        ("yaml", "a: \"Then Sin\\xe9ad O\\u2019Brien left.\"\nb: 'Then Sinéad O''Brien left Xi''an.'"),
        ("toml", 'a = "Then Sin\\u00e9ad O\\u2019Brien left Xi\\u0027an."'),
        (
            "latex",
            "Then Sin\\'ead O'Brien met S{\\o}ren Kj\\ae r and J\\\"{u}rgen Strau\\ss{} in Xi'an. Xi\\-'an.",
        ),
        ("asciidoc", "Then Sin&#233;ad O{rsquo}Brien left Xi{apos}an."),
        ("restructuredtext", "Then Sinéad O\\'Brien left Xi\\'an."),
    ],
)
def test_right_names_are_silent(name: str, text: str, index: Index) -> None:
    assert found(name, text, index) == []


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("html", "<p>J&uuml;rgen Straus left.", ("Straus", "Straus", "Strauß")),
        ("html", "<p>Then J&uuml;rgen St&#114;aus left.", ("St&#114;aus", "Straus", "Strauß")),
        ("html", "<p>Then Sin&egrave;ad O&rsquo;Brien left.", ("Sin&egrave;ad", "Sinèad", "Sinéad")),
        ("markdown", "Then S&oslash;ren Kjer&#114; left.", ("Kjer&#114;", "Kjerr", "Kjær")),
        ("json", r'{"a": "Then Sin\u00e8ad O\u2019Brien left."}', ("Sin\\u00e8ad", "Sinèad", "Sinéad")),
        ("yaml", "a: 'Then Sinead O''Brien left.'", ("Sinead", "Sinead", "Sinéad")),
        ("toml", 'a = "Then Sin\\u00e8ad left."', ("Sin\\u00e8ad", "Sinèad", "Sinéad")),
        ("latex", "Then Sin\\`ead O'Brien left.", ("Sin\\`ead", "Sinèad", "Sinéad")),
    ],
)
def test_misspelt_names_are_found_and_covered_whole(
    name: str, text: str, expected: tuple[str, str, str], index: Index
) -> None:
    assert found(name, text, index) == [expected]


def test_what_stands_for_nothing_known_is_hidden_with_its_word(index: Index) -> None:
    assert found("html", "<p>Then S&oslah;ren and Sin&amp;eacute;ad left, AT&T too &.", index) == []


def test_a_finding_is_worded_without_fillers(index: Index) -> None:
    text = "<p>Then Sin&egrave;ad O&rsquo;Brien left."
    (one,) = check(parse_document("", text, "html"), index, Settings())
    assert one.message.startswith("“Sinèad” is written “Sinéad”")


@pytest.mark.parametrize("name", ["draft.html", "draft.md"])
def test_a_quotation_in_references_is_quoted(name: str, index: Index) -> None:
    text = "Then &ldquo;[Sinead]{term-form -> Sinéad} O&rsquo;Brien left&rdquo;, he said."
    assert checked(text, index, name=name) == text


def test_articles_teach_whole_names(tmp_path: Path) -> None:
    article = "<p>Then Sin&eacute;ad O&rsquo;Brien and S&oslash;ren Kj&aelig;r left Xi&#39;an.</p>"
    folder = tmp_path / "corpus"
    folder.mkdir()
    sources = []
    for number in range(3):
        path = folder / f"{number}.html"
        path.write_text(article.replace("left", f"left with {number + 2} others"), "utf-8")
        sources.append(ArticleSource(path, path.name))
    known = forms(learn(sources))
    assert {"Sinéad O'Brien", "Søren Kjær", "Xi'an"} <= known.keys()
    assert not {"O", "Brien", "Sin", "Kj"} & known.keys()


def test_words_beside_a_name_are_what_they_stand_for() -> None:
    decided = """
[[name]]
preferred = "Massoud"
deprecated = ["Masoud"]
not = ["Jörg Masoud"]
"""
    own = Index.build(Termbase(language="en"), parse(decided, "termbase.toml"))
    text = "<p>Then [Masoud]{deprecated-term -> Massoud} met J&ouml;rg Masoud and Jörg Masoud."
    assert checked(text, own, name="draft.html") == text
