"""The common input of all quick fixes."""

from collections.abc import Sequence
from dataclasses import dataclass

from lsprotocol import types

from canonym.checking.finding import Edit, Finding
from canonym.lsp.checks.analysis import Analysis
from canonym.lsp.checks.diagnostics import Link, diagnostic_of
from canonym.lsp.edits import edit_of_document
from canonym.lsp.session.client_capabilities import Client
from canonym.project.project import Project


@dataclass(frozen=True)
class Offer:
    """A finding to fix, with its context.

    Attributes:
        can: The abilities of the editor.
        link: Returns the URI of the documentation of a rule.
        analysis: The analysis of its document.
        finding: The finding.
    """

    can: Client
    link: Link
    analysis: Analysis
    finding: Finding

    @property
    def project(self) -> Project:
        """The project of the document."""
        return self.analysis.basis.knowledge.project

    def edit(
        self, kind: str, title: str, edits: Sequence[Edit], *, preferred: bool = False
    ) -> types.CodeAction:
        """Return the action that applies ``edits`` to the document."""
        edit = edit_of_document(self.analysis.snapshot, edits, self.can)
        return self.action(kind, title, edit=edit, preferred=preferred)

    def disabled(self, kind: str, title: str, reason: str) -> types.CodeAction:
        """Return an action that cannot be chosen, with the reason."""
        action = self.action(kind, title)
        action.disabled = types.CodeActionDisabled(reason)
        return action

    def command(self, kind: str, title: str, command: str, **arguments: object) -> types.CodeAction:
        """Return the action that runs one of our commands. The command also gets the document."""
        told = {"uri": self.analysis.snapshot.uri, **arguments}
        run = types.Command(title=title, command=command, arguments=[told])
        return self.action(kind, title, command=run)

    def action(
        self,
        kind: str,
        title: str,
        *,
        edit: types.WorkspaceEdit | None = None,
        command: types.Command | None = None,
        data: dict[str, object] | None = None,
        preferred: bool = False,
    ) -> types.CodeAction:
        """Return a quick fix of the finding."""
        shown = diagnostic_of(self.finding, self.analysis, self.can, self.link)
        return types.CodeAction(
            title=title,
            kind=kind,
            diagnostics=[shown],
            is_preferred=True if preferred and self.can.prefers else None,
            edit=edit,
            command=command,
            data=data,
        )


def quoted(text: str) -> str:
    """Return ``text`` for a title: on one line, not too long."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= 40 else line[:39] + '…'}”"
