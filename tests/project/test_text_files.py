"""Files are read as they are, and written back as they were."""

import pytest

from canonym.project.files import text_files
from canonym.project.files.text_files import NotText, TextFile, check_text, read_text
from canonym.project.writing.whole_files import write_atomic


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
    monkeypatch.setattr(text_files, "LIMIT", 4)
    assert "no article is" in check_text(path)
    with pytest.raises(NotText, match="is larger than"):
        read_text(path)
