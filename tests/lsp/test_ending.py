"""A server that is killed, told to end or left by its editor leaves no process and nothing half done."""

import os
import signal
import sys

import pytest

from cli.running import write
from lsp.wire import wired

TEXT = "On day {0} they met Caterina Ferrante in Lisbon. Then {0} friends of hers left for Porto.\n"
OLD = '{"canonym":1,"articles":0,"records":0}\n'
ENDINGS = ["leaves"] if sys.platform == "win32" else ["leaves", "SIGTERM", "SIGHUP", "SIGKILL"]


@pytest.fixture
def folder(tmp_path):
    many = "".join(map(TEXT.format, range(2000)))
    write(tmp_path, {f"articles/{number}.txt": f"{number} {many}" for number in range(12)})
    (tmp_path / "scratch").mkdir()
    return write(tmp_path, {"termbase.learned.jsonl": OLD, "canonym.toml": 'corpus = ["articles"]\n'})


def learning(wire, folder):
    """Let the server learn, and return when it has begun."""
    known = {"window": {"workDoneProgress": True}}
    params = {"capabilities": known, "rootUri": folder.as_uri(), "processId": os.getpid()}
    wire.ask({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params})
    wire.answer(1)
    wire.ask({"jsonrpc": "2.0", "method": "initialized", "params": {}})
    params = {"command": "canonym.learn", "arguments": [{"root": folder.as_uri()}]}
    wire.ask({"jsonrpc": "2.0", "id": 2, "method": "workspace/executeCommand", "params": params})
    while (message := wire.answer()).get("params", {}).get("value", {}).get("kind") != "report":
        if "id" in message and "method" in message:
            wire.ask({"jsonrpc": "2.0", "id": message["id"], "result": None})


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_is_left(ending, folder):
    environment = {**os.environ, "TMPDIR": str(folder / "scratch")}
    with wired(folder=folder, env=environment) as wire:
        learning(wire, folder)
        if ending != "leaves":
            os.kill(wire.process.pid, getattr(signal, ending))
            wire.process.wait(60)
        # All processes have the same standard error: it is at its end when all of them have ended.
        wire.ended()
    assert (folder / "termbase.learned.jsonl").read_text() == OLD
    assert list(folder.glob(".termbase*")) == []
    assert list((folder / "scratch").iterdir()) == []
