"""Where reports go: devices and pipes are written through, and nothing is written over what a run reads."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from canonym.report.output_formats import OUTPUTS
from cli.running import canonym, write

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such devices and pipes")
ONCE = {"termbase.toml": '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n', "d/a.txt": "Punjir\n"}


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path, ONCE)


def found(data: bytes | str) -> list[str]:
    return [one["text"] for one in json.loads(data)]


@posix
def test_a_device_is_written_through_and_stays_one(folder):
    device = folder / "null"
    try:
        os.mknod(device, 0o666 | stat.S_IFCHR, Path(os.devnull).stat().st_rdev)
    except PermissionError:
        device = Path(os.devnull)
    done = canonym("check", "d", "--output", f"json:{device}", cwd=folder)
    assert (done.code, done.err) == (1, "")
    assert stat.S_ISCHR(device.stat().st_mode)
    assert (
        canonym("check", "d", "--output", f"json:{device}", "--output", f"sarif:{device}", cwd=folder).code
        == 1
    )


@posix
def test_a_fifo_is_written_through_and_stays_one(folder):
    os.mkfifo(folder / "pipe")
    heard = []
    reader = Thread(target=lambda: heard.append((folder / "pipe").read_bytes()))
    reader.start()
    assert canonym("check", "d", "--output", "json:pipe", cwd=folder).code == 1
    reader.join(timeout=30)
    assert found(heard[0]) == ["Punjir"]
    assert (folder / "pipe").is_fifo()


@posix
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
@pytest.mark.parametrize("to_file", [True, False], ids=["file", "pipe"])
def test_standard_output_has_the_report_before_the_text(folder, name, to_file):
    if name.startswith("/proc") and not Path("/proc/self/fd").is_dir():
        pytest.skip("this system has no /proc")
    (folder / "link").symlink_to("/dev/stdout")
    command = [
        sys.executable,
        "-m",
        "canonym",
        "check",
        "d",
        "--output",
        f"jsonl:{name}",
        "--format",
        "concise",
    ]
    if to_file:
        with (folder / "out").open("wb") as out:
            done = subprocess.run(command, cwd=folder, stdout=out, stderr=subprocess.PIPE, check=False)
        said = (folder / "out").read_bytes()
    else:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        said = done.stdout
    assert (done.returncode, done.stderr) == (1, b"")
    first, second, *_ = said.decode().splitlines()
    assert json.loads(first)["text"] == "Punjir"
    assert second.startswith("d/a.txt:1:1:")


@posix
def test_what_a_shell_puts_in_the_place_of_a_command_is_written_through(folder):
    script = '"$0" -m canonym check d --output json:>(cat >heard) --output sarif:>(cat >seen); wait'
    subprocess.run(["bash", "-c", script, sys.executable], cwd=folder, capture_output=True, check=False)
    assert found((folder / "heard").read_bytes()) == ["Punjir"]
    assert "Punjir" in (folder / "seen").read_text()


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_device_that_takes_nothing_is_named(folder):
    done = canonym("check", "d", "--output", "json:/dev/full", cwd=folder)
    assert (done.code, done.err) == (2, "canonym: /dev/full: No space left on device\n")


def test_a_report_that_cannot_be_written_costs_no_other_one(folder):
    (folder / "a folder").mkdir()
    outputs = ("--output", "json:a folder", "--output", "sarif:d/a.txt/x", "--output", "json:last.json")
    done = canonym("check", "d", *outputs, cwd=folder)
    assert done.code == 2
    assert [line.split(": ")[1] for line in done.err.splitlines()] == ["a folder", "d/a.txt"]
    assert done.out.startswith("d/a.txt:1:1: error deprecated-term")
    assert found((folder / "last.json").read_bytes()) == ["Punjir"]


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_step_summary_that_cannot_be_written_is_named(folder):
    done = canonym("check", "d", "--format", "github", cwd=folder, env={"GITHUB_STEP_SUMMARY": "/dev/full"})
    assert (done.code, done.err) == (2, "canonym: /dev/full: No space left on device\n")


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("sarif:d/a.txt", "is a draft of this run"),
        ("sarif:d/../d/a.txt", "is a draft of this run"),
        ("json:termbase.toml", "is the authored termbase"),
        ("json:canonym.toml", "is the file of the settings"),
        ("json:termbase.learned.jsonl", "is the learned termbase"),
        ("json:known.json", "is the baseline"),
        ("json:list", "is the list of drafts"),
        ("json:more.jsonl", "is the termbase more.jsonl"),
    ],
)
def test_a_report_over_what_is_read_is_refused_before_anything_is_written(folder, output, said):
    settings = 'termbase = ["termbase.toml", "more.jsonl"]\n'
    more = '{"canonym":1,"articles":0,"records":0}\n'
    known = '{"version": 1, "findings": []}'
    write(folder, {"canonym.toml": settings, "known.json": known, "list": "d/a.txt\n", "more.jsonl": more})
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    arguments = ("--files-from", "list", "--baseline", "known.json", "--fix")
    done = canonym("check", *arguments, "--output", "json:report.json", "--output", output, cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"canonym: --output {output}: {said}; name another file\n"
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "output", ["sarif:d/b.txt", "html:d/b.md", "json:d/b.rst", "junit:other.toml", "json:other.jsonl"]
)
def test_a_report_over_what_another_run_reads_is_refused(folder, output):
    learned = '{"canonym":1,"articles":0,"records":0}\n'
    drafts = {"d/b.txt": "Punjir\n", "d/b.md": "# [Punjir]\n", "d/b.rst": "[1]_\n"}
    write(folder, {**drafts, "other.toml": "[[name]]\npreferred = 'X'\n", "other.jsonl": learned})
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = canonym("check", "d/a.txt", "--output", output, cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"canonym: --output {output}: is there, and no report; name another file\n"
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("format_", sorted(OUTPUTS))
@pytest.mark.parametrize("name", ["d/b.txt", "d/b.html"])
def test_no_report_is_written_over_a_text(folder, format_, name):
    write(folder, {"d/b.txt": "Punjir\n", "d/b.html": "<!doctype html>\n<p>Punjir\n"})
    before = (folder / name).read_bytes()
    done = canonym("check", "d/a.txt", "--output", f"{format_}:{name}", cwd=folder)
    assert (done.code, "is there, and no report; name another file" in done.err) == (2, True)
    assert (folder / name).read_bytes() == before


@pytest.mark.parametrize("name", ["text:report.txt", "markdown:report.md", "html:d/report.html"])
def test_a_report_among_the_drafts_is_written_anew_and_not_checked(folder, name):
    first, second = (canonym("check", ".", "--output", name, cwd=folder) for _ in range(2))
    assert (first.code, first.err) == (1, "")
    assert first == second
    named = canonym("check", ".", name.partition(":")[2], "--output", name, cwd=folder)
    assert (named.code, "is a draft of this run" in named.err) == (2, True)


@pytest.mark.parametrize("format_", sorted(OUTPUTS))
def test_a_report_of_any_format_is_written_over_the_last_one(folder, format_):
    for _ in range(2):
        done = canonym("check", "d/a.txt", "--output", f"{format_}:report.txt", cwd=folder)
        assert (done.code, done.err) == (1, "")


@posix
def test_what_a_shell_appends_to_is_not_judged(folder):
    (folder / "log").write_text("a line\n")
    script = '"$0" -m canonym check d --quiet --output json:/dev/stdout >>log'
    done = subprocess.run(
        ["bash", "-c", script, sys.executable], cwd=folder, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert (folder / "log").read_text().startswith("a line\n[")


def test_a_report_is_written_over_an_empty_file(folder):
    (folder / "report").touch()
    assert canonym("check", "d", "--output", "sarif:report", cwd=folder).code == 1


def test_files_of_ours_that_are_not_there_yet_are_refused_too(folder):
    (folder / "termbase.toml").unlink()
    for name in ("termbase.toml", "canonym.toml", "termbase.learned.jsonl"):
        done = canonym("check", "d", "--output", f"json:{name}", cwd=folder)
        assert done.code == 2
        assert "name another file" in done.err
        done = canonym("check", "d", "--update-baseline", "--baseline", name, cwd=folder)
        assert done.code == 2
        assert "--baseline: is the" in done.err
    assert [path.name for path in folder.iterdir()] == ["d"]


def test_a_file_of_two_reports_is_refused(folder):
    done = canonym("check", "d", "--output", "json:x", "--output", "sarif:d/../x", cwd=folder)
    assert (done.code, "is the file of --output json:x" in done.err) == (2, True)


@posix
def test_a_draft_by_another_name_is_a_draft(folder):
    (folder / "soft").symlink_to("d/a.txt")
    os.link(folder / "d/a.txt", folder / "hard")
    for name in ("soft", "hard"):
        done = canonym("check", "d", "--output", f"json:{name}", cwd=folder)
        assert (done.code, "is a draft of this run" in done.err) == (2, True)
    assert (folder / "d/a.txt").read_text() == "Punjir\n"


def test_a_report_over_the_last_one_is_what_reports_are_for(folder):
    for _ in range(2):
        assert canonym("check", "d", "--output", "json:new/report.json", cwd=folder).code == 1
    assert found((folder / "new/report.json").read_bytes()) == ["Punjir"]
