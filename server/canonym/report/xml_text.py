"""Text inside XML and HTML."""

from collections.abc import Mapping

from canonym.text.printable import escaped, printable

_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_TABLE = str.maketrans(_ESCAPES)


def escape(text: str) -> str:
    """Return ``text`` for content or a double-quoted attribute.

    Characters that XML 1.0 (section 2.2) cannot express become U+FFFD. Others that might steer a terminal, or
    a CI system that prints the file, become references.
    """
    return printable("".join(c if _writable(c) else "\ufffd" for c in text).translate(_TABLE), _reference)


def content(text: str) -> str:
    """Return ``text`` for the content of an element, with its line ends."""
    return escape(text).replace("&#10;", "\n").replace("&quot;", '"').replace("&#9;", "\t")


def seen(text: str) -> str:
    """Return ``text`` for the content of an element of a page, in the form that people see."""
    lines = text.split("\n")
    return content("\n".join(printable(line, lambda c: c if c == "\t" else escaped(c)) for line in lines))


def isolated(text: str) -> str:
    """Return ``text`` as ``seen``, in its own direction, so that it reorders nothing beside it."""
    return f"<bdi>{seen(text)}</bdi>"


def tag(name: str, attributes: Mapping[str, object], *, closed: bool = False) -> str:
    """Return an opening tag, or an empty element if ``closed``."""
    written = "".join(f' {key}="{escape(str(value))}"' for key, value in attributes.items())
    return f"<{name}{written}{' /' if closed else ''}>"


def _reference(character: str) -> str:
    return f"&#x{ord(character):x};"


def _writable(character: str) -> bool:
    code = ord(character)
    if code < 0x20:
        return character in "\t\n\r"
    return not (0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF))
