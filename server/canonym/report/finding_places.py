"""Adds lines, columns and fingerprints to the findings of one draft."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from canonym.checking.finding import Finding, Related
from canonym.checking.fixes.write_replacement import ways_to_write
from canonym.report.fingerprint import Anchor, fold
from canonym.report.report import RelatedPlace, Reported, Suppression
from canonym.text.document import Document
from canonym.text.lines import LineIndex
from canonym.text.sentences import split
from canonym.text.span import Span
from canonym.text.tokens import words

Silent = tuple[Finding, Suppression]
_Lines = Callable[[int], str]
"""Returns the text of a line by its number; empty before the first and after the last."""


def place_findings(
    document: Document,
    findings: Sequence[Finding],
    silent: Sequence[Silent] = (),
    texts: Mapping[str, LineIndex] | None = None,
) -> tuple[Reported, ...]:
    """Return the findings of ``document`` in the order of their places.

    Args:
        document: The draft.
        findings: The findings that count.
        silent: The suppressed findings, each with its suppression.
        texts: Lines of the other drafts with related spellings, by path. A related spelling in a draft that
            is missing here is left out.
    """
    both: list[tuple[Finding, Suppression | None]] = [*((f, None) for f in findings), *silent]
    both.sort(key=lambda pair: (pair[0].span, pair[0].rule))
    lines = {document.path: document.lines, **(texts or {})}
    line = cache(lambda number: _line(document, number))  # one line may have thousands of findings
    around = _sentences_around(document, [f.span for f, _ in both], line)
    folded = cache(fold)  # one sentence may also have thousands of findings
    anchors = _numbered(Anchor.of(document.path, f, folded(around[f.span])) for f, _ in both)
    placed = [
        _placed(document, f, s, anchor, lines, line) for (f, s), anchor in zip(both, anchors, strict=True)
    ]
    ways = ways_to_write(document, [f for f, _ in both])
    return tuple(_mended(one, *way) for one, way in zip(placed, ways, strict=True))


def _mended(reported: Reported, replacements: tuple[str | None, ...], refusal: str) -> Reported:
    """Return ``reported`` with its replacements. A suggestion that cannot be written is not safe."""
    finding = reported.finding
    if refusal:
        finding = finding.placed(finding.span, safe=False)
    return reported._replace(finding=finding, replacements=replacements, refusal=refusal)


def _numbered(anchors: Iterable[Anchor]) -> Iterator[tuple[Anchor, int]]:
    """Number equal anchors from 1."""
    seen: Counter[Anchor] = Counter()
    for anchor in anchors:
        seen[anchor] += 1
        yield anchor, seen[anchor]


def _placed(
    document: Document,
    finding: Finding,
    suppression: Suppression | None,
    anchor: tuple[Anchor, int],
    lines: Mapping[str, LineIndex],
    line: _Lines,
) -> Reported:
    start, end = document.lines.place(finding.span.start), document.lines.place(finding.span.end)
    return Reported(
        path=document.path,
        finding=finding,
        start=start,
        end=end,
        source=tuple(line(n) for n in range(start.line, end.line + 1)),
        before=line(start.line - 1),
        after=line(end.line + 1),
        anchor=anchor[0],
        occurrence=anchor[1],
        related=tuple(_related(finding.related, lines)),
        suppression=suppression,
        language=document.language_at(finding.span.start).tag,
    )


def _related(related: Sequence[Related], lines: Mapping[str, LineIndex]) -> Iterator[RelatedPlace]:
    for path, span, text in ((r.path, r.span, r.text) for r in related):
        if path in lines:
            yield RelatedPlace(path, lines[path].place(span.start), lines[path].place(span.end), text)


def _line(document: Document, number: int) -> str:
    if not 0 <= number < len(document.lines):
        return ""
    return document.lines.line(number).of(document.text)


def _sentences_around(document: Document, spans: Sequence[Span], line: _Lines) -> dict[Span, str]:
    """Return the text of the sentence of each span; of its line if it is in no sentence.

    Blocks and sentences are ordered and do not overlap, so one look-up finds the sentence that may hold a
    span.
    """
    blocks = document.markup.blocks
    starts = [block.span.start for block in blocks]
    held = sorted({bisect_right(starts, span.start) - 1 for span in spans} - {-1})
    prose, language = document.prose, document.language
    found = [sentence for number in held for sentence in split(prose, blocks[number].span, language)]
    opens = [sentence.start for sentence in found]
    texts = cache(lambda at: _text_with_words(document, found[at]))
    around: dict[Span, str] = {}
    for span in spans:
        at = bisect_right(opens, span.start) - 1
        sentence = texts(at) if at >= 0 and found[at].covers(span) else ""
        around[span] = sentence or line(document.lines.place(span.start).line)
    return around


def _text_with_words(document: Document, sentence: Span) -> str:
    """Return the text of a sentence; empty if it has no word."""
    return sentence.of(document.text) if words(sentence.of(document.prose)) else ""
