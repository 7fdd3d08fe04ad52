"""Serves one editor on a socket or a WebSocket, but no web page, and other machines only on request.

A page in a browser may open WebSockets to any address, also to this machine, so its origin is checked. It may
send HTTP to any port; ``Frames`` recognises that. It may resolve its own name to this machine (DNS
rebinding), so the requested host must also be this machine.
"""

import asyncio
import logging
import socket
import threading
from collections.abc import Collection
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from canonym.lsp.frames import LARGEST, streams

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer
    from websockets.asyncio.server import ServerConnection
    from websockets.http11 import Request, Response

log = logging.getLogger("canonym.lsp")

_TOO_LARGE = 1009
"""The code that closes a WebSocket after too large a message (RFC 6455, section 7.4.1)."""

Address = tuple[str, int]
"""Host and port."""


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine, unreachable from others."""
    name = host.strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def may_connect(origin: str | None, host: str | None, listens: str, allowed: Collection[str]) -> bool:
    """Return whether a WebSocket may be opened.

    Args:
        origin: The page that asks, from its browser; None for programs that are not browsers.
        host: The requested host.
        listens: The host of the server.
        allowed: Origins that the command line allows.
    """
    if is_loopback(listens) and not is_loopback(_host_of(f"//{host or ''}")):
        return False
    if origin is None or origin in allowed:
        return True
    scheme = origin.partition(":")[0]
    return scheme in ("http", "https") and is_loopback(_host_of(origin))


def serve_tcp(server: "LanguageServer", address: Address) -> None:
    """Wait for one editor on a socket, and serve it."""
    host, port = address
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server(address, family=family) as listening:
        log.info("waiting on %s:%s", host, port)
        connection, _ = listening.accept()
    with connection:
        server.start_io(*streams(connection.makefile("rb"), connection.makefile("wb")))


def serve_ws(server: "LanguageServer", address: Address, allowed: Collection[str]) -> None:
    """Wait for one editor on a WebSocket, and serve it."""
    try:
        asyncio.run(_serve_ws(server, address, allowed))
    except (KeyboardInterrupt, SystemExit):  # SystemExit is how pygls ends a session
        pass
    finally:
        server.shutdown()  # type: ignore[no-untyped-call]


async def _serve_ws(server: "LanguageServer", address: Address, allowed: Collection[str]) -> None:
    from pygls.io_ import run_websocket
    from websockets.asyncio.server import serve

    host, port = address
    served, ended = False, asyncio.Event()

    async def connected(connection: "ServerConnection") -> None:
        nonlocal served
        if served:
            log.error("another editor was refused: one is served already")
            return
        served = True
        await run_websocket(connection, threading.Event(), server.protocol, log, server.report_server_error)
        await _tell_why(connection)
        ended.set()

    def judged(connection: "ServerConnection", request: "Request") -> "Response | None":
        origin, called = request.headers.get("Origin"), request.headers.get("Host")
        if may_connect(origin, called, host, allowed):
            return None
        log.error("a connection from origin %r to host %r was refused", origin, called)
        return connection.respond(403, "Only editors and pages of this machine may connect.\n")

    async with serve(connected, host, port, process_request=judged, max_size=LARGEST):
        log.info("waiting on %s:%s", host, port)
        await ended.wait()


async def _tell_why(connection: "ServerConnection") -> None:
    """Log that a WebSocket was closed because of too large a message. pygls does not report it."""
    from websockets.exceptions import ConnectionClosed

    try:
        await connection.recv()
    except ConnectionClosed as closed:
        if closed.sent is not None and closed.sent.code == _TOO_LARGE:
            log.error("a message of more than %s bytes: nothing is read any more", f"{LARGEST:,}")


def _host_of(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
