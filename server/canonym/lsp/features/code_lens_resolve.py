"""``codeLens/resolve``: the text of a lens over an entry of ``termbase.toml``."""

from pathlib import Path

from lsprotocol import types

from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.documents.uris import path_of
from canonym.lsp.session.loaded_project import Knowledge
from canonym.lsp.session.roots import Root
from canonym.lsp.session.session import Session
from canonym.termbase.concept import Concept

METHOD = types.CODE_LENS_RESOLVE


async def handle(session: Session, checks: DraftChecks, lens: types.CodeLens) -> types.CodeLens:
    """Return the lens with its text. A click does nothing."""
    data = lens.data if isinstance(lens.data, dict) else {}
    root = session.roots.of(path_of(str(data.get("uri", ""))))
    path, line = path_of(str(data.get("uri", ""))), int(data.get("line", -1)) + 1
    concept = await session.workers.later(_concept, await root.knowledge(), path, line)
    if concept is None:
        title = "not in use yet"
    elif data.get("about") == "drafts":
        title = await _drafts(checks, root, concept)
    else:
        title = _attestations(concept)
    lens.command = types.Command(title=title, command="")
    return lens


def _concept(knowledge: Knowledge, path: Path | None, line: int) -> Concept | None:
    for concept in knowledge.index.authored():
        name, _, number = concept.source.rpartition(":")
        if number == str(line) and name and knowledge.project.root / name == path:
            return concept
    return None


def _attestations(concept: Concept) -> str:
    mentions = sum(term.frequency for term in concept.terms)
    articles = max((term.articles for term in concept.terms), default=0)
    if not mentions:
        return "no attestation in the corpus"
    return f"{mentions} attestations, in up to {articles} articles by form"


async def _drafts(checks: DraftChecks, root: Root, concept: Concept) -> str:
    """Return how many drafts have a finding about this name."""
    uris = {
        analysis.snapshot.uri
        for analysis in await checks.analyses_of_open(root)
        if any(one.concept is not None and one.concept.id == concept.id for one in analysis.findings)
    }
    async for path, draft in checks.workspace_check.of(root):
        if any(one.concept is not None and one.concept.id == concept.id for one in draft.findings):
            uris.add(str(path))
    return {0: "no draft writes it otherwise", 1: "1 draft writes it otherwise"}.get(
        len(uris), f"{len(uris)} drafts write it otherwise"
    )
