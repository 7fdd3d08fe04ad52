"""``canonym cache`` shows what is kept, and clears it."""

import json
import os
import sys
from pathlib import Path

import pytest

from cli.running import canonym, write

TERMBASE = '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n' + "".join(
    f'[[name]]\npreferred = "Name number {number}"\n' for number in range(500)
)
DRAFTS = {"a.txt": "Punjir\n", "b.txt": "Panjshir\n"}
BOUND = "holds at most 2.0 GB"

pytestmark = pytest.mark.usefixtures("user_cache")


@pytest.fixture
def project(tmp_path) -> Path:
    """A project in which drafts were checked."""
    return checked(tmp_path / "project")


def checked(folder: Path, *more: str) -> Path:
    write(folder, {"termbase.toml": TERMBASE, **DRAFTS, **dict.fromkeys(more, "in the way")})
    assert canonym("check", ".", cwd=folder).code == 1
    return folder


def shown(cwd: Path, *arguments: object) -> list[dict[str, object]]:
    done = canonym("cache", "show", "--format", "json", *arguments, cwd=cwd)
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_nothing_is_kept(tmp_path, user_cache):
    done = canonym("cache", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("nothing is kept\n")
    assert BOUND in done.out
    assert not user_cache.exists()
    assert canonym("cache", "clear", cwd=tmp_path).out == "cleared 0 folders, 0 bytes\n"


def test_what_a_project_keeps(project):
    (one,) = shown(project)
    assert (one["directory"], one["place"]) == (str(project), str(project / ".canonym"))
    assert (one["indexes"], one["drafts"]) == (1, 2)
    out = canonym("cache", cwd=project).out
    assert [line.split() for line in out.splitlines()[:1]] == ["last used size indexes drafts of".split()]
    assert f"{project} (in {project / '.canonym'})" in out
    assert BOUND in out


def test_what_is_cleared_comes_again(project, user_cache):
    before = canonym("check", ".", cwd=project)
    assert canonym("cache", "clear", cwd=project).out.startswith("cleared 1 folder, ")
    assert not (project / ".canonym").exists()
    assert shown(project) == []
    assert canonym("check", ".", cwd=project) == before
    assert len(shown(project)) == 1
    assert not user_cache.exists()


def test_the_users_cache_and_the_project_are_cleared_together_or_alone(project, tmp_path):
    guest = checked(tmp_path / "guest", ".canonym")
    assert [one["directory"] for one in shown(project)] == [str(project), str(guest)]
    assert [one["directory"] for one in shown(tmp_path, "--project", guest)] == [str(guest)]
    assert canonym("cache", "clear", "--project", guest / "a.txt", cwd=tmp_path).code == 0
    assert [one["directory"] for one in shown(project)] == [str(project)]
    checked(guest)
    assert canonym("cache", "clear", cwd=project).out.startswith("cleared 2 folders, ")
    assert shown(project) == []


def test_what_is_kept_of_a_project_that_is_gone_is_cleared_by_its_name(tmp_path):
    guest = checked(tmp_path / "guest", ".canonym")
    guest.rename(tmp_path / "gone")
    assert len(shown(tmp_path)) == 1
    assert canonym("cache", "clear", "--project", guest, cwd=tmp_path).out.startswith("cleared 1 folder, ")
    assert shown(tmp_path) == []


def test_beside_a_termbase_of_the_command_line(tmp_path):
    write(tmp_path, {"a/names.toml": TERMBASE, **{f"b/{name}": text for name, text in DRAFTS.items()}})
    canonym("check", "--isolated", "--termbase", "a/names.toml", "b", cwd=tmp_path)
    assert [one["indexes"] for one in shown(tmp_path, "--project", "a")] == [1]
    assert shown(tmp_path, "--project", "b") == []


def test_older_than(project, tmp_path):
    guest = checked(tmp_path / "guest", ".canonym")
    (of,) = (tmp_path / "home").rglob("of")
    os.utime(of, (1e9, 1e9))
    assert [one["directory"] for one in shown(project, "--older-than", "30")] == [str(guest)]
    assert canonym("cache", "clear", "--older-than", "30", cwd=project).code == 0
    assert [one["directory"] for one in shown(project)] == [str(project)]


@pytest.mark.parametrize("days", ["-1", "x", "nan", "inf"])
def test_a_number_of_days_that_is_none(tmp_path, days):
    done = canonym("cache", "clear", f"--older-than={days}", cwd=tmp_path)
    assert done.code == 2
    assert f"expected a number of days, got '{days}'" in done.err


def test_broken_settings_keep_nobody_from_clearing(project):
    (project / "canonym.toml").write_text("corpus = [\n")
    assert canonym("cache", "clear", cwd=project).code == 0
    assert not (project / ".canonym").exists()


def test_what_cannot_be_cleared_is_reported_and_not_counted(project, tmp_path):
    guest = checked(tmp_path / "guest", ".canonym")
    (project / ".canonym/index/a folder.index").mkdir()
    done = canonym("cache", "clear", cwd=project)
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert done.out.startswith("cleared 1 folder, ")
    assert [one["directory"] for one in shown(tmp_path, "--project", guest)] == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("action", ["show", "clear"])
def test_a_link_is_reported_and_left_alone(project, tmp_path, action):
    (project / ".canonym").rename(tmp_path / "victim")
    (project / ".canonym").symlink_to("../victim")
    done = canonym("cache", action, cwd=project)
    assert done.code == 0
    assert done.err == f"canonym: {project / '.canonym'} is a link; it is left alone\n"
    assert list((tmp_path / "victim").rglob("*.index"))
