"""How ``canonym learn`` grows: time, memory and result for 1, 10 and 100 MB of generated articles.

The articles are made from a seed. Words follow Zipf's law over the words of English. Names have a long tail,
so that new ones keep coming as in news. Each article tells one story of a few names. Some articles repeat
sentences of an agency. One name in fifty is misspelt.
"""

import argparse
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from cold_start import CODAS, NUCLEI, ONSETS

from canonym.languages import language
from canonym.text.package_data import read

HOME = Path("build/learning").resolve()
SENTENCES = 22
WORDS = 17
FOLDER = 1000
"""Articles of one directory."""


class Run(NamedTuple):
    """What one run took: seconds on the clock and of all processors, peak MiB of its largest process."""

    wall: float
    cpu: float
    memory: float


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="1,10,100", help="megabytes, by comma")
    parser.add_argument("--articles", type=Path, help="learn from this directory instead")
    parser.add_argument("options", nargs="*", help="further options of `canonym learn`, behind --")
    arguments = parser.parse_args()
    print("     MB  articles    wall s     cpu s  cpu s/MB   MiB  written MB  names")
    if arguments.articles:
        print(measured(arguments.articles, arguments.options))
        return 0
    for size in map(int, arguments.sizes.split(",")):
        print(measured(make_articles(HOME / f"{size}", size), arguments.options), flush=True)
    return 0


def measured(folder: Path, options: list[str]) -> str:
    """Learn from ``folder`` and return a line of the table."""
    output = HOME / "learned.jsonl"
    output.unlink(missing_ok=True)
    HOME.mkdir(parents=True, exist_ok=True)
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    command = [sys.executable, "-m", "canonym", "learn", "--isolated", "--quiet", "-o", str(output)]
    took = run([*command, *options, str(folder)])
    with output.open("rb") as file:
        names = sum(line.startswith(b'{"id"') for line in file)
    size, written = sum(sizes) / 1e6, output.stat().st_size / 1e6
    return (
        f"{size:7.1f} {len(sizes):9} {took.wall:9.1f} {took.cpu:9.1f} {took.cpu / size:9.2f} "
        f"{took.memory:5.0f} {written:11.1f} {names:6}"
    )


def run(command: list[str]) -> Run:
    """Run a program to its end."""
    start = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"it ended with {process.returncode}")
    memory = usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return Run(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, memory)


def make_articles(folder: Path, megabytes: int) -> Path:
    """Write about so many megabytes of articles, unless they are there."""
    done = folder / ".done"
    if done.exists():
        return folder
    written = 0
    for number, text in enumerate(articles(random.Random(megabytes))):
        place = folder / f"{number // FOLDER:04}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number % FOLDER:03}.txt").write_text(text, encoding="utf-8", newline="\n")
        written += len(text)
        if written >= megabytes * 1_000_000:
            break
    done.touch()
    return folder


def articles(chance: random.Random) -> Iterator[str]:
    """Yield articles without end."""
    words = [
        word
        for line in read("languages/data/en/words.txt").splitlines()
        if line[:1] != "#"
        for word in line.split()
    ]
    random.Random(1).shuffle(words)
    words = [*sorted(language("en").function_words), *words]
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    wire: list[str] = []
    while True:
        cast = [person(chance) for _ in range(5)] + [name(tail(chance)) for _ in range(5)]
        topic = chance.choices(words, k=40)
        drawn = (chance.choices(words, cum_weights=weights, k=WORDS) for _ in range(SENTENCES))
        text = [sentence(some + chance.choices(topic, k=2), cast, chance) for some in drawn]
        if wire and chance.random() < 0.05:
            text[3:3] = chance.sample(wire, min(3, len(wire)))
        if chance.random() < 0.02:
            wire = [*wire[-40:], *text[1:4]]
        paragraphs = [" ".join(text[at : at + 3]) for at in range(0, len(text), 3)]
        yield "\n\n".join(paragraphs) + "\n"


def sentence(words: list[str], cast: list[str], chance: random.Random) -> str:
    for _ in range(chance.choice((0, 1, 1, 2))):
        mention = chance.choice(cast)
        if chance.random() < 0.02:
            mention = mention.replace("ou", "u", 1).replace("k", "kh", 1)
        elif " " in mention and chance.random() < 0.5:
            mention = mention.partition(" ")[2]
        words.insert(chance.randrange(1, len(words)), mention)
    return f"{words[0].capitalize()} {' '.join(words[1:])}."


def person(chance: random.Random) -> str:
    return f"{name(tail(chance) % 3000)} {name(tail(chance))}"


def tail(chance: random.Random) -> int:
    """Draw the rank of a name: one in ten is beyond 20,000."""
    return int(40 * (chance.random() ** -1.35 - 1)) % 5_000_000


def name(rank: int) -> str:
    """Return the name of a rank, always the same."""
    number = rank * 2_654_435_761 % 2**32
    found = ""
    for _ in range(2 + number % 2):
        number, onset = divmod(number, len(ONSETS))
        number, nucleus = divmod(number, len(NUCLEI))
        number, coda = divmod(number, len(CODAS))
        found += ONSETS[onset] + NUCLEI[nucleus] + CODAS[coda]
    return found.capitalize()


if __name__ == "__main__":
    sys.exit(main())
