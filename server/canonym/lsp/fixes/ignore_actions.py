"""Actions that suppress a finding: here, in this file, or in the project."""

from collections.abc import Iterator

from lsprotocol import types

from canonym.checking.suppression.directive import DirectiveKind
from canonym.checking.suppression.write_directive import insertion
from canonym.lsp.fixes.action_kinds import IGNORE
from canonym.lsp.fixes.fix_request import Offer, quoted
from canonym.project.settings_file import OWN_FILE
from canonym.text.glob import literal


def ignore(offer: Offer) -> Iterator[types.CodeAction]:
    """Yield the actions that suppress the finding.

    A comment in the document suppresses it here or in this file. If the document cannot have a comment, an
    entry of the settings does.
    """
    finding = offer.finding
    if finding.rule == "unused-suppression":
        return
    comments = list(_comments(offer))
    yield from comments
    path = offer.analysis.snapshot.path
    if path is None:
        return
    here = literal(offer.project.name(path))
    if len(comments) < len(_PLACES):
        yield _entry(offer, f"Ignore {quoted(finding.text)} in this file", text=finding.text, path=here)
    if not comments:
        yield _entry(offer, f"Ignore {finding.rule} in this file", text="", path=here)
    yield _entry(offer, f"Ignore {quoted(finding.text)} in this project", text=finding.text)


_PLACES = ((DirectiveKind.IGNORE, "here"), (DirectiveKind.IGNORE_FILE, "in this file"))


def _comments(offer: Offer) -> Iterator[types.CodeAction]:
    finding = offer.finding
    for kind, where in _PLACES:
        edit = insertion(offer.analysis.document, finding.span, kind, [finding.rule])
        if edit is not None:
            yield offer.edit(IGNORE, f"Ignore {finding.rule} {where}", [edit])


def _entry(offer: Offer, title: str, **where: str) -> types.CodeAction:
    file = offer.project.file
    name = offer.project.name(file.path) if file else OWN_FILE
    told = {"rule": offer.finding.rule, "reason": "", "confirm": f"{title}? This is written to {name}."}
    return offer.command(IGNORE, title, "canonym.ignoreInProject", **where, **told)
