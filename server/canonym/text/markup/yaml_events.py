"""The events of a YAML text of any depth."""

import re
from collections.abc import Iterator

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOT_PRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_OPEN = 1_000
"""Most collections within each other. Newer versions of libyaml have the same limit.

Older versions search all open collections at each token of a flow collection.
"""


def events(text: str) -> Iterator[yaml.Event]:
    """Yield the events of ``text`` up to where it breaks. Building a tree of nodes would recurse in C.

    Raises:
        yaml.YAMLError: The text is broken, or nested too deep.
        ValueError: It has an escape that is not a character.
        OverflowError: It has an escape or a version with too large a number.
    """
    open_ = 0
    for event in yaml.parse(text, Loader=_LOADER):
        open_ += isinstance(event, yaml.CollectionStartEvent)
        open_ -= isinstance(event, yaml.CollectionEndEvent)
        if open_ > _MOST_OPEN:
            raise yaml.YAMLError("nested too deep")
        yield event


def events_to_break(text: str) -> Iterator[yaml.Event]:
    """Yield the events of ``text`` up to where it breaks, whatever characters it has."""
    # PyYAML refuses a text with control characters, and loses count at a mark of byte order.
    printable = _NOT_PRINTABLE.sub(" ", text).replace("\ufeff", " ")
    try:
        yield from events(printable)
    except (yaml.YAMLError, ValueError, OverflowError):
        return
