"""Findings of one draft, with their lines, columns and fingerprints."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from canonym.checking.finding import Finding, Related
from canonym.report.fingerprint import Anchor
from canonym.report.model import RelatedPlace, Reported, Suppression
from canonym.text.document import Document
from canonym.text.lines import LineIndex
from canonym.text.sentences import split
from canonym.text.span import Span
from canonym.text.tokens import words

Silent = tuple[Finding, Suppression]


def place(
    document: Document,
    findings: Sequence[Finding],
    silent: Sequence[Silent] = (),
    texts: Mapping[str, LineIndex] | None = None,
) -> tuple[Reported, ...]:
    """Return the findings of ``document`` in the order of their places.

    Args:
        document: The draft.
        findings: What counts.
        silent: What is suppressed, and why.
        texts: Lines of the other drafts that findings are related to, by path; a related
            spelling in a draft that is not there is left out.
    """
    both: list[tuple[Finding, Suppression | None]] = [*((f, None) for f in findings), *silent]
    both.sort(key=lambda pair: (pair[0].span, pair[0].rule))
    lines = {document.path: document.lines, **(texts or {})}
    around = _sentences_around(document, [f.span for f, _ in both])
    seen: Counter[Anchor] = Counter()
    return tuple(_placed(document, f, s, around[f.span], seen, lines) for f, s in both)


def _placed(
    document: Document,
    finding: Finding,
    suppression: Suppression | None,
    sentence: str,
    seen: Counter[Anchor],
    lines: Mapping[str, LineIndex],
) -> Reported:
    start, end = document.lines.place(finding.span.start), document.lines.place(finding.span.end)
    anchor = Anchor.of(document.path, finding, sentence)
    seen[anchor] += 1
    return Reported(
        path=document.path,
        finding=finding,
        start=start,
        end=end,
        source=tuple(_line(document, n) for n in range(start.line, end.line + 1)),
        before=_line(document, start.line - 1),
        after=_line(document, end.line + 1),
        anchor=anchor,
        occurrence=seen[anchor],
        related=tuple(_related(finding.related, lines)),
        suppression=suppression,
    )


def _related(related: Sequence[Related], lines: Mapping[str, LineIndex]) -> Iterator[RelatedPlace]:
    for path, span, text in ((r.path, r.span, r.text) for r in related):
        if path in lines:
            yield RelatedPlace(path, lines[path].place(span.start), lines[path].place(span.end), text)


def _line(document: Document, number: int) -> str:
    if not 0 <= number < len(document.lines):
        return ""
    return document.lines.line(number).of(document.text)


def _sentences_around(document: Document, spans: Sequence[Span]) -> dict[Span, str]:
    """Return for each span the text of its sentence; of its line where no sentence holds it."""
    blocks = tuple(b for b in document.markup.blocks if any(b.span.overlaps(s) for s in spans))
    found = [sentence for block in blocks for sentence in split(document.prose, block.span)]
    return {span: _around(document, span, found) for span in spans}


def _around(document: Document, span: Span, found: Sequence[Span]) -> str:
    for sentence in found:
        if sentence.covers(span) and words(sentence.of(document.prose)):
            return sentence.of(document.text)
    return _line(document, document.lines.place(span.start).line)
