"""Which findings an editor asks about, and what is safe to offer it."""

import pytest
from lsprotocol import types

from canonym.lsp.documents.positions import Encoding, SourceText
from lsp.applying import applied
from lsp.editor import editing

pytestmark = pytest.mark.asyncio

LETTER = "drafts/letter.txt"
OWN = ("termbase.toml", "canonym.toml", "termbase.learned.jsonl")
INVOKED = types.CodeActionTriggerKind.Invoked


def titles(actions):
    return [action.title for action in actions]


def whole(text):
    source = SourceText(text, Encoding.UTF16)
    last = source.line_count - 1
    return types.Range(types.Position(0, 0), types.Position(last, len(text.splitlines()[last - 1])))


def as_kate_sends(diagnostic):
    """Kate keeps of a diagnostic what it shows, and leaves out the rest."""
    kept = {name: getattr(diagnostic, name) for name in ("range", "message", "severity", "code", "source")}
    return types.Diagnostic(**kept, related_information=[])


def about(found, text):
    return next(one for one in found if f"“{text}" in one.message)


async def run_all(editor, uri, text, actions):
    """Run actions one behind the other, as an editor does that asks nobody which of them is meant."""
    for action in actions:
        if action.edit is not None:
            text = applied(action.edit, uri, text, "utf-16")
            editor.replace(uri, text)
        if action.command is not None:
            await editor.run(action.command.command, **action.command.arguments[0])
            assert editor.applied == []
    return text


@pytest.mark.parametrize("selected", ["document", "word"])
async def test_an_editor_that_runs_whatever_it_is_given_mends_one_name(selected, folder):
    """Kate 22.12 does so, with the document or the selection as range, whatever the kinds."""
    own = {name: (folder / name).read_bytes() for name in OWN}
    async with editing("kate", folder) as editor:
        uri = editor.open(LETTER)
        text = (folder / LETTER).read_text("utf-8")
        one = as_kate_sends((await editor.found(uri))[1])
        at = whole(text) if selected == "document" else one.range
        actions = await editor.actions(uri, at, diagnostics=[one])
        assert titles(actions) == ["Replace with “Port Elsin”"]
        # Its menu asks without diagnostics, and people choose.
        assert "“Port Elzin” is a name of its own" in titles(await editor.actions(uri, one.range))
        mended = await run_all(editor, uri, text, actions)
        assert mended == text.replace("Port Elzin", "Port Elsin", 1)
        assert {name: (folder / name).read_bytes() for name in OWN} == own


@pytest.mark.parametrize("name", ["vscode", "neovim", "emacs", "kate"])
@pytest.mark.parametrize("word", ["Katerina Wexley", "Port Elzin", "Kowalsky"])
async def test_all_actions_of_the_kind_quickfix_together_mend_one_name(name, word, folder):
    text = (folder / LETTER).read_text(
        "utf-8"
    ) + "\nThey met Kowalsky there. Later Kowalski left; nobody saw Kowalski again.\n"
    own = {name: (folder / name).read_bytes() for name in OWN}
    async with editing(name, folder) as editor:
        encoding = editor.answer.capabilities.position_encoding
        uri = editor.open("drafts/other.txt", text)
        one = about(await editor.found(uri), word)
        span = SourceText(text, Encoding(encoding)).span(one.range)
        start = types.Position(0, 0)
        everywhere = types.Range(start, types.Position(text.count("\n"), 0))
        actions = await editor.actions(uri, everywhere, diagnostics=[one], trigger=INVOKED)
        repairs = [action for action in actions if action.kind == "quickfix"]
        [repair] = repairs
        mended = applied(repair.edit, uri, text, encoding)
        assert mended[: span.start] == text[: span.start]
        assert mended.endswith(text[span.end :])
        assert mended != text
        assert sum(bool(action.is_preferred) for action in actions) <= 1
        assert {name: (folder / name).read_bytes() for name in OWN} == own


