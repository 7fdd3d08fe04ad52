"""FIFOs, devices and sockets: read as ``cat`` does where named, passed over elsewhere, never written."""

import gzip
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading

import pytest

from cli.running import canonym, write

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs there")

TERMBASE = '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n'
DRAFT = "He left Punjir.\n"
ARTICLE = "On Monday they met Caterina Ferrante in Lisbon. Caterina Ferrante left.\n"


@pytest.fixture
def folder(tmp_path):
    write(tmp_path, {"termbase.toml": TERMBASE, "drafts/a.txt": DRAFT, "articles/1.txt": ARTICLE})
    os.mkfifo(tmp_path / "pipe.txt")
    return tmp_path


class Fed:
    """A FIFO that a thread writes to, once."""

    def __init__(self, path, data):
        self._thread = threading.Thread(target=path.write_bytes, args=(data,))
        self._thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._thread.join(60)
        assert not self._thread.is_alive()


def places(out):
    return [(one["path"], one["start"]["line"]) for one in json.loads(out)]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_named_fifo_is_read_among_others(jobs, folder):
    with Fed(folder / "pipe.txt", DRAFT.encode()):
        code, out, err = canonym(
            "check", "drafts/a.txt", "pipe.txt", "--jobs", jobs, "--format", "json", cwd=folder
        )
    assert (code, places(out), err) == (1, [("drafts/a.txt", 1), ("pipe.txt", 1)], "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_a_pipe_of_the_shell_is_read(folder):
    command = '"$0" -m canonym check --format json <(echo "He left Punjir.")'
    done = subprocess.run(
        ["bash", "-c", command, sys.executable], cwd=folder, capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, len(places(done.stdout)), done.stderr) == (1, 1, b"")


def test_what_is_found_on_the_way_is_passed_over(folder):
    (folder / "drafts" / "link.txt").symlink_to("../pipe.txt")
    (folder / "drafts" / "zero.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(folder / "drafts" / "socket.txt"))
        code, out, err = canonym("check", ".", "drafts/*.txt", "--format", "json", cwd=folder)
        assert (code, places(out), err) == (1, [("drafts/a.txt", 1)], "")
        code, _, err = canonym("learn", "articles", "drafts", cwd=folder)
        assert (code, err) == (0, "")


@pytest.mark.parametrize("fix", [["--fix"], ["--unsafe-fixes"], ["--fix", "--unsafe-fixes"]], ids=" ".join)
def test_what_was_read_from_a_fifo_is_never_written(fix, folder):
    with Fed(folder / "pipe.txt", DRAFT.encode()):
        code, out, _ = canonym("check", "pipe.txt", "drafts/a.txt", *fix, cwd=folder)
    assert code == 2
    assert "pipe.txt: error: is no regular file and is never written; --diff shows" in out
    assert "pipe.txt:1:9: error deprecated-term" in out
    assert (folder / "drafts/a.txt").read_text() == "He left Panjshir.\n"
    assert (folder / "pipe.txt").is_fifo()


def test_a_diff_of_a_fifo_is_shown(folder):
    with Fed(folder / "pipe.txt", DRAFT.encode()):
        code, out, _ = canonym("check", "pipe.txt", "--diff", cwd=folder)
    assert code == 1
    assert "+He left Panjshir.\n" in out


@pytest.mark.parametrize(
    ("name", "said"),
    [("/dev/null", ""), ("/dev/zero", "is larger than 64 MB"), ("socket.txt", "cannot be read")],
)
def test_devices_and_sockets_that_are_named(name, said, folder):
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(folder / "socket.txt"))
        code, out, _ = canonym("check", name, "drafts/a.txt", cwd=folder)
    assert code == (2 if said else 1)
    assert "drafts/a.txt:1:9: error" in out
    assert said in out


def test_lists_of_drafts_and_baselines_may_be_pipes(folder):
    os.mkfifo(folder / "known.json")
    baseline = '{"version": 1, "findings": []}'
    with Fed(folder / "pipe.txt", b"drafts/a.txt\n"), Fed(folder / "known.json", baseline.encode()):
        arguments = ("--files-from", "pipe.txt", "--baseline", "known.json", "--format", "json")
        code, out, err = canonym("check", *arguments, cwd=folder)
    assert (code, places(out), err) == (1, [("drafts/a.txt", 1)], "")


def test_a_list_without_end_is_refused(folder):
    code, _, err = canonym("check", "--files-from", "/dev/zero", cwd=folder)
    assert (code, err) == (2, "canonym: /dev/zero: has no end, or too many names\n")


def test_a_baseline_that_is_a_pipe_is_not_written(folder):
    os.mkfifo(folder / "known.json")
    code, _, err = canonym("check", "drafts", "--update-baseline", "--baseline", "known.json", cwd=folder)
    assert code == 2
    assert "no device, FIFO or pipe" in err


@pytest.mark.parametrize("how", ["fifo", "device", "socket"])
@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("termbase.toml", "check drafts"),
        ("termbase.toml", "explain Panjshir"),
        ("termbase.learned.jsonl", "check drafts"),
        ("canonym.toml", "check drafts"),
        ("canonym.toml", "config"),
        ("pyproject.toml", "config"),
    ],
)
def test_our_own_files_are_refused_by_name(how, name, command, folder):
    place = folder / name
    write(folder, {"canonym.toml": ""} if name.startswith("termbase") else {})
    place.unlink(missing_ok=True)
    with socket.socket(socket.AF_UNIX) as bound:
        if how == "fifo":
            os.mkfifo(place)
        elif how == "device":
            place.symlink_to("/dev/zero")
        else:
            bound.bind(str(place))
        code, _, err = canonym(*command.split(), cwd=folder)
    assert code == 2
    assert f"{name}: cannot be read" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(("name", "jobs"), [("pipe.txt", "1"), ("news.jsonl", "2"), ("news.jsonl.gz", "1")])
