"""A termbase: what a corpus, or a person, says of names."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from canonym.termbase.concept import Concept
from canonym.text.values import NamedTuple


class Story(NamedTuple):
    """A compact signature of one article.

    A sentence is the sequence of the 32-bit keys of its telling words (``story_key``), names
    among them in their places; it cannot be read back, so it may leave an archive that may not.

    Attributes:
        path: The article.
        sentences: Its sentences, at most ``MAX_SENTENCES`` of at most ``MAX_KEYS`` keys.
    """

    path: str
    sentences: tuple[tuple[int, ...], ...]


class Termbase(NamedTuple):
    """Everything that a check needs to know of a corpus.

    Attributes:
        concepts: The names and terms.
        stories: Signatures of the articles.
        articles: How many independent articles there were.
        ordinary: Words that the corpus writes small, with how many of its articles do.
    """

    concepts: tuple[Concept, ...] = ()
    stories: Sequence[Story] = ()
    articles: int = 0
    ordinary: Mapping[str, int] = MappingProxyType({})
