"""Chooses the edits that repair a text, and applies them."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from canonym.checking.finding import Edit, Finding
from canonym.text.span import Span


def select(findings: Iterable[Finding], *, unsafe: bool = False) -> tuple[Edit, ...]:
    """Return the edits to make, in order and without overlap.

    If two would change the same place, the longer wins, then the earlier, then the surer. The next check
    finds the other one again. An edit that changes nothing is left out.

    Args:
        findings: The findings of one document.
        unsafe: Whether to include edits that a person should see first.
    """
    wanted = [
        (finding, edit)
        for finding in findings
        if (edit := finding.edit) and edit.text != finding.text and (finding.safe or unsafe)
    ]
    chosen: list[Edit] = []
    for _, edit in sorted(wanted, key=_precedence):
        if not _overlaps_any(edit.span, chosen):
            insort(chosen, edit, key=_span)
    return tuple(chosen)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with ``edits`` made. All spans refer to the original ``text``.

    Raises:
        ValueError: Two edits overlap, or one lies outside of the text.
    """
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=_span):
        if not at <= edit.span.start <= edit.span.end <= len(text):
            raise ValueError(f"edit of {tuple(edit.span)} overlaps another or lies outside of the text")
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*parts, text[at:]))


def _precedence(wanted: tuple[Finding, Edit]) -> tuple[int, int, float, str, str]:
    finding, edit = wanted
    return (edit.span.start - edit.span.end, edit.span.start, -finding.confidence, finding.rule, edit.text)


def _span(edit: Edit) -> Span:
    return edit.span


def _overlaps_any(span: Span, chosen: Sequence[Edit]) -> bool:
    """Return whether ``span`` overlaps one of ``chosen``, which are ordered and disjoint."""
    at = bisect_left(chosen, span, key=_span)
    return any(span.overlaps(edit.span) or span == edit.span for edit in chosen[max(at - 1, 0) : at + 1])
