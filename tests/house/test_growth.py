"""Four times the draft takes at most five times the time, whatever the format and whatever is in it.

What is measured is CPU time. A ratio above five is measured again with twice as much text: what grows with
the square of the text only looks worse then, and noise does not last.
"""

import gc
import re
import string
import time
import tomllib
from itertools import islice, product
from pathlib import Path
from typing import NamedTuple

import pytest

from canonym.checking.check_settings import Settings
from canonym.checking.draft_under_check import DraftUnderCheck
from canonym.checking.engine import check, compare, survey
from canonym.checking.fixes.apply_fixes import apply, select
from canonym.checking.fixes.reference_parsers import PARSERS
from canonym.checking.rival_drafts import Rivals
from canonym.checking.rules import RULES
from canonym.checking.suppression.apply_suppressions import suppress
from canonym.checking.suppression.parse_directives import directives_in
from canonym.cli.check.fix import Repair, diff
from canonym.index.termbase_index import Index
from canonym.project.files.ignore_patterns import read_patterns
from canonym.project.files.text_files import TextFile
from canonym.report.finding_places import place_findings
from canonym.report.output_formats import OUTPUTS, renderer
from canonym.report.report import Report, Suppression, View
from canonym.text.document import Document
from canonym.text.formats import FORMATS
from canonym.text.span import Span
from english import parse_document
from marking import corpus, learned

ARTICLES = (
    "The pilot Arvo Lindqvist landed in Tampere on Monday. The pro-Kalmar party thanked Arvo Lindqvist.",
    "Arvo Lindqvist had left Tampere at dawn, said Marisa Oduya. The pro-Kalmar party was there at noon.",
    "In Tampere they built a tower for Arvo Lindqvist. Marisa Oduya of the pro-Kalmar party opened it.",
)
SIZE = 5_000
FAST = 0.02
"""Seconds in which four times as much text may be read whatever the ratio; a square takes more."""
RATIO = 5


class Kind(NamedTuple):
    """A kind of text, as long as wanted: a piece that is repeated, and what stands around all of them."""

    piece: str
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, listed: "str | list[str]") -> "Kind":
        """The kind as it is listed: its piece, or what stands before it, the piece, what stands behind."""
        return cls(listed) if isinstance(listed, str) else cls(listed[1], listed[0], listed[2])

    def text(self, size: int) -> str:
        count = size // len(self.piece.replace("{i}", "abcd")) + 1
        pieces = (self.piece.replace("{i}", _letters(size * 10 + number)) for number in range(count))
        return self.before + "".join(pieces) + self.after


