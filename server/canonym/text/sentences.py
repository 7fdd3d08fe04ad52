"""Sentences of a document, with their tokens.

Sentences are split by rule: a stop, closing quotes, white space, then a character that may open a sentence.
The abbreviations are those of the language. The rules for punctuation cover the frequent causes of wrong
splits in Kiss and Strunk (2006). Where we differ from Unicode Standard Annex 29,
``tests/lint/unicode/sentence_breaks.py`` says why.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial

from canonym.text.document import FILLER, JOINER, Cut, Document
from canonym.text.joining.joined_writing import parted
from canonym.text.language import Language
from canonym.text.markup.base import BlockKind
from canonym.text.memo import Memo
from canonym.text.sentence_ends import is_joined, stop_patterns
from canonym.text.span import Span
from canonym.text.tokens import Token, is_all_caps, is_caseless, tokenize
from canonym.text.values import NamedTuple

_OPENER = re.compile(
    rf"[“\"«„‚‹¿¡‘'(:–—\[•*>|…;「『《〈（【][ \t\u00a0{JOINER}{FILLER}]*|[-/][ \t\u00a0{JOINER}]+"
)
"""Signs after which a capital may be due to its place. A hyphen or slash that touches the word joins it."""
_LAST_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*$")


class Sentence(NamedTuple):
    """A sentence.

    Attributes:
        span: Its place in the document.
        tokens: Its words and figures.
        opens: For each token, whether a capital may be due to its place: at the start of the
            sentence, after a colon, an opening quotation mark, a bullet.
        titled: Whether capitals say nothing here: the sentence is a headline in Title Case or capitals.
        language: Its language.
    """

    span: Span
    tokens: tuple[Token, ...]
    opens: tuple[bool, ...]
    titled: bool
    language: Language


def sentences(document: Document) -> Iterator[Sentence]:
    """Yield the sentences of ``document`` in order. Those without a word are left out."""
    for span, kind in sentence_spans(document):
        sentence = _sentence(document.prose, span, kind, document.language, document.cut)
        if sentence.tokens:
            yield sentence


def sentence_spans(document: Document) -> Iterator[tuple[Span, BlockKind]]:
    """Yield the span and the kind of block of each sentence of ``document``. Some have no word."""
    for block in document.markup.blocks:
        for span in split(document.prose, block.span, document.language):
            yield span, block.kind


def parse_sentence(text: str, kind: BlockKind, language: Language, cut: Cut | None = None) -> Sentence:
    """Return ``text`` as one sentence, in which ``cut`` finds the words that are written as one."""
    return _sentence(text, Span(0, len(text)), kind, language, cut)


def split(prose: str, block: Span, language: Language) -> Iterator[Span]:
    """Yield the spans of the sentences of a block of ``prose``, in order. Some have no word."""
    start = done = block.start
    patterns = stop_patterns(prose, block.start, block.end)
    for sign in patterns.sign.finditer(prose, block.start, block.end):
        stop = patterns.stop.match(prose, sign.start(), block.end) if sign.start() >= done else None
        if stop is None or is_joined(prose, sign[0], stop.end()):
            continue
        done = stop.end()
        if sign[0] == "." and _is_abbreviation(prose, start, stop, language):
            continue
        yield Span(start, done)
        start = done
    yield Span(start, block.end)


def _is_abbreviation(prose: str, start: int, stop: re.Match[str], language: Language) -> bool:
    last = _LAST_WORD.search(prose, max(start, stop.start() - 12), stop.start())
    if last is None:
        return False
    word = last.group()
    low = language.small(word)
    if low in language.abbreviations_before_figures:
        return prose[stop.end() : stop.end() + 2].strip()[:1].isdigit()
    return (len(word) == 1 and word.isupper()) or low in language.abbreviations


def _sentence(prose: str, span: Span, kind: BlockKind, language: Language, cut: Cut | None) -> Sentence:
    found: Iterable[Token] = tokenize(prose, span.start, span.end)
    tokens = tuple(found if cut is None else parted(found, cut))
    stops = stop_patterns(prose, span.start, span.end)
    # A headline has no stop, and few words in small letters.
    closed = kind is not BlockKind.HEADING and stops.close(prose[span.start : span.end])
    shapes = "".join(map(_shapes_in(language).__getitem__, [token.text for token in tokens]))
    titled = _is_titled(shapes, kind, closed=closed)
    return Sentence(span, tokens, _opens(prose, span, tokens), titled, language)


def _opens(prose: str, span: Span, tokens: tuple[Token, ...]) -> tuple[bool, ...]:
    behind = {match.end() for match in _OPENER.finditer(prose, span.start, span.end)}
    if not behind:
        return (True,) * bool(tokens) + (False,) * (len(tokens) - 1)
    return tuple([index == 0 or token.start in behind for index, token in enumerate(tokens)])


def _is_titled(shapes: str, kind: BlockKind, *, closed: bool) -> bool:
    words = len(shapes) - shapes.count(_FIGURE)
    if words > 2 and shapes.count(_CAPS) + shapes.count(_MINOR_CAPS) > 0.6 * words:
        return True
    telling = words - shapes.count(_MINOR) - shapes.count(_MINOR_CAPS)
    if telling < 3:
        return kind is BlockKind.HEADING
    limit = 0.34 if kind is BlockKind.HEADING else 0 if closed else 0.2
    return shapes.count(_SMALL) <= limit * telling


_FIGURE, _SMALL, _CAPS, _CAPITAL, _MINOR, _MINOR_CAPS = "0sCcmM"
"""The shape of a word. Minor words are small even in titles; caps are capitals throughout."""


def _shape_of(language: Language, word: str) -> str:
    if word[0].isdigit():
        return _FIGURE
    caps = is_all_caps(word)
    if language.small(word) in language.small_in_titles:
        return _MINOR_CAPS if caps else _MINOR
    if caps:
        return _CAPS
    return _SMALL if word[0].islower() or is_caseless(word) else _CAPITAL


# Brings 1.6 % of a check, 2.3 % of learning; emptied whole when it is full.
@cache
def _shapes_in(language: Language) -> Memo[str, str]:
    return Memo(partial(_shape_of, language))
