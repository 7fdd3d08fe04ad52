"""What others' parsers read in a text, however hard the text is for them."""

import subprocess
import sys

import pytest

from canonym.checking.fixes.reference_parsers import PARSERS

LEVELS = 100_000
DEEP = [
    ("json", "[", ""),
    ("json", '{"a":', ""),
    ("toml", "[", "a="),
    ("toml", "{a=", "a="),
    ("toml", "a.", ""),
    ("yaml", "- ", ""),
    ("yaml", "? ", ""),
    ("yaml", "[", ""),
    ("yaml", "{a: ", ""),
    ("yaml", "[{", ""),
    ("html", "<p>", ""),
    ("html", "(", "<!DOCTYPE a [<!ELEMENT a "),
    ("html", "<![a[", "<!DOCTYPE a ["),
]
PROGRAM = """
import sys, threading
from canonym.checking.fixes.reference_parsers import PARSERS
format_, piece, before, levels, stack = sys.argv[1:]
text = before + piece * int(levels)
threading.stack_size(int(stack))
def read():
    for parse in PARSERS[format_]:
        parse(text)
    print("read")
thread = threading.Thread(target=read)
thread.start()
thread.join()
"""
SMALL_STACK = 512 * 1024
"""Bytes of stack that a thread has where systems give least of it."""


@pytest.mark.parametrize(("format_", "piece", "before"), DEEP)
def test_no_text_is_nested_too_deep_for_the_stack(format_: str, piece: str, before: str) -> None:
    program = [sys.executable, "-c", PROGRAM, format_, piece, before, str(LEVELS), str(SMALL_STACK)]
    done = subprocess.run(program, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "read\n", "")


def test_no_chain_of_entities_is_too_long_for_the_stack() -> None:
    declared = "".join(f'<!ENTITY e{number} "&e{number - 1};">' for number in range(1, 50_000))
    program = (
        f"{PROGRAM.replace('text = before', 'text = sys.stdin.read() + before')}",
        *("html", "", "", "0", str(SMALL_STACK)),
    )
    text = f'<!DOCTYPE a [<!ENTITY e0 "x">{declared}]><a>&e49999;</a>'
    command = [sys.executable, "-c", *program]
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "read\n", "")


def yaml(text: str) -> list[str] | None:
    (parse,) = PARSERS["yaml"]
    return parse(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a: b", "{'a': \"b\"}"),
        ("a: |\n  b\n", 'a: "b\\n"'),
        ("- a\n- [1, ~]", "[a, [1, ~]]"),
        ("a: &b c\nd: *b", "{a: &b c, d: *b}"),
        ("a: !!str 1", 'a: "1"'),
    ],
)
def test_yaml_that_says_the_same_is_read_alike(one: str, other: str) -> None:
    assert yaml(one) == yaml(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a: no", "a: 'no'"),
        ("a: 1", "a: '1'"),
        ("a: b", "a: !b b"),
        ("a: [b, c]", "a: [b]\nc:"),
        ("a: [[b], c]", "a: [[b, c]]"),
        ("- {a: b}\n- c: d", "- {a: b, c: d}"),
        ("a: []", "a: {}"),
        ("a", "a\n---\n"),
        ("a: &b c\nd: *b", "a: &b c\nd: c"),
        ("a: &b c\ne: &f c\nd: *b", "a: &b c\ne: &f c\nd: *f"),
    ],
)
def test_yaml_that_says_something_else_is_read_otherwise(one: str, other: str) -> None:
    assert yaml(one) != yaml(other)


@pytest.mark.parametrize("text", ["[a", "a: 'b", "a: b: c", "\x00"])
def test_yaml_that_cannot_be_read_is_none(text: str) -> None:
    assert yaml(text) is None


def test_yaml_is_read_as_deep_as_every_version_of_libyaml_reads_it() -> None:
    assert yaml("[" * 999 + "]" * 999)
    assert yaml("[" * 1_001 + "]" * 1_001) is None
