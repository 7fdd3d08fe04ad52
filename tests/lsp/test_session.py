"""What an edit costs: each room is passed once, whatever else is open. Calls are counted, not timed."""

import asyncio
import json
import sys
import threading
from collections import Counter
from contextlib import contextmanager

import pytest
import pytest_asyncio

from canonym.checking.engine import compare, examine
from canonym.checking.suppression.apply_suppressions import suppress
from canonym.lsp.checks.diagnostics import diagnostics_of
from canonym.lsp.checks.publishing import Publisher
from canonym.lsp.documents.documents import Documents
from canonym.lsp.own_files.own_files import OwnFiles
from canonym.lsp.pygls_editor import PyglsEditor
from canonym.lsp.server import CanonymServer
from canonym.lsp.session.session import Session
from lsp.editor import TIMEOUT

pytestmark = pytest.mark.asyncio

ROOMS = {
    Documents.change: "edit",
    OwnFiles.kind_of: "kind",
    Session.reload_soon: "reload",
    Publisher.show: "show",
    examine: "examine",
    compare: "compare",
    suppress: "suppress",
    diagnostics_of: "diagnostics",
    PyglsEditor.publish: "publish",
}
ONCE = "They met Kowalsky there.\n"
OFTEN = "They met Kowalski there. Later Kowalski left. Kowalski wept.\n"


class Wire:
    """A server with nobody at the other end: what it writes is kept, and may be waited for."""

    def __init__(self):
        self.server = CanonymServer()
        self.server.protocol.set_writer(self, include_headers=False)
        self.published = []
        self._news = asyncio.Event()

    def write(self, data):
        message = json.loads(data)
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published.append(message["params"])
        self._news.set()
        self._news = asyncio.Event()

    def close(self):
        pass

    def send(self, method, params, **number):
        message = {"jsonrpc": "2.0", "method": method, "params": params, **number}
        converter = self.server.protocol.structure_message
        self.server.protocol.handle_message(json.loads(json.dumps(message), object_hook=converter))

    def open(self, uri, text):
        document = {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}
        self.send("textDocument/didOpen", {"textDocument": document})

    def type(self, uri, version, text):
        start = {"line": 0, "character": 0}
        change = {"range": {"start": start, "end": start}, "text": text}
        document = {"uri": uri, "version": version}
        self.send("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})

    def shown(self, uri):
        """The diagnostics of a document, each time that they were published."""
        return [(one.get("version"), one["diagnostics"]) for one in self.published if one["uri"] == uri]

    async def until(self, is_so):
        while not is_so():
            await asyncio.wait_for(self._news.wait(), TIMEOUT)

    async def until_version(self, uri, version):
        await self.until(lambda: version in [one for one, _ in self.shown(uri)])


@contextmanager
def counted():
    """Count the calls of what the rooms do, on all threads that begin while it lasts."""
    codes = {function.__code__: name for function, name in ROOMS.items()}
    calls = Counter()

    def note(frame, event, _argument):
        if event == "call" and frame.f_code in codes:
            calls[codes[frame.f_code]] += 1

    threading.setprofile(note)
    sys.setprofile(note)
    try:
        yield calls
    finally:
        sys.setprofile(None)
        threading.setprofile(None)


@pytest_asyncio.fixture
async def wire(folder):
    wire = Wire()
    wire.send("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}}, id=1)
    yield wire
    wire.send("shutdown", None, id=2)


async def settled(wire, one, two):
    """Open two drafts whose names compete, and wait until the first was looked at again for the second."""
    wire.open(one, ONCE)
    await wire.until_version(one, 1)
    wire.open(two, OFTEN)
    await wire.until(lambda: wire.shown(two) and wire.shown(one)[-1][1])
    assert [found["code"] for found in wire.shown(one)[-1][1]] == ["inconsistent-name"]


async def test_an_edit_passes_each_room_once(folder, wire):
    one, two = ((folder / "drafts" / name).as_uri() for name in ("one.txt", "two.txt"))
    with counted() as calls:
        await settled(wire, one, two)
        calls.clear()
        wire.type(one, 2, "So ")
        await wire.until_version(one, 2)
    rooms = ("edit", "kind", "show", "examine", "compare", "suppress", "diagnostics", "publish")
    assert calls == dict.fromkeys(rooms, 1)


async def test_edits_that_come_together_are_checked_and_shown_once(folder, wire):
    one, two = ((folder / "drafts" / name).as_uri() for name in ("one.txt", "two.txt"))
    with counted() as calls:
        await settled(wire, one, two)
        calls.clear()
        for version in range(2, 6):
            wire.type(one, version, "a")
        await wire.until_version(one, 5)
    assert calls == {
        **dict.fromkeys(("edit", "kind", "show"), 4),
        **dict.fromkeys(("examine", "compare", "suppress", "diagnostics", "publish"), 1),
    }


async def test_a_new_name_has_the_other_drafts_alone_looked_at_again(folder, wire):
    one, two = ((folder / "drafts" / name).as_uri() for name in ("one.txt", "two.txt"))
    with counted() as calls:
        await settled(wire, one, two)
        seen = len(wire.shown(two))
        calls.clear()
        wire.type(one, 2, "Kowalsky came. ")
        await wire.until(lambda: len(wire.shown(two)) > seen)
    assert calls["show"] == calls["examine"] + 1 == 2
    assert len(wire.shown(two)) == seen + 1


async def test_an_edit_of_a_file_of_ours_checks_no_draft(folder, wire):
    termbase = (folder / "termbase.toml").as_uri()
    with counted() as calls:
        wire.open(termbase, "")
        await wire.until_version(termbase, 1)
        calls.clear()
        wire.type(termbase, 2, "# decided\n")
        await wire.until_version(termbase, 2)
    assert calls["edit"] == calls["show"] == calls["reload"] == calls["publish"] == 1
    assert not calls.keys() & {"examine", "compare", "suppress", "diagnostics"}
