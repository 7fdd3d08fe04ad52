"""The project that drafts of chance belong to: what it published, what its people decided and misspell."""

from itertools import product
from pathlib import Path

from canonym.termbase.authored import problems
from canonym.termbase.learned import dump
from canonym.text.formats import FORMATS
from checking.newsroom import ARTICLES
from checking.test_write_replacement import AWKWARD
from cli.running import write
from marking import learned

SYLLABLES = ("ba", "do", "fi", "gu", "ke", "lo", "mi", "na")
MORE = (
    "The envoys were " + ", ".join(f"al-{a.title()}{b}r" for a, b in product(SYLLABLES, repeat=2)) + ".",
    "Erik Strauss and Sinéad O'Brien came to Kharkiv, said Olha Hrytsenko. The Wi-Fi in Kharkiv was down.",
    "Sinéad O'Brien wrote of Sana'a, and O'Brien of Søren Kjær. Olha Hrytsenko left Kharkiv for Sana'a.",
)
WRONG = {
    "O'Brian": "O'Brien",
    "Kharkov": "Kharkiv",
    "Hrytsenka": "Hrytsenko",
    "Soren Kjaer": "Søren Kjær",
    "Al Rashidi": "al-Rashidi",
    "WiFi": "Wi-Fi",
    "Strauß": "Strauss",
    "Massud": "Massoud",
    "Griffn": "Griffin",
}
"""Spellings that the people of the paper deprecate, and what to write instead."""
_SETTINGS = 'keys = { %s }\n[[ignore]]\ntext = "Griffn"\npath = "*.toml"\nreason = "as printed"\n'


def awkward_names() -> dict[str, str]:
    """Return for each name that is hard to write in some format a plain word that stands for it in drafts."""
    names = dict.fromkeys(name for line in AWKWARD.split("\n") for name in line.split("|") if name)
    words = (f"X{a}{b}n" for a, b in product(SYLLABLES, repeat=2))
    return {
        word: name for word, name in zip(words, names, strict=False) if not problems(_entry(word, name), "")
    }


def _entry(wrong: str, right: str) -> str:
    quoted = right.replace("\\", "\\\\").replace('"', '\\"')
    return f'[[name]]\npreferred = "{quoted}"\ndeprecated = ["{wrong}"]\n'


AWKWARD_NAMES = awkward_names()
FORMS = (*WRONG, *WRONG.values(), *AWKWARD_NAMES)
"""Forms of the termbase that drafts are sown with."""


def publish(folder: Path) -> Path:
    """Write the paper's settings and termbases; return its folder."""
    termbase = learned(folder / "articles", *ARTICLES, *MORE)
    keyed = [suffix for one in FORMATS.values() if one.keyed for suffix in one.suffixes]
    decided = "".join(_entry(*one) for one in (WRONG | AWKWARD_NAMES).items())
    files = {
        "canonym.toml": _SETTINGS % ", ".join(f'"*{suffix}" = ["**"]' for suffix in keyed),
        "termbase.learned.jsonl": "".join(dump(termbase)),
        "termbase.toml": decided,
    }
    return write(folder, files)
