"""Replacements are written as their place demands, or refused: else the file says the same as before."""

import json
import re
import tomllib
import warnings
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import NamedTuple

import pytest
import yaml
from docutils.core import publish_doctree
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from canonym.checking.finding import Edit
from canonym.checking.fixes.apply_fixes import apply
from canonym.checking.fixes.write_replacement import written
from canonym.text.document import FILLER, HIDDEN, JOINER, Document
from canonym.text.formats import FORMATS
from canonym.text.span import Span
from english import parse_document

OLD = "Xian"
KEYS = ("**",)
VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n"


@pytest.mark.parametrize(
    ("format_", "text", "links"),
    [
        ("markdown", "To [Xian][] now.\n\n[xian]: /x\n", True),
        ("markdown", "To [the Xian].\n\n[the  XIAN]: /x\n", True),
        ("markdown", "To [Xian][y].\n\n[xian]: /x\n", True),
        ("markdown", "To [Xian][y] and [x][y].\n\n[y]: /x\n", False),
        ("markdown", "To [Xian](/x) and [Xian].\n\n[y]: /x\n", False),
        ("restructuredtext", "To `Xian`_ now.\n\n.. _Xian: /x\n", True),
        ("restructuredtext", "To `the\nXian`_ now.\n\n.. _the Xian: /x\n", True),
        ("restructuredtext", "To Xian_, now.\n\n.. _Xian: /x\n", True),
        ("restructuredtext", "To `Xian </x>`_ and Xian.\n", False),
        ("restructuredtext", "To `Xian`__ now.\n\n__ /x\n", False),
        ("restructuredtext", "To `Xian` and *Xian*.\n", False),
    ],
)
def test_the_name_by_which_a_link_finds_its_target_stays(format_: str, text: str, links: bool) -> None:
    document = parse_document("", text, format_)
    spans = [Span(*found.span()) for found in re.finditer(OLD, document.prose)]
    done = written(document, [Edit(span, "Luoyang") for span in spans])
    said = [reason for _, reason in done.refused]
    assert said == (["a link finds its target by this name"] if links else [])


def mended(document: Document, *names: str) -> tuple[str, list[str]]:
    """Return a document with the places of OLD put right, each with its name, and the reasons of refusals."""
    spans = [Span(*found.span()) for found in re.finditer(OLD, document.text)]
    done = written(document, [Edit(span, name) for span, name in zip(spans, names, strict=True)])
    assert len(done.edits) + len(done.refused) == len(spans)
    return apply(document.text, done.edits), [reason for _, reason in done.refused]


