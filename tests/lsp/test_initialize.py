"""What the server says to each editor when the session begins, whole."""

import asyncio
import json
import socket
from pathlib import Path

import pytest
from lsprotocol import types
from lsprotocol.converters import get_converter
from pytest_lsp.client import make_test_lsp_client

from lsp.editor import COMMAND, TIMEOUT, editing

pytestmark = pytest.mark.asyncio

ANSWERS = Path(__file__).parent / "answers"


@pytest.mark.parametrize("name", ["vscode", "neovim", "emacs"])
async def test_the_answer_is_pinned(name, tmp_path):
    async with editing(name, tmp_path) as editor:
        told = get_converter().unstructure(editor.answer, types.InitializeResult)
    del told["serverInfo"]["version"]
    pinned = ANSWERS / f"{name}.json"
    assert told == json.loads(pinned.read_text("utf-8"))


async def test_only_what_the_editor_can_register_is_registered(tmp_path):
    async with editing("vscode", tmp_path) as editor:
        await editor.until(lambda: len(editor.registered) == 2)
        methods = {one.method for one in editor.registered}
        assert methods == {"workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration"}
    async with editing("neovim", tmp_path) as editor:
        await editor.until(lambda: editor.statuses)
        assert editor.registered == []


async def test_one_editor_is_served_on_a_socket(folder):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    arguments = (*COMMAND, "--tcp", f"127.0.0.1:{port}", "--log-level", "error")
    process = await asyncio.create_subprocess_exec(*arguments)
    try:
        client = make_test_lsp_client()
        await _connected(client, port)
        params = types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=folder.as_uri())
        answer = await asyncio.wait_for(client.initialize_session(params), TIMEOUT)
        assert answer.server_info.name == "canonym"
        await asyncio.wait_for(client.shutdown_async(None), TIMEOUT)
        client.exit(None)
        assert await asyncio.wait_for(process.wait(), TIMEOUT) == 0
    finally:
        if process.returncode is None:
            process.kill()
        await client.stop()


async def _connected(client, port):
    """Connect as soon as somebody listens."""
    deadline = asyncio.get_running_loop().time() + TIMEOUT
    while True:
        try:
            await client.start_tcp("127.0.0.1", port)
        except ConnectionRefusedError:
            assert asyncio.get_running_loop().time() < deadline
        else:
            return
