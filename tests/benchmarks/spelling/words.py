"""Writes the list of ordinary words: `python tests/benchmarks/spelling/words.py FILE...`.

The files are word lists of SCOWL with one word a line, as in /usr/share/dict of the Debian packages
wamerican and wbritish 2020.12.07. Words in lower case without an apostrophe are kept.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from names import in_lines
from train import DATA

from canonym.matching.spelling import fold


def main(files: list[Path]) -> None:
    words = {word for file in files for word in _ordinary(file)}
    (DATA / "words.txt").write_text(in_lines(words), encoding="utf-8", newline="\n")


def _ordinary(file: Path) -> Iterator[str]:
    for word in file.read_text(encoding="utf-8").split():
        if word.islower() and "'" not in word and fold(word).isalpha():
            yield fold(word)


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
