"""One plain spelling for forms that differ in case, marks, script or punctuation alone."""

from functools import cache, lru_cache

from canonym.spelling.data_tables import rows


def fold(form: str) -> str:
    """The form in the letters a to z and digits, words apart by one space.

    Other scripts are written in Latin letters, marks are dropped, and so is everything that is neither letter
    nor digit: apostrophes and ayin, hyphens, dots. Folding twice is folding once. Empty if nothing is left.
    """
    if not form.isascii():
        form = _romanise(form)
    if form.isalpha():
        return form.lower()
    return " ".join(filter(None, (_letters(word) for word in form.split()))).lower()


@lru_cache(1 << 15)
def joined(form: str) -> str:
    """Return ``form`` folded, without spaces."""
    return fold(form).replace(" ", "")


def sound_out(form: str) -> str:
    """The form folded, but letters with marks written as they sound (š as sh), and without spaces."""
    if not form.isascii():
        table = _sounds()
        form = "".join([table.get(letter, letter) for letter in form.casefold()])
    return fold(form).replace(" ", "")


def _letters(word: str) -> str:
    return word if word.isalnum() else "".join(filter(str.isalnum, word))


def _romanise(form: str) -> str:
    from unidecode import unidecode  # only few forms need its tables

    return unidecode(form)


@cache
def _sounds() -> dict[str, str]:
    return {letter: sound for letter, sound, _source in rows("letters.tsv")}
