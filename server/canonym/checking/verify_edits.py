"""Reads a text with edits made, and tells which of them change what they are to change and nothing else.

A marker stands in the place of each edit. The text with markers must read like the text as it was, the old
words put in for the markers, and like the text as it will be, the new ones put in: by the parsers of others
where the format has some and they take the text as it is, else by our own reader.
"""

import re
from collections.abc import Callable, Sequence

from canonym.checking.apply_fixes import apply
from canonym.checking.finding import Edit, Piece
from canonym.checking.reference_parsers import BROKEN, PARSERS
from canonym.text.document import FILLER, HIDDEN, JOINER, Document
from canonym.text.formats import parse_document

Pieces = tuple[Piece, ...]
Reading = Callable[[str], Sequence[str] | None]
"""Returns what a text says, piece by piece; None where it cannot be read."""
_UNREAD = dict.fromkeys(map(ord, (HIDDEN, JOINER, FILLER)))
_REFERRING = ("html", "vtt")
"""Formats in which an address may hold references, which are read nowhere else."""
_MOST = 64
"""How often to look for the edits that are at fault; what is in doubt then is refused."""


def holding(document: Document, edits: Sequence[Pieces]) -> list[Pieces]:
    """Return those of ``edits``, each given by its pieces, that change what they are to change alone."""
    return _Rereading(document).holding(list(edits))


class _Rereading:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._left = _MOST
        readings: Sequence[Reading] = PARSERS.get(document.format, (self._own,))
        self._readings = self._taking(readings) or self._taking([BROKEN.get(document.format, self._own)])

    def _taking(self, readings: Sequence[Reading]) -> list[tuple[Reading, list[str]]]:
        """Return those that can read the document, each with what it reads."""
        text = self._document.text
        return [(read, before) for read in readings if (before := _squeezed(read(text)))]

    def holding(self, edits: list[Pieces]) -> list[Pieces]:
        if not edits or self._left <= 0:
            return []
        self._left -= 1
        if self._holds(edits):
            return edits
        if len(edits) == 1:
            return []
        middle = len(edits) // 2
        both = self.holding(edits[:middle]), self.holding(edits[middle:])
        every = [*both[0], *both[1]]
        return every if not all(both) or self._holds(every) else []

    def _holds(self, edits: Sequence[Pieces]) -> bool:
        pieces = sorted(piece for one in edits for piece in one)
        text = self._document.text
        marker = _Marker(text)
        try:
            marked = apply(text, [Edit(piece.span, marker(number)) for number, piece in enumerate(pieces)])
        except ValueError:
            return False
        new = apply(text, [Edit(piece.span, piece.text) for piece in pieces])
        for read, before in self._readings:
            with_markers = _squeezed(read(marked))
            if with_markers is None or marker.filled(with_markers, [p.old for p in pieces]) != before:
                return False
            if marker.filled(with_markers, [p.new for p in pieces]) != _squeezed(read(new)):
                return False
        return True

    def _own(self, text: str) -> Sequence[str]:
        """Return what our own reader sees: the prose, the comments, and what stands at the top."""
        document = parse_document(self._document.path, text, self._document.format)
        markup = document.markup
        comments = [span.of(text) for span in markup.comments]
        return [_shown(document), *comments, markup.front_matter.of(text) if markup.front_matter else ""]


def _shown(document: Document) -> str:
    """Return all prose of a document; an address is none of the markup that an edit could make."""
    parts: list[str] = []
    at = 0
    for start, end in document.markup.addresses:
        address = document.text[start:end]
        if document.format in _REFERRING:
            from html import unescape

            address = unescape(address)
        parts += (document.prose[at:start], address)
        at = end
    return "".join((*parts, document.prose[at:])).translate(_UNREAD)


class _Marker:
    """Words of letters that a text does not have, one for each number."""

    def __init__(self, text: str) -> None:
        self._word = "Zq"
        while self._word in text:
            self._word += "q"
        self._pattern = re.compile(f"{self._word}([a-j]+)Z")

    def __call__(self, number: int) -> str:
        return f"{self._word}{str(number).translate(_DIGITS)}Z"

    def filled(self, read: Sequence[str], words: Sequence[str]) -> list[str]:
        """Return what was read with ``words`` put in for the markers of their numbers."""

        def word(found: re.Match[str]) -> str:
            number = int(found[1].translate(_LETTERS))
            return words[number] if number < len(words) else found[0]

        return [" ".join(self._pattern.sub(word, one).split()) for one in read]


_DIGITS = str.maketrans("0123456789", "abcdefghij")
_LETTERS = str.maketrans("abcdefghij", "0123456789")


def _squeezed(read: Sequence[str] | None) -> list[str] | None:
    return None if read is None else [" ".join(one.split()) for one in read]
