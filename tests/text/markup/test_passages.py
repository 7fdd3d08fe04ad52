"""Parts of a text say their own language in the way of the format. What is no such statement says nothing."""

import time

import pytest

from canonym.text.formats import parse_document

SILENT = {
    "a.html": "<html lang=en><body lang=en><p>The word lang=fr</p><!-- <p lang=fr> --><a hreflang=fr>x</a>",
    "b.html": "<p data-lang=fr class='lang-fr'>x</p><code lang=fr>x</code><p title='lang=fr'>y</p>",
    "c.html": "<p lang='français'>x</p><p lang=english>y</p>",
    "a.md": "A `<span lang=fr>` here.\n\n```\n<div lang=fr>\n```\n\n    <p lang=fr>\n",
    "a.tex": "% \\foreignlanguage{german}{x}\n"
    "\\begin{verbatim}\\selectlanguage{german}\\end{verbatim}\n\\textbf{y}",
    "b.tex": "\\foreignlanguage{klingon}{x} \\begin{itemize}x\\end{itemize} \\foreignlanguage{german}{",
    "c.tex": "\\usepackage[english,german]{babel}\\selectlanguage{german}\\begin{document}x\\end{document}",
    "a.rst": "About language-fr and ``:language-fr:`x` ``.\n\n.. class:: language-\n\nx\n",
    "b.rst": ".. class:: language-fr\n",
    "a.txt": "<p lang=fr>x</p>",
}
SAYING = (
    ("a.html", "<p>A <q lang=fr>B &lt; <b>C</b></q> D", [("fr", "B &lt; <b>C</b>")]),
    ("a.html", "<P XML:LANG='pt_br'>A</P>B", [("pt-BR", "A")]),
    ("a.html", "<p lang=''>A</p><p lang=zxx>B</p>", [("und", "A"), ("und", "B")]),
    ("a.html", "<p lang=fr>A<p>B", [("fr", "A")]),
    ("a.html", "<p lang=fr>A<em>B<div>C</div>", [("fr", "A<em>B")]),
    ("a.html", "<ul><li lang=fr>A<ul><li>B</ul><li>C</ul>", [("fr", "A<ul><li>B</ul>")]),
    (
        "a.html",
        "<table><tr lang=fr><td>A<td lang=de>B<tr><td>C</table>",
        [("fr", "<td>A<td lang=de>B"), ("de", "B")],
    ),
    ("a.html", "<div lang=fr>A<p>B</div>C", [("fr", "A<p>B")]),
    ("a.html", "<img lang=fr>A<br lang=fr/>B<i lang=fr>C", [("fr", "C")]),
    ("a.html", "<i lang=fr>A</b>B</i>C", [("fr", "A</b>B")]),
    ("a.md", "A <i lang=fr>B *C*</i> D", [("fr", "B *C*")]),
    ("a.md", "A <i lang=fr>B\n\nC", [("fr", "B")]),
    ("a.md", "<div lang=fr>\n\nA\n\n</div>\n\nB", [("fr", "\n\nA\n\n")]),
    ("a.md", "<p lang=fr>A\n\nB", [("fr", "A\n")]),
    ("a.rst", ".. role:: language-fr\n\nA :language-fr:`B C` D", [("fr", "B C")]),
    ("a.rst", ".. role:: french\n   :class: language-fr\n\nA :french:`B` D", [("fr", "B")]),
    ("a.rst", ".. class:: language-fr\n\nA\nB\n\nC", [("fr", "A\nB")]),
    ("a.rst", ".. class:: x language-fr\n\n   A\n\n   B\n\nC", [("fr", "   A\n\n   B\n")]),
    ("a.tex", "A \\foreignlanguage[date]{german}{B \\emph{C}} D", [("de", "B \\emph{C}")]),
    ("a.tex", "\\textfrench{A \\textenglish{B}}", [("fr", "A \\textenglish{B}"), ("en", "B")]),
    ("a.tex", "\\begin{otherlanguage*}{german}A\\end{otherlanguage*}B", [("de", "A")]),
    ("a.tex", "\\begin{french}A\\end{french}B", [("fr", "A")]),
    ("a.tex", "{\\selectlanguage{german}A} B", [("de", "A")]),
    ("a.tex", "A\\selectlanguage{german}B\\selectlanguage{english}C", [("de", "B"), ("en", "C")]),
)


def said(path, text):
    return [(one.tag, one.span.of(text)) for one in parse_document(path, text).markup.passages]


@pytest.mark.parametrize(
    ("path", "text", "passages"),
    [
        ("a.json", '{"text": "A", "langs": "fr", "x": {"lang": "fr"}}', []),
        ("a.json", '{"lang": "French", "text": "A"}', []),
        ("a.json", '{"lang": "fr", "text": "A", "x": [{"text": "B"}]}', [("fr", "A"), ("fr", "B")]),
        ("a.json", '[{"text": "A", "lang": "fr"}, {"lang": "de", "text": "B"}]', [("fr", "A"), ("de", "B")]),
        (
            "a.jsonl",
            '{"text": "A", "lang": "fr"}\n{"text": "B"}\n{"lang": "de", "text": "C"}',
            [("fr", "A"), ("de", "C")],
        ),
        ("a.yaml", "- lang: fr\n  text: A\n- text: B\n", [("fr", "A")]),
    ],
)
def test_a_value_is_of_the_language_that_is_said_beside_it(path, text, passages):
    found = parse_document(path, text, keys=["**.text"]).markup.passages
    assert [(one.tag, one.span.of(text)) for one in found] == passages


@pytest.mark.parametrize("path", SILENT)
def test_what_is_no_statement_says_nothing(path):
    assert said(path, SILENT[path]) == []


@pytest.mark.parametrize(("path", "text", "passages"), SAYING)
def test_a_part_says_its_language(path, text, passages):
    assert said(path, text) == passages


@pytest.mark.parametrize(
    "unit", ["<b lang=fr>", "<p lang=fr>", "<li><i>", "</i>", "<i lang=fr><h1>", "<td lang=fr><table>"]
)
def test_many_open_elements_take_no_time(unit):
    began = time.process_time()
    parse_document("a.html", unit * (200_000 // len(unit)) + "<p lang=fr>")
    assert time.process_time() - began < 5
