"""The commands of the server."""

import re

import pytest
from pygls.exceptions import JsonRpcException

from lsp.editor import editing

pytestmark = pytest.mark.asyncio

WRONG = "Then Katerina Wexley came.\n"


async def test_decisions_are_written_and_count_at_once(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("a.txt", WRONG)
        assert len(await editor.found(uri)) == 1
        before = (folder / "termbase.toml").read_text("utf-8")
        decision = {"uri": uri, "preferred": "Caterina Wexley", "form": "Katerina Wexley"}
        assert await editor.run("canonym.admit", **decision) is True
        assert await editor.found(uri) == []
        after = (folder / "termbase.toml").read_text("utf-8")
        assert 'admitted = ["Caterina", "Katerina Wexley"]' in after
        assert after.splitlines()[5:] == before.splitlines()[5:]
        assert await editor.run("canonym.admit", **decision) is False
        assert await editor.run("canonym.addName", uri=uri, form="Selvin Orme", kind="person") is True
        assert 'preferred = "Selvin Orme"' in (folder / "termbase.toml").read_text("utf-8")


async def test_a_termbase_that_is_open_is_edited_in_the_editor(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("a.txt", WRONG)
        unsaved = (folder / "termbase.toml").read_text("utf-8") + "# not saved yet\n"
        termbase = editor.open("termbase.toml", unsaved, "toml")
        assert await editor.run("canonym.never", uri=uri, form="Port Elsin", other="Port Alison") is True
        [edit] = editor.applied
        [change] = edit.document_changes
        assert change.text_document.uri == termbase
        assert "not = " in change.edits[0].new_text
        assert "Alison" not in (folder / "termbase.toml").read_text("utf-8")


async def test_ignoring_in_the_project_gives_a_reason(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("a.txt", WRONG)
        found = await editor.found(uri)
        ignored = {"uri": uri, "text": "Katerina Wexley", "rule": found[0].code, "reason": "as she signs"}
        assert await editor.run("canonym.ignoreInProject", **ignored) is True
        assert 'reason = "as she signs"' in (folder / "canonym.toml").read_text("utf-8")
        assert await editor.found(uri) == []


async def test_explaining(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("drafts/002_be902485d7d1b865.txt")
        said = await editor.run("canonym.explain", uri=uri, text="Punjir")
        assert "Panjshir" in said
        assert "% sure" in said
        assert "- +" in said or "- \\+" in said
        assert "Nothing is known" in await editor.run("canonym.explain", uri=uri, text="Zzyzx")


async def test_the_names_of_the_drafts_as_a_tree(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("drafts/letter.txt", WRONG)
        [caterina] = await editor.run("canonym.names", root=folder.as_uri(), filter="wexley")
        assert (caterina["name"], caterina["kind"], caterina["count"]) == ("Caterina Wexley", "person", 1)
        [spelling] = caterina["spellings"]
        assert (spelling["text"], spelling["standing"], spelling["wrong"]) == (
            "Katerina Wexley",
            "wrong",
            True,
        )
        [mention] = spelling["mentions"]
        assert (mention["uri"], mention["line"], mention["rule"]) == (uri, WRONG.strip(), "deprecated-term")
        name = "Caterina Wexley"
        assert mention["about"] == {"form": "Katerina Wexley", "rival": name, "name": name}
        everything = await editor.run("canonym.names", root=folder.as_uri())
        assert any(one["name"] == "Port Elsin" for one in everything) is False
        assert len(everything) > 3


async def test_the_undecided(folder):
    async with editing("vscode", folder) as editor:
        found = await editor.run("canonym.undecided", root=folder.as_uri())
        assert found
        assert all(one["undecided"] and len(one["forms"]) > 1 for one in found)
        assert all(form["articles"] > 0 and form["examples"] for one in found for form in one["forms"])


async def test_the_status_is_answered_and_pushed(folder):
    async with editing("vscode", folder) as editor:
        await editor.until(lambda: editor.statuses)
        status = await editor.run("canonym.status")
        assert (status["state"], status["root"]) == ("ready", folder.as_uri())
        assert status["concepts"] > 50
        assert status["articles"] == 4
        assert status["authored"] == editor.uri("termbase.toml")


async def test_checking_the_workspace(folder):
    async with editing("vscode", folder) as editor:
        editor.open("drafts/letter.txt")
        told = await editor.run("canonym.checkWorkspace")
        assert told["files"][editor.uri("drafts/letter.txt")] == 4
        assert told["rules"]["deprecated-term"] == 4
        assert told["findings"] == sum(told["files"].values())


WRONG_CALLS = [
    ("canonym.nothing", {}, "unknown command"),
    ("canonym.admit", {"uri": "file:///x"}, "takes {uri, preferred, form, language?, confirm?}"),
    ("canonym.admit", "text", "takes {uri, preferred, form, language?, confirm?}"),
]


async def test_wrong_commands_are_refused(folder):
    async with editing("neovim", folder) as editor:
        for command, given, said in WRONG_CALLS:
            with pytest.raises(JsonRpcException, match=re.escape(said)):
                await editor.run_raw(command, given)
        assert (await editor.run("canonym.status"))["root"] == folder.as_uri()


async def test_a_contradiction_is_refused_and_nothing_is_written(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("a.txt", WRONG)
        before = (folder / "termbase.toml").read_bytes()
        with pytest.raises(JsonRpcException, match="termbase"):
            await editor.run("canonym.prefer", uri=uri, form="Port Elsin", over="Caterina Wexley")
        assert (folder / "termbase.toml").read_bytes() == before
