"""Files are read as they are, written back as they were, whole or not at all."""

import os
import stat
import sys

import pytest

from canonym.project import files
from canonym.project.files import NotText, TextFile, check_text, read_text, write_atomic

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links are another matter there")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a\nb\r\nc\rd",
        b"\xef\xbb\xbfa\r\n",
        "Šáh".encode("utf-16"),
        "café, très chaud".encode("cp1252"),
        b"caf\xc3\xa9 \xff",
    ],
    ids=repr,
)
def test_a_file_is_written_back_as_it_was(tmp_path, data):
    path = tmp_path / "draft.txt"
    path.write_bytes(data)
    write_atomic(path, read_text(path).data())
    assert path.read_bytes() == data


def test_a_new_text_takes_the_encoding_and_mark_of_the_old_one(tmp_path):
    path = tmp_path / "draft.txt"
    path.write_bytes("\ufeffŠáh Masoud\r\n".encode("utf-16-le"))
    file = read_text(path)
    assert file.with_text("Šáh Massoud\r\n").data() == "\ufeffŠáh Massoud\r\n".encode("utf-16-le")


def test_a_character_that_the_encoding_lacks_is_refused():
    with pytest.raises(UnicodeEncodeError):
        TextFile("Масуд", "cp1252").data()


def test_what_is_no_text_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\0\0\0\0")
    with pytest.raises(NotText) as caught:
        read_text(path)
    assert str(caught.value) == f"{path}: is no text"
    assert check_text(path) == "is no text"
    assert check_text(tmp_path / "gone.txt") == "cannot be read: no such file or directory"
    path.write_bytes(b"word ")
    assert check_text(path) == ""
    monkeypatch.setattr(files, "LIMIT", 4)
    assert "no article is" in check_text(path)
    with pytest.raises(NotText, match="is larger than"):
        read_text(path)


def test_a_write_that_fails_changes_nothing(tmp_path):
    path = tmp_path / "termbase.toml"
    path.write_bytes(b"old")

    def pieces():
        yield b"half of it"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_atomic(path, pieces())
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_directory_is_not_replaced(tmp_path):
    (tmp_path / "here").mkdir()
    with pytest.raises(OSError, match="here"):
        write_atomic(tmp_path / "here", b"new")
    assert list(tmp_path.iterdir()) == [tmp_path / "here"]


@posix
def test_mode_and_link_survive(tmp_path):
    path, link = tmp_path / "real.txt", tmp_path / "link.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to("real.txt")
    write_atomic(link, b"new")
    assert link.is_symlink()
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


@posix
def test_a_new_file_has_the_mode_of_any_other(tmp_path):
    (tmp_path / "other").touch()
    write_atomic(tmp_path / "new", [b"a", b"b"])
    assert (tmp_path / "new").read_bytes() == b"ab"
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path):
    path = tmp_path / "kept.txt"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PermissionError):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
