"""How concepts and stories stand in a compiled index: as lists of numbers, decoded one at a time."""

from collections.abc import Iterator

from canonym.matching.compiled import MOST, Lists, Reader, Writer
from canonym.termbase.model import Attestation, Concept, Kind, Origin, Term, TermStatus
from canonym.termbase.termbase import Story

_KINDS = tuple(Kind)
_ORIGINS = tuple(Origin)
_STATUSES = (None, *TermStatus)


def concept_numbers(concept: Concept, writer: Writer) -> list[int]:
    """Return ``concept`` as numbers."""
    string = writer.string
    numbers = [
        string(concept.id),
        _KINDS.index(concept.kind),
        _ORIGINS.index(concept.origin),
        string(concept.note),
        string(concept.source),
    ]
    for strings in (concept.never, concept.parts):
        numbers += [len(strings), *map(string, strings)]
    numbers.append(len(concept.terms))
    for term in concept.terms:
        numbers += _term_numbers(term, writer)
    return numbers


def _term_numbers(term: Term, writer: Writer) -> Iterator[int]:
    string = writer.string
    yield from (string(term.form), _STATUSES.index(term.status))
    yield from (min(term.frequency, MOST), min(term.articles, MOST))
    yield from (string(term.note), string(term.language), len(term.attestations))
    for attestation in term.attestations:
        yield from (string(attestation.path), min(attestation.line, MOST), string(attestation.text))


class Concepts:
    """The concepts of a compiled index, each decoded when it is asked for."""

    def __init__(self, reader: Reader) -> None:
        self._string = reader.string
        self._rows = reader.lists("concepts")

    def __len__(self) -> int:
        return len(self._rows)

    def read(self, number: int) -> Concept:
        """Return the concept of this number."""
        numbers = iter(self._rows[number])
        id_, kind, origin, note, source = (next(numbers) for _ in range(5))
        never = self._strings(numbers)
        parts = self._strings(numbers)
        terms = tuple(self._term(numbers) for _ in range(next(numbers)))
        string = self._string
        return Concept(
            string(id_),
            _KINDS[kind],
            terms,
            never,
            parts,
            string(note),
            _ORIGINS[origin],
            string(source),
        )

    def _strings(self, numbers: Iterator[int]) -> tuple[str, ...]:
        return tuple(self._string(next(numbers)) for _ in range(next(numbers)))

    def _term(self, numbers: Iterator[int]) -> Term:
        form, status, frequency, articles, note, language, count = (next(numbers) for _ in range(7))
        string = self._string
        attestations = tuple(
            Attestation(string(next(numbers)), next(numbers), string(next(numbers))) for _ in range(count)
        )
        return Term(
            string(form),
            _STATUSES[status],
            frequency,
            articles,
            attestations,
            string(note),
            string(language),
        )


def story_numbers(story: Story, writer: Writer) -> list[int]:
    """Return ``story`` as numbers."""
    numbers = [writer.string(story.path)]
    for sentence in story.sentences:
        numbers += [len(sentence), *sentence]
    return numbers


class Stories:
    """The stories of a compiled index, each decoded when it is asked for."""

    def __init__(self, reader: Reader) -> None:
        self._string = reader.string
        self._rows: Lists = reader.lists("stories")

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, number: int) -> Story:
        numbers = self._rows[number].tolist()
        sentences, at = [], 1
        while at < len(numbers):
            end = at + 1 + numbers[at]
            sentences.append(tuple(numbers[at + 1 : end]))
            at = end
        return Story(self._string(numbers[0]), tuple(sentences))
