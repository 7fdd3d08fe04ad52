"""Standard streams that are closed, full, or pipes that nobody reads: a plain word, and nothing half done."""

import os
import subprocess
import sys

import pytest

from cli.running import write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shells close streams in another way there")

TERMBASE = '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n'
PRINTING = [
    ["--help"],
    ["--version"],
    ["check", "--help"],
    *(["check", "a.txt", "--format", name] for name in ("text", "json", "github", "html")),
    ["check", "a.txt", "--diff"],
    ["check", "a.txt", "--show-files"],
    ["check", "a.txt", "--baseline", "known.json", "--update-baseline"],
    ["check", "a.txt", "--fix"],
    ["check", "-", "--fix"],
    ["check", "a.txt", "--interactive"],
    ["config"],
    ["config", "--schema", "termbase"],
    ["explain", "Panjshir"],
    ["explain", "variant-name"],
    ["init", "new"],
    ["learn", "articles", "-o", "other.jsonl"],
    ["completion", "bash"],
    ["cache"],
]
WHY = {">&-": "bad file descriptor", "> /dev/full": "no space left on device"}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "new").mkdir()
    return write(
        tmp_path,
        {
            "termbase.toml": TERMBASE,
            "a.txt": "He left Punjir.\n",
            "articles/1.txt": "He left Panjshir.\n",
        },
    )


def run(arguments, redirection, folder, stdin=b"He left Punjir.\n", unbuffered=""):
    """Run the command as a shell redirects it."""
    line = f'"$0" -m canonym "$@" {redirection}'
    return subprocess.run(
        ["/bin/sh", "-c", line, sys.executable, *arguments],
        cwd=folder,
        input=stdin,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("redirection", "unbuffered"), [(">&-", ""), ("> /dev/full", ""), ("> /dev/full", "1")]
)
@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
def test_what_cannot_be_printed_is_reported_in_a_line(arguments, redirection, unbuffered, folder):
    done = run(arguments, redirection, folder, unbuffered=unbuffered)
    told = f"canonym: standard output: cannot be written: {WHY[redirection]}\n"
    assert (done.returncode, done.stderr.decode()) == (2, told)


@pytest.mark.parametrize("redirection", ["2>&-", "2> /dev/full"])
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", "a.txt"], 1),
        (["check", "a.txt", "gone.txt", "--format", "json"], 2),
        (["check", "a.txt", "--isolated", "--termbase", "gone.toml"], 2),
        (["chekc"], 2),
        (["check", "--nope"], 2),
        (["learn", "articles", "-o", "other.jsonl"], 0),
    ],
    ids=str,
)
def test_a_word_to_people_that_cannot_be_said_changes_nothing_else(arguments, code, redirection, folder):
    heard, deaf = run(arguments, "", folder), run(arguments, redirection, folder)
    assert (deaf.returncode, deaf.stdout, deaf.stderr) == (code, heard.stdout, b"")


@pytest.mark.parametrize("redirection", ["2>&-", "2> /dev/full"])
def test_a_report_that_cannot_be_written_on_standard_error_is_two(redirection, folder):
    done = run(["check", "-", "--fix"], redirection, folder)
    assert (done.returncode, done.stdout) == (2, b"He left Panjshir.\n")


def test_what_is_clean_and_quiet_needs_no_output(folder):
    assert run(["check", "articles", "--quiet"], ">&-", folder).returncode == 0


def test_standard_input_that_is_closed_is_a_problem_of_that_draft(folder):
    done = run(["check", "-", "a.txt"], "<&-", folder)
    assert done.returncode == 2
    assert b"<stdin>: error: cannot be read: bad file descriptor\n" in done.stdout
    assert b"a.txt:1:9: error deprecated-term" in done.stdout
    assert done.stderr == b""


@pytest.mark.parametrize("arguments", [["check", "--files-from", "-"], ["learn", "-"]], ids=" ".join)
def test_a_list_on_a_closed_input_is_reported(arguments, folder):
    done = run(arguments, "<&-", folder)
    told = b"canonym: standard input: cannot be read: bad file descriptor\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", told)


def test_all_streams_closed_damage_no_file(folder):
    """A file that is opened later must not be taken for a stream."""
    before = (folder / "a.txt").read_bytes()
    assert run(["check", "a.txt"], "<&- >&- 2>&-", folder).returncode == 2
    assert (folder / "a.txt").read_bytes() == before
    assert (folder / "termbase.toml").read_text() == TERMBASE


@pytest.mark.parametrize("arguments", PRINTING[3:], ids=" ".join)
def test_a_reader_that_goes_away_ends_the_command_without_a_word(arguments, folder):
    read, written = os.pipe()
    os.close(read)
    with os.fdopen(written, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "canonym", *arguments],
            cwd=folder,
            input=b"He left Punjir.\n",
            stdout=pipe,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr) == (141, b"")
