"""How long a keystroke waits: a real server, a real client, a large termbase.

`python tests/benchmarks/lsp_latency.py` prints, as JSON:

- first_s: from the start of the process to the findings of the first document, with a new termbase
- ready_s: the same at a later start
- for documents of 2,000 and 50,000 words:
  - median_ms, p95_ms: from didChange to findings that include the change
  - cpu_ms: what the server computes for one change
  - seen: the share of typed misspelt names that the next answer has
- with `--edits 10000`, for that number of edits of 2,000 words:
  - memory_mb: the memory of the server at every tenth of them
  - memory_growth_percent: its growth in the second half of them

`--keystrokes 0` leaves out everything except the edits.
The termbase has 100,000 names made of random syllables; the documents mention some of them, some misspelt.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from pathlib import Path

from lsp_client import Server

CONSONANTS = "b ch d f g gh h j k kh l m n p q r s sh t v w y z zh".split()
VOWELS = "a e i o u ai ou ei ia".split()
ENDINGS = ("", "n", "r", "d", "sh")
SMALL = (
    "the of and to in a is that for it was on with as by at from his they we said will been have not but had "
    "are an which or who out up there about into than its time only could new them man some these then two"
).split()
MISSPELT = 0.2
TARGETS = {"ready_s": 1.5, "p95_ms_2000": 20, "p95_ms_50000": 50, "memory_growth_percent": 3}


def word(rng):
    syllables = (rng.choice(CONSONANTS) + rng.choice(VOWELS) for _ in range(rng.randint(2, 3)))
    return ("".join(syllables) + rng.choice(ENDINGS)).capitalize()


def names(count, rng):
    """Distinct names of one to three words that share a stock of words, as people's names do."""
    words = [word(rng) for _ in range(40_000)]
    found = {}
    while len(found) < count:
        found[" ".join(rng.choice(words) for _ in range(rng.choice((1, 2, 2, 3))))] = None
    return list(found)


def write_termbase(path, forms, rng):
    from canonym.termbase.concept import Attestation, Concept, Kind, Term, TermStatus
    from canonym.termbase.learned import dump
    from canonym.termbase.termbase import Termbase

    def concept(form):
        frequency = rng.randint(1, 200)
        example = Attestation(f"articles/{rng.randint(1, 9000)}.txt", rng.randint(1, 60))
        articles = min(frequency, rng.randint(1, 50))
        term = Term(form, TermStatus.PREFERRED, frequency, articles, (example,))
        return Concept(form.lower().replace(" ", "-"), Kind.NAME, (term,))

    concepts = sorted(map(concept, forms), key=lambda one: one.id)
    path.write_text("".join(dump(Termbase(tuple(concepts), (), 9000, {}))), "utf-8")


def prose(count, forms, rng):
    """An article of about `count` words."""
    sentences, written = [], 0
    while written < count:
        said = [
            mention(forms, rng) if rng.random() < 0.06 else rng.choice(SMALL)
            for _ in range(rng.randint(8, 25))
        ]
        said[0] = said[0].capitalize()
        written += sum(len(one.split()) for one in said)
        sentences.append(" ".join(said) + (".\n\n" if rng.random() < 0.2 else ". "))
    return "".join(sentences)


def mention(forms, rng):
    form = rng.choice(forms)
    return form.replace("a", "e", 1) if rng.random() < MISSPELT else form


def keystrokes(server, uri, text, count, rng):
    """Type into random places; the milliseconds that each keystroke waits for its findings."""
    lines = text.split("\n")
    times = []
    for version in range(2, count + 2):
        number = rng.randrange(len(lines))
        column = rng.randint(0, len(lines[number]))
        char = rng.choice("aeino tS")
        start = time.perf_counter()
        server.type(uri, version, number, column, char)
        times.append(1000 * (time.perf_counter() - start))
        lines[number] = lines[number][:column] + char + lines[number][column:]
    return times


