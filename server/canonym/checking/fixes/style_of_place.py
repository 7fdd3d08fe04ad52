"""Adapts a form to a place of a draft: to its capitals, hyphens and apostrophes."""

from canonym.checking.fixes.repeated_words import fitted
from canonym.matching.draft_sentence import ParsedSentence
from canonym.spelling.folding import joined
from canonym.text.apostrophes_and_ligatures import HYPHENS, plain
from canonym.text.capitals import (
    capitalised,
    in_capitals,
    is_longer_in_capitals,
    is_loud,
    opened,
    same_in_capitals,
    titled,
)
from canonym.text.document import visible_text
from canonym.text.language import UNDETERMINED, Language
from canonym.text.span import Span
from canonym.text.tokens import has_hyphen
from canonym.text.values import NamedTuple


class Place(NamedTuple):
    """A place that may take a form.

    Attributes:
        prose: The prose around it.
        span: Its span in ``prose``.
        opens: Whether the first capital may be due to the place.
        titled: Whether capitals say nothing there.
        loud: Whether the place demands capitals throughout.
        language: The language of the text.
    """

    prose: str
    span: Span
    opens: bool = False
    titled: bool = False
    loud: bool = False
    language: Language = UNDETERMINED


class Suggestion(NamedTuple):
    """A text for a place.

    Attributes:
        span: The place.
        text: The visible text there.
        new: The text to write.
        form: The form of that text, in the spelling of ``plain``.
    """

    span: Span
    text: str
    new: str
    form: str

    def shifted(self, by: int) -> "Suggestion":
        """Return the same ``by`` code points further on."""
        return self._replace(span=Span(self.span.start + by, self.span.end + by))


def place_in(sentence: ParsedSentence, span: Span) -> Place:
    """Return the place at ``span``, counted from the start of ``sentence``."""
    read = sentence.sentence
    number = sentence.number_at(span.start)
    opens = number is not None and read.opens[number]
    loud = span.start < sentence.loud_until
    return Place(sentence.text, span, opens, read.titled, loud, sentence.language)


def suggestion_for(form: str, place: Place, apostrophe: str) -> Suggestion | None:
    """Return the text for ``form`` in a place; None if it is there already, or cannot be written.

    Capitals of a line in capitals or of the start of a sentence are no difference.

    Args:
        form: The form, in the spelling of ``plain``.
        place: The place.
        apostrophe: The apostrophe that the draft uses.
    """
    fit = fitted(form, place.prose, place.span)
    if fit is None:
        return None
    text = visible_text(fit.span.of(place.prose))
    if _is_due_to_place(plain(text), fit.form, place):
        return None
    new = typeset(_dressed(fit.form, text, place), text, apostrophe)
    return None if new == text else Suggestion(fit.span, text, new, fit.form)


def _is_due_to_place(text: str, form: str, place: Place) -> bool:
    """Return whether ``text`` differs from ``form`` only because of its place."""
    if text == form:
        return True
    if is_loud(text) and (place.loud or place.titled or is_longer_in_capitals(form)):
        return same_in_capitals(text, form)
    if place.titled and text == titled(form):
        return True
    return (place.opens or place.titled) and text in (capitalised(form), opened(form))


def _dressed(form: str, text: str, place: Place) -> str:
    """Return ``form`` with the capitals that the place, or the text there, demands."""
    shouts = text.isupper() and len(text) > 3 and joined(text) != joined(form)
    if shouts or (place.loud and is_loud(text)):
        return in_capitals(form, place.language)
    if place.titled and has_hyphen(text) and text == titled(text):
        return titled(form)
    return opened(form) if (place.opens or place.titled) and text == capitalised(text) else form


def as_written(form: str, text: str, apostrophe: str) -> str:
    """Return ``form`` with the capitals and hyphens of ``text``, if nothing else is known of the place."""
    opens = text[:1].isupper() and not form[:1].isupper()
    return typeset(_dressed(form, text, Place("", Span(0, 0), opens=opens)), text, apostrophe)


def typeset(form: str, original: str, apostrophe: str) -> str:
    """Return ``form`` with the hyphen of ``original`` and the apostrophe of the draft."""
    hyphen = next((sign for sign in original if sign in HYPHENS), "-")
    return form.replace("-", hyphen).replace("'", apostrophe)
