"""``textDocument/definition``: where a name is decided, and where it is best attested."""

from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.lsp.cards import best_attestation
from canonym.lsp.diagnostics import place_of
from canonym.lsp.entries import entry_of
from canonym.lsp.pointing import pointed_at

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.TEXT_DOCUMENT_DEFINITION


async def handle(
    server: "CanonymServer", params: types.DefinitionParams
) -> list[types.Location] | list[types.LocationLink] | None:
    """Return the entry of the termbase, then the best example in the corpus."""
    analysis = await server.analysis(params.text_document.uri)
    if analysis is None:
        return None
    pointed = await server.workers.now(pointed_at, analysis, params.position)
    if pointed is None or pointed.concept is None:
        return None
    project = analysis.basis.knowledge.project
    example = best_attestation(pointed.concept, pointed.text)
    places = [entry_of(pointed.concept, project), None if example is None else place_of(example, project)]
    found = [place for place in places if place is not None]
    if server.can.links:
        return [_link(analysis.snapshot.source.range(pointed.span), place) for place in found]
    return found


def _link(origin: types.Range, place: types.Location) -> types.LocationLink:
    return types.LocationLink(place.uri, place.range, place.range, origin)
