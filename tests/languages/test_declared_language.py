"""A document says its language in the way of its format; what is no tag says nothing."""

import pytest

from canonym.languages.declared_language import declared_language
from canonym.text.formats import parse_document
from canonym.text.tags.canonical_tag import canonical_tag

SILENT = {
    "a.txt": "lang: de\n",
    "a.md": "# Language: de\n\nlang: de\n",
    "b.md": "---\ntitle: On lang: de\n---\nText.\n",
    "c.md": "---\nlang: English\n---\nText.\n",
    "a.html": "<p>The attribute lang='de' of html</p>",
    "b.html": "<html data-lang='de'><body>Text.</body></html>",
    "a.rst": "Title\n=====\n\nlang: de\n",
    "a.tex": "% \\usepackage[ngerman]{babel}\nText.\n",
    "b.tex": "\\usepackage[klingon]{babel}\n",
}
SAYING = (
    ("a.md", "---\nlang: de\n---\nText.\n", "de"),
    ("a.md", "---\ntitle: x\nlanguage: 'pt_br' # Brazil\n---\nText.\n", "pt-BR"),
    ("a.md", '---\r\nlang: "fr"\r\n---\r\nText.\r\n', "fr"),
    ("a.md", '+++\nlang = "zh-hant-tw"\n+++\nText.\n', "zh-Hant-TW"),
    ("a.html", "<!doctype html><html class=a lang=ar dir=rtl><p>x</p></html>", "ar"),
    ("a.html", '<HTML\n  XML:LANG="uk">x</HTML>', "uk"),
    ("a.rst", ":author: A\n:lang: pl\n\nText.\n", "pl"),
    ("a.adoc", "= Title\n:lang: tr\n\nText.\n", "tr"),
    ("a.tex", "\\usepackage[english,ngerman]{babel}\n", "de"),
    ("a.tex", "\\usepackage[main=french, english]{babel}\n", "fr"),
    ("a.tex", "\\usepackage{polyglossia}\n\\setmainlanguage[variant=uk]{english}\n", "en"),
)


def declared(path, text):
    document = parse_document(path, text)
    return declared_language(text, document.format, document.markup.front_matter)


@pytest.mark.parametrize("path", SILENT)
def test_what_is_no_statement_says_nothing(path):
    assert declared(path, SILENT[path]) == ""


@pytest.mark.parametrize(("path", "text", "tag"), SAYING)
def test_each_format_says_its_language_in_its_own_way(path, text, tag):
    assert declared(path, text) == tag


@pytest.mark.parametrize("said", ["", "e", "english", "de-", "-de", "de--AT", "de AT", "de.UTF-8", "1a"])
def test_what_is_not_well_formed_is_no_tag(said):
    assert canonical_tag(said) == ""


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("DE", "de"),
        ("de_at", "de-AT"),
        ("SR-cyrl-rs", "sr-Cyrl-RS"),
        ("es-419", "es-419"),
        ("sl-rozaj-biske", "sl-rozaj-biske"),
        ("en-x-AB", "en-x-ab"),
        ("deu", "de"),
        ("GER", "de"),
        ("zho-hant-tw", "zh-Hant-TW"),
        ("x-private", "und"),
        ("i-klingon", "und"),
        ("srp_Latn", "sr-Latn"),
        ("cmn", "zh"),
        ("iw", "he"),
        ("nds-DE", "nds-DE"),
        ("und", "und"),
    ],
)
def test_a_tag_has_the_capitals_of_the_standard(said, tag):
    assert canonical_tag(said) == tag
