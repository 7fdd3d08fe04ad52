"""A draft and a termbase, with everything that several checks need of both."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from canonym.checking.capital_surnames import surnames_in_capitals
from canonym.checking.fixes.style_of_place import Place, place_in
from canonym.checking.quotations import quotations
from canonym.index.termbase_index import Index
from canonym.matching.draft import Draft, parse_draft
from canonym.matching.matcher import Difference, Match, matches
from canonym.matching.mentions import Mention, mentions_in, unsettled
from canonym.termbase.concept import Concept
from canonym.text.document import Document
from canonym.text.span import Span


class DraftUnderCheck:
    """A document and an index, with values that several checks share.

    Attributes:
        document: The draft, or its view in one language.
        index: The index of the termbase in that language.

    Args:
        whole: The draft in all its languages; quotation marks may stand around a part.
    """

    def __init__(self, document: Document, index: Index, whole: Document | None = None) -> None:
        self.document = document
        self.index = index
        self._whole = whole or document
        index.memory.begin()

    @cached_property
    def draft(self) -> Draft:
        """The draft's sentences and words."""
        return parse_draft(self.document)

    @cached_property
    def unsettled(self) -> tuple[Mention, ...]:
        """Mentions of known forms that are deprecated or undecided."""
        return unsettled(self.draft, self.index)

    def introduced(self, concept: Concept) -> Concept:
        """Return the only full name in the draft of which ``concept`` is a part; else ``concept`` itself."""
        full = [id_ for id_ in concept.parts if id_ in self._mentioned]
        found = self.index.concept(full[0]) if len(full) == 1 else None
        return found or concept

    @cached_property
    def _mentioned(self) -> frozenset[str]:
        found = (mentions_in(self.index, sentence) for sentence in self.draft.sentences)
        return frozenset(mention.concept for known in found for mention in known.all)

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """The likeliest name for each place of a word in question, if it is likely enough."""
        return matches(self.draft, self.index)

    @cached_property
    def matches_by_difference(self) -> Mapping[Difference, list[Match]]:
        """The matches by kind of difference. Each check takes its own kind."""
        found: dict[Difference, list[Match]] = defaultdict(list)
        for match in self.matches:
            found[match.difference].append(match)
        return found

    @cached_property
    def surnames_in_capitals(self) -> frozenset[str]:
        """Folded surnames that the draft writes in capitals by convention."""
        return surnames_in_capitals(self.draft, self.matches, self.index)

    def place_at(self, span: Span) -> tuple[int, Place]:
        """Return the start of the sentence at ``span``, and the place counted from there."""
        start, sentence = self.draft.sentence_at(span.start)
        return start, place_in(sentence, Span(span.start - start, span.end - start))

    @cached_property
    def apostrophe(self) -> str:
        """The apostrophe that the draft uses."""
        return apostrophe_in(self.document.prose)

    @cached_property
    def _quoted(self) -> tuple[Span, ...]:
        return tuple(quotations(self._whole))

    def is_quoted(self, span: Span) -> bool:
        """Return whether ``span`` is inside a quotation."""
        at = bisect_right(self._quoted, span.start, key=lambda quoted: quoted.start) - 1
        return at >= 0 and self._quoted[at].covers(span)


def apostrophe_in(prose: str) -> str:
    """Return the apostrophe that ``prose`` uses; the plain one if it has none or both."""
    return "’" if "’" in prose and "'" not in prose else "'"
