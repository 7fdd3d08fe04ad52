"""What was worked out once against a termbase is remembered with it: for the next keystroke, the next draft.

A function of (index, key) alone gives the same answer each time; so it makes no difference to any finding
whether the answer is remembered, and what is remembered goes when its termbase goes.
"""

from collections.abc import Callable, Set
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from canonym.text.recent_answers import Recent
from canonym.text.values import NamedTuple

_Key = ParamSpec("_Key")
_Answer = TypeVar("_Answer")


class Memory(dict[object, Any]):
    """What is known of a topic, mostly answers by key, by the function that gave them.

    Attributes:
        patience: The most new answers that come before old ones are forgotten, whatever the topic; a server,
            which lives for days, has little of it.
    """

    patience = 1 << 17

    def begin(self) -> None:
        """Take note that a draft is checked."""
        for known in (*self.values(), *self.get(DRAFTS, {}).values()):
            if isinstance(known, Recent):
                known.begin()


DRAFTS = "drafts"
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


class _Answers(NamedTuple):
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
    known: _Answers | None = index.memory.get(holds)
    if known is None:
        known = index.memory[holds] = _Answers(set(), set())
    elif len(known.asked) >= min(most, max(index.memory.patience, 2 * len(words))):
        known = index.memory[holds] = _Answers(known.asked & words, known.true & words)
    if fresh := words - known.asked:
        known.true.update([word for word in fresh if holds(index, word)])
        known.asked.update(fresh)
    return words & known.true


def notes(index: Remembering, topic: object, most: int) -> Recent:
    """Return what is remembered of drafts under ``topic``."""
    return _recent(index, index.memory.setdefault(DRAFTS, {}), topic, most)


def forget_drafts(index: Remembering) -> None:
    """Forget all ``notes``; what is remembered by words stays."""
    index.memory.pop(DRAFTS, None)


def _recent(index: Remembering, memory: dict[object, Any], topic: object, most: int) -> Recent:
    known: Recent | None = memory.get(topic)
    if known is None:
        known = memory[topic] = Recent(min(most // 2, index.memory.patience))
    return known
