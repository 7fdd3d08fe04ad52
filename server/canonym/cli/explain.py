"""``canonym explain``: what is known of a name, how a form compares with it, or what a rule does."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from canonym.cli.common import (
    EXIT_CLEAN,
    EXIT_ERROR,
    add_language_option,
    add_project_options,
    complain,
    project_of,
    say,
)
from canonym.text.printable import printable

if TYPE_CHECKING:
    from canonym.checking.rules import Rule
    from canonym.index.termbase_index import Index
    from canonym.matching.matcher import Verdict
    from canonym.project.project import Project
    from canonym.termbase.concept import Concept, Term

EXAMPLES = """\
examples:
  canonym explain Massoud           the name, its spellings, and where they stand
  canonym explain "Ahmad Masoud"    what this spelling may stand for, and why
  canonym explain --language=de Kiew  the same, as German texts write it
  canonym explain variant-name      what the rule finds, with examples
"""
NOTABLE = 0.05
"""Log-odds of a feature with no text. Below this, it gets no line."""
_UNSAID = {"word": "what is known of the word by itself"}
"""The text of features that give none."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments and the description of the subcommand."""
    parser.description = (
        "Say what the termbases know of a name and how a form compares with it, or what a rule does."
    )
    parser.epilog = EXAMPLES
    parser.add_argument(
        "text", nargs="+", metavar="WORD", help="the words of one name in any spelling, or the id of a rule"
    )
    add_language_option(parser, "the text; without it, every language that has the name answers")
    add_project_options(parser)


def run(args: Namespace) -> int:
    """Print the explanation. Return 2 if there is none."""
    from canonym.checking.rules import RULES
    from canonym.project.termbase_files import languages_of

    text = " ".join(args.text)
    if text in RULES:
        say(_rule(RULES[text]))
        return EXIT_CLEAN
    project = project_of(args)
    answers = {
        index.language: parts for index in _indexes(text, args, project) if (parts := _parts(text, index))
    }
    if notice := project.index_elsewhere():
        complain(notice)
    if not answers:
        complain(f"{text!r} is no rule, and the termbase has no name like it{_nearest_rule(text)}")
        return EXIT_ERROR
    told = not args.language and len(languages_of(project.sources)) > 1
    heads = {tag: f"Language: {tag}\n\n" if told else "" for tag in answers}
    say("\n\n".join(heads[tag] + "\n\n".join(parts) for tag, parts in answers.items()))
    return EXIT_CLEAN


def _indexes(text: str, args: Namespace, project: "Project") -> "Sequence[Index]":
    """Return the index of the language asked for; else of all that have the name; else of all.

    The project's language comes first.
    """
    from canonym.project.termbase_files import languages_of

    index = project.index()
    if args.language:
        return [index.in_language(args.language)]
    others = (tag for tag in languages_of(project.sources) if tag != index.language)
    every = [index, *map(index.in_language, others)]
    return [one for one in every if one.folded(text)] or every


def _nearest_rule(text: str) -> str:
    from difflib import get_close_matches

    from canonym.checking.rules import RULES

    near = get_close_matches(text, RULES, 1, 0.75)
    return f"; did you mean {near[0]!r}?" if near else ""


def _rule(rule: "Rule") -> str:
    head = f"{rule.id} ({rule.severity} by default; fixes: {rule.fixable})"
    return f"{head}\n\n{rule.summary}.\n\n{rule.documentation}"


def _parts(text: str, index: "Index") -> list[str]:
    """Return what is known in one language: how the form compares with names, and their cards."""
    from canonym.matching.explain_form import explain

    known = index.resolve(text)
    decided = any(concept.origin == "authored" for concept in known)  # then letters decide nothing
    verdicts = () if decided else explain(text, index)
    concepts = known or index.folded(text)
    if not concepts and verdicts:
        concepts = index.resolve(verdicts[0].name.form)
    return [*map(comparison, verdicts), *(card(concept, index) for concept in concepts)]


def comparison(verdict: "Verdict") -> str:
    """Return how a form compares with a name: a feature a line, with its weight for or against."""
    head = f"{verdict.form} as {verdict.name.form}: {verdict.confidence:.0%}"
    width = max((len(aspect.name) for aspect in verdict.comparisons), default=0)
    telling = (a for a in verdict.comparisons if a.reason or abs(a.score) >= NOTABLE)
    lines = (
        f"  {a.score:+5.1f}  {a.name:{width}}  {a.reason or _UNSAID.get(a.name, '')}".rstrip()
        for a in telling
    )
    return "\n".join(map(printable, (head, *lines)))


def card(concept: "Concept", index: "Index") -> str:
    """Return what is known of ``concept``, a fact a line, with the best examples last."""
    width = max(len(term.form) for term in concept.terms)
    lines = [_title(concept)]
    lines += [_line(term, width, _instead(term, concept)) for term in concept.terms]
    lines += _links(concept)
    if concept.never:
        lines.append(f"  never       {', '.join(concept.never)}")
    if concept.parts:
        names = (index.concept(part) for part in concept.parts)
        lines.append(f"  may stand for {', '.join(name.terms[0].form for name in names if name)}")
    if concept.note:
        lines.append(f"  note        {' '.join(concept.note.split())}")
    lines.append(f"  {concept.origin} in {concept.source}" if concept.source else f"  {concept.origin}")
    return "\n".join(map(printable, (*lines, *_examples(concept))))


def _links(concept: "Concept") -> Iterator[str]:
    """Yield the proposals of learning with their evidence, then as a line for ``termbase.toml``."""
    import json

    for link in concept.links:
        yield f"  probably    {link.form} in {link.language!r}  ({link.evidence}: {link.path})"
    if concept.links:
        forms = (f"{link.language} = {json.dumps(link.form, ensure_ascii=False)}" for link in concept.links)
        yield f"  to accept   forms = {{ {', '.join(forms)} }}"


def counts(term: "Term") -> str:
    """Return how often the corpus has ``term``; empty if never."""
    if not term.frequency:
        return ""
    return f"{_number(term.frequency, 'mention')} in {_number(term.articles, 'article')}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _title(concept: "Concept") -> str:
    if concept.undecided:
        forms = " or ".join(term.form for term in concept.terms if term.status is None)
        return f"{forms} ({concept.kind}, undecided: the corpus has both)"
    return f"{concept.terms[0].form} ({concept.kind})"


def _instead(term: "Term", concept: "Concept") -> str:
    """Return what takes the place of a wrong form, if it is not the preferred form that stands above."""
    from canonym.checking.right_forms import right_forms
    from canonym.termbase.concept import TermStatus

    if term.status not in (TermStatus.DEPRECATED, TermStatus.SUPERSEDED) or concept.undecided:
        return ""
    forms = [right.form for right in right_forms(concept, term)]
    return "" if forms == [concept.terms[0].form] else f"use {' or '.join(forms)}"


def _line(term: "Term", width: int, instead: str) -> str:
    standing = str(term.status) if term.status else "undecided"
    known = f"in {term.language!r}" if term.language else counts(term)
    remarks = "; ".join(filter(None, (known, instead, term.note)))
    return f"  {standing:10}  {term.form:{width}}  {remarks}".rstrip()


def _examples(concept: "Concept") -> Iterator[str]:
    for term in concept.terms:
        for place in term.attestations:
            yield f"    {place.path}:{place.line}: {place.text}".rstrip(" :")
