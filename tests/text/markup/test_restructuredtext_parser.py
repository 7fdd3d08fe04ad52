import pytest

from text.parsing import blocks_of, comments_of, kinds_of


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One line\nand the next.\n\nAnother.", ["One line\nand the next.", "Another."]),
        ("Title\n=====\n\nText", ["Title", "Text"]),
        ("=====\nTitle\n=====\nText", ["Title", "Text"]),
        ("Text\n\n-----\n\nText", ["Text", "Text"]),
        (
            "- one\n- two\n  more\n\n1. three\n#. four\n(5) five",
            ["one", "two\n  more", "three", "four", "five"],
        ),
        ("Shown::\n\n   Anna\n\n   Anna\n\nText", ["Shown▯", "Text"]),
        ("::\n\n   Anna\n\nText", ["Text"]),
        (">>> Anna\nAnna\n\nText", ["Text"]),
        ("   a quote\n   goes on\n\nText", ["a quote\n   goes on", "Text"]),
        ("term\n   definition\n   goes on", ["term", "definition\n   goes on"]),
        ("| one\n| two", ["one", "two"]),
        (":Author: Anna\n:Date: today", ["Anna", "today"]),
        (".. note:: Text\n   goes on\n\n   More", ["Text\n   goes on", "More"]),
        (".. warning::\n   :class: Anna\n\n   Text", ["Text"]),
        (".. code:: python\n\n   Anna\n\nText", ["Text"]),
        (".. image:: Anna.png\n   :alt: Anna\n\nText", ["Text"]),
        (".. figure:: Anna.png\n   :width: 3\n\n   Caption", ["Caption"]),
        (".. unknown-thing:: Anna\n\n   Anna\n", []),
        (".. _Anna: https://example.org\n.. |Anna| replace:: Anna\n\nText", ["Text"]),
        (".. [1] A note\n   goes on\n\nText", ["A note\n   goes on", "Text"]),
        (".. Anna\n   Anna\n\nText", ["Text"]),
        ("+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+\n\nText", ["a", "b", "c", "d", "Text"]),
        ("===  ===\na    b\n===  ===\nc    d e\n===  ===\n\nText", ["a", "b", "c", "d e", "Text"]),
        ("J. R. Lindqvist\ncame.", ["J. R. Lindqvist\ncame."]),
    ],
)
def test_blocks(text: str, blocks: list[str]) -> None:
    assert [block.strip() for block in blocks_of(text, "restructuredtext")] == blocks


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("2 * 3 * 4 and a_name and *", "2 * 3 * 4 and a_name and *"),
        ("Anna *Maria* **Lindqvist**", "Anna Maria Lindqvist"),
        ("a ``Anna *x*`` b", "a ▯ b"),
        (":ref:`Anna` :ref:`Anna <anna>` :emphasis:`Anna`", "▯ Anna▯ Anna"),
        (
            "`Anna Lind`_ `Anna Lind <https://example.org>`__ Anna_",
            "Anna Lind Anna Lind ▯ Anna",
        ),
        ("|Anna| came [1]_ and [#note]_ and [sic]", "▯ came ▯ and ▯ and [sic]"),
        ("\\*Anna\\*", "*Anna*"),
        ("see https://example.org/a_b_, Anna", "see ▯, Anna"),
    ],
)
def test_inline(text: str, prose: str) -> None:
    assert blocks_of(text, "restructuredtext") == [prose]


def test_kinds() -> None:
    text = "Title\n=====\n\nText\n\n- item\n\n+---+\n| a |\n+---+\n"
    assert kinds_of(text, "restructuredtext") == ["heading Title", "paragraph Text", "item item", "cell a"]


def test_comments() -> None:
    text = ".. canonym: off\n\n..\n   canonym: on\n   more\n\nText\n\n.. note:: Anna\n"
    assert comments_of(text, "restructuredtext") == ["canonym: off", "canonym: on\n   more"]
