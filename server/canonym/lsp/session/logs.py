"""The log of the server: on stderr and in the editor. It holds text of articles only on request."""

import logging
from collections.abc import Callable
from typing import Any

from lsprotocol.types import MessageType

from canonym.text.internal_errors import describe_mistake
from canonym.text.printable import printable

LEVELS = {
    "error": logging.ERROR,
    "warning": logging.WARNING,
    "info": logging.INFO,
    "debug": logging.DEBUG,
}
"""The values of ``--log-level``."""

_TYPES = {
    logging.DEBUG: MessageType.Log,
    logging.INFO: MessageType.Info,
    logging.WARNING: MessageType.Warning,
    logging.ERROR: MessageType.Error,
}


def start_logging(level: str) -> None:
    """Log to stderr.

    The logs of the protocol libraries hold whole messages, and so the text of articles. They appear only at
    ``debug``.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(_Lines("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=LEVELS[level], handlers=[handler], force=True)
    if level != "debug":
        for name in ("pygls", "asyncio", "cattrs"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


class _Lines(logging.Formatter):
    """Writes a record on one line, and the trace of an error on its own lines, safe to print."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  (as logging has it)
        return printable(super().formatMessage(record))

    def formatException(self, ei: Any) -> str:  # noqa: ANN401, N802  (as logging has it)
        return "\n".join(map(printable, super().formatException(ei).split("\n")))


class EditorLog(logging.Handler):
    """Sends what we log to the editor.

    Args:
        send: Sends a line.
    """

    def __init__(self, send: Callable[[MessageType, str], None]) -> None:
        super().__init__()
        self._send = send
        self._sending = False

    def emit(self, record: logging.LogRecord) -> None:
        """Send one record without the trace of an error, which only stderr gets."""
        if self._sending:  # a failure to send must not be sent
            return
        self._sending = True
        try:
            self._send(_TYPES.get(record.levelno, MessageType.Log), printable(record.getMessage()))
        finally:
            self._sending = False


def log_failure(log: logging.Logger, what: str, error: BaseException) -> None:
    """Log that ``what`` failed. The error's own message may quote an article, so it is only for ``debug``."""
    log.error("%s failed: %s", what, describe_mistake(error, words=False))
    log.debug("%s", what, exc_info=error)
