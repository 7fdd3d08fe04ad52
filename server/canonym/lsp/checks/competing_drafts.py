"""Compares the names of a draft with those of other open or checked drafts."""

import asyncio
from collections.abc import Callable, Sequence
from operator import is_
from pathlib import Path

from lsprotocol.types import Location

from canonym.checking.competing_forms import Survey
from canonym.checking.engine import compare
from canonym.checking.finding import Finding, Related
from canonym.checking.rival_drafts import Rivals
from canonym.lsp.checks.analysis import Analysis, Examination, judge
from canonym.lsp.checks.workspace_findings import WorkspaceFindings
from canonym.lsp.documents.closed_file import closed_snapshot
from canonym.lsp.documents.documents import Snapshot
from canonym.lsp.session.failures import CHECKING, COMPARING
from canonym.lsp.session.loaded_project import Knowledge
from canonym.lsp.session.session import Session
from canonym.text.values import NamedTuple

_PAUSE = 1.0
"""Seconds without a new name after which the other documents are checked again."""


class _Comparison(NamedTuple):
    """An examination, the drafts that it was compared with, and the result."""

    examined: Examination
    rivals: Rivals | None
    analysis: "asyncio.Future[Analysis]"


class CompetingDrafts:
    """Finds names of open documents that compete with names in other drafts of their root.

    Args:
        session: The session.
        latest: Returns the newest examination of an open document.
        closed: What is known of drafts that are not open.
        show_open: Shows again what is found in open documents, except in the one whose URI it gets.
    """

    def __init__(
        self,
        session: Session,
        latest: Callable[[str], Examination | None],
        closed: WorkspaceFindings,
        show_open: Callable[[str], None],
    ) -> None:
        self._session = session
        self._latest = latest
        self._closed = closed
        self._show_open = show_open
        self._rivals: dict[str, tuple[tuple[Survey, ...], Rivals]] = {}
        self._comparisons: dict[str, _Comparison] = {}
        self._names: dict[str, tuple[object, ...]] = {}
        self._state: tuple[object, ...] = ()
        self._closed_surveys: tuple[Survey, ...] = ()
        self._renewed: set[str] = set()
        self._waiting: asyncio.TimerHandle | None = None

    async def analysis(self, examined: Examination) -> Analysis:
        """Return the findings to show of an open document, with those of the comparison."""
        uri = examined.snapshot.uri
        self._note(uri, names_of(examined.survey))
        rivals = self._rivals_of(examined)
        held = self._comparisons.get(uri)
        # By identity: to compare the values would take as long as to judge again.
        if held is None or held.examined is not examined or held.rivals is not rivals:
            judging = asyncio.ensure_future(self._judge(examined, rivals))
            held = self._comparisons[uri] = _Comparison(examined, rivals, judging)
        return await asyncio.shield(held.analysis)

    def forget(self, uri: str) -> None:
        """Forget a closed document. Other documents may have competed with it."""
        self._rivals.pop(uri, None)
        self._comparisons.pop(uri, None)
        if self._names.pop(uri, None):
            self.news()

    def news(self, uri: str = "") -> None:
        """Show open documents again, when no more news comes: other drafts have other names now.

        Args:
            uri: The open document that has them; it was looked at already.
        """
        self.stop()
        self._renewed.add(uri)
        self._waiting = asyncio.get_running_loop().call_later(_PAUSE, self._tell)

    def _tell(self) -> None:
        renewed, self._renewed = self._renewed, set()
        self._show_open(renewed.pop() if len(renewed) == 1 else "")

    def stop(self) -> None:
        """Stop waiting."""
        if self._waiting is not None:
            self._waiting.cancel()

    def surveys(self, knowledge: Knowledge, but: Path | None = None) -> tuple[Survey, ...]:
        """Return the undecided names of all known drafts except one."""
        known = ((one.path, self._latest(one.uri)) for one in self._session.documents)
        ours = ((path, one) for path, one in known if one is not None and one.basis.knowledge is knowledge)
        opened = (one.survey for path, one in ours if path != but and one.survey.forms)
        return (*opened, *self._surveys_of_closed(knowledge))

    def judge_with(self, examined: Examination, found: Sequence[Finding]) -> Analysis:
        """Return the findings to show of a draft, with the findings of a comparison."""
        fresh = [f for f in found if not any(f.span.overlaps(known.span) for known in examined.found)]
        rivals_of_it = {one for finding in fresh for one in finding.related}
        places = {one: place for one in rivals_of_it if (place := self._place(examined, one)) is not None}
        return judge(examined, fresh, places)

    async def _judge(self, examined: Examination, rivals: Rivals | None) -> Analysis:
        """Compare and judge. If the comparison fails, judge without it."""
        uri = examined.snapshot.uri
        analysis, failure = await self._session.workers.now(self._judge_beside, examined, rivals)
        self._session.failures.clear(uri, CHECKING)
        if failure is None:
            self._session.failures.clear(uri, COMPARING)
        elif self._session.documents.get(uri) is not None:
            self._session.failures.note(uri, COMPARING, failure)
        return analysis

    def _judge_beside(
        self, examined: Examination, rivals: Rivals | None
    ) -> tuple[Analysis, Exception | None]:
        if rivals is None:
            return judge(examined), None
        try:
            together = rivals.beside(examined.survey)
            basis = examined.basis
            found = compare(together, basis.settings, basis.knowledge.index.grammar) if together else {}
            return self.judge_with(examined, found.get(examined.document.path, ())), None
        except Exception as error:
            return judge(examined), error

    def _note(self, uri: str, names: tuple[object, ...]) -> None:
        known = self._names.get(uri)
        self._names[uri] = names
        if names != known and (known or names) and any(one.uri != uri for one in self._session.documents):
            self.news(uri)

    def _surveys_of_closed(self, knowledge: Knowledge) -> tuple[Survey, ...]:
        """Return the surveys of closed drafts. There may be thousands, so only a change gathers them."""
        documents = self._session.documents
        state = (id(knowledge), self._closed.revision, *(one.uri for one in documents))
        if state != self._state:
            self._state = state
            # By identity: what is loaded again may say the same, and its drafts are checked again.
            ours = {p: one for p, one in self._closed.all().items() if one.basis.knowledge is knowledge}
            closed = ((path, one.survey) for path, one in ours.items() if one.survey.forms)
            self._closed_surveys = tuple(survey for path, survey in closed if documents.at(path) is None)
        return self._closed_surveys

    def _rivals_of(self, examined: Examination) -> Rivals | None:
        """Return the names of other drafts, prepared for comparison; None if there are none."""
        uri = examined.snapshot.uri
        surveys = self.surveys(examined.basis.knowledge, examined.snapshot.path)
        if not surveys or not examined.survey.forms:
            return None
        held = self._rivals.get(uri)
        if held is None or len(held[0]) != len(surveys) or not all(map(is_, held[0], surveys)):
            held = self._rivals[uri] = (surveys, Rivals(surveys))
        return held[1]

    def _place(self, examined: Examination, one: Related) -> Location | None:
        """Return the place of a name in another draft, if it is still there."""
        snapshot = self._draft(examined.basis.knowledge.project.root / one.path)
        if snapshot is None or one.span.end > len(snapshot.source.text):
            return None
        return Location(snapshot.uri, snapshot.source.range(one.span))

    def _draft(self, path: Path) -> Snapshot | None:
        documents = self._session.documents
        held = documents.at(path)
        latest = None if held is None else self._latest(held.uri)
        return latest.snapshot if latest is not None else closed_snapshot(path, documents.encoding)


def names_of(survey: Survey) -> tuple[object, ...]:
    """Return what other drafts need of a draft: its names, their counts and their neighbours."""
    return tuple(
        (form.text, len(form.spans), form.beside, form.concept, form.language) for form in survey.forms
    )
