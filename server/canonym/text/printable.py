"""Text that comes from files, as it may be printed: nothing in it steers a terminal, a log or an eye.

Control characters steer terminals and part lines, those of bidirectional text and of no width show
another text than is there (CVE-2021-42574, «Trojan Source»), and logs of CI systems take some words
for commands. What people write in Arabic, Hebrew, Persian, Hindi or emoji stays as it is.
"""

import re
from collections.abc import Callable

Write = Callable[[str], str]
"""Writes one character so that it can be seen."""

_JOINERS = "\u200c\u200d\u180e"
"""Right inside words of scripts that join their letters, and the middle one between emoji."""
_NUMBER_SIGNS = (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD)
"""Signs of Arabic, Syriac and Kaithi that are seen, though Unicode calls them format characters."""
_JOINED = frozenset({"Lo", "Lm", "Mn", "Mc", "Me", "So", "Sk"})
"""General categories of what joiners join: letters without case, marks, emoji."""
_COMMAND = r"##(?=[\w.-]*\[)"
"""How commands begin, anywhere in a line, for Azure Pipelines, TeamCity and GitHub Actions."""


def escaped(character: str) -> str:
    r"""Return ``\n``, ``\x1b``, ``\u202e``: a character as many programming languages write it."""
    code = ord(character)
    return f"\\x{code:02x}" if 0x20 <= code < 0x100 else character.encode("unicode_escape").decode()


def escaped_in_json(character: str) -> str:
    """Return a character as JSON may always write it, in UTF-16 units."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def printable(text: str, write: Write = escaped) -> str:
    """Return ``text`` on one line, with nothing in it that a terminal or a CI system would obey.

    Args:
        text: Anything.
        write: How to write a character that must not stand there as it is.
    """
    shown = visible(text, write)
    if "##" in shown:
        shown = re.sub(_COMMAND, lambda _: "#" + write("#"), shown)
    start = len(shown) - len(shown.lstrip())
    if shown.startswith("::", start):  # a command of GitHub Actions, if it stands first in a line
        shown = shown[:start] + write(":") + shown[start + 1 :]
    return shown


def visible(text: str, write: Write = escaped) -> str:
    """Return ``text`` with every character that is no letter, mark, sign or space written by ``write``."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or _is_right(text, at) else write(c) for at, c in enumerate(text))


def _is_right(text: str, at: int) -> bool:
    """Tell whether a character that Python does not print is one that people mean to write."""
    from unicodedata import category

    character = text[at]
    if character in _JOINERS:
        around = (text[at - 1 : at], text[at + 1 : at + 2])
        return all(one and category(one) in _JOINED for one in around)
    return category(character) == "Zs" or ord(character) in _NUMBER_SIGNS
