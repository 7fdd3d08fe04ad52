"""A word of names: what a termbase knows of one word, under all the forms that fold to its letters."""

from collections.abc import MutableSequence


class NameWord:
    """One word of names, under all the forms that fold to the same letters.

    Attributes:
        folded: Its letters.
        forms: Each form to its mentions in names, the best form first.
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
        concepts: MutableSequence[int],
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
        """The best attested form of those that some name may be written with."""
        return next(iter(self.forms))

    @property
    def frequency(self) -> int:
        """Mentions of all its forms."""
        return sum(self.forms.values())
