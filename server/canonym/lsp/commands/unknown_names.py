"""Names in drafts that are in no termbase."""

from collections import defaultdict

from canonym.lsp.checks.analysis import Analysis
from canonym.lsp.commands.command_context import CommandContext
from canonym.lsp.commands.mention_json import mention_at
from canonym.lsp.session.roots import Root

_MOST = 500
"""Most names in an answer."""
_MOST_MENTIONS = 200
"""Most mentions of one name in an answer. ``count`` includes the others."""

_Found = dict[str, list[dict[str, object]]]


async def unknown_names(context: CommandContext, root: Root) -> list[dict[str, object]]:
    """Return names of open and closed drafts that are in no termbase, the most mentioned first.

    They have the shape of the answer of ``canonym.names``. Their ``id`` belongs to no concept.
    """
    session, checks = context.session, context.checks
    found: _Found = defaultdict(list)
    basis = await session.basis_of_root(root)
    for analysis in await checks.analyses_of_open(root):
        await session.workers.later(_add, analysis, found)
    files = await checks.closed_drafts.files(basis.knowledge.project)
    async for analysis in checks.closed_drafts.each(files, basis):
        await session.workers.later(_add, analysis, found)
    order = sorted(found, key=lambda form: (-len(found[form]), form))[:_MOST]
    return [_name(form, found[form]) for form in order]


def _add(analysis: Analysis, found: _Found) -> None:
    for form in analysis.examined.survey.forms:
        if not form.concept:
            found[form.text] += (mention_at(analysis, span) for span in form.spans)


def _name(form: str, mentions: list[dict[str, object]]) -> dict[str, object]:
    spelling = {
        "text": form,
        "standing": "new",
        "wrong": False,
        "count": len(mentions),
        "mentions": mentions[:_MOST_MENTIONS],
    }
    return {
        "id": f"?{form}",
        "name": form,
        "kind": "name",
        "origin": "draft",
        "undecided": False,
        "note": "",
        "entry": None,
        "count": len(mentions),
        "spellings": [spelling],
    }
