"""``textDocument/references``: all mentions of a name in the workspace, under any spelling."""

from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.lsp.names.at_position import name_at
from canonym.lsp.names.entry_places import entry_of
from canonym.lsp.names.searching import mentions_in_workspace

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.TEXT_DOCUMENT_REFERENCES


async def handle(server: "CanonymServer", params: types.ReferenceParams) -> list[types.Location] | None:
    """Return the mentions in drafts and articles; with partial results where the editor takes them."""
    name = await name_at(server, params.text_document.uri, params.position)
    if name is None:
        return None
    found: list[types.Location] = []
    if params.context.include_declaration:
        entry = entry_of(name.concept, name.analysis.basis.knowledge.project)
        found += [] if entry is None else [entry]
    root = server.roots.of(name.analysis.snapshot.path)
    async for one, mentions in mentions_in_workspace(server, root, name.concept, articles=True):
        source = one.snapshot.source
        found += [types.Location(one.snapshot.uri, source.range(mention.span)) for mention in mentions]
        if params.partial_result_token is not None and found:
            server.protocol.notify(types.PROGRESS, types.ProgressParams(params.partial_result_token, found))
            found = []
    return found
