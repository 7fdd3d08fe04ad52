"""Made-up news articles, the same for the same seed: half of them plain text, half Markdown.

Ordinary words come as often as Zipf's law has it, from all the English words that ship with Canonym, so that
no sentence is written twice. An article has a cast: people of the termbase, the commoner ones more often, and
people whom no termbase knows. Who is named stands there in full at first, then mostly by surname. Some names
are spelt wrong: most as a rule says, the rest in a way that no list has.
"""

import random
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from made_names import Letters, Rule, people, respelt, zipf

from canonym.text.package_data import read

SIZE = 4400
"""Characters of an article, more or less."""
NAMED = 0.06
"""Share of the words of a sentence that begin a name."""
STRANGERS = 0.25
"""Share of the cast whom the termbase does not know."""
WRONG, UNLISTED = 0.03, 0.3
"""Share of the names of rules that are spelt wrong, and of those the share that no rule speaks of."""
IN_FULL = 0.3
"""Share of the later mentions that have the given name as well."""
COMMON = """
    the of to and a in that is was for on said with he as it by at from his an were be are have has had
    not they which who their but will would been this she after one more also about when or new its year
    first up two out had people than into her all over last could there other some time them against
    between under while before where what so no if we can during most many because only such our through
    three made even should any those being did these do both work week home part against day since state
    called told now city still another group
""".split()


class Person(NamedTuple):
    """Somebody in the news.

    Attributes:
        given: The given name.
        surname: The surname.
        wrong: The spelling of the surname that a rule forbids; empty when no rule speaks of it.
    """

    given: str
    surname: str
    wrong: str = ""


class Writer:
    """Writes articles.

    Args:
        rules: What is spelt wrong now and then.
        seed: Decides everything.
    """

    def __init__(self, rules: Sequence[Rule], seed: int) -> None:
        self._chance = random.Random(seed)
        self._letters = Letters(self._chance)
        rest = sorted(set(read("languages/data/en/words.txt").split()) - set(COMMON))
        self._chance.shuffle(rest)
        self._words = [*dict.fromkeys(COMMON), *(word for word in rest if word.isalpha())]
        wrong = {rule.right: rule.wrong for rule in rules}
        self._people = [Person(*one, wrong.get(one[1], "")) for one in people(rules, len(rules))]
        self._chance.shuffle(self._people)

    def article(self, *, markdown: bool, size: int = SIZE) -> str:
        """Return an article of about ``size`` characters."""
        chance = self._chance
        cast = [self._person() for _ in range(chance.randint(6, 20))]
        met: set[Person] = set()
        title = self._sentence([], met).rstrip(".")
        blocks = [f"# {title}" if markdown else title]
        while sum(map(len, blocks)) < size:
            blocks.append(self._block(cast, met, markdown=markdown))
        return "\n\n".join(blocks) + "\n"

    def _person(self) -> Person:
        if self._chance.random() < STRANGERS:
            return Person(self._letters.word(), self._letters.word())
        return zipf(self._people, self._chance)

    def _block(self, cast: list[Person], met: set[Person], *, markdown: bool) -> str:
        chance = self._chance
        kind = chance.random() if markdown else 1.0
        if kind < 0.08:
            return "## " + self._sentence(cast, met).rstrip(".")
        if kind < 0.14:
            return "\n".join(f"- {self._sentence(cast, met)}" for _ in range(chance.randint(2, 5)))
        text = " ".join(self._sentence(cast, met) for _ in range(chance.randint(2, 6)))
        if kind < 0.3:
            word = self._word()
            address = f"https://example.org/{word}/{chance.randint(1, 9999)}"
            text += f" More is in the [{word}]({address}), *not* in `{word}`."
        return text

    def _sentence(self, cast: list[Person], met: set[Person]) -> str:
        chance = self._chance
        words: list[str] = []
        for _ in range(max(4, int(chance.lognormvariate(2.9, 0.45)))):
            if cast and chance.random() < NAMED:
                words.append(self._mention(chance.choice(cast), met))
            else:
                words.append(self._word())
            if chance.random() < 0.06:
                words[-1] += ","
        text = " ".join(words).rstrip(",")
        return f"{text[0].upper()}{text[1:]}."

    def _word(self) -> str:
        size = len(self._words)
        return self._words[int(2.7 * ((size + 2.7) / 2.7) ** self._chance.random() - 2.7)]

    def _mention(self, person: Person, met: set[Person]) -> str:
        chance = self._chance
        surname = person.surname
        if person.wrong and chance.random() < WRONG:
            surname = respelt(surname, chance) if chance.random() < UNLISTED else person.wrong
        known, _ = person in met, met.add(person)
        return surname if known and chance.random() >= IN_FULL else f"{person.given} {surname}"


def write_articles(folder: Path, files: int, rules: Sequence[Rule]) -> Path:
    """Write so many articles, the first of them the same however many there are; return ``folder``."""
    names = [f"{number:06}.{'md' if number % 2 else 'txt'}" for number in range(files)]
    if folder.exists():
        if sorted(path.name for path in folder.iterdir()) == names:
            return folder
        shutil.rmtree(folder)  # whatever is in it would be checked as well
    folder.mkdir(parents=True)
    writer = Writer(rules, len(rules))
    for name in names:
        text = writer.article(markdown=name.endswith(".md"))
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder
