"""Sentences of a document, with their tokens.

Splitting is by rule (a stop, closing quotes, white space, then something that may open a
sentence) with the abbreviations of running English; the punctuation habits are those that
Kiss and Strunk (2006) list as the frequent causes of wrong splits.
"""

import re
from collections.abc import Iterator

from canonym.text.document import FILLER, HIDDEN, JOINER, Document
from canonym.text.markup.base import BlockKind
from canonym.text.memo import Memo
from canonym.text.span import Span
from canonym.text.tokens import Token, is_all_caps, tokenize
from canonym.text.values import NamedTuple

ABBREVIATIONS = frozenset(
    "mr mrs ms messrs dr prof st sr jr gen lt col maj capt cmdr sgt gov sen rep pres rev hon vs etc "
    "jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp bros u.s u.k u.n e.g i.e a.m p.m "
    "mt ft approx est al".split()
)
BEFORE_FIGURES = frozenset("no nos fig vol p pp art sec".split())
"""Abbreviations only where a figure follows: ``No. 5``."""
_STOPS = re.compile(r"[.!?…。！？]")
_BEHIND_STOPS = rf"\"'”’»)\]⁰¹²³⁴-⁹†‡{JOINER}{HIDDEN}{FILLER}"
"""What may stand between a stop and the next sentence: what closes, marks of notes, delimiters of markup."""
_STOP = re.compile(
    rf"[.!?…。！？][.!?…。！？{FILLER}]*[{_BEHIND_STOPS}]*(?=\s|[“\"«]{FILLER}*(?=\w))"
    r"|[.!?](?=[A-Z][a-z])|[。！？]"
)
_OPENER = re.compile(rf"[“\"«‘'(:–—\[•*>|…;][ \t\u00a0{JOINER}{FILLER}]*|[-/][ \t\u00a0{JOINER}]+")
"""What may ask for a capital behind it, up to there; a hyphen or slash that touches the word joins it."""
_SMALL_IN_TITLES = frozenset(
    "a an and as at but by for from in into nor of off on onto or over per the to up via vs with"
    " is are be not it its".split()
)
_CLOSED = re.compile(rf"[.!?…][{_BEHIND_STOPS}\s]*\Z")
"""A sentence that ends like one; headlines have no stop, and hardly a word in small letters."""
_LAST_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*$")


class Sentence(NamedTuple):
    """A sentence.

    Attributes:
        span: Where it stands in the document.
        tokens: Its words and figures.
        opens: For each token, whether a capital may be due to its place: at the start of the
            sentence, behind a colon, an opening quotation mark, a bullet.
        titled: Whether capitals say nothing here: a headline in Title Case or capitals.
    """

    span: Span
    tokens: tuple[Token, ...]
    opens: tuple[bool, ...]
    titled: bool


def sentences(document: Document) -> Iterator[Sentence]:
    """Yield the sentences of ``document`` in order; those without a word are left out."""
    for span, kind in sentence_spans(document):
        sentence = _sentence(document.prose, span, kind)
        if sentence.tokens:
            yield sentence


def sentence_spans(document: Document) -> Iterator[tuple[Span, BlockKind]]:
    """Yield where the sentences of ``document`` stand, and in what kind of block; some have no word."""
    for block in document.markup.blocks:
        for span in split(document.prose, block.span):
            yield span, block.kind


def parse_sentence(text: str, kind: BlockKind) -> Sentence:
    """Return the sentence that ``text`` is, by itself."""
    return _sentence(text, Span(0, len(text)), kind)


def split(prose: str, block: Span) -> Iterator[Span]:
    """Yield where the sentences of a block of ``prose`` stand, one behind the other; some have no word."""
    start = done = block.start
    for sign in _STOPS.finditer(prose, block.start, block.end):
        stop = _STOP.match(prose, sign.start(), block.end) if sign.start() >= done else None
        if stop is None:
            continue
        done = stop.end()
        if sign[0] == "." and _is_abbreviation(prose, start, stop):
            continue
        yield Span(start, done)
        start = done
    yield Span(start, block.end)


def _is_abbreviation(prose: str, start: int, stop: re.Match[str]) -> bool:
    last = _LAST_WORD.search(prose, max(start, stop.start() - 12), stop.start())
    if last is None:
        return False
    word = last.group()
    if word.lower() in BEFORE_FIGURES:
        return prose[stop.end() : stop.end() + 2].strip()[:1].isdigit()
    return (len(word) == 1 and word.isupper()) or word.lower() in ABBREVIATIONS


def _sentence(prose: str, span: Span, kind: BlockKind) -> Sentence:
    tokens = tuple(tokenize(prose, span.start, span.end))
    closed = kind is not BlockKind.HEADING and _CLOSED.search(prose, span.start, span.end) is not None
    return Sentence(span, tokens, _opens(prose, span, tokens), _is_titled(tokens, kind, closed=closed))


def _opens(prose: str, span: Span, tokens: tuple[Token, ...]) -> tuple[bool, ...]:
    behind = {match.end() for match in _OPENER.finditer(prose, span.start, span.end)}
    if not behind:
        return (True,) * bool(tokens) + (False,) * (len(tokens) - 1)
    return tuple([index == 0 or start in behind for index, (start, _) in enumerate(tokens)])


def _is_titled(tokens: tuple[Token, ...], kind: BlockKind, *, closed: bool) -> bool:
    dresses = "".join(map(_dresses.__getitem__, [text for _, text in tokens]))
    words = len(dresses) - dresses.count(_FIGURE)
    if words > 2 and dresses.count(_CAPS) + dresses.count(_MINOR_CAPS) > 0.6 * words:
        return True
    telling = words - dresses.count(_MINOR) - dresses.count(_MINOR_CAPS)
    if telling < 3:
        return kind is BlockKind.HEADING
    limit = 0.34 if kind is BlockKind.HEADING else 0 if closed else 0.2
    return dresses.count(_SMALL) <= limit * telling


_FIGURE, _SMALL, _CAPS, _CAPITAL, _MINOR, _MINOR_CAPS = "0sCcmM"
"""How a word is dressed: minor ones are small in titles too, caps are capitals throughout."""


def _dress(word: str) -> str:
    if word[0].isdigit():
        return _FIGURE
    caps = is_all_caps(word)
    if word.lower() in _SMALL_IN_TITLES:
        return _MINOR_CAPS if caps else _MINOR
    if caps:
        return _CAPS
    return _SMALL if word[0].islower() else _CAPITAL


_dresses = Memo(_dress)
