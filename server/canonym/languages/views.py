"""A document in several languages, as several documents of one language each.

What is in another language is hidden in each of them. Offsets stay those of the text.
"""

from collections.abc import Iterator, Sequence

from canonym.text.document import Document, Part
from canonym.text.language import UNDETERMINED, Language
from canonym.text.markup.assembly import assemble
from canonym.text.markup.base import Block, Mask
from canonym.text.span import Span

MOST_LANGUAGES = 16
"""Most languages of one document. Each asks for termbases of its own; further ones are hidden."""


def views(document: Document) -> tuple[Document, ...]:
    """Return the views of ``document``: first that of its own language, then one for each other language.

    A document in one language is its only view. A part whose language nobody knows is in no view.
    """
    if not document.parts:
        return (document,)
    own = Part(Span(0, len(document.text)), document.language)
    found: dict[Language, list[Span]] = {own.language: []}
    for part in document.parts:
        known = part.language in found or len(found) < MOST_LANGUAGES
        if known and part.language.tag != UNDETERMINED.tag:
            found.setdefault(part.language, []).append(part.span)
    others = tuple(_view(document, language, spans) for language, spans in found.items() if spans)
    return (_main_view(document), *others)


def _main_view(document: Document) -> Document:
    hidden = [Mask(_without_stop(document.text, part.span)) for part in document.parts]
    return _with(document, document.language, document.markup.blocks, hidden)


def _without_stop(text: str, span: Span) -> Span:
    """Return ``span`` without the signs at its end: a sentence that ends there also ends around it."""
    end = span.end
    while end > span.start and not text[end - 1].isalnum():
        end -= 1
    return Span(span.start, end)


def _view(document: Document, language: Language, spans: Sequence[Span]) -> Document:
    return _with(document, language, _cut(document.markup.blocks, spans), ())


def _cut(blocks: Sequence[Block], spans: Sequence[Span]) -> Iterator[Block]:
    """Yield the parts of ``blocks`` that lie in ``spans``. Both are ordered and disjoint."""
    number = 0
    for block in blocks:
        while number < len(spans) and spans[number].end <= block.span.start:
            number += 1
        at = number
        while at < len(spans) and spans[at].start < block.span.end:
            start, end = max(spans[at].start, block.span.start), min(spans[at].end, block.span.end)
            yield block._replace(span=Span(start, end))
            at += 1


def _with(
    document: Document, language: Language, blocks: Iterator[Block] | Sequence[Block], hidden: Sequence[Mask]
) -> Document:
    was = document.markup
    markup = assemble(
        document.text, blocks, [*was.masks, *hidden], was.comments, was.front_matter, was.references
    )
    return Document(document.path, document.text, document.format, markup, language)
