"""Repairs a text: which edits to make, and the text with the edits made."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from canonym.checking.finding import Edit, Finding
from canonym.text.span import Span


def select(findings: Iterable[Finding], *, unsafe: bool = False) -> tuple[Edit, ...]:
    """Return the edits to make, in order and without overlap.

    Where two would change the same place the longer wins, then the earlier, then the surer; what is left
    out is found again by the next check. An edit that changes nothing is left out.

    Args:
        findings: The findings of one document.
        unsafe: Whether to take what a person should look at first, too.
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
    """Return ``text`` with ``edits`` made; every span means ``text`` as it was given.

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
    """Tell whether ``span`` overlaps one of ``chosen``, which are ordered and disjoint."""
    at = bisect_left(chosen, span, key=_span)
    return any(span.overlaps(edit.span) or span == edit.span for edit in chosen[max(at - 1, 0) : at + 1])
