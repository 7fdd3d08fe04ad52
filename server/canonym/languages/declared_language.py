"""The language that a document says it is in, by the rules of its format."""

import re
from collections.abc import Callable, Iterator, Mapping

from canonym.text.span import Span
from canonym.text.tags.canonical_tag import canonical_tag

_HEAD = 1 << 14
"""Most code points of the head of a document, where it says its language."""
_KEY = r"(?m)^[\"']?(?:lang|language)[\"']?[ \t]*[:=][ \t]*[\"']?([\w-]+)[\"']?[ \t]*(?:#.*)?\r?$"
_ATTRIBUTE = r"(?i)<(?:html|body)\b[^>]*?\s(?:xml:)?lang\s*=\s*[\"']?([\w-]+)"
_FIELD = r"(?m)^:(?:lang|language):[ \t]+([\w-]+)[ \t]*\r?$"
_BABEL = r"(?m)^[^%\n]*\\usepackage\[([^\]]*)\]\{babel\}"
_MAIN = r"(?m)^[^%\n]*\\set(?:main|default)language(?:\[[^\]]*\])?\{(\w+)\}"


def declared_language(text: str, format_: str, front_matter: Span | None) -> str:
    """Return the tag of the language that a document says it is in; empty if it says none.

    Args:
        text: The document.
        format_: The name of its format.
        front_matter: Its metadata block, where ``lang`` or ``language`` may stand.
    """
    for said in _said(text, format_, front_matter):
        if tag := canonical_tag(said):
            return tag
    return ""


def misdeclared_language(text: str, front_matter: Span | None) -> str:
    """Return what front matter says as the language and is no tag; empty if there is nothing like that."""
    said = re.findall(_KEY, front_matter.of(text)) if front_matter is not None else ()
    return next((one for one in said if not canonical_tag(one)), "")


def _said(text: str, format_: str, front_matter: Span | None) -> Iterator[str]:
    if front_matter is not None:
        yield from re.findall(_KEY, front_matter.of(text))
    if format_ in _READERS:
        yield from _READERS[format_](text[:_HEAD])


def _of_latex(head: str) -> Iterator[str]:
    from canonym.text.markup.latex_languages import tag_of

    yield from map(tag_of, re.findall(_MAIN, head))
    for options in re.findall(_BABEL, head):
        names = [name.strip() for name in options.split(",")]
        main = [name.removeprefix("main=") for name in names if name.startswith("main=")]
        yield from map(tag_of, (*main, *names[::-1]))  # without main, the last one is


_READERS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "html": lambda head: iter(re.findall(_ATTRIBUTE, head)),
    "restructuredtext": lambda head: iter(re.findall(_FIELD, head)),
    "asciidoc": lambda head: iter(re.findall(_FIELD, head)),
    "latex": _of_latex,
}
