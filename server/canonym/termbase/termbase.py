"""A termbase: what a corpus or a person says of names."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from canonym.termbase.concept import Concept
from canonym.termbase.language_tags import UNDETERMINED
from canonym.text.values import NamedTuple


class Story(NamedTuple):
    """A compact signature of one article.

    A sentence is the sequence of the 32-bit keys of its telling words (``story_key``), with the keys of names
    in their places. Nobody can restore the text from it, so it may leave an archive that the text may not
    leave.

    Attributes:
        path: The article.
        sentences: Its sentences: at most ``MAX_SENTENCES``, each of at most ``MAX_KEYS`` keys.
    """

    path: str
    sentences: tuple[tuple[int, ...], ...]


class Termbase(NamedTuple):
    """All that a check needs to know of a corpus in one language.

    Attributes:
        concepts: The names and terms.
        stories: Signatures of the articles.
        articles: The number of independent articles.
        ordinary: Words that are no names, as they are written, each with its number of articles: small words,
            and common nouns with capitals.
        language: BCP 47 tag of the language of all that; ``und`` if nobody said or saw it.
        others: What the same corpus says in its other languages. These have no others of their own.
        endings: For each pair of endings that alternate, the last letters of the stems that have both.
        beginnings: The same of beginnings, turned (the last letter first), with the first letters of stems.
    """

    concepts: tuple[Concept, ...] = ()
    stories: Sequence[Story] = ()
    articles: int = 0
    ordinary: Mapping[str, int] = MappingProxyType({})
    endings: Mapping[str, str] = MappingProxyType({})
    beginnings: Mapping[str, str] = MappingProxyType({})
    language: str = UNDETERMINED
    others: "tuple[Termbase, ...]" = ()

    @property
    def by_language(self) -> "tuple[Termbase, ...]":
        """What the corpus says in each of its languages, sorted by tag."""
        alone = self._replace(others=())
        return tuple(sorted((alone, *self.others), key=lambda termbase: termbase.language))
