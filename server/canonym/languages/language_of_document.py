"""Decides which language a document is in."""

from collections.abc import Sequence

from canonym.languages.declared_language import declared_language
from canonym.languages.found_language import found_language
from canonym.languages.known_profiles import language
from canonym.text.document import Document, Part
from canonym.text.formats import parse_document
from canonym.text.language import UNDETERMINED
from canonym.text.markup.base import Passage
from canonym.text.span import Span
from canonym.text.values import NamedTuple


class Stated(NamedTuple):
    """What people said of the language of a document.

    Attributes:
        setting: The tag that the settings give it; empty if they give none.
        option: The tag for documents of which nothing else says one; empty to look at their text.
        expected: The tag for texts that are too short to show one; ``und`` if empty.
    """

    setting: str = ""
    option: str = ""
    expected: str = ""


_NOTHING = Stated()


def parse_in_language(
    path: str,
    text: str,
    format: str | None = None,  # noqa: A002 - the word of the interface
    keys: Sequence[str] = (),
    stated: Stated = _NOTHING,
) -> Document:
    """Parse ``text`` as ``parse_document`` does, in its language. This never raises, whatever the text."""
    document = parse_document(path, text, format, keys)
    if document.markup.passages:
        return _in_languages(document, stated)
    return document.in_language(language(language_of(document, stated)))


def _in_languages(document: Document, stated: Stated) -> Document:
    """Return a document whose passages say their own language. They do not show the language of the rest."""
    from canonym.languages.views import views

    passages = document.markup.passages
    rest = views(document.in_language(UNDETERMINED, _parts(passages, "")))[0]
    tag = language_of(rest, stated)
    return document.in_language(language(tag), _parts(passages, tag))


def _parts(passages: Sequence[Passage], own: str) -> tuple[Part, ...]:
    """Return the stretches whose innermost passage is in another language than the document."""
    found: list[Part] = []
    opened: list[Passage] = []
    at = 0

    def go_on(end: int) -> None:
        nonlocal at
        if opened and at < end and not _is_same(opened[-1].tag, own):
            found.append(Part(Span(at, end), language(opened[-1].tag)))
        at = max(at, end)

    for passage in passages:
        while opened and opened[-1].span.end <= passage.span.start:
            go_on(opened[-1].span.end)
            opened.pop()
        go_on(passage.span.start)
        opened.append(passage)
    while opened:
        go_on(opened[-1].span.end)
        opened.pop()
    return tuple(found)


def _is_same(tag: str, own: str) -> bool:
    """Return whether a passage in ``tag`` is in the language of the document: en in en-GB."""
    return own == tag or own.startswith(f"{tag}-")


def language_of(document: Document, stated: Stated = _NOTHING) -> str:
    """Return the tag of the language of ``document``.

    The settings come first, then what the document says itself, then the option, then what its text shows.
    """
    said = stated.setting or declared_language(document.text, document.format, document.markup.front_matter)
    return said or stated.option or found_language(document.prose, stated.expected or UNDETERMINED.tag)
