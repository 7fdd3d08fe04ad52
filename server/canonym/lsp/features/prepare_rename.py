"""``textDocument/prepareRename``: is there a name here, and which?"""

from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.lsp.names.at_position import name_at

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.TEXT_DOCUMENT_PREPARE_RENAME


async def handle(
    server: "CanonymServer", params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    """Return the name at the position, as it should be written."""
    name = await name_at(server, params.text_document.uri, params.position)
    if name is None:
        return None
    return types.PrepareRenamePlaceholder(name.range, name.concept.terms[0].form)
