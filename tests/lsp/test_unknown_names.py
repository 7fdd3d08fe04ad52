"""The names of the drafts that no termbase has."""

import pytest

from lsp.editor import editing

pytestmark = pytest.mark.asyncio

TEXT = "Then Caterina Wexley met Selvin Brackwater. Later Selvin Brackwater left.\n"


async def test_new_names_are_those_of_no_termbase(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("a.txt", TEXT)
        new = await editor.run("canonym.names", root=folder.as_uri(), new=True)
        by_name = {one["name"]: one for one in new}
        assert not [name for name in by_name if "Wexley" in name]
        brackwater = by_name["Brackwater"]
        assert (brackwater["count"], brackwater["undecided"]) == (2, False)
        [spelling] = brackwater["spellings"]
        assert {mention["uri"] for mention in spelling["mentions"]} == {uri}
        start = spelling["mentions"][0]["range"]["start"]
        assert TEXT[start["character"] :].startswith("Brackwater")


async def test_a_name_that_is_added_is_new_no_more(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("a.txt", TEXT)
        await editor.run("canonym.addName", uri=uri, form="Brackwater", kind="person")
        new = await editor.run("canonym.names", root=folder.as_uri(), new=True)
        assert "Brackwater" not in {one["name"] for one in new}
