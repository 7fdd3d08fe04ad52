"""``textDocument/definition``: the entry of a name, and its best attestation."""

from lsprotocol import types

from canonym.lsp.checks.diagnostics import place_of
from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.names.at_position import name_at
from canonym.lsp.names.entry_places import entry_of
from canonym.lsp.names.name_card import best_attestation
from canonym.lsp.session.session import Session

METHOD = types.TEXT_DOCUMENT_DEFINITION


async def handle(
    session: Session, checks: DraftChecks, params: types.DefinitionParams
) -> list[types.Location] | list[types.LocationLink] | None:
    """Return the entry of the termbase, then the best example in the corpus."""
    name = await name_at(checks, session.workers, params.text_document.uri, params.position)
    if name is None:
        return None
    project = name.analysis.basis.knowledge.project
    example = best_attestation(name.concept, name.text)
    places = [entry_of(name.concept, project), None if example is None else place_of(example, project)]
    found = [place for place in places if place is not None]
    if session.can.links:
        return [_link(name.range, place) for place in found]
    return found


def _link(origin: types.Range, place: types.Location) -> types.LocationLink:
    return types.LocationLink(place.uri, place.range, place.range, origin)
