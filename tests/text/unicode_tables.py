"""Writes canonym/text/scripts/unicode_tables.py from Unicode's data, as the module uniseg has it.

Run it when a new version of Unicode has new scripts: ``python tests/text/unicode_tables.py``.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from uniseg.graphemecluster import GraphemeClusterBreak as Cluster
from uniseg.graphemecluster import grapheme_cluster_break as cluster
from uniseg.wordbreak import WordBreak, word_break

TARGET = Path(__file__).parents[2] / "server/canonym/text/scripts/unicode_tables.py"
HIGH = 0x10000
_MARKS = (Cluster.EXTEND, Cluster.PACINGMARK, Cluster.ZWJ)


def _is_mark(sign: str) -> bool:
    return cluster(sign) in _MARKS or word_break(sign) is WordBreak.EXTEND


TABLES: dict[str, tuple[Callable[[str], bool], str]] = {
    "MARKS": (
        lambda sign: _is_mark(sign) and ord(sign) < HIGH,
        "Marks that belong to the character before them (UAX 29, rules GB9 and WB4), up to U+FFFF.",
    ),
    "HIGH_MARKS": (lambda sign: _is_mark(sign) and ord(sign) >= HIGH, "The same above U+FFFF."),
    "MARK_LETTERS": (
        lambda sign: _is_mark(sign) and sign.isalpha(),
        "Letters among these marks. They begin no word.",
    ),
    "PREPENDED": (
        lambda sign: cluster(sign) is Cluster.PREPEND,
        "Signs that belong to the character behind them (rule GB9b).",
    ),
}


def characters(name: str) -> list[str]:
    """Return the characters of a table."""
    return [sign for sign in map(chr, range(sys.maxunicode + 1)) if TABLES[name][0](sign)]


def _ranges(signs: Iterable[str]) -> Iterator[str]:
    found: list[list[int]] = []
    for point in map(ord, signs):
        if found and found[-1][1] == point - 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    for first, last in found:
        yield _escaped(first) if first == last else f"{_escaped(first)}-{_escaped(last)}"


def _escaped(point: int) -> str:
    if point < 0x7F:
        return chr(point)
    return rf"\u{point:04x}" if point < HIGH else rf"\U{point:08x}"


def _lines(ranges: Iterable[str]) -> Iterator[str]:
    line = ""
    for one in ranges:
        if len(line) + len(one) > 100:
            yield line
            line = ""
        line += one
    yield line


def module() -> str:
    """Return the text of the module."""
    parts = [
        '"""Classes of characters by Unicode, as ranges for a set of ``re``. Do not edit them.\n\n'
        "``tests/text/unicode_tables.py`` writes it from Unicode's data, and says what each is made of.\n"
        '"""\n'
    ]
    for name, (_, about) in TABLES.items():
        lines = list(_lines(_ranges(characters(name))))
        if len(lines) == 1:
            parts.append(f'{name} = "{lines[0]}"')
        else:
            parts += [f"{name} = (", *(f'    "{line}"' for line in lines), ")"]
        parts.append(f'"""{about}"""\n')
    return "\n".join(parts).rstrip("\n") + "\n"


if __name__ == "__main__":
    TARGET.write_text(module(), encoding="utf-8")