async def test_diagnostics_of_others_and_old_ones_stand_for_nothing(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open(LETTER)
        found = await editor.found(uri)
        elsin = about(found, "Port Elzin")
        spelling = types.Diagnostic(elsin.range, "no word", source="cSpell")
        older = types.Diagnostic(elsin.range, elsin.message, code="variant-name", source="canonym")
        moved = types.Diagnostic(
            types.Range(types.Position(0, 0), types.Position(0, 8)), "", code=elsin.code, source="canonym"
        )
        for stranger in (spelling, older, moved):
            assert await editor.actions(uri, elsin.range, diagnostics=[stranger], trigger=INVOKED) == []
        both = await editor.actions(uri, elsin.range, diagnostics=[spelling, elsin], trigger=INVOKED)
        alone = await editor.actions(uri, elsin.range, ["quickfix"])
        assert titles(both) == titles(alone)
        assert all([one.range for one in action.diagnostics] == [elsin.range] for action in both)


async def test_of_the_diagnostics_of_a_line_those_at_the_cursor_are_meant(folder):
    async with editing("neovim", folder) as editor:
        uri = editor.open(LETTER)
        found = await editor.found(uri)
        line = [one for one in found if one.range.start.line == 2]
        assert len(line) > 2
        elsin = about(line, "Port Elzin")
        cursor = types.Range(elsin.range.start, elsin.range.start)
        at_cursor = await editor.actions(uri, cursor, diagnostics=line, trigger=INVOKED)
        assert {str(action.diagnostics[0].range) for action in at_cursor} == {str(elsin.range)}
        assert any(action.is_preferred for action in at_cursor)
        beside = types.Range(types.Position(1, 0), types.Position(1, 0))
        of_line = await editor.actions(uri, beside, diagnostics=line, trigger=INVOKED)
        assert len({str(action.diagnostics[0].range) for action in of_line}) == len(line)


async def test_a_diagnostic_may_come_back_without_its_source_or_its_code(folder):
    """ALE sends no source; others drop what they do not show."""
    async with editing("emacs", folder) as editor:
        uri = editor.open(LETTER)
        elsin = about(await editor.found(uri), "Port Elzin")
        bare = types.Diagnostic(elsin.range, elsin.message, code=elsin.code)
        said = types.Diagnostic(elsin.range, elsin.message)
        other = types.Diagnostic(elsin.range, "said by somebody else")
        wanted = titles(await editor.actions(uri, elsin.range, ["quickfix"]))
        for kept in (bare, said):
            assert titles(await editor.actions(uri, elsin.range, diagnostics=[kept])) == wanted
        assert await editor.actions(uri, elsin.range, diagnostics=[other]) == []


async def test_of_many_findings_only_replacements_are_offered(folder):
    async with editing("emacs", folder) as editor:
        uri = editor.open("a.md", "Port Elzin fell. " * 5 + "\n\n" + "Port Elzin rose. " * 6)
        assert len(await editor.found(uri)) == 11
        some = types.Range(types.Position(0, 0), types.Position(0, 90))
        everywhere = types.Range(types.Position(0, 0), types.Position(3, 0))
        for at, kinds in ((some, {"decide", "ignore"}), (everywhere, set())):
            offered = {action.kind for action in await editor.actions(uri, at, ["quickfix"])}
            replaced = {"quickfix", "quickfix.canonym.replace"}
            assert offered == replaced | {f"quickfix.canonym.{kind}" for kind in kinds}


async def test_the_whole_document_is_mended_when_that_is_asked_for(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open(LETTER)
        found = await editor.found(uri)
        everywhere = types.Range(types.Position(0, 0), types.Position(9, 0))
        title = "Mend all names that are surely misspelt"
        assert title in titles(await editor.actions(uri, everywhere))
        assert titles(await editor.actions(uri, everywhere, ["source.fixAll"], found)) == [title]
        assert title not in titles(await editor.actions(uri, everywhere, diagnostics=found, trigger=INVOKED))


@pytest.mark.parametrize(
    "title", ["Admit “Port Elzin” beside “Port Elsin”", "Ignore “Port Elzin” in this file"]
)
async def test_our_own_files_are_written_once_people_have_said_so(title, folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open(LETTER)
        elsin = about(await editor.found(uri), "Port Elzin")
        own = {name: (folder / name).read_text("utf-8") for name in OWN}
        [action] = [one for one in await editor.actions(uri, elsin.range) if one.title == title]
        run = action.command
        for no in (None, "Cancel"):
            editor.answers = no
            assert await editor.run(run.command, **run.arguments[0]) is False
            assert {name: (folder / name).read_text("utf-8") for name in OWN} == own
        editor.answers = "Write"
        assert await editor.run(run.command, **run.arguments[0]) is True
        assert {name: (folder / name).read_text("utf-8") for name in OWN} != own
        file = "canonym.toml" if title.startswith("Ignore") else "termbase.toml"
        assert {one.message for one in editor.asked} == {f"Canonym: {title}? This is written to {file}."}
        # An editor that has asked in its own way says so.
        asked = len(editor.asked)
        await editor.run(run.command, **{**run.arguments[0], "confirm": ""})
        assert len(editor.asked) == asked


async def test_a_file_is_ignored_where_its_format_has_no_comments(folder):
    name = "drafts/[1] a*b.txt"
    text = (folder / LETTER).read_text("utf-8")
    for one in (name, "drafts/1 a*b.txt", LETTER):
        (folder / one).write_text(text, "utf-8")
    async with editing("emacs", folder) as editor:
        uri = editor.open(name)
        elsin = about(await editor.found(uri), "Port Elzin")
        actions = await editor.actions(uri, elsin.range)
        [action] = [one for one in actions if one.title == "Ignore “Port Elzin” in this file"]
        assert await editor.run(action.command.command, **action.command.arguments[0]) is True
        left = await editor.until_found(uri, lambda found: len(found) == 2)
        assert not any("Port Elzin" in one.message for one in left)
        for other in ("drafts/1 a*b.txt", LETTER):
            assert len(await editor.found(editor.open(other))) == 4
        assert (folder / name).read_text("utf-8") == text
