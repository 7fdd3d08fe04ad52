"""What comparisons ask of a text: of a draft, or of an article of which only the signature is known."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from canonym.matching.draft_sentence import Spot


class ComparedSentence(Protocol):
    """A sentence that is held against parallel ones."""

    @property
    def keys(self) -> tuple[int, ...]:
        """The keys of its telling words."""

    @property
    def positions(self) -> tuple[tuple[str, int], ...]:
        """Its telling words that may name, each with its place among the telling words."""


class ComparedWord(Protocol):
    """A word that is held against names."""

    @property
    def form(self) -> str:
        """The word as ``plain`` writes it."""

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where it stands; at least one place."""


class ComparedText(Protocol):
    """A text with words that are held against names."""

    @property
    def keys(self) -> Sequence[tuple[int, ...]]:
        """For each sentence the keys of its telling words."""

    @property
    def sentences(self) -> Sequence[ComparedSentence]:
        """Its sentences."""

    @property
    def where(self) -> Mapping[str, Sequence[int]]:
        """For each form of a capitalised word the numbers of its sentences."""

    @property
    def words(self) -> Mapping[str, ComparedWord]:
        """Its capitalised words by form."""
