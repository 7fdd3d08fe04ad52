"""Commands that may take long. Each has a progress bar with a button that stops it."""

from canonym.checking.finding import Finding
from canonym.lsp.background.progress_bars import Report
from canonym.lsp.background.start_learning import learn_termbase
from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.commands import arguments as takes
from canonym.lsp.commands.command_context import CommandContext
from canonym.lsp.documents.uris import uri_of
from canonym.lsp.fixes.replace_in_workspace import workspace_edit
from canonym.lsp.session.roots import Root
from canonym.project.files.links_outside import resolve
from canonym.text.printable import printable


async def learn(context: CommandContext, given: takes.Learn) -> dict[str, object]:
    """Learn a termbase. Answer with a summary once the termbase is loaded."""
    session = context.session
    root = session.root_of(given.root)
    within = session.writable()
    resolve((await root.knowledge()).project.learned, within)
    learned = await session.work.show(
        "Canonym: learning", lambda report: learn_termbase(root.path, within, report)
    )
    root.outdated = False
    await root.reload()
    return learned


async def check_workspace(context: CommandContext, given: takes.CheckWorkspace) -> dict[str, object]:
    """Check all drafts. Answer with the number of findings by file and by rule."""
    session = context.session
    folders = session.roots.folders
    roots = (
        [session.root_of(given.root)] if given.root or not folders else map(session.roots.of_folder, folders)
    )
    checked: dict[str, object] = {}
    rules: dict[str, int] = {}

    async def check(report: Report) -> None:
        for root in dict.fromkeys(roots):
            await _check(context.checks, root, report, checked, rules)

    await session.work.show("Canonym: checking", check)
    context.checks.publisher.show_all()
    return {"files": checked, "rules": rules, "findings": sum(rules.values())}


async def replace_in_workspace(context: CommandContext, given: takes.ReplaceInWorkspace) -> bool:
    """Replace wrong forms of a name in all drafts. Answer whether the editor applied the edit."""
    edit = await workspace_edit(context.session, context.checks, given.uri, given.concept)
    return await context.session.editor.apply(edit)


async def _check(
    checks: DraftChecks, root: Root, report: Report, checked: dict[str, object], rules: dict[str, int]
) -> None:
    total = len(await checks.closed_drafts.files((await root.knowledge()).project))
    found = [(one.snapshot.uri, one.findings) for one in await checks.analyses_of_open(root)]
    for uri, findings in found:
        checked[uri] = len(findings)
        _count(rules, findings)
    async for path, draft in checks.workspace_check.of(root):
        checked[uri_of(path)] = len(draft.findings)
        _count(rules, draft.findings)
        report(printable(path.name), min(100 * len(checked) // max(total, 1), 100))


def _count(rules: dict[str, int], findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        rules[finding.rule] = rules.get(finding.rule, 0) + 1
