"""Whatever happens, the server lives, says it once, and goes on with the last good state."""

import asyncio
import json
import os
import sys

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from lsp.editor import editing

pytestmark = pytest.mark.asyncio

WRONG = "Then Katerina Wexley came.\n"


def send(editor, message):
    """Send a message as it is, right or wrong."""
    body = message if isinstance(message, bytes) else json.dumps(message).encode()
    editor.client.protocol.writer.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))


async def still_works(editor, count=1):
    uri = editor.open("still.txt", WRONG)
    assert len(await editor.found(uri)) == count


DEEP = b'{"canonym":' * 400 + b"3" + b"}" * 400
MALFORMED = [
    b"{",
    b"[]",
    b"3",
    b'{"jsonrpc": "2.0"}',
    {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": 3}},
    {"jsonrpc": "2.0", "method": "textDocument/didChange", "params": None},
    {"jsonrpc": "2.0", "method": "nothing/known", "params": {}},
    {"jsonrpc": "2.0", "method": "$/setTrace", "params": {"value": "loud"}},
    {"jsonrpc": "2.0", "id": 99999, "result": None},
    {"jsonrpc": "1.0", "id": 4, "method": "shutdown"},
    b"[" * 100_000,
    b'{"jsonrpc": "2.0", "method": "nothing/known", "params": %s}' % (b'{"a":' * 100_000),
    b'{"jsonrpc": "2.0", "method": "nothing/known", "params": {"a": %s}}' % (b"7" * 5000),
    b'{"jsonrpc": "2.0", "method": "workspace/didChangeConfiguration", "params": {"settings": %s}}' % DEEP,
    b"\0\0\0",
    "{}".encode("utf-16"),
    b'{"jsonrpc": "2.0", "method": "\\ud800", "params": {}}',
]


async def test_malformed_messages_harm_nobody(folder):
    async with editing("neovim", folder) as editor:
        for message in MALFORMED:
            send(editor, message)
            await still_works(editor)


async def test_a_malformed_request_is_answered(folder):
    async with editing("neovim", folder) as editor:
        answer = asyncio.get_running_loop().create_future()
        editor.client.protocol._request_futures["bad"] = answer
        bad = {"jsonrpc": "2.0", "id": "bad", "method": "textDocument/hover", "params": {"textDocument": 3}}
        send(editor, bad)
        with pytest.raises(JsonRpcException, match="malformed"):
            await asyncio.wait_for(answer, 30)
        with pytest.raises(JsonRpcException):
            await editor.request("nothing/known", {})
        await still_works(editor)


async def test_documents_that_are_not_open(folder):
    async with editing("neovim", folder) as editor:
        uri = editor.uri("never.txt")
        editor.edit(uri, types.TextDocumentContentChangeWholeDocument("x"))
        editor.close(uri)
        where = types.Position(0, 0)
        assert list((await editor.pull(uri)).items) == []
        for method in (
            types.TEXT_DOCUMENT_HOVER,
            types.TEXT_DOCUMENT_DEFINITION,
            types.TEXT_DOCUMENT_COMPLETION,
        ):
            assert await editor.ask(method, uri, where) is None
        assert await editor.actions(uri, types.Range(where, where)) == []
        await still_works(editor)


async def test_an_edit_out_of_range(folder):
    async with editing("neovim", folder) as editor:
        uri = editor.open("a.txt", "Then")
        far = types.Range(types.Position(7, 3), types.Position(2, 90))
        editor.edit(uri, types.TextDocumentContentChangePartial(far, " Katerina Wexley came"))
        assert [one.range.start.character for one in await editor.found(uri)] == [5]


@pytest.mark.parametrize("harm", ["gone", "cut", "invalid"])
async def test_the_last_good_termbase_stands_in(harm, folder):
    learned, decided = folder / "termbase.learned.jsonl", folder / "termbase.toml"
    async with editing("emacs", folder) as editor:
        uri = editor.open("a.txt", WRONG + "They rode to the Punjir Valley.\n")
        count = len(await editor.found(uri))
        assert count >= 1
        if harm == "gone":
            learned.unlink()
            decided.unlink()
        elif harm == "cut":
            learned.write_bytes(learned.read_bytes()[:-700])
        else:
            decided.write_text("[[name]]\nprefered = 1\n", "utf-8")
        await editor.until(lambda: editor.statuses and editor.statuses[-1].state == "stale")
        editor.replace(uri, WRONG + "They rode on to the Punjir Valley.\n")
        assert len(await editor.found(uri)) == count
        assert len(editor.client.messages) == (2 if harm == "gone" else 1)
        editor.open("termbase2.toml", "")
        assert (await editor.run("canonym.status"))["problems"]


async def test_it_is_said_once_and_then_mended(folder):
    decided = folder / "termbase.toml"
    good = decided.read_bytes()
    async with editing("vscode", folder) as editor:
        changed = types.DidChangeWatchedFilesParams(
            [types.FileEvent(decided.as_uri(), types.FileChangeType.Changed)]
        )
        await editor.until(lambda: editor.statuses)
        for _ in range(3):
            (folder / "new").write_text("[[name]]\nprefered = 1\n", "utf-8")
            (folder / "new").replace(decided)
            editor.client.workspace_did_change_watched_files(changed)
            await editor.run("canonym.status")
        await editor.until(lambda: editor.statuses[-1].state == "stale")
        assert len(editor.client.messages) == 1
        assert "termbase.toml:2" in editor.client.messages[0].message
        decided.write_bytes(good)
        editor.client.workspace_did_change_watched_files(changed)
        await editor.until(lambda: editor.statuses[-1].state == "ready")


async def test_what_is_wrong_in_a_file_that_is_open_is_not_said_beside_it(folder):
    async with editing("emacs", folder) as editor:
        await editor.until(lambda: editor.statuses)
        uri = editor.open("termbase.toml", "[[name]]\npref\n", "toml")
        await editor.until(lambda: editor.statuses[-1].state == "stale")
        assert len(await editor.found(uri)) == 1
        assert editor.client.messages == []


async def test_a_project_that_cannot_be_read_from_the_start(folder):
    (folder / "canonym.toml").write_text("corpus = 3\n", "utf-8")
    (folder / "termbase.learned.jsonl").write_text("{", "utf-8")
    async with editing("vscode", folder) as editor:
        assert len(await editor.found(editor.open("a.txt", WRONG))) == 1
        said = " ".join(one.message for one in editor.client.messages)
        assert "canonym.toml:1" in said
        assert "termbase.learned.jsonl:1" in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs there")
@pytest.mark.parametrize("name", ["termbase.toml", "termbase.learned.jsonl", "canonym.toml"])
async def test_nobody_waits_for_a_file_of_ours_that_is_a_fifo(name, folder):
    (folder / name).unlink()
    os.mkfifo(folder / name)
    async with editing("neovim", folder) as editor:
        editor.open("a.txt", WRONG)
        await editor.until(lambda: any("no regular file" in str(one.problems) for one in editor.statuses))
        await editor.run("canonym.status")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the files of a running process")
async def test_a_disk_that_is_full(folder):
    import resource

    async with editing("vscode", folder) as editor:
        uri = editor.open("a.txt", WRONG)
        assert len(await editor.found(uri)) == 1
        before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        resource.prlimit(editor.client._server.pid, resource.RLIMIT_FSIZE, (16, 16))
        with pytest.raises(JsonRpcException, match="File too large"):
            await editor.run("canonym.addName", uri=uri, form="Selvin Orme")
        with pytest.raises(JsonRpcException, match="File too large"):
            await editor.run("canonym.learn")
        editor.replace(uri, WRONG + WRONG)
        assert len(await editor.found(uri)) == 2
        assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


async def test_the_text_of_an_article_is_not_logged(folder):
    secret = "Zyxxpor the Unprintable"
    for level, logged in (("info", False), ("debug", True)):
        arguments = [sys.executable, "-m", "canonym", "server", "--log-level", level]
        process = await asyncio.create_subprocess_exec(
            *arguments,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        messages = [
            {
                "id": 1,
                "method": "initialize",
                "params": {"processId": None, "rootUri": None, "capabilities": {}},
            },
            {"method": "initialized", "params": {}},
            {
                "method": "textDocument/didOpen",
                "params": {
                    "textDocument": {
                        "uri": folder.as_uri() + "/a.txt",
                        "languageId": "plaintext",
                        "version": 1,
                        "text": secret,
                    }
                },
            },
            {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": 3, "text": secret}}},
            {"id": 2, "method": "textDocument/hover", "params": {"textDocument": secret}},
            {"id": 3, "method": "shutdown"},
            {"method": "exit"},
        ]
        stream = b""
        for message in messages:
            body = json.dumps({"jsonrpc": "2.0", **message}).encode()
            stream += b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
        out, err = await asyncio.wait_for(process.communicate(stream), 30)
        assert process.returncode == 0
        assert (secret.encode() in err) == logged, err.decode()
        assert (secret.encode() in out) == logged


async def test_an_editor_that_just_leaves_ends_the_server():
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "canonym",
        "server",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    process.stdin.close()
    assert await asyncio.wait_for(process.wait(), 30) == 1


@pytest.mark.parametrize("answer", [[], {"enable": False}, "no", [[3]], [{"rules": 3}]])
async def test_settings_that_make_no_sense_are_those_of_the_project(answer, folder):
    async with editing("vscode", folder) as editor:
        features = editor.client.protocol.fm.features
        features.pop(types.WORKSPACE_CONFIGURATION, None)
        editor.client.feature(types.WORKSPACE_CONFIGURATION)(lambda _params: answer)
        await still_works(editor)


@pytest.mark.parametrize("deep", [DEEP, b"[" * 400 + b"]" * 400, b"7" * 4000, b'"\\ud800"'])
async def test_an_argument_nested_deep_is_refused_or_passed_over(deep, folder):
    async with editing("vscode", folder) as editor:
        answers = []
        for name in ("canonym.status", "canonym.addName", "canonym.names", "canonym.learn", "nothing.known"):
            answer = asyncio.get_running_loop().create_future()
            editor.client.protocol._request_futures[name] = answer
            params = b'{"command": "%s", "arguments": [%s]}' % (name.encode(), deep)
            head = b'{"jsonrpc": "2.0", "id": "%s", "method": "workspace/executeCommand"' % name.encode()
            send(editor, head + b', "params": ' + params + b"}")
            answers.append(answer)
        done = await asyncio.wait_for(asyncio.gather(*answers, return_exceptions=True), 30)
        assert [isinstance(one, JsonRpcException) for one in done][1:2] == [True]
        await still_works(editor)


@pytest.mark.parametrize(
    "options", [DEEP, b"[" * 900 + b"]" * 900, b"7" * 5000, b'{"canonym": {"rules": ["\\ud800"]}}']
)
async def test_options_nested_deep_start_a_session(options, folder):
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "canonym", "server"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    params = (
        b'{"processId": null, "rootUri": null, "capabilities": {}, "initializationOptions": %s}' % options
    )
    plain = {"processId": None, "rootUri": None, "capabilities": {}}
    messages = (
        b'{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": %s}' % params,
        json.dumps({"jsonrpc": "2.0", "id": 2, "method": "initialize", "params": plain}).encode(),
        b'{"jsonrpc": "2.0", "id": 3, "method": "shutdown"}',
        b'{"jsonrpc": "2.0", "method": "exit"}',
    )
    stream = b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(one), one) for one in messages)
    out, err = await asyncio.wait_for(process.communicate(stream), 30)
    assert process.returncode == 0, err.decode()
    assert b'"capabilities"' in out
