"""Finds the encoding of a file. UTF-8 comes first; a guess must decode every byte and encode it back."""

import codecs
import unicodedata
from itertools import pairwise

from canonym.text.values import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16, so it is tried first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PDF = b"%PDF-"
"""The start of a PDF. Some PDFs hold only bytes that text may hold, and yet any edit breaks them."""
_SAMPLE = 1 << 16
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b"))
_INNER = bytes(range(0x80, 0xC0))
"""The bytes that may follow the first byte of a character in UTF-8."""
_SIGNS = frozenset({"No", "Sc", "Sk", "Sm", "So"})


class Decoded(NamedTuple):
    """A text, and how its bytes were decoded.

    Attributes:
        text: The text without the byte order mark; its line ends are unchanged.
        encoding: Python's name of the encoding.
        bom: The byte order mark; empty when there was none.
        errors: How to decode and encode: ``surrogateescape`` for UTF-8 with broken bytes, else ``strict``.
    """

    text: str
    encoding: str
    bom: bytes = b""
    errors: str = "strict"


def decode(data: bytes) -> Decoded | None:
    """Decode ``data``; return None when it is not text."""
    if data.startswith(_PDF):
        return None
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_bom(data, bom, encoding)
    if b"\0" in data:
        return _wide(data)
    try:
        return Decoded(data.decode(), "utf-8")
    except UnicodeDecodeError as error:
        return _other(data, error.start)


def is_text(start: bytes) -> bool:
    """Return whether ``start`` looks like the start of a text. It may end within a character."""
    if b"\0" not in start:
        return not start.startswith(_PDF) and _is_clean(start)
    return any(start.startswith(bom) for bom, _ in _BOMS) or bool(_zeros(start))


def _with_bom(data: bytes, bom: bytes, encoding: str) -> Decoded | None:
    body = data[len(bom) :]
    errors = "surrogateescape" if encoding == "utf-8" else "strict"
    try:
        return Decoded(body.decode(encoding, errors), encoding, bom, errors)
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> Decoded | None:
    try:
        encoding = _zeros(data[:_SAMPLE])
        return Decoded(data.decode(encoding), encoding) if encoding else None
    except UnicodeDecodeError:
        return None


def _zeros(sample: bytes) -> str:
    """Return the kind of UTF-16 without a mark, or nothing: in Western text every other byte is zero."""
    half = len(sample) // 2
    if sample[1::2].count(0) > half * 0.4 and sample[::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[::2].count(0) > half * 0.4 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return ""


def _other(data: bytes, broken: int) -> Decoded | None:
    start = max(0, broken - _SAMPLE // 2)
    sample = data[start : start + _SAMPLE]
    if start:  # the sample may end within a character
        sample = sample[:3].lstrip(_INNER) + sample[3:]
    if not _is_clean(sample):
        return None
    if _mostly_utf8(sample):
        return Decoded(data.decode(errors="surrogateescape"), "utf-8", errors="surrogateescape")
    for encoding in (*_guesses(sample), "cp1252", "latin_1"):
        text = _faithful(data, encoding)
        if text is not None:
            return Decoded(text, encoding)
    return None


def _is_clean(sample: bytes) -> bool:
    return len(sample.translate(None, _CONTROLS)) >= len(sample) * 0.98


def _mostly_utf8(sample: bytes) -> bool:
    """Return whether at least half of what is not ASCII is well-formed: then the file is damaged UTF-8."""
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(sample)  # the sample may cut a character
    foreign = sum(character > "\x7f" for character in text)
    return text.count("\ufffd") * 2 <= foreign


def _guesses(sample: bytes) -> list[str]:
    from charset_normalizer import from_bytes

    best = from_bytes(_telling_words(sample)).best()
    if best is None:
        return []
    if best.encoding == "cp1254" or not _is_latin(str(best)):
        return [best.encoding]
    # The detector confuses Western and Central European pages when accents are few; the commonest goes first.
    return ["cp1252", best.encoding] if _reads_well(sample, "cp1252") else ["cp1250", best.encoding]


def _is_latin(text: str) -> bool:
    letters = (character for character in set(text) if character > "\x7f" and character.isalpha())
    return all(unicodedata.name(letter, "").startswith("LATIN ") for letter in letters)


def _telling_words(sample: bytes) -> bytes:
    """Return the words that are not ASCII, with their neighbours. More plain text misleads the detector."""
    words = sample.split(b" ")
    foreign = (number for number, word in enumerate(words) if not word.isascii())
    near = {neighbour for number in foreign for neighbour in range(number - 3, number + 4)}
    return b" ".join(word for number, word in enumerate(words) if number in near)


def _reads_well(sample: bytes, encoding: str) -> bool:
    """Return whether no sign or figure of the upper half of a code page touches a letter, as in ``³ódŸ``."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return False
    return not any(
        after.isalpha() and sign > "\xa0" and unicodedata.category(sign) in _SIGNS
        for sign, after in pairwise(text)
    )


def _faithful(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
        return text if text.encode(encoding) == data else None
    except (UnicodeError, LookupError):
        return None
