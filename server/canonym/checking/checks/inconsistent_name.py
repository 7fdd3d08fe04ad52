"""Two spellings compete and nothing decides.

One draft, or the drafts checked together, write one name in two ways, and neither the termbase nor
the corpus says which is right. Works without a termbase.

- flagged: Herr **Kowalsky** spoke. … Later Kowalski left. (the rarer form, or the later one)
- left alone: *Johann* and *Johanna* (a name of her own), *Maria Kowalska* beside *Jan Kowalski*

Fix: the commoner form; never safe, since nobody has decided yet. Deciding once in ``termbase.toml``
ends the question for all drafts.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from canonym.checking.competing_forms import Contest, Form, Survey, contests, survey
from canonym.checking.draft_under_check import DraftUnderCheck, apostrophe_in
from canonym.checking.finding import ConceptRef, Finding, Related, Severity
from canonym.checking.fixes.style_of_place import as_written
from canonym.spelling.grammar import NO_GRAMMAR, Grammar
from canonym.termbase.language_tags import primary
from canonym.text.span import Span

SEVERITY = Severity.WARNING
TAGS = ("names", "consistency")
FIXABLE = "unsafe"
CONFIDENCE = 0.7
"""Spelling alone speaks; nobody has decided."""


def find(checked: DraftUnderCheck, severity: Severity) -> Iterator[Finding]:
    """Yield the findings of this rule in ``checked``."""
    yield from compare((survey(checked),), severity, checked.index.grammar).get(checked.document.path, ())


def compare(
    surveys: Sequence[Survey], severity: Severity, grammar: Grammar = NO_GRAMMAR
) -> dict[str, tuple[Finding, ...]]:
    """Return the findings among ``surveys`` by path of the draft."""
    found: dict[str, tuple[Finding, ...]] = {}
    for tag in sorted({form.language for draft in surveys for form in draft.forms}):
        spoken = [_in_language(draft, tag) for draft in surveys]
        is_known = primary(tag) in ("", primary(grammar.language))
        theirs = grammar if is_known else NO_GRAMMAR._replace(language=tag)
        for path, some in _compare(spoken, severity, theirs, tag).items():
            found[path] = (*found.get(path, ()), *some)
    return found


def _in_language(survey: Survey, tag: str) -> Survey:
    return survey._replace(forms=tuple([form for form in survey.forms if form.language == tag]))


def _compare(
    surveys: Sequence[Survey], severity: Severity, grammar: Grammar, tag: str
) -> dict[str, tuple[Finding, ...]]:
    """Return the findings among forms of one language."""
    found: dict[str, dict[Span, Finding]] = {}
    drafts: dict[str, list[tuple[str, Form]]] = defaultdict(list)
    for draft in surveys:
        for form in draft.forms:
            drafts[form.text].append((draft.path, form))
    for contest in contests(surveys, grammar, tag):
        where, first = drafts[contest.stronger][0]
        rival = Related(where, first.spans[0], contest.stronger)
        for path, form in drafts[contest.weaker]:
            places = found.setdefault(path, {})
            for span, text in zip(form.spans, form.written, strict=True):
                places.setdefault(span, _finding(contest, span, text, rival, severity))
    return {path: tuple(places[s] for s in sorted(places)) for path, places in found.items()}


def _finding(contest: Contest, span: Span, text: str, rival: Related, severity: Severity) -> Finding:
    return Finding(
        rule="inconsistent-name",
        span=span,
        text=text,
        message=f"“{text}” competes with “{contest.stronger}”; nothing decides between them yet",
        severity=severity,
        confidence=CONFIDENCE,
        suggestions=(as_written(contest.instead, text, apostrophe_in(text)),),
        concept=ConceptRef(contest.concept, "") if contest.concept else None,
        related=(rival,),
    )
