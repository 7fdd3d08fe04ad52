"""A repository whose names and texts would command terminals and CI systems, in every output."""

import json
import os
import re
import sys
import unicodedata
from xml.etree import ElementTree

import pytest

from canonym.report.output_formats import OUTPUTS
from cli.running import canonym, write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such names of files there")

NAMES = [
    "a\n::error::INJECTED.txt",
    "::error::INJECTED.txt",
    "##vso[task.complete result=Failed]done.txt",
    "##teamcity[buildStop comment='x']y.txt",
    "##[add-path]z.txt",
    "\x1b]0;title\x07\x1b[2J.txt",
    "c\r\x9b31m\x85d.txt",
    "gpj\u202etxt.exe.txt",
    "no\u200bwidth\ufeff.txt",
    "plain.txt",
]
TEXT = "He left \x1b[31m Punjir\x1b[0m \u202efor \u2066good##vso[x]\n::warning::b\nIn Punjir\n"
NOTE = "as \\u001b[2J\\n::error::said\\n##teamcity[x]\\u202e"
TERMBASE = f'[[name]]\npreferred = "Panjshir"\ndeprecated = [{{ form = "Punjir", note = "{NOTE}" }}]\n'
MACHINE = ("json", "jsonl", "sarif", "gitlab", "rdjson", "rdjsonl")
XML = ("junit", "checkstyle")
FORBIDDEN = frozenset("\u200b\ufeff\u202e\u2066\u2028")
COMMAND = re.compile(r"^\s*::|##[\w.-]*\[", re.MULTILINE)
OWN = {
    "github": r"^::(error|warning|notice|stop-commands|[0-9a-f]{64})\b[^\n]*$",
    "azure": r"^##vso\[task\.logissue [^\n]*$",
    "teamcity": r"^##teamcity\[(inspectionType|inspection|message) [^\n]*$",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("hostile")
    files = {"termbase.toml": TERMBASE, **dict.fromkeys(NAMES, TEXT)}
    return write(root, {**files, "blob\n::error::x.txt": b"\x89PNG\r\n\x1a\n\0"})


@pytest.fixture(scope="module")
def reports(folder, tmp_path_factory):
    """What each output says of it."""
    root = tmp_path_factory.mktemp("reports")
    outputs = [part for name in OUTPUTS for part in ("--output", f"{name}:{root / name}")]
    run = canonym("check", ".", *outputs, "--statistics", "--no-cache", cwd=folder)
    assert run.code == 2  # for the blob
    assert_harmless(run.out)
    return {name: (root / name).read_bytes().decode() for name in OUTPUTS}


def assert_harmless(text, own=""):
    """Nothing but line ends controls, nothing is invisible, and no command is there but our ``own``."""
    lines = text.split("\n")
    assert [c for line in lines for c in line if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")] == []
    assert FORBIDDEN.intersection(text) == set()
    left = re.sub(own, "", text, flags=re.MULTILINE) if own else text
    assert COMMAND.findall(left) == []


@pytest.mark.parametrize("name", OUTPUTS)
def test_no_output_holds_anything_to_obey(name, reports):
    assert_harmless(reports[name], OWN.get(name, ""))


@pytest.mark.parametrize("name", ["json", "github"])
def test_nor_does_standard_error(name, folder):
    code, _, err = canonym("check", ".", "--format", name, "--no-cache", "--statistics", cwd=folder)
    assert code == 2
    assert_harmless(err)


@pytest.mark.parametrize("name", ["text", "concise"])
def test_each_finding_stays_on_its_lines(name, reports):
    places = [line for line in reports[name].split("\n") if re.search(r"\.txt:\d+:\d+: error", line)]
    assert len(places) == 2 * len(NAMES)


@pytest.mark.parametrize("name", MACHINE)
def test_programs_read_the_names_as_they_are(name, reports):
    out = reports[name]
    documents = out.splitlines() if name.endswith("jsonl") else [out]
    told = json.dumps([json.loads(document) for document in documents])
    if name == "sarif":  # as URIs
        assert "%1B%5D0%3Btitle%07" in told
    else:
        assert [one for one in NAMES if json.dumps(one)[1:-1] not in told] == []


@pytest.mark.parametrize("name", XML)
def test_xml_is_read_with_the_names_that_it_can_hold(name, reports):
    told = {element.get("name") for element in ElementTree.fromstring(reports[name].encode()).iter()}
    assert [one for one in NAMES if "\x1b" not in one and one not in told] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--show-files", "."),
        ("check", "gone\n::error::x", "\x1b[2J"),
        ("explain", "Punjir"),
        ("explain", "no\x1b[2Jname"),
        ("config", "--termbase", "a\n::error::x\x1b.toml"),
        ("config", "--format", "json", "--termbase", "a\n::error::x\u202e.toml"),
        ("learn", "gone\n::error::x", "blob\n::error::x.txt"),
        ("learn", "plain.txt", "-o", "out\n::error::x.jsonl"),
        ("learn", "plain.txt", "-o", "a\n::error::INJECTED.txt"),
        ("init", "gone\n::error::x"),
        ("check", "--termbase", "a\n::error::x\x1b.toml", "plain.txt"),
        ("check", "--baseline", "a\n::error::INJECTED.txt", "plain.txt"),
        ("check", "--since", "x\n::error::y", "plain.txt"),
        ("chekc\n::error::x",),
        ("cache", "--project", "gone\n::error::x\x1b"),
        ("cache", "--format", "json", "--project", "gone\n::error::x\x1b"),
    ],
    ids=ascii,
)
def test_no_command_says_anything_to_obey(arguments, folder):
    _, out, err = canonym(*arguments, cwd=folder)
    assert out + err
    assert_harmless(out)
    assert_harmless(err)


def test_a_diff_quotes_names_as_git_does_and_git_applies_it(tmp_path):
    write(tmp_path, {"termbase.toml": TERMBASE, 'a\n\x1bü"\\.txt': "Punjir\n"})
    _, out, _ = canonym("check", "--diff", ".", cwd=tmp_path)
    assert out.splitlines()[:2] == ['--- "a/a\\012\\033ü\\"\\\\.txt"', '+++ "b/a\\012\\033ü\\"\\\\.txt"']
    write(tmp_path, {"fix.diff": out})
    assert os.system(f"cd '{tmp_path}' && git apply fix.diff") == 0
    assert (tmp_path / 'a\n\x1bü"\\.txt').read_text() == "Panjshir\n"