def _letters(number: int) -> str:
    """Another word for each number, so that no text finds the words of another one in a cache."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


HARD = tomllib.loads(Path(__file__).with_name("growth.toml").read_text(encoding="utf-8"))
MARKS = [mark + tail for mark in string.punctuation for tail in ("", "a ")]
OF_FORMAT = {name: HARD["subtitles" if name in ("srt", "vtt") else name] for name in FORMATS}


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
    return lambda text: parse_document("", text, format_, ["**"]).prose


@pytest.mark.parametrize("format_", FORMATS)
def test_reading_takes_time_that_grows_with_the_draft(format_: str) -> None:
    for kind in map(Kind.of, (*MARKS, *OF_FORMAT[format_])):
        assert_grows_with_its_length(reading(format_), kind)


def checked(index: Index, text: str, format_: str) -> tuple[Document, Report]:
    document = parse_document("draft", text, format_, ["**"])
    index.memory.clear()
    found = check(document, index, Settings())
    done = suppress(document, found, Settings())
    silent = [(s.finding, Suppression(s.kind, s.justification)) for s in done.suppressed]
    reported = place_findings(document, (*done.kept, *done.unused), silent)
    assert len({one.fingerprint for one in reported}) == len(reported)
    apply(text, select(found, unsafe=True))
    view = View(source=True, statistics=True)
    return document, Report(reported, ("draft",), rules=RULES, version="1", view=view)


@pytest.mark.parametrize("piece", HARD["words"])
def test_a_check_takes_time_that_grows_with_the_draft(index: Index, piece: str) -> None:
    assert_grows_with_its_length(lambda text: checked(index, text, "plain"), Kind(piece))


def test_to_tell_what_is_quoted_takes_time_that_grows_with_the_draft(index: Index) -> None:
    def quoted(text: str) -> None:
        reading = DraftUnderCheck(parse_document("", text, "plain"), index)
        assert all(reading.is_quoted(Span(found.start(), found.end())) for found in re.finditer("Lind", text))

    assert_grows_with_its_length(quoted, Kind("\u201cLind\u201d "))


@pytest.mark.parametrize("piece", ["{i}\nLind\n\n", "{i}\n:\nLind\n\n", "Lind {i}\n"])
def test_a_diff_takes_time_that_grows_with_the_draft(piece: str) -> None:
    def shown(text: str) -> None:
        assert list(diff("a", Repair(TextFile(text), text.replace("Lind", "Lund"), ())))

    assert_grows_with_its_length(shown, Kind(piece))


def met(count: int, end: str) -> str:
    """A text with so many names of which each shares letters and sounds with hundreds of the others."""
    letters = islice(product("aeiou", "kgbdpt", "aeiou", "lnmr", "aeiou"), count)
    return "".join(f"They met Xyz{''.join(some)}{end} there. " for some in letters)


def test_a_word_is_compared_with_a_bounded_number_of_the_names_that_are_alike(tmp_path: Path) -> None:
    few, many = (corpus(tmp_path / str(count), *[met(count, "rov")] * 2) for count in (400, 1600))
    draft = met(100, "rev")
    ratios = [
        seconds(checked, many, draft, "plain") / seconds(checked, few, draft, "plain") for _ in range(3)
    ]
    assert min(ratios) <= 2, ratios


@pytest.mark.parametrize("piece", ["and Xyz{i} said ", "Lindqvi{i} said. "])
def test_a_comparison_of_drafts_takes_time_that_grows_with_them(index: Index, piece: str) -> None:
    def compared(text: str) -> None:
        drafts = (text[: len(text) // 2], text[len(text) // 2 :])
        surveys = [survey(parse_document(str(n), draft), index) for n, draft in enumerate(drafts)]
        compare(tuple(surveys), Settings())
        compare(Rivals(surveys[1:]).beside(surveys[0]), Settings())

    assert_grows_with_its_length(compared, Kind(piece))


@pytest.mark.parametrize("piece", HARD["learned"])
def test_learning_takes_time_that_grows_with_the_article(tmp_path: Path, piece: str) -> None:
    assert_grows_with_its_length(lambda text: learned(tmp_path, text), Kind(piece))


@pytest.mark.parametrize("format_", FORMATS)
def test_a_check_of_hard_markup_takes_time_that_grows_with_the_draft(index: Index, format_: str) -> None:
    for kind in map(Kind.of, OF_FORMAT[format_]):
        if "Lindkvist" in kind.piece or "canonym" in kind.piece:
            assert_grows_with_its_length(lambda text: checked(index, text, format_), kind)


@pytest.mark.parametrize("format_", ["html", "yaml", "toml", "json"])
def test_a_fix_that_is_read_again_takes_time_that_grows_with_the_draft(format_: str) -> None:
    for kind in map(Kind.of, OF_FORMAT[format_]):
        for parse in PARSERS[format_]:
            assert_grows_with_its_length(parse, kind)


@pytest.mark.parametrize("listed", HARD["directives"], ids=str)
def test_a_directive_takes_time_that_grows_with_it(listed: list[str]) -> None:
    def found(text: str) -> list:
        return list(directives_in(parse_document("", text, "markdown")))

    assert found(Kind.of(listed).text(10))
    assert_grows_with_its_length(found, Kind.of(listed))


@pytest.mark.parametrize("listed", HARD["gitignore"], ids=str)
def test_a_pattern_takes_time_that_grows_with_it(listed: list[str]) -> None:
    assert_grows_with_its_length(lambda text: read_patterns([text]), Kind.of(listed))


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("piece", ["Arvo Lindkvist ", "Arvo Lindkvist\n"])
def test_a_report_takes_time_that_grows_with_its_findings(index: Index, output: str, piece: str) -> None:
    kind, render = Kind(piece), renderer(output)
    reports = {size: checked(index, kind.text(size), "plain")[1] for size in (SIZE, 4 * SIZE)}
    assert len(reports[4 * SIZE].reported) > 3 * len(reports[SIZE].reported) > 300
    ratios = []
    for _ in range(4):
        short, long = (seconds(lambda size=size: list(render(reports[size]))) for size in reports)
        ratios.append(long / short)
    assert min(ratios) <= RATIO
