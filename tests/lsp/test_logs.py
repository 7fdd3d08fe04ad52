"""What the server logs and shows: a record is one line, and nothing in it is to be obeyed."""

import subprocess
import sys

import pytest

from lsp.editor import editing

CODE = """\
import logging
from canonym.lsp.session.logs import start_logging
start_logging("debug")
log = logging.getLogger("canonym.lsp")
log.warning("learning: %s", "a\\n::error::x\\x1b[2J\\u202e ##vso[task.complete].txt")
try:
    raise ValueError("b\\n::error::y\\x1b")
except ValueError:
    log.exception("failed")
"""


def test_a_record_is_a_line_and_a_trace_has_lines_of_its_own():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    first, *rest = done.stderr.splitlines()
    assert first.endswith(
        r"WARNING canonym.lsp: learning: a\n::error::x\x1b[2J\u202e #\x23vso[task.complete].txt"
    )
    assert rest[0].endswith("ERROR canonym.lsp: failed")
    assert [line for line in rest if line.startswith("::") or "\x1b" in line] == []


@pytest.mark.asyncio
@pytest.mark.skipif(sys.platform == "win32", reason="no such names of files there")
async def test_a_message_to_people_is_one_line(tmp_path):
    name = "a\n::error::x\x1b.toml"
    (tmp_path / "canonym.toml").write_text('termbase = ["a\\n::error::x\\u001b.toml"]\n', "utf-8")
    (tmp_path / name).write_text("[[nome]]\n", "utf-8")
    async with editing("vscode", tmp_path) as editor:
        await editor.until(lambda: editor.client.messages)
        shown = editor.client.messages[0].message
        assert r"a\n::error::x\x1b.toml:1" in shown
        assert shown.isprintable()
