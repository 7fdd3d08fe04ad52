"""What fails in one document is told there and in the status, and the others go on."""

import json

import pytest
from lsprotocol import types

from broken_library import COMPARED, FAILS, broken
from lsp.editor import editing

pytestmark = pytest.mark.asyncio

WRONG = "Then Katerina Wexley came.\n"
BAD = f"Then Katerina Wexley of {FAILS}bc came.\n"
TOLD = "checking failed: RuntimeError in canonym.spelling.folding, line "
ASKED = ": this is a mistake in canonym itself; please report it"


@pytest.fixture
def environment(tmp_path):
    return broken(tmp_path / "broken")


async def failed(editor):
    return (await editor.run("canonym.status"))["failed"]


@pytest.mark.parametrize("name", ["vscode", "emacs"])  # one pulls, the other one is pushed to
async def test_an_open_document(folder, environment, name):
    async with editing(name, folder, environment=environment) as editor:
        good, bad = editor.open("good.txt", WRONG), editor.open("bad.txt", BAD)
        assert [one.code for one in await editor.found(good)] == ["deprecated-term"]
        (one,) = await editor.found(bad)
        assert (one.range, one.code) == (types.Range(types.Position(0, 0), types.Position(0, 0)), None)
        assert one.message.startswith(TOLD)
        assert one.message.endswith(ASKED)
        (line,) = await failed(editor)
        assert line == f"bad.txt: {one.message}"
        assert (await editor.run("canonym.status"))["state"] == "ready"
        assert await editor.ask(types.TEXT_DOCUMENT_HOVER, bad, types.Position(0, 6)) is None
        editor.replace(good, WRONG + WRONG)
        assert len(await editor.found(good)) == 2
        editor.replace(bad, WRONG)
        assert [one.code for one in await editor.found(bad)] == ["deprecated-term"]
        assert await failed(editor) == []
        logged = [one.message for one in editor.client.log_messages if "failed" in one.message]
        assert logged == [f"checking {bad} failed: {one.message.partition('failed: ')[2]}"]


async def test_closed_drafts(folder, environment):
    (folder / "drafts" / "bad.txt").write_text(BAD, "utf-8")
    async with editing("vscode", folder, environment=environment) as editor:
        params = types.WorkspaceDiagnosticParams(previous_result_ids=[])
        reports = (await editor.request(types.WORKSPACE_DIAGNOSTIC, params)).items
        found = {one.uri.rpartition("/")[2]: len(one.items) for one in reports}
        assert found["letter.txt"] == 4
        assert "bad.txt" not in found
        (line,) = await failed(editor)
        assert line.startswith(f"drafts/bad.txt: {TOLD}")
        checked = await editor.run("canonym.checkWorkspace")
        assert checked["files"][editor.uri("drafts/letter.txt")] == 4
        names = await editor.run("canonym.names")
        assert "Caterina Wexley" in [one["name"] for one in names]
        (folder / "drafts" / "bad.txt").write_text(WRONG, "utf-8")
        checked = await editor.run("canonym.checkWorkspace")
        assert checked["files"][editor.uri("drafts/bad.txt")] == 1
        assert await failed(editor) == []


async def test_a_comparison(folder, environment):
    assert COMPARED == "ostro"
    async with editing("vscode", folder, environment=environment) as editor:
        one = editor.open("one.txt", f"{WRONG}Yesterday Ostrowa said so.\n")
        assert [found.code for found in await editor.found(one)] == ["deprecated-term"]
        other = editor.open("other.txt", f"{WRONG}Yesterday Ostrova said so.\n")
        told, wrong = await editor.found(other)
        assert told.message.startswith("comparing failed: RuntimeError in canonym.spelling.")
        assert wrong.code == "deprecated-term"


@pytest.mark.parametrize(
    "record",
    [
        {"story": "a", "sentences": [1]},
        {"id": "a", "kind": "name", "terms": [{"form": "A", "status": "preferred", "frequency": "4"}]},
        {"small": "a", "words": {"a": 1e999}},
    ],
    ids=["story", "term", "words"],
)
async def test_a_termbase_of_wrong_types(folder, record):
    learned = folder / "termbase.learned.jsonl"
    good = learned.read_bytes()
    head, _, rest = good.partition(b"\n")
    damaged = head + b"\n" + json.dumps(record).encode() + rest[rest.index(b"\n") :]
    changed = types.DidChangeWatchedFilesParams(
        [types.FileEvent(learned.as_uri(), types.FileChangeType.Changed)]
    )
    learned.write_bytes(damaged)
    async with editing("vscode", folder) as editor:
        uri = editor.open("a.txt", WRONG)
        assert len(await editor.found(uri)) == 1
        status = await editor.run("canonym.status")
        assert status["state"] == "stale"
        assert [one.partition(": ")[0] for one in status["problems"]] == ["termbase.learned.jsonl:2"]
        assert status["problems"][0].endswith("learn it again")
        learned.write_bytes(good)
        editor.client.workspace_did_change_watched_files(changed)
        await editor.until(lambda: editor.statuses[-1].state == "ready")
        known = editor.statuses[-1].concepts
        learned.write_bytes(damaged)
        editor.client.workspace_did_change_watched_files(changed)
        await editor.until(lambda: editor.statuses[-1].state == "stale")
        assert editor.statuses[-1].concepts == known


async def test_what_cannot_be_loaded(folder, environment):
    decided = folder / "termbase.toml"
    good = decided.read_text("utf-8")
    decided.write_text(f'{good}[[name]]\npreferred = "{FAILS}bc"\n', "utf-8")
    async with editing("vscode", folder, environment=environment) as editor:
        uri = editor.open("a.txt", WRONG)
        assert await editor.found(uri) == []
        status = await editor.run("canonym.status")
        assert status["state"] == "stale"
        assert status["problems"][0].startswith("loading failed: RuntimeError in canonym.spelling.")
        decided.write_text(good, "utf-8")
        changed = [types.FileEvent(decided.as_uri(), types.FileChangeType.Changed)]
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changed))
        await editor.until(lambda: editor.statuses[-1].state == "ready")
        assert len(await editor.found(uri)) == 1


async def test_an_article(folder, environment):
    (folder / "articles" / "bad.txt").write_text(BAD, "utf-8")
    async with editing("vscode", folder, environment=environment) as editor:
        learned = await editor.run("canonym.learn")
        assert learned["articles"] > 0
        told = [one.message for one in editor.client.log_messages if "left out" in one.message]
        assert len(told) == 1
        assert told[0].startswith("learning: articles/bad.txt: is left out: RuntimeError in canonym.")
