import pytest

from canonym.text.formats import parse_document
from text.parsing import blocks_of, comments_of

JSON = """{
  "title": "Anna", // a comment
  "articles": [{"body": "One.\\nTwo.", "id": "Anna"}, {"body": "Three", "tags": ["x", "y"]}],
  /* another */ "n": 5, "deep": {"title": "Four"}
}"""
YAML = """\
title: Anna  # a comment
articles:
  - body: |
      One.
      Two.
    id: Anna
  - body: 'Three'
    tags: [x, "y"]
n: 5
deep: {title: Four}
"""
TOML = """\
title = "Anna" # a comment
n = 5
[[articles]]
body = '''
One.
Two.'''
id = "Anna"
[[articles]]
body = 'Three'
tags = ["x", "y"]
[deep]
"title" = "Four"
inline = {title = "Five", list = [{a = "Six"}]}
"""


@pytest.mark.parametrize(
    ("keys", "blocks"),
    [
        ((), []),
        (("nothing",), []),
        (("title",), ["Anna"]),
        (("articles.*.body",), ["One.", "Two.", "Three"]),
        (("articles.1.body",), ["Three"]),
        (("**.title",), ["Anna", "Four"]),
        (("articles.*.tags.*", "deep.*"), ["x", "y", "Four"]),
    ],
)
@pytest.mark.parametrize(("name", "text"), [("json", JSON), ("yaml", YAML), ("toml", TOML)])
def test_keys_say_what_is_prose(name: str, text: str, keys: tuple[str, ...], blocks: list[str]) -> None:
    assert [block for block in blocks_of(text, name, keys) if block != "Five"] == blocks


def test_inline_tables_of_toml() -> None:
    assert blocks_of(TOML, "toml", ("deep.inline.**",)) == ["Five", "Six"]
    assert blocks_of("a.b.'c d' = 'Anna'\n", "toml", ("a.b.c d",)) == ["Anna"]


@pytest.mark.parametrize(
    ("name", "text", "blocks"),
    [
        ("json", r'"a \"b\" c\/d \u00a0 e\tf"', ['a "b" c/d \u00a0 e\tf']),
        ("json", r'"Fran\u00e7ois \u2014 Lind \ud83d\ude00"', ["François — Lind 😀"]),
        ("json", r'"One\n\nTwo\r\nThree"', ["One", "Two", "Three"]),
        ("json", '{"a": "never closed', []),
        ("json", '"one"\n"two"\n', ["one", "two"]),
        ("yaml", r'a: "x \"b\" \xe9t\xe9 \_c"', ['x "b" été \u00a0c']),
        ("yaml", "a: 'it''s'", ["it's"]),
        ("json", r'"Khar\u00adkiv \ud83d \q"', ["Kharkiv ▯ ▯"]),
        ("yaml", "a: >-\n  folded\n  on\n\n  more", ["folded", "on", "more"]),
        ("yaml", "a: b\nc: [never closed", ["b", "never closed"]),
        ("yaml", "? [a]\n: b\n", ["b"]),
        ("yaml", "a: &x Anna\nb: *x\nc: Lind", ["Anna", "Lind"]),
        ("yaml", "𝒜: é Anna", ["é Anna"]),
        ("yaml", "---\na\n---\nb", ["a", "b"]),
        ("toml", 'a = "x \\"b\\" \\u00e9t"', ['x "b" ét']),
        ("toml", "a = 'C:\\x Anna'", ["▯ Anna"]),
        ("toml", 'a = """\nit is "quoted" text"""', ['it is "quoted" text']),
        ("toml", "a = 1979-05-27 # 'Anna'\n", []),
    ],
)
def test_values(name: str, text: str, blocks: list[str]) -> None:
    assert blocks_of(text, name, ("**",)) == blocks


@pytest.mark.parametrize(
    ("name", "text", "comments"),
    [
        ("json", JSON, ["a comment", "another"]),
        ("yaml", YAML + "x: 'no # comment'\ny: a#b # one\n", ["a comment", "one"]),
        ("toml", TOML + "x = 'no # comment'\n", ["a comment"]),
    ],
)
def test_comments(name: str, text: str, comments: list[str]) -> None:
    assert comments_of(text, name) == comments


def test_without_keys_there_is_no_prose() -> None:
    assert parse_document("a.json", JSON).markup.blocks == ()