@pytest.mark.parametrize(
    ("format_", "text", "name", "expected"),
    [
        ("plain", "To Xian & back", "Xi'an", "To Xi'an & back"),
        ("yaml", "a: 'To Xian'", "Xi'an", "a: 'To Xi''an'"),
        ("yaml", 'a: "To Xian"', 'The "X" \\', 'a: "To The \\"X\\" \\\\"'),
        ("yaml", "a: To Xian", "Xi'an", "a: To Xi'an"),
        ("yaml", "a: To Xian", '"The X", it is', 'a: To "The X", it is'),
        ("yaml", "a: |\n  To Xian\n", 'The "X": #1', 'a: |\n  To The "X": #1\n'),
        ("toml", 'a = "To Xian"', 'The "X"', 'a = "To The \\"X\\""'),
        ("toml", "a = '''To Xian'''", "Xi'an", "a = '''To Xi'an'''"),
        ("json", '{"a": "To Xian"}', 'The "X"', '{"a": "To The \\"X\\""}'),
        ("html", "<p>To Xian", "Q & <A>", "<p>To Q &amp; &lt;A&gt;"),
        ("html", "<p>To Xian", "Jürgen", "<p>To Jürgen"),
        ("html", "<p>S&oslash;ren to Xian", "Jürgen & 習", "<p>S&oslash;ren to J&uuml;rgen &amp; &#32722;"),
        ("html", "<p>S&#248;ren to Xian", "Jürgen", "<p>S&#248;ren to J&#252;rgen"),
        ("html", "<p>S&oslash;ren &ndash; é to Xian", "Jürgen", "<p>S&oslash;ren &ndash; é to Jürgen"),
        ("yaml", "a: 'Xian'\n{{ b }}: [", "Xi'an", "a: 'Xi''an'\n{{ b }}: ["),
        ("markdown", "To Xian", "M*A*S*H & Co", "To M\\*A\\*S\\*H & Co"),
        ("markdown", "Xian", "1. FC &amp;", "1\\. FC \\&amp;"),
        ("markdown", "<p>To Xian</p>", "Q & A", "<p>To Q &amp; A</p>"),
        ("restructuredtext", "Xian it is", "A. M*A", "\\A. M\\*A it is"),
        ("asciidoc", "Xian\n---\nx", "Xi'a", "Xi'a\n---\nx"),
        ("asciidoc", "Xian it is", "- M*A", "&#45; M&#42;A it is"),
        ("latex", "To Xian", "Q & 50% $ #_{}", "To Q \\& 50\\% \\$ \\#\\_\\{\\}"),
        (
            "vtt",
            VTT + "To Xian",
            "Q & A",
            VTT + "To Q &amp; A",
        ),
        ("vtt", VTT + "To Xian", "X:./<", VTT + "To X:./&lt;"),
        ("html", "<p>To Xian", "X:./<", "<p>To X:./&lt;"),
        ("git-commit", "Go to Xian", "#5", "Go to #5"),
        ("restructuredtext", "To Xian", "Q & A", "To Q & A"),
        ("restructuredtext", "To Xian\n=======", "Kyiv", "To Kyiv\n======="),
        ("restructuredtext", "To Xian\n=========", "Xi'an", "To Xi'an\n========="),
        ("restructuredtext", "====\nXian\n====", "Bo", "====\nBo\n===="),
        ("restructuredtext", "+------+\n| Xian |\n+------+", "Kyiv", "+------+\n| Kyiv |\n+------+"),
    ],
)
def test_a_replacement_is_written_as_its_place_demands(
    format_: str, text: str, name: str, expected: str
) -> None:
    assert mended(parse_document("", text, format_, KEYS), name) == (expected, [])


def test_many_that_are_refused_cost_no_other_its_fix() -> None:
    text = '- Xian\n- To Xian\n- "Xian"\n' * 100
    new, reasons = mended(parse_document("", text, "yaml", KEYS), *["null"] * 300)
    assert new == '- Xian\n- To null\n- "null"\n' * 100
    assert len(reasons) == 100


@pytest.mark.parametrize(
    ("format_", "text", "old", "new"),
    [
        ("srt", "\\Xull left", "Xull", "Null"),
        ("vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n&Xta; left", "Xta", "Eta"),
        ("html", "<p>&Xta; left", "Xta", "Eta"),
        ("markdown", "&Xta; left", "Xta", "Eta"),
    ],
)
def test_a_sign_before_a_word_makes_no_markup_of_it(format_: str, text: str, old: str, new: str) -> None:
    document = parse_document("", text, format_, KEYS)
    start = text.index(old)
    done = written(document, [Edit(Span(start, start + len(old)), new)])
    read = parse_document("", apply(text, done.edits), format_, KEYS)
    assert done.refused or re.search(rf"\b{new}\b", read.visible_text(Span(0, len(read.text))))


