"""Names that compete from one draft to another."""

import pytest
from lsprotocol import types

from lsp.editor import editing

pytestmark = pytest.mark.asyncio

ONCE = "They met Kowalsky there.\n"
OFTEN = "They met Kowalski there. Later Kowalski left. Kowalski wept.\n"


def competing(found):
    return [one for one in found if one.code == "inconsistent-name"]


async def test_drafts_that_agree_stay_silent(folder):
    async with editing("emacs", folder) as editor:
        one, two = editor.open("drafts/one.txt", ONCE), editor.open("drafts/two.txt", ONCE)
        assert competing(await editor.found(one)) == competing(await editor.found(two)) == []


@pytest.mark.parametrize("name", ["emacs", "vscode", "neovim"])
async def test_names_of_open_drafts_compete_as_they_are_typed(name, folder):
    async with editing(name, folder) as editor:
        one = editor.open("drafts/one.txt", ONCE)
        assert competing(await editor.found(one)) == []
        two = editor.open("drafts/two.txt", OFTEN)
        assert competing(await editor.found(two)) == []
        [finding] = competing(await editor.until_found(one, competing))
        assert "“Kowalski”" in finding.message
        if name == "vscode":
            [related] = finding.related_information
            assert (related.location.uri, related.location.range.start.character) == (two, 9)
        actions = await editor.actions(one, finding.range, ["quickfix"])
        assert "Replace with “Kowalski”" in [action.title for action in actions]
        editor.replace(two, ONCE)
        await editor.found(two)
        await editor.until_found(one, lambda found: not competing(found))
        editor.replace(two, OFTEN)
        await editor.found(two)
        await editor.until_found(one, competing)
        editor.close(two)
        await editor.until_found(one, lambda found: not competing(found))


async def test_a_rule_that_is_off_compares_nothing(folder):
    with (folder / "canonym.toml").open("a") as settings:
        settings.write('ignore = ["inconsistent-name"]\n')
    async with editing("vscode", folder) as editor:
        one, two = editor.open("drafts/one.txt", ONCE), editor.open("drafts/two.txt", OFTEN)
        await editor.found(two)
        assert competing(await editor.found(one)) == []


async def test_closed_drafts_compete_once_the_workspace_was_checked(folder):
    (folder / "drafts/two.txt").write_text(OFTEN, "utf-8")
    (folder / "drafts/three.txt").write_text(ONCE, "utf-8")
    async with editing("vscode", folder) as editor:
        one = editor.open("drafts/one.txt", ONCE)
        params = types.WorkspaceDiagnosticParams(previous_result_ids=[])
        reports = (await editor.request(types.WORKSPACE_DIAGNOSTIC, params)).items
        last = {report.uri: report for report in reports}
        assert len(competing(last[editor.uri("drafts/three.txt")].items)) == 1
        assert editor.uri("drafts/two.txt") not in last or not competing(
            last[editor.uri("drafts/two.txt")].items
        )
        [finding] = competing(await editor.until_found(one, competing))
        assert finding.related_information[0].location.uri == editor.uri("drafts/two.txt")
