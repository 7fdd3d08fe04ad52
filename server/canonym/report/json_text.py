"""JSON as it may be printed: the same values, and nothing that a terminal or a CI system would obey."""

import json
from collections.abc import Callable

from canonym.text.printable import escaped_in_json, printable


def json_text(
    value: object, indent: int | None = None, default: Callable[[object], object] | None = None
) -> str:
    """Return ``value`` as JSON, every script as it is and control characters as escapes.

    Args:
        value: What JSON can hold.
        indent: Spaces of each level; all on one line when None.
        default: Makes of any other value one that JSON can hold.
    """
    written = json.dumps(value, ensure_ascii=False, indent=indent, default=default)
    return "\n".join(printable(line, escaped_in_json) for line in written.split("\n"))
