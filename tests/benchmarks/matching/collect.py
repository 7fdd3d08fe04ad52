"""Hold every word in question of a benchmark's drafts against its candidates, and label each pair.

A set is a folder with ``corpus/``, ``drafts/SYSTEM/DOC.txt``, ``gold.jsonl`` and, where the corpus
has no translation of the drafts, ``reference/``; drafts and references are parallel line by line.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from canonym.corpus.learning import ArticleSource, learn
from canonym.index.termbase_index import Index
from canonym.languages import language
from canonym.matching.draft import parse_draft
from canonym.matching.open_words import pairs
from canonym.matching.scoring import compare
from canonym.text.formats import parse_document

ENGLISH = language("en")

WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")


class Verdict(NamedTuple):
    """What is known of one place: whether the reference has the name there, and whether it is labelled so."""

    start: int
    line: int
    right: bool
    wrong: bool
    hit: bool


class Row(NamedTuple):
    """A pair with its numbers and the verdicts on its places."""

    draft: str
    word: str
    name: str
    numbers: dict[str, float]
    slot: bool
    verdicts: tuple[Verdict, ...]

    @property
    def hit(self) -> int:
        return sum(v.hit for v in self.verdicts)

    @property
    def wrong(self) -> int:
        return sum(v.wrong for v in self.verdicts)


class Collected(NamedTuple):
    """The rows of one set, its number of words and of labelled spots."""

    name: str
    kind: str
    rows: list[Row]
    words: int
    gold: int


def collect(root: Path) -> Collected:
    """Collect the pairs of the set at ``root``."""
    corpus = root / "corpus"
    sources = [ArticleSource(p, p.relative_to(corpus).as_posix()) for p in sorted(corpus.rglob("*.txt"))]
    index = Index.build(learn(sources))
    references = _references(root / "reference" if (root / "reference").exists() else corpus)
    gold = [json.loads(line) for line in (root / "gold.jsonl").open(encoding="utf-8")]
    neutral = {(g["draft"], g["line"], g["variant"]) for g in gold if g["label"] == "E"}
    spots = {(g["draft"], g["line"], g["variant"]): g["canonical"] for g in gold if g["label"] == "Y"}
    rows: list[Row] = []
    words = 0
    for path in sorted((root / "drafts").rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        words += len(WORD.findall(text))
        name = f"{path.parent.name}/{path.name}"
        rows += _rows(name, text, index, references[path.name], neutral, spots)
    return Collected(root.name, root.parent.name, rows, words, len(spots))


def _references(folder: Path) -> dict[str, list[list[set[str]]]]:
    found: dict[str, list[list[set[str]]]] = {}
    for path in sorted(folder.rglob("*.txt")):
        lines = path.read_text(encoding="utf-8").split("\n")
        found.setdefault(path.name, []).append([pieces(line) for line in lines])
    return found


def _rows(name, text, index, references, neutral, spots) -> Iterator[Row]:
    draft = parse_draft(parse_document(name, text, language=ENGLISH))
    for pair in pairs(draft, index):
        numbers: dict[str, float] = {}
        for aspect in compare(pair).values():
            numbers.update(aspect.numbers)
        word, verdicts = pair.word.form, []
        new = pieces(pair.name.form) - pieces(word)
        for spot in pair.spots():
            line = draft.document.lines.place(spot.token.start).line
            place = (name, line + 1, word)
            if place in neutral:
                continue
            fits = new <= set().union(*(r[line] for r in references))
            hit = any(c in pair.name.form for c in spots.get(place, ()))
            verdicts.append(Verdict(spot.token.start, line, fits, not fits and place not in spots, hit))
        yield Row(name, word, pair.name.form, numbers, "no_slot" not in numbers, tuple(verdicts))


def pieces(text: str) -> set[str]:
    """Words, and the parts of hyphenated words, of a text."""
    words = (re.sub(r"[’']s?$", "", w) for w in WORD.findall(text))
    return {p for w in words for p in {w, *w.split("-")} if p}
