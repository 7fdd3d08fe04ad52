"""Directives: what a comment or the front matter of a draft says to the checker.

In a comment, one a line::

    canonym: off                                    from here on …
    canonym: on                                     … to here
    canonym: ignore[variant-name] -- as signed      on the lines of this comment
    canonym: ignore-next[variant-name, term-form]   in the next paragraph
    canonym: ignore-file[term-form]                 in the whole file

Without brackets a directive means every rule. In the front matter ``canonym: off`` switches the file off
and ``canonym: {ignore: [term-form]}`` some rules, as YAML or TOML.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from canonym.text.document import Document
from canonym.text.span import Span


class DirectiveKind(StrEnum):
    """What a directive does."""

    OFF = "off"
    ON = "on"
    IGNORE = "ignore"
    IGNORE_NEXT = "ignore-next"
    IGNORE_FILE = "ignore-file"


class Directive(NamedTuple):
    """A directive as it stands in a document.

    Attributes:
        kind: What it does.
        rules: The ids of the rules it means; empty for all.
        reason: Why, in the words of whoever wrote it.
        span: Where it stands, without the marks of the comment.
    """

    kind: DirectiveKind
    rules: tuple[str, ...]
    reason: str
    span: Span

    def means(self, rule: str) -> bool:
        """Tell whether it is about ``rule``."""
        return not self.rules or rule in self.rules


class Directives(NamedTuple):
    """The directives of a document, in order, and where something like one is not understood."""

    understood: tuple[Directive, ...] = ()
    misread: tuple[Span, ...] = ()


_CANDIDATE = re.compile(r"(?:^|(?<=[\r\n]))[ \t]*(?P<all>canonym:(?P<rest>[^\r\n]*))")
_BODY = re.compile(
    r"\s*(?P<kind>off|on|ignore-next|ignore-file|ignore)\s*"
    r"(?:\[(?P<rules>[^\]]*)\]\s*)?(?:(?:--|—|–)\s*(?P<reason>.*?)\s*)?\Z"
)
_RULE = re.compile(r"[A-Za-z][\w-]*")
_LINE = re.compile(r"[^\r\n]+")
_KEY = re.compile(r"[\"']?canonym[\"']?[ \t]*[:=]|\[canonym\]")
_OFF = re.compile(r"\s*[\"']?(?:off|false|no)[\"']?\s*(?:#.*)?\Z", re.IGNORECASE)
_IGNORED = re.compile(r"[\s{]*[\"']?ignore[\"']?\s*[:=]\s*(?P<rules>[\w\s\[\],\"'-]+?)[\s}]*(?:#.*)?\Z")


def read_directives(document: Document) -> Directives:
    """Return what the comments and the front matter of ``document`` say to the checker."""
    understood: list[Directive] = []
    misread: list[Span] = []
    for span, directive in (*_from_front_matter(document), *_from_comments(document)):
        if directive is None:
            misread.append(span)
        else:
            understood.append(directive)
    return Directives(tuple(understood), tuple(misread))


def _from_comments(document: Document) -> Iterator[tuple[Span, Directive | None]]:
    for comment in document.markup.comments:
        for found in _CANDIDATE.finditer(comment.of(document.text)):
            start = comment.start + found.start("all")
            span = Span(start, start + len(found["all"].rstrip()))
            yield span, _parsed(found["rest"], span)


def _parsed(rest: str, span: Span) -> Directive | None:
    body = _BODY.match(rest)
    if body is None:
        return None
    rules = _rules(body["rules"] or "")
    if body["rules"] is not None and not rules:
        return None
    return Directive(DirectiveKind(body["kind"]), rules, body["reason"] or "", span)


def _from_front_matter(document: Document) -> Iterator[tuple[Span, Directive | None]]:
    block = document.markup.front_matter
    if block is None or "canonym" not in block.of(document.text):
        return
    lines = list(_LINE.finditer(document.text, *block))
    for number, line in enumerate(lines):
        if key := _KEY.match(document.text, *line.span()):
            last = _last_line_of_value(lines, number, table=key[0].startswith("["))
            span = Span(line.start(), lines[last].end())
            yield span, _parsed_value(document.text[key.end() : span.end], span)


def _last_line_of_value(lines: Sequence[re.Match[str]], first: int, *, table: bool) -> int:
    """Return the number of the last line of the value of the key on line ``first``."""
    last = first
    while last + 2 < len(lines):
        following = lines[last + 1][0]
        if following.startswith("[") if table else not following.startswith((" ", "\t", "-", "]")):
            break
        last += 1
    return last


def _parsed_value(value: str, span: Span) -> Directive | None:
    if _OFF.match(value):
        return Directive(DirectiveKind.IGNORE_FILE, (), "", span)
    ignored = _IGNORED.match(value)
    rules = _rules(ignored["rules"]) if ignored else ()
    return Directive(DirectiveKind.IGNORE_FILE, rules, "", span) if rules else None


def _rules(listed: str) -> tuple[str, ...]:
    return tuple(_RULE.findall(listed))
