"""Compiles a termbase: every table that the index looks things up in, worked out once."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from canonym.matching.compiled import MOST, Writer
from canonym.matching.compiled_records import concept_numbers, story_numbers
from canonym.matching.signature import name_keys
from canonym.matching.spelling import fold, keys
from canonym.termbase.model import Concept, Origin, Term, TermStatus
from canonym.termbase.termbase import Story, Termbase
from canonym.text.names import is_compound
from canonym.text.tokens import Token, tokenize


class NameWord:
    """One word of names, under all the forms that fold to the same letters.

    Attributes:
        folded: Its letters.
        forms: Each form to its mentions in names that people may write.
        articles: The most articles that any name with this word has.
        concepts: Numbers of the concepts with this word.
        deprecated: Whether only deprecated terms have this word.
    """

    __slots__ = ("articles", "concepts", "deprecated", "folded", "forms")

    def __init__(
        self,
        folded: str,
        forms: dict[str, int],
        articles: int,
        concepts: list[int],
        *,
        deprecated: bool = True,
    ) -> None:
        self.folded = folded
        self.forms = forms
        self.articles = articles
        self.concepts = concepts
        self.deprecated = deprecated

    @property
    def form(self) -> str:
        """The best attested form."""
        return max(self.forms, key=lambda f: (self.forms[f], f))

    @property
    def frequency(self) -> int:
        """Mentions of all its forms."""
        return sum(self.forms.values())


@lru_cache(1 << 18)
def joined(form: str) -> str:
    """Return ``form`` folded, without spaces."""
    return fold(form).replace(" ", "")


def compile_index(concepts: Sequence[Concept], termbase: Termbase) -> bytes:
    """Return the index of a termbase as bytes.

    Args:
        concepts: The concepts, authored ones merged in.
        termbase: What was learned: stories, ordinary words, number of articles.
    """
    writer = Writer()
    writer.numbers("articles", (min(termbase.articles, MOST),))
    writer.table("ordinary", dict.fromkeys(termbase.ordinary, ()))
    _write_concepts(concepts, writer)
    _write_terms(concepts, writer)
    _write_words(concepts, writer)
    _write_pairs(concepts, writer)
    _write_completions(concepts, writer)
    _write_stories(termbase.stories, writer)
    return writer.finish()


def _write_concepts(concepts: Sequence[Concept], writer: Writer) -> None:
    write_records(concepts, writer)
    writer.table("ids", {concept.id: (number,) for number, concept in enumerate(concepts)})
    forms: dict[str, list[int]] = defaultdict(list)
    for number, concept in enumerate(concepts):
        for key in dict.fromkeys(joined(t.form) for t in concept.terms):
            forms[key].append(number)
    writer.table("folded", forms)


def write_records(concepts: Sequence[Concept], writer: Writer) -> None:
    """Write concepts whole, and which of them are undecided."""
    writer.lists("concepts", [array("I", concept_numbers(concept, writer)) for concept in concepts])
    writer.numbers("undecided", [number for number, concept in enumerate(concepts) if concept.undecided])


def _write_terms(concepts: Sequence[Concept], writer: Writer) -> None:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    openers: dict[str, int] = {}
    for number, concept in enumerate(concepts):
        for place, term in enumerate(concept.terms):
            found[term.form].append((number, place))
    for form in found:
        if words := [t.text for t in tokenize(form)]:
            openers[words[0]] = max(openers.get(words[0], 0), len(words))

    def standing(pair: tuple[int, int]) -> tuple[bool, bool, bool, int, str]:
        return standing_of(concepts[pair[0]], concepts[pair[0]].terms[pair[1]])

    rows = {form: [n for pair in sorted(pairs, key=standing) for n in pair] for form, pairs in found.items()}
    writer.table("terms", rows)
    writer.table("openers", {word: (length,) for word, length in openers.items()})


def standing_of(concept: Concept, term: Term) -> tuple[bool, bool, bool, int, str]:
    """Return what the concepts of one form are sorted by: authored first, then the commonest."""
    wrong = term.status in (TermStatus.DEPRECATED, TermStatus.SUPERSEDED)
    return concept.origin is not Origin.AUTHORED, bool(term.language), wrong, -term.articles, concept.id


def _write_words(concepts: Sequence[Concept], writer: Writer) -> None:
    words: dict[str, NameWord] = {}
    for number, concept in enumerate(concepts):
        for term in own_terms(concept):
            for token in name_words(term):
                count_word(words, token.text, term, number)
    writer.table("words", {folded: word_numbers(word, writer) for folded, word in words.items()})
    signatures: dict[int, list[int]] = defaultdict(list)
    blocks: dict[str, list[int]] = defaultdict(list)
    for folded, word in words.items():
        if word.deprecated:
            continue
        place = writer.string(folded)
        for signature in {key >> 1 for form in word.forms for key in name_keys(form)}:
            signatures[signature].append(place)
        for key in keys(word.form):
            blocks[key].append(place)
    writer.number_table("signatures", signatures)
    writer.table("blocks", blocks)


def word_numbers(word: NameWord, writer: Writer) -> "array[int]":
    """Return ``word`` as numbers."""
    numbers = array("I", (min(word.articles, MOST), word.deprecated, len(word.forms)))
    for form, mentions in word.forms.items():
        numbers.extend((writer.string(form), min(mentions, MOST)))
    numbers.extend(word.concepts)
    return numbers


def own_terms(concept: Concept) -> Iterator[Term]:
    """Yield the terms of the drafts' own language; those of others are known but never suggested."""
    return (term for term in concept.terms if not term.language)


