"""Compiles an overlay: only those rows of a compiled termbase that people's decisions change.

A row of the overlay replaces the whole row of the termbase below it. An empty row means that nothing is left.
The numbers of its concepts continue after the last one below.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from io import BytesIO
from itertools import chain

from canonym.index.compiler import Records, cased_words, places_row, standing_of
from canonym.index.concept_rows import Concepts
from canonym.index.file_reader import NUMBER, Reader
from canonym.index.file_writer import Writer
from canonym.index.name_word import NameWord
from canonym.index.overlay_plan import Laid, lay
from canonym.index.row_bytes import encoded, only_numbers
from canonym.index.row_types import (
    Neighbours,
    NumberedStrings,
    Numbers,
    Strings,
    Words,
    look_up,
    neighbours_row,
    strings_row,
    word_row,
)
from canonym.index.word_rows import Use, most, neighbours, opener, signatures_of, uses, word_of
from canonym.spelling import keys
from canonym.spelling.folding import joined
from canonym.termbase.concept import Concept
from canonym.termbase.language_tags import UNDETERMINED


def compile_layer(base: Reader, authored: Sequence[Concept], language: str = UNDETERMINED) -> bytes:
    """Return the overlay of ``authored`` over the compiled termbase ``base`` as bytes.

    Args:
        base: The termbase.
        authored: The concepts.
        language: The tag of the language of both.
    """
    return _Layer(base, lay(base, authored), language).compiled()


class _Layer:
    def __init__(self, base: Reader, laid: Laid, language: str) -> None:
        self._base = base
        self._language = language
        self._gone = laid.gone
        self._concepts = laid.concepts
        self._writer = Writer(BytesIO)
        below = Concepts(base)
        self._first = len(below)
        self._below = cache(below.read)

    def compiled(self) -> bytes:
        self._writer.numbers("gone", sorted(self._gone))
        records = Records(BytesIO)
        for concept in self._concepts:
            records.add(concept)
        records.write(self._writer)
        self._write_ids()
        self._write_folded()
        self._write_terms()
        self._write_cased()
        self._write_words()
        self._write_neighbours()
        out = BytesIO()
        self._writer.finish(out)
        return out.getvalue()

    def _write(self, name: str, rows: Mapping[str, bytes]) -> None:
        self._writer.small_table(name, {encoded(key): row for key, row in rows.items()})

    def _concept(self, number: int) -> Concept:
        return self._concepts[number - self._first] if number >= self._first else self._below(number)

    def _numbered(self) -> Iterable[tuple[int, Concept]]:
        return enumerate(self._concepts, self._first)

    def _touched(self) -> Iterable[Concept]:
        """Yield the concepts before and after the change."""
        return chain(self._gone.values(), self._concepts)

    def _left(self, numbers: Iterable[int]) -> list[int]:
        return [number for number in numbers if number not in self._gone]

    def _write_ids(self) -> None:
        rows = dict.fromkeys((concept.id for concept in self._gone.values()), b"")
        self._write(
            "ids", rows | {concept.id: only_numbers([number]) for number, concept in self._numbered()}
        )

    def _write_folded(self) -> None:
        below = look_up([Numbers(self._base, "folded")])
        rows = {joined(t.form): self._left(below(joined(t.form))) for c in self._touched() for t in c.terms}
        for number, concept in self._numbered():
            for form in dict.fromkeys(joined(term.form) for term in concept.terms):
                rows[form].append(number)
        for numbers in rows.values():
            numbers.sort(key=lambda number: self._concept(number).id)
        self._write("folded", {form: only_numbers(numbers) for form, numbers in rows.items()})

    def _write_terms(self) -> None:
        below = look_up([Numbers(self._base, "terms")])
        opened_below = look_up([Numbers(self._base, "openers")])
        found: dict[str, list[tuple[int, int]]] = {}
        opened: dict[str, tuple[int, int]] = {}
        for form in {term.form for concept in self._touched() for term in concept.terms}:
            pairs = zip(below(form)[::2], below(form)[1::2], strict=True)
            found[form] = [pair for pair in pairs if pair[0] not in self._gone]
        for number, concept in self._numbered():
            for place, term in enumerate(concept.terms):
                found[term.form].append((number, place))
                for word, opens in opener(term):
                    longest, unsettled = opened.get(word) or (*opened_below(word), 0, 0)[:2]
                    opened[word] = most((longest, unsettled), opens)
        rows = {form: places_row(map(self._standing, pairs)) for form, pairs in found.items()}
        self._write("terms", rows)
        self._write("openers", {word: only_numbers(opens) for word, opens in opened.items()})

    def _write_cased(self) -> None:
        rows: dict[str, list[tuple[int, int]]] = {}
        for number, concept in self._numbered():
            for word, place in cased_words(concept):
                rows.setdefault(word, []).append((number, place))
        self._write("cased", {word: places_row(places) for word, places in rows.items()})

    def _standing(self, pair: tuple[int, int]) -> tuple[tuple[bool, bool, bool, int], str, int, int]:
        concept = self._concept(pair[0])
        return standing_of(concept, concept.terms[pair[1]]), concept.id, *pair

    def _write_words(self) -> None:
        read = look_up([Words(self._base)])
        touched = {folded for concept in self._touched() for folded, _ in uses(concept, 0)}
        before = {folded: read(folded) for folded in touched}
        now = self._counted(before)
        self._write("words", {word: word_row(now[word]) if word in now else b"" for word in touched})
        self._write_keys(before, now)

    def _counted(self, before: Mapping[str, NameWord | None]) -> dict[str, NameWord]:
        """Count the changed words again, in all concepts that have them."""
        numbers = {n for word in before.values() if word for n in self._left(word.concepts)}
        numbers.update(number for number, _ in self._numbered())
        found: dict[str, list[Use]] = defaultdict(list)
        for number in sorted(numbers, key=lambda number: self._concept(number).id):
            for folded, use in uses(self._concept(number), number):
                if folded in before:
                    found[folded].append(use)
        return {folded: word_of(folded, own) for folded, own in found.items()}

    def _write_keys(self, before: Mapping[str, NameWord | None], now: Mapping[str, NameWord]) -> None:
        below_signatures = look_up([NumberedStrings(self._base, "signatures")])
        below_blocks = look_up([Strings(self._base, "blocks")])
        old = [word for word in before.values() if word and not word.deprecated]
        new = [word for word in now.values() if not word.deprecated]
        signatures = {
            key: [name for name in below_signatures(key) if name not in before]
            for word in chain(old, new)
            for key in signatures_of(word, self._language)
        }
        blocks = {
            key: [name for name in below_blocks(key) if name not in before]
            for word in chain(old, new)
            for key in keys(word.form)
        }
        for word in new:
            for signature in signatures_of(word, self._language):
                signatures[signature].append(word.folded)
            for block in keys(word.form):
                blocks[block].append(word.folded)
        rows = {NUMBER.pack(key): strings_row(names) for key, names in signatures.items()}
        self._writer.small_table("signatures", rows)
        self._write("blocks", {key: strings_row(names) for key, names in blocks.items()})

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
            self._write(name, {word: neighbours_row(row) for word, row in left_over.items()})