@pytest.mark.parametrize(
    ("format_", "text", "name", "reason"),
    [
        (
            "asciidoc",
            "Oh Xian\n-----\n\nText\n-----\n",
            "Ab",
            "in a line above a rule of AsciiDoc “Ab” is too short",
        ),
        (
            "asciidoc",
            "* Xian\n~~~~~~~~~\n\nText\n",
            "Xianyang",
            "in a line above a rule of AsciiDoc there is no room for “Xianyang”",
        ),
        ("toml", "a = 'To Xian'", "Xi'an", "a literal string of TOML cannot hold “Xi'an”"),
        ("toml", "a = '''To Xian'''", "'''", "in a literal string of TOML “'''” would be more than a text"),
        ("yaml", "a: Xian", "null", "in a plain scalar of YAML “null” would be more than a text"),
        (
            "yaml",
            "a: Xian\n{{ b }}: [",
            "null",
            "in a plain scalar of YAML “null” would be more than a text",
        ),
        (
            "yaml",
            "a: Xian\nb: \x01\n",
            "12",
            "in a plain scalar of YAML “12” would be more than a text",
        ),
        ("yaml", "- Xian", '"X" is', 'a plain scalar of YAML cannot hold “"X" is”'),
        ("yaml", "a: Xian", "b: c", "a plain scalar of YAML cannot hold “b: c”"),
        ("yaml", "a: To Xian", "X #1", "a plain scalar of YAML cannot hold “X #1”"),
        ("asciidoc", "Xian\n----\nx", "Xi'ana", "in a title of AsciiDoc there is no room for “Xi'ana”"),
        ("asciidoc", "Xian\n----\nx", "Bo", "in a title of AsciiDoc “Bo” is too short"),
        ("git-commit", "Go\n\nXian", "#5", "in plain text “#5” would be more than a text"),
        (
            "srt",
            "1\n00:00:01,000 --> 00:00:02,000\nXian",
            "<b>",
            "in plain text “<b>” would be more than a text",
        ),
    ],
)
def test_what_cannot_be_written_is_refused_with_the_reason(
    format_: str, text: str, name: str, reason: str
) -> None:
    assert mended(parse_document("", text, format_, KEYS), name) == (text, [reason])


@pytest.mark.parametrize(
    ("format_", "text", "old", "new", "expected"),
    [
        ("html", "<p>Ahmad <em>Shah</em> Masoud</p>", "Ahmad <em>Shah</em> Masoud", "Ahmad Shah Massoud",
         "<p>Ahmad <em>Shah</em> Massoud</p>"),
        ("html", "<p>Sin&eacute;ad&nbsp;O&rsquo;Brian", "Sin&eacute;ad&nbsp;O&rsquo;Brian", "Sinéad O'Brien",
         "<p>Sin&eacute;ad&nbsp;O'Brien"),
        ("markdown", "To Ahmad *Masoud and* on", "Ahmad *Masoud", "Ahmad Shah Massoud",
         "To Ahmad *Shah Massoud and* on"),
        ("plain", "Ahmad\r\nMasoud came", "Ahmad\r\nMasoud", "Ahmad Massoud", "Ahmad\r\nMassoud came"),
        ("latex", "Ahmad~Masoud", "Ahmad~Masoud", "Ahmad Massoud", "Ahmad~Massoud"),
    ],
)  # fmt: skip
def test_what_stands_between_words_stays(format_: str, text: str, old: str, new: str, expected: str) -> None:
    at = text.index(old)
    document = parse_document("", text, format_)
    assert apply(text, written(document, [Edit(Span(at, at + len(old)), new)]).edits) == expected


def test_markup_within_what_changes_is_not_torn() -> None:
    text = "<p>To Ahmad <em>Masoud and</em> on</p>"
    at = text.index("Ahmad")
    done = written(parse_document("", text, "html"), [Edit(Span(at, at + 16), "Massoud")])
    assert (done.edits, [reason for _, reason in done.refused]) == ((), ["markup stands between its words"])


def test_one_that_cannot_be_written_leaves_the_others() -> None:
    text = 'a: Xian\nb: "Xian"\nc: Xian it is\nd: Xian\n'
    names = ("null", "null", "Xi'an", "Xi'an")
    expected = "a: Xian\nb: \"null\"\nc: Xi'an it is\nd: Xi'an\n"
    assert mended(parse_document("", text, "yaml", KEYS), *names)[0] == expected


@pytest.mark.parametrize(
    ("format_", "text", "expected"),
    [
        ("asciidoc", "Xian Xian\n---------\n\nx\n", "Xi'an Xian\n---------\n\nx\n"),
        ("restructuredtext", "Xian Xian\n==========\n\nx\n", "Xi'an Xian\n==========\n\nx\n"),
    ],
)
def test_two_names_of_a_title_share_its_room(format_: str, text: str, expected: str) -> None:
    new, refused = mended(parse_document("", text, format_), "Xi'an", "Xi'an")
    assert (new, len(refused)) == (expected, 1)


