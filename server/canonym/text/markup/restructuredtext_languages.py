"""The parts of reStructuredText that say their own language, as docutils has it: by classes ``language-fr``.

A role of that name or class marks a phrase. The directive ``class`` marks its content, or else what follows.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from canonym.text.markup.base import Passage
from canonym.text.markup.scanning import Line, split_lines
from canonym.text.span import Span
from canonym.text.tags.canonical_tag import canonical_tag

_CLASS = re.compile(r"(?:^|(?<=\s))language-([A-Za-z][\w-]*)")
_NAMED = re.compile(r"[ \t]*\.\.[ \t]+role::[ \t]+([\w.:+-]+)")
_OPTION = re.compile(r"[ \t]*:class:[ \t]+(.*)")
_DIRECTIVE = re.compile(r"[ \t]*\.\.[ \t]+(?:rst-)?class::[ \t]+(.*)")
_ROLE = re.compile(r"(?<![\w:`]):([\w.+-]{1,100}):`((?:[^`\\]|\\.)+)`")


def passages(text: str) -> Iterator[Passage]:
    """Yield the passages of ``text``."""
    lines = list(split_lines(text))
    roles = dict(_roles(lines))
    for role in _ROLE.finditer(text):
        tag = roles.get(role[1]) or _tag_in(role[1])
        if tag:
            yield Passage(Span(*role.span(2)), tag)
    for number, line in enumerate(lines):
        found = _DIRECTIVE.match(line.text)
        tag = _tag_in(found[1]) if found else ""
        if tag and (span := _marked(lines, number)):
            yield Passage(span, tag)


def _roles(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Yield the roles that the text defines with the class of a language."""
    for line, below in pairwise(lines):
        named, option = _NAMED.match(line.text), _OPTION.match(below.text)
        if named and option and (tag := _tag_in(option[1])):
            yield named[1], tag


def _tag_in(classes: str) -> str:
    found = _CLASS.search(classes)
    return canonical_tag(found[1]) if found else ""


def _marked(lines: Sequence[Line], number: int) -> Span | None:
    """Return what a directive ``class`` marks: its content, or else the next element; None if nothing."""
    indent, first = lines[number].indent, number + 1
    while first < len(lines) and lines[first].blank:
        first += 1
    if first == len(lines) or lines[first].indent < indent:
        return None
    is_content = lines[first].indent > indent
    last = first
    while last + 1 < len(lines) and _goes_on(lines[last + 1], indent, is_content=is_content):
        last += 1
    return Span(lines[first].start, lines[last].end)


def _goes_on(line: Line, indent: int, *, is_content: bool) -> bool:
    if is_content:
        return line.blank or line.indent > indent
    return not line.blank and not line.text.lstrip().startswith("..")
