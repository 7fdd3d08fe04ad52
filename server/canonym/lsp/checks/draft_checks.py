"""All checks of drafts in a session: open documents, closed files, and their comparison."""

from canonym.lsp.checks.analysis import Analysis
from canonym.lsp.checks.analyst import Analyst
from canonym.lsp.checks.closed_drafts import ClosedDrafts
from canonym.lsp.checks.competing_drafts import CompetingDrafts
from canonym.lsp.checks.publishing import OwnFiles, Publisher
from canonym.lsp.checks.rule_pages import RulePages
from canonym.lsp.checks.workspace_check import WorkspaceCheck
from canonym.lsp.checks.workspace_findings import WorkspaceFindings
from canonym.lsp.session.failures import CHECKING
from canonym.lsp.session.roots import Root
from canonym.lsp.session.session import Session
from canonym.text.language import UNDETERMINED


class DraftChecks:
    """Checks drafts.

    Args:
        session: The session.
        own_files: Finds mistakes in our own files.

    Attributes:
        pages: The documentation of the rules.
        closed_drafts: Checks drafts that are not open.
        workspace_findings: What was found in those when the workspace was checked.
        competing_drafts: Compares drafts with each other.
        workspace_check: Checks all drafts of the workspace.
        publisher: Shows what was found.
    """

    def __init__(self, session: Session, own_files: OwnFiles) -> None:
        self._session = session
        self._analyst = Analyst(session.workers, session.documents.get, session.basis, session.failures)
        self.pages = RulePages()
        self.closed_drafts = ClosedDrafts(session.workers, session.documents, session.failures)
        self.workspace_findings = WorkspaceFindings()
        self.publisher = Publisher(session, self.analysis, own_files, self.pages.link)
        self.competing_drafts = CompetingDrafts(
            session, self._analyst.latest, self.workspace_findings, self.publisher.show_open
        )
        self.workspace_check = WorkspaceCheck(
            session, self.closed_drafts, self.workspace_findings, self.competing_drafts, self.pages.link
        )

    async def analysis(self, uri: str) -> Analysis | None:
        """Return the analysis of the present version of a document; None if it is not checked, or failed."""
        session = self._session
        while (examined := await self._analyst.examination(uri)) is not None:
            try:
                analysis = await self.competing_drafts.analysis(examined)
            except Exception as error:
                session.failures.note(uri, CHECKING, error)
                return None
            # By identity: a document that is closed and opened again may have the same version and text.
            if session.documents.get(uri) is analysis.snapshot:
                session.unnamed.note(uri, _unnamed_language(analysis))
                return analysis
        return None

    async def analyses_of_open(self, root: Root) -> list[Analysis]:
        """Return the analyses of the open documents of a root."""
        documents, roots = self._session.documents, self._session.roots
        # By identity: each root has one object, and a changed root is a new one.
        found = [await self.analysis(one.uri) for one in documents if roots.of(one.path) is root]
        return [analysis for analysis in found if analysis is not None]

    def forget(self, uri: str) -> None:
        """Forget a closed document."""
        self._analyst.forget(uri)
        self.competing_drafts.forget(uri)
        self.publisher.clear(uri)
        self._session.unnamed.note(uri, "")

    def stop(self) -> None:
        """End all work."""
        self.competing_drafts.stop()
        self.pages.remove()


def _unnamed_language(analysis: Analysis) -> str:
    """Return the language of a document if the termbases have names only in others; else nothing."""
    tag, index = analysis.document.language.tag, analysis.basis.knowledge.index
    is_known = tag == UNDETERMINED.tag or index.in_language(tag).size > 0 or index.size == 0
    return "" if is_known else tag
