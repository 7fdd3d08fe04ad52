"""How long a keystroke waits: a real server, a real client, a large termbase.

`python tests/benchmarks/lsp_latency.py` prints, as JSON:

- ready: from the start of the process to the findings of the first document, in seconds;
- for documents of 2,000 and 50,000 words: from didChange to the findings, in milliseconds;
- memory of the server before and after 10,000 edits, in megabytes.

The termbase has 100,000 names made of random syllables; the documents mention some of them, some misspelt.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CONSONANTS = "b ch d f g gh h j k kh l m n p q r s sh t v w y z zh".split()
VOWELS = "a e i o u ai ou ei ia".split()
ENDINGS = ("", "n", "r", "d", "sh")
SMALL = (
    "the of and to in a is that for it was on with as by at from his they we said will been have not but had "
    "are an which or who out up there about into than its time only could new them man some these then two"
).split()
MISSPELT = 0.2
TARGETS = {"ready_s": 1.5, "p95_ms_2000": 20, "p95_ms_50000": 50}


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
    from canonym.termbase.learned import dump
    from canonym.termbase.model import Attestation, Concept, Kind, Term, TermStatus
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


class Server:
    """The server process with a client that pulls diagnostics, as VS Code does."""

    def __init__(self, folder):
        self._process = subprocess.Popen(
            [sys.executable, "-m", "canonym", "server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._number = 0
        capabilities = {"textDocument": {"diagnostic": {}}, "general": {"positionEncodings": ["utf-16"]}}
        folders = [{"uri": folder.as_uri(), "name": "bench"}]
        self.request(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            capabilities=capabilities,
            workspaceFolders=folders,
        )
        self.notify("initialized")

    @property
    def memory(self):
        """Resident memory in megabytes; 0 where it cannot be told."""
        status = Path(f"/proc/{self._process.pid}/status")
        if not status.exists():
            return 0
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmRSS"].split()[0]) // 1024

    def notify(self, method, **params):
        self._send({"method": method, "params": params})

    def request(self, method, **params):
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._number and "method" not in message:
                if "error" in message:
                    raise RuntimeError(message["error"])
                return message["result"]

    def open(self, uri, text):
        document = {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}
        self.notify("textDocument/didOpen", textDocument=document)
        return self.findings(uri)

    def type(self, uri, version, line, character, text):
        place = {"line": line, "character": character}
        change = {"range": {"start": place, "end": place}, "text": text}
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", textDocument=document, contentChanges=[change])
        return self.findings(uri)

    def findings(self, uri):
        return self.request("textDocument/diagnostic", textDocument={"uri": uri})["items"]

    def end(self):
        self.request("shutdown")
        self.notify("exit")
        self._process.wait(30)

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self):
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self._process.stdout.read(length))


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


def measure(folder, options):
    rng = random.Random(7)
    forms = names(options.concepts, rng)
    write_termbase(folder / "termbase.learned.jsonl", forms, rng)
    told = {"concepts": options.concepts}
    short = prose(2000, forms, rng)
    start = time.perf_counter()
    server = Server(folder)
    uri = (folder / "draft-2000.txt").as_uri()
    server.open(uri, short)
    told["ready_s"] = round(time.perf_counter() - start, 2)
    for words, text, count in (
        (2000, short, options.keystrokes),
        (50_000, prose(50_000, forms, rng), options.keystrokes_long),
    ):
        uri = (folder / f"draft-{words}.txt").as_uri()
        found = server.open(uri, text)
        keystrokes(server, uri, text, 3, rng)  # the first ones fill caches that stay full
        times = keystrokes(server, uri, text, count, rng)
        told[f"findings_{words}"] = len(found)
        told[f"median_ms_{words}"] = round(statistics.median(times), 1)
        told[f"p95_ms_{words}"] = round(statistics.quantiles(times, n=20)[-1], 1)
    if options.edits:
        uri = (folder / "draft-2000.txt").as_uri()
        keystrokes(server, uri, short, options.edits // 10, rng)
        told["memory_mb_before"] = server.memory
        keystrokes(server, uri, short, options.edits, rng)
        told["memory_mb_after"] = server.memory
    server.end()
    told["missed"] = [name for name, most in TARGETS.items() if told[name] > most]
    return told


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--concepts", type=int, default=100_000)
    parser.add_argument("--keystrokes", type=int, default=200, help="in the short document")
    parser.add_argument("--keystrokes-long", type=int, default=20, help="in the long one")
    parser.add_argument("--edits", type=int, default=10_000, help="for the memory; 0 leaves it out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measure(Path(folder).resolve(), options), indent=2))


if __name__ == "__main__":
    main()
