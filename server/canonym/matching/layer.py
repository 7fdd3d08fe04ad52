"""Compiles a layer: of the tables of a compiled termbase the few rows that people's decisions change.

A row of the layer stands for the whole row of the termbase below it; an empty one says that nothing is left
there. Its concepts are numbered on from the last one below.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain

from canonym.matching.compiled import Reader, Writer
from canonym.matching.compiled_index import (
    NameWord,
    count_word,
    joined,
    name_words,
    neighbour_numbers,
    neighbours,
    own_terms,
    standing_of,
    word_numbers,
    write_beginnings,
    write_records,
)
from canonym.matching.compiled_records import Concepts
from canonym.matching.compiled_rows import Neighbours, NumberedStrings, Strings, Words, look_up
from canonym.matching.laying import Laid, lay
from canonym.matching.signature import name_keys
from canonym.matching.spelling import keys
from canonym.termbase.model import Concept
from canonym.text.tokens import tokenize


def compile_layer(base: Reader, authored: Sequence[Concept]) -> bytes:
    """Return the layer of ``authored`` over the compiled termbase ``base`` as bytes."""
    return _Layer(base, lay(base, authored)).compiled()


class _Layer:
    def __init__(self, base: Reader, laid: Laid) -> None:
        self._base = base
        self._gone = laid.gone
        self._concepts = laid.concepts
        self._writer = Writer()
        below = Concepts(base)
        self._first = len(below)
        self._below = cache(below.read)

    def compiled(self) -> bytes:
        self._writer.numbers("gone", sorted(self._gone))
        write_records(self._concepts, self._writer)
        write_beginnings(self._concepts, self._writer)
        self._write_ids()
        self._write_folded()
        self._write_terms()
        self._write_words()
        self._write_neighbours()
        return self._writer.finish()

    def _concept(self, number: int) -> Concept:
        return self._concepts[number - self._first] if number >= self._first else self._below(number)

    def _numbered(self) -> Iterable[tuple[int, Concept]]:
        return enumerate(self._concepts, self._first)

    def _touched(self) -> Iterable[Concept]:
        """What was and what is."""
        return chain(self._gone.values(), self._concepts)

    def _left(self, numbers: Iterable[int]) -> list[int]:
        return [number for number in numbers if number not in self._gone]

    def _write_ids(self) -> None:
        rows: dict[str, Sequence[int]] = dict.fromkeys((c.id for c in self._gone.values()), ())
        self._writer.table("ids", rows | {concept.id: (number,) for number, concept in self._numbered()})

    def _write_folded(self) -> None:
        below = self._base.table("folded").get
        rows = {joined(t.form): self._left(below(joined(t.form))) for c in self._touched() for t in c.terms}
        for number, concept in self._numbered():
            for form in dict.fromkeys(joined(term.form) for term in concept.terms):
                rows[form].append(number)
        for numbers in rows.values():
            numbers.sort(key=lambda number: self._concept(number).id)
        self._writer.table("folded", rows)

    def _write_terms(self) -> None:
        below, openers = self._base.table("terms").get, self._base.table("openers").get
        found: dict[str, list[tuple[int, int]]] = {}
        longest: dict[str, int] = {}
        for form in {term.form for concept in self._touched() for term in concept.terms}:
            pairs = zip(below(form)[::2], below(form)[1::2], strict=True)
            found[form] = [pair for pair in pairs if pair[0] not in self._gone]
        for number, concept in self._numbered():
            for place, term in enumerate(concept.terms):
                found[term.form].append((number, place))
                if words := [token.text for token in tokenize(term.form)]:
                    known = longest.get(words[0], sum(openers(words[0])))
                    longest[words[0]] = max(known, len(words))
        rows = {
            form: [n for pair in sorted(pairs, key=self._standing) for n in pair]
            for form, pairs in found.items()
        }
        self._writer.table("terms", rows)
        self._writer.table("openers", {word: (length,) for word, length in longest.items()})

    def _standing(self, pair: tuple[int, int]) -> tuple[bool, bool, bool, int, str]:
        concept = self._concept(pair[0])
        return standing_of(concept, concept.terms[pair[1]])

    def _write_words(self) -> None:
        read = look_up([Words(self._base)])
        touched = {joined(w.text) for c in self._touched() for t in own_terms(c) for w in name_words(t)} - {
            ""
        }
        before = {folded: read(folded) for folded in touched}
        now = self._counted(before)
        rows = {
            folded: word_numbers(now[folded], self._writer) if folded in now else () for folded in touched
        }
        self._writer.table("words", rows)
        self._write_keys(before, now)

    def _counted(self, before: dict[str, NameWord | None]) -> dict[str, NameWord]:
        """Count the touched words anew, in all the concepts that have them."""
        numbers = {n for word in before.values() if word for n in self._left(word.concepts)}
        numbers.update(number for number, _ in self._numbered())
        found: dict[str, NameWord] = {}
        for number in sorted(numbers, key=lambda number: self._concept(number).id):
            for term in own_terms(self._concept(number)):
                for token in name_words(term):
                    if joined(token.text) in before:
                        count_word(found, token.text, term, number)
        return found

    def _write_keys(self, before: dict[str, NameWord | None], now: dict[str, NameWord]) -> None:
        below_signatures = look_up([NumberedStrings(self._base, "signatures")])
        below_blocks = look_up([Strings(self._base, "blocks")])
        old = [word for word in before.values() if word and not word.deprecated]
        new = [word for word in now.values() if not word.deprecated]
        signatures = {
            key: [name for name in below_signatures(key) if name not in before]
            for word in chain(old, new)
            for key in _signatures(word)
        }
        blocks = {
            key: [name for name in below_blocks(key) if name not in before]
            for word in chain(old, new)
            for key in keys(word.form)
        }
        for word in new:
            for signature in _signatures(word):
                signatures[signature].append(word.folded)
            for block in keys(word.form):
                blocks[block].append(word.folded)
        place = self._writer.string
        self._writer.number_table(
            "signatures", {key: list(map(place, names)) for key, names in signatures.items()}
        )
        self._writer.table("blocks", {key: list(map(place, names)) for key, names in blocks.items()})

    def _write_neighbours(self) -> None:
        for name, turn in (("followers", 1), ("leaders", -1)):
            below = look_up([Neighbours(self._base, name)])
            rows: dict[str, dict[str, int]] = {}
            signed = ((c, -1) for c in self._gone.values()), ((c, 1) for c in self._concepts)
            for concept, sign in chain(*signed):
                for left, right, mentions in neighbours(concept):
                    word, beside = (left, right)[::turn]
                    row = rows.setdefault(word, defaultdict(int, below(word)))
                    row[beside] += sign * mentions
            left_over = {word: {w: m for w, m in row.items() if m > 0} for word, row in rows.items()}
            numbers = {word: neighbour_numbers(row, self._writer) for word, row in left_over.items()}
            self._writer.table(name, numbers)


def _signatures(word: NameWord) -> set[int]:
    return {key >> 1 for form in word.forms for key in name_keys(form)}
