"""JSON that is safe to print: the same values, without anything that a terminal or CI system obeys."""

import json
from collections.abc import Callable

from canonym.text.printable import escaped_in_json, printable


def json_text(
    value: object, indent: int | None = None, default: Callable[[object], object] | None = None
) -> str:
    """Return ``value`` as JSON. Every script is literal, control characters are escaped.

    Args:
        value: Any JSON value.
        indent: Spaces per level; None for one line.
        default: Converts any other value into a JSON value.
    """
    written = json.dumps(value, ensure_ascii=False, indent=indent, default=default)
    return "\n".join(printable(line, escaped_in_json) for line in written.split("\n"))
