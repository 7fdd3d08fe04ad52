"""Which spellings are of the name of one city, by a gazetteer."""

from canonym.languages.word_files import listed_under

_PLACES = "spelling/data/places.txt"


def one_place(a: str, b: str) -> bool:
    """Return whether two folded words are listed as spellings of the name of one city: Kiev, Kyiv."""
    here, there = listed_under(_PLACES, a), listed_under(_PLACES, b)
    return bool(here and there) and not set(here.split(",")).isdisjoint(there.split(","))
