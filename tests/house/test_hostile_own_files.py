"""Files of ours that nobody would write: refused by place with what to do, or read; never a traceback."""

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canonym.project.project import Project
from canonym.report.baseline import BaselineError
from canonym.report.baseline import parse as parse_baseline
from canonym.termbase.authored import parse, problems
from canonym.termbase.errors import SourceError, TermbaseError
from canonym.termbase.toml_text import DEEPEST
from cli.running import canonym, write

TERMBASE = '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n'
DRAFTS = {"a.txt": "The Punjir valley held.\n", "b.json": '{"text": "The Punjir valley held."}\n'}
SETTINGS = 'keys = { "*.json" = ["text"] }\n'
LONG = "7" * 5000
MANY = 9000

DEEP = {
    "lists": f"x = {'[' * MANY}\n",
    "closed lists": f"x = {'[' * 300}{']' * 300}\n",
    "tables": f"x = {'{a=' * MANY}\n",
    "a dotted key": f"{'a.' * MANY}a = 1\n",
    "a dotted key that is refused before it is parsed": f"{'a. ' * MANY}a =\n",
    "a header": f"[{'a.' * MANY}a]\n",
}
ODD = {name: (text, "nested too deep") for name, text in DEEP.items()} | {
    "digits": (f"x = {LONG}\n", "a number has too many digits"),
    "NUL": ("x = 1\0\n", "is no TOML"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path, {"canonym.toml": SETTINGS, "termbase.toml": TERMBASE, **DRAFTS})


def test_what_is_long_is_read(project: Path) -> None:
    more = "".join(f'[[name]]\npreferred = "Town {n}"\nnote = "{"very " * 2000}long"\n' for n in range(20))
    hexadecimal = f"# {LONG}\n"
    write(project, {"termbase.toml": TERMBASE + hexadecimal + more})
    done = canonym("check", cwd=project)
    assert (done.code, done.out.count("deprecated-term"), done.err) == (1, 2, "")


@pytest.mark.parametrize("name", ["termbase.toml", "canonym.toml", "pyproject.toml"])
@pytest.mark.parametrize("odd", ODD)
def test_toml(project: Path, name: str, odd: str) -> None:
    if name == "pyproject.toml":
        (project / "canonym.toml").unlink()
    text, why = ODD[odd]
    write(project, {name: f"# ours\n{text}[tool.canonym]\n"})
    done = canonym("check", cwd=project)
    assert done.code == 2
    assert f"{name}:2: " in done.err
    assert why in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "text", ["tool = 3 # canonym\n", 'tool = "canonym"\n', "[tool]\nother.canonym = [[]]\n"]
)
def test_a_project_file_of_others_is_theirs(project: Path, text: str) -> None:
    (project / "canonym.toml").unlink()
    write(project, {"pyproject.toml": text})
    done = canonym("check", cwd=project)
    assert (done.code, done.err) == (1, "")


@pytest.mark.parametrize("value", ["3", '"canonym"', "[]", "[[]]"])
def test_a_table_of_ours_that_is_none(project: Path, value: str) -> None:
    (project / "canonym.toml").unlink()
    write(project, {"pyproject.toml": f"\ntool.canonym = {value}\n"})
    done = canonym("check", cwd=project)
    assert (done.code, "pyproject.toml:2: tool.canonym: expected a table" in done.err) == (2, True)


@pytest.mark.parametrize("name", ["termbase.toml", "canonym.toml"])
def test_utf_16(project: Path, name: str) -> None:
    write(project, {name: TERMBASE.encode("utf-16")})
    done = canonym("check", cwd=project)
    assert (done.code, f"{name}:1: is not UTF-8; save the file as UTF-8" in done.err) == (2, True)


@pytest.mark.parametrize(
    "day", ['"soon"', "2026-02-30", "2026-12-31T00:00:00Z", "07:00:00", "10000-01-01", "0", "[]", "1e999"]
)
def test_a_last_day_that_is_none(project: Path, day: str) -> None:
    write(project, {"canonym.toml": f'{SETTINGS}[[ignore]]\ntext = "x"\nexpires = {day}\n'})
    done = canonym("check", cwd=project)
    assert (done.code, done.err.startswith("canonym: ")) == (2, True)
    assert "canonym.toml:4" in done.err
    assert "Traceback" not in done.err


