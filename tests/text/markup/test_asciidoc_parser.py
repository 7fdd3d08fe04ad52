import pytest

from text.parsing import blocks_of, comments_of, kinds_of


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One line\nand the next.\n\nAnother.", ["One line\nand the next.", "Another."]),
        ("= Title\n:toc: Anna\n\n== Section\nText", ["Title", "Section", "Text"]),
        (".Caption\nText", ["Caption", "Text"]),
        ("----\nAnna\n\nAnna\n----\nText", ["Text"]),
        ("....\nAnna\n....\n++++\nAnna\n++++\n```\nAnna\n```\nText", ["Text"]),
        ("[source,python]\nAnna\nAnna\n\nText", ["Text"]),
        ("[source]\n----\nAnna\n----\nText", ["Text"]),
        ("Text\n\n literal Anna\n literal\n\nText", ["Text", "Text"]),
        ("[quote, Anna]\n____\nText\n____\nText", ["Text", "Text"]),
        ("====\nText\n\nMore\n====", ["Text", "More"]),
        ("* one\n** two\nmore\n. three\n- [x] four", ["one", "two\nmore", "three", "four"]),
        ("* one\n+\nmore", ["one", "more"]),
        ("term:: definition\nother;;\n  more", ["term", "definition", "other", "more"]),
        ("NOTE: Text", ["Text"]),
        ("image::Anna.png[Anna]\ninclude::Anna.adoc[]\nText", ["Text"]),
        ("|===\n|a |b\n\n2+|c d\na|e\n|===\nText", ["a", "b", "c d", "e", "Text"]),
        ("|===\n|Anna|Lind\n|===", ["Anna", "Lind"]),
        ("[[Anna]]\nText", ["Text"]),
        ("Some text\n----\nAnna", ["Some text"]),
        ("Anna\n----\nText", ["Anna", "Text"]),
        ("Text\n\nAnna L.\n~~~~~~\nText", ["Text", "Anna L.", "Text"]),
        ("Anna L.\r\n======\r\nText", ["Anna L.", "Text"]),
        ("Anna\nLind\n----\nAnna", ["Anna\nLind"]),
        ("====\n----\nAnna\n----\n====", []),
    ],
)
def test_blocks(text: str, blocks: list[str]) -> None:
    assert [block.strip() for block in blocks_of(text, "asciidoc")] == blocks


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("2 * 3 * 4 and a_name and #", "2 * 3 * 4 and a_name and #"),
        ("Anna *Maria* _Lind_ **qv**ist #x#", "Anna Maria Lind qvist x"),
        ("a `Anna` b ``A``nna +Anna+ +++Anna+++ pass:[Anna]", "a ▯ b ▯nna ▯ ▯ ▯"),
        ("https://example.org[Anna Lind] link:a.html[Anna] xref:a[Anna]", "▯Anna Lind▯ ▯Anna▯ ▯Anna▯"),
        ("<<a>> <<a,Anna Lind>> {anna} [[a]]b", "▯ ▯Anna Lind▯ ▯ ▯b"),
        ("kbd:[Anna] image:Anna.png[Anna] text[1]", "▯ ▯ text[1]"),
        ("Anna.footnote:[A note] came", "Anna.▯A note▯ came"),
        ("\"`Anna`\" and '`Lind`'", "Anna and Lind"),
        ("one +\ntwo", "one \ntwo"),
        ("see https://example.org/a_b_, Anna", "see ▯, Anna"),
    ],
)
def test_inline(text: str, prose: str) -> None:
    assert blocks_of(text, "asciidoc") == [prose]


def test_kinds() -> None:
    text = "Title\n-----\n\n== Title\n\nText\n\n* item\n\n|===\n|cell\n|===\n"
    assert kinds_of(text, "asciidoc") == [
        "heading Title",
        "heading Title",
        "paragraph Text",
        "item item",
        "cell cell",
    ]


def test_comments() -> None:
    text = "// canonym: off\nText\n\n////\ncanonym: on\nmore\n////\nText\n// canonym: off\nmore"
    assert comments_of(text, "asciidoc") == ["canonym: off", "canonym: on\nmore", "canonym: off"]
    assert blocks_of(text, "asciidoc") == ["Text", "Text", "more"]