def name_words(term: Term) -> Iterator[Token]:
    """Yield the words of a form that name, and the parts of those with a hyphen."""
    for token in tokenize(term.form):
        if token.is_figure or not (token.is_capitalised or is_compound(token)):
            continue
        yield token
        if len(parts := token.parts()) > 1:
            yield from (p for p in parts if p.is_capitalised)


def count_word(words: dict[str, NameWord], form: str, term: Term, concept: int) -> None:
    """Count ``form``, a word of a term of the concept of this number, in ``words`` by folded word."""
    folded = joined(form)
    if not folded:
        return
    word = words.setdefault(folded, NameWord(folded, {}, 0, []))
    if term.status is not TermStatus.DEPRECATED:
        word.deprecated = False
    word.forms[form] = word.forms.get(form, 0) + max(term.frequency, 1)
    word.articles = max(word.articles, term.articles)
    if not word.concepts or word.concepts[-1] != concept:
        word.concepts.append(concept)


def _write_pairs(concepts: Sequence[Concept], writer: Writer) -> None:
    after: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    before: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for concept in concepts:
        for left, right, mentions in neighbours(concept):
            after[left][right] += mentions
            before[right][left] += mentions
    for name, pairs in (("followers", after), ("leaders", before)):
        writer.table(name, {word: neighbour_numbers(beside, writer) for word, beside in pairs.items()})


def neighbours(concept: Concept) -> Iterator[tuple[str, str, int]]:
    """Yield the folded words that stand beside each other in a name, left and right, with mentions."""
    for term in own_terms(concept):
        if term.status is not TermStatus.DEPRECATED:
            words = [joined(p.text) for t in tokenize(term.form) for p in t.parts()]
            for left, right in pairwise(words):
                yield left, right, term.frequency or 1


def neighbour_numbers(beside: Mapping[str, int], writer: Writer) -> "array[int]":
    """Return words with their mentions as numbers."""
    return array("I", [n for word, m in beside.items() for n in (writer.string(word), min(m, MOST))])


def _write_completions(concepts: Sequence[Concept], writer: Writer) -> None:
    """How common each concept is, and how they begin."""
    order = sorted(range(len(concepts)), key=lambda n: (-concepts[n].terms[0].articles, concepts[n].id))
    ranks = array("I", bytes(4 * len(concepts)))
    for rank, number in enumerate(order):
        ranks[number] = rank
    writer.numbers("ranks", ranks)
    write_beginnings(concepts, writer)


def write_beginnings(concepts: Sequence[Concept], writer: Writer) -> None:
    """Write the sorted beginnings of preferred forms and of their words."""
    found: set[tuple[bytes, int]] = set()
    for number, concept in enumerate(concepts):
        if concept.preferred:
            texts = (concept.preferred.form, *concept.preferred.form.split())
            found.update((joined(text).encode("utf-8", "surrogatepass"), number) for text in texts)
    beginnings = sorted(found)
    places = [writer.string(text.decode("utf-8", "surrogatepass")) for text, _ in beginnings]
    writer.numbers("beginnings.texts", places)
    writer.numbers("beginnings.concepts", [number for _, number in beginnings])


def _write_stories(stories: Sequence[Story], writer: Writer) -> None:
    writer.lists("stories", [array("I", story_numbers(story, writer)) for story in stories])
    postings: dict[int, array[int]] = defaultdict(lambda: array("I"))
    for number, story in enumerate(stories):
        for key in {k >> 1 for sentence in story.sentences for k in sentence}:
            postings[key].append(number)
    writer.number_table("postings", postings)
