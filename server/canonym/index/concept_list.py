"""The concepts of a compiled termbase, with those that people decided laid over them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import merge as merged

from canonym.index.concept_rows import Concepts, Head
from canonym.index.file_reader import Reader
from canonym.index.file_sections import Array, Spans
from canonym.spelling.folding import joined
from canonym.termbase.concept import Concept, Origin


class ConceptList:
    """The concepts by their numbers: first those of the compiled termbase, then those laid over it.

    Args:
        base: The result of ``compile_index``.
        layer: The overlay from ``compile_layer``, if people's decisions are not compiled in.
    """

    def __init__(self, base: Reader, layer: Reader | None) -> None:
        self._layers = (base,) if layer is None else (layer, base)
        self._below = Concepts(base)
        self._above = None if layer is None else Concepts(layer)
        self._gone = frozenset[int]() if layer is None else frozenset(Array(layer, "gone"))

    @property
    def size(self) -> int:
        """The number of concepts."""
        return len(self._below) - len(self._gone) + (len(self._above) if self._above else 0)

    @property
    def is_laid_over(self) -> bool:
        """Whether people's decisions are laid over a compiled termbase."""
        return self._above is not None

    @property
    def undecided(self) -> int:
        """The number of concepts that wait for a decision."""
        lists = [Array(reader, "undecided") for reader in self._layers]
        return sum(map(len, lists)) - sum(number in self._gone for number in lists[-1])

    def concepts(self) -> Iterator[Concept]:
        """Yield all concepts in the order of their ids."""
        below = (self._below.read(n) for n in range(len(self._below)) if n not in self._gone)
        if self._above is None:
            return below
        above = map(self._above.read, range(len(self._above)))
        return merged(above, below, key=lambda concept: concept.id)

    def authored(self) -> Iterator[Concept]:
        """Yield the concepts that people wrote, in the order of their ids."""
        among = self.concepts() if self._above is None else map(self._above.read, range(len(self._above)))
        return (concept for concept in among if concept.origin is Origin.AUTHORED)

    def undecided_concepts(self) -> Iterator[Concept]:
        """Yield the concepts that wait for a decision, those that people wrote first."""
        if self._above is not None:
            yield from map(self._above.read, Array(self._layers[0], "undecided"))
        below = Array(self._layers[-1], "undecided")
        yield from (self._below.read(number) for number in below if number not in self._gone)

    def _headed(self, number: int) -> Head:
        first = len(self._below)
        if self._above is None or number < first:
            return self._below.head(number)
        return self._above.head(number - first)

    def _decoded(self, number: int) -> Concept:
        first = len(self._below)
        if self._above is None or number < first:
            return self._below.read(number)
        return self._above.read(number - first)

    def _decided(self, numbers: Sequence[int]) -> list[int]:
        """Return the numbers of concepts that lie in the layer above."""
        first = len(self._below)
        return [] if self._above is None else [number for number in numbers if number >= first]

    def _commonest_beginning(self, prefix: str, limit: int) -> Iterator[Concept]:
        """Yield the concepts whose preferred form, or a word of it, begins so: the commonest learned ones."""
        base, start = self._layers[-1], joined(prefix)
        ranks = Array(base, "ranks")
        hits = _beginning(base, start) - self._gone
        yield from map(self._decoded, sorted(hits, key=ranks.__getitem__)[:limit])
        if self._above is not None:
            yield from map(self._above.read, _beginning(self._layers[0], start))


def _beginning(reader: Reader, start: str) -> set[int]:
    """The numbers of the concepts whose preferred form, or a word of it, begins with ``start``."""
    data, texts = start.encode("utf-8", "surrogatepass"), Spans(reader, "beginnings")
    places = range(texts.count)
    first = bisect_left(places, data, key=lambda place: bytes(texts[place]))
    last = bisect_left(places, data + b"\xff", key=lambda place: bytes(texts[place]))
    return set(Array(reader, "beginnings.concepts").between(first, last))
