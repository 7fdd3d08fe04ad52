"""Loading a large termbase: shown, stopped, done by a process of its own."""

from itertools import product

import pytest
from lsprotocol import types

from canonym.project.load_index import slow_to_load
from canonym.project.project import Project
from canonym.termbase.concept import Concept, Kind, Term
from canonym.termbase.learned import dump
from canonym.termbase.termbase import Termbase
from lsp.editor import editing

pytestmark = pytest.mark.asyncio

SYLLABLES = "ba chi do fu gha hei jo ka li mou na pe qa ri sho ta vu wei ya zo".split()
WRONG = "Then Katerina Wexley met him in town, and Katerina left.\n"


@pytest.fixture
def large(folder):
    """The newsroom with a learned termbase of so many names that nobody wants to wait for it."""
    names = sorted(f"{a}{b}{c} {d}{a}" for a, b, c, d in product(SYLLABLES, SYLLABLES, SYLLABLES, "tkmb"))
    concepts = (
        Concept(n.replace(" ", "-"), Kind.NAME, (Term(n.title(), frequency=9, articles=3),)) for n in names
    )
    lines = dump(Termbase(tuple(concepts), (), 9, {}, language="en"))
    (folder / "termbase.learned.jsonl").write_text("".join(lines), "utf-8")
    return folder


def bars(editor):
    return [one.value for one in editor.progress if _kind(one.value) == "begin"]


def _kind(value):
    return value["kind"] if isinstance(value, dict) else value.kind


async def test_a_small_termbase_needs_no_bar(folder):
    async with editing("vscode", folder) as editor:
        assert len(await editor.found(editor.open("a.txt", WRONG))) == 2
        assert bars(editor) == []


async def test_a_large_one_is_loaded_while_everything_else_goes_on(large):
    async with editing("vscode", large) as editor:
        uri = editor.open("a.txt", WRONG)
        await editor.until(lambda: bars(editor))
        settings = editor.open("canonym.toml", "corpvs = []\n", "toml")
        assert "corpvs" in (await editor.found(settings))[0].message
        found = await editor.found(uri)
        assert len(found) == 2
        assert {_kind(one.value) for one in editor.progress} == {"begin", "end"}
        assert editor.statuses[-1].concepts > 30_000


async def test_a_large_one_is_compiled_for_the_languages_of_the_settings(large):
    settings = 'language = "de"\n[language-by-path]\n"fr/*.txt" = "fr"\n'
    (large / "canonym.toml").write_text(settings, "utf-8")
    async with editing("vscode", large) as editor:
        assert await editor.found(editor.open("a.txt", WRONG))
        # What was learned of each language, and what was decided in German.
        assert len(list(large.glob(".canonym/index/*.index"))) == 3
    project = Project.find(large)
    languages = (project.settings.language, project.languages_by_path)
    assert slow_to_load(project.sources, project.kept_beside, *languages) == ()


async def test_loading_can_be_stopped_and_what_people_decided_still_counts(large):
    async with editing("vscode", large) as editor:
        uri = editor.open("a.txt", WRONG)
        await editor.until(lambda: bars(editor))
        params = types.WorkDoneProgressCancelParams(editor.progress[0].token)
        editor.client.window_work_done_progress_cancel(params)
        assert len(await editor.found(uri)) == 2
        status = editor.statuses[-1]
        assert (status.state, status.concepts) == ("stale", 2)
        assert "stopped" in status.problems[0]
        assert not list(large.glob(".canonym/index/*.index"))


async def test_the_old_termbase_serves_while_a_new_one_is_loaded(large):
    learned = large / "termbase.learned.jsonl"
    new = learned.read_bytes()
    learned.unlink()
    async with editing("vscode", large) as editor:
        uri = editor.open("a.txt", WRONG)
        assert len(await editor.found(uri)) == 2
        learned.write_bytes(new)
        event = types.FileEvent(learned.as_uri(), types.FileChangeType.Created)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        await editor.until(lambda: bars(editor))
        editor.replace(uri, WRONG + WRONG)
        assert len(await editor.found(uri)) == 4
        assert [one.state for one in editor.statuses] == ["ready"]
        await editor.until(lambda: editor.statuses[-1].concepts > 30_000)
