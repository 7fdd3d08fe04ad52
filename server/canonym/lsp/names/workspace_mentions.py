"""Finds a name in all texts of the workspace."""

from collections.abc import AsyncIterator
from pathlib import Path

from canonym.lsp.background.corpus_files import pass_over
from canonym.lsp.checks.analysis import Analysis
from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.names.at_position import Pointed, mentions_of
from canonym.lsp.session.check_basis import Basis
from canonym.lsp.session.roots import Root
from canonym.lsp.session.session import Session
from canonym.termbase.concept import Concept


async def mentions_in_workspace(
    session: Session, checks: DraftChecks, root: Root, concept: Concept, *, articles: bool
) -> AsyncIterator[tuple[Analysis, list[Pointed]]]:
    """Yield each text of a root that mentions a name in any spelling, with the places.

    Args:
        session: The session.
        checks: Its checks of drafts.
        root: The root to search.
        concept: The name.
        articles: Whether to search the corpus too.
    """
    for analysis in await checks.analyses_of_open(root):
        mentions = await session.workers.now(mentions_of, analysis, concept.id)
        if mentions:
            yield analysis, mentions
    basis = await session.basis_of_root(root)
    files = await checks.closed_drafts.files(basis.knowledge.project)
    if articles:
        files = tuple(dict.fromkeys((*files, *await session.workers.later(_articles, basis))))
    async for analysis in checks.closed_drafts.each(files, basis):
        mentions = await session.workers.later(mentions_of, analysis, concept.id)
        if mentions:
            yield analysis, mentions


def _articles(basis: Basis) -> tuple[Path, ...]:
    project = basis.knowledge.project
    return tuple(project.articles(pass_over)) if project.settings.corpus else ()
