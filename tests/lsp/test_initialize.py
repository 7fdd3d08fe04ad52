"""What the server says to each editor when the session begins, whole."""

import json
from pathlib import Path

import pytest
from lsprotocol import types
from lsprotocol.converters import get_converter

from lsp.editor import editing

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
