"""Compares the names of a draft with those of the other drafts that are open or were checked."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import is_
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol.types import Location

from canonym.checking.competing_forms import Survey
from canonym.checking.engine import compare
from canonym.checking.finding import Finding, Related
from canonym.checking.rival_drafts import Rivals
from canonym.lsp.checks.analysis import Analysis, shown
from canonym.lsp.documents.documents import Snapshot
from canonym.lsp.session.loaded_project import Knowledge

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

_PAUSE = 1.0
"""Seconds without a new name after which other documents are looked at again."""


@dataclass(frozen=True)
class _Compared:
    """An analysis, what it was compared with, and what came of it."""

    analysis: Analysis
    rivals: Rivals
    extended: Analysis


class Across:
    """Finds names of open documents that compete with names of other drafts of their root.

    Args:
        server: The session.
    """

    def __init__(self, server: "CanonymServer") -> None:
        self._server = server
        self._rivals: dict[str, tuple[tuple[Survey, ...], Rivals]] = {}
        self._compared: dict[str, _Compared] = {}
        self._names: dict[str, tuple[object, ...]] = {}
        self._state: tuple[object, ...] = ()
        self._surveys: tuple[Survey, ...] = ()
        self._waiting: asyncio.TimerHandle | None = None

    async def extended(self, analysis: Analysis) -> Analysis:
        """Return ``analysis`` with what only other drafts tell."""
        uri = analysis.snapshot.uri
        self._note(uri, names_of(analysis.survey))
        surveys = self.surveys(analysis.basis.knowledge, analysis.snapshot.path)
        if not surveys or not analysis.survey.forms:
            return analysis
        rivals = self._rivals_of(uri, surveys)
        held = self._compared.get(uri)
        if held is None or held.analysis is not analysis or held.rivals is not rivals:
            extended = await self._server.workers.now(self._extended, analysis, rivals)
            held = self._compared[uri] = _Compared(analysis, rivals, extended)
        return held.extended

    def forget(self, uri: str) -> None:
        """Drop what is known of a document that was closed; others may have competed with it."""
        self._rivals.pop(uri, None)
        self._compared.pop(uri, None)
        if self._names.pop(uri, None):
            self.news()

    def news(self) -> None:
        """Look at open documents again, when no more news comes: other drafts have other names now."""
        self.stop()
        self._waiting = asyncio.get_running_loop().call_later(_PAUSE, self._look_again)

    def _look_again(self) -> None:
        self._server.changes.note()
        self._server.publisher.look_at_open()

    def stop(self) -> None:
        """Wait for nothing any more."""
        if self._waiting is not None:
            self._waiting.cancel()

    def _note(self, uri: str, names: tuple[object, ...]) -> None:
        known = self._names.get(uri)
        self._names[uri] = names
        if names != known and (known or names) and any(one.uri != uri for one in self._server.documents):
            self.news()

    def surveys(self, knowledge: Knowledge, but: Path | None = None) -> tuple[Survey, ...]:
        """Return what nothing decides in the drafts that are known, but for one of them."""
        known = ((one.path, self._server.analyst.latest(one.uri)) for one in self._server.documents)
        ours = ((path, one) for path, one in known if one is not None and one.basis.knowledge is knowledge)
        opened = (one.survey for path, one in ours if path != but and one.survey.forms)
        return (*opened, *self._closed(knowledge))

    def _closed(self, knowledge: Knowledge) -> tuple[Survey, ...]:
        """Return those of closed drafts, which may be many thousands: gathered only when they change."""
        sweep, documents = self._server.sweep, self._server.documents
        state = (id(knowledge), sweep.revision, *(one.uri for one in documents))
        if state != self._state:
            self._state = state
            ours = {p: one for p, one in sweep.known().items() if one.basis.knowledge is knowledge}
            closed = ((path, one.survey) for path, one in ours.items() if one.survey.forms)
            self._surveys = tuple(survey for path, survey in closed if documents.at(path) is None)
        return self._surveys

    def _rivals_of(self, uri: str, surveys: tuple[Survey, ...]) -> Rivals:
        held = self._rivals.get(uri)
        if held is None or len(held[0]) != len(surveys) or not all(map(is_, held[0], surveys)):
            held = self._rivals[uri] = (surveys, Rivals(surveys))
        return held[1]

    def _extended(self, analysis: Analysis, rivals: Rivals) -> Analysis:
        together = rivals.beside(analysis.survey)
        found = compare(together, analysis.basis.settings).get(analysis.document.path, ()) if together else ()
        return self.with_rivals(analysis, found)

    def with_rivals(self, analysis: Analysis, found: Sequence[Finding]) -> Analysis:
        """Return ``analysis`` with what a comparison found in it."""
        fresh = [f for f in found if not any(f.span.overlaps(known.span) for known in analysis.found)]
        if not fresh:
            return analysis
        every = sorted((*analysis.found, *fresh), key=lambda finding: finding.span)
        rivals_of_it = {one for finding in fresh for one in finding.related}
        places = {one: place for one in rivals_of_it if (place := self._place(analysis, one)) is not None}
        findings = shown(analysis.document, every, analysis.basis)
        return replace(analysis, findings=findings, elsewhere=places)

    def _place(self, analysis: Analysis, one: Related) -> Location | None:
        """Return where a name stands in another draft, if it stands there still."""
        snapshot = self._draft(analysis.basis.knowledge.project.root / one.path)
        if snapshot is None or one.span.end > len(snapshot.source.text):
            return None
        return Location(snapshot.uri, snapshot.source.range(one.span))

    def _draft(self, path: Path) -> Snapshot | None:
        held = self._server.documents.at(path)
        latest = None if held is None else self._server.analyst.latest(held.uri)
        return latest.snapshot if latest is not None else self._server.drafts.snapshot(path)


def names_of(survey: Survey) -> tuple[object, ...]:
    """Return what other drafts can tell of a draft: its names, how often it has them, what is beside them."""
    return tuple((form.text, len(form.spans), form.beside, form.concept) for form in survey.forms)
