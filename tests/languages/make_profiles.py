"""Makes the profiles of languages whose words come from public sources alone.

Usage: ``python tests/languages/make_profiles.py STOPWORDS SEGMENTS``. STOPWORDS is ``stopwords-iso.json`` of
the npm package stopwords-iso. SEGMENTS is the folder ``segments`` of the npm package cldr-segments-full.
Babel must be installed. What people added to a profile stands at its end and is kept.
"""

import json
import sys
from pathlib import Path
from textwrap import wrap

from babel import Locale

PROFILES = Path(__file__).parents[2] / "server/canonym/languages/profiles"
LANGUAGES = {
    "af": "Afrikaans", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "el": "Greek",
    "et": "Estonian", "eu": "Basque", "fi": "Finnish", "gl": "Galician", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "it": "Italian", "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay",
    "nl": "Dutch", "no": "Norwegian", "pt": "Portuguese", "ro": "Romanian", "sk": "Slovak", "sl": "Slovenian",
    "sv": "Swedish", "vi": "Vietnamese",
}  # fmt: skip
"""Languages with capitals that have no profile by hand."""
SOURCES = (
    "# Made by tests/languages/make_profiles.py. Days and months with a capital are of CLDR (Babel 2.19),",
    "# common words of stopwords-iso 1.1, abbreviations of CLDR 46.",
)
KEPT = "# Added by hand:\n"


def main() -> None:
    """Write the files."""
    stopwords = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    for tag, name in LANGUAGES.items():
        common = {word for word in stopwords[tag] if word.isalpha() and word.islower()}
        fields = {
            "calendar": calendar(tag),
            "common_words": common,
            "abbreviations": abbreviations(Path(sys.argv[2]) / tag / "suppressions.json") - common,
        }
        lines = [f"# {name}.", "#", *SOURCES]
        for field, words in fields.items():
            if words:
                lines += ["", f"{field}:", *wrapped(words)]
        path = PROFILES / f"{tag}.txt"
        _, mark, added = (path.read_text(encoding="utf-8") if path.exists() else "").partition(KEPT)
        path.write_text("\n".join(lines) + "\n" + (f"\n{mark}{added}" if mark else ""), encoding="utf-8")


def wrapped(words: set[str]) -> list[str]:
    """Return words in lines as a profile has them."""
    indent = {"initial_indent": "  ", "subsequent_indent": "  "}
    return wrap(" ".join(sorted(words)), 106, break_on_hyphens=False, **indent)


def calendar(tag: str) -> set[str]:
    """Return the days and months that a language writes with a capital, whole and short."""
    locale = Locale.parse(tag)
    tables = [
        table[context][width]
        for table in (locale.days, locale.months)
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
    ]
    words = {word.rstrip(".") for table in tables for name in table.values() for word in name.split()}
    return {word.lower() for word in words if len(word) > 1 and word.isalpha() and word[0].isupper()}


def abbreviations(path: Path) -> set[str]:
    """Return the words whose stop ends no sentence, by the table of CLDR; none if it has none."""
    if not path.exists():
        return set()
    told = json.loads(path.read_text(encoding="utf-8"))["segments"]["segmentations"]
    listed = told.get("SentenceBreak", {}).get("standard", ())
    forms = {one["suppression"].rstrip(".").lower() for one in listed}
    return {form for form in forms if " " not in form and form[0].isalpha()}


if __name__ == "__main__":
    main()
