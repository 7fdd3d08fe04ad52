"""A message that is wrong is its sender's mistake: answered as such, told in plain words, and no more."""

import json

import pytest
from lsprotocol.types import ErrorCodes

from lsp.wire import INITIALIZE, framed, wired

DEEP = 100_000
PARSE, REQUEST, PARAMS = ErrorCodes.ParseError, ErrorCodes.InvalidRequest, ErrorCodes.InvalidParams
HOVER = {"textDocument": {"uri": "untitled:x"}, "position": {"line": 0, "character": 1}}


def sized(body):
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk")
    (folder / "termbase.toml").write_text(
        '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n', "utf-8"
    )
    (folder / "canonym.toml").write_text("", "utf-8")
    return folder


@pytest.fixture(scope="module")
def serving(folder):
    """One server for all that is wrong: it has to go on after each of them."""
    with wired(folder=folder) as wire:
        wire.ask(
            INITIALIZE
            | {"params": {"capabilities": {"textDocument": {"diagnostic": {}}}, "rootUri": folder.as_uri()}}
        )
        wire.answer(1)
        yield wire


def begin(wire, folder, encoding="utf-16"):
    able = {"general": {"positionEncodings": [encoding]}, "textDocument": {"diagnostic": {}}}
    wire.ask(INITIALIZE | {"params": {"capabilities": able, "rootUri": folder.as_uri()}})
    wire.answer(1)


