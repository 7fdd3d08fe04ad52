"""Tags of languages (BCP 47) as the standard wants them."""

import re

_TAG = (
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?"
)
_NAMELESS = r"[ix](?:-[a-z\d]{1,8})+"
"""Tags that stand for a language and say none that a tag could name: i-klingon, x-private."""
_WITHDRAWN = frozenset(("in", "iw", "ji", "jw", "mo", "tw"))
"""Codes of two letters that have another one."""


def canonical_tag(tag: str) -> str:
    """Return a BCP 47 tag as the standard wants it; empty if it is none.

    Capitals are those that it advises (``pt-BR``), and the language has its shortest code (``de`` for ``deu``
    and ``ger``). A well-formed tag need not be registered. An underscore counts as a hyphen, as in ``pt_BR``.
    A tag of private use, or one of the old kind that begins with i, is ``und``.
    Source: RFC 5646, sections 2.1, 2.1.1, 2.2.1, 2.2.7 and 2.2.8.
    """
    low = tag.replace("_", "-").lower()
    if len(low) == 2 and low.isascii() and low.isalpha():  # as most; the pattern takes long to compile
        return _shortest(low)
    if not re.fullmatch(_TAG, low):
        return "und" if re.fullmatch(_NAMELESS, low) else ""
    first, *rest = low.split("-")
    single = next((at for at, part in enumerate(rest) if len(part) == 1), len(rest))
    return "-".join([_shortest(first), *map(_cased, rest[:single]), *rest[single:]])


def _shortest(code: str) -> str:
    if len(code) == 2 and code not in _WITHDRAWN:
        return code
    from canonym.text.tags.language_codes import SHORTER

    return SHORTER.get(code, code)


def _cased(part: str) -> str:
    if len(part) == 4 and part.isalpha():
        return part.capitalize()
    return part.upper() if len(part) == 2 else part