BASELINES = {
    "lists": ("[" * MANY, 1, "nested too deep"),
    "tables": ('{"version": 1,\n"findings": ' + '{"a":' * MANY, 2, "nested too deep"),
    "digits": ('{"version": 1,\n"more": ' + LONG + "}", 2, "a number has too many digits"),
}


@pytest.mark.parametrize("odd", BASELINES)
def test_a_baseline(project: Path, odd: str) -> None:
    text, line, why = BASELINES[odd]
    write(project, {"known.json": text})
    done = canonym("check", "--baseline", "known.json", cwd=project)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"canonym: known.json:{line}: ")
    assert why in done.err
    assert done.err.endswith("; or delete known.json, then run --update-baseline again\n")


@pytest.mark.parametrize("content", [b"\0\1\2" * 99, b'{"version": 1,\n\0}'], ids=["binary", "NUL"])
def test_a_baseline_that_is_no_text(project: Path, content: bytes) -> None:
    write(project, {"known.json": content})
    done = canonym("check", "--baseline", "known.json", cwd=project)
    assert done.err.startswith("canonym: known.json: is no text; ")
    assert done.err.endswith("; or delete known.json, then run --update-baseline again\n")


@pytest.mark.parametrize("path", ["x" * 5000, "a\0b", "\ud800", "a.txt/further"])
def test_a_baseline_of_drafts_that_cannot_be(project: Path, path: str) -> None:
    entry = {"fingerprint": "f", "rule": "term-form", "path": path, "concept": "", "text": "x"}
    write(project, {"known.json": json.dumps({"version": 1, "findings": [entry]})})
    done = canonym("check", "--baseline", "known.json", cwd=project)
    assert (done.code, done.out.count("deprecated-term"), done.out.count("stale")) == (1, 2, 1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_list_of_ignored_files_that_is_a_pipe(project: Path) -> None:
    os.mkfifo(project / ".gitignore")
    done = canonym("check", cwd=project)
    assert (done.code, done.out.count("deprecated-term"), done.err) == (1, 2, "")


def test_a_cached_outcome(project: Path) -> None:
    first = canonym("check", cwd=project)
    for file in (project / ".canonym" / "cache").rglob("*.json"):
        head, _, body = file.read_bytes().partition(b"\n")
        file.write_bytes(head + b"\n" + body.replace(b"null", b"[" * MANY, 1))
    assert canonym("check", cwd=project) == first


TOML_ATOMS = st.one_of(
    st.sampled_from(
        [
            "[[name]]",
            "preferred",
            "deprecated",
            "not",
            "forms",
            "=",
            ".",
            "[",
            "]",
            "{",
            "}",
            ",",
            "\n",
            '"',
            "'",
        ]
    ),
    st.sampled_from(
        ['"""', "'''", "\\", "#", "\0", "\r", "1979-05-27", "1e999", LONG, "[" * 200, "a." * 100, "0x"]
    ),
    st.text(max_size=4),
)
TOML = st.lists(TOML_ATOMS, max_size=30).map("".join)


@given(TOML | TOML.map(TERMBASE.__add__))
@settings(max_examples=200)
def test_any_text_is_a_termbase_or_refused_by_line(text: str) -> None:
    told = problems(text, "termbase.toml")
    assert all(0 < problem.line <= text.count("\n") + 1 for problem in told)
    try:
        parse(text, "termbase.toml")
    except TermbaseError as error:
        assert str(error) == str(told[0])  # noqa: PT017
    else:
        assert not told


@given(TOML | TOML.map(SETTINGS.__add__))
@settings(max_examples=100)
def test_any_text_is_settings_or_refused_by_line(text: str) -> None:
    with TemporaryDirectory() as folder:
        write(Path(folder), {"canonym.toml": text.encode("utf-8", "surrogatepass")})
        try:
            Project.find(Path(folder)).settings.checking(None)
        except SourceError as error:
            assert error.line > 0  # noqa: PT017


@given(
    st.lists(
        st.sampled_from(["[", "]", "{", "}", '"', ":", ",", "version", "findings", "1", LONG, "null"])
    ).map("".join)
)
@settings(max_examples=200)
def test_any_text_is_a_baseline_or_refused(text: str) -> None:
    try:
        parse_baseline(text, "known.json")
    except BaselineError as error:
        assert "delete known.json" in str(error)  # noqa: PT017


def test_what_is_nested_as_deep_as_may_be_is_read() -> None:
    lists = DEEPEST - 2
    with pytest.raises(TermbaseError, match="unknown key"):
        parse(f"x = {'[' * lists}{']' * lists}\n", "termbase.toml")
