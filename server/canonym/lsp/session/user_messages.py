"""Shows each message to people once."""

from collections.abc import Callable, Iterable

from lsprotocol.types import MessageType

Say = Callable[[MessageType, str], None]


class Notices:
    """Shows messages about states, each once for as long as its state lasts.

    Args:
        say: Shows a message.
    """

    def __init__(self, say: Say) -> None:
        self._say = say
        self._holding: dict[str, frozenset[str]] = {}

    def hold(self, about: str, messages: Iterable[str], severity: MessageType = MessageType.Warning) -> None:
        """Show the new ``messages``. All earlier ones about the same subject are over."""
        before = self._holding.get(about, frozenset())
        now = frozenset(messages)
        self._holding[about] = now
        for message in sorted(now - before):
            self._say(severity, message)
