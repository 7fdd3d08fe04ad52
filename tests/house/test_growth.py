"""Four times the draft takes at most five times the time, whatever the format and whatever is in it.

What is measured is CPU time. A ratio above five is measured again with twice as much text: what grows with the
square of the text only looks worse then, and noise does not last.
"""

import gc
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from canonym.checking.engine import check
from canonym.checking.fixing import apply, select
from canonym.checking.rules import RULES
from canonym.checking.settings import Settings
from canonym.checking.suppressions import suppress
from canonym.matching.index import Index
from canonym.report.formats import OUTPUTS, renderer
from canonym.report.model import Report, Suppression, View
from canonym.report.placing import place
from canonym.text.document import Document
from canonym.text.formats import FORMATS, read_document
from marking import corpus

ARTICLES = (
    "The pilot Arvo Lindqvist landed in Tampere on Monday. The pro-Kalmar party thanked Arvo Lindqvist.",
    "Arvo Lindqvist had left Tampere at dawn, said Marisa Oduya. The pro-Kalmar party was in Tampere by noon.",
    "In Tampere they built a tower for Arvo Lindqvist. Marisa Oduya of the pro-Kalmar party opened it.",
)
SIZE = 8_000
FAST = 0.02
"""Seconds in which four times as much text may be read whatever the ratio; a square takes more."""
RATIO = 5


class Kind(NamedTuple):
    """A kind of text, as long as wanted.

    ``{i}`` in its piece is the number of the piece, so that each piece is another one.
    """

    piece: str
    before: str = ""
    after: str = ""

    def text(self, size: int) -> str:
        count = size // len(self.piece.replace("{i}", "1000")) + 1
        pieces = (self.piece.replace("{i}", str(number)) for number in range(count))
        return self.before + "".join(pieces) + self.after


