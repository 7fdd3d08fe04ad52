"""What is known of a language, in one value."""

from canonym.text.language import UNDETERMINED, Language
from canonym.text.values import NamedTuple


class Profile(NamedTuple):
    """A language.

    Attributes:
        language: What ``text`` must know of it.
        data: The folder below ``data`` with its lexicons and endings; empty if there is none.
        stemmer: The name of its stemmer of Snowball; empty if it has none, or its names take no endings.
        organisations: Small words that end the names of organisations: Party, Council.
        places: Small words that end the names of places: River, Valley.
        doublets: What the language leaves to the writer, as patterns with what stands for all of them. They
            are replaced in decomposed text (NFKD), one after the other.
        marks: ``letters`` where marks make other words, as tones do; empty where texts may lose them.
    """

    language: Language = UNDETERMINED
    data: str = ""
    stemmer: str = ""
    organisations: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    doublets: tuple[tuple[str, str], ...] = ()
    marks: str = ""


ROOT = Profile()
"""The profile of a language of which nothing is known but what Unicode says."""
