"""Commands that take their time; each has a progress bar that stops it."""

from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.checking.finding import Finding
from canonym.lsp.background.progress_bars import Report
from canonym.lsp.background.start_learning import learn_termbase
from canonym.lsp.commands import arguments as takes
from canonym.lsp.documents.uris import uri_of
from canonym.lsp.fixes.workspace import workspace_edit
from canonym.lsp.session.roots import Root
from canonym.project.files.resolved_paths import resolve
from canonym.text.printable import printable

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer


async def learn(server: "CanonymServer", given: takes.Learn) -> dict[str, object]:
    """Learn a termbase; answers with what was learned, when it is in use."""
    root = server.root_of(given.root)
    within = server.writable()
    resolve((await root.knowledge()).project.learned, within)
    learned = await server.work.show("Canonym: learning", lambda report: learn_termbase(root, within, report))
    root.outdated = False
    await server.reload(root)
    return learned


async def check_workspace(server: "CanonymServer", given: takes.CheckWorkspace) -> dict[str, object]:
    """Check all drafts; answers with the number of findings by file, and by rule in all."""
    folders = server.roots.folders
    roots = (
        [server.root_of(given.root)] if given.root or not folders else map(server.roots.of_folder, folders)
    )
    checked: dict[str, object] = {}
    rules: dict[str, int] = {}

    async def check(report: Report) -> None:
        for root in dict.fromkeys(roots):
            await _check(server, root, report, checked, rules)

    await server.work.show("Canonym: checking", check)
    server.publisher.look_again()
    return {"files": checked, "rules": rules, "findings": sum(rules.values())}


async def replace_in_workspace(server: "CanonymServer", given: takes.ReplaceInWorkspace) -> bool:
    """Mend a name in all drafts; answers whether the editor applied the edit."""
    edit = await workspace_edit(server, given.uri, given.concept)
    answer = await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, "Canonym"))
    return answer.applied


async def _check(
    server: "CanonymServer", root: Root, report: Report, checked: dict[str, object], rules: dict[str, int]
) -> None:
    total = len(await server.drafts.files((await root.knowledge()).project))
    found = [(one.snapshot.uri, one.findings) for one in await server.analyses_of_open(root)]
    for uri, findings in found:
        checked[uri] = len(findings)
        _count(rules, findings)
    async for path, swept in server.sweep.of(root):
        checked[uri_of(path)] = len(swept.findings)
        _count(rules, swept.findings)
        report(printable(path.name), min(100 * len(checked) // max(total, 1), 100))


def _count(rules: dict[str, int], findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        rules[finding.rule] = rules.get(finding.rule, 0) + 1
