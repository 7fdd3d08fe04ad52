"""Character references of HTML and XML: ``&eacute;``, ``&#233;`` and ``&#xE9;`` are one letter.

The table of names is that of the HTML standard, as Python has it.
"""

from collections.abc import Sequence

from canonym.text.markup.base import Quoting, Reference
from canonym.text.span import Span

REFERENCE = r"&(?:\#(?:[xX][0-9a-fA-F]{1,8}|[0-9]{1,8})|[A-Za-z][A-Za-z0-9]{1,31});?"
"""A possible reference. Names and numbers may lack their semicolon, as in the HTML standard."""
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Characters that nobody sees. A reference to one counts as nothing."""
_BREAKS = frozenset("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_MARKED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def reference_at(text: str, span: Span, *, strict: bool = False) -> Reference | None:
    """Return the reference at the start of a stretch of ``text``, or None if there is none.

    Args:
        text: The text.
        span: Where ``REFERENCE`` was found.
        strict: Whether a reference must end with a semicolon, as in Markdown.
    """
    written = span.of(text)
    if written[1] == "#":
        if strict and written[-1] != ";":
            return None
        from html import unescape

        return reference(span, unescape(written))
    from html.entities import html5

    for end in (len(written),) if strict else range(len(written), 2, -1):
        if (found := html5.get(written[1:end])) is not None and (written[end - 1] == ";" or not strict):
            return reference(Span(span.start, span.start + end), found)
    return None


def reference(span: Span, text: str) -> Reference:
    """Return the reference to ``text``. Invisible characters become nothing, line breaks become spaces."""
    if text in _INVISIBLE:
        return Reference(span, "")
    return Reference(span, " " if text in _BREAKS else text)


def _written(text: str, _: str) -> str:
    return text.translate(_MARKED)


HTML = Quoting("HTML", _written)


def _named(text: str, _: str) -> str:
    from html.entities import codepoint2name

    names = ((one, codepoint2name.get(ord(one), f"#{ord(one)}")) for one in _written(text, ""))
    return "".join(one if one.isascii() else f"&{name};" for one, name in names)


def _numbered(text: str, _: str) -> str:
    return "".join(one if one.isascii() else f"&#{ord(one)};" for one in _written(text, ""))


def quoting_of(text: str, references: Sequence[Reference]) -> Quoting:
    """Return how an HTML text writes what is not ASCII: by name or number where it already does so.

    A file of pure ASCII may be sent in any encoding, so a raw letter in it might be decoded as another.
    """
    used = [one.span.of(text) for one in references if not one.text.isascii()] if text.isascii() else []
    if not used:
        return HTML
    return Quoting("HTML", _named if any(one[1] != "#" for one in used) else _numbered)
