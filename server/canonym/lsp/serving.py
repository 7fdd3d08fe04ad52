"""Starts the server."""

import os
import sys
from collections.abc import Collection
from typing import BinaryIO

from canonym.lsp.frames import streams
from canonym.lsp.listening import Address, serve_tcp, serve_ws
from canonym.lsp.server import CanonymServer
from canonym.lsp.session.logs import start_logging
from canonym.project.files.standard_streams import writing
from canonym.project.termination_signals import on_endings


def serve(
    *, tcp: Address | None = None, ws: Address | None = None, allowed: Collection[str] = (), log_level: str
) -> bool:
    """Serve one editor until it leaves.

    Args:
        tcp: Host and port of a socket to serve on.
        ws: Host and port of a WebSocket to serve on.
        allowed: Origins of pages that may open the WebSocket, besides those of this machine.
        log_level: What to log.

    Returns:
        Whether the editor shut the session down properly.
    """
    start_logging(log_level)
    server = CanonymServer()
    on_endings(lambda number, _frame: _end(server, number))
    if tcp is not None:
        serve_tcp(server, tcp)
    elif ws is not None:
        serve_ws(server, ws, allowed)
    else:
        _serve_stdio(server)
    return server.was_shut_down


def _serve_stdio(server: CanonymServer) -> None:
    output = _taken_stdout()
    with writing("standard output"):
        os.write(output.fileno(), b"")  # fails at once if the editor cannot receive anything
    server.start_io(*streams(sys.stdin.buffer, output, ("standard input", "standard output")))


def _end(server: CanonymServer, number: int) -> None:
    """End on a signal. Helping processes end too, because their input is closed."""
    server.checks.pages.remove()
    os._exit(128 + number)


def _taken_stdout() -> BinaryIO:
    """Return standard output for the protocol only. From now on, prints go to standard error."""
    stream = sys.stdout.buffer
    sys.stdout = sys.stderr
    return stream
