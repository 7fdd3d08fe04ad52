"""What killed processes left in private folders goes, and nothing else does."""

import os
import sys

import pytest

from canonym.project.cache.private_folder import PrivateFolder
from canonym.project.cache.unfinished_files import AGE, DAY, sweep
from cli.running import canonym, write

SLACK = 60
"""Seconds that a test may take."""


@pytest.mark.parametrize(
    ("name", "age", "goes"),
    [
        ("f00.json", 9 * DAY, False),
        ("0123.stamp", 9 * DAY, False),
        ("0123.index", 9 * DAY, False),
        ("CACHEDIR.TAG", 9 * DAY, False),
        ("f00.json.00112233aabb.tmp", AGE - SLACK, False),
        ("f00.json.00112233aabb.tmp", AGE + SLACK, True),
        ("0123.stamp.00112233aabb.tmp", AGE + SLACK, True),
        ("00112233aabb.tmp", DAY - SLACK, False),
        ("00112233aabb.tmp", DAY + SLACK, True),
    ],
)
def test_what_nobody_will_finish_goes(tmp_path, name, age, goes):
    path = tmp_path / name
    path.write_bytes(b"half")
    then = path.stat().st_mtime - age
    os.utime(path, (then, then))
    sweep(PrivateFolder(tmp_path))
    assert path.exists() is not goes


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_what_is_no_file_stays(tmp_path):
    (tmp_path / "victim").write_bytes(b"")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.00112233aabb.tmp").symlink_to("../victim")
    (tmp_path / "in/b.00112233aabb.tmp").mkdir()
    os.mkfifo(tmp_path / "in/c.00112233aabb.tmp")
    for path in (tmp_path / "in").iterdir():
        os.utime(path, (1e9, 1e9), follow_symlinks=False)
    sweep(PrivateFolder(tmp_path / "in"))
    assert len(list((tmp_path / "in").iterdir())) == 3
    assert (tmp_path / "victim").exists()


def test_a_check_that_remembers_sweeps(tmp_path):
    termbase = '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n'
    write(tmp_path, {"termbase.toml": termbase, "a.txt": "Punjir\n", "b.txt": "Panjshir\n"})
    left = tmp_path / ".canonym/cache/0a.json.00112233aabb.tmp"
    write(tmp_path, {".canonym/cache/0a.json.00112233aabb.tmp": "half"})
    os.utime(left, (1e9, 1e9))
    assert canonym("check", ".", cwd=tmp_path).code == 1
    assert not left.exists()
    assert len(list(left.parent.glob("*.json"))) == 2
