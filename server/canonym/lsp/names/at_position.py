"""Finds the name at a position of a document."""

from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol import types

from canonym.checking.finding import Finding
from canonym.lsp.background.worker_threads import Workers
from canonym.lsp.checks.analysis import Analysis
from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.termbase.concept import Concept
from canonym.text.span import Span


@dataclass(frozen=True)
class Pointed:
    """A name in a document.

    Attributes:
        span: Its place.
        text: Its text.
        concept: Its concept, if known.
        finding: Its finding, if any.
    """

    span: Span
    text: str
    concept: Concept | None
    finding: Finding | None


@dataclass(frozen=True)
class Name(Pointed):
    """A known name in a document, with the analysis of the document.

    Attributes:
        analysis: The document.
        concept: Its concept.
    """

    analysis: Analysis
    concept: Concept

    @property
    def range(self) -> types.Range:
        """Its place in the editor's units."""
        return self.analysis.snapshot.source.range(self.span)


async def name_at(checks: DraftChecks, workers: Workers, uri: str, position: types.Position) -> Name | None:
    """Return the known name at a position of an open document."""
    analysis = await checks.analysis(uri)
    if analysis is None:
        return None
    one = await workers.now(pointed_at, analysis, position)
    if one is None or one.concept is None:
        return None
    return Name(one.span, one.text, one.concept, one.finding, analysis)


def pointed_at(analysis: Analysis, position: types.Position) -> Pointed | None:
    """Return the name at ``position``. Its end counts too, because the caret is there after typing."""
    offset = analysis.snapshot.source.offset(position)
    holding = [one for one in named(analysis) if one.span.start <= offset <= one.span.end]
    inside = [one for one in holding if offset < one.span.end] or holding
    return max(inside, key=lambda one: (one.finding is not None, one.span.end - one.span.start), default=None)


def named(analysis: Analysis) -> Iterator[Pointed]:
    """Yield the names of a document: findings first, then mentions without a finding."""
    taken: list[Span] = []
    for finding in analysis.findings:
        index = analysis.index_at(finding.span.start)
        concept = None if finding.concept is None else index.concept(finding.concept.id)
        if concept is not None or finding.related:
            taken.append(finding.span)
            yield Pointed(finding.span, finding.text, concept, finding)
    for mention in analysis.mentions:
        if not mention.is_case and not any(mention.span.overlaps(span) for span in taken):
            concept = analysis.index_at(mention.span.start).concept(mention.concept)
            yield Pointed(mention.span, mention.text, concept, None)


def mentions_of(analysis: Analysis, concept: str) -> list[Pointed]:
    """Return the places of a name in a document in any spelling, in order."""
    found = [one for one in named(analysis) if one.concept is not None and one.concept.id == concept]
    return sorted(found, key=lambda one: one.span)