def opened(uri, text):
    document = {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}
    return {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": document}}


def asked(wire, number, method, params):
    wire.ask({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
    return wire.answer(number)


def answers_until(wire, number):
    """All answers, and what is logged, until that to a request which nobody knows."""
    wire.ask({"jsonrpc": "2.0", "id": number, "method": "nothing/known", "params": {}})
    answers, said = [], []
    while (message := wire.answer())["method" if "method" in message else "id"] != number:
        if message.get("method") == "window/logMessage":
            said.append(message["params"]["message"])
        elif "method" not in message:
            answers.append(message)
    return answers, said


@pytest.mark.parametrize(
    ("body", "code", "id_", "why"),
    [
        (b"\xff\xfe\xff", PARSE, None, "it is no UTF-8"),
        (
            b'{"jsonrpc":"2.0","id":5,"method":"shut\xffdown"}',
            PARSE,
            None,
            "it is no UTF-8: byte 38 is wrong",
        ),
        (b'{"jsonrpc":', PARSE, None, "it is no JSON: Expecting value at character 11"),
        (b"[" * DEEP, PARSE, None, "it is nested too deep"),
        (b'{"id": 6, "a": %s1%s}' % (b'{"a":' * DEEP, b"}" * DEEP), PARSE, None, "it is nested too deep"),
        (b'{"jsonrpc":"2.0","id":%s,"method":"x"}' % (b"7" * 5000), PARSE, None, "too many digits"),
        (b"[]", REQUEST, None, "it is no message of JSON-RPC 2.0"),
        (b"3", REQUEST, None, "it is no message of JSON-RPC 2.0"),
        (b"{}", REQUEST, None, "it is no message of JSON-RPC 2.0"),
        (b'{"jsonrpc":"2.0"}', REQUEST, None, "it is no message of JSON-RPC 2.0"),
        (b'{"id":7,"method":"shutdown"}', REQUEST, 7, "it is no message of JSON-RPC 2.0"),
        (b'{"jsonrpc":"1.0","id":7,"method":"shutdown"}', REQUEST, 7, "it is not of JSON-RPC 2.0"),
        (b'{"jsonrpc":"2.0","id":7,"method":3}', REQUEST, 7, "it is no message of JSON-RPC 2.0"),
        (b'{"jsonrpc":"2.0","id":7,"method":["x"]}', REQUEST, 7, "it is no message of JSON-RPC 2.0"),
        (b'{"jsonrpc":"2.0","id":[7],"method":"x","params":{}}', REQUEST, None, "its id is neither"),
        (b'{"jsonrpc":"2.0","id":null,"method":"x","params":{}}', REQUEST, None, "its id is neither"),
        (
            b'{"jsonrpc":"2.0","id":8,"method":"textDocument/hover","params":3}',
            PARAMS,
            8,
            "malformed parameters",
        ),
        (b'{"jsonrpc":"2.0","id":"\\ud800","method":"textDocument/hover"}', PARAMS, "\ud800", "malformed"),
    ],
    ids=lambda value: ascii(value[:40]) if isinstance(value, bytes) else "",
)
def test_what_is_wrong_is_answered_as_the_mistake_of_its_sender(serving, body, code, id_, why):
    serving.send(sized(body))
    (answer,), (said,) = answers_until(serving, "next")
    assert (answer["error"]["code"], answer["id"]) == (code, id_)
    assert why in answer["error"]["message"]
    assert said.startswith("a message of the editor was passed over: ")
    assert why in said


@pytest.mark.parametrize(
    "body",
    [
        b'{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":3}}',
        b'{"jsonrpc":"1.0","method":"initialized","params":{}}',
        b'{"id":7,"result":null}',
        b'{"jsonrpc":"2.0","id":7,"error":3}',
        b'{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":{"a":1}}}',
        b'{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":null}}',
    ],
)
def test_notifications_and_answers_are_not_answered(serving, body):
    serving.send(sized(body))
    answers, said = answers_until(serving, "next")
    assert (answers, len(said)) == ([], 1)
    assert said[0].startswith("a message of the editor was passed over: ")


def test_a_length_that_is_wrong_costs_the_messages_that_it_tears(serving):
    whole = framed({"jsonrpc": "2.0", "id": 9, "method": "textDocument/hover", "params": HOVER})
    cut = whole.replace(b"Content-Length: 1", b"Content-Length: ", 1)
    serving.send(cut)
    (torn,), said = answers_until(serving, "next")
    assert (torn["id"], torn["error"]["code"], len(said)) == (None, PARSE, 1)
    assert asked(serving, 10, "textDocument/hover", HOVER)["result"] is None


@pytest.mark.parametrize("id_", ["\ud800", "\udfff\ud800", "a", 0])
def test_a_request_of_any_id_is_answered(serving, id_):
    assert asked(serving, id_, "textDocument/hover", HOVER)["result"] is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_half_of_a_character_may_stand_in_a_text_and_in_a_uri(folder, encoding):
    with wired(folder=folder) as wire:
        begin(wire, folder, encoding)
        here = folder.as_uri()
        uris = ("untitled:x", "\ud800:x", f"{here}/a.txt", f"{here}/\ud800", "file:///\ud800/x.txt")
        for number, uri in enumerate(uris):
            wire.ask(opened(uri, "Punjir \ud800, Punjir\udfff\n"))
            start = {"line": 0, "character": 0}
            change = {"range": {"start": start, "end": start}, "text": "\udc00"}
            moved = {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [change]}
            wire.ask({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": moved})
            found = asked(wire, 10 + number, "textDocument/diagnostic", {"textDocument": {"uri": uri}})
            assert [one["code"] for one in found["result"]["items"]] == ["deprecated-term"] * 2
        assert "mistake in canonym" not in wire.ended()[1]


def test_a_decision_about_half_of_a_character_is_refused_with_a_reason(serving, folder):
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    uri = f"{folder.as_uri()}/a.txt"
    for number, (command, arguments) in enumerate(
        [
            ("canonym.admit", {"preferred": "Panjshir", "form": "\ud800"}),
            ("canonym.never", {"form": "Panjshir", "other": "\ud800"}),
            ("canonym.ignoreInProject", {"text": "\ud800"}),
        ]
    ):
        params = {"command": command, "arguments": [arguments | {"uri": uri}]}
        refused = asked(serving, 100 + number, "workspace/executeCommand", params)["error"]
        assert (refused["code"], "half of a character" in refused["message"]) == (PARAMS, True)
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_what_comes_before_the_session_or_behind_it(folder):
    with wired(folder=folder) as wire:
        wire.ask(opened("untitled:x", "Punjir\n"))
        assert asked(wire, 2, "textDocument/hover", HOVER)["error"]["code"] == ErrorCodes.ServerNotInitialized
        wire.ask(INITIALIZE)
        wire.answer(1)
        assert asked(wire, 3, "textDocument/hover", HOVER)["result"] is None
        assert asked(wire, 4, "shutdown", None)["result"] is None
        assert asked(wire, 5, "textDocument/hover", HOVER)["error"]["code"] == REQUEST
        wire.ask({"jsonrpc": "2.0", "method": "exit"})
        assert wire.process.wait(60) == 0


def test_all_that_is_said_is_said_once_and_in_plain_words(folder):
    with wired(folder=folder) as wire:
        wire.ask(INITIALIZE)
        wire.answer(1)
        wire.send(sized(b"\xff\xff\xff") + sized(b"[" * DEEP) + sized(json.dumps({"a": 1}).encode()))
        said = [line for line in wire.ended()[1].splitlines() if "WARNING" in line or "ERROR" in line]
    assert [line.partition(" over: ")[2] for line in said] == [
        "it is no UTF-8: byte 0 is wrong",
        "it is nested too deep",
        "it is no message of JSON-RPC 2.0",
    ]