WORDS = [
    *("Arvo Lindkvist ", "Arvo Lindkvist and ", "Lindkvist, ", "Lindkvist. ", "Lindkvist\n", "Lindkvist\n\n"),
    *("Lindkvist-", "Lindkvist-Tampere ", "Xa-", "xa-", "Aa-Bb-", "pro-Kamar, ", "pro-Kamar-", "LINDKVIST-"),
    *("Lindkvist'", "Lindkvist’s ", "“Lindkvist” ", "Lindkvist (", "Lindkvist [sic] ", "Lindkvist: ", "A.B."),
    *("Xyzzyq{i} ", "Xyzzyq{i}. ", "Ax{i} By{i} ", "al-Xyz{i} ", "van der Lindkvist ", "Mr. Lindkvist ", "A. "),
    *("The pro-Kamar party thanked them. ", "Marisa Oduja thanked Arvo Lindkvist and ", "Линдквист ", "漢", "a’"),
    *("a\u0301\u0301", "a\u00ad", "a\u200b", "👍", "\u202e", "\0", "1,", "\t", " ", "\r", "\u2028", "http://a."),
    *("# canonym: off\n# canonym: on\n", "# canonym: off\n\n", "# canonym: ignore-next\n\nLindkvist\n\n"),
    *("# canonym: ignore-file[term-form]\n\n", "# canonym: so\n\n", "# canonym: on[a{i}]\n\n"),
]
MARKS = [mark + tail for mark in "\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" for tail in ("", "a ")]
MARKDOWN = [
    *(Kind(piece, after="Lindkvist") for piece in ("- ", "* ", "1. ", "> ", "- > ", "-\t", "#", "|")),
    *map(Kind, ("[a{i}]: /u{i}\n", "[a]: b\n", "[^a{i}]: b\n", "[^", "*a **b ", "_a ", "[a](", "[a]", "![a](b) ")),
    *map(Kind, ("<a b='", "<!-- a", "<!-- a -->", "<b>a</b>", "&amp;", "{{ a", "{% a", "```\n", "a\n=\n", "a\n---\n")),
    *map(Kind, ("a|b\n-|-\n", "|a|b|\n", "> a\nb\n", "- a\n    b\n", "- a\n\n", "`" * 9 + " a ", "\\<", "a  \n")),
    *(Kind(piece, "a\n") for piece in ("    b\n", "2. b\n", "*\n", "- \n", "===a\n", "<b\n", ">\n")),
    *(Kind(piece, "[a]: b\n") for piece in ("    c\n", "'c\n", "[c\n", "2. c\n", "[c]: d\n2. e\n")),
    *(Kind(piece, "[x]: y\n\n") for piece in ("[a]", "[a][", "[x][", "[x] ")),
    *(Kind(piece, "---\n", "---\n") for piece in ("a: b\n", "canonym: off\n")),
    Kind("Arvo Lindkvist <!-- canonym: ignore -->\n"),
    Kind("<!-- canonym: off -->\n\nArvo Lindkvist\n\n<!-- canonym: on -->\n\n"),
    Kind("<!-- canonym: ignore-next -->\n\n"),
]
HTML = [
    *map(Kind, ("<p>", "<p>a", "</p>", "<b>", "<b a='", "<a\n", "<!--", "<!-", "<!-- a -->", "&", "&a", "&#", "&amp")),
    *map(Kind, ("<td>a", "<br>", "<a href=x ", "<pre>a\n", "<i>a</i>", "<![CDATA[", "<?a ", "<!A ")),
    *(Kind(piece, before) for before, piece in (("<script>", "a<"), ("<style>", "</"), ("<textarea>", "<p>"))),
    Kind("Arvo Lindkvist <!-- canonym: ignore -->\n", "<p>"),
    Kind("<!-- canonym: off --> Arvo Lindkvist <!-- canonym: on -->\n", "<p>"),
]
LATEX = [
    *map(Kind, ("{a", "\\a{", "\\a[", "\\begin{verbatim}a\n", "\\begin{a}\n", "\\end{a}", "\\verb|a", "\\verb|a|")),
    *map(Kind, ("$a ", "$$", "\\(", "\\[", "\\item a\n", "\\'e", "\\'{e}", "%a\n", "\\footnote{a}", "\\cite{", "\\\\")),
    *map(Kind, ("\\section{a}\n", "\\href{a}{b}", "& ", "~", "Arvo Lindkvist % canonym: ignore\n")),
]
RESTRUCTUREDTEXT = [
    *map(Kind, ("* a\n", "* a\n\n", "a\n=\n", ".. a\n", ".. a::\n   b\n\n", ".. note::\n", ".. _a: b\n", ".. [1] a\n")),
    *map(Kind, ("``a", "*a ", "**a ", "`a <", "`a <b>`_ ", ":a:`b` ", ":a:`", "::nn", "|a ", "|a| ", ":a: b\n", "| a\n")),
    *map(Kind, (".. |a| b:: c\n", ">>> a\n", "+-+\n", "a\n  b\n", "::\n\n", "== ==\na  b\n", "   a\n\n", "a_ ", "[a]_ ")),
    Kind("   a\n", ".. \n"),
    Kind(".. canonym: ignore-next\n\nArvo Lindkvist\n\n"),
]
ASCIIDOC = [
    *map(Kind, ("* a\n", "// a\n", "[a]\n", "`a", "`+a", "+a", "++a", "+++a", "pass:[", "a[b", "http://a[b", "http://a[b]")),
    *map(Kind, ("image:a[", "image::a[]\n", "<<a", "<<a,", "{a} ", "{a", ".a\n", "====\na\n", "|a\n", "a::b\n", "a:: b\n")),
    *map(Kind, ("((a", "footnote:[", "'''\n", "#a", "^a", "[[a]]", "[[a", "|===\n", "----\n", "a\n----\n", "****\n")),
    Kind("// canonym: ignore-next\nArvo Lindkvist\n\n"),
]
SUBTITLES = [
    Kind("{i}\n00:00:01,000 --> 00:00:02,000\nArvo Lindkvist and\n\n"),
    Kind("00:01.000 --> 00:02.000\nArvo Lindkvist and\n\n"),
    Kind("NOTE canonym: ignore-next\n\n00:01.000 --> 00:02.000\nArvo Lindkvist and\n\n"),
    Kind("Arvo Lindkvist and\n", "1\n00:00:01,000 --> 00:00:02,000\n"),
    *(Kind(piece, "1\n00:00:01,000 --> 00:00:02,000\n") for piece in ("<v Arvo>", "<i>a ", "{\\an8}a ", "&amp; ", "<c")),
    *map(Kind, ("1\n\n", "NOTE a\n", "NOTE a\n\n", "STYLE\na\n\n")),
]
JSON = [
    *(Kind(piece, '{"a": "', '"}') for piece in ("Arvo Lindkvist and ", "\\u0041", "a\\n", "a\\\\", '\\"', "\\", "a")),
    *map(Kind, ("[", "]", "{", '{"a":', '["a",', '["a"],', '"a",', '"', "//", "// a\n", "/* a", "/* a */", '{"a":"b"},')),
    *(Kind(piece, "[", "]") for piece in ("[", '"Arvo Lindkvist and",\n', '{"a":"b"},')),
    Kind('"a{i}": "Arvo Lindkvist and",\n', "{", "}"),
]
YAML = [
    *(Kind(piece, "a: '", "'") for piece in ("''b", "\n  c", "Arvo Lindkvist and ")),
    *(Kind(piece, 'a: "', '"') for piece in ('\\"b', "b\n  ", "\\u0041", "\\\n  ")),
    *(Kind(piece, before) for before in ("a: |\n", "a: >\n") for piece in ("  Arvo Lindkvist and\n", "  b\n\n")),
    *map(Kind, ("[a,", "a: {", "{a: ", "a{i}: Arvo Lindkvist and\n", "a: b\n", "- - ", "- a: b\n", "? ", "&a{i} a\n")),
    *map(Kind, ("---\na: Arvo Lindkvist\n", "# a\n", "# canonym: off\n# canonym: on\n", "!!a ", "a:\n  - b\n")),
    *(Kind(piece, before) for before, piece in (("a: ", "b "), ("a: b", "\n  c"), ("a: &b c\n", "d{i}: *b\n"))),
    Kind("a, ", "[", "]"),
]
TOML = [
    *(Kind(piece, 'a="', '"') for piece in ('\\"', "\\u0041", "b")),
    *(Kind(piece, before, before) for before in ("a='''", 'a="""') for piece in ("Arvo Lindkvist and\n", "b\\\n")),
    *map(Kind, ("a=[", "'''a", '"""', "a.", "a.b{i}=1\n", "a{i} = 'Arvo Lindkvist and'\n", "a='b\n", 'a="""b\n', "# a\n")),
    *map(Kind, ("[a{i}]\nb='c'\n", "[[a]]\nb='Arvo Lindkvist'\n", "# canonym: off\n# canonym: on\n")),
    *(Kind(piece, before) for before, piece in (("a=", "["), ("a=", "{b="), ("a=[", "'b',"), ("a={", "b='c',"))),
]
GIT_COMMIT = [
    *map(Kind, ("# a\n", "Arvo Lindkvist\n", "a: b\n", "Signed-off-by: a\n", "# canonym: off\n# canonym: on\n")),
    Kind("a\n", "# ------------------------ >8 ------------------------\n"),
]
OWN = {
    "plain": [],
    "markdown": MARKDOWN,
    "html": HTML,
    "restructuredtext": RESTRUCTUREDTEXT,
    "asciidoc": ASCIIDOC,
    "latex": LATEX,
    "srt": SUBTITLES,
    "vtt": SUBTITLES,
    "git-commit": GIT_COMMIT,
    "json": JSON,
    "yaml": YAML,
    "toml": TOML,
}
"""Texts that the reader of a format finds hard."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return corpus(tmp_path_factory.mktemp("corpus"), *ARTICLES)


def seconds(work, *given) -> float:
    """The CPU time of a run without collections of garbage on the way."""
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        work(*given)
        return time.process_time() - began
    finally:
        gc.enable()


def assert_grows_with_its_length(work, kind: Kind) -> None:
    ratios = []
    for size in (SIZE, 2 * SIZE, 4 * SIZE, 8 * SIZE):
        long = seconds(work, kind.text(4 * size))
        if long <= FAST:
            return
        ratios.append(long / seconds(work, kind.text(size)))
        if ratios[-1] <= RATIO:
            return
    pytest.fail(f"four times {kind} takes {ratios} times as long")


def reading(format_: str):
    return lambda text: read_document("", text, format_, ["**"]).prose


def test_every_format_has_its_hard_texts() -> None:
    assert OWN.keys() == FORMATS.keys()


@pytest.mark.parametrize("format_", OWN)
def test_reading_takes_time_that_grows_with_the_draft(format_: str) -> None:
    for kind in (*map(Kind, MARKS), *OWN[format_]):
        assert_grows_with_its_length(reading(format_), kind)


def checked(index: Index, text: str, format_: str) -> tuple[Document, Report]:
    document = read_document("draft", text, format_, ["**"])
    index.memory.clear()
    found = check(document, index, Settings())
    done = suppress(document, found, Settings())
    silent = [(s.finding, Suppression(s.kind, s.justification)) for s in done.suppressed]
    reported = place(document, (*done.kept, *done.unused), silent)
    assert len({one.fingerprint for one in reported}) == len(reported)
    apply(text, select(found, unsafe=True))
    view = View(source=True, statistics=True)
    return document, Report(reported, ("draft",), rules=RULES, version="1", view=view)


@pytest.mark.parametrize("piece", WORDS)
def test_a_check_takes_time_that_grows_with_the_draft(index: Index, piece: str) -> None:
    assert_grows_with_its_length(lambda text: checked(index, text, "plain"), Kind(piece))


@pytest.mark.parametrize("format_", OWN)
def test_a_check_of_hard_markup_takes_time_that_grows_with_the_draft(index: Index, format_: str) -> None:
    for kind in OWN[format_]:
        if "Lindkvist" in kind.piece or "canonym" in kind.piece:
            assert_grows_with_its_length(lambda text: checked(index, text, format_), kind)


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("piece", ["Arvo Lindkvist ", "Arvo Lindkvist\n"])
def test_a_report_takes_time_that_grows_with_its_findings(index: Index, output: str, piece: str) -> None:
    kind, render = Kind(piece), renderer(output)
    reports = {size: checked(index, kind.text(size), "plain")[1] for size in (SIZE, 4 * SIZE)}
    assert len(reports[4 * SIZE].reported) > 3 * len(reports[SIZE].reported) > 600
    ratios = []
    for _ in range(4):
        short, long = (seconds(lambda size=size: list(render(reports[size]))) for size in reports)
        ratios.append(long / short)
    assert min(ratios) <= RATIO
