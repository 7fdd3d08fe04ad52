import pytest

from text.parsing import blocks_of, comments_of, kinds_of


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("No tags, 1 < 2 & more.", ["No tags, 1 < 2 & more."]),
        ("<p>One\nline</p><p>Two", ["One\nline", "Two"]),
        ("<p>Anna <em>Maria</em> <A HREF='x>y'>Lind</A>qvist", ["Anna Maria Lindqvist"]),
        ("<h1>Title</h1>Text<div>More</div>", ["Title", "Text", "More"]),
        ("<script>Anna < Lind</script><style>Anna</style>Text", ["▯Text"]),
        ("<p>a <code>Anna</code> b <pre>Anna</pre> c", ["a ▯ b", "c"]),
        ("<p>a <svg><text>Anna</text></svg> b", ["a ▯ b"]),
        ("<p>Anna<br>Lind<br/> <br/>came", ["Anna▯Lind▯", "came"]),
        ("<p>Anna&nbsp;Lind &amp; Co&#160;Ltd &eacute;", ["Anna\u00a0Lind & Co\u00a0Ltd é"]),
        ("<p>Anna<sup>1</sup> came", ["Anna▯1▯ came"]),
        ("<!DOCTYPE html><html><head><title>Title</title></head><body>Text", ["Title", "Text"]),
        ("<p title='Anna' data-x=\"a > b\">Text <img alt='Anna'>", ["Text ▯"]),
        ("<p>never <b closed", ["never <b closed"]),
        ("<p>a <!-- Anna --> b <!-- never closed", ["a ▯ b ▯"]),
        ("<script>never closed", ["▯never closed"]),
        ("<table><tr><td>a<td>b</table>", ["a", "b"]),
        ("---\nlayout: Anna\n---\n<p>Text", ["Text"]),
        ("<p>a</p>\n  \n<p> b </p>", ["a", "b"]),
        ("<![CDATA[ x ]]>a<?php echo 'Anna' ?>b", ["a", "b"]),
    ],
)
def test_blocks(html: str, blocks: list[str]) -> None:
    assert [block.strip() for block in blocks_of(html, "html")] == [block.strip() for block in blocks]


def test_kinds() -> None:
    text = "<h2>Title</h2><p>Text</p><ul><li>item</li></ul><td>CELL</td>loose<p>SHOUTED TEXT</p>"
    assert kinds_of(text, "html") == [
        "heading Title",
        "paragraph Text",
        "item item",
        "cell CELL",
        "paragraph loose",
        "heading SHOUTED",
    ]


def test_comments() -> None:
    text = "<!-- canonym: off --><p>Text<!--canonym: on--><!-->"
    assert comments_of(text, "html") == ["canonym: off", "canonym: on", ""]
