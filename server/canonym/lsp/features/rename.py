"""``textDocument/rename``: another form for a name, in all drafts and in the termbase."""

from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from canonym.checking.finding import Edit
from canonym.lsp.edits import Annotation, Changes
from canonym.lsp.pointing import pointed_at
from canonym.lsp.roots import Root
from canonym.lsp.searching import mentions_in_workspace
from canonym.lsp.shapes import in_shape_of
from canonym.lsp.termbase_edits import TermbaseText
from canonym.lsp.uris import uri_of
from canonym.termbase import authored
from canonym.termbase.errors import TermbaseError
from canonym.termbase.model import Concept
from canonym.text.span import Span

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.TEXT_DOCUMENT_RENAME


async def handle(server: "CanonymServer", params: types.RenameParams) -> types.WorkspaceEdit | None:
    """Return the edits of all drafts that mention the name, and of the termbase if it is to follow."""
    new = " ".join(params.new_name.split())
    if not new:
        raise JsonRpcInvalidParams("the new name is empty")
    analysis = await server.analysis(params.text_document.uri)
    if analysis is None:
        return None
    pointed = await server.workers.now(pointed_at, analysis, params.position)
    if pointed is None or pointed.concept is None:
        raise JsonRpcInvalidParams("there is no known name here")
    changes = Changes(server.can)
    root = server.roots.of(analysis.snapshot.path)
    async for one, mentions in mentions_in_workspace(server, root, pointed.concept, articles=False):
        edits = [Edit(mention.span, in_shape_of(mention.text, new)) for mention in mentions]
        changes.add(one.snapshot, [edit for edit in edits if edit.text != edit.span.of(one.document.text)])
    if (await server.settings.of(analysis.snapshot.uri)).rename_termbase:
        _rename_in_termbase(server, root, changes, pointed.concept, new)
    return changes.workspace_edit()


def _rename_in_termbase(
    server: "CanonymServer", root: Root, changes: Changes, concept: Concept, new: str
) -> None:
    """Prefer the new form in the termbase; a termbase that cannot be edited stays as it is, and says so."""
    assert root.latest is not None
    held = TermbaseText(server, root.latest.project)
    try:
        text = authored.prefer(held.text, new, concept.terms[0].form, concept.kind)
    except TermbaseError as error:
        server.show(types.MessageType.Warning, f"the termbase does not follow: {error}")
        return
    if text == held.text:
        return
    annotation = Annotation("Termbase", f"Prefer {new} from now on")
    if held.snapshot is not None:
        changes.add(held.snapshot, [Edit(Span(0, len(held.text)), text)], annotation)
    elif not changes.create(uri_of(held.path), text, annotation):
        server.show(types.MessageType.Info, "the editor creates no files: the termbase does not follow")
