"""Silence a finding: here, in this file, in the project."""

from collections.abc import Iterator

from lsprotocol import types

from canonym.checking.directives import DirectiveKind
from canonym.checking.silencing import insertion
from canonym.lsp.fixes.offer import Offer, quoted


def ignore(offer: Offer) -> Iterator[types.CodeAction]:
    """Yield the actions that silence the finding; a comment where the format of the document has some."""
    finding = offer.finding
    if finding.rule == "unused-suppression":
        return
    for kind, where in ((DirectiveKind.IGNORE, "here"), (DirectiveKind.IGNORE_FILE, "in this file")):
        edit = insertion(offer.analysis.document, finding.span, kind, [finding.rule])
        if edit is not None:
            yield offer.edit(f"Ignore {finding.rule} {where}", [edit])
    if offer.analysis.snapshot.path is not None:
        title = f"Ignore {quoted(finding.text)} in this project"
        yield offer.command(title, "canonym.ignoreInProject", text=finding.text, rule=finding.rule, reason="")
