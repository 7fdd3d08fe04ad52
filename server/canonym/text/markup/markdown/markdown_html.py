"""HTML in Markdown: where a block of it begins and ends, and which tokens are within a line."""

import re

from canonym.text.markup.character_references import REFERENCE
from canonym.text.markup.html import hide
from canonym.text.markup.html_tokens import TAG, Token, comment_content, tokens
from canonym.text.markup.markdown.markdown_syntax import BLANK

__all__ = ["AUTOLINK", "block_end", "comment_content", "hide", "token_at"]

AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9.-]+)>")
_HTML = re.compile(rf"<!--.{{0,10000}}?-->|{TAG}|<\?.{{0,1000}}?\?>|{REFERENCE}", re.DOTALL)
_BLOCKS = (
    (re.compile(r"<(?:script|pre|style|textarea)(?=[\s>]|\Z)", re.IGNORECASE),
     re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE)),
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
    (re.compile(r"<![A-Za-z]"), re.compile(r">")),
)  # fmt: skip
_NAMES = """
address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div
dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe
legend li link main menu menuitem nav noframes ol optgroup option p param search section summary table
tbody td tfoot th thead title tr track ul
"""
_BLOCK = re.compile(rf"</?(?:{'|'.join(_NAMES.split())})(?=[\s>]|/>|\Z)", re.IGNORECASE)
_ALONE = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>[ \t]*\Z")


def block_end(text: str, at: int, end: int, *, interrupts: bool) -> re.Pattern[str] | None:
    """Return the pattern that ends the HTML block at ``at``; ``interrupts`` says it is within a paragraph."""
    for start, closing in _BLOCKS:
        if start.match(text, at, end):
            return closing
    alone = not interrupts and _ALONE.match(text, at, end)
    return BLANK if alone or _BLOCK.match(text, at, end) else None


def token_at(text: str, at: int, end: int) -> Token | None:
    """Return the tag, comment or reference that begins at ``at``."""
    return next(tokens(text, at, end), None) if _HTML.match(text, at, end) else None
