"""Makes text from files safe to print: nothing in it can steer a terminal, a log or a reader's eye.

Control characters steer terminals and split lines. Bidirectional and zero-width characters show another text
than the real one (CVE-2021-42574, «Trojan Source»). Logs of CI systems obey some words as commands. What
people write in Arabic, Hebrew, Persian, Hindi or emoji is unchanged.
"""

import re
from collections.abc import Callable

Write = Callable[[str], str]
"""Writes one character in a visible way."""

_JOINERS = "\u200c\u200d\u180e"
"""Allowed inside words of scripts that join their letters. The middle one is also allowed between emoji."""
_NUMBER_SIGNS = (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD)
"""Visible signs of Arabic, Syriac and Kaithi, although Unicode calls them format characters."""
_JOINED = frozenset({"Lo", "Lm", "Mn", "Mc", "Me", "So", "Sk"})
"""General categories of the characters beside a joiner: letters without case, marks, emoji."""
_COMMAND = r"##(?=[\w.-]*\[)"
"""The start of a command, anywhere in a line, of Azure Pipelines, TeamCity and GitHub Actions."""


def escaped(character: str) -> str:
    r"""Return a character as many programming languages escape it: ``\n``, ``\x1b``, ``\u202e``."""
    code = ord(character)
    return f"\\x{code:02x}" if 0x20 <= code < 0x100 else character.encode("unicode_escape").decode()


def escaped_in_json(character: str) -> str:
    """Return a character as JSON escapes it, in UTF-16 units."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def printable(text: str, write: Write = escaped) -> str:
    """Return ``text`` on one line, without anything that a terminal or a CI system would obey.

    Args:
        text: Anything.
        write: How to write a character that is not allowed.
    """
    shown = visible(text, write)
    if "##" in shown:
        shown = re.sub(_COMMAND, lambda _: "#" + write("#"), shown)
    start = len(shown) - len(shown.lstrip())
    if shown.startswith("::", start):  # a command of GitHub Actions, at the start of a line
        shown = shown[:start] + write(":") + shown[start + 1 :]
    return shown


def visible(text: str, write: Write = escaped) -> str:
    """Return ``text``. ``write`` writes every character that is not a letter, mark, sign or space."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or _is_right(text, at) else write(c) for at, c in enumerate(text))


def _is_right(text: str, at: int) -> bool:
    """Return whether people write a character on purpose that Python does not print."""
    from unicodedata import category

    character = text[at]
    if character in _JOINERS:
        around = (text[at - 1 : at], text[at + 1 : at + 2])
        return all(one and category(one) in _JOINED for one in around)
    return category(character) == "Zs" or ord(character) in _NUMBER_SIGNS
