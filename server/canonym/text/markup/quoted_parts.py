"""The parts of a text that its markup calls quotations. They need no marks."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from canonym.text.markup.base import Block
from canonym.text.markup.html_tokens import tokens
from canonym.text.markup.scanning import split_lines
from canonym.text.span import Span
from canonym.text.values import NamedTuple

_HTML = re.compile(r"<(?:q|blockquote)\b", re.IGNORECASE)
_QUOTING = frozenset(("q", "blockquote"))
_MARKDOWN = re.compile(r"(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*[ \t]*>")
_LATEX = re.compile(
    r"""
    %[^\r\n]*
  | \\begin\s*\{(?P<begin>quote|quotation|displayquote|verse)\}
  | \\end\s*\{(?P<end>quote|quotation|displayquote|verse)\}
  | \\(?:enquote|textquote|blockquote)\*?(?![A-Za-z]) (?:\s*\[[^\[\]]*\])* \s*(?P<own>\{)
  | \\(?:foreign|hyphen)(?:quote|textquote|blockquote)\*?(?![A-Za-z])
        \s*\{[^{}]*\} (?:\s*\[[^\[\]]*\])* \s*(?P<foreign>\{)
  | (?P<open>\{) | (?P<close>\}) | \\.
    """,
    re.VERBOSE | re.DOTALL,
)
_ANNOUNCED = r"\[(?:quote|verse)\b[^\r\n]*\][ \t]*\r?\n"
_ASCIIDOC = re.compile(
    rf"""
    ^(?:{_ANNOUNCED})?(?P<fence>_{{4,}}|"")[ \t\r]*\n(?P<fenced>.*?)(?:^(?P=fence)[ \t\r]*$|\Z)
  | ^{_ANNOUNCED}--[ \t\r]*\n(?P<open>.*?)(?:^--[ \t\r]*$|\Z)
  | ^(?:{_ANNOUNCED}|(?=>))(?P<paragraph>(?:[ \t]*[^\s][^\r\n]*(?:\r?\n|\Z))+)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_RST_QUOTING = re.compile(r"[ \t]*\.\.[ \t]+(?:epigraph|pull-quote|highlights)::")
_RST_ITEM = re.compile(r"[ \t]*(?:[-*+•‣⁃]|\(?(?:\w{1,4}|#)[.)])[ \t]+")
_RST_BODY = re.compile(r"[ \t]*(?:\.\.(?:[ \t]|\Z)|:[^:\r\n]+:(?:[ \t]|\Z)|[-/]{1,2}\w)")
"""What has a body at any deeper indent: a directive, a field, an option."""


class _Indent(NamedTuple):
    """An indent of reStructuredText: how deep, whether it is quoted, and whether a body follows."""

    columns: int
    quoted: bool = False
    has_body: bool = False


def quoted_parts(text: str, format_name: str, blocks: Sequence[Block]) -> list[Span]:
    """Return the quotations that the markup of ``text`` names, in no order. They may overlap.

    Args:
        text: The whole text.
        format_name: Its format.
        blocks: The prose that the parser of the format found.
    """
    find = _FINDERS.get(format_name)
    return list(find(text, blocks)) if find else []


def _in_html(text: str, blocks: Sequence[Block]) -> Iterator[Span]:  # noqa: ARG001  (a finder)
    """Yield the elements of HTML. One that nobody closed holds to the end of the text."""
    if not _HTML.search(text):
        return
    opened: list[tuple[str, int]] = []
    for token in tokens(text):
        name = token.name.removeprefix("/")
        if token.kind != "tag" or name not in _QUOTING:
            continue
        if not token.name.startswith("/"):
            opened.append((name, token.span.end))
        elif opened and opened[-1][0] == name:
            yield Span(opened.pop()[1], token.span.start)
    yield from (Span(start, len(text)) for _, start in opened)


def _in_markdown(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    yield from _in_html(text, blocks)
    for block in blocks:
        line = max(text.rfind("\n", 0, block.span.start), text.rfind("\r", 0, block.span.start)) + 1
        if _MARKDOWN.match(text, line, block.span.start):
            yield block.span


def _in_latex(text: str, blocks: Sequence[Block]) -> Iterator[Span]:  # noqa: ARG001
    """Yield the arguments and the environments. What nobody closed is none."""
    braces: list[int | None] = []
    environments: list[int] = []
    for token in _LATEX.finditer(text):
        if token["begin"]:
            environments.append(token.end())
        elif token["end"] and environments:
            yield Span(environments.pop(), token.start())
        elif token["own"] or token["foreign"]:
            braces.append(token.end())
        elif token["open"]:
            braces.append(None)
        elif token["close"] and braces and (start := braces.pop()) is not None:
            yield Span(start, token.start())


def _in_asciidoc(text: str, blocks: Sequence[Block]) -> Iterator[Span]:  # noqa: ARG001
    """Yield the fenced blocks and the paragraphs after ``[quote]``, and those of Markdown's kind."""
    for found in _ASCIIDOC.finditer(text):
        yield Span(*found.span(found.lastgroup or 0))


def _in_restructuredtext(text: str, blocks: Sequence[Block]) -> Iterator[Span]:  # noqa: ARG001
    """Yield the lines of block quotes: what has a deeper indent after a blank line, and is no body."""
    opened = [_Indent(0)]
    after_blank = False
    for line in split_lines(text):
        if not line.blank:
            while opened[-1].columns > line.indent:
                opened.pop()
            above = opened[-1]
            if line.indent > above.columns:
                opened.append(_Indent(line.indent, above.quoted or (after_blank and not above.has_body)))
            quoted = opened[-1].quoted
            if quoted:
                yield line.span()
            if _RST_BODY.match(line.text):
                quoted = quoted or _RST_QUOTING.match(line.text) is not None
                opened.append(_Indent(line.indent, quoted, has_body=True))
            elif item := _RST_ITEM.match(line.text):
                opened.append(_Indent(item.end(), quoted))
        after_blank = line.blank


_FINDERS: Mapping[str, Callable[[str, Sequence[Block]], Iterator[Span]]] = {
    "html": _in_html,
    "markdown": _in_markdown,
    "latex": _in_latex,
    "asciidoc": _in_asciidoc,
    "restructuredtext": _in_restructuredtext,
}
