"""How a form scores against the names of the termbase, feature by feature."""

from canonym.index.termbase_index import Index
from canonym.languages import language
from canonym.matching.draft import parse_draft
from canonym.matching.matcher import Verdict, judged
from canonym.matching.open_words import pairs
from canonym.text.document import Document
from canonym.text.markup.base import Block, Markup
from canonym.text.span import Span

_CARRIER = "It was "
"""Stands before the form, which then does not open a sentence. It is asked about nothing itself."""


def explain(form: str, index: Index, most: int = 5) -> tuple[Verdict, ...]:
    """Return the names that ``form`` by itself most likely spells, the likeliest first.

    A form of the corpus is settled and has no such names.
    """
    text = _CARRIER + form
    markup = Markup((Block(Span(0, len(text))),))
    draft = parse_draft(Document("", text, "plain", markup, language(index.language)).with_cut(index.cut))
    asked = (pair for pair in pairs(draft, index) if pair.word.spots[-1].token.start >= len(_CARRIER))
    found = [judged(pair) for pair in asked]
    return tuple(sorted(found, key=lambda one: (-one.confidence, one.name.folded))[:most])
