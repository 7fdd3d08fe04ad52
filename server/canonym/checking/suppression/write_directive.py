"""Writes directives: the comment that suppresses a finding, and its place."""

import re
from collections.abc import Iterator, Sequence

from canonym.checking.finding import Edit
from canonym.checking.suppression.comment_places import is_printed, parts_what_belongs_together, says_only
from canonym.checking.suppression.directive import DirectiveKind
from canonym.text.document import Document
from canonym.text.markup import Block, BlockKind
from canonym.text.span import Span

_COMMENTS = {
    "markdown": ("<!-- ", " -->"),
    "html": ("<!-- ", " -->"),
    "restructuredtext": (".. ", ""),
    "asciidoc": ("// ", ""),
    "latex": ("% ", ""),
    "vtt": ("NOTE ", ""),
    "git-commit": ("# ", ""),
    "yaml": ("# ", ""),
    "toml": ("# ", ""),
}
"""The start and the end of a comment, by format.

JSON and SRT have none. A comment in plain text would be printed, although a line that holds only a directive
counts as one.
"""
_BEHIND_PROSE = frozenset({"markdown", "html", "latex"})
"""Formats in which a comment can follow prose on its line."""
_APART = frozenset({"restructuredtext", "vtt"})
"""Formats in which blank lines surround a comment."""
_VTT_HEADER = re.compile(r"\ufeff?WEBVTT[^\r\n]*(?:(?>\r\n|\n|\r)[^\r\n]+)*(?>\r\n|\n|\r){0,2}")
_TOP = re.compile(r"\ufeff?(?:<\?xml[^>]*>\s*)?(?:<!doctype[^>]*>[ \t]*(?>\r\n|\n|\r)?)?", re.IGNORECASE)
"""What must come before anything else."""
_ADORNMENT = re.compile(r"([=\-`:'\"~^_*+#<>.])\1+[ \t]*\Z")


def directive(
    format: str,  # noqa: A002 - the word of the interface
    kind: DirectiveKind,
    rules: Sequence[str] = (),
    reason: str = "",
) -> str:
    """Return the comment of a format with a directive; empty if the format has no comments.

    Args:
        format: The name of the format.
        kind: The effect of the directive.
        rules: Its rules; none for all.
        reason: The reason. Line breaks become spaces.
    """
    if format not in _COMMENTS:
        return ""
    opening, closing = _COMMENTS[format]
    named = f"[{', '.join(rules)}]" if rules else ""
    # Older parsers of Markdown and XML refuse two hyphens inside a comment.
    dash = "—" if closing else "--"
    because = f" {dash} {' '.join(reason.replace('-->', '→').split())}" if reason else ""
    return f"{opening}canonym: {kind}{named}{because}{closing}"


def insertion(
    document: Document,
    span: Span,
    kind: DirectiveKind,
    rules: Sequence[str] = (),
    reason: str = "",
) -> Edit | None:
    """Return the edit that writes a directive into a document.

    If a comment cannot follow prose on its line, ``IGNORE`` becomes ``IGNORE_NEXT`` above the paragraph.

    Args:
        document: The document.
        span: The finding to suppress.
        kind: ``IGNORE`` for its line, ``IGNORE_NEXT`` for its paragraph, ``IGNORE_FILE`` for the file,
            ``OFF`` from its paragraph on, ``ON`` after its paragraph.
        rules: The rules to suppress; none for all.
        reason: The reason.

    Returns:
        None if no comment is possible. Then an ignore entry in the settings is the alternative.
    """
    block = _block_at(document, span)
    if block is None or not directive(document.format, kind) or is_printed(document):
        return None
    candidates = _candidates(document, block, span, kind, (rules, reason))
    return next((edit for edit in candidates if says_only(document, edit, span)), None)


_Words = tuple[Sequence[str], str]
"""The rules and the reason of a directive."""


def _candidates(
    document: Document, block: Block, span: Span, kind: DirectiveKind, words: _Words
) -> Iterator[Edit]:
    """Yield possible edits, the best first. Parsing the result shows whether one works."""
    if kind is DirectiveKind.IGNORE_FILE:
        yield _line_at(document, _top(document), directive(document.format, kind, *words))
        return
    if kind is DirectiveKind.ON:
        at = _line_start(document, block.span.end, below=1)
        yield _line_at(document, at, directive(document.format, kind, *words))
        return
    if kind is DirectiveKind.IGNORE:
        if document.format in _BEHIND_PROSE:
            comment = directive(document.format, kind, *words)
            yield from (Edit(Span(at, at), gap + comment) for at, gap in _behind(document, block, span))
        kind = DirectiveKind.IGNORE_NEXT
    above = _above(document, block)
    if above is not None:
        yield _line_at(document, above, directive(document.format, kind, *words))


def _block_at(document: Document, span: Span) -> Block | None:
    return next((block for block in document.markup.blocks if block.span.covers(span)), None)


def _top(document: Document) -> int:
    text = document.text
    if document.markup.front_matter:
        return _line_start(document, document.markup.front_matter.end, below=1)
    found = (_VTT_HEADER if document.format == "vtt" else _TOP).match(text)
    return found.end() if found else 0


def _behind(document: Document, block: Block, span: Span) -> Iterator[tuple[int, str]]:
    """Yield where a comment can follow ``span`` on its line, each with the text before it."""
    line = document.lines.line(document.lines.place(span.end).line)
    end = min(line.end, block.span.end)
    rest = Span(span.end, end).of(document.text)
    if document.format == "latex":
        # A comment runs to the end of its line, so a second one would become part of it.
        if end == line.end and not any(comment.end == end for comment in document.markup.comments):
            yield end, " "
        return
    # Blanks at the end of a line of Markdown break it; braces end a heading with its attributes.
    if not (rest.endswith("\\") or (block.kind is BlockKind.HEADING and rest.endswith("}"))):
        yield span.end + len(rest.rstrip()), " "
    yield span.end, ""


def _above(document: Document, block: Block) -> int | None:
    """Return the start of the line above which a comment does not join the paragraph."""
    number = document.lines.place(block.span.start).line
    if parts_what_belongs_together(document, block):
        return None
    while number > 0 and _belongs_below(document, document.lines.line(number - 1).of(document.text)):
        number -= 1
    return document.lines.line(number).start


def _belongs_below(document: Document, line: str) -> bool:
    if document.format == "vtt":
        return line.strip() != ""
    return document.format == "restructuredtext" and _ADORNMENT.match(line) is not None


def _line_start(document: Document, offset: int, *, below: int) -> int:
    number = document.lines.place(offset).line + below
    return document.lines.line(number).start if number < len(document.lines) else len(document.text)


def _line_at(document: Document, at: int, comment: str) -> Edit:
    """Return the edit that puts ``comment`` on a line of its own at ``at``."""
    text = document.text
    newline = "\r\n" if "\r\n" in text else "\n"
    apart = document.format in _APART
    before = text[:at]
    lead = "" if not before.strip("\ufeff") or before.endswith(("\n", "\r")) else newline
    if apart and before.strip("\ufeff") and not (before + lead).endswith(newline * 2):
        lead += newline
    line = document.lines.line(document.lines.place(at).line)
    indent = "" if document.format == "vtt" or lead else re.sub(r"\S.*", "", Span(at, line.end).of(text))
    return Edit(Span(at, at), f"{lead}{indent}{comment}{newline}{newline if apart else ''}")
