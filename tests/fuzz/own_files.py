"""Files of ours after accidents and by strangers' hands."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from hypothesis import strategies as st

from checking.test_laws import WORDS
from house.test_hostile_own_files import LONG, TERMBASE, TOML
from project.test_damaged_termbases import damaged

SETTINGS = """\
corpus = ["articles/"]
exclude = ["old/"]
ignore = ["term-form", { text = "Massud", rule = "deprecated-term", path = "*.txt", expires = 2030-01-01 }]
[rules]
variant-name = "error"
[formats]
"*.txt" = "markdown"
[keys]
"*.json" = ["a.*"]
[fields]
text = "story.body"
"""
_TOOL = "[tool.canonym]\n"
ATOMS = st.one_of(
    st.sampled_from(
        ["[[ignore]]\n", "select", "ignore", "rules", "keys", "formats", "exclude", "expires", "path"]
    ),
    st.sampled_from(
        ["text", "rule", "termbase", "learned", "fields", "corpus", '"*.txt"', '"["', '"{a,"', '"**"']
    ),
    st.sampled_from(
        ['"variant-name"', '"error"', '"../x"', '"/dev/null"', '"\\ud800"', '"\\u0000"', "true", "{}", "[]"]
    ),
    st.sampled_from(
        ["preferred", "admitted", "deprecated", "note", "kind", '"person"', '"Kharkiv"', '" "', '"²"']
    ),
    st.sampled_from(
        ["=", "=", ".", "[", "]", "{", "}", ",", "\n", "\n", '"', "'", '"""', "#", "-1", "1e999", LONG]
    ),
    st.sampled_from(WORDS),
)
TEXTS = st.lists(ATOMS, max_size=24).map(" ".join) | TOML
_JSON = [
    *("[", "]", "{", "}", '"', ":", ",", "1", "null", "1e999", LONG, "[" * 3000, '{"a":' * 2000, '"\\ud800"'),
    *('"version"', '"findings"', '"fingerprint"', '"rule"', '"path"', '"concept"', '"text"'),
]
_WORDS = (
    "variant-name",
    "info",
    "*.txt",
    "a/b",
    "markdown",
    "Kharkov",
    "x.y",
    "Punjir",
    "{a,b}*",
    "Soren",
    "²",
)
STRINGS = st.sampled_from([f'"{word}"'.encode() for word in _WORDS])
NUMBERS = st.sampled_from([b"0", b"1", b"7", b"2099", b"0.5"])
VALUES = STRINGS | st.sampled_from(
    [b"null", b"-1", b"1e999", b"[]", b"{}", b'""', b'" "', b'"\\ud800"', b"true", b"7" * 40, b"\xff"]
)


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@st.composite
def accidents(draw, whole: bytes) -> bytes:
    """Return bytes with parts lost, doubled or written over."""
    data = whole
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from([0, 1, 1, 2, 8, 99, 9999])))
        data = data[:start] + draw(st.binary(max_size=4) | VALUES | st.just(data[start:end] * 2)) + data[end:]
    return data


@st.composite
def other_values(draw, whole: bytes) -> bytes:
    """Return JSON or TOML with other numbers and texts in the place of some, mostly of the same type."""
    places = [found.span() for found in re.finditer(rb'"[^"]*"|-?\d[\d.]*|null|true|false', whole)]
    alike = draw(st.integers(0, 2)) > 0
    for start, end in sorted(draw(st.lists(st.sampled_from(places), min_size=1, max_size=3)), reverse=True):
        of_its_type = STRINGS if whole[start:end].startswith(b'"') else NUMBERS
        whole = whole[:start] + draw(of_its_type if alike else VALUES) + whole[end:]
    return whole


class Whole(NamedTuple):
    """Files as the program, or a person, wrote them."""

    decided: bytes
    known: bytes
    outcome: bytes
    learned_index: bytes
    decided_index: bytes


def own_files(whole: Whole) -> Mapping[str, st.SearchStrategy[bytes]]:
    """Return what each file of ours may hold, by name."""
    settings, theirs = SETTINGS.encode(), (_TOOL + SETTINGS.replace("\n[", "\n[tool.canonym.")).encode()
    texts = TEXTS | TEXTS.map(TERMBASE.__add__) | TEXTS.map(SETTINGS.__add__)
    in_project = texts.map(f"{_TOOL}{{}}".format)
    notes = st.lists(st.sampled_from(_JSON)).map("".join)
    return {
        "termbase.toml": texts.map(_utf8) | accidents(whole.decided) | other_values(whole.decided),
        "canonym.toml": texts.map(_utf8) | accidents(settings) | other_values(settings),
        "pyproject.toml": in_project.map(_utf8) | accidents(theirs) | other_values(theirs),
        "termbase.learned.jsonl": damaged(),
        "baseline.json": notes.map(_utf8) | accidents(whole.known) | other_values(whole.known),
        "outcome.json": accidents(whole.outcome) | other_values(whole.outcome),
        "learned.index": accidents(whole.learned_index),
        "decided.index": accidents(whole.decided_index),
    }