def test_broken_files_are_mended_as_far_as_they_can_be_read() -> None:
    assert mended(parse_document("", '{"a": "To Xian", ', "json", KEYS), "Xi'an")[0] == '{"a": "To Xi\'an", '


# What parsers that know nothing of us find in a text: values in order, or texts with what holds them.


def of_json(text: str) -> list[str]:
    return [repr(one) for one in _values(json.loads(text))]


def of_toml(text: str) -> list[str]:
    return [repr(one) for one in _values(tomllib.loads(text))]


def of_yaml(text: str) -> list[str]:
    return [repr(one) for one in _values(yaml.safe_load(text))]


def _values(tree: object) -> Iterator[object]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield key
            yield from _values(value)
    elif isinstance(tree, list):
        for one in tree:
            yield from _values(one)
    else:
        yield tree


def of_xml(text: str) -> list[str]:
    return [f"{one.tag}{one.attrib}{one.text}|{one.tail}" for one in ET.fromstring(text).iter()]


def of_html(text: str) -> list[str]:
    found = [""]

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend((f"<{tag}{attrs}", ""))

        def handle_endtag(self, tag: str) -> None:
            found.extend((f"</{tag}", ""))

        def handle_data(self, data: str) -> None:
            found[-1] += data

    reader = Reader(convert_charrefs=True)
    reader.feed(text)
    reader.close()
    return found


def of_markdown(text: str) -> list[str]:
    found = []
    for token in MarkdownIt("commonmark", {"html": True}).parse(text):
        inline = token.children or []
        parts = [
            "\n" if one.type == "softbreak" else f"{'' if 'text' in one.type else one.type}{one.content}"
            for one in inline
        ]
        found.append(f"{token.type} " + ("".join(parts) if inline else token.content))
    return found


