"""What an editor shows of a name: card, entry, mentions, symbols; and how it is typed and renamed."""

import pytest
from lsprotocol import types

from lsp.applying import applied, edits_of
from lsp.editor import editing

pytestmark = pytest.mark.asyncio

LETTER = "drafts/letter.txt"


def at(text, word, within=0):
    """The position in `word` where it first stands, on whatever line."""
    before = text[: text.index(word) + within]
    return types.Position(before.count("\n"), len(before) - before.rfind("\n") - 1)


async def test_the_card_of_a_name(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open(LETTER)
        text = (folder / LETTER).read_text("utf-8")
        hover = await editor.ask(types.TEXT_DOCUMENT_HOVER, uri, at(text, "Katerina", 2))
        card = hover.contents.value
        assert hover.contents.kind == "markdown"
        assert card.startswith("**Caterina Wexley** · person")
        assert "*Katerina Wexley*: wrong" in card
        assert "Signs her letters so." in card
        assert "de: Katharina Wexley" in card
        assert await editor.ask(types.TEXT_DOCUMENT_HOVER, uri, at(text, "spring")) is None
        draft = editor.open("drafts/002_be902485d7d1b865.txt")
        text = (folder / "drafts/002_be902485d7d1b865.txt").read_text("utf-8")
        card = (await editor.ask(types.TEXT_DOCUMENT_HOVER, draft, at(text, "Punjir"))).contents.value
        assert "Panjshir" in card
        assert "mentions in" in card
        assert card.count("\n> ") >= 2
        assert f"({(folder / 'articles').as_uri()}/" in card


async def test_the_card_in_plain_text(folder):
    def plain(capabilities):
        capabilities["textDocument"]["hover"]["contentFormat"] = ["plaintext"]

    async with editing("emacs", folder, change=plain) as editor:
        uri = editor.open(LETTER)
        hover = await editor.ask(types.TEXT_DOCUMENT_HOVER, uri, types.Position(0, 3))
        assert hover.contents.kind == "plaintext"
        assert "**" not in hover.contents.value


async def test_names_are_completed(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("draft.txt", "the road to Ahmad Sh")
        found = await editor.ask(types.TEXT_DOCUMENT_COMPLETION, uri, types.Position(0, 20))
        first = found.items[0]
        assert first.label == "Ahmad Shah Massoud"
        assert first.text_edit.range == types.Range(types.Position(0, 12), types.Position(0, 20))
        assert first.filter_text == "Ahmad Sh"
        assert "mentions" in first.detail
        editor.replace(uri, "then Katerina")
        found = await editor.ask(types.TEXT_DOCUMENT_COMPLETION, uri, types.Position(0, 13))
        assert (found.items[0].label, found.items[0].preselect) == ("Caterina", True)
        assert found.items[1].label == "Caterina Wexley"
        editor.replace(uri, "then they wrote")
        assert not (await editor.ask(types.TEXT_DOCUMENT_COMPLETION, uri, types.Position(0, 15))).items


async def test_the_definition_is_the_entry_and_the_best_example(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open(LETTER)
        [link] = await editor.ask(types.TEXT_DOCUMENT_DEFINITION, uri, types.Position(0, 3))
        assert link.target_uri == editor.uri("termbase.toml")
        assert link.target_range.start.line == 0
        [link] = await editor.ask(
            types.TEXT_DOCUMENT_DEFINITION, uri, at("Caterina Wexley came to Port", "Port")
        )
        assert link.target_range.start.line == 10

    def plain(capabilities):
        del capabilities["textDocument"]["definition"]["linkSupport"]

    async with editing("emacs", folder, change=plain) as editor:
        uri = editor.open("draft.txt", "Then Amrullah Saleh spoke.")
        entry, example = await editor.ask(types.TEXT_DOCUMENT_DEFINITION, uri, types.Position(0, 8))
        assert entry.uri == editor.uri("termbase.learned.jsonl")
        assert example.uri.startswith((folder / "articles").as_uri())


async def test_references_are_all_mentions_under_any_spelling(folder):
    (folder / "drafts/second.md").write_text("# Port Elzin\n\nOn to Port Elsin.\n", "utf-8")
    async with editing("vscode", folder) as editor:
        uri = editor.open(LETTER)
        where = at("Caterina Wexley came to Port", "Port")
        context = types.ReferenceContext(include_declaration=False)
        places = await editor.ask(types.TEXT_DOCUMENT_REFERENCES, uri, where, context=context)
        second = editor.uri("drafts/second.md")
        lines = sorted((one.uri == second, one.range.start.line) for one in places)
        assert lines == [(False, 0), (False, 2), (False, 2), (True, 0), (True, 2)]
        context = types.ReferenceContext(include_declaration=True)
        places = await editor.ask(types.TEXT_DOCUMENT_REFERENCES, uri, where, context=context)
        assert places[0].uri == editor.uri("termbase.toml")
        saleh = editor.open("draft.txt", "Then Amrullah Saleh spoke.")
        places = await editor.ask(
            types.TEXT_DOCUMENT_REFERENCES, saleh, types.Position(0, 8), context=context
        )
        assert any("/articles/" in one.uri for one in places)


async def test_highlights(folder):
    async with editing("neovim", folder) as editor:
        uri = editor.open(LETTER)
        found = await editor.ask(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, uri, types.Position(0, 3))
        assert [one.range.start.line for one in found] == [0, 2, 2]


async def test_rename_changes_every_spelling_and_the_termbase(folder):
    (folder / "drafts/second.md").write_text("# Port Elsin\n\nOn to Port Elzin.\n", "utf-8")
    async with editing("vscode", folder) as editor:
        uri = editor.open(LETTER)
        where = at("Caterina Wexley came to Port", "Port")
        ready = await editor.ask(types.TEXT_DOCUMENT_PREPARE_RENAME, uri, where)
        assert ready.placeholder == "Port Elsin"
        edit = await editor.ask(types.TEXT_DOCUMENT_RENAME, uri, where, new_name="Port Alsin")
        text = applied(edit, uri, (folder / LETTER).read_text("utf-8"), "utf-16")
        assert text.count("Port Alsin") == 3
        assert "Port El" not in text
        second = applied(
            edit, editor.uri("drafts/second.md"), "# Port Elsin\n\nOn to Port Elzin.\n", "utf-16"
        )
        assert second == "# Port Alsin\n\nOn to Port Alsin.\n"
        termbase = editor.uri("termbase.toml")
        decided = applied(edit, termbase, (folder / "termbase.toml").read_text("utf-8"), "utf-16")
        assert 'preferred = "Port Alsin"' in decided
        assert 'note = "Signs her letters so."' in decided
        assert all(one.annotation_id == "Termbase" for one in edits_of(edit, termbase))
        assert edit.change_annotations["Termbase"].needs_confirmation


SPOKEN = """\
Port Elsin is mine. Port Elzin [sic] is far, and "Port Elzin is old," she said.

<!-- canonym: ignore-next -->
Port Elzin is here.
"""


@pytest.mark.parametrize(("editor", "asks"), [("vscode", True), ("neovim", False)])
async def test_rename_asks_about_quotations_and_leaves_what_is_silenced(folder, editor, asks):
    async with editing(editor, folder, configuration={"renameTermbase": False}) as session:
        uri = session.open("drafts/new.md", SPOKEN)
        edit = await session.ask(types.TEXT_DOCUMENT_RENAME, uri, types.Position(0, 2), new_name="Port Alsin")
        made = edits_of(edit, uri)
        asked = [one for one in made if isinstance(one, types.AnnotatedTextEdit)]
        assert [one.annotation_id for one in asked] == ["Quotations"] * asks
        assert len(made) == 1 + asks
        if asks:
            assert edit.change_annotations["Quotations"].needs_confirmation


async def test_rename_of_a_part_keeps_to_the_part(folder):
    async with editing("vscode", folder, configuration={"renameTermbase": False}) as editor:
        text = "Amrullah Saleh spoke. Saleh sat down.\n"
        uri = editor.open("drafts/new.txt", text)
        edit = await editor.ask(
            types.TEXT_DOCUMENT_RENAME, uri, types.Position(0, 2), new_name="Amrulla Salih"
        )
        assert applied(edit, uri, text, "utf-16").startswith("Amrulla Salih spoke.")
        assert [one.text_document.uri for one in edit.document_changes] == [uri]


async def test_a_part_in_another_language_is_read_in_that_language(folder):
    page = "<html lang=en><p>Caterina Wexley</p><p lang=de>Katharina Wexley. Caterina Wexley kam. Katha</p>"
    async with editing("vscode", folder) as editor:
        uri = editor.open("drafts/page.html", page, "html")
        hover = await editor.ask(types.TEXT_DOCUMENT_HOVER, uri, at(page, "Katharina", 2))
        assert hover.contents.value.startswith("**Katharina Wexley** · person")
        found = await editor.ask(types.TEXT_DOCUMENT_COMPLETION, uri, at(page, "Katha<", 5))
        assert [one.label for one in found.items] == ["Katharina Wexley"]
        found = await editor.ask(types.TEXT_DOCUMENT_COMPLETION, uri, at(page, "Caterina", 4))
        assert [one.label for one in found.items] == ["Caterina Wexley"]


async def test_rename_keeps_to_the_language_of_the_place(folder):
    page = "<html lang=en><p>Caterina Wexley, <q lang=de>Katharina Wexley</q></p>"
    async with editing("vscode", folder) as editor:
        uri = editor.open("drafts/page.html", page, "html")
        decided = {"Katharina": 'de = { preferred = "Katrin', "Caterina": 'preferred = "Catrin Wexley"\n'}
        for old, new in (("Katharina", "Katrin"), ("Caterina", "Catrin")):
            where = at(page, old)
            edit = await editor.ask(types.TEXT_DOCUMENT_RENAME, uri, where, new_name=f"{new} Wexley")
            assert applied(edit, uri, page, "utf-16") == page.replace(old, new)
            termbase = (folder / "termbase.toml").read_text("utf-8")
            assert decided[old] in applied(edit, editor.uri("termbase.toml"), termbase, "utf-16")


async def test_the_names_of_a_document(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open(LETTER)
        params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
        symbols = await editor.request(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, params)
        assert [(one.name, len(one.children)) for one in symbols] == [
            ("Caterina Wexley", 3),
            ("Port Elsin", 3),
        ]
        assert symbols[0].children[1].detail == "wrong"


async def test_the_names_of_the_workspace(folder):
    async with editing("vscode", folder) as editor:
        await editor.until(lambda: editor.statuses)
        params = types.WorkspaceSymbolParams("elsin")
        [symbol] = await editor.request(types.WORKSPACE_SYMBOL, params)
        assert (symbol.name, symbol.location.uri) == ("Port Elsin", editor.uri("termbase.toml"))
        assert await editor.request(types.WORKSPACE_SYMBOL, types.WorkspaceSymbolParams("zzz")) == []
