"""Several roots, files outside, settings of the editor, changes on disk, drafts that are not open."""

import asyncio
import shutil

import pytest
from lsprotocol import types

from lsp.editor import editing

pytestmark = pytest.mark.asyncio

WRONG = "Then Katerina Wexley came.\n"
QUIET = 'ignore = ["deprecated-term", "variant-name"]\n'
ERROR, WARNING = types.DiagnosticSeverity.Error, types.DiagnosticSeverity.Warning


async def test_each_root_has_its_own_settings_and_termbase(folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "termbase.toml").write_text('[[name]]\npreferred = "Katerina Wexley"\n', "utf-8")
    quiet = tmp_path / "quiet"
    shutil.copytree(folder, quiet)
    (quiet / "canonym.toml").write_text(QUIET, "utf-8")
    async with editing("vscode", folder, folders=[folder, other, quiet]) as editor:
        assert len(await editor.found(editor.open("a.txt", WRONG))) == 1
        assert await editor.found(editor.open((other / "a.txt").as_uri(), WRONG)) == []
        assert await editor.found(editor.open((quiet / "a.txt").as_uri(), WRONG)) == []


async def test_a_file_outside_of_any_root_has_its_own(folder, tmp_path):
    async with editing("vscode", tmp_path, folders=[]) as editor:
        assert len(await editor.found(editor.open((folder / "drafts/a.txt").as_uri(), WRONG))) == 1
        assert await editor.found(editor.open((tmp_path / "a.txt").as_uri(), WRONG)) == []


async def test_a_folder_that_is_removed_leaves_open_documents_as_they_are(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("a.txt", WRONG)
        assert len(await editor.found(uri)) == 1
        removed = [types.WorkspaceFolder(folder.as_uri(), folder.name)]
        event = types.WorkspaceFoldersChangeEvent(added=[], removed=removed)
        params = types.DidChangeWorkspaceFoldersParams(event)
        editor.client.workspace_did_change_workspace_folders(params)
        assert len(await editor.found(uri)) == 1
        shutil.rmtree(folder)
        editor.replace(uri, WRONG + WRONG)
        assert len(await editor.found(uri)) == 2


OVERRIDES = [
    ({}, [ERROR]),
    ({"rules": {"deprecated-term": "warning"}}, [WARNING]),
    ({"rules": {"deprecated-term": "off", "variant-name": "off"}}, []),
    ({"ignore": ["deprecated-term", "variant-name"]}, []),
    ({"select": ["term-form"]}, []),
    ({"enable": False}, []),
    ({"rules": {"deprecated-term": "loud"}, "select": 3}, [ERROR]),
]


async def test_settings_of_the_editor_lie_over_those_of_the_project(folder):
    async with editing("vscode", folder) as editor:
        for number, (settings, found) in enumerate(OVERRIDES):
            uri = editor.uri(f"{number}.txt")
            editor.client.set_configuration(settings, section="canonym", scope_uri=uri)
            diagnostics = await editor.found(editor.open(uri, WRONG))
            assert [one.severity for one in diagnostics] == found, settings


async def test_settings_are_asked_for_each_document_and_again_when_they_change(folder):
    async with editing("vscode", folder) as editor:
        other = editor.uri("b.txt")
        editor.client.set_configuration({"enable": False}, section="canonym", scope_uri=other)
        uri = editor.open("a.txt", WRONG)
        editor.open("b.txt", WRONG)
        assert len(await editor.found(uri)) == 1
        assert await editor.found(other) == []
        editor.client.set_configuration({}, section="canonym", scope_uri=other)
        params = types.DidChangeConfigurationParams(settings=None)
        editor.client.workspace_did_change_configuration(params)
        assert len(await editor.until_found(other, bool)) == 1


async def test_the_editor_names_a_termbase_where_no_project_does(folder, tmp_path):
    settings = {"termbase": [str(folder / "termbase.toml")]}
    async with editing("vscode", tmp_path, folders=[], configuration=settings) as editor:
        assert len(await editor.found(editor.open((tmp_path / "a.txt").as_uri(), WRONG))) == 1


async def test_an_unsaved_termbase_counts_as_it_stands_in_the_editor(folder):
    async with editing("emacs", folder) as editor:
        uri = editor.open("a.txt", WRONG)
        assert len(await editor.found(uri)) == 1
        termbase = editor.open("termbase.toml", '[[name]]\npreferred = "Katerina Wexley"\n', "toml")
        assert await editor.until_found(uri, lambda found: not found) == []
        editor.close(termbase)
        assert len(await editor.until_found(uri, bool)) == 1


async def test_unsaved_settings_count_too(folder):
    async with editing("emacs", folder) as editor:
        uri = editor.open("a.txt", WRONG)
        assert len(await editor.found(uri)) == 1
        editor.open("canonym.toml", QUIET, "toml")
        assert await editor.until_found(uri, lambda found: not found) == []


async def test_changes_on_disk_are_noticed_even_if_the_editor_watches_nothing(folder):
    async with editing("neovim", folder) as editor:
        uri = editor.open("a.txt", WRONG)
        assert len(await editor.found(uri)) == 1
        (folder / "termbase.toml").write_text('[[name]]\npreferred = "Katerina Wexley"\n', "utf-8")
        assert await editor.until_found(uri, lambda found: not found) == []


async def test_drafts_that_are_not_open_are_reported_and_then_the_answer_waits(folder):
    async with editing("vscode", folder) as editor:
        params = types.WorkspaceDiagnosticParams(previous_result_ids=[], partial_result_token="part")
        first = await editor.request(types.WORKSPACE_DIAGNOSTIC, params)
        reports = {one.uri: one for one in first.items}
        letter = editor.uri("drafts/letter.txt")
        assert letter in reports
        assert len(reports[letter].items) == 4
        assert not any("/articles/" in uri for uri in reports)
        known = [types.PreviousResultId(one.uri, one.result_id) for one in first.items]
        params = types.WorkspaceDiagnosticParams(previous_result_ids=known)
        waiting = asyncio.ensure_future(editor.request(types.WORKSPACE_DIAGNOSTIC, params))
        uri = editor.open("a.txt", WRONG)
        assert len(await editor.found(uri)) == 1  # nobody waits behind the held answer
        assert not waiting.done()
        (folder / "drafts/letter.txt").write_text("All is well.\n", "utf-8")
        change = types.FileEvent(letter, types.FileChangeType.Changed)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
        [news] = (await waiting).items
        assert (news.uri, list(news.items)) == (letter, [])


async def test_of_a_folder_that_comes_or_goes_the_drafts_in_it_are_told(folder):
    async with editing("vscode", folder) as editor:

        def tell(path, kind):
            change = types.FileEvent((folder / path).as_uri(), kind)
            editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))

        def ask(known):
            params = types.WorkspaceDiagnosticParams(previous_result_ids=known)
            return asyncio.ensure_future(editor.request(types.WORKSPACE_DIAGNOSTIC, params))

        first = await ask([])
        known = [types.PreviousResultId(one.uri, one.result_id) for one in first.items]
        waiting = ask(known)
        (folder / "notes.bin").write_bytes(b"")
        tell("notes.bin", types.FileChangeType.Created)
        assert len(await editor.found(editor.open("a.txt", WRONG))) == 1
        assert not waiting.done()  # it is no draft, and no folder
        (folder / "drafts").rename(folder.parent / "elsewhere")
        tell("drafts", types.FileChangeType.Deleted)
        gone = (await waiting).items
        assert {one.uri for one in gone} >= {editor.uri("drafts/letter.txt")}
        assert not any(one.items for one in gone)
        waiting = ask([types.PreviousResultId(one.uri, one.result_id) for one in gone])
        (folder.parent / "elsewhere").rename(folder / "letters")
        tell("letters", types.FileChangeType.Created)
        assert editor.uri("letters/letter.txt") in {one.uri for one in (await waiting).items}


