"""Finds forms that people decided on in words in capitals: Kiev in KIEV, Κίεβο in ΚΙΕΒΟ."""

from collections.abc import Iterator

from canonym.index.termbase_index import Index
from canonym.spelling.folding import joined
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.capitals import same_in_capitals


def small_forms(index: Index, word: str) -> Iterator[str]:
    """Yield the words in small letters that ``word`` may be the capitals of; nothing if it is no such word.

    They are words of names, whose marks capitals may lack, and then what its letters alone say.
    """
    if len(word) < 4 or not word.isupper():  # shorter ones are mostly acronyms
        return
    known = index.word(joined(word))
    found = [] if known is None else [form for form in known.forms if same_in_capitals(form, word)]
    for form in dict.fromkeys((*found, plain(word).capitalize())):
        if len(form) == len(word) and not form.isupper():
            yield form


def is_respelt(index: Index, form: str) -> bool:
    """Return whether the right form of a decided one is another spelling, so that ISIS may be no acronym."""
    right = index.best(form)[0].terms[0].form
    return right.count(" ") == form.count(" ") and joined(right) != joined(form)
