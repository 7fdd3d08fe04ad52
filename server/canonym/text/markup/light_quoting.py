"""How to write a text into formats of light markup, where nearly any sign may begin markup."""

import re

from canonym.text.markup.base import Quoting

_MARKDOWN = re.compile(r"[\\`*_\[\]<~|{]|&(?=[#\w])")
_RESTRUCTUREDTEXT = re.compile(r"[\\`*|_]")
_ASCIIDOC = re.compile(r"[*_`#^~+\[\]|\\{]|<(?=<)|&(?=[#\w])")
_ITEM = re.compile(r"[(]?(?:\d{1,9}|[A-Za-z#])[.)]")
"""The number or letter of a list item, which may begin a line."""


def _opens(before: str) -> bool:
    """Return whether only marks and white space precede a place on its line."""
    return not any(one.isalnum() for one in before)


def _markdown(text: str, before: str) -> str:
    written = _MARKDOWN.sub(r"\\\g<0>", text)
    if not _opens(before):
        return written
    if written[:1] in tuple("#>+-="):
        return f"\\{written}"
    item = _ITEM.match(written)
    return f"{written[: item.end() - 1]}\\{written[item.end() - 1 :]}" if item else written


def _restructuredtext(text: str, before: str) -> str | None:
    if _opens(before) and not any(one.isalnum() for one in text):
        return None  # a line of signs is a rule, or makes a title of the line before it
    written = _RESTRUCTUREDTEXT.sub(r"\\\g<0>", text)
    starts = _ITEM.match(written) or (written[:1].isascii() and not written[:1].isalnum())
    return f"\\{written}" if _opens(before) and starts and written[:1] not in ("\\", "") else written


def _asciidoc(text: str, before: str) -> str:
    written = _ASCIIDOC.sub(lambda found: f"&#{ord(found[0])};", text)
    if not _opens(before):
        return written
    if written[:1] in tuple("-./="):
        return f"&#{ord(written[0])};{written[1:]}"
    item = _ITEM.match(written)
    return f"{written[: item.end() - 1]}&#{ord(item[0][-1])};{written[item.end() :]}" if item else written


MARKDOWN = Quoting("Markdown", _markdown)
RESTRUCTUREDTEXT = Quoting("reStructuredText", _restructuredtext)
CELL = RESTRUCTUREDTEXT._replace(place="a table of reStructuredText", least=0, most=0)
"""A cell. Its column decides where it ends."""
ASCIIDOC = Quoting("AsciiDoc", _asciidoc)


def title(spare: int) -> Quoting:
    """Return the quoting of a title of reStructuredText whose underline has ``spare`` extra characters."""
    return RESTRUCTUREDTEXT._replace(place="a title of reStructuredText", most=max(spare, 0))


def underlined(spare: int) -> Quoting:
    """Return the quoting of a title of AsciiDoc whose underline is ``spare`` longer; 1 is allowed."""
    return ASCIIDOC._replace(place="a title of AsciiDoc", least=spare - 1, most=spare + 1)


def above_rule(spare: int) -> Quoting:
    """Return the quoting of a line of AsciiDoc above a rule that is ``spare`` longer, at least 2 either way.

    The rule would make a title of a line that is about as long.
    """
    place = "a line above a rule of AsciiDoc"
    return ASCIIDOC._replace(
        place=place, least=spare + 2 if spare < 0 else None, most=spare - 2 if spare > 0 else None
    )