async def test_many_drafts_come_in_parts(folder):
    for number in range(45):
        (folder / f"drafts/{number}.txt").write_text(WRONG, "utf-8")
    async with editing("vscode", folder) as editor:
        params = types.WorkspaceDiagnosticParams(previous_result_ids=[], partial_result_token="part")
        last = await editor.request(types.WORKSPACE_DIAGNOSTIC, params)
        parts = [one for one in editor.progress if one.token == "part"]
        assert len(parts) == 2
        assert len(last.items) == 47 - 40


async def test_the_user_may_leave_closed_drafts_alone(folder):
    async with editing("vscode", folder, configuration={"workspaceDiagnostics": False}) as editor:
        params = types.WorkspaceDiagnosticParams(previous_result_ids=[])
        waiting = asyncio.ensure_future(editor.request(types.WORKSPACE_DIAGNOSTIC, params))
        assert len(await editor.found(editor.open("a.txt", WRONG))) == 1
        assert not waiting.done()
        waiting.cancel()


async def test_a_command_may_name_a_folder_instead_of_a_document(folder):
    inner = folder / "drafts"
    (inner / "canonym.toml").write_text("", "utf-8")
    async with editing("vscode", folder) as editor:
        for uri, root in [(folder.as_uri(), folder), (inner.as_uri(), inner), (editor.uri("a.txt"), folder)]:
            assert (await editor.run("canonym.status", uri=uri))["root"] == root.as_uri()
        assert await editor.run("canonym.addName", uri=inner.as_uri(), form="Punjir") is True
        assert "Punjir" in (inner / "termbase.toml").read_text("utf-8")
