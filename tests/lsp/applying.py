"""Applies edits as an editor does."""

from lsprotocol import types

from canonym.lsp.documents.positions import Encoding, SourceText


def applied(edit: types.WorkspaceEdit, uri: str, text: str, encoding: str) -> str:
    """The text of a document after an edit; all ranges mean the text as it was."""
    source = SourceText(text, Encoding(encoding))
    edits = sorted(edits_of(edit, uri), key=lambda one: one.range.start, reverse=True)
    for one in edits:
        span = source.span(one.range)
        text = text[: span.start] + one.new_text + text[span.end :]
    return text


def edits_of(edit: types.WorkspaceEdit, uri: str) -> list[types.TextEdit]:
    if edit.changes is not None:
        return list(edit.changes.get(uri, ()))
    changes = [one for one in edit.document_changes or () if isinstance(one, types.TextDocumentEdit)]
    return [inner for one in changes if one.text_document.uri == uri for inner in one.edits]
