"""What begins and ends the blocks of Markdown: patterns in the order of the CommonMark specification."""

import re

LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
SPACE = re.compile(r"[ \t]*")
THEMATIC = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
MARKER = re.compile(r"(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|\Z)")
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:")
HEADING = re.compile(r"#{1,6}(?=[ \t]|\Z)")
UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")
FENCE = re.compile(r"(`{3,})[^`]*\Z|(~{3,})")
HTML = (
    (re.compile(r"<(?:script|pre|style|textarea)(?=[\s>]|\Z)", re.IGNORECASE),
     re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE)),
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
    (re.compile(r"<![A-Za-z]"), re.compile(r">")),
)  # fmt: skip
HTML_NAMES = """
address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div
dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe
legend li link main menu menuitem nav noframes ol optgroup option p param search section summary table
tbody td tfoot th thead title tr track ul
"""
HTML_BLOCK = re.compile(rf"</?(?:{'|'.join(HTML_NAMES.split())})(?=[\s>]|/>|\Z)", re.IGNORECASE)
HTML_ALONE = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>[ \t]*\Z")
BLANK = re.compile(r"[ \t]*\Z")
DEFINITION = re.compile(
    r"[ \t]*\[(?P<label>(?:[^\[\]\\]|\\.){1,999})\]:[ \t]*(?>\r\n|\n|\r)?[ \t]*(?:<[^<>\r\n]*>|[^\s<]\S*+)"
    r"(?:\s++(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*+(?=[\r\n]|\Z)"
)
DELIMITERS = re.compile(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+\Z")
BAR = re.compile(r"(?<!\\)\|")
