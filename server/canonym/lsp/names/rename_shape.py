"""Adapts a new name to the text: to capitals, and to a part of the name."""

from canonym.termbase.concept import Concept
from canonym.text.capitals import in_capitals


def in_shape_of(model: str, name: str) -> str:
    """Return ``name`` in capitals if ``model`` is in capitals, else unchanged."""
    letters = [char for char in model if char.isalpha()]
    shouted = len(letters) > 1 and all(char == char.upper() != char.lower() for char in letters)
    cased = any(char.islower() for char in name)
    return in_capitals(name) if shouted and cased else name


def renamed_part(text: str, concept: Concept, new: str) -> str:
    """Return the replacement of ``text``, a form of a name or a part of it, when the name becomes ``new``.

    It is empty if the words of a part do not correspond to those of the new name. So a surname gives way to a
    surname, and an acronym stays.
    """
    old, words, part = concept.terms[0].form.split(), new.split(), text.split()
    if text == concept.terms[0].form:
        return new
    places = [at for at in range(len(old)) if old[at : at + len(part)] == part]
    if places:
        return " ".join(words[places[0] : places[0] + len(part)]) if len(old) == len(words) else ""
    is_form = any(term.form == text for term in concept.terms)
    return new if is_form and len(part) == len(old) else ""