def names_typed(server, uri, text, forms, count, rng):
    """Type misspelt names between words; the share of which the next answer has a finding."""
    lines = text.split("\n")
    places = [number for number, line in enumerate(lines) if len(line) > 200]
    seen = 0
    for version in range(2, count + 2):
        number, form = rng.choice(places), rng.choice(forms)
        column = lines[number].index(" ", 100) + 1
        found = server.type(uri, version, number, column, f"{form} ")
        place = {"line": number, "character": column}
        seen += any(one["range"]["start"] == place for one in found)
        lines[number] = f"{lines[number][:column]}{form} {lines[number][column:]}"
    return round(seen / count, 2)


def started(folder, text):
    """A server that has shown the findings of a document, and how many seconds that took."""
    start = time.perf_counter()
    server = Server(folder)
    server.open((folder / "first.txt").as_uri(), text)
    return server, round(time.perf_counter() - start, 2)


def latency(server, folder, words, text, count, rng):
    """Figures of a document of so many words."""
    uri = (folder / f"draft-{words}.txt").as_uri()
    found = server.open(uri, text)
    keystrokes(server, uri, text, 3, rng)  # the first ones fill caches that stay full
    used = server.processor
    times = keystrokes(server, uri, text, count, rng)
    used = server.processor - used
    told = {
        "findings": len(found),
        "median_ms": round(statistics.median(times), 1),
        "p95_ms": round(statistics.quantiles(times, n=20)[-1], 1),
        "cpu_ms": round(used / count, 1),
    }
    lines = text.split("\n")
    spans = [(one["range"]["start"], one["range"]["end"]["character"]) for one in found]
    wrong = [lines[start["line"]][start["character"] : end] for start, end in spans]
    uri = (folder / f"names-{words}.txt").as_uri()
    server.open(uri, text)
    told["seen"] = names_typed(server, uri, text, wrong, 20, rng)
    return {f"{name}_{words}": value for name, value in told.items()}


def edits(server, folder, text, count, rng):
    """The memory of the server every tenth of many edits, and how much it grew in the second half of them.

    Names are typed letter by letter and deleted again, so that the document stays as long as it is.
    """
    uri = (folder / "edits.txt").as_uri()
    server.open(uri, text)
    memory = {0: server.memory}
    places = [(n, line.index(" ", 100)) for n, line in enumerate(text.split("\n")) if len(line) > 200]
    steps = typing(places, rng)
    start = time.perf_counter()
    for done in range(1, count + 1):
        server.type(uri, done + 1, *next(steps))
        if done % (count // 10) == 0:
            memory[done] = server.memory
    half, last = memory[count // 10 * 5], memory[max(memory)]
    return {
        "memory_mb": memory,
        "memory_growth_percent": round(100 * (last - half) / half, 1),
        "edits_s": round(time.perf_counter() - start, 1),
    }


def typing(places, rng):
    """Yield one key after the other: line, column, what is typed, how many letters are deleted."""
    while True:
        (line, column), typed = rng.choice(places), f" {word(rng)}"
        yield from ((line, column + at, letter, 0) for at, letter in enumerate(typed))
        yield from ((line, column + at, "", 1) for at in reversed(range(len(typed))))


def measure(folder, options):
    rng = random.Random(7)
    forms = names(options.concepts, rng)
    write_termbase(folder / "termbase.learned.jsonl", forms, rng)
    told = {"concepts": options.concepts}
    short, long = prose(2000, forms, rng), prose(50_000, forms, rng)
    server, told["first_s"] = started(folder, short)
    server.end()
    server, told["ready_s"] = started(folder, short)
    if options.keystrokes:
        told |= latency(server, folder, 2000, short, options.keystrokes, rng)
        told |= latency(server, folder, 50_000, long, options.keystrokes_long, rng)
    if options.edits:
        told |= edits(server, folder, short, options.edits, rng)
    server.end()
    told["missed"] = [name for name, most in TARGETS.items() if told.get(name, 0) > most]
    return told


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--concepts", type=int, default=100_000)
    parser.add_argument("--keystrokes", type=int, default=200, help="in the short document; 0: in neither")
    parser.add_argument("--keystrokes-long", type=int, default=100, help="in the long one")
    parser.add_argument("--edits", type=int, default=0, help="for the memory: 10000 take minutes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measure(Path(folder).resolve(), options), indent=2))


if __name__ == "__main__":
    main()
