"""What is kept of projects: told, cleared, and bounded in the user's cache directory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from canonym.project.cache.cache_entries import clear_own, clear_users, own_entry, users_entries
from canonym.project.cache.cache_limit import BOUND, shrink
from canonym.project.cache.private_folder import Untrusted
from canonym.project.cache.private_places import private_folder, tidy

pytestmark = pytest.mark.usefixtures("user_cache")
posix = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


def keep(project: Path, size: int = 10, part: str = "index", name: str = "a.index") -> Path:
    """Keep a file of a project; return where."""
    folder = private_folder(project, part)
    assert folder is not None
    folder.replace(name, b"x" * size)
    return folder.path / name


def guest(tmp_path: Path, name: str, days: int, size: int = 10) -> Path:
    """A project that has to keep its files in the user's cache directory, and did so some days ago."""
    project = tmp_path / name
    project.mkdir()
    (project / ".canonym").write_text("in the way")
    entry = keep(project, size).parents[1]
    os.utime(entry / "of", (1e9 - 86_400 * days, 1e9 - 86_400 * days))
    return project


def kept() -> list[str]:
    return [Path(entry.directory).name for entry in users_entries()]


def test_nothing_is_kept_and_nothing_made(tmp_path, user_cache):
    assert own_entry(tmp_path) is None
    assert users_entries() == []
    shrink()
    assert not user_cache.exists()


def test_what_a_project_keeps(tmp_path):
    keep(tmp_path, 30)
    keep(tmp_path, 12, "cache", "a.json")
    entry = own_entry(tmp_path)
    assert entry is not None
    assert (entry.place, entry.directory) == (tmp_path / ".canonym", str(tmp_path))
    assert (entry.indexes, entry.drafts, entry.size) == (1, 1, 42)


def test_a_cleared_project_has_no_folder_of_ours(tmp_path):
    keep(tmp_path)
    keep(tmp_path, 10, "cache", "a.json")
    clear_own(tmp_path)
    assert own_entry(tmp_path) is None
    assert not (tmp_path / ".canonym").exists()


@pytest.mark.parametrize("name", ["index/notes.txt", "notes.txt", "locks/a", "index/b.tmp", ".gitignore"])
def test_clearing_leaves_what_is_not_known_to_be_left_over(tmp_path, name):
    keep(tmp_path)
    file = tmp_path / ".canonym" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("somebody's")
    clear_own(tmp_path)
    assert file.read_text() == "somebody's"
    assert not list(tmp_path.rglob("*.index"))


def test_a_file_that_nobody_will_finish_is_cleared(tmp_path):
    keep(tmp_path)
    file = tmp_path / ".canonym" / "index" / "b.tmp"
    file.write_text("half")
    os.utime(file, (0, 0))
    clear_own(tmp_path)
    assert not (tmp_path / ".canonym").exists()


@posix
@pytest.mark.parametrize("name", [".canonym", ".canonym/index", ".canonym/index/a.index", ".canonym/x"])
def test_nothing_is_cleared_where_a_link_stands(tmp_path, name):
    project, victim = tmp_path / "project", tmp_path / "victim"
    (victim / "index").mkdir(parents=True)
    (victim / "a.index").write_text("mine")
    (victim / "index" / "a.index").write_text("mine")
    link = project / name
    link.parent.mkdir(parents=True)
    link.symlink_to(victim)
    with pytest.raises(Untrusted, match=r"\.canonym.* is a link"):
        clear_own(project)
    assert sorted(path.name for path in victim.rglob("*")) == ["a.index", "a.index", "index"]


def test_the_users_cache_tells_whose_each_folder_is_the_oldest_first(tmp_path):
    old, new = guest(tmp_path, "old", days=9, size=5), guest(tmp_path, "new", days=1)
    entries = users_entries()
    assert [entry.directory for entry in entries] == [str(old.resolve()), str(new.resolve())]
    assert [entry.size for entry in entries] == [5, 10]
    clear_users(entries[:1])
    assert kept() == ["new"]
    assert not entries[0].place.exists()


def test_clearing_twice_is_no_mistake(tmp_path):
    guest(tmp_path, "one", days=1)
    entries = users_entries()
    clear_users(entries)
    clear_users(entries)
    assert kept() == []


@pytest.mark.parametrize(
    ("bound", "left"),
    [(30, ["c", "b", "a"]), (29, ["b", "a"]), (20, ["b", "a"]), (19, ["a"]), (5, [])],
)
def test_what_was_least_recently_used_goes_first(tmp_path, bound, left):
    for days, name in enumerate("abc"):
        guest(tmp_path, name, days)
    shrink(bound)
    assert kept() == left


def test_what_is_in_use_stays_whatever_its_size(tmp_path):
    guest(tmp_path, "new", days=0)
    guest(tmp_path, "old", days=9, size=1_000)
    place = next(entry.place for entry in users_entries() if entry.size == 1_000)
    shrink(100, keep=place.name)
    assert kept() == ["old"]


def test_what_is_kept_of_a_directory_that_is_gone_goes_when_nobody_used_it_for_a_month(tmp_path):
    for name in ("there", "gone", "gone just now"):
        guest(tmp_path, name, days=40)
    recent = next(entry.place for entry in users_entries() if entry.directory.endswith("now"))
    (recent / "of").touch()
    for name in ("gone", "gone just now"):
        (tmp_path / name).rename(tmp_path / f"moved {name}")
    shrink()
    assert kept() == ["there", "gone just now"]


def test_use_is_noted(tmp_path):
    project = guest(tmp_path, "one", days=9)
    before = users_entries()[0].used
    assert private_folder(project, "index") is not None
    assert users_entries()[0].used > before


def test_writing_keeps_the_bound(tmp_path):
    for days, name in enumerate("abc"):
        guest(tmp_path, name, days)
    large = next(entry.place for entry in users_entries() if Path(entry.directory).name == "b")
    os.truncate(large / "index" / "a.index", BOUND - 10)  # takes no room on the disk
    project = tmp_path / "a"
    folder = private_folder(project, "index")
    assert folder is not None
    tidy(folder, project)
    assert kept() == ["b", "a"]


def test_locks_stay(tmp_path):
    project = guest(tmp_path, "one", days=1)
    lock = keep(project, 0, "locks", "a.lock")
    clear_users(users_entries())
    assert lock.exists()
    assert kept() == []


def test_processes_at_the_same_time_do_each_other_no_harm(tmp_path):
    projects = [guest(tmp_path, f"p{number}", number) for number in range(12)]
    code = (
        "import sys; from pathlib import Path; from canonym.project.cache.cache_limit import shrink;"
        "from canonym.project.cache.private_places import private_folder\n"
        "for project in map(Path, sys.argv[1:]):\n"
        "    folder = private_folder(project, 'index')\n"
        "    try:\n"
        "        folder and folder.replace('b.index', b'x' * 10)\n"
        "    except FileNotFoundError:\n"  # cleared by another in between
        "        pass\n"
        "    shrink(60)\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, *projects], stderr=subprocess.PIPE) for _ in "abc"
    ]
    assert [process.communicate()[1] for process in running] == [b""] * 3
    assert sum(entry.size for entry in users_entries()) <= 60
