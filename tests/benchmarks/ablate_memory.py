"""What each memory brings: CPU of a keystroke and of a check, with it and without it.

`make ablate-memory` prints after each round a line for each memory, the dearest to lack first. It says how
much more CPU a keystroke takes without it, in 25,000 and in 250,000 characters, and a check of drafts as
``canonym check`` does it. Tables that are read once are no memories here.

The articles are made up (``made_articles.py``). The drafts retell some of them, with names written otherwise.
Each round has a process of its own that begins as all others do. Each piece of work counts as it was done
soonest. What differs by two percent or less is noise.
"""

import argparse
import gc
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import Any, NamedTuple

from made_articles import Writer
from made_names import concept, make_rules, people, respelt

from canonym.checking.check_settings import Settings
from canonym.checking.engine import examine
from canonym.checking.suppression.apply_suppressions import suppress
from canonym.corpus.learning import ArticleSource, learn
from canonym.index.memory import DRAFTS, Memory
from canonym.index.termbase_index import Index
from canonym.matching.draft import forget
from canonym.matching.matcher import Match
from canonym.stories.related_articles import Ranking
from canonym.termbase.authored import parse
from canonym.text.formats import parse_document
from canonym.text.memo import Memo
from canonym.text.recent_answers import Recent

SIZES = (25_000, 250_000)
TYPED = "aeino tS"
RESPELT = 0.1
"""Share of the names of a retold article that are written otherwise."""
DECIDED = '[[name]]\npreferred = "GitHub"\n'
PATIENCE = 1 << 7
"""What a server sets (``_PATIENCE`` of ``lsp/session/loaded_project.py``)."""
Removal = Callable[[Index], None]
Figures = list[list[float]]
"""Milliseconds of CPU by kind of work, piece by piece."""


class Remembers(NamedTuple):
    """A memory: what it is called, and what takes it away."""

    name: str
    remove: Removal


class Work(NamedTuple):
    """What is measured: drafts to check one after the other, and long ones to type into."""

    drafts: Sequence[str]
    long: Mapping[int, str]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--concepts", type=int, default=20_000)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--strokes", type=int, default=30, help="in the short draft; a third in the long one")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", help="memories whose names have this")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        index, work = prepared(Path(folder), options.concepts, options.articles)
    for text in work.drafts:  # all that is imported late, or remembered at all, is there then
        stroke(index, text)
    known = [one for one in memories(index) if options.only in one.name]
    index.forget()
    index.memory.clear()
    forget(index)
    for lines in tables(index, work, known, options.strokes, options.rounds):
        print(*lines, sep="\n", flush=True)
    return 0


