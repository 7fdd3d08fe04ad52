"""What memories help with: drafts to check one after the other, and long ones to type into.

The articles are made up (``made_articles.py``). The drafts retell some of them, with names written otherwise.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from made_articles import Writer
from made_names import concept, make_rules, people, respelt

from canonym.checking.check_settings import Settings
from canonym.checking.engine import examine
from canonym.checking.suppression.apply_suppressions import suppress
from canonym.corpus.learning import ArticleSource, learn
from canonym.index.termbase_index import Index
from canonym.languages import language
from canonym.matching.draft import forget
from canonym.termbase.authored import parse
from canonym.termbase.concept import Concept
from canonym.termbase.termbase import Termbase
from canonym.text.formats import parse_document

ENGLISH = language("en")

SIZES = (25_000, 250_000)
TYPED = "aeino tS"
RESPELT = 0.1
"""Share of the names of a retold article that are written otherwise."""
DECIDED = '[[name]]\npreferred = "GitHub"\n'
PATIENCE = 1 << 7
"""What a server sets (``_PATIENCE`` of ``lsp/session/loaded_project.py``)."""


class Work(NamedTuple):
    """What is measured: drafts to check one after the other, and long ones to type into."""

    drafts: Sequence[str]
    long: Mapping[int, str]


def prepared(folder: Path, concepts: int, count: int) -> tuple[Termbase, Work]:
    """Return what made-up articles teach, with many more names, and drafts that retell some of them."""
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
    names = {rule.right for rule in rules}
    retold = [" ".join(_told(word, names, chance) for word in text.split(" ")) for text in articles]
    return termbase, Work(retold[-30:], {size: "\n".join(retold)[:size] for size in SIZES})


def _told(word: str, names: set[str], chance: random.Random) -> str:
    letters = word.rstrip(".,\n")
    if letters not in names or chance.random() >= RESPELT:
        return word
    other = chance.choice((*4 * (respelt(letters, chance),), f"anti-{letters}", letters.upper(), "Github"))
    return other + word[len(letters) :]


def decided() -> tuple[Concept, ...]:
    """Return what a person decided."""
    return parse(DECIDED, "termbase.toml")


def keystrokes(text: str) -> Iterator[str]:
    """Yield a draft without end, each time with one more character typed somewhere."""
    chance = random.Random(3)
    while True:
        place = chance.randrange(len(text))
        text = text[:place] + chance.choice(TYPED) + text[place:]
        yield text


def checked(index: Index, drafts: Sequence[str]) -> None:
    """Check drafts one after the other, as a command does, which forgets each."""
    for text in drafts:
        stroke(index, text)
        forget(index)


def stroke(index: Index, text: str) -> None:
    """Check a draft as a server does at each keystroke."""
    document = parse_document("draft.txt", text, language=ENGLISH)
    found, _ = examine(document, index, Settings())
    suppress(document, found, Settings())
