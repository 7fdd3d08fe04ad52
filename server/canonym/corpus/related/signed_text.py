"""What comparisons ask of an article, as far as its signature and the names of the corpus tell it."""

from collections.abc import Iterable, Mapping

from canonym.index.termbase_index import Index, NameWord
from canonym.matching.draft_sentence import Spot
from canonym.stories.signature import word_key
from canonym.termbase.termbase import Story
from canonym.text.tokens import Token
from canonym.text.values import NamedTuple


class SignedSentence(NamedTuple):
    """A sentence of which nothing is known but its signature, and where a word stands in it.

    Attributes:
        keys: The keys of its telling words.
        positions: The word and its place among them, if it is there.
    """

    keys: tuple[int, ...]
    positions: tuple[tuple[str, int], ...]


class SignedWord(NamedTuple):
    """A word of names in the article.

    Attributes:
        form: The word as ``plain`` writes it.
        spots: One place in each sentence that has it, beside what names have beside it.
    """

    form: str
    spots: tuple[Spot, ...]


class SignedText(NamedTuple):
    """An article of which nothing is known but its signature, and where a word stands in it.

    Attributes:
        sentences: Its sentences.
        where: The numbers of those that have the word, by the word.
        words: The word, by itself.
    """

    sentences: tuple[SignedSentence, ...]
    where: Mapping[str, tuple[int, ...]]
    words: Mapping[str, SignedWord]

    @property
    def keys(self) -> tuple[tuple[int, ...], ...]:
        """For each sentence the keys of its telling words."""
        return tuple(sentence.keys for sentence in self.sentences)


def signed_text(word: NameWord, story: Story, index: Index) -> SignedText:
    """Return what is known of the article of ``story``, which has ``word``."""
    form, key = word.form, word_key(word.form, index.language) | 1
    sentences = tuple(_sentence(keys, form, key) for keys in story.sentences)
    numbers = tuple(number for number, sentence in enumerate(sentences) if sentence.positions)
    left, right = (_first(side(word.folded)) for side in (index.leaders, index.followers))
    spots = tuple(Spot(number, Token(0, form), left, right, opens=False) for number in numbers)
    return SignedText(sentences, {form: numbers}, {form: SignedWord(form, spots)})


def _sentence(keys: tuple[int, ...], form: str, key: int) -> SignedSentence:
    return SignedSentence(keys, ((form, keys.index(key)),) if key in keys else ())


def _first(neighbours: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(neighbours)[:1])
