"""A file is written whole or not at all; what is no file, or lies elsewhere, is not written."""

import os
import stat
import sys
from pathlib import Path

import pytest

from canonym.project.files.links_outside import OutsideError
from canonym.project.writing.whole_files import ChangedError, open_regular, write_atomic

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and FIFOs are another matter there")
OLD, NEW = b"old", b"new"
HOUR = 3600


def abandoned(path: Path, age: int, content: bytes = b"half") -> Path:
    """A file that was last written so many seconds ago."""
    path.write_bytes(content)
    then = path.stat().st_mtime - age
    os.utime(path, (then, then))
    return path


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "kept.txt"
    path.write_bytes(OLD)
    return path


def test_a_write_that_fails_changes_nothing(file):
    def pieces():
        yield b"half of it"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_atomic(file, pieces())
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_a_directory_is_not_replaced(tmp_path):
    (tmp_path / "here").mkdir()
    with pytest.raises(IsADirectoryError, match="here"):
        write_atomic(tmp_path / "here", NEW)
    assert list(tmp_path.iterdir()) == [tmp_path / "here"]


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="gone"):
        write_atomic(tmp_path / "gone" / "new.txt", NEW)


@posix
@pytest.mark.parametrize("mode", [0o640, 0o600, 0o666])
def test_mode_and_link_survive(tmp_path, mode):
    path, link = tmp_path / "real.txt", tmp_path / "link.txt"
    path.write_bytes(OLD)
    path.chmod(mode)
    link.symlink_to("real.txt")
    write_atomic(link, NEW)
    assert link.is_symlink()
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (NEW, mode)


@posix
def test_what_others_may_not_read_they_cannot_read_while_it_is_written(file):
    file.chmod(0o600)
    seen = []

    def pieces():
        seen.extend(stat.S_IMODE(path.stat().st_mode) for path in file.parent.iterdir())
        yield NEW

    write_atomic(file, pieces())
    assert seen == [0o600, 0o600]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_stays_its_owner_s(file):
    os.chown(file, 12345, 12346)
    file.chmod(0o4750)
    write_atomic(file, NEW)
    held = file.stat()
    assert (held.st_uid, held.st_gid, stat.S_IMODE(held.st_mode)) == (12345, 12346, 0o4750)


@posix
def test_a_new_file_has_the_mode_of_any_other(tmp_path):
    (tmp_path / "other").touch()
    write_atomic(tmp_path / "new", [b"a", b"b"])
    assert (tmp_path / "new").read_bytes() == b"ab"
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


@posix
@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_is_not_replaced(file):
    file.chmod(0o444)
    with pytest.raises(PermissionError):
        write_atomic(file, NEW)
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


@posix
@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root may write everything")
def test_root_may_write_what_is_read_only_and_it_stays_so(file):
    file.chmod(0o444)
    write_atomic(file, NEW)
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (NEW, 0o444)


@posix
def test_a_fifo_is_not_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match=r"is no regular file: .*pipe"):
        write_atomic(tmp_path / "pipe", NEW)
    with pytest.raises(OSError, match=r"is no regular file: .*pipe"):
        open_regular(tmp_path / "pipe")
    assert (tmp_path / "pipe").is_fifo()


@posix
def test_a_link_to_a_device_is_not_replaced(tmp_path):
    (tmp_path / "link").symlink_to(os.devnull)
    with pytest.raises(OSError, match=r"is no regular file: .*link"):
        write_atomic(tmp_path / "link", NEW)
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


# Within folders.


def test_a_file_within_is_written_and_one_outside_is_not(tmp_path):
    for name in ("in/deep", "in2", "out"):
        (tmp_path / name).mkdir(parents=True)
    within = [tmp_path / "in", tmp_path / "gone", tmp_path / "in2"]
    for name in ("in/a.txt", "in/deep/a.txt", "in2/a.txt", "out/../in/b.txt"):
        write_atomic(tmp_path / name, NEW, within=within)
        assert (tmp_path / name).read_bytes() == NEW
    for name in ("out/a.txt", "in/../out/a.txt", "a.txt", "in/deep/../../out/a.txt"):
        with pytest.raises(OutsideError, match="lies outside"):
            write_atomic(tmp_path / name, NEW, within=within)
        assert not (tmp_path / name).exists()


@pytest.fixture
def hall(tmp_path):
    """A folder ``in`` with links to its own ``real.txt`` and to ``victim.txt`` and a folder outside of it."""
    if sys.platform == "win32":
        pytest.skip("links need rights there")
    for name in ("in", "out"):
        (tmp_path / name).mkdir()
    (tmp_path / "in/real.txt").write_bytes(OLD)
    (tmp_path / "out/victim.txt").write_bytes(OLD)
    for link, target in {
        "inner": "real.txt",
        "outer": "../out/victim.txt",
        "round": "inner",
        "far": "outer",
        "dangling": "../out/none.txt",
        "folder": "../out",
        "loop": "loop",
    }.items():
        (tmp_path / "in" / link).symlink_to(target)
    return tmp_path


