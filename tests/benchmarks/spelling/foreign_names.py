"""Writes names in scripts without capitals: `python tests/benchmarks/spelling/foreign_names.py DATA_DIR`.

Names of territories, and of cities of time zones, are those of CLDR as Babel 2.19 has it. Names of persons in
Chinese signs are those of NETransliteration in DATA_DIR (`netranslit-chinese.tsv.gz`).
"""

import gzip
import sys
from collections.abc import Iterable
from pathlib import Path

from babel import Locale
from train import LANGUAGES

from canonym.text.tokens import is_caseless, words

TAGS = "am ar bn ckb fa gu he hi ja ka km kn ko lo ml mr my ne or pa ps sd si ta te th ti ug ur zh".split()
ALSO = {"zh": "zh_Hant"}
"""Other orthographies of a language."""


def main(folder: Path) -> None:
    places = {tag: _places(tag) | (_places(ALSO[tag]) if tag in ALSO else set()) for tag in TAGS}
    _write("foreign_places.tsv", places)
    _write("foreign_persons.tsv", {"zh": _persons(folder / "netranslit-chinese.tsv.gz")})


def _places(locale: str) -> set[str]:
    known = Locale.parse(locale)
    names = [name for code, name in known.territories.items() if code.isalpha() and len(code) == 2]
    names += [zone["city"] for zone in known.time_zones.values() if zone.get("city")]
    return {word for name in names for word in words(name) if is_caseless(word) and len(word) > 1}


def _persons(file: Path) -> set[str]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        names = {line.partition("\t")[0] for line in lines}
    return {name for name in names if len(name) > 1 and all("\u4e00" <= sign <= "\u9fff" for sign in name)}


def _write(name: str, found: dict[str, Iterable[str]]) -> None:
    lines = [f"{tag}\t{' '.join(sorted(names))}\n" for tag, names in sorted(found.items())]
    (LANGUAGES / name).write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
