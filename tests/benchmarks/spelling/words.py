"""Writes the lists of ordinary and of proper words: `python tests/benchmarks/spelling/words.py FILE...`.

The files are word lists of SCOWL with one word a line, as in /usr/share/dict of the Debian packages
wamerican and wbritish 2020.12.07. Words without an apostrophe are kept: those in lower case are ordinary,
those with a capital at the start alone (Tibetan, Tibet) proper.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from names import in_lines
from train import LANGUAGES

from canonym.spelling import fold


def main(files: list[Path]) -> None:
    for name, belongs in (("words.txt", str.islower), ("proper.txt", str.istitle)):
        words = {word for file in files for word in _folded(file, belongs)}
        (LANGUAGES / "en" / name).write_text(in_lines(words), encoding="utf-8", newline="\n")


def _folded(file: Path, belongs: Callable[[str], bool]) -> Iterator[str]:
    for word in file.read_text(encoding="utf-8").split():
        if belongs(word) and "'" not in word and fold(word).isalpha():
            yield fold(word)


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
