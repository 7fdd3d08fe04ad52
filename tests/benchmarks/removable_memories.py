"""Each memory of the engine, with what takes it away."""

import functools
import sys
from collections.abc import Callable, Iterator, Mapping, Set
from typing import Any, NamedTuple

from canonym.index.memory import DRAFTS, Memory
from canonym.index.termbase_index import Index
from canonym.matching.matcher import Match
from canonym.stories.related_articles import Ranking
from canonym.text.memo import Memo
from canonym.text.recent_answers import Recent

Removal = Callable[[Index], None]


class Remembers(NamedTuple):
    """A memory: what it is called, and what takes it away."""

    name: str
    remove: Removal


def memories(index: Index) -> Iterator[Remembers]:
    """Yield all that is remembered by modules, by an index, and with it."""
    yield from memories_of_modules()
    for owner in (index, index.stories):
        for name, value in sorted(vars(owner).items()):
            if hasattr(value, "cache_info") or isinstance(value, Recent):
                yield Remembers(
                    f"{type(owner).__name__}.{name}", _from_attribute(name, is_own=owner is index)
                )
    for topic in [one for one in (*index.memory, *index.memory.get(DRAFTS, ())) if one != DRAFTS]:
        name = f"{topic.__module__.removeprefix('canonym.')}.{topic.__qualname__}"
        yield Remembers(f"{name}, with the index", _from_index(topic))
    yield Remembers("matching.matcher.Match.made", _without_made)
    yield Remembers("stories.related_articles.Ranking, of the draft before", _without_draft_before)


def memories_of_modules() -> Iterator[Remembers]:
    """Yield the caches of functions with arguments, and what else modules remember by key."""
    found = [Remembers(title, _from_modules(value)) for title, value in _of_modules().items()]
    yield from sorted(found, key=lambda one: one.name)


def forget_modules() -> None:
    """Empty all that modules remember."""
    for value in _of_modules().values():
        if isinstance(value, Recent):
            value.forget()
        else:
            (value.clear if isinstance(value, Memo) else value.cache_clear)()


def memories_made_inside(*names: str) -> Iterator[Remembers]:
    """Yield the caches that functions of the modules ``names`` make while they run."""
    for name in names:
        yield Remembers(f"{name.removeprefix('canonym.')}, made inside", _from_inside(name))


def _modules() -> list[Any]:
    return [module for name, module in sorted(sys.modules.items()) if name.startswith("canonym.")]


def _of_modules() -> dict[str, Any]:
    found: dict[int, tuple[str, Any]] = {}
    for module in _modules():
        for name, value in sorted(vars(module).items()):
            is_cache = hasattr(value, "cache_info") and value.cache_parameters()["maxsize"]
            if is_cache or isinstance(value, Memo | Recent):
                home = getattr(value, "__module__", module.__name__) if is_cache else module.__name__
                title = f"{home.removeprefix('canonym.')}.{getattr(value, '__name__', name)}"
                found.setdefault(id(value), (title, value))
    return dict(found.values())


class _Forgetful(Recent):
    """Remembers nothing."""

    def __setitem__(self, key: object, answer: object) -> None:
        pass


class _ForgetfulMemo(Memo[Any, Any]):
    """Makes a value each time."""

    def __setitem__(self, key: object, value: object) -> None:
        pass


class _Without(Memory):
    """Remembers all but one topic."""

    def __init__(self, memory: Mapping[object, Any], topic: object) -> None:
        super().__init__(memory)
        self._topic = topic
        self.pop(topic, None)

    def __setitem__(self, topic: object, known: object) -> None:
        if topic is not self._topic:
            super().__setitem__(topic, known)

    def setdefault(self, topic: object, known: Any = None) -> Any:
        """Keep the drafts' topics, which are forgotten with each draft, without that one as well."""
        if topic == DRAFTS and topic not in self:
            super().__setitem__(topic, _Without({}, self._topic))
        return super().setdefault(topic, known)


def _instead_of(value: Any) -> Any:
    """Return what does the same as a memory and remembers nothing."""
    if isinstance(value, Recent):
        return _Forgetful(0)
    return _ForgetfulMemo(value._make) if isinstance(value, Memo) else value.__wrapped__


def _from_modules(value: Any) -> Removal:
    return lambda _index: _replace_everywhere(value, _instead_of(value))


def _replace_everywhere(value: object, other: object) -> None:
    for module in _modules():
        for name in [name for name, one in vars(module).items() if one is value]:
            setattr(module, name, other)


def _from_inside(module: str) -> Removal:
    def remove(_index: Index) -> None:
        setattr(sys.modules[module], functools.lru_cache.__name__, lambda *_, **__: lambda work: work)

    return remove


def _from_attribute(name: str, *, is_own: bool) -> Removal:
    def remove(index: Index) -> None:
        owner = index if is_own else index.stories
        setattr(owner, name, _instead_of(getattr(owner, name)))

    return remove


def _from_index(topic: object) -> Removal:
    def remove(index: Index) -> None:
        patience = index.memory.patience
        drafts = index.memory.get(DRAFTS, {})
        index.memory = _Without(index.memory, topic)
        index.memory.patience = patience
        index.memory[DRAFTS] = _Without(drafts, topic)
        for module in _modules():
            for one in [one for one in vars(module).values() if _recalls(one, topic)]:
                _replace_everywhere(one, topic)

    return remove


def _recalls(value: Any, topic: object) -> bool:
    """Return whether a function is the one that ``remembered`` made of ``topic``."""
    cells = getattr(value, "__closure__", None) or ()
    return getattr(value, "__name__", "") == "recalled" and any(cell.cell_contents is topic for cell in cells)


def _without_made(_index: Index) -> None:
    Match.made = property(lambda _match: {})  # type: ignore[assignment,method-assign]


def _without_draft_before(index: Index) -> None:
    ranking = index.stories._ranking

    def best(keys: Set[int], most: int) -> tuple[tuple[int, float], ...]:
        return Ranking(ranking._weight, ranking._rare, ranking._having).best(keys, most)

    ranking.best = best  # type: ignore[method-assign]
