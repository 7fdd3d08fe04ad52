"""The script that a word is written in."""


def is_of_script(form: str, text: str) -> bool:
    """Return whether ``text`` has a letter of the script in which ``form`` begins."""
    script = script_of(form)
    return any(script_of(letter) == script for letter in set(text) if letter.isalpha())


def script_of(form: str) -> str:
    """Return the script of the first letter, by the first word of its name in Unicode: LATIN, CYRILLIC."""
    if form.isascii():
        return "LATIN"
    from unicodedata import name, normalize

    letter = next(filter(str.isalpha, normalize("NFKC", form)), "")  # full width is a way of setting
    return name(letter, "").split(" ", 1)[0] if letter else ""


def has_right_to_left(text: str) -> bool:
    """Return whether ``text`` has a letter that is written from right to left."""
    if text.isascii():
        return False
    from unicodedata import bidirectional

    return any(bidirectional(letter) in ("R", "AL") for letter in set(text))
