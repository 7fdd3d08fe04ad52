"""Files of ours are edited one at a time, and what somebody else writes meanwhile is never written over."""

import os
import subprocess
import sys
from threading import Thread

import pytest

from canonym.project.files.links_outside import OutsideError
from canonym.project.writing import locking
from canonym.project.writing.locking import locked
from canonym.project.writing.rewriting import rewrite
from canonym.project.writing.whole_files import ChangedError


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "own.txt"
    path.write_bytes(b"one\n")
    return path


def adding(line: bytes):
    return lambda held: (b"" if held is None else held.read()) + line


def test_a_file_is_edited_or_made(file):
    assert rewrite(file, adding(b"two\n"))
    assert file.read_bytes() == b"one\ntwo\n"
    assert rewrite(file.with_name("new.txt"), adding(b"one\n"))
    assert file.with_name("new.txt").read_bytes() == b"one\n"
    assert not rewrite(file, lambda _held: None)


def test_an_edit_that_fails_changes_nothing_and_locks_nobody_out(file):
    with pytest.raises(RuntimeError):
        rewrite(file, lambda _held: (_ for _ in ()).throw(RuntimeError()))
    assert rewrite(file, adding(b"two\n"))
    assert file.read_bytes() == b"one\ntwo\n"


@pytest.mark.parametrize("way", ["in place", "by another file", "longer", "gone"])
def test_what_somebody_else_writes_meanwhile_is_kept(file, way):
    seen = []

    def edit(held):
        seen.append(b"" if held is None else held.read())
        if len(seen) == 1:
            if way == "by another file":
                file.with_name("other").write_bytes(b"1.0\n")
                file.with_name("other").replace(file)
            elif way == "gone":
                file.unlink()
            else:
                file.write_bytes(b"1.0\n" if way == "in place" else b"one and more\n")
                os.utime(file, (1e9, 1e9))  # the clock of some disks stands still for a while
        return seen[-1] + b"two\n"

    assert rewrite(file, edit)
    assert len(seen) == 2
    assert file.read_bytes() == seen[1] + b"two\n"
    assert seen[1] != b"one\n"


def test_a_file_that_is_changed_again_and_again_is_given_up(file):
    def edit(held):
        held.read()
        file.with_name("other").write_bytes(b"x")
        file.with_name("other").replace(file)
        return b"ours"

    with pytest.raises(ChangedError, match="again and again"):
        rewrite(file, edit)
    assert file.read_bytes() == b"x"


def test_what_lies_outside_is_not_even_read(tmp_path, file):
    (tmp_path / "in").mkdir()
    with pytest.raises(OutsideError):
        rewrite(file, lambda _held: pytest.fail("was read"), within=[tmp_path / "in"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "own.txt"]


# One at a time.


def test_threads_wait_for_one_another(file):
    def edit(held):
        return held.read() + b"x\n"

    threads = [Thread(target=lambda: [rewrite(file, edit) for _ in range(5)]) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert file.read_bytes() == b"one\n" + b"x\n" * 30


HOLD = """\
import sys
from pathlib import Path
from canonym.project.writing.locking import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_another_process_is_waited_for_and_told_of_when_it_never_ends(file, monkeypatch):
    command = [sys.executable, "-c", HOLD, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline().strip() == b"held"
        monkeypatch.setattr(locking, "PATIENCE", 0.1)
        with pytest.raises(OSError, match=r"is being edited by another program.*own\.txt"):
            rewrite(file, adding(b"two\n"))
        monkeypatch.setattr(locking, "PATIENCE", 60.0)
        waiting = Thread(target=rewrite, args=(file, adding(b"two\n")))
        waiting.start()
        assert file.read_bytes() == b"one\n"
        holder.stdin.write(b"\n")
        holder.stdin.flush()
        waiting.join()
    assert file.read_bytes() == b"one\ntwo\n"


def test_a_killed_process_holds_nothing(file):
    command = [sys.executable, "-c", HOLD, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline().strip() == b"held"
        holder.kill()
        holder.wait()
        assert rewrite(file, adding(b"two\n"))


def test_locks_are_no_clutter(file):
    rewrite(file, adding(b"two\n"))
    subprocess.run(["git", "init", "--quiet", "."], cwd=file.parent, check=True)
    seen = subprocess.run(["git", "status", "--porcelain"], cwd=file.parent, capture_output=True, check=True)
    assert seen.stdout == b"?? own.txt\n"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_two_ways_to_a_file_are_one_lock(tmp_path, file, monkeypatch):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/link.txt").symlink_to("../own.txt")
    monkeypatch.setattr(locking, "PATIENCE", 0.05)
    with locked(file), pytest.raises(OSError, match="another program"):
        rewrite(tmp_path / "deep/link.txt", adding(b"two\n"))


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_where_no_lock_can_lie_a_file_is_edited_all_the_same(tmp_path, file, monkeypatch):
    (tmp_path / "victim").mkdir()
    (tmp_path / "home").write_bytes(b"no folder")
    (tmp_path / ".canonym").symlink_to("victim")
    for name in ("XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    assert rewrite(file, adding(b"two\n"))
    assert file.read_bytes() == b"one\ntwo\n"
    assert list((tmp_path / "victim").iterdir()) == []