def of_restructuredtext(text: str) -> list[str]:
    """Return the nodes and their texts; that an address is a link of itself is no matter here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = publish_doctree(text, settings_overrides={"report_level": 5, "file_insertion_enabled": False})
    found = [""]
    for node in tree.findall():
        if node.tagname == "#text":
            found[-1] += node.astext()
        elif node.tagname != "reference":
            found += (node.tagname, "")
    return found


def of_cues(text: str) -> list[str]:
    return of_html(text)


def of_itself(name: str) -> Callable[[str], list[str]]:
    """Return our own reading, where there is no other reader: all but what is hidden; addresses are text."""

    def judged(text: str) -> list[str]:
        document = parse_document("", text, name)
        prose = list(document.prose)
        for start, end in document.markup.addresses:
            prose[start:end] = text[start:end]
        return ["".join(prose).replace(HIDDEN, "").replace(JOINER, "").replace(FILLER, "")]

    return judged


class Place(NamedTuple):
    """A place of a format: what stands around the name, and who judges."""

    format: str
    text: str
    judge: Callable[[str], list[str]]
    holds_all: bool = False


PLACES = [
    Place("json", '{"a": "%s", "b": [1, "x \\"y\\" %s"], "%%": null}', of_json, holds_all=True),
    Place("yaml", "a: 'it''s %s'\nb: ['%s', 1]\n", of_yaml, holds_all=True),
    Place("yaml", 'a: "\\"x\\" %s"\nb: "%s"\n', of_yaml, holds_all=True),
    Place("yaml", "a: %s\nb: x %s y\nc: 1\n", of_yaml),
    Place("yaml", "a: |\n  x\n  %s y\nb: >-\n  %s\n  y\n\nc: 1\n", of_yaml),
    Place("yaml", "a: [%s, x %s]\n", of_yaml),
    Place("toml", 'a = "x %s"\nb = """\n%s\n"""\n', of_toml, holds_all=True),
    Place("toml", "a = 'x %s'\nb = '''\n%s y\n'''\n", of_toml),
    Place("html", "<h1>%s</h1><p class='a'>x <em>y</em> %s z &amp; &lt;b&gt;</p>", of_html, holds_all=True),
    Place("html", "<div><p>%s</p><p>x <em>%s</em></p></div>", of_xml, holds_all=True),
    Place("markdown", "# %s\n\nx *y* %s z\n", of_markdown),
    Place("markdown", "%s\n\n- %s\n", of_markdown),
    Place("markdown", "> x\n> %s y\n\n1. %s\n", of_markdown),
    Place("restructuredtext", "Title\n=====\n\n%s\n\nx *y* %s z\n", of_restructuredtext),
    Place("restructuredtext", "- %s\n\n%s y\nz\n", of_restructuredtext),
    Place("restructuredtext", "%s\n====\n\n======\nB %s\n======\n\nx\n", of_restructuredtext),
    Place("restructuredtext", "+------+---+\n| %s | x |\n+------+---+\n\nx %s\n", of_restructuredtext),
    Place(
        "restructuredtext",
        "====  ======\na     b\n====  ======\n%s  x %s\n====  ======\n",
        of_restructuredtext,
    ),
    Place("vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n%s\nx <i>%s</i>\n", of_cues, holds_all=True),
    Place("srt", "1\n00:00:01,000 --> 00:00:02,000\n%s\nx %s\n", of_itself("srt")),
    Place("asciidoc", "%s it is\n\n* x %s\n", of_itself("asciidoc")),
    Place("asciidoc", "x %s\n------\n\n%s y\n", of_itself("asciidoc")),
    Place("latex", "%s it is\n\nx \\emph{%s} y\n", of_itself("latex")),
    Place("git-commit", "%s it is\n\n%s it is\n# x\n", of_itself("git-commit")),
    Place("plain", "%s it is\n\nx %s\n", of_itself("plain")),
]
SIGNS = "'\"&<>*_`[](){}#-+.:;,!|\\/~^$%@=?0123456789 aBé’"
AWKWARD = r"""
Xi'an|The "Rock"|Procter & Gamble|null|No|~|1. FC|- x|# x|A. B|<b>|&amp;|a: b|x #y|*x*|_x_|`x`|[x](y)
\|{{x}}|``|x::|-->|1984|true|---|...|'''|X?|@x|x@y.org
"""
NAMES = (
    st.sampled_from([name for line in AWKWARD.split("\n") for name in line.split("|") if name])
    | st.text(SIGNS, max_size=12).map(lambda name: " ".join(f"X{name}".split()))
    | st.text(SIGNS, max_size=8).map(lambda name: " ".join(name.split()) or "X")
)


def test_every_format_has_its_place() -> None:
    assert {place.format for place in PLACES} == FORMATS.keys()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: f"{place.format}-{PLACES.index(place)}")
@given(names=st.tuples(NAMES, NAMES), ends=st.sampled_from(["\n", "\r\n"]))
def test_a_parser_finds_the_replacement_and_nothing_else(
    place: Place, names: tuple[str, str], ends: str
) -> None:
    text = (place.text % (OLD, OLD)).replace("\n", ends)
    new, refused = mended(parse_document("", text, place.format, KEYS), *names)
    assert not (place.holds_all and refused), (new, refused)
    kept = list(names) if not refused else _kept(text, new, names)
    said = iter(kept)
    expected = [_filled(one, said) for one in place.judge(text)]
    assert place.judge(new) == expected, new


def _kept(text: str, new: str, names: tuple[str, str]) -> list[str]:
    """Return what stands in each place when some of the names were refused."""
    first, second, third = (re.escape(part) for part in text.split(OLD))
    gone = re.fullmatch(f"{first}(.*){second}(.*){third}", new, re.DOTALL)
    assert gone is not None
    return [OLD if there == OLD else name for there, name in zip(gone.groups(), names, strict=True)]


def _filled(one: str, names: Iterator[str]) -> str:
    quoted = one.startswith(("'", '"'))
    filled = re.sub(OLD, lambda _: next(names), eval(one) if quoted else one)
    return repr(filled) if quoted else filled
