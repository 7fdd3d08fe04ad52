"""Starts the server."""

import os
import sys
from typing import BinaryIO

from canonym.lsp.features import register_all
from canonym.lsp.logs import start_logging
from canonym.lsp.server import CanonymServer
from canonym.project.ending import on_endings


def serve(*, tcp: tuple[str, int] | None, ws: tuple[str, int] | None, log_level: str) -> bool:
    """Serve one editor until it leaves.

    Args:
        tcp: Host and port of a socket to serve on.
        ws: Host and port of a WebSocket to serve on.
        log_level: What to log.

    Returns:
        Whether the editor shut the session down as it should.
    """
    start_logging(log_level)
    server = CanonymServer()
    register_all(server)
    on_endings(lambda number, _frame: _end(server, number))
    if tcp is not None:
        server.start_tcp(*tcp)
    elif ws is not None:
        server.start_ws(*ws)
    else:
        server.start_io(stdout=_taken_stdout())
    return server.was_shut_down


def _end(server: CanonymServer, number: int) -> None:
    """End on a signal: processes that work for the server end with it, as their input is closed."""
    server.pages.remove()
    os._exit(128 + number)


def _taken_stdout() -> BinaryIO:
    """Standard output for the protocol alone: what anybody prints goes to standard error from now on."""
    stream = sys.stdout.buffer
    sys.stdout = sys.stderr
    return stream
