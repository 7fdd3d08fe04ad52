"""Where our own files lie: in the project if that is ours and plain, else in the user's cache directory."""

import os
import sys
from pathlib import Path

import pytest

from canonym.project.cache.private_folder import PrivateFolder, Untrusted
from canonym.project.cache.private_places import private_folder, private_folders, why_elsewhere

pytestmark = pytest.mark.usefixtures("user_cache")
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows asks for more than the user may do")
CACHE_HOMES = ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME")


@pytest.fixture
def project(tmp_path) -> Path:
    path = tmp_path / "project"
    path.mkdir()
    return path


@pytest.fixture
def victim(tmp_path) -> Path:
    """A folder of somebody's with a file in it."""
    path = tmp_path / "victim"
    path.mkdir()
    (path / "kept.txt").write_text("mine")
    return path


def where(project: Path, part: str = "index") -> Path:
    folder = private_folder(project, part)
    assert folder is not None
    return folder.path


def test_in_a_plain_project_it_is_in_the_project_and_git_passes_it_over(project, user_cache):
    assert where(project) == project / ".canonym" / "index"
    assert (project / ".canonym" / ".gitignore").read_text() == "*\n"
    assert where(project) == project / ".canonym" / "index"
    assert why_elsewhere(project, "index") == ""
    assert not user_cache.exists()


def test_who_only_looks_makes_nothing(project, user_cache):
    assert list(private_folders(project, "index")) == []
    assert list(project.iterdir()) == []
    assert not user_cache.exists()


def test_what_a_person_wrote_there_stays(project):
    (project / ".canonym").mkdir()
    (project / ".canonym" / ".gitignore").write_text("# mine\n")
    assert where(project) == project / ".canonym" / "index"
    assert (project / ".canonym" / ".gitignore").read_text() == "# mine\n"


@posix
@pytest.mark.parametrize(
    "name", [".canonym", ".canonym/index", ".canonym/.gitignore", ".canonym/index/x.index"]
)
@pytest.mark.parametrize("target", ["victim", "victim/kept.txt", "nowhere"])
def test_a_link_is_passed_by(project, victim, user_cache, name, target):
    link = project / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(os.path.relpath(victim.parent / target, link.parent))
    assert where(project).is_relative_to(user_cache)
    assert why_elsewhere(project, "index").startswith(f"{link} is a link, so the user's cache")
    assert sorted(victim.rglob("*")) == [victim / "kept.txt"]
    assert not (victim.parent / "nowhere").exists()


@posix
@pytest.mark.parametrize("name", [".canonym", ".canonym/index", ".canonym/index/x.index"])
def test_a_pipe_is_passed_by_and_not_waited_for(project, user_cache, name):
    pipe = project / name
    pipe.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(pipe)
    assert where(project).is_relative_to(user_cache)
    assert str(pipe) in why_elsewhere(project, "index")


@pytest.mark.parametrize("name", [".canonym", ".canonym/index"])
def test_a_file_in_place_of_a_folder_is_passed_by(project, user_cache, name):
    file = project / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("in the way")
    assert where(project).is_relative_to(user_cache)
    assert file.read_text() == "in the way"


def test_a_folder_in_place_of_a_file_is_passed_by(project, user_cache):
    (project / ".canonym" / "index" / "x.index").mkdir(parents=True)
    assert where(project).is_relative_to(user_cache)


@posix
def test_a_link_in_another_part_harms_this_one_not(project, victim):
    (project / ".canonym" / "cache").mkdir(parents=True)
    (project / ".canonym" / "cache" / "x.json").symlink_to(victim / "kept.txt")
    assert where(project, "index") == project / ".canonym" / "index"


@posix
@pytest.mark.parametrize("name", [".", ".canonym", ".canonym/index"])
def test_where_it_is_read_only_or_another_users_the_users_cache_serves(project, user_cache, name, request):
    folder = project / name
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o555)
    request.addfinalizer(lambda: folder.chmod(0o755))
    assert where(project).is_relative_to(user_cache)
    assert why_elsewhere(project, "index") == ""


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("name", [".", ".canonym", ".canonym/index"])
def test_where_it_belongs_to_another_user_the_users_cache_serves(project, user_cache, name):
    folder = project / name
    folder.mkdir(parents=True, exist_ok=True)
    os.chown(folder, 12345, 12345)
    assert where(project).is_relative_to(user_cache)
    assert why_elsewhere(project, "index") == ""


