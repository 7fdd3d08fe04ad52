"""Parses a text with its edits made, and finds the edits that change anything else than they should.

A marker takes the place of each edit. With the old words for the markers, the text must parse like the old
text. With the new words, it must parse like the new text. Independent parsers do this if the format has some
and they can parse the old text. Otherwise our own parser does.
"""

import re
from collections.abc import Callable, Sequence

from canonym.checking.finding import Edit, Piece
from canonym.checking.fixes.apply_fixes import apply
from canonym.checking.fixes.reference_parsers import BROKEN, PARSERS
from canonym.text.document import FILLER, HIDDEN, JOINER, Document
from canonym.text.formats import parse_document

Pieces = tuple[Piece, ...]
Parse = Callable[[str], Sequence[str] | None]
"""Returns the content of a text, piece by piece; None if it cannot be parsed."""
_UNREAD = dict.fromkeys(map(ord, (HIDDEN, JOINER, FILLER)))
_REFERRING = ("html", "vtt")
"""Formats in which an address may hold references, which nothing else parses."""
_MOST = 64
"""How often to search for the faulty edits. Edits that are still in doubt are refused."""


def holding(document: Document, edits: Sequence[Pieces]) -> list[Pieces]:
    """Return those ``edits``, given by their pieces, that change only what they should."""
    return _Verifier(document).holding(list(edits))


class _Verifier:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._left = _MOST
        parses: Sequence[Parse] = PARSERS.get(document.format, (self._own,))
        self._readings = self._taking(parses) or self._taking([BROKEN.get(document.format, self._own)])

    def _taking(self, parses: Sequence[Parse]) -> list[tuple[Parse, list[str]]]:
        """Return the parsers that can parse the document, each with its result."""
        text = self._document.text
        return [(read, before) for read in parses if (before := _squeezed(read(text)))]

    def holding(self, edits: list[Pieces]) -> list[Pieces]:
        """Return the edits that hold; first by kind, so that many of a bad kind cost no other its edit."""
        kinds: dict[object, list[Pieces]] = {}
        for edit in edits:
            kinds.setdefault(self._kind(edit), []).append(edit)
        held = self._held(list(kinds.values()))
        found = set(held)
        single = self._held([[edit] for edit in edits if edit not in found])
        every = [*held, *single]
        return every if not (held and single) or self._holds(every) else held

    def _kind(self, edit: Pieces) -> object:
        """Return what edits have in common that mostly hold together or not at all."""
        text, start, end = self._document.text, edit[0].span.start, edit[-1].span.end
        written = [(piece.old, piece.text) for piece in edit]
        return text[max(start - 2, 0) : start], text[end : end + 2], *written

    def _held(self, groups: list[list[Pieces]]) -> list[Pieces]:
        """Return the edits of the groups that hold, each of them whole."""
        if not groups or self._left <= 0:
            return []
        self._left -= 1
        edits = [edit for group in groups for edit in group]
        if self._holds(edits):
            return edits
        if len(groups) == 1:
            return []
        middle = len(groups) // 2
        both = self._held(groups[:middle]), self._held(groups[middle:])
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
        """Return the result of our own parser: the prose, the comments, and the front matter."""
        document = parse_document(self._document.path, text, self._document.format)
        markup = document.markup
        comments = [span.of(text) for span in markup.comments]
        return [_shown(document), *comments, markup.front_matter.of(text) if markup.front_matter else ""]


def _shown(document: Document) -> str:
    """Return all prose of a document. Addresses are included, because no edit can make one."""
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
        """Return the parsed pieces, with ``words`` in place of the markers of their numbers."""

        def word(found: re.Match[str]) -> str:
            number = int(found[1].translate(_LETTERS))
            return words[number] if number < len(words) else found[0]

        return [" ".join(self._pattern.sub(word, one).split()) for one in read]


_DIGITS = str.maketrans("0123456789", "abcdefghij")
_LETTERS = str.maketrans("abcdefghij", "0123456789")


def _squeezed(read: Sequence[str] | None) -> list[str] | None:
    return None if read is None else [" ".join(one.split()) for one in read]
