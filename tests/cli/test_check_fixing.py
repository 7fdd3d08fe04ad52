"""Fixing keeps what a file is: encoding, byte order mark, line ends, mode, links; and never half of it."""

import os
import stat
from pathlib import Path

import pytest

from cli.running import canonym, write

TERMBASE = '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n'
ACCENTED = '[[name]]\npreferred = "Pančšir"\ndeprecated = ["Punjir"]\n'


def project(root: Path, draft: bytes, termbase: str = TERMBASE) -> Path:
    """A project with one draft."""
    return write(root, {"termbase.toml": termbase, "a.txt": draft}) / "a.txt"


@pytest.mark.parametrize(
    "draft",
    [
        "Über Punjir.\n".encode(),
        "Über Punjir.".encode(),
        "Über\r\nPunjir.\r\n".encode(),
        "Über\rPunjir.\r".encode(),
        "Über\r\nPunjir\nmixed.\r".encode(),
        "\ufeffÜber Punjir.\n".encode(),
        "\ufeffÜber Punjir.\r\n".encode("utf-16-le"),
        "\ufeffÜber Punjir.\n".encode("utf-16-be"),
        "Les élèves étaient à Punjir, où ils étaient allés à pied.\r\n".encode("cp1252"),
        b"broken \xff\xfe byte, Punjir \xc3.\n" + "äöü".encode(),
    ],
    ids=["lf", "no end", "crlf", "cr", "mixed", "bom", "utf-16-le", "utf-16-be", "cp1252", "broken"],
)
def test_only_the_name_changes(draft: bytes, tmp_path: Path) -> None:
    file = project(tmp_path, draft)
    done = canonym("check", "--fix", "a.txt", cwd=tmp_path)
    assert done.code == 0, done
    old, new = (b"Punjir", b"Panjshir")
    if b"P\x00u" in draft:
        old, new = (text.decode().encode("utf-16-le") for text in (old, new))
    assert file.read_bytes() == draft.replace(old, new)


def test_fixing_twice_changes_nothing_more(tmp_path: Path) -> None:
    file = project(tmp_path, b'Punjir and Punjir\'s. "Punjir"\n')
    canonym("check", "--fix", ".", cwd=tmp_path)
    once, when = file.read_bytes(), file.stat().st_mtime_ns
    done = canonym("check", "--fix", ".", cwd=tmp_path)
    assert file.read_bytes() == once
    assert file.stat().st_mtime_ns == when
    assert "fixed" not in done.out


def test_a_draft_without_fixes_is_not_written(tmp_path: Path) -> None:
    file = project(tmp_path, b"Panjshir\n")
    when = file.stat().st_mtime_ns
    assert canonym("check", "--fix", ".", cwd=tmp_path).code == 0
    assert file.stat().st_mtime_ns == when


def test_an_encoding_that_lacks_the_letters_is_said_and_nothing_written(tmp_path: Path) -> None:
    draft = "Les élèves étaient à Punjir, où ils étaient allés à pied.\n".encode("cp1252")
    file = project(tmp_path, draft, ACCENTED)
    done = canonym("check", "--fix", "a.txt", cwd=tmp_path)
    assert done.code == 2
    assert "has no 'č'; nothing was written" in done.out
    assert file.read_bytes() == draft


def test_the_mode_of_a_file_is_kept(tmp_path: Path) -> None:
    file = project(tmp_path, b"Punjir\n")
    file.chmod(0o640)
    mode = stat.S_IMODE(file.stat().st_mode)
    canonym("check", "--fix", ".", cwd=tmp_path)
    assert file.read_bytes() == b"Panjshir\n"
    assert stat.S_IMODE(file.stat().st_mode) == mode


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file = project(tmp_path, b"Punjir\n")
    link = tmp_path / "link.txt"
    link.symlink_to(file)
    canonym("check", "--fix", "link.txt", cwd=tmp_path)
    assert link.is_symlink()
    assert file.read_bytes() == b"Panjshir\n"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is refused to root")
def test_a_file_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    file = project(tmp_path, b"Punjir\n")
    file.chmod(0o444)
    done = canonym("check", "--fix", ".", cwd=tmp_path)
    assert done.code == 2
    assert "cannot be written" in done.out
    assert file.read_bytes() == b"Punjir\n"


def test_no_trace_is_left_beside_the_draft(tmp_path: Path) -> None:
    project(tmp_path, b"Punjir\n")
    canonym("check", "--fix", "a.txt", cwd=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "termbase.toml"]


def test_the_diff_is_what_git_applies(tmp_path: Path) -> None:
    import subprocess

    file = project(tmp_path, "Über Punjir.\r\nB\nPunjir".encode())
    done = subprocess.run(
        [*command(), "check", "--diff", "a.txt"], cwd=tmp_path, capture_output=True, check=False, timeout=60
    )
    (tmp_path / "patch").write_bytes(done.stdout)
    subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "patch"], cwd=tmp_path, check=True, capture_output=True
    )
    assert file.read_bytes() == "Über Panjshir.\r\nB\nPanjshir".encode()


def command() -> list[str]:
    import sys

    return [sys.executable, "-m", "canonym"]