def test_a_fifo_teaches_what_a_file_teaches(name, jobs, folder):
    data = ARTICLE.encode()
    if "jsonl" in name:
        data = json.dumps({"id": 1, "text": ARTICLE}).encode()
        os.mkfifo(folder / name)
    if name.endswith(".gz"):
        data = gzip.compress(data)
    (folder / "scratch").mkdir()
    learned = []
    with Fed(folder / name, data):
        run = canonym("learn", name, "-j", jobs, cwd=folder, env={"TMPDIR": str(folder / "scratch")})
    assert (run.code, run.err) == (0, "")
    assert list((folder / "scratch").iterdir()) == []
    learned.append((folder / "termbase.learned.jsonl").read_bytes())
    (folder / name).unlink()
    write(folder, {name: data})
    assert canonym("learn", name, cwd=folder).code == 0
    learned.append((folder / "termbase.learned.jsonl").read_bytes())
    assert learned[0] == learned[1]


def test_a_fifo_that_the_settings_name_is_reported_and_not_waited_for(folder):
    write(folder, {"canonym.toml": 'corpus = ["articles", "pipe.txt"]\n'})
    code, _, err = canonym("learn", cwd=folder)
    assert code == 2
    assert "pipe.txt: is no regular file; name it on the command line" in err


DEAF = """
import runpy, signal, sys, threading
threading.Thread(target=threading.Event().wait, daemon=True).start()
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
sys.argv[0] = "canonym"
runpy.run_module("canonym", run_name="__main__")
"""
"""The program, so that a signal never interrupts a read: as one that comes just before the read begins."""


@pytest.mark.parametrize("start", [["-m", "canonym"], ["-c", DEAF]], ids=["plain", "deaf"])
@pytest.mark.parametrize("command", ["check pipe.txt", "check --files-from pipe.txt", "learn pipe.txt -j2"])
def test_waiting_for_a_fifo_is_ended_by_ctrl_c(command, start, folder):
    with subprocess.Popen(
        [sys.executable, *start, *command.split()], cwd=folder, stderr=subprocess.PIPE
    ) as running:
        # That it can be opened for writing says that somebody waits at the other end.
        with (folder / "pipe.txt").open("wb"):
            running.send_signal(signal.SIGINT)
            assert running.wait(60) == 130
        assert running.stderr.read() == b""
