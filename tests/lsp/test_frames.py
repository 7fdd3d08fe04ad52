"""Messages with headers that are wrong, huge or endless: told, passed over, and bounded in memory."""

import io
import subprocess
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.lsp import frames
from canonym.lsp.frames import streams
from lsp.wire import INITIALIZE, framed, wired

GOOD = b"Content-Length: 2\r\n\r\n{}"


def messages(data):
    """What pygls reads of ``data``: it asks for a header line by line, then for the message."""
    reader, _ = streams(io.BytesIO(data), io.BytesIO())
    found = []
    while header := reader.readline():
        assert reader.readline() == b"\r\n"
        found.append(reader.read(int(header.removeprefix(b"Content-Length: "))))
    return found


@pytest.mark.parametrize(
    "header",
    [
        b"Content-Length: 2\r\n",
        b"content-length:2\r\n",
        b"CONTENT-LENGTH:   2  \n",
        b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n",
        b"Content-Length: 2\r\nContent-Type: x\r\n",
        b"Content-Length: 0002\r\n",
    ],
)
def test_headers_as_clients_write_them(header):
    assert messages((header + b"\r\n{}") * 3) == [b"{}"] * 3


@pytest.mark.parametrize(
    "wrong",
    [
        b"Content-Length: -5\r\n\r\n{'a':1}",
        b"Content-Length: two\r\n\r\n{'a':1}",
        b"Content-Length: \r\n\r\n{'a':1}",
        b"Content-Length: 0x10\r\n\r\n{'a':\n1}",
        b"Content-Length: 0\r\n\r\n",
        b"Content-Length: 1.5\r\n\r\n\r\n\r\n",
        b"Content-Length: 99999999999\r\n\r\n{}",
        b"Content-Length: 99999999999\r\n\r\n",
        b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n{}",
        b"Content-Type: x\r\n\r\n{'a':1}",
        b"\r\n\r\n\r\n",
        b"X: " + b"y" * 50_000 + b"\r\n",
        b"y" * 50_000,
        b"Content-Length: 200000000\r\n\r\n" + b"x" * 200_000_000,
    ],
    ids=lambda data: ascii(data[:40]),
)
def test_the_next_message_is_read_whatever_was_before(wrong):
    assert messages(wrong + GOOD + wrong + GOOD) == [b"{}", b"{}"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (b"", 0),
        (b"\r\n\r\n\r\n", 0),
        (b"Content-Type: x\r\n\r\n", 1),
        (b"Content-Type: x\r\n\r\n{'a':1}\n\n{'b':1}\n\n", 1),
        (b"Content-Length: two\r\n\r\n", 1),
    ],
)
def test_a_header_that_says_no_length_is_reported_once_for_each_message(wrong, told, caplog):
    assert messages(wrong + GOOD + wrong + GOOD) == [b"{}", b"{}"]
    assert caplog.text.count("a header that says no length of its message was passed over") == 2 * told


@pytest.mark.parametrize(
    "last",
    [
        b"Content-Length: 99999999999\r\n\r\n" + b"x" * (2 << 20),
        b"X" * (2 << 20),
        b"X: y\r\n" * (1 << 18),
        b"POST /x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{}",
        b"OPTIONS * HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}",
    ],
    ids=lambda data: ascii(data[:40]),
)
def test_nothing_more_is_read_where_nobody_knows_where_the_next_message_is(last, caplog):
    assert messages(GOOD + last + GOOD) == [b"{}"]
    assert "nothing is read any more" in caplog.text


@given(st.binary(max_size=300))
def test_no_bytes_are_more_than_can_be_read(data):
    assert all(len(message) <= frames.LARGEST for message in messages(data))


@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory are set otherwise there")
@pytest.mark.parametrize(
    "data",
    [b"Content-Length: 99999999999\r\n\r\n" + b"X" * (8 << 20), b"X" * (8 << 20)],
    ids=["length", "header"],
)
def test_the_server_ends_with_a_word_and_in_little_memory(data):
    import resource

    def limited():
        resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))

    with wired(preexec_fn=limited) as wire:
        wire.ask(INITIALIZE)
        assert "capabilities" in wire.answer(1)["result"]
        with suppress(BrokenPipeError):  # it may end before it was told all
            wire.send(data)
        assert wire.process.wait(60) == 1
        assert "1,048,576 bytes without a message" in wire.process.stderr.read().decode()


@pytest.mark.parametrize(
    "wrong",
    [
        b"Content-Length: -1\r\n\r\n",
        b"Content-Length: x\r\n\r\n{}",
        b"Content-Length: 99999999999\r\n\r\n",
        b"\r\n\r\n",
    ],
)
def test_the_server_goes_on(wrong):
    with wired() as wire:
        wire.send(wrong)
        wire.ask(INITIALIZE)
        assert "capabilities" in wire.answer(1)["result"]
        wire.ask({"jsonrpc": "2.0", "id": 2, "method": "shutdown"})
        assert wire.answer(2)["result"] is None
        wire.ask({"jsonrpc": "2.0", "method": "exit"})
        assert wire.process.wait(60) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="shells close streams in another way there")
@pytest.mark.parametrize(
    ("redirection", "said"),
    [
        ("<&-", "standard input: cannot be read"),
        (">&-", "standard output: cannot be written"),
        ("> /dev/full", "standard output: cannot be written"),
    ],
)
def test_streams_that_cannot_be_used_are_told(redirection, said):
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m canonym server {redirection}', sys.executable],
        input=framed(INITIALIZE) * 2,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert said in done.stderr.decode()