def prepared(folder: Path, concepts: int, count: int) -> tuple[Index, Work]:
    """Return the index of made-up articles with many more names, and drafts that retell some of them."""
    rules = make_rules(concepts // 4)
    writer, chance = Writer(rules, 5), random.Random(5)
    articles = [writer.article(markdown=False) for _ in range(count)]
    sources = []
    for number, text in enumerate(articles):
        path = folder / f"{number:04}.txt"
        path.write_text(text, encoding="utf-8")
        sources.append(ArticleSource(path, path.name))
    termbase = learn(sources)
    more = (concept(given, name, None, chance) for given, name in people(rules, concepts))
    both = {one.id: one for one in more} | {one.id: one for one in termbase.concepts}
    termbase = termbase._replace(concepts=tuple(both[id_] for id_ in sorted(both)))
    index = Index.build(termbase, parse(DECIDED, "termbase.toml"))
    names = {rule.right for rule in rules}
    retold = [" ".join(_told(word, names, chance) for word in text.split(" ")) for text in articles]
    return index, Work(retold[-30:], {size: "\n".join(retold)[:size] for size in SIZES})


def _told(word: str, names: set[str], chance: random.Random) -> str:
    letters = word.rstrip(".,\n")
    if letters not in names or chance.random() >= RESPELT:
        return word
    other = chance.choice((*4 * (respelt(letters, chance),), f"anti-{letters}", letters.upper(), "Github"))
    return other + word[len(letters) :]


def memories(index: Index) -> Iterator[Remembers]:
    """Yield all that is remembered by modules, by an index, and with it."""
    yield from _of_modules()
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


def _of_modules() -> Iterator[Remembers]:
    """Yield the caches of functions with arguments, and what else modules remember by key."""
    found: dict[int, Remembers] = {}
    for module in [module for name, module in sorted(sys.modules.items()) if name.startswith("canonym.")]:
        for name, value in sorted(vars(module).items()):
            is_cache = hasattr(value, "cache_info") and value.cache_parameters()["maxsize"]
            if is_cache or isinstance(value, Memo | Recent):
                home = getattr(value, "__module__", module.__name__) if is_cache else module.__name__
                title = f"{home.removeprefix('canonym.')}.{getattr(value, '__name__', name)}"
                found.setdefault(id(value), Remembers(title, _from_modules(value)))
    yield from sorted(found.values(), key=lambda one: one.name)


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
    def remove(_index: Index) -> None:
        other = _instead_of(value)
        for module in [module for name, module in sys.modules.items() if name.startswith("canonym.")]:
            for name in [name for name, one in vars(module).items() if one is value]:
                setattr(module, name, other)

    return remove


def _from_attribute(name: str, *, is_own: bool) -> Removal:
    def remove(index: Index) -> None:
        owner = index if is_own else index.stories
        setattr(owner, name, _instead_of(getattr(owner, name)))

    return remove


def _from_index(topic: object) -> Removal:
    def remove(index: Index) -> None:
        index.memory.pop(DRAFTS, None)
        index.memory = _Without(index.memory, topic)

    return remove


def _without_made(_index: Index) -> None:
    Match.made = property(lambda _match: {})  # type: ignore[assignment,method-assign]


def _without_draft_before(index: Index) -> None:
    ranking = index.stories._ranking

    def best(keys: Set[int], most: int) -> tuple[tuple[int, float], ...]:
        return Ranking(ranking._weight, ranking._rare, ranking._having).best(keys, most)

    ranking.best = best  # type: ignore[method-assign]


def checked(index: Index, drafts: Sequence[str]) -> None:
    """Check drafts one after the other, as a command does, which forgets each."""
    for text in drafts:
        stroke(index, text)
        forget(index)


def stroke(index: Index, text: str) -> None:
    """Check a draft as a server does at each keystroke."""
    document = parse_document("draft.txt", text)
    found, _ = examine(document, index, Settings())
    suppress(document, found, Settings())


def measured(index: Index, work: Work, strokes: int) -> Figures:
    """Return the milliseconds of CPU of each keystroke in each long draft, and of the check of each draft."""
    checks = []
    for text in work.drafts:
        start = time.process_time()
        checked(index, [text])
        checks.append(1000 * (time.process_time() - start))
    index.memory.patience = PATIENCE
    figures = []
    for number, draft in enumerate(work.long.values()):
        text, chance, times = draft, random.Random(3), []
        stroke(index, text)
        for _ in range(2 + strokes // (1 + 2 * number)):
            place = chance.randrange(len(text))
            text = text[:place] + chance.choice(TYPED) + text[place:]
            start = time.process_time()
            stroke(index, text)
            times.append(1000 * (time.process_time() - start))
        figures.append(times[2:])
    return [*figures, checks]


def least(rounds: Sequence[Figures]) -> list[float]:
    """Return the means of what each piece of work took in the round in which it took least."""
    columns = zip(*rounds, strict=True)
    return [statistics.mean(map(min, zip(*column, strict=True))) for column in columns]


def apart(index: Index, work: Work, memory: Remembers | None, strokes: int) -> Figures:
    """Measure in a process of its own, without a memory."""
    receiving, sending = os.pipe()
    child = os.fork()
    if not child:
        if memory is not None:
            memory.remove(index)
        gc.freeze()
        gc.disable()
        os.write(sending, json.dumps(measured(index, work, strokes)).encode())
        os._exit(0)
    os.close(sending)
    with os.fdopen(receiving) as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    figures: Figures = json.loads(told)
    return figures


def tables(
    index: Index, work: Work, known: Sequence[Remembers], strokes: int, rounds: int
) -> Iterator[list[str]]:
    """Yield the table as it is after each round."""
    results: dict[str, list[Figures]] = {"": [], **{one.name: [] for one in known}}
    for number in range(rounds):
        for place, one in enumerate(known):
            if place % 8 == 0:
                results[""].append(apart(index, work, None, strokes))
            results[one.name].append(apart(index, work, one, strokes))
            print(f"round {number + 1}: {one.name}", file=sys.stderr, flush=True)
        yield list(_lines(results, len(known[::8])))


def _lines(results: Mapping[str, Sequence[Figures]], each: int) -> Iterator[str]:
    """Yield the lines of a table; what has nothing taken away was measured ``each`` times a round."""
    fair = [least(results[""][place::each]) for place in range(each)]  # of as many rounds as the others
    usual = list(map(statistics.median, zip(*fair, strict=True)))
    best = {name: least(found) for name, found in results.items() if name}
    yield f"with all: {usual[0]:.2f} and {usual[1]:.2f} ms a keystroke, {usual[2]:.2f} ms a check of a draft"
    yield f"{'without':64} {'25,000':>8} {'250,000':>8} {'check':>8}"
    for name, figures in sorted(best.items(), key=lambda item: -max(map(_ratio, item[1], usual))):
        shares = "".join(f" {100 * (_ratio(a, b) - 1):+7.1f}%" for a, b in zip(figures, usual, strict=True))
        yield f"{name:64}{shares}"


def _ratio(without: float, usual: float) -> float:
    return without / usual


if __name__ == "__main__":
    sys.exit(main())