@pytest.mark.parametrize("name", ["outer", "far", "dangling", "folder/victim.txt", "folder/new.txt"])
def test_a_link_that_leads_out_is_not_written_through(hall, name):
    with pytest.raises(OutsideError, match="outside"):
        write_atomic(hall / "in" / name, NEW, within=[hall / "in"])
    assert (hall / "out/victim.txt").read_bytes() == OLD
    assert [path.name for path in (hall / "out").iterdir()] == ["victim.txt"]


@pytest.mark.parametrize("name", ["inner", "round", "../in/inner"])
def test_a_link_that_stays_within_is_written_through(hall, name):
    write_atomic(hall / "in" / name, NEW, within=[hall / "in"])
    assert (hall / "in/real.txt").read_bytes() == NEW
    assert (hall / "in" / name).is_symlink()


def test_a_folder_may_be_named_by_a_link(hall):
    write_atomic(hall / "in/folder/victim.txt", NEW, within=[hall / "in/folder"])
    assert (hall / "out/victim.txt").read_bytes() == NEW


@pytest.mark.parametrize("name", ["loop", "folder"])
def test_a_link_to_no_file_is_refused(hall, name):
    with pytest.raises(OSError, match=name):
        write_atomic(hall / "in" / name, NEW)
    assert (hall / "in" / name).is_symlink()
    assert (hall / "out").is_dir()


# Between the look and the write.


def test_a_file_that_is_not_as_expected_is_kept(file):
    write_atomic(file, NEW, expected=lambda held: held is not None and held.read() == OLD)
    assert file.read_bytes() == NEW
    with pytest.raises(ChangedError):
        write_atomic(file, b"newer", expected=lambda held: held is not None and held.read() == OLD)
    with pytest.raises(ChangedError):
        write_atomic(file, b"newer", expected=lambda held: held is None)
    assert file.read_bytes() == NEW
    write_atomic(file.with_name("other"), NEW, expected=lambda held: held is None)
    assert sorted(path.name for path in file.parent.iterdir()) == ["kept.txt", "other"]


@pytest.mark.parametrize("within", [True, False])
def test_a_link_that_was_put_in_place_meanwhile_is_not_followed(hall, within):
    path = hall / "in/real.txt"

    def pieces():
        path.unlink()
        path.symlink_to("../out/victim.txt")
        yield NEW

    with pytest.raises(OSError, match=r"real\.txt"):
        write_atomic(path, pieces(), within=[hall / "in"] if within else None)
    assert (hall / "out/victim.txt").read_bytes() == OLD
    assert sorted(path.name for path in (hall / "out").iterdir()) == ["victim.txt"]
    assert not [path for path in (hall / "in").iterdir() if path.suffix == ".tmp"]


def test_a_folder_that_became_a_link_meanwhile_is_not_followed(hall):
    (hall / "in/deep").mkdir()
    path = hall / "in/deep/victim.txt"
    path.write_bytes(OLD)

    def pieces():
        yield NEW
        (hall / "in/deep").rename(hall / "in/away")
        (hall / "in/deep").symlink_to("../out")

    with pytest.raises(OSError, match=r"victim\.txt"):
        write_atomic(path, pieces(), within=[hall / "in"])
    assert (hall / "out/victim.txt").read_bytes() == OLD
    assert [path.name for path in (hall / "out").iterdir()] == ["victim.txt"]


# What a killed process left.


def test_drafts_that_are_an_hour_old_go_and_nothing_else(file):
    old = [abandoned(file.with_name(f".kept.txt.{n:012x}.tmp"), HOUR + 60) for n in range(3)]
    kept = [
        abandoned(file.with_name(name), age)
        for name, age in {
            ".kept.txt.00000000000a.tmp": HOUR - 60,
            ".kept.txt.00000000000b.tmp": 0,
            ".kept.txt.tmp": HOUR * 99,
            ".kept.txt.mine.tmp": HOUR * 99,
            "kept.txt.00000000000c.tmp": HOUR * 99,
            ".kept.txt.00000000000d.tmp.txt": HOUR * 99,
            ".other.txt.00000000000e.tmp": HOUR * 99,
            ".more.kept.txt.00000000000f.tmp": HOUR * 99,
        }.items()
    ]
    write_atomic(file, NEW)
    assert file.read_bytes() == NEW
    assert [path for path in old if path.exists()] == []
    assert [path for path in kept if not path.exists()] == []


@posix
def test_what_is_no_file_of_ours_stays(hall):
    path = hall / "in/real.txt"
    victim = abandoned(hall / "out/victim.txt", HOUR * 2)
    for number, kind in enumerate(("link", "folder", "fifo", "theirs")):
        left = hall / f"in/.real.txt.{number:012x}.tmp"
        if kind == "link":
            left.symlink_to(victim)
        elif kind == "folder":
            left.mkdir()
        elif kind == "fifo":
            os.mkfifo(left)
        else:
            abandoned(left, HOUR * 2)
            if os.geteuid() != 0:
                left.unlink()
                continue
            os.chown(left, 12345, -1)
        if kind != "link":
            os.utime(left, (1e9, 1e9))
    before = sorted(path.name for path in (hall / "in").iterdir())
    write_atomic(path, NEW)
    assert sorted(path.name for path in (hall / "in").iterdir()) == before
    assert victim.read_bytes() == b"half"
