import pytest

from text.parsing import blocks_of, comments_of, kinds_of


def read(text: str) -> list[str]:
    return blocks_of(text, "markdown")


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("One line\nand the next.\n\nAnother.", ["One line\nand the next.", "Another."]),
        ("# Title #\nText", ["Title", "Text"]),
        ("#hashtag is no title", ["▯ is no title"]),
        ("Title\n=====\nText", ["Title", "Text"]),
        ("Text\n***\nText", ["Text", "Text"]),
        ("- one\n- two\n  more\n\n  again\n1. three", ["one", "two\n  more", "again", "three"]),
        ("In the year\n1984. No list.", ["In the year\n1984. No list."]),
        ("> quote\n> on\nlazy\n\nout", ["quote\non\nlazy", "out"]),
        ("> - item\n>   more", ["item\nmore"]),
        ("```\ncode\n```\nText", ["Text"]),
        ("~~~ text\n```\ncode\n~~~~\nText", ["Text"]),
        ("```\nnever closed", []),
        ("- item\n\n  ```\n  code\n  ```\n  text", ["item", "text"]),
        ("> ```\n> code\nText", ["Text"]),
        ("Text\n\n    code\n\nText", ["Text", "Text"]),
        ("Text\n    no code", ["Text\n    no code"]),
        ("| a | b |\n|---|:-:|\n| c \\| d | e |", ["a", "b", "c | d", "e"]),
        ("a | b\n--|--\nc | d\n\nText", ["a", "b", "c", "d", "Text"]),
        ("no | table\nno | row", ["no | table\nno | row"]),
        ("[label]: https://example.org 'Anna'\n[other]:\n  <x y>\nText", ["Text"]),
        ("[^1]: A note\n    goes on", ["A note\n    goes on"]),
        ("---\ntitle: Anna\n---\nText", ["Text"]),
        ("+++\ntitle = 'Anna'\n+++\nText", ["Text"]),
        ("---\n\nText between breaks\n\n---\n", ["Text between breaks"]),
        ("<div>\n*Anna* <b>Lind</b>\n</div>\n\nText", ["*Anna* Lind", "Text"]),
        ("<script>\nAnna\n\nAnna\n</script>\nText", ["Text"]),
        ("\\# no title", ["# no title"]),
        ("- [ ] task\n- [x] done", ["[ ] task", "[x] done"]),
    ],
)
def test_blocks(markdown: str, blocks: list[str]) -> None:
    assert read(markdown) == blocks
    assert read(markdown.replace("\n", "\r\n")) == blocks
    assert read(markdown.replace("\n", "\r")) == [block.replace("\n", "\r") for block in blocks]


@pytest.mark.parametrize(
    ("markdown", "prose"),
    [
        ("Anna Lindqvist’s mill", "Anna Lindqvist’s mill"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("[sic] and [no link] and (brackets)", "[sic] and [no link] and (brackets)"),
        ("Anna *Maria* Lindqvist", "Anna Maria Lindqvist"),
        ("Anna **Mar**ia _Lind_ ~~qvist~~", "Anna Maria Lind qvist"),
        ("[Anna Lindqvist](https://example.org/Anna 'Anna') came", "Anna Lindqvist▯ came"),
        ('[Anna](<a b> "c") [Anna](a(b)c) [Anna]()', "Anna▯ Anna▯ Anna▯"),
        ("[Anna] (not a link)", "[Anna] (not a link)"),
        ("[Anna][ref] [Ref][] [ref] [other]\n\n[REF]: x", "Anna▯ Ref▯ ref [other]"),
        ("![Anna in May](anna.png) ![a [b](c) d](e)", "▯Anna in May▯ ▯a b▯ d▯"),
        ("a `code` b ``co`de`` c ` d", "a ▯ b ▯ c ` d"),
        ("\\*Anna\\* \\Anna", "*Anna* \\Anna"),
        ("<https://example.org> <anna@example.org> <b>Anna</b>", "▯ ▯ Anna"),
        ("Anna<br>Lind <code>Anna</code> <img alt='Anna'>", "Anna▯Lind ▯ ▯"),
        ("Anna&nbsp;Lind &amp; Co &unknown", "Anna\u00a0Lind & Co &unknown"),
        ("Anna[^1] came", "Anna▯ came"),
        ("{{< ref Anna >}} {{ Anna }} {% Anna %} {Anna}", "▯ ▯ ▯ {Anna}"),
        ("see https://example.org/a_b_c, Anna", "see ▯, Anna"),
        ("a <!-- Anna --> b", "a ▯ b"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    ],
)
def test_inline(markdown: str, prose: str) -> None:
    assert read(markdown)[0] == prose


def test_kinds() -> None:
    text = "# Title\nText\n\n- item\n\n> quote\n\n|cell|b|\n|-|-|\n\nUnder\n---\n\n<h2>Raw</h2>\n"
    assert kinds_of(text, "markdown") == [
        "heading Title",
        "paragraph Text",
        "item item",
        "paragraph quote",
        "cell cell",
        "cell b",
        "heading Under",
        "heading Raw",
    ]


def test_comments() -> None:
    text = "<!-- canonym: off -->\n\nText <!-- canonym: ignore --> on\n\n<!--\ncanonym: on\n-->\n"
    assert comments_of(text, "markdown") == ["canonym: off", "canonym: ignore", "canonym: on"]
    assert read(text) == ["Text ▯ on"]
