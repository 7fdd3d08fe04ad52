"""Languages that a detector takes for one another."""

_TAKEN_FOR = {
    "de": "lb gsw nds",
    "es": "ast gl",
    "fr": "oc",
    "hi": "ne",
    "mr": "ne",
    "hr": "bs cnr sh sr",
    "ms": "id jv su",
    "bg": "mk",
    "nl": "af fy",
    "no": "nb nn",
    "tl": "ceb fil",
    "da": "fo",
    "zh": "yue wuu",
    "he": "yi",
    "am": "ti",
    "bn": "as",
}
"""By the one that the detector names, those that it does not know and that are written almost like it.

Source: the language matching of CLDR, with the languages of one script.
"""


def is_kin(expected: str, found: str) -> bool:
    """Return whether a text that seems to be in ``found`` may be in ``expected``. Both are BCP 47 tags."""
    language = expected.partition("-")[0]
    return language == found.partition("-")[0] or language in _TAKEN_FOR.get(found, "").split()
