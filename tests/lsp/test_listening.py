"""Sockets: one editor of this machine, and no page of the web."""

import socket
import threading
from contextlib import suppress

import pytest

from canonym.lsp.listening import is_loopback, may_connect
from cli.running import canonym
from lsp.wire import INITIALIZE, framed, wired

HERE = ["127.0.0.1", "127.8.9.1", "localhost", "LOCALHOST.", "app.localhost", "::1", "[::1]"]
ELSEWHERE = [
    "0.0.0.0",
    "::",
    "",
    "192.168.0.1",
    "example.org",
    "localhost.example.org",
    "127.0.0.1.nip.io",
    "1",
]


@pytest.mark.parametrize("host", HERE)
def test_this_machine(host):
    assert is_loopback(host)


@pytest.mark.parametrize("host", ELSEWHERE)
def test_other_machines(host):
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("origin", "host", "may"),
    [
        (None, "127.0.0.1:4389", True),
        ("http://localhost:3000", "localhost:4389", True),
        ("https://127.0.0.1", "127.0.0.1:4389", True),
        ("http://[::1]:8080", "[::1]:4389", True),
        ("vscode-webview://allowed", "127.0.0.1:4389", True),
        ("vscode-webview://other", "127.0.0.1:4389", False),
        ("null", "127.0.0.1:4389", False),
        ("", "127.0.0.1:4389", False),
        ("file://", "127.0.0.1:4389", False),
        ("https://example.org", "127.0.0.1:4389", False),
        ("http://localhost.example.org", "127.0.0.1:4389", False),
        ("http://localhost@example.org", "127.0.0.1:4389", False),
        ("http://[", "127.0.0.1:4389", False),
        (None, "example.org:4389", False),  # its name was bound again to this machine
        ("http://localhost", "example.org", False),
        (None, None, False),
    ],
)
def test_who_may_open_a_websocket(origin, host, may):
    assert may_connect(origin, host, "127.0.0.1", ["vscode-webview://allowed"]) is may


def test_who_listens_for_others_is_called_by_any_name():
    assert may_connect(None, "desk.example.org:4389", "0.0.0.0", [])
    assert not may_connect("https://example.org", "desk.example.org:4389", "0.0.0.0", [])


@pytest.mark.parametrize("way", ["--tcp", "--ws"])
@pytest.mark.parametrize("address", ["0.0.0.0:0", "[::]:0", "example.org:4389"])
def test_other_machines_are_let_in_only_on_request(way, address, tmp_path):
    code, out, err = canonym("server", way, address, cwd=tmp_path)
    assert (code, out) == (2, "")
    assert "can be reached from other machines" in err
    assert "--allow-remote" in err


@pytest.mark.parametrize("option", [["--allow-remote"], ["--allow-origin", "x"]])
def test_options_of_sockets_belong_to_sockets(option, tmp_path):
    assert canonym("server", *option, cwd=tmp_path).code == 2


def free_port(host="127.0.0.1"):
    with socket.create_server((host, 0)) as free:
        return free.getsockname()[1]


def connected(port):
    """Connect as soon as somebody listens."""
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), 60)
        except ConnectionRefusedError:
            threading.Event().wait(0.01)


def test_a_browser_is_no_editor():
    """A page may send HTTP to any port; its body would be a message as an editor sends it."""
    port = free_port()
    with wired("--tcp", f"127.0.0.1:{port}") as wire, connected(port) as browser:
        body = framed(INITIALIZE).split(b"\r\n\r\n")[1]
        head = b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\n"
        browser.sendall(head + b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        assert browser.recv(1000) == b""
        assert wire.process.wait(60) == 1


def test_a_remote_one_listens_if_asked_to():
    port = free_port()
    with wired("--tcp", f"0.0.0.0:{port}", "--allow-remote"), connected(port) as editor:
        editor.sendall(framed(INITIALIZE))
        assert editor.recv(15) == b"Content-Length:"


@pytest.fixture
def websocket():
    pytest.importorskip("websockets")
    from websockets.sync.client import connect

    port = free_port()

    def opened(**options):
        connected(port).close()
        return connect(f"ws://127.0.0.1:{port}", max_size=None, **options)

    with wired("--ws", f"127.0.0.1:{port}", "--allow-origin", "vscode-webview://mine") as wire:
        yield opened, wire


@pytest.mark.parametrize("origin", [None, "http://localhost:8000", "vscode-webview://mine"])
def test_a_websocket_of_this_machine(origin, websocket):
    import json

    opened, wire = websocket
    with opened(origin=origin) as editor:
        editor.send(json.dumps(INITIALIZE))
        assert "capabilities" in json.loads(editor.recv())["result"]
        editor.send(json.dumps({"jsonrpc": "2.0", "id": 2, "method": "shutdown"}))
        while json.loads(editor.recv()).get("id") != 2:
            pass
        editor.send(json.dumps({"jsonrpc": "2.0", "method": "exit"}))
        assert wire.process.wait(60) == 0


@pytest.mark.parametrize("origin", ["https://example.org", "null", "vscode-webview://other"])
def test_a_websocket_of_a_page_is_refused(origin, websocket):
    from websockets.exceptions import InvalidStatus

    opened, _ = websocket
    with pytest.raises(InvalidStatus, match="403"):
        opened(origin=origin)
    with opened() as editor:
        assert editor.ping().wait(60)


def test_a_message_without_end_ends_the_session_with_a_word(websocket):
    from websockets.exceptions import ConnectionClosed

    opened, wire = websocket
    with opened(compression=None) as editor:
        # Whether this end learns of it while it still sends, is the matter of its own library.
        with suppress(ConnectionClosed):
            editor.send(iter(["x" * (1 << 20)] * 400))
        assert wire.process.wait(60) == 1
    assert "a message of more than 134,217,728 bytes" in wire.ended()[1]
