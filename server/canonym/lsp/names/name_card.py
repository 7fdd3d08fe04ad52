"""The card of a name, for hovers and explanations."""

from collections.abc import Iterator

from canonym.checking.finding import Finding
from canonym.lsp.checks.diagnostics import place_of
from canonym.lsp.names.text_for_people import Prose
from canonym.project.project import Project
from canonym.termbase.concept import Attestation, Concept, Term, TermStatus

_SENTENCES = 2
_STANDINGS = {
    TermStatus.PREFERRED: "preferred",
    TermStatus.ADMITTED: "admitted",
    TermStatus.DEPRECATED: "wrong",
    TermStatus.SUPERSEDED: "former name",
    None: "undecided",
}


def card(text: str, concept: Concept | None, finding: Finding | None, project: Project, prose: Prose) -> str:
    """Return the card of the name that a draft writes as ``text``.

    Args:
        text: The text in the draft.
        concept: The name, if it is known.
        finding: The finding there, if any.
        project: The project of the articles with the examples.
        prose: Writes Markdown or plain text.
    """
    parts: list[str] = []
    if concept is not None:
        parts.append(_title(concept, prose))
        parts.append(_standing(text, concept, prose))
    if finding is not None:
        parts.append(prose.strong(finding.rule) + ": " + prose.plain(finding.message))
    if concept is not None:
        parts.append("\n".join(_forms(concept, prose)))
        parts += _examples(text, concept, project, prose)
        parts += _more(concept, prose)
    elif finding is not None:
        parts += [_example(one, project, prose) for one in finding.evidence.examples[:_SENTENCES]]
    return "\n\n".join(part for part in parts if part)


def explanation(finding: Finding, prose: Prose) -> str:
    """Return the reasons for a finding, feature by feature."""
    lines = [prose.item(f"{c.score:+.1f}  {c.name}: {c.reason}") for c in finding.comparisons if c.reason]
    sure = f"{finding.confidence:.0%} sure"
    return "\n".join([prose.strong(sure), "", *lines]) if lines else prose.strong(sure)


def standing_of(text: str, concept: Concept) -> str:
    """Return the status of a form in words."""
    term = next((term for term in concept.terms if term.form == text), None)
    return "not known in this spelling" if term is None else _STANDINGS[term.status]


def figures(term: Term) -> str:
    """Return the evidence of a form in figures; empty if there are none."""
    if not term.frequency:
        return ""
    mentions = "1 mention" if term.frequency == 1 else f"{term.frequency} mentions"
    return f"{mentions} in {'1 article' if term.articles == 1 else f'{term.articles} articles'}"


def best_attestation(concept: Concept, text: str = "") -> Attestation | None:
    """Return the best example of a name: of its form ``text`` if there is one, else of its first forms."""
    terms = sorted(concept.terms, key=lambda term: term.form != text)
    return next((example for term in terms for example in term.attestations), None)


def _title(concept: Concept, prose: Prose) -> str:
    name = concept.terms[0].form
    kind = "" if concept.kind.value == "name" else f" · {concept.kind.value}"
    return prose.strong(name) + prose.plain(kind)


def _standing(text: str, concept: Concept, prose: Prose) -> str:
    standing = standing_of(text, concept)
    decided = f" ({concept.origin.value} in {concept.source})" if concept.source else ""
    return prose.emphasis(text) + prose.plain(f": {standing}{decided}")


def _forms(concept: Concept, prose: Prose) -> Iterator[str]:
    for term in concept.terms:
        if not term.language:
            known = ", ".join(part for part in (_STANDINGS[term.status], figures(term), term.note) if part)
            yield prose.item(f"{term.form}: {known}")


def _examples(text: str, concept: Concept, project: Project, prose: Prose) -> Iterator[str]:
    terms = sorted(
        concept.terms, key=lambda term: (term.status is not TermStatus.PREFERRED, term.form != text)
    )
    examples = [example for term in terms for example in term.attestations]
    for example in sorted(examples, key=lambda one: not one.text)[:_SENTENCES]:
        yield _example(example, project, prose)


def _example(example: Attestation, project: Project, prose: Prose) -> str:
    place = place_of(example, project)
    address = "" if place is None else f"{place.uri}#L{example.line}"
    source = prose.link(f"{example.path}:{example.line}", address)
    return prose.quote(example.text, source) if example.text else source


def _more(concept: Concept, prose: Prose) -> Iterator[str]:
    if concept.never:
        yield prose.plain("Never the same as: " + ", ".join(concept.never))
    if concept.note:
        yield prose.plain(concept.note)
    foreign = [f"{term.language}: {term.form}" for term in concept.terms if term.language]
    if foreign:
        yield prose.plain("Other languages: " + ", ".join(foreign))
    for link in concept.links:
        yield prose.plain(f"Probably {link.language}: {link.form} ({link.evidence})")
