"""Decisions while one of our files is open: each is an edit of what stands in the editor."""

import asyncio
import tomllib

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from lsp.applying import applied
from lsp.editor import Editor, editing

pytestmark = pytest.mark.asyncio
UNSAVED = "# not saved yet\n"
NAMES = [f"Selvin Orme{'abcdefgh'[n]}" for n in range(8)]


class Buffer:
    """What an editor has of the termbase, which it edits as it is asked to, if the version is still right.

    Attributes:
        text: The text.
        before: Is done before the first edit.
        tells: Whether the server hears of an edit at once.
    """

    def __init__(self, before=lambda: None, *, tells: bool = True) -> None:
        self.text = ""
        self.before = before
        self.tells = tells

    def open(self, editor: Editor) -> str:
        self.text = (editor.folder / "termbase.toml").read_text("utf-8") + UNSAVED
        self.uri = editor.open("termbase.toml", self.text, "toml")
        self.editor = editor
        return self.uri

    def type(self, text: str) -> None:
        self.text = text
        self.editor.replace(self.uri, text)

    def __call__(self, editor: Editor, edit: types.WorkspaceEdit) -> bool:
        before, self.before = self.before, lambda: None
        before()
        [change] = edit.document_changes
        if change.text_document.version != editor.versions[self.uri]:
            return False
        encoding = editor.answer.capabilities.position_encoding
        text = applied(edit, self.uri, self.text, encoding)
        if self.tells:
            self.type(text)
        else:
            self.text = text
        return True


def preferred(text: str) -> list[str]:
    return [name["preferred"] for name in tomllib.loads(text)["name"]]


async def decide(editor: Editor, form: str) -> bool:
    return await editor.run("canonym.addName", uri=editor.uri("a.txt"), form=form)


async def test_decisions_at_once_are_all_in_the_open_file_and_none_on_disk(folder):
    buffer, saved = Buffer(), (folder / "termbase.toml").read_bytes()
    async with editing("vscode", folder, answer_edits=buffer) as editor:
        buffer.open(editor)
        assert await asyncio.gather(*(decide(editor, name) for name in NAMES)) == [True] * len(NAMES)
    assert sorted(preferred(buffer.text)[2:]) == NAMES
    assert UNSAVED in buffer.text
    assert (folder / "termbase.toml").read_bytes() == saved


async def test_a_decision_is_made_again_where_somebody_types(folder):
    buffer = Buffer(lambda: buffer.type("# typed\n" + buffer.text))
    async with editing("vscode", folder, answer_edits=buffer) as editor:
        buffer.open(editor)
        assert await decide(editor, NAMES[0]) is True
    assert buffer.text.startswith("# typed\n")
    assert preferred(buffer.text)[2:] == NAMES[:1]
    assert len(editor.applied) == 2


async def test_an_editor_that_tells_late_is_waited_for(folder):
    buffer = Buffer(tells=False)
    async with editing("vscode", folder, answer_edits=buffer) as editor:
        buffer.open(editor)
        assert await decide(editor, NAMES[0]) is True
        second = asyncio.ensure_future(decide(editor, NAMES[1]))
        await editor.run("canonym.status")  # the server has heard of the second one before
        assert len(editor.applied) == 1
        buffer.type(buffer.text)
        assert await second is True
    assert preferred(buffer.text)[2:] == NAMES[:2]


async def test_an_edit_that_is_declined_changes_nothing(folder):
    async with editing("vscode", folder, answer_edits=False) as editor:
        Buffer().open(editor)
        assert await decide(editor, NAMES[0]) is False
        assert len(editor.applied) == 1


async def test_a_file_that_is_open_under_another_name_is_open(folder):
    try:
        (folder.parent / "way").symlink_to(folder)
    except OSError:
        pytest.skip("this system makes no links")
    async with editing("vscode", folder) as editor:
        text = (folder / "termbase.toml").read_text("utf-8") + UNSAVED
        uri = editor.open((folder.parent / "way" / "termbase.toml").as_uri(), text, "toml")
        assert await decide(editor, NAMES[0]) is True
        [edit] = editor.applied
        assert edit.document_changes[0].text_document.uri == uri


def _takes_no_edits(capabilities) -> None:
    capabilities["workspace"]["applyEdit"] = False


async def test_nothing_is_written_behind_an_editor_that_takes_no_edits(folder):
    async with editing("vscode", folder, change=_takes_no_edits) as editor:
        saved = (folder / "termbase.toml").read_text("utf-8")
        uri = editor.open("termbase.toml", saved + UNSAVED, "toml")
        with pytest.raises(JsonRpcException, match="not saved"):
            await decide(editor, NAMES[0])
        assert (folder / "termbase.toml").read_text("utf-8") == saved
        editor.replace(uri, saved)
        assert await decide(editor, NAMES[0]) is True
        assert preferred((folder / "termbase.toml").read_text("utf-8"))[2:] == NAMES[:1]


async def test_no_decision_is_written_through_a_link_out_of_the_folders(folder):
    victim = folder.parent / "victim.toml"
    (folder / "termbase.toml").rename(victim)
    try:
        (folder / "termbase.toml").symlink_to(victim)
    except OSError:
        pytest.skip("this system makes no links")
    before = victim.read_bytes()
    async with editing("vscode", folder) as editor:
        with pytest.raises(JsonRpcException, match="outside"):
            await decide(editor, NAMES[0])
    assert victim.read_bytes() == before
