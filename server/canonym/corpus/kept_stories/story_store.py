"""Keeps the signatures of all stories in a temporary file, because few are read again."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import overload

from canonym.corpus.kept_stories.number_file import NumberFile
from canonym.termbase.termbase import Story
from canonym.text.values import NamedTuple


class Bundle(NamedTuple):
    """The signatures of some stories.

    Attributes:
        paths: Their articles.
        sizes: The count of numbers of each story.
        numbers: For each story the count of its sentences, the length of each, and all keys.
    """

    paths: list[str]
    sizes: "array[int]"
    numbers: "array[int]"


def bundled(stories: Iterable[Story]) -> Bundle:
    """Return ``stories`` as a few values, which are fast to send to another process."""
    bundle = Bundle([], array("I"), array("I"))
    for story in stories:
        sentences = story.sentences
        before = len(bundle.numbers)
        bundle.numbers.append(len(sentences))
        bundle.numbers.extend(map(len, sentences))
        for keys in sentences:
            bundle.numbers.extend(keys)
        bundle.paths.append(story.path)
        bundle.sizes.append(len(bundle.numbers) - before)
    return bundle


class Collector:
    """Collects stories part by part."""

    def __init__(self) -> None:
        self._paths: list[str] = []
        self._sizes = array("I")
        self._numbers = NumberFile("I")

    def __enter__(self) -> "Collector":
        return self

    def __exit__(self, *failure: object) -> None:
        self._numbers.close()

    def add(self, bundle: Bundle) -> None:
        """Add the stories of the next part."""
        self._paths += bundle.paths
        self._sizes += bundle.sizes
        self._numbers.add(bundle.numbers)

    def stories(self) -> "StoryStore":
        """Return all stories."""
        return StoryStore(self._paths, array("Q", [0, *accumulate(self._sizes)]), self._numbers.whole())


class StoryStore(Sequence[Story]):
    """Stories that are decoded one by one when they are read."""

    def __init__(self, paths: list[str], starts: "array[int]", numbers: "memoryview[int]") -> None:
        self.paths = paths
        self._starts = starts
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self.paths)

    @overload
    def __getitem__(self, number: int) -> Story: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Story]: ...
    def __getitem__(self, number: int | slice) -> Story | Sequence[Story]:
        if isinstance(number, slice):
            return tuple(self[n] for n in range(*number.indices(len(self))))
        numbers = self._of(range(len(self))[number]).tolist()
        at = 1 + numbers[0]
        sentences = []
        for length in numbers[1:at]:
            sentences.append(tuple(numbers[at : at + length]))
            at += length
        return Story(self.paths[number], tuple(sentences))

    def __iter__(self) -> Iterator[Story]:
        return map(self.__getitem__, range(len(self)))

    def keys(self, number: int) -> "memoryview[int]":
        """Return all keys of a story, in the order of its sentences."""
        numbers = self._of(number)
        return numbers[1 + numbers[0] :]

    def _of(self, number: int) -> "memoryview[int]":
        return self._numbers[self._starts[number] : self._starts[number + 1]]
