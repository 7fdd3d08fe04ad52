"""Patterns of what begins and ends the parts of Markdown, in the order of the CommonMark specification."""

import re

LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
SPACE = re.compile(r"[ \t]*")
THEMATIC = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
MARKER = re.compile(r"(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|\Z)")
FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,200}\]:")
HEADING = re.compile(r"#{1,6}(?=[ \t]|\Z)")
UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")
FENCE = re.compile(r"(`{3,})[^`]*\Z|(~{3,})")
BLANK = re.compile(r"[ \t]*\Z")
DEFINITION = re.compile(
    r"[ \t]*\[(?P<label>(?:[^\[\]\\]|\\.){1,999})\]:[ \t]*(?>\r\n|\n|\r)?[ \t]*(?:<[^<>\r\n]*>|[^\s<]\S*+)"
    r"(?:\s++(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*+(?=[\r\n]|\Z)"
)
DELIMITERS = re.compile(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+\Z")
BAR = re.compile(r"(?<!\\)\|")
SIGN = re.compile(r"[\\`<&!\[\]*_~{]")
"""The characters that may begin inline markup."""
