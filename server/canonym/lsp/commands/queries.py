"""Commands that answer questions."""

from collections import defaultdict
from collections.abc import Iterator

from canonym.lsp.checks.analysis import Analysis
from canonym.lsp.checks.diagnostics import place_of
from canonym.lsp.commands import arguments as takes
from canonym.lsp.commands.command_context import CommandContext
from canonym.lsp.commands.mention_json import mention_at, range_json
from canonym.lsp.commands.unknown_names import unknown_names
from canonym.lsp.documents.uris import path_of
from canonym.lsp.names.at_position import named
from canonym.lsp.names.entry_places import entry_of
from canonym.lsp.names.name_card import card, explanation, standing_of
from canonym.lsp.names.text_for_people import Prose
from canonym.lsp.session.loaded_project import Knowledge
from canonym.lsp.session.status import status_of
from canonym.spelling import fold
from canonym.termbase.concept import Concept, Term

_MOST = 500
"""Most names in an answer."""
_MOST_MENTIONS = 200
"""Most mentions of one spelling in an answer. ``count`` includes the others."""


async def explain(context: CommandContext, given: takes.Explain) -> str:
    """Return what is known of a name, in Markdown: the card, and the reason for a finding."""
    prose = Prose(markdown=True)
    analysis = await context.checks.analysis(given.uri)
    knowledge = await context.session.roots.of(path_of(given.uri)).knowledge()
    finding, index = None, knowledge.index
    if analysis is not None:
        finding = next((one for one in analysis.findings if one.text == given.text), None)
        index = analysis.index_at(finding.span.start if finding else 0)
    if finding is not None and finding.concept is not None:
        concept = index.concept(finding.concept.id)
    else:
        concept = next(iter(index.folded(given.text)), None)
    written = card(given.text, concept, finding, knowledge.project, prose)
    if finding is not None:
        written += "\n\n" + explanation(finding, prose)
    return written or f"Nothing is known of {prose.emphasis(given.text)}."


async def status(context: CommandContext, given: takes.Status) -> dict[str, object]:
    """Return the state of a root."""
    root = context.session.roots.of(path_of(given.uri) if given.uri else None)
    return status_of(root, context.session.failures, context.session.unnamed).json()


async def undecided(context: CommandContext, given: takes.Undecided) -> list[dict[str, object]]:
    """Return names with competing spellings, the commonest first."""
    root = context.session.root_of(given.root)
    return await context.session.workers.later(_undecided, await root.knowledge())


async def names(context: CommandContext, given: takes.Names) -> list[dict[str, object]]:
    """Return the names of open documents and drafts with their spellings and mentions."""
    session, checks = context.session, context.checks
    root = session.root_of(given.root)
    if given.new:
        return await unknown_names(context, root)
    knowledge = await root.knowledge()
    tree = _Tree(fold(given.filter))
    for analysis in await checks.analyses_of_open(root):
        await session.workers.later(tree.add, analysis)
    basis = await session.basis_of_root(root)
    files = await checks.closed_drafts.files(knowledge.project)
    async for analysis in checks.closed_drafts.each(files, basis):
        await session.workers.later(tree.add, analysis)
    return tree.json(knowledge)


class _Tree:
    """Names, their spellings, their mentions."""

    def __init__(self, wanted: str) -> None:
        self._wanted = wanted
        self._concepts: dict[str, Concept] = {}
        self._spellings: dict[str, dict[str, list[dict[str, object]]]] = defaultdict(
            lambda: defaultdict(list)
        )

    def add(self, analysis: Analysis) -> None:
        """Add the mentions of a document."""
        for one in named(analysis):
            if one.concept is not None and self._wants(one.concept, one.text):
                self._concepts[one.concept.id] = one.concept
                spelling = " ".join(one.text.split())
                self._spellings[one.concept.id][spelling].append(mention_at(analysis, one.span, one.finding))

    def json(self, knowledge: Knowledge) -> list[dict[str, object]]:
        """Return the tree, the most mentioned names first."""
        order = sorted(self._concepts, key=lambda id_: (-self._count(id_), id_))[:_MOST]
        return [self._name(self._concepts[id_], knowledge) for id_ in order]

    def _wants(self, concept: Concept, text: str) -> bool:
        forms = (text, *(term.form for term in concept.terms))
        return not self._wanted or any(self._wanted in fold(form) for form in forms)

    def _count(self, id_: str) -> int:
        return sum(len(mentions) for mentions in self._spellings[id_].values())

    def _name(self, concept: Concept, knowledge: Knowledge) -> dict[str, object]:
        spellings = sorted(self._spellings[concept.id].items(), key=lambda item: (-len(item[1]), item[0]))
        return {
            **_concept(concept, knowledge),
            "count": self._count(concept.id),
            "spellings": [
                {
                    "text": text,
                    "standing": standing_of(text, concept),
                    "wrong": any(mention["rule"] for mention in mentions),
                    "count": len(mentions),
                    "mentions": mentions[:_MOST_MENTIONS],
                }
                for text, mentions in spellings
            ],
        }


def _undecided(knowledge: Knowledge) -> list[dict[str, object]]:
    concepts = knowledge.index.undecided_concepts()
    found = sorted(concepts, key=lambda one: (-sum(term.articles for term in one.terms), one.id))
    return [
        {**_concept(concept, knowledge), "forms": [_form(term, knowledge) for term in concept.terms]}
        for concept in found[:_MOST]
    ]


def _concept(concept: Concept, knowledge: Knowledge) -> dict[str, object]:
    entry = entry_of(concept, knowledge.project)
    return {
        "id": concept.id,
        "name": concept.terms[0].form,
        "kind": concept.kind.value,
        "origin": concept.origin.value,
        "undecided": concept.undecided,
        "note": concept.note,
        "entry": None if entry is None else {"uri": entry.uri, "range": range_json(entry.range)},
    }


def _form(term: Term, knowledge: Knowledge) -> dict[str, object]:
    return {
        "form": term.form,
        "frequency": term.frequency,
        "articles": term.articles,
        "examples": list(_examples(term, knowledge)),
    }


def _examples(term: Term, knowledge: Knowledge) -> Iterator[dict[str, object]]:
    for example in term.attestations:
        place = place_of(example, knowledge.project)
        uri = None if place is None else place.uri
        yield {"path": example.path, "line": example.line, "text": example.text, "uri": uri}
