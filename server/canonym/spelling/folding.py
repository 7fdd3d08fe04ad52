"""Folds forms: one plain spelling for forms that differ only in case, marks, script or punctuation."""

from functools import cache, lru_cache

from canonym.spelling.data_tables import rows


def fold(form: str) -> str:
    """Return the form in the letters a to z and digits, with one space between words.

    Other scripts are transliterated. Marks are dropped, and so is everything that is neither letter nor
    digit: apostrophes and ayin, hyphens, full stops. Folding is idempotent. The result may be empty.
    """
    if not form.isascii():
        form = _romanise(form)
    if form.isalpha():
        return form.lower()
    return " ".join(filter(None, (_letters(word) for word in form.split()))).lower()


# What it saves was not told from noise (25 %, a busy machine); emptied by forget_words.
@lru_cache(1 << 15)
def joined(form: str) -> str:
    """Return ``form`` folded, without spaces."""
    return fold(form).replace(" ", "")


def sound_out(form: str) -> str:
    """Return the form folded by sound, without spaces: a letter with a mark becomes its sound (š as sh)."""
    if not form.isascii():
        table = _sounds()
        form = "".join([table.get(letter, letter) for letter in form.casefold()])
    return fold(form).replace(" ", "")


def _letters(word: str) -> str:
    return word if word.isalnum() else "".join(filter(str.isalnum, word))


def _romanise(form: str) -> str:
    from unidecode import unidecode  # few forms need it, and its tables are large

    return unidecode(form)


@cache
def _sounds() -> dict[str, str]:
    return {letter: sound for letter, sound, _source in rows("letters.tsv")}
