"""Offers to learn a termbase where there is none."""

from collections.abc import Awaitable, Callable

from lsprotocol import types

from canonym.lsp.background.corpus_files import corpus_files
from canonym.lsp.documents.uris import uri_of
from canonym.lsp.session.roots import Root
from canonym.lsp.session.session import Session
from canonym.text.printable import printable

_ENOUGH = 2
"""The least number of articles for an offer."""
_YES = "Learn"
_NO = "Not now"


class Offers:
    """Makes one offer in a session for each root.

    Args:
        session: The session.
        learn: Learns the termbase of a root, by its URI.
    """

    def __init__(self, session: Session, learn: Callable[[str], Awaitable[object]]) -> None:
        self._session = session
        self._learn = learn
        self._made: set[Root] = set()

    async def make(self, root: Root) -> None:
        """Offer to learn from the articles of a root, if it has some and no termbase."""
        session = self._session
        knowledge = await root.knowledge()
        if knowledge.has_termbase or root in self._made or not self._is_ours(root):
            return
        self._made.add(root)
        articles = len(await session.workers.later(corpus_files, knowledge.project, root.path))
        if articles < _ENOUGH or not (await session.settings.of(uri_of(root.path))).offer_learning:
            return
        if not session.can.asks:
            hint = "the command canonym.learn does so."
            session.show(types.MessageType.Info, f"{root.path.name} has no termbase yet; {hint}")
            return
        name = printable(root.path.name)
        question = f"Canonym: {name} has no termbase yet. Learn one from its {articles} articles?"
        if await session.editor.ask(question, (_YES, _NO)) == _YES:
            await self._learn(uri_of(root.path))

    def _is_ours(self, root: Root) -> bool:
        """Return whether a root belongs to a workspace folder. Other directories get no offer."""
        roots = self._session.roots
        # By identity: each root has one object.
        return any(roots.of_folder(folder) is root for folder in roots.folders)
