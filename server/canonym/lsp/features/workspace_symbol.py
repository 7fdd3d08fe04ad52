"""``workspace/symbol``: the names of the workspace."""

from lsprotocol import types

from canonym.lsp.checks.diagnostics import place_of
from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.names.entry_places import entry_of
from canonym.lsp.names.name_card import best_attestation
from canonym.lsp.names.symbols import KINDS
from canonym.lsp.session.loaded_project import Knowledge
from canonym.lsp.session.session import Session
from canonym.spelling import fold

METHOD = types.WORKSPACE_SYMBOL
_MOST = 200


async def handle(
    session: Session, _checks: DraftChecks, params: types.WorkspaceSymbolParams
) -> list[types.SymbolInformation]:
    """Return the names with a form that contains the query, the commonest first."""
    found: list[types.SymbolInformation] = []
    for root in session.roots:
        found += await session.workers.later(_symbols, await root.knowledge(), params.query)
    return found[:_MOST]


def _symbols(knowledge: Knowledge, query: str) -> list[types.SymbolInformation]:
    wanted = fold(query)
    holding = [
        concept
        for concept in knowledge.index.concepts()
        if any(query in term.form or wanted in fold(term.form) for term in concept.terms)
    ]
    holding.sort(key=lambda concept: (-concept.terms[0].articles, concept.id))
    symbols = []
    for concept in holding[:_MOST]:
        example = best_attestation(concept)
        place = None if example is None else place_of(example, knowledge.project)
        place = entry_of(concept, knowledge.project) or place
        if place is not None:
            symbols.append(types.SymbolInformation(place, concept.terms[0].form, KINDS[concept.kind]))
    return symbols
