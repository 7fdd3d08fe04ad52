"""What is suggested for a place of a draft: a form in the capitals, hyphens and apostrophes of the place."""

from canonym.checking.repeated_words import fitted
from canonym.matching.draft_sentence import SentenceReading
from canonym.spelling.folding import joined
from canonym.text.capitals import capitalised, in_capitals, is_loud, opened, same_in_capitals, titled
from canonym.text.document import visible_text
from canonym.text.span import Span
from canonym.text.tokens import has_hyphen
from canonym.text.typesetting import HYPHENS, plain
from canonym.text.values import NamedTuple


class Place(NamedTuple):
    """A place that a form may take.

    Attributes:
        prose: What it stands in.
        span: Where it stands in ``prose``.
        opens: Whether the first capital may be due to the place.
        titled: Whether capitals say nothing there.
        loud: Whether the place asks for capitals throughout.
    """

    prose: str
    span: Span
    opens: bool = False
    titled: bool = False
    loud: bool = False


class Suggestion(NamedTuple):
    """What is to be written where.

    Attributes:
        span: Where.
        text: What stands there, as a person reads it.
        new: What is to be written.
        form: The form that this is, as ``plain`` writes it.
    """

    span: Span
    text: str
    new: str
    form: str

    def shifted(self, by: int) -> "Suggestion":
        """Return the same ``by`` code points further on."""
        return self._replace(span=Span(self.span.start + by, self.span.end + by))


def place_in(sentence: SentenceReading, span: Span) -> Place:
    """Return the place at ``span``, which is counted from the start of ``sentence``."""
    read = sentence.sentence
    number = sentence.number_at(span.start)
    opens = number is not None and read.opens[number]
    return Place(sentence.text, span, opens, read.titled, span.start < sentence.loud_until)


def suggestion_for(form: str, place: Place, apostrophe: str) -> Suggestion | None:
    """Return what puts ``form`` in a place; None if it stands there, or cannot be put there without harm.

    Capitals that are due to the place are no difference: of a line in capitals, of the start of a sentence.

    Args:
        form: The form, as ``plain`` writes it.
        place: The place.
        apostrophe: The apostrophe that the draft writes.
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
    """Tell whether nothing but its place makes ``text`` differ from ``form``."""
    if text == form:
        return True
    if is_loud(text) and (place.loud or place.titled):
        return same_in_capitals(text, form)
    if place.titled and text == titled(form):
        return True
    return (place.opens or place.titled) and text in (capitalised(form), opened(form))


def _dressed(form: str, text: str, place: Place) -> str:
    """Return ``form`` in the capitals that the place, or what stands there, asks for."""
    shouts = text.isupper() and len(text) > 3 and joined(text) != joined(form)
    if shouts or (place.loud and is_loud(text)):
        return in_capitals(form)
    if place.titled and has_hyphen(text) and text == titled(text):
        return titled(form)
    return opened(form) if (place.opens or place.titled) and text == capitalised(text) else form


def as_written(form: str, text: str, apostrophe: str) -> str:
    """Return ``form`` in the capitals and hyphens of ``text``, of whose place nothing else is known."""
    opens = text[:1].isupper() and not form[:1].isupper()
    return typeset(_dressed(form, text, Place("", Span(0, 0), opens=opens)), text, apostrophe)


def typeset(form: str, original: str, apostrophe: str) -> str:
    """Return ``form`` with the hyphen of ``original`` and the apostrophe of the draft."""
    hyphen = next((sign for sign in original if sign in HYPHENS), "-")
    return form.replace("-", hyphen).replace("'", apostrophe)
