"""What is known of one version of a document; worked out off the loop, the newest version first."""

import asyncio
import gc
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lsprotocol.types import Location

from canonym.checking.check_settings import Settings
from canonym.checking.competing_forms import Survey
from canonym.checking.engine import examine
from canonym.checking.finding import Finding, Related
from canonym.checking.suppression.apply import suppress
from canonym.lsp.background.worker_threads import Workers
from canonym.lsp.documents.documents import Snapshot
from canonym.lsp.failures import CHECKING, Failures
from canonym.lsp.session.loaded_project import Knowledge
from canonym.matching.forget_words import forget_words
from canonym.matching.mentions import Mention, recognise
from canonym.text.document import Document
from canonym.text.formats import parse_document
from canonym.text.span import Span

_FORGET = 1 << 9
"""Checks after which the words that were typed are forgotten."""


@dataclass(frozen=True)
class Basis:
    """What a document is checked with."""

    knowledge: Knowledge
    settings: Settings
    format: str | None


@dataclass(frozen=True)
class Analysis:
    """A version of a document with all that was found in it.

    Attributes:
        snapshot: The version.
        basis: What it was checked with.
        document: How it was read.
        findings: What to show, in order.
        found: What was found in it by itself, before anything was silenced.
        survey: What a comparison with other drafts needs of it.
        elsewhere: Where in other documents names stand that compete with those in it.
    """

    snapshot: Snapshot
    basis: Basis
    document: Document
    findings: tuple[Finding, ...]
    found: tuple[Finding, ...]
    survey: Survey
    elsewhere: Mapping[Related, Location] = field(default_factory=dict)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """All mentions of known names, in order; slow when first asked for."""
        return recognise(self.document, self.basis.knowledge.index)

    def findings_in(self, span: Span) -> tuple[Finding, ...]:
        """Return the findings that touch ``span``."""
        return tuple(f for f in self.findings if f.span.start <= span.end and span.start <= f.span.end)


def analyse(snapshot: Snapshot, basis: Basis) -> Analysis:
    """Check a version of a document."""
    document = read(snapshot, basis)
    found, survey = examine(document, basis.knowledge.index, basis.settings)
    return Analysis(snapshot, basis, document, shown(document, found, basis), found, survey)


def shown(document: Document, found: Sequence[Finding], basis: Basis) -> tuple[Finding, ...]:
    """Return what to show of what was found, in order."""
    judged = suppress(document, found, basis.settings)
    return tuple(sorted((*judged.kept, *judged.unused), key=lambda finding: finding.span))


def read(snapshot: Snapshot, basis: Basis) -> Document:
    """Read a version of a document in its format."""
    if snapshot.path is None:
        return parse_document("", snapshot.source.text, basis.format)
    return basis.knowledge.project.document_of(snapshot.path, snapshot.source.text, basis.format)


def _forget(basis: Basis) -> None:
    """Drop what was typed on the way; what has cycles is not dropped by itself for a long time."""
    forget_words(basis.knowledge.index)
    gc.collect()


class Analyst:
    """Keeps the newest analysis of each open document.

    Args:
        workers: Who does the work.
        current: Returns the version of a document that is open now.
        basis: Returns what a document is to be checked with; None for one that is left alone.
        failures: Is told of documents whose check failed.
    """

    def __init__(
        self,
        workers: Workers,
        current: Callable[[str], Snapshot | None],
        basis: Callable[[Snapshot], Awaitable[Basis | None]],
        failures: Failures,
    ) -> None:
        self._workers = workers
        self._current = current
        self._basis = basis
        self._failures = failures
        self._failed: dict[str, tuple[Snapshot, Basis]] = {}
        self._latest: dict[str, Analysis] = {}
        self._done = 0
        self._forgetting: asyncio.Future[None] | None = None
        self._running: dict[str, asyncio.Task[None]] = {}

    async def analysis(self, uri: str) -> Analysis | None:
        """Return the analysis of a document as it is now; None if it is closed, left alone, or failed.

        Edits that come while a version is being checked are taken together: the next check is of the
        newest version.
        """
        while (snapshot := self._current(uri)) is not None:
            basis = await self._basis(snapshot)
            if basis is None:
                return None
            latest = self._latest.get(uri)
            if latest is not None and latest.snapshot is snapshot and latest.basis == basis:
                return latest
            failed = self._failed.get(uri)
            if failed is not None and failed[0] is snapshot and failed[1] == basis:
                return None
            if uri not in self._running:
                self._running[uri] = asyncio.ensure_future(self._analyse(snapshot, basis))
            await asyncio.shield(self._running[uri])
        return None

    def latest(self, uri: str) -> Analysis | None:
        """Return the newest analysis there is, though it may be of an older version."""
        return self._latest.get(uri)

    def forget(self, uri: str) -> None:
        """Drop what is known of a document that was closed."""
        self._latest.pop(uri, None)
        self._failed.pop(uri, None)

    async def _analyse(self, snapshot: Snapshot, basis: Basis) -> None:
        try:
            self._latest[snapshot.uri] = await self._workers.now(analyse, snapshot, basis)
            self._failed.pop(snapshot.uri, None)
            self._failures.clear(snapshot.uri, CHECKING)
            self._done += 1
            if self._done % _FORGET == 0:
                self._forgetting = asyncio.ensure_future(self._workers.later(_forget, basis))
        except Exception as error:
            self._latest.pop(snapshot.uri, None)
            self._failed[snapshot.uri] = (snapshot, basis)
            self._failures.note(snapshot.uri, CHECKING, error)
        finally:
            del self._running[snapshot.uri]
            if self._current(snapshot.uri) is None:
                self.forget(snapshot.uri)
