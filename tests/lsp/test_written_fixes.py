"""What an editor is given to write is written as its place in the file demands."""

import pytest
from lsprotocol import types

from lsp.applying import applied, edits_of
from lsp.editor import editing

pytestmark = pytest.mark.asyncio

SETTINGS = 'corpus = ["articles"]\n[keys]\n"*.yaml" = ["**"]\n'
DECIDED = """\
[[name]]
preferred = "Xi'an"
deprecated = ["Xian"]

[[name]]
preferred = "Null"
deprecated = ["Nulle"]
"""
TEXT = "a: 'To Xian'\nb: Nulle\nc: 'Xian it is'\n"
MENDED = "a: 'To Xi''an'\nb: Nulle\nc: 'Xi''an it is'\n"
QUICK, FIX_ALL = ["quickfix"], ["source.fixAll"]


@pytest.fixture
def folder(folder):
    (folder / "canonym.toml").write_text(SETTINGS, "utf-8")
    (folder / "termbase.toml").write_text(DECIDED, "utf-8")
    (folder / "drafts/page.yaml").write_text(TEXT, "utf-8")
    return folder


async def test_fixes_are_escaped_and_one_that_would_change_more_is_disabled(folder):
    async with editing("vscode", folder) as editor:
        encoding = editor.answer.capabilities.position_encoding
        uri = editor.open("drafts/page.yaml", language="yaml")
        first, second, _ = await editor.found(uri)
        actions = {one.title: one for one in await editor.actions(uri, first.range, QUICK)}
        here = applied(actions["Replace with “Xi'an”"].edit, uri, TEXT, encoding)
        assert here == "a: 'To Xi''an'\nb: Nulle\nc: 'Xian it is'\n"
        both = actions["Replace all 2 “Xian” in this document with “Xi'an”"].edit
        assert applied(both, uri, TEXT, encoding) == MENDED
        (refused,) = [one for one in await editor.actions(uri, second.range, QUICK) if one.kind == "quickfix"]
        assert (refused.title, refused.edit) == ("Replace with “Null”", None)
        assert refused.disabled.reason == "in a plain scalar of YAML “Null” would be more than a text"
        (whole,) = await editor.actions(uri, first.range, FIX_ALL)
        assert applied(whole.edit, uri, TEXT, encoding) == MENDED


async def test_an_editor_that_shows_no_reasons_is_offered_none_of_it(folder):
    def silent(capabilities):
        capabilities["textDocument"]["codeAction"].pop("disabledSupport")

    async with editing("vscode", folder, change=silent) as editor:
        uri = editor.open("drafts/page.yaml", language="yaml")
        _, second, _ = await editor.found(uri)
        assert [one for one in await editor.actions(uri, second.range, QUICK) if one.kind == "quickfix"] == []


async def test_the_workspace_is_mended_as_its_formats_demand(folder):
    async with editing("vscode", folder) as editor:
        encoding = editor.answer.capabilities.position_encoding
        uri = editor.open("letter.txt", "To Xian in May.")
        (found,) = await editor.found(uri)
        titled = "Mend all misspellings of “Xi'an” in the workspace"
        (action,) = [a for a in await editor.actions(uri, found.range, QUICK) if a.title == titled]
        action = await editor.request(types.CODE_ACTION_RESOLVE, action)
        page = editor.uri("drafts/page.yaml")
        assert applied(action.edit, page, TEXT, encoding) == MENDED
        assert applied(action.edit, uri, "To Xian in May.", encoding) == "To Xi'an in May."


async def test_a_name_is_completed_and_renamed_as_its_place_demands(folder):
    async with editing("vscode", folder) as editor:
        encoding = editor.answer.capabilities.position_encoding
        typing = editor.open("drafts/new.yaml", "a: 'To Xi'\n", "yaml")
        items = (await editor.ask(types.TEXT_DOCUMENT_COMPLETION, typing, types.Position(0, 9))).items
        assert [(one.label, one.text_edit.new_text) for one in items] == [("Xi'an", "Xi''an")]
        text = "a: 'To Xi''an'\n"
        uri = editor.open("drafts/page.yaml", text, "yaml")
        params = types.RenameParams(types.TextDocumentIdentifier(uri), types.Position(0, 9), "Xi'An Fu")
        edit = await editor.request(types.TEXT_DOCUMENT_RENAME, params)
        assert applied(edit, uri, text, encoding) == "a: 'To Xi''An Fu'\n"
        assert len(edits_of(edit, uri)) == 1
