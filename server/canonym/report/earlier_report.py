"""Recognises a report of an earlier run among other files, such as drafts and notes."""

import re

HEAD = 1 << 16
"""How many of its first bytes are examined."""
TAIL = 1 << 12
"""How many of its last bytes are examined."""

_TEXT = rb'"(?:[^"\\]|\\.)*"'
_BEGINNINGS = (
    rb"## Canonym\r?\n",  # markdown
    rb"##(?:vso|teamcity)\[",
    rb"::(?:error|warning|notice|stop-commands)\b",  # github
    rb"[^\n]*:\d+:\d+: (?:error|warning|info) [a-z-]+(?: \(known\))?: ",  # text, concise
    rb"[^\n]*: (?:error|stale baseline entry): ",
    rb"\[\s*\]\s*\Z",
    rb'(?:\[\s*)?\{"path": ' + _TEXT + rb', "start": ',  # json, jsonl
    rb'\[\s*\{\s*"description": ' + _TEXT + rb',\s*"check_name": ',  # gitlab
    rb'\{"message": ' + _TEXT + rb', "location": \{',  # rdjsonl
    rb'\{\s*"source": \{\s*"name": "canonym"',  # rdjson
    rb'\{\s*"\$schema":\s*"[^"]*sarif',
    rb"<\?xml [^>]*\?>\s*<(?:testsuites name=\"canonym\"|checkstyle )",
    rb"<!doctype html>\n.*<title>Names and terms \xc2\xb7 Canonym</title>",
)
"""The start of a report in each format. A learned termbase in JSON or a draft in HTML starts differently."""
_BEGINS = re.compile(rb"|".join(_BEGINNINGS), re.DOTALL)
_ENDS = re.compile(rb"(?:\A|\n)(?:No findings|[\d,]+ findings?) in [^\n]*\bdrafts?\b[^\n]*\.\r?\n\Z")
"""The last line of a text report. A list of repairs and tables may precede it."""


def is_report(head: bytes, tail: bytes) -> bool:
    """Return whether a file is a report of any format.

    Args:
        head: Its first ``HEAD`` bytes.
        tail: Its last ``TAIL`` bytes.
    """
    return _BEGINS.match(head) is not None or _ENDS.search(tail) is not None
