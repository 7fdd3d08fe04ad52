"""Our parser of reStructuredText against docutils: both must see the same words as prose."""

import io
import re

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import given, settings
from hypothesis import strategies as st

from canonym.text.document import HIDDEN, JOINER
from canonym.text.formats import parse_document

WORD = re.compile(r"Word[a-j]+")
SETTINGS = {
    "report_level": 5,
    "halt_level": 6,
    "doctitle_xform": False,
    "docinfo_xform": False,
    "file_insertion_enabled": False,
}
NO_PROSE = (
    *(nodes.literal, nodes.literal_block, nodes.doctest_block, nodes.comment, nodes.image, nodes.target),
    *(nodes.problematic, nodes.system_message, nodes.field_name, nodes.label, nodes.footnote_reference),
)
GRID = "+-----------+-----------+\n| @    | @    |\n+-----------+-----------+"
COLUMNS = "=========  =========\n@      @\n=========  =========\n@      @\n=========  ========="
PARTS = [
    *(
        "@ @",
        "@ @\n@ @",
        "@\n=======",
        "=======\n@\n=======",
        "----------",
        "   @\n   @",
        "@\n   @\n   @",
        "@: @",
    ),
    *(
        "- @\n- @\n  @",
        "1. @\n\n   @",
        "- - @\n  - @",
        "  - @\n\n    @",
        "* @\n\n  ::\n\n    @\n\n  @",
        "(@) @",
    ),
    *("@::\n\n   @\n\n   @", "::\n\n   @", ">>> @\n@", "| @\n| @", ":@: @", GRID, COLUMNS),
    *(
        ".. note:: @\n   @\n\n   @",
        ".. warning::\n\n   @",
        ".. topic:: @\n\n   @",
        ".. code:: python\n\n   @",
    ),
    *(".. @\n   @", ".. image:: @.png\n   :alt: @", ".. figure:: @.png\n\n   @", ".. [1] @\n   @"),
    *(
        ".. _@: http://@.org",
        "*@* **@** ``@``",
        "`@ <http://@.org>`__ @",
        ":emphasis:`@` @",
        "\\*@\\*",
        "@ *@\n@* @",
    ),
]


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Draw a document of which each word stands once."""
    return _numbered("\n\n".join(draw(st.lists(st.sampled_from(PARTS), min_size=1, max_size=5))))


def _numbered(text: str) -> str:
    number = iter(range(100))
    return (
        re.sub(
            "@", lambda _: "Word" + "".join("abcdefghij"[int(digit)] for digit in f"{next(number):02}"), text
        )
        + "\n"
    )


def our_words(text: str) -> set[str]:
    document = parse_document("", text, "restructuredtext")
    prose = "\n".join(block.span.of(document.prose) for block in document.markup.blocks)
    return set(WORD.findall(prose.replace(HIDDEN, " ").replace(JOINER, " ")))


def their_words(text: str) -> set[str]:
    tree = publish_doctree(text, settings_overrides={**SETTINGS, "warning_stream": io.StringIO()})
    return set(_words(tree))


def _words(node: nodes.Node) -> list[str]:
    if isinstance(node, NO_PROSE):
        return []
    if isinstance(node, nodes.Text):
        return WORD.findall(node.astext())
    return [word for child in node.children for word in _words(child)]


@pytest.mark.parametrize("part", PARTS)
def test_each_construct_alone(part: str) -> None:
    text = _numbered(part)
    assert our_words(text) == their_words(text)


@settings(max_examples=300, derandomize=True)
@given(documents())
def test_constructs_together(text: str) -> None:
    assert our_words(text) == their_words(text)
