"""Counts what scripts without capitals write as one, before anybody knows the words in it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from canonym.corpus.without_capitals.learn_joined import Joined, caseless_words, learn_joined
from canonym.corpus.without_capitals.learn_unspaced import count_recurring, learn_unspaced, unspaced_stretches
from canonym.termbase.language_tags import UNDETERMINED
from canonym.text.document import Document
from canonym.text.values import NamedTuple


class Counts(NamedTuple):
    """How often something is written in a language.

    Attributes:
        words: What stands between spaces, in scripts with spaces.
        recurring: Each sign, and each longer stretch that occurs more than once, in scripts without spaces.
    """

    words: Counter[str]
    recurring: Counter[str]


class AsWritten:
    """Counts articles of any languages."""

    def __init__(self) -> None:
        self._words: dict[str, Counter[str]] = defaultdict(Counter)
        self._stretches: dict[str, list[str]] = defaultdict(list)

    def add(self, document: Document) -> None:
        """Count a document in one language."""
        tag = document.language.tag
        if words := caseless_words(document):
            self._words[tag].update(words)
        if stretches := unspaced_stretches(document):
            self._stretches[tag] += stretches

    def counts(self) -> dict[str, Counts]:
        """Return the counts by language."""
        tags = {*self._words, *self._stretches}
        return {tag: Counts(self._words[tag], count_recurring(self._stretches[tag])) for tag in sorted(tags)}


def learn_as_written(parts: Iterable[Mapping[str, Counts]], main: str) -> dict[str, Joined]:
    """Return what each language joins, by the counts of all parts; ``main`` is that of what shows none."""
    total: dict[str, Counts] = {}
    for part in parts:
        for tag, counts in part.items():
            shown = main if tag == UNDETERMINED else tag
            mine = total.setdefault(shown, Counts(Counter(), Counter()))
            mine.words.update(counts.words)
            mine.recurring.update(counts.recurring)
    return {
        tag: learn_joined(counts.words, tag)._replace(words=learn_unspaced(counts.recurring, tag))
        for tag, counts in total.items()
    }
