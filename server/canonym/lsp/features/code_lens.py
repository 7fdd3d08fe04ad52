"""``textDocument/codeLens``: the evidence for each entry of ``termbase.toml``, and drafts that break it."""

import re

from lsprotocol import types

from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.own_files.own_files import OwnFiles, OwnKind
from canonym.lsp.session.session import Session

METHOD = types.TEXT_DOCUMENT_CODE_LENS
_ENTRY = re.compile(r"^[ \t]*\[\[[ \t]*name[ \t]*\]\]", re.MULTILINE)


async def handle(
    session: Session, _checks: DraftChecks, params: types.CodeLensParams
) -> list[types.CodeLens] | None:
    """Return a lens over each entry. Its text is computed when it is shown."""
    snapshot = session.documents.get(params.text_document.uri)
    if snapshot is None or OwnFiles(session.roots).kind_of(snapshot.path) is not OwnKind.TERMBASE:
        return None
    lines = [snapshot.source.position(match.end()).line for match in _ENTRY.finditer(snapshot.source.text)]
    return [
        types.CodeLens(
            types.Range(types.Position(line, 0), types.Position(line, 0)),
            data={"uri": snapshot.uri, "line": line, "about": about},
        )
        for line in lines
        for about in ("attestations", "drafts")
    ]
