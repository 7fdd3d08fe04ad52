"""``textDocument/documentSymbol``: the names of a document, each with its places."""

from collections.abc import Sequence

from lsprotocol import types

from canonym.lsp.checks.analysis import Analysis
from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.names.at_position import Pointed, named
from canonym.lsp.names.name_card import standing_of
from canonym.lsp.names.symbols import KINDS
from canonym.lsp.session.session import Session

METHOD = types.TEXT_DOCUMENT_DOCUMENT_SYMBOL


async def handle(
    session: Session, checks: DraftChecks, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
    """Return the names in the order of their first places."""
    analysis = await checks.analysis(params.text_document.uri)
    if analysis is None:
        return None
    groups = await session.workers.now(_by_concept, analysis)
    if session.can.hierarchical_symbols:
        return [_symbol(analysis, places) for places in groups]
    return [_flat(analysis, place) for places in groups for place in places]


def _by_concept(analysis: Analysis) -> list[list[Pointed]]:
    groups: dict[str, list[Pointed]] = {}
    for one in sorted(named(analysis), key=lambda one: one.span):
        if one.concept is not None:
            groups.setdefault(one.concept.id, []).append(one)
    return list(groups.values())


def _symbol(analysis: Analysis, places: Sequence[Pointed]) -> types.DocumentSymbol:
    concept = places[0].concept
    assert concept is not None
    first = analysis.snapshot.source.range(places[0].span)
    return types.DocumentSymbol(
        name=concept.terms[0].form,
        kind=KINDS[concept.kind],
        range=first,
        selection_range=first,
        detail=f"{len(places)} ×",
        children=[_child(analysis, place) for place in places],
    )


def _child(analysis: Analysis, place: Pointed) -> types.DocumentSymbol:
    assert place.concept is not None
    range_ = analysis.snapshot.source.range(place.span)
    return types.DocumentSymbol(
        name=" ".join(place.text.split()) or "…",
        kind=KINDS[place.concept.kind],
        range=range_,
        selection_range=range_,
        detail=standing_of(place.text, place.concept),
    )


def _flat(analysis: Analysis, place: Pointed) -> types.SymbolInformation:
    assert place.concept is not None
    location = types.Location(analysis.snapshot.uri, analysis.snapshot.source.range(place.span))
    return types.SymbolInformation(
        location=location,
        name=" ".join(place.text.split()) or "…",
        kind=KINDS[place.concept.kind],
        container_name=place.concept.terms[0].form,
    )
