"""Plans an overlay: what people's decisions change in a compiled termbase."""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from canonym.index.concept_rows import Concepts
from canonym.index.decisions_over_learned import elected, free_id, with_evidence, with_ids
from canonym.index.file_reader import Reader
from canonym.index.row_types import Numbers, look_up
from canonym.termbase.concept import Concept, Link, Term
from canonym.text.values import NamedTuple


class Laid(NamedTuple):
    """The changes by decisions.

    Attributes:
        gone: Numbers of the learned concepts that change or disappear.
        concepts: Their replacements and the authored concepts, by id.
    """

    gone: dict[int, Concept]
    concepts: list[Concept]


def lay(base: Reader, authored: Sequence[Concept]) -> Laid:
    """Return what ``merge`` would change in the compiled concepts of ``base``."""
    learned = _Learned(base)
    decided = with_ids(with_evidence(concept, learned.evidence, learned.links) for concept in authored)
    claimed = {term.form for concept in decided for term in concept.terms if not term.language}
    gone = learned.having(claimed)
    left: dict[int, Concept] = {}
    for number, concept in gone.items():
        terms = tuple(term for term in concept.terms if term.form not in claimed)
        if terms:
            left[number] = concept._replace(terms=elected(terms))
    for number, id_ in _renamed({concept.id for concept in decided}, gone.keys() - left.keys(), learned):
        concept = left.get(number) or learned.concept(number)
        gone.setdefault(number, concept)
        left[number] = concept._replace(id=id_)
    return Laid(gone, sorted((*decided, *left.values()), key=lambda concept: concept.id))


class _Learned:
    """The learned concepts, found by look-ups."""

    def __init__(self, base: Reader) -> None:
        self.concept = Concepts(base).read
        self._ids = look_up([Numbers(base, "ids")])
        self._terms = look_up([Numbers(base, "terms")])

    def number(self, id_: str) -> int | None:
        return next(iter(self._ids(id_)), None)

    def evidence(self, form: str) -> Term | None:
        found = self._terms(form)
        if not found:
            return None
        number, place = max(zip(found[::2], found[1::2], strict=True))
        return self.concept(number).terms[place]

    def links(self, form: str) -> tuple[Link, ...]:
        found = self._terms(form)
        numbers = sorted(n for n, place in zip(found[::2], found[1::2], strict=True) if place == 0)
        return tuple(link for number in numbers for link in self.concept(number).links)

    def having(self, forms: Iterable[str]) -> dict[int, Concept]:
        numbers = {number for form in forms for number in self._terms(form)[::2]}
        return {number: self.concept(number) for number in sorted(numbers)}


def _renamed(taken: set[str], dropped: set[int], learned: _Learned) -> Iterable[tuple[int, str]]:
    """Yield the new ids of learned concepts whose id is taken, in the order of their ids."""
    taken = set(taken)
    waiting = list(taken)
    heapify(waiting)
    while waiting:
        own = heappop(waiting)
        number = learned.number(own)
        if number is not None and number not in dropped:
            id_ = free_id(own, taken)
            taken.add(id_)
            heappush(waiting, id_)
            yield number, id_
