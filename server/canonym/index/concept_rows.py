"""Concepts and stories as rows of a compiled index: numbers and a text, decoded row by row."""

import struct
from collections.abc import Callable
from functools import partial

from canonym.index.file_reader import Reader, decoding
from canonym.index.file_sections import Spans
from canonym.index.row_bytes import encoded, limited, pack, unpack
from canonym.spelling.folding import joined
from canonym.termbase.concept import Attestation, Concept, Kind, Link, Origin, Term, TermStatus
from canonym.termbase.termbase import Story
from canonym.text.tokens import words
from canonym.text.values import NamedTuple

_HEAD = struct.Struct("=I?II")
"""Articles, whether it is bounded, lengths of id and form. Both follow, and the form's folded words."""
_KINDS = tuple(Kind)
_ORIGINS = tuple(Origin)
_STATUSES = (None, *TermStatus)
_NUMBER_OF = {
    value: number for values in (_KINDS, _ORIGINS, _STATUSES) for number, value in enumerate(values)
}


def concept_row(concept: Concept) -> bytes:
    """Return ``concept`` as a row: all its numbers, including the lengths of its texts, then the texts."""
    texts = [concept.id, concept.note, concept.source, *concept.never, *concept.parts]
    numbers = [
        _NUMBER_OF[concept.kind],
        _NUMBER_OF[concept.origin],
        len(concept.never),
        len(concept.parts),
        len(concept.links),
        *map(len, texts),
    ]
    for link in concept.links:
        linked = (link.language, link.form, link.path)
        numbers += (link.likeness, limited(link.articles), link.parallel, *map(len, linked))
        texts += linked
    for term in concept.terms:
        own = [term.form, term.note, term.language]
        for attestation in term.attestations:
            own += (attestation.path, attestation.text)
        numbers += (
            _NUMBER_OF[term.status],
            limited(term.frequency),
            limited(term.articles),
            len(term.attestations),
            *map(len, own),
            *[limited(attestation.line) for attestation in term.attestations],
        )
        texts += own
    return pack(numbers, "".join(texts))


def head_row(concept: Concept) -> bytes:
    """Return the head of ``concept`` as a row. Heads are stored together, because many are read at once."""
    first = concept.terms[0]
    texts = (concept.id, first.form, " ".join(joined(word) for word in words(first.form)))
    numbers = (limited(first.articles), is_bounded(concept), len(texts[0]), len(texts[1]))
    return _HEAD.pack(*numbers) + encoded("".join(texts))


def is_bounded(concept: Concept) -> bool:
    """Return whether ``concept`` has forms that never name it."""
    return bool(concept.never)


class Head(NamedTuple):
    """The part of a concept that tells it from others.

    Attributes:
        id: Its id.
        form: Its first form.
        articles: The number of articles of that form.
        is_bounded: Whether it has forms that never name it.
        words: The folded words of that form.
    """

    id: str
    form: str
    articles: int
    is_bounded: bool
    words: tuple[str, ...]


_head: Callable[[tuple[str, str, int, bool, tuple[str, ...]]], Head] = partial(tuple.__new__, Head)
"""Makes a head in less time than its class. A surname has thousands."""


class Concepts:
    """The concepts of a compiled index. Each is decoded when it is read."""

    def __init__(self, reader: Reader) -> None:
        self._rows = Spans(reader, "concepts")
        self._heads = Spans(reader, "heads")

    def __len__(self) -> int:
        return self._heads.count

    @decoding
    def read(self, number: int) -> Concept:
        """Return the concept of this number."""
        row = _Row(self._rows[number])
        kind, origin, never, parts, linked = row.numbers(5)
        id_, note, source, *rest = row.texts(3 + never + parts)
        links = tuple([_link(row) for _ in range(linked)])
        terms = []
        while row.left:
            terms.append(_term(row))
        return Concept(
            id_,
            _KINDS[kind],
            tuple(terms),
            tuple(rest[:never]),
            tuple(rest[never:]),
            note,
            _ORIGINS[origin],
            source,
            links,
        )

    @decoding
    def head(self, number: int) -> Head:
        """Return the head of the concept of this number. It costs a small part of the whole."""
        row = self._heads[number]
        articles, bounded, id_, form = _HEAD.unpack_from(row)
        text = str(row[_HEAD.size :], "utf-8", "surrogatepass")
        end = id_ + form
        return _head((text[:id_], text[id_:end], articles, bounded, tuple(text[end:].split(" "))))


class _Row:
    """Decodes a row from start to end."""

    def __init__(self, row: memoryview) -> None:
        self._numbers, self._text = unpack(row)
        self._at = 0
        self._place = 0

    @property
    def left(self) -> bool:
        return self._at < len(self._numbers)

    def numbers(self, count: int) -> tuple[int, ...]:
        self._at += count
        return self._numbers[self._at - count : self._at]

    def texts(self, count: int) -> list[str]:
        """Return ``count`` texts, whose lengths are the next numbers."""
        found = []
        for size in self.numbers(count):
            found.append(self._text[self._place : self._place + size])
            self._place += size
        return found


def _link(row: _Row) -> Link:
    likeness, articles, parallel = row.numbers(3)
    language, form, path = row.texts(3)
    return Link(language, form, likeness, articles, bool(parallel), path)


def _term(row: _Row) -> Term:
    status, frequency, articles, count = row.numbers(4)
    form, note, language, *quotes = row.texts(3 + 2 * count)
    lines = row.numbers(count)
    return Term(
        form,
        _STATUSES[status],
        frequency,
        articles,
        tuple(map(Attestation, quotes[::2], lines, quotes[1::2])),
        note,
        language,
    )


def story_row(story: Story) -> bytes:
    """Return ``story`` as a row."""
    numbers: list[int] = []
    for sentence in story.sentences:
        numbers += (len(sentence), *sentence)
    return pack(numbers, story.path)


class Stories:
    """The stories of a compiled index. Each is decoded when it is read."""

    def __init__(self, reader: Reader) -> None:
        self._rows = Spans(reader, "stories")

    def __len__(self) -> int:
        return self._rows.count

    @decoding
    def __getitem__(self, number: int) -> Story:
        numbers, path = unpack(self._rows[number])
        sentences, at = [], 0
        while at < len(numbers):
            end = at + 1 + numbers[at]
            sentences.append(numbers[at + 1 : end])
            at = end
        return Story(path, tuple(sentences))