@posix
def test_what_lies_in_a_read_only_project_is_read_from_there(project, user_cache, request):
    folder = private_folder(project, "index")
    assert folder is not None
    folder.replace("a.index", b"made before")
    folder.path.chmod(0o555)
    request.addfinalizer(lambda: folder.path.chmod(0o755))
    assert [one.path for one in private_folders(project, "index")] == [folder.path]
    assert where(project).is_relative_to(user_cache)


@posix
def test_nobody_else_looks_into_the_users_cache(project, user_cache):
    (project / ".canonym").write_text("in the way")
    os.umask(os.umask(0o022))
    place = where(project)
    (canonym,) = user_cache.iterdir()
    canonym.chmod(0o755)
    assert where(project) == place
    folders = [place, *(one for one in place.parents if one.is_relative_to(canonym))]
    assert {oct(one.stat().st_mode & 0o777) for one in folders} == {"0o700"}


def test_each_project_has_its_own_place_in_the_users_cache(project, tmp_path):
    other = tmp_path / "other"
    for one in (project, other):
        one.mkdir(exist_ok=True)
        (one / ".canonym").write_text("in the way")
    assert where(project) != where(other)
    named = (where(project).parent / "of").read_bytes()
    assert os.fsdecode(named) == str(project.resolve())


def test_without_any_place_there_is_none(project, user_cache):
    (project / ".canonym").write_text("in the way")
    user_cache.write_text("in the way as well")
    assert private_folder(project, "index") is None


@posix
def test_without_a_home_nothing_is_made_in_the_current_directory(project, monkeypatch, tmp_path):
    (project / ".canonym").write_text("in the way")
    for name in CACHE_HOMES:
        monkeypatch.delenv(name)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert private_folder(project, "index") is None
    assert sorted(tmp_path.rglob("*")) == before


@posix
@pytest.mark.parametrize("mode", ["rb", "ab", "xb"])
def test_no_file_is_opened_through_a_link_that_came_later(project, victim, mode):
    folder = private_folder(project, "locks")
    assert folder is not None
    (folder.path / "a").symlink_to(victim / "kept.txt")
    with pytest.raises(OSError, match=r"link|exists"):
        folder.open("a", mode)
    folder.replace("a", b"ours")
    assert (victim / "kept.txt").read_text() == "mine"
    assert (folder.path / "a").read_text() == "ours"


@posix
def test_a_folder_that_another_took_the_place_of_is_still_the_one_that_was_opened(project, victim):
    folder = private_folder(project, "index")
    assert folder is not None
    folder.path.rename(project / "moved")
    folder.path.symlink_to(victim)
    folder.replace("kept.txt", b"ours")
    folder.remove("kept.txt")
    assert (victim / "kept.txt").read_text() == "mine"


@posix
def test_a_hard_link_is_parted_from_what_it_shares_and_never_written_through(project, victim):
    folder = private_folder(project, "index")
    assert folder is not None
    (folder.path / "a").hardlink_to(victim / "kept.txt")
    folder.replace("a", b"ours")
    assert (victim / "kept.txt").read_text() == "mine"


@posix
def test_a_lock_is_never_a_file_of_another_name(project, victim, user_cache):
    for part in ("locks", "index"):
        (project / ".canonym" / part).mkdir(parents=True)
        (project / ".canonym" / part / "a").hardlink_to(victim / "kept.txt")
    assert where(project, "locks").is_relative_to(user_cache)
    assert "is a file of another name as well, so the user's" in why_elsewhere(project, "locks")
    assert where(project, "index") == project / ".canonym" / "index"


@posix
def test_a_pipe_that_came_later_is_not_waited_for(project):
    folder = private_folder(project, "index")
    assert folder is not None
    os.mkfifo(folder.path / "a")
    with pytest.raises(Untrusted, match="is no regular file"):
        folder.read("a")


def test_a_file_that_nobody_can_have_written_is_not_read(project):
    folder = private_folder(project, "index")
    assert folder is not None
    folder.create("a.stamp", b"")
    os.truncate(folder.path / "a.stamp", 1 << 40)  # takes no room on the disk
    with pytest.raises(Untrusted, match="is too large"):
        folder.read("a.stamp")


def test_a_scratch_file_leaves_nothing(project):
    folder = PrivateFolder(project)
    with folder.scratch() as file:
        file.write(b"aside")
        file.seek(0)
        assert file.read() == b"aside"
    assert folder.names() == []
