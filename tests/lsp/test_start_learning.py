"""Learning from the editor: offered, shown, stopped, done by a process of its own."""

import asyncio
import json
import shutil

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from lsp.conftest import DRAFT, SEEDS
from lsp.editor import editing

pytestmark = pytest.mark.asyncio


@pytest.fixture
def unlearned(tmp_path):
    """A folder with articles and no termbase."""
    folder = tmp_path.resolve() / "unlearned"
    folder.mkdir()
    (folder / "canonym.toml").write_text('corpus = ["articles"]\n', "utf-8")
    (folder / "articles").mkdir()
    for seed in SEEDS.glob("*.txt"):
        if seed.name != DRAFT:
            shutil.copy(seed, folder / "articles")
    shutil.copy(SEEDS / DRAFT, folder / "draft.txt")
    return folder


def percentages(editor):
    values = [one.value for one in editor.progress]
    return [
        value["percentage"] if isinstance(value, dict) else value.percentage
        for value in values
        if _kind(value) == "report"
    ]


def _kind(value):
    return value["kind"] if isinstance(value, dict) else value.kind


async def test_learning_goes_by_the_language_of_the_settings(unlearned):
    settings = 'corpus = ["articles"]\nlanguage = "de"\n[language-by-path]\n"articles/003*" = "fr"\n'
    (unlearned / "canonym.toml").write_text(settings, "utf-8")
    async with editing("vscode", unlearned, configuration={"offerLearning": False}) as editor:
        await editor.run("canonym.learn", root=unlearned.as_uri())
    with (unlearned / "termbase.learned.jsonl").open(encoding="utf-8") as learned:
        assert json.loads(learned.readline())["articles"] == {"de": 3, "fr": 1}


async def test_learning_shows_its_progress_and_is_in_use_at_once(unlearned):
    async with editing("vscode", unlearned, configuration={"offerLearning": False}) as editor:
        uri = editor.open("draft.txt")
        before = await editor.found(uri)
        told = await editor.run("canonym.learn", root=unlearned.as_uri())
        assert told["articles"] == 4
        assert told["names"] > 20
        assert (unlearned / "termbase.learned.jsonl").is_file()
        kinds = [_kind(one.value) for one in editor.progress]
        assert (kinds[0], kinds[-1]) == ("begin", "end")
        assert percentages(editor)[-1] == 100
        after = await editor.found(uri)
        assert any("Panjshir" in one.message for one in after)
        assert len(after) > len(before)


async def test_the_offer_is_taken(unlearned):
    async with editing("vscode", unlearned) as editor:
        answered = asyncio.Event()

        editor.client.protocol.fm.features.pop(types.WINDOW_SHOW_MESSAGE_REQUEST)

        @editor.client.feature(types.WINDOW_SHOW_MESSAGE_REQUEST)
        def answer(params):
            answered.set()
            assert "4 articles" in params.message
            return params.actions[0]

        uri = editor.open("draft.txt")
        await asyncio.wait_for(answered.wait(), 30)
        assert await editor.until_found(uri, lambda found: any("Panjshir" in one.message for one in found))


async def test_an_editor_without_buttons_gets_the_name_of_the_command(unlearned):
    async with editing("emacs", unlearned) as editor:
        await editor.until(lambda: editor.client.messages)
        assert "canonym.learn" in editor.client.messages[0].message


async def test_nobody_is_asked_who_does_not_want_to_be(unlearned):
    async with editing("emacs", unlearned, configuration={"offerLearning": False}) as editor:
        await editor.found(editor.open("draft.txt"))
        assert editor.client.messages == []


@pytest.mark.parametrize("way", ["progress", "request"])
async def test_learning_can_be_stopped(way, unlearned):
    text = (SEEDS / DRAFT).read_text("utf-8")
    for number in range(1500):
        (unlearned / f"articles/{number}.txt").write_text(f"{number}. {text}", "utf-8")
    async with editing("vscode", unlearned, configuration={"offerLearning": False}) as editor:
        protocol = editor.client.protocol
        params = types.ExecuteCommandParams(command="canonym.learn", arguments=[{"root": unlearned.as_uri()}])
        learning = protocol.send_request(types.WORKSPACE_EXECUTE_COMMAND, params, msg_id="learning")
        await editor.until(lambda: percentages(editor))
        uri = editor.open("draft.txt")
        assert await editor.found(uri) is not None  # who types is answered meanwhile
        if way == "progress":
            token = editor.progress[0].token
            params = types.WorkDoneProgressCancelParams(token)
            editor.client.window_work_done_progress_cancel(params)
        else:
            editor.client.cancel_request(types.CancelParams("learning"))
        with pytest.raises(JsonRpcException, match="cancel"):
            await asyncio.wait_for(asyncio.wrap_future(learning), 30)
        await editor.until(lambda: _kind(editor.progress[-1].value) == "end")
        assert not (unlearned / "termbase.learned.jsonl").exists()
        assert not list(unlearned.glob(".*.tmp"))


async def test_nothing_to_learn_from_is_said(tmp_path):
    async with editing("vscode", tmp_path) as editor:
        with pytest.raises(JsonRpcException, match="no article to learn from"):
            await editor.run("canonym.learn", root=tmp_path.as_uri())
