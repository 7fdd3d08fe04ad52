"""What is decided about a draft of another language than the termbase's is written in that language."""

import pytest
from lsprotocol import types

from lsp.applying import applied
from lsp.editor import editing

pytestmark = pytest.mark.asyncio

GERMAN = "---\nlang: de\n---\nKatharina Wexley kam. Dann schrieb Katharina Wexly den Brief.\n"
PART = f"---\nlang: en\n---\nCaterina Wexley came.\n\n<div lang=de>\n\n{GERMAN.splitlines()[3]}\n\n</div>\n"


def termbase(folder):
    return (folder / "termbase.toml").read_text("utf-8")


CALLS = [
    ("admit", {"preferred": "Katharina Wexley", "form": "Kat Wexley"}, "admitted = ["),
    ("prefer", {"form": "Katharina Wexly", "over": "Katharina Wexley"}, "deprecated = ["),
    ("addName", {"form": "Kyjiw"}, 'forms.de = "Kyjiw"'),
    ("never", {"form": "Katharina Wexley", "other": "Kat Wexley"}, 'not = ["Kat Wexley"]'),
]


@pytest.mark.parametrize("is_open", [True, False])
@pytest.mark.parametrize(("command", "given", "written"), CALLS, ids=[call[0] for call in CALLS])
async def test_a_command_writes_in_the_language_of_the_draft(command, given, written, is_open, folder):
    (folder / "brief.md").write_text(GERMAN, "utf-8")
    before = termbase(folder)
    async with editing("vscode", folder) as editor:
        uri = editor.open("brief.md", GERMAN, "markdown") if is_open else editor.uri("brief.md")
        assert await editor.run(f"canonym.{command}", uri=uri, **given) is True
    assert written in termbase(folder)
    untagged = [line for line in before.splitlines() if line.startswith(("preferred", "admit", "deprec"))]
    assert [line for line in untagged if line not in termbase(folder)] == []


@pytest.mark.parametrize("text", [GERMAN, PART])
async def test_a_quick_fix_writes_in_the_language_of_its_place(text, folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("brief.md", text, "markdown")
        [found] = await editor.found(uri)
        actions = await editor.actions(uri, found.range, ["quickfix.canonym.decide"])
        [admit] = [action for action in actions if action.title.startswith("Admit")]
        [given] = admit.command.arguments
        assert await editor.run(admit.command.command, **{**given, "confirm": ""}) is True
        assert await editor.found(uri) == []
    assert termbase(folder).endswith('forms.de = { preferred = "Wexley", admitted = ["Wexly"] }\n')


async def test_a_rename_prefers_in_the_language_of_the_draft(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("brief.md", GERMAN, "markdown")
        where = types.Position(3, 2)
        edit = await editor.ask(types.TEXT_DOCUMENT_RENAME, uri, where, new_name="Katrin Wexley")
        after = applied(edit, editor.uri("termbase.toml"), termbase(folder), "utf-16")
    assert 'de = { preferred = "Katrin Wexley", deprecated = ["Katharina Wexley"] }' in after
    assert 'preferred = "Caterina Wexley"' in after
