"""The events of a YAML text, however deep it is nested."""

from collections.abc import Iterator

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_OPEN = 1_000
"""Collections that may stand in each other, as many as libyaml allows of late.

Before that it looked through all that are open at each token of a flow collection.
"""


def events(text: str) -> Iterator[yaml.Event]:
    """Yield the events of ``text`` up to where it breaks; a tree of nodes would be built by recursion in C.

    Raises:
        yaml.YAMLError: The text is broken, or nested too deep.
        ValueError: It has an escape that is no character.
        OverflowError: It has an escape or a version that is too large a number.
    """
    open_ = 0
    for event in yaml.parse(text, Loader=_LOADER):
        open_ += isinstance(event, yaml.CollectionStartEvent)
        open_ -= isinstance(event, yaml.CollectionEndEvent)
        if open_ > _MOST_OPEN:
            raise yaml.YAMLError("nested too deep")
        yield event
