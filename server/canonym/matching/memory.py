"""What was worked out once against a termbase is remembered with it: for the next keystroke, the next draft.

A function of (index, key) alone gives the same answer each time; so it makes no difference to any finding
whether the answer is remembered, and what is remembered goes when its termbase goes.
"""

from collections.abc import Callable, Set
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from canonym.text.values import NamedTuple

_Key = ParamSpec("_Key")
_Answer = TypeVar("_Answer")


_NOTHING = object()


class Recent(dict[Any, Any]):
    """Answers by key, which ``[]`` and ``get`` find; ``begin`` forgets those that nobody asks for any more.

    They lie in two layers. An answer of the lower one that is asked for comes up; when many new ones have
    come, the upper layer becomes the lower one, and what was left in that is gone. So all that a draft asks
    for is there when it is checked again, however long it is; the words that somebody typed on the way go.

    Args:
        least: How many new answers come before any is forgotten.
    """

    def __init__(self, least: int) -> None:
        super().__init__()
        self._least = least
        self._lower: dict[Any, Any] = {}
        self._raised = 0

    def __missing__(self, key: object) -> Any:  # noqa: ANN401  (of any type)
        answer = self.get(key, _NOTHING)
        if answer is _NOTHING:
            raise KeyError(key)
        return answer

    def get(self, key: object, default: Any = None) -> Any:  # noqa: ANN401
        """Return the answer, or ``default`` if there is none; another thread may forget it meanwhile."""
        answer = super().get(key, _NOTHING)
        if answer is _NOTHING:
            answer = self._lower.get(key, _NOTHING)
            if answer is _NOTHING:
                return default
            self[key] = answer
            self._raised += 1
        return answer

    def forget(self) -> None:
        """Forget all."""
        self.clear()
        self._lower = {}
        self._raised = 0

    def begin(self) -> None:
        """Take note that a draft is gone through from its beginning."""
        if len(self) - self._raised >= max(self._least, self._raised):
            self._lower = dict(self)
            self.clear()
            self._raised = 0


class Memory(dict[object, Any]):
    """What is known of a topic, mostly answers by key, by the function that gave them.

    Attributes:
        patience: The most new answers that come before old ones are forgotten, whatever the topic; a server,
            which lives for days, has little of it.
    """

    patience = 1 << 17

    def begin(self) -> None:
        """Take note that a draft is checked."""
        for known in (*self.values(), *self.get(_DRAFTS, {}).values()):
            if isinstance(known, Recent):
                known.begin()


_DRAFTS = "drafts"
"""The topic that holds the topics of what is remembered by how drafts, or their sentences, read."""


class Remembering(Protocol):
    """What answers can be remembered with."""

    memory: Memory


_Index = TypeVar("_Index", bound=Remembering)
_Work = Callable[Concatenate[_Index, _Key], _Answer]


def remembered(most: int) -> Callable[[_Work[_Index, _Key, _Answer]], _Work[_Index, _Key, _Answer]]:
    """Remember the answers of a function with its first argument.

    Args:
        most: How many answers, unless a draft asks for more.
    """

    def decorate(work: _Work[_Index, _Key, _Answer]) -> _Work[_Index, _Key, _Answer]:
        def recalled(index: _Index, /, *key: _Key.args, **named: _Key.kwargs) -> _Answer:
            try:
                answer: _Answer = index.memory[work][key]
            except KeyError:
                answer = work(index, *key, **named)
                _recent(index, index.memory, work, most)[key] = answer
            return answer

        recalled.__doc__ = work.__doc__
        return recalled

    return decorate


class _Told(NamedTuple):
    """What is known of words: which were asked about, and of which the answer was yes."""

    asked: set[str]
    true: set[str]


def those(index: _Index, holds: Callable[[_Index, str], bool], words: Set[str], most: int) -> Set[str]:
    """Return those of ``words`` for which ``holds`` is true; its answers are remembered.

    Args:
        index: What it asks.
        holds: Answers by ``index`` and a word alone.
        words: The words.
        most: How many answers are remembered, or a few more.
    """
    told: _Told | None = index.memory.get(holds)
    if told is None:
        told = index.memory[holds] = _Told(set(), set())
    elif len(told.asked) >= min(most, max(index.memory.patience, 2 * len(words))):
        told = index.memory[holds] = _Told(told.asked & words, told.true & words)
    if fresh := words - told.asked:
        told.true.update([word for word in fresh if holds(index, word)])
        told.asked.update(fresh)
    return words & told.true


def notes(index: Remembering, topic: object, most: int) -> Recent:
    """Return what is remembered of drafts under ``topic``."""
    return _recent(index, index.memory.setdefault(_DRAFTS, {}), topic, most)


def forget_drafts(index: Remembering) -> None:
    """Forget all ``notes``; what is remembered by words stays."""
    index.memory.pop(_DRAFTS, None)


def _recent(index: Remembering, memory: dict[object, Any], topic: object, most: int) -> Recent:
    known: Recent | None = memory.get(topic)
    if known is None:
        known = memory[topic] = Recent(min(most // 2, index.memory.patience))
    return known
