"""What can be done about a finding, and that it helps."""

import pytest
from lsprotocol import types

from canonym.lsp.documents.positions import Encoding, SourceText
from canonym.termbase.concept import Concept, Kind, Term, TermStatus
from canonym.termbase.learned import dump, load
from lsp.applying import applied, edits_of
from lsp.conftest import DRAFT
from lsp.editor import editing

pytestmark = pytest.mark.asyncio

QUICK = ["quickfix"]
FIX_ALL = ["source.fixAll"]


def titles(actions):
    return [action.title for action in actions]


async def test_nothing_is_offered_where_nothing_is_found(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("drafts/letter.txt")
        start = types.Range(types.Position(0, 0), types.Position(0, 8))
        assert await editor.actions(uri, start, QUICK) == []


async def test_every_kind_of_fix_is_offered(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("drafts/letter.txt")
        second = (await editor.found(uri))[1]
        assert "Port Elzin" in second.message
        actions = await editor.actions(uri, second.range, QUICK)
        assert titles(actions) == [
            "Replace with “Port Elsin”",
            "Replace all 2 “Port Elzin” in this document with “Port Elsin”",
            "Mend all misspellings of “Port Elsin” in the workspace",
            "Admit “Port Elzin” beside “Port Elsin”",
            "Prefer “Port Elzin” over “Port Elsin”",
            "“Port Elzin” is a name of its own",
            "“Port Elzin” is never “Port Elsin”",
            "Ignore “Port Elzin” in this file",
            "Ignore deprecated-term in this file",
            "Ignore “Port Elzin” in this project",
        ]
        assert [action.kind for action in actions] == (
            ["quickfix"]
            + ["quickfix.canonym.replace"] * 2
            + ["quickfix.canonym.decide"] * 4
            + ["quickfix.canonym.ignore"] * 3
        )
        assert [action.is_preferred for action in actions] == [True] + [None] * 9
        assert all(action.diagnostics[0].range == second.range for action in actions)
        katerina = (await editor.found(uri))[0]
        mending = "Mend all 2 misspellings of “Caterina Wexley” in this document"
        assert mending in titles(await editor.actions(uri, katerina.range, QUICK))


async def test_spellings_of_another_language_are_not_counted_as_those_of_this_one(folder):
    decided = (folder / "termbase.toml").read_text("utf-8")
    german = 'de = { preferred = "Katharina Wexley", deprecated = ["Caterina Wexley"] }'
    (folder / "termbase.toml").write_text(decided.replace('de = "Katharina Wexley"', german), "utf-8")
    page = "<html lang=en><p>Katerina Wexley. Katerina left. <q lang=de>Dann kam Caterina Wexley.</q></p>"
    async with editing("vscode", folder) as editor:
        uri = editor.open("drafts/page.html", page, "html")
        first = (await editor.found(uri))[0]
        mending = "Mend all 2 misspellings of “Caterina Wexley” in this document"
        assert mending in titles(await editor.actions(uri, first.range, QUICK))


async def test_only_the_kinds_asked_for(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("drafts/letter.txt")
        one = (await editor.found(uri))[0]
        everywhere = types.Range(types.Position(0, 0), types.Position(9, 0))
        assert {a.kind for a in await editor.actions(uri, one.range, ["source"])} == {"source.fixAll.canonym"}
        kinds = {"quickfix", *(f"quickfix.canonym.{kind}" for kind in ("replace", "decide", "ignore"))}
        assert {a.kind for a in await editor.actions(uri, one.range, QUICK)} == kinds
        for kind in kinds - {"quickfix"}:
            assert {a.kind for a in await editor.actions(uri, one.range, [kind])} == {kind}
        offered = editor.answer.capabilities.code_action_provider.code_action_kinds
        assert set(offered) == {*kinds, "source.fixAll.canonym"}
        assert await editor.actions(uri, one.range, ["refactor"]) == []
        several = await editor.actions(uri, everywhere, QUICK)
        assert not any(action.is_preferred for action in several)


async def test_fix_all_mends_what_is_safe_and_nothing_else(folder):
    async with editing("neovim", folder) as editor:
        uri = editor.open("drafts/letter.txt")
        found = await editor.found(uri)
        text = (folder / "drafts/letter.txt").read_text("utf-8")
        [action] = await editor.actions(uri, found[0].range, FIX_ALL)
        assert action.edit.document_changes is None
        mended = applied(action.edit, uri, text, "utf-8")
        assert mended.splitlines()[2].startswith("Caterina Wexley wrote from Port Elsin that she would stay.")
        quoted = "“Port Elzin is mine,”"  # what somebody said is not mended unasked
        assert (quoted in mended) == all(
            action.is_preferred is None for action in await editor.actions(uri, found[2].range, QUICK)
        )


@pytest.mark.parametrize(("name", "versioned"), [("vscode", True), ("emacs", True), ("neovim", False)])
async def test_edits_come_as_the_editor_takes_them(name, versioned, folder):
    async with editing(name, folder) as editor:
        uri = editor.open("drafts/letter.txt")
        one = (await editor.found(uri))[0]
        action = (await editor.actions(uri, one.range, QUICK))[0]
        if versioned:
            [change] = action.edit.document_changes
            assert (change.text_document.uri, change.text_document.version) == (uri, 1)
        else:
            assert list(action.edit.changes) == [uri]


async def test_the_workspace_is_mended_when_the_action_is_chosen(folder):
    (folder / "drafts/second.md").write_text("She left *Port* Elzin, and Port Elzin wept.\n", "utf-8")
    async with editing("vscode", folder) as editor:
        uri = editor.open("drafts/letter.txt")
        found = await editor.found(uri)
        actions = await editor.actions(uri, found[1].range, QUICK)
        [mend] = [action for action in actions if action.title.endswith("in the workspace")]
        assert mend.edit is None
        resolved = await editor.request(types.CODE_ACTION_RESOLVE, mend)
        files = {change.text_document.uri: change for change in resolved.edit.document_changes}
        second = editor.uri("drafts/second.md")
        assert files.keys() == {uri, second}
        assert files[second].text_document.version is None
        assert len(files[uri].edits) == 2
        noted = set(resolved.edit.change_annotations)
        assert {edit.annotation_id for change in files.values() for edit in change.edits} == noted
        assert all(one.needs_confirmation for one in resolved.edit.change_annotations.values())


async def test_an_editor_that_cannot_resolve_runs_a_command_instead(folder):
    async with editing("emacs", folder) as editor:
        uri = editor.open("drafts/letter.txt")
        found = await editor.found(uri)
        actions = await editor.actions(uri, found[1].range, QUICK)
        [mend] = [action for action in actions if action.title.endswith("in the workspace")]
        assert await editor.run(mend.command.command, **mend.command.arguments[0]) is True
        [edit] = editor.applied
        assert "Port Elzin" not in applied(
            edit, uri, (folder / "drafts/letter.txt").read_text("utf-8"), "utf-32"
        )


WRITTEN = """\
Katerina Wexley wrote from Port Elzin that she would stay.

They met Kowalsky in Tortuna. Later Kowalski left; nobody saw Kowalski again.
"""
SPOTS = {
    "Port Elzin": "deprecated-term",
    "Masoud": "variant-name",
    "Punjir": "variant-name",
    "Salih": "variant-name",
    "Tortuna": "variant-name",
    "anti-Tibetan": "suspect-term",
    "Kowalsky": "inconsistent-name",
}


def learn_variant(folder):
    """Let the corpus have a spelling that is mostly another."""
    learned = folder / "termbase.learned.jsonl"
    termbase = load(learned.read_text("utf-8").splitlines(), "learned")
    terms = (Term("Tortona", TermStatus.PREFERRED, 9, 6), Term("Tortuna", TermStatus.DEPRECATED, 1, 1))
    concepts = sorted((*termbase.concepts, Concept("tortona", Kind.PLACE, terms)), key=lambda one: one.id)
    learned.write_text("".join(dump(termbase._replace(concepts=tuple(concepts)))), "utf-8")


@pytest.mark.parametrize("wrong", SPOTS)
async def test_every_fix_leaves_a_clean_spot(wrong, folder):
    """Each fix by itself, from the same start: what was found there is found no more."""
    text = WRITTEN if wrong in WRITTEN else (folder / "drafts" / DRAFT).read_text("utf-8")
    learn_variant(folder)
    async with editing("emacs", folder) as editor:
        written = (folder / "termbase.toml", folder / "canonym.toml")
        before = {path: path.read_bytes() for path in written}
        uri = editor.open("drafts/edited.txt", text)
        found = await editor.found(uri)
        at = next(one.range for one in found if f"“{wrong}" in one.message and one.code == SPOTS[wrong])
        fixes = [action.title for action in await editor.actions(uri, at, QUICK)]
        assert len(fixes) >= (8 if SPOTS[wrong] != "inconsistent-name" else 5), fixes
        for title in fixes:
            [action] = [one for one in await editor.actions(uri, at, QUICK) if one.title == title]
            if action.edit is None:
                command = action.command
                assert await editor.run(command.command, **command.arguments[0]) is True, title
            edit = action.edit or (editor.applied.pop() if editor.applied else types.WorkspaceEdit())
            spot = Spot(text, at)
            editor.replace(uri, applied(edit, uri, text, "utf-32"))
            await editor.until_found(uri, lambda left, edit=edit, spot=spot: spot.is_clean(left, edit, uri))
            editor.replace(uri, text)
            for path, data in before.items():
                path.write_bytes(data)
            changes = [types.FileEvent(path.as_uri(), types.FileChangeType.Changed) for path in before]
            editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changes))
            await editor.until_found(uri, lambda left: len(left) == len(found))


class Spot:
    """A place in a text, which moves with what is written before it."""

    def __init__(self, text, at):
        self.source = SourceText(text, Encoding.UTF32)
        self.start = self.source.offset(at.start)

    def is_clean(self, found, edit, uri):
        edits = edits_of(edit, uri)
        before = [one for one in edits if self.source.span(one.range).end <= self.start]
        spans = [self.source.span(one.range) for one in before]
        by = sum(len(one.new_text) for one in before) - sum(span.end - span.start for span in spans)
        now = SourceText(applied(edit, uri, self.source.text, "utf-32"), Encoding.UTF32)
        spans = [now.span(one.range) for one in found]
        return not any(span.start <= self.start + by < span.end for span in spans)
