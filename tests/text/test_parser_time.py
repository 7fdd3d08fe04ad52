"""No text takes a parser minutes: broken or hostile markup is parsed in time that grows with its length."""

import time

import pytest

from canonym.text.formats import FORMATS
from english import parse_document

HOSTILE = [
    *("*a **b ", "[", "[a](", "<", '<a ="', "<!--", "{{", "a.", "a-", "http://", "a@", "`a "),
    *("$a ", "\\cite{", "\\begin{verbatim}", ":ref:`", "|a ", "<<a,", "link:a[", "++a "),
    *(
        '{"a":',
        '["a",',
        "[a,",
        "a: {",
        "a=[",
        "'''a",
        "> a\n",
        "- a\n",
        ".. note::\n",
        "a::\n\n  b\n\n",
        "----\n",
    ),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_hostile_text_is_read_in_seconds(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    for name in FORMATS:
        began = time.process_time()
        assert len(parse_document("", text, name, ["**"]).prose) == len(text)
        assert time.process_time() - began < 4, name
