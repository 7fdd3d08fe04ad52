"""Parses directives in comments and in front matter. ``directive`` explains them."""

import re
from collections.abc import Iterator, Sequence

from canonym.checking.suppression.directive import Directive, DirectiveKind
from canonym.text.document import Document
from canonym.text.span import Span

_CANDIDATE = re.compile(r"(?:^|(?<=[\r\n]))[ \t]*(?P<all>canonym:(?P<rest>[^\r\n]*))")
_BODY = re.compile(
    r"\s*(?P<kind>off|on|ignore-next|ignore-file|ignore)\s*"
    r"(?:\[(?P<rules>[^\]]*)\]\s*)?(?:(?:--|—|–)\s*(?P<reason>.*))?\Z"
)
_RULE = re.compile(r"[A-Za-z][\w-]*")
_LINE = re.compile(r"[^\r\n]+")
_KEY = re.compile(r"[\"']?canonym[\"']?[ \t]*[:=]|\[canonym\]")
_OFF = re.compile(r"\s*[\"']?(?:off|false|no)[\"']?\s*(?:#.*)?\Z", re.IGNORECASE)
_IGNORED = re.compile(r"[\s{]*[\"']?ignore[\"']?\s*[:=](?P<rules>[\w\s\[\],\"'-]++)[\s}]*+(?:#.*)?\Z")


def directives_in(document: Document) -> Iterator[tuple[Span, Directive | None]]:
    """Yield the places of directives, each with its directive; None for a malformed one."""
    yield from _from_front_matter(document)
    yield from _from_comments(document)


def _from_comments(document: Document) -> Iterator[tuple[Span, Directive | None]]:
    for comment in document.markup.comments:
        for found in _CANDIDATE.finditer(comment.of(document.text)):
            start = comment.start + found.start("all")
            span = Span(start, start + len(found["all"].rstrip()))
            yield span, _parsed(found["rest"], span)


def _parsed(rest: str, span: Span) -> Directive | None:
    body = _BODY.match(rest.rstrip())
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
