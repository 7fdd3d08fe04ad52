"""Offers to learn a termbase where there is none."""

from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.lsp.documents.uris import uri_of
from canonym.lsp.session.roots import Root
from canonym.text.printable import printable

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

_ENOUGH = 2
"""Articles from which there is something to learn."""
_YES = "Learn"
_NO = "Not now"


class Offers:
    """Offers once in a session for each root.

    Args:
        server: The session.
    """

    def __init__(self, server: "CanonymServer") -> None:
        self._server = server
        self._made: set[Root] = set()

    async def make(self, root: Root) -> None:
        """Offer to learn from the articles of a root, if it has some and no termbase."""
        server = self._server
        knowledge = await root.knowledge()
        if knowledge.has_termbase or root in self._made or not self._is_ours(root):
            return
        self._made.add(root)
        articles = len(await server.articles_of(root))
        if articles < _ENOUGH or not (await server.settings.of(uri_of(root.path))).offer_learning:
            return
        name = printable(root.path.name)
        message = f"Canonym: {name} has no termbase yet. Learn one from its {articles} articles?"
        if not server.can.asks:
            hint = "the command canonym.learn does so."
            server.show(types.MessageType.Info, f"{root.path.name} has no termbase yet; {hint}")
            return
        actions = [types.MessageActionItem(_YES), types.MessageActionItem(_NO)]
        params = types.ShowMessageRequestParams(type=types.MessageType.Info, message=message, actions=actions)
        answer = await server.window_show_message_request_async(params)
        if answer is not None and answer.title == _YES:
            await server.execute("canonym.learn", [{"root": uri_of(root.path)}])

    def _is_ours(self, root: Root) -> bool:
        """Tell whether a root is that of a folder; nobody wants to be asked about every directory."""
        return any(self._server.roots.of_folder(folder) is root for folder in self._server.roots.folders)
