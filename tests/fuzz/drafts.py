"""Drafts that nobody would write: names and wrong names among the markup of all formats, and broken bytes."""

from hypothesis import strategies as st

from canonym.text.formats import FORMATS
from checking.test_laws import WORDS
from checking.test_write_replacement import PLACES
from fuzz.newspaper import FORMS
from text.test_parser_laws import PIECES

DIRECTIVES = [
    *(
        "<!-- canonym: ignore -->",
        "<!-- canonym: off -->",
        "<!-- canonym: on -->",
        "# canonym: ignore-next\n",
    ),
    *(
        "% canonym: off\n",
        "// canonym: ignore-file\n",
        ".. canonym: ignore-next -- why\n",
        "NOTE canonym: off\n\n",
    ),
    *(
        "---\ncanonym: off\n---\n",
        "canonym: ignore[variant-name]",
        "canonym: ignore[",
        "[sic]",
        "<!-- canonym: ",
    ),
]
SIGNS = [
    "²",
    "¹",
    "™",
    "ª",
    "①",
    "ﬃ",
    "Ĳ",
    "´",
    "′",
    "\u00ad",
    "\u200b",
    "\u202e",
    "\u0301",
    "\u2028",
    "𐐀",
    "🙂",
    "ß",
]
DEEP = [piece * 40 for piece in ("[", "{", "<b>", "- ", "> ", "(", "*", "_", "&amp;", '"', "\\", "a-", "“")]


def _referred(form: str) -> list[str]:
    """Return a form as it stands where characters are written by references or escapes."""
    return [
        form.replace("'", "&rsquo;").replace("ø", "&oslash;").replace("æ", "&#230;"),
        form.replace("'", "\\u2019").replace("ø", "\\u00f8"),
        form.replace("'", "''").replace("a", "&#97;", 1),
        form.replace("'", "’").replace(" ", "\u00a0").replace("o", "\\o{}", 1),
        form.upper(),
        form.replace(" ", " *").replace("-", "&shy;-"),
    ]


NAMES = [*FORMS, *(written for form in FORMS for written in _referred(form))]
SENTENCES = st.lists(st.sampled_from([*WORDS, *NAMES, *SIGNS]), max_size=16).map(" ".join)
MARKED = st.lists(st.sampled_from([*PIECES, *NAMES, *WORDS, *DIRECTIVES, *SIGNS, *DEEP]), max_size=40)
JOINTS = st.sampled_from(["", " ", "", "\n"])
ENDS = st.sampled_from(["\n", "\n", "\r\n", "\r"])
ENCODINGS = st.sampled_from(
    [*["utf-8"] * 12, "utf-8-sig", "utf-16", "utf-16-be", "latin-1", "cp1251", "utf-32"]
)
SUFFIXES = [suffix for one in FORMATS.values() for suffix in one.suffixes]
PATHS = [f"d/draft{suffix}" if suffix.startswith(".") else f"d/{suffix.upper()}" for suffix in SUFFIXES]
"""A name for each way that a file's name tells its format."""


@st.composite
def texts(draw, format_: str) -> str:
    """Any text, or a sound text of the format with sentences in its places, or both."""
    sound = [place.text for place in PLACES if place.format == format_]
    if draw(st.integers(0, 3)) == 0:
        return draw(st.text(max_size=120))
    parts = []
    for _ in range(draw(st.integers(1, 2))):
        if sound and draw(st.booleans()):
            place = draw(st.sampled_from(sound))
            parts.append(place % (draw(SENTENCES), draw(SENTENCES)))
        else:
            parts.append(draw(JOINTS).join(draw(MARKED)))
    return "\n".join(parts)


@st.composite
def files(draw, format_: str) -> bytes:
    """Draw the bytes of a draft: mostly UTF-8, at times another encoding, at times with accidents."""
    text = draw(texts(format_)).replace("\n", draw(ENDS))
    encoding = draw(ENCODINGS)
    data = text.encode(encoding, "surrogatepass" if "utf" in encoding else "replace")
    if draw(st.integers(0, 9)) == 0:
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=3)) + data[at + draw(st.integers(0, 3)) :]
    return data


def drafts(format_: str) -> st.SearchStrategy[tuple[str, bytes]]:
    """Return a strategy for path and bytes of drafts of a format."""
    named = [
        path for path, suffix in zip(PATHS, SUFFIXES, strict=True) if suffix in FORMATS[format_].suffixes
    ]
    return st.tuples(st.sampled_from(named), files(format_))
