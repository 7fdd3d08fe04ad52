"""Which spellings are of the name of one city, by a gazetteer."""

from canonym.spelling.lexicon import listed_under


def one_place(a: str, b: str) -> bool:
    """Return whether two folded words are listed as spellings of the name of one city: Kiev, Kyiv."""
    here, there = listed_under("places.txt", a), listed_under("places.txt", b)
    return bool(here and there) and not set(here.split(",")).isdisjoint(there.split(","))
