"""Looks for a name in all texts of the workspace."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

from canonym.lsp.background.corpus_files import pass_over
from canonym.lsp.checks.analysis import Analysis, Basis
from canonym.lsp.names.at_position import Pointed, mentions_of
from canonym.lsp.session.roots import Root
from canonym.termbase.concept import Concept

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer


async def mentions_in_workspace(
    server: "CanonymServer", root: Root, concept: Concept, *, articles: bool
) -> AsyncIterator[tuple[Analysis, list[Pointed]]]:
    """Yield each text of a root that mentions a name under any spelling, with the places.

    Args:
        server: The session.
        root: Where to look.
        concept: The name.
        articles: Whether to look in the corpus as well.
    """
    for analysis in await server.analyses_of_open(root):
        mentions = await server.workers.now(mentions_of, analysis, concept.id)
        if mentions:
            yield analysis, mentions
    basis = await server.basis_of_root(root)
    files = await server.drafts.files(basis.knowledge.project)
    if articles:
        files = tuple(dict.fromkeys((*files, *await server.workers.later(_articles, basis))))
    async for analysis in server.drafts.each(files, basis):
        mentions = await server.workers.later(mentions_of, analysis, concept.id)
        if mentions:
            yield analysis, mentions


def _articles(basis: Basis) -> tuple[Path, ...]:
    project = basis.knowledge.project
    return tuple(project.articles(pass_over)) if project.settings.corpus else ()
