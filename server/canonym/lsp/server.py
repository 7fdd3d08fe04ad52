"""The server: one session with one editor, and the objects that handle its requests."""

import logging
from collections.abc import Sequence
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException
from pygls.lsp.server import LanguageServer

from canonym import __version__
from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.commands import run_command
from canonym.lsp.commands.command_context import CommandContext
from canonym.lsp.documents.documents import Snapshot
from canonym.lsp.features import register_all
from canonym.lsp.json_rpc_errors import EXPECTED, json_rpc_error
from canonym.lsp.own_files.own_edits import OwnEdits
from canonym.lsp.own_files.own_files import OwnFiles
from canonym.lsp.protocol import Protocol
from canonym.lsp.pygls_editor import PyglsEditor
from canonym.lsp.session.logs import log_failure
from canonym.lsp.session.offer_to_learn import Offers
from canonym.lsp.session.roots import Root
from canonym.lsp.session.session import Session

log = logging.getLogger("canonym.lsp")


class CanonymServer(LanguageServer):
    """A language server for names in prose.

    Attributes:
        session: The state of the session.
        checks: Checks drafts.
        own_files: Handles our own files.
        commands: The objects that commands work with.
    """

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__("canonym", __version__, protocol_cls=Protocol)
        self.session = Session(PyglsEditor(self), self._loaded)
        self.own_files = OwnFiles(self.session.roots)
        self.checks = DraftChecks(self.session, self.own_files)
        self.commands = CommandContext(self.session, self.checks, OwnEdits(self.session))
        self._offers = Offers(self.session, self._learn)
        self.protocol.follower = self
        register_all(self, self.session, self.checks)

    @property
    def was_shut_down(self) -> bool:
        """Return whether the editor ended the session properly."""
        return self.protocol.is_shut_down

    def opened(self, snapshot: Snapshot) -> None:
        """Handle an opened document."""
        self.session.settings.forget(snapshot.uri)
        self.session.changes.note()
        self.changed(snapshot)

    def changed(self, snapshot: Snapshot) -> None:
        """Handle an edited document. Each object sees the edit once."""
        own = self.own_files.is_own(snapshot)
        self.checks.publisher.show(snapshot, own=own)
        if own and snapshot.path is not None:
            self.session.reload_soon(snapshot.path)

    def closed(self, snapshot: Snapshot) -> None:
        """Forget a closed document."""
        self.session.failures.clear(snapshot.uri)
        self.checks.forget(snapshot.uri)
        self.session.settings.forget(snapshot.uri)
        self.session.changes.note()
        if snapshot.path is not None and self.own_files.is_own(snapshot):
            self.session.reload_soon(snapshot.path)

    async def execute(self, command: str, arguments: Sequence[object]) -> object:
        """Run a command of the editor.

        Raises:
            JsonRpcException: It failed. The message is for the editor.
        """
        try:
            return await run_command(self.commands, command, arguments)
        except EXPECTED as error:
            raise json_rpc_error(error) from error

    def cancel_work(self, token: types.ProgressToken) -> None:
        """Stop the work of a progress bar."""
        self.session.work.cancel(token)

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ANN401  (as pygls has it)
        """Log the failure of a message. A request gets an error as its answer anyway."""
        if source is JsonRpcException:  # pygls hands over the class of the error, or a function
            self.protocol.refuse_unread(error)
        elif source is not FeatureRequestError:
            log_failure(log, getattr(source, "__name__", "a message"), error)

    def _loaded(self, root: Root) -> None:
        self.session.spawn(self._offers.make(root), "offering to learn")
        self.session.tell_status(root)
        self.checks.publisher.show_all()

    async def _learn(self, root: str) -> None:
        await run_command(self.commands, "canonym.learn", [{"root": root}])
