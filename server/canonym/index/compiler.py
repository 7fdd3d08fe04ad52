"""Compiles a termbase. It computes every table of the index once, in bounded memory."""

from array import array
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO, Any

from canonym.index.concept_rows import concept_row, head_row, is_bounded, story_row
from canonym.index.file_reader import MOST, NUMBER
from canonym.index.file_writer import Rows, Scratch, Spill, Writer
from canonym.index.row_bytes import encoded, limited, only_numbers
from canonym.index.word_rows import Names
from canonym.spelling.folding import joined
from canonym.termbase.concept import Concept, Origin, Term, TermStatus
from canonym.termbase.language_tags import UNDETERMINED
from canonym.termbase.records import Alternations, Header, Record, Section, Small, records_of
from canonym.termbase.termbase import Story, Termbase


def compile_index(termbase: Termbase, language: str = UNDETERMINED) -> bytes:
    """Return the index of a termbase in a language as bytes."""
    compiler, out = Compiler(BytesIO, language), BytesIO()
    compiler.add(records_of(termbase._replace(others=())))
    compiler.finish(out)
    return out.getvalue()


class Compiler:
    """Takes the records of a termbase one by one, and writes its index.

    Args:
        scratch: Opens a file for what does not fit into memory.
        language: The tag of the language of the termbase.
    """

    def __init__(self, scratch: Scratch, language: str = UNDETERMINED) -> None:
        self._articles = 0
        self._writer = Writer(scratch)
        self._concepts = _Concepts(scratch)
        self._names = Names(scratch, language)
        self._ordinary = Spill(scratch)
        self._grammar = {"endings": dict[bytes, bytes](), "prefixes": dict[bytes, bytes]()}
        self._stories = Rows(scratch)
        self._postings = Spill(scratch)

    def add(self, records: Iterable[Record]) -> None:
        """Add records. Concepts come in the order of their ids."""
        for record in records:
            match record:
                case Concept():
                    self._names.add(record, self._concepts.add(record))
                case Story():
                    self._add_story(record)
                case Small():
                    self._add_small(record)
                case Alternations():
                    self._add_alternations(record)
                case Header():
                    self._articles = sum(record.articles.values())
                case Section():
                    pass

    def _add_small(self, small: Small) -> None:
        for word in small.words:
            self._ordinary.add(encoded(word), 0)

    def _add_alternations(self, record: Alternations) -> None:
        rows = self._grammar["prefixes" if record.beginnings else "endings"]
        rows.update((encoded(pair), encoded(letters)) for pair, letters in record.pairs.items())

    def _add_story(self, story: Story) -> None:
        number = self._stories.add(story_row(story))
        for key in {k >> 1 for sentence in story.sentences for k in sentence}:
            self._postings.add(NUMBER.pack(key), number)

    def finish(self, out: IO[bytes]) -> None:
        """Write the index to ``out``, which must be seekable and empty."""
        writer = self._writer
        writer.numbers("articles", (limited(self._articles),))
        writer.table("ordinary", ((key, b"") for key, _ in self._ordinary.rows()))
        for name, rows in self._grammar.items():
            writer.small_table(name, rows)
        self._concepts.write(writer)
        self._names.write(writer)
        writer.rows("stories", self._stories)
        writer.table("postings", ((key, only_numbers(stories)) for key, stories in self._postings.rows()))
        writer.finish(out)


class Records:
    """Writes concepts, their heads, the undecided ones, and the first words of their preferred forms.

    Args:
        scratch: Opens a file for what does not fit into memory.
    """

    def __init__(self, scratch: Scratch) -> None:
        self._rows = Rows(scratch)
        self._heads = Rows(scratch)
        self._bounded = self._foreign = False
        self._undecided = array("I")
        self._beginnings = Spill(scratch, _first_letters)

    def add(self, concept: Concept) -> int:
        """Add a concept and return its number."""
        number = self._rows.add(concept_row(concept))
        self._heads.add(head_row(concept))
        self._bounded = self._bounded or is_bounded(concept)
        self._foreign = self._foreign or any(term.language for term in concept.terms)
        if concept.preferred is None:
            self._undecided.append(number)
        else:
            form = concept.preferred.form
            for text in {joined(text) for text in (form, *form.split())}:
                self._beginnings.add(encoded(text), number)
        return number

    def write(self, writer: Writer) -> None:
        """Write all of it."""
        writer.rows("concepts", self._rows)
        writer.rows("heads", self._heads)
        writer.numbers("traits", (int(self._bounded), int(self._foreign)))
        writer.numbers("undecided", self._undecided)
        texts, numbers = Rows(writer.scratch), array("I")
        for group in self._beginnings.groups():
            for text, number in sorted(group):
                texts.add(text)
                numbers.append(number)
        writer.rows("beginnings", texts)
        writer.numbers("beginnings.concepts", numbers)


class _Concepts:
    """Writes the concepts, and tables that find them by id and by whole form."""

    def __init__(self, scratch: Scratch) -> None:
        self._records = Records(scratch)
        self._ids = Spill(scratch)
        self._folded = Spill(scratch)
        self._terms = Spill(scratch)
        self._cased = Spill(scratch)
        self._ranks = array("Q")

    def add(self, concept: Concept) -> int:
        number = self._records.add(concept)
        self._ids.add(encoded(concept.id), number)
        for key in dict.fromkeys(joined(term.form) for term in concept.terms):
            self._folded.add(encoded(key), number)
        for place, term in enumerate(concept.terms):
            self._terms.add(encoded(term.form), (*standing_of(concept, term), number, place))
        for word, place in cased_words(concept):
            self._cased.add(encoded(word), (number, place))
        self._ranks.append((MOST - limited(concept.terms[0].articles)) << 32 | number)
        return number

    def write(self, writer: Writer) -> None:
        self._records.write(writer)
        writer.table("ids", ((key, only_numbers(numbers[-1:])) for key, numbers in self._ids.rows()))
        writer.table("folded", ((key, only_numbers(numbers)) for key, numbers in self._folded.rows()))
        writer.table("terms", ((key, places_row(standings)) for key, standings in self._terms.rows()))
        writer.table("cased", ((key, places_row(places)) for key, places in self._cased.rows()))
        ranks = array("I", bytes(4 * len(self._ranks)))
        for rank, place in enumerate(sorted(self._ranks)):
            ranks[place & MOST] = rank
        writer.numbers("ranks", ranks)


def standing_of(concept: Concept, term: Term) -> tuple[bool, bool, bool, int]:
    """Return the sort key of the concepts of one form: authored first, then the commonest."""
    wrong = term.status in (TermStatus.DEPRECATED, TermStatus.SUPERSEDED)
    return concept.origin is not Origin.AUTHORED, bool(term.language), wrong, -term.articles


def cased_words(concept: Concept) -> Iterator[tuple[str, int]]:
    """Yield the words whose capitals people decided: each in small letters, with the place of its term."""
    if concept.origin is Origin.AUTHORED:
        for place, term in enumerate(concept.terms):
            decided = term.status in (TermStatus.PREFERRED, TermStatus.ADMITTED) and not term.language
            if decided and " " not in term.form and term.form != term.form.lower():
                yield term.form.lower(), place


def places_row(standings: Iterable[tuple[Any, ...]]) -> bytes:
    """Return a row of places: numbers of concepts, each with the number of the form in it, sorted.

    Args:
        standings: Sort keys, each followed by the two numbers.
    """
    return only_numbers([number for standing in sorted(standings) for number in standing[-2:]])


def _first_letters(key: bytes) -> int:
    return int.from_bytes(key[:2].ljust(2, b"\0"), "big")
