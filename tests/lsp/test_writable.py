"""Commands write in the folders of the workspace, not above, not beside, not through links."""

import shutil
import sys

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from lsp.editor import editing

pytestmark = pytest.mark.asyncio

WRONG = "Then Katerina Wexley came.\n"
NAMES = {"preferred": "Caterina Wexley", "form": "Katerina Wexley", "over": "Caterina Wexley"}
WRITING = {
    "canonym.addName": {"form": "Selvin Orme"},
    "canonym.admit": {"preferred": NAMES["preferred"], "form": NAMES["form"]},
    "canonym.prefer": {"form": NAMES["form"], "over": NAMES["over"]},
    "canonym.never": {"form": "Port Elsin", "other": "Port Alison"},
    "canonym.ignoreInProject": {"text": "Katerina Wexley"},
    "canonym.learn": {},
}
OUTSIDE = r"outside of what may be written: the folders of the workspace"
links = pytest.mark.skipif(sys.platform == "win32", reason="few may make links there")


def contents(folder):
    """All files but the cache, with what they hold."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".canonym" not in path.parts)
    return {path: path.read_bytes() for path in files}


async def assert_all_refused(editor, folder, commands=WRITING):
    """Run commands on a folder that must leave everything as it is."""
    before = contents(folder.parent)
    for command in commands:
        draft = (
            folder / "letter.txt" if folder.name == "drafts" else folder / "drafts" / "letter.txt"
        ).as_uri()
        where = {"root": folder.as_uri()} if command == "canonym.learn" else {"uri": draft}
        with pytest.raises(JsonRpcException, match=OUTSIDE):
            await editor.run(command, **where, **WRITING[command])
    assert contents(folder.parent) == before
    assert editor.applied == []


async def test_a_single_file_may_be_decided_on(folder):
    async with editing("vscode", folder, folders=[]) as editor:
        uri = editor.open("drafts/letter.txt")
        assert await editor.run("canonym.admit", uri=uri, **WRITING["canonym.admit"]) is True


async def test_a_second_folder_of_the_workspace_may_be_written_as_well(folder, tmp_path):
    other = shutil.copytree(folder, tmp_path / "other")
    async with editing("vscode", folder, folders=[folder, other]) as editor:
        uri = (other / "drafts" / "letter.txt").as_uri()
        assert await editor.run("canonym.admit", uri=uri, **WRITING["canonym.admit"]) is True


async def test_nothing_above_the_folder(folder):
    """The settings and termbases of a folder above hold, and are not the workspace's to change."""
    async with editing("vscode", folder, folders=[folder / "drafts"]) as editor:
        await assert_all_refused(editor, folder / "drafts")


async def test_nothing_beside_it(folder, tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    async with editing("vscode", mine) as editor:
        await assert_all_refused(editor, folder)


async def test_nothing_that_is_open_from_elsewhere(folder, tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    async with editing("vscode", mine) as editor:
        for name in ("termbase.toml", "canonym.toml"):
            editor.open((folder / name).as_uri(), (folder / name).read_text("utf-8"), "toml")
        await assert_all_refused(editor, folder)


@links
async def test_nothing_through_a_link(folder):
    outside = folder.parent / "outside"
    outside.mkdir()
    for name in ("termbase.toml", "canonym.toml", "termbase.learned.jsonl"):
        (folder / name).rename(outside / name)
        (folder / name).symlink_to(outside / name)
    async with editing("vscode", folder) as editor:
        await assert_all_refused(editor, folder)


async def test_nothing_that_the_settings_name_elsewhere(folder):
    settings = (folder / "canonym.toml").read_text("utf-8")
    for name in ("termbase.toml", "termbase.learned.jsonl"):
        (folder / name).rename(folder.parent / name)
    named = 'termbase = ["../termbase.toml"]\nlearned = "../termbase.learned.jsonl"\n'
    (folder / "canonym.toml").write_text(named + settings, "utf-8")
    async with editing("vscode", folder) as editor:
        # Those that write to the settings themselves may do so.
        await assert_all_refused(editor, folder, [one for one in WRITING if one != "canonym.ignoreInProject"])


@links
async def test_a_name_is_mended_in_no_draft_that_is_a_link_elsewhere(folder):
    outside = folder.parent / "outside.txt"
    outside.write_text(WRONG, "utf-8")
    (folder / "drafts" / "linked.txt").symlink_to(outside)
    async with editing("vscode", folder) as editor:
        uri = editor.open("a.txt", WRONG)
        await editor.found(uri)
        assert await editor.run("canonym.replaceInWorkspace", uri=uri, concept="caterina-wexley") is True
        [edit] = editor.applied
        changed = {change.text_document.uri for change in edit.document_changes}
        assert changed == {uri, editor.uri("drafts/letter.txt")}
        params = types.RenameParams(types.TextDocumentIdentifier(uri), types.Position(0, 10), "Kate Wexley")
        edit = await editor.request(types.TEXT_DOCUMENT_RENAME, params)
        renamed = {change.text_document.uri for change in edit.document_changes}
        assert editor.uri("drafts/linked.txt") not in renamed
        assert editor.uri("drafts/letter.txt") in renamed


async def test_a_rename_leaves_a_termbase_above_alone_and_says_so(folder):
    before = (folder / "termbase.toml").read_bytes()
    async with editing("vscode", folder, folders=[folder / "drafts"]) as editor:
        uri = editor.open("drafts/letter.txt")
        params = types.RenameParams(types.TextDocumentIdentifier(uri), types.Position(0, 2), "Kate Wexley")
        edit = await editor.request(types.TEXT_DOCUMENT_RENAME, params)
        assert [change.text_document.uri for change in edit.document_changes] == [uri]
        await editor.until(lambda: any("does not follow" in one.message for one in editor.client.messages))
    assert (folder / "termbase.toml").read_bytes() == before
