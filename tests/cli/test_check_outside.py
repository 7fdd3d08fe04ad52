"""Nothing is written where only a link, or a setting, leads out of what the command line names."""

import os
import sys

import pytest

from cli.running import canonym, write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
TERMBASE = '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n'
WRONG, RIGHT = "In Punjir.\n", "In Panjshir.\n"


@pytest.fixture
def clone(tmp_path):
    """A cloned repository whose drafts and files of ours are links to a victim beside it."""
    write(tmp_path, {"clone/termbase.toml": TERMBASE, "clone/d/own.txt": WRONG, "victim.txt": WRONG})
    write(tmp_path, {"clone/other/far.txt": WRONG})
    (tmp_path / "clone/d/link.txt").symlink_to("../../victim.txt")
    (tmp_path / "clone/d/within.txt").symlink_to("../other/far.txt")
    return tmp_path / "clone"


def text(clone, name: str) -> str:
    return (clone / name).read_text("utf-8")


@pytest.mark.parametrize(
    ("fix", "answers"), [("--fix", b""), ("--unsafe-fixes", b""), ("--interactive", b"y\ny\ny\ny\n")]
)
def test_a_draft_is_not_written_through_a_link_out_of_the_named_folders(clone, fix, answers):
    done = canonym("check", fix, "d", cwd=clone, stdin=answers)
    assert done.code == 2
    for name in ("link.txt", "within.txt"):
        assert f"d/{name}" in done.out
    assert done.out.count("outside of what may be written (see --allow-outside)") == 2
    assert (text(clone, "d/own.txt"), text(clone, "../victim.txt")) == (RIGHT, WRONG)
    assert text(clone, "other/far.txt") == WRONG


@pytest.mark.parametrize("paths", [["d/link.txt"], ["d/*.txt"], ["--files-from", "list"], ["d", "other"]])
def test_naming_the_link_names_the_folder_that_it_stands_in(clone, paths):
    write(clone, {"list": "d/link.txt\n"})
    assert canonym("check", "--fix", *paths, cwd=clone).code == 2
    assert text(clone, "../victim.txt") == WRONG
    assert (text(clone, "other/far.txt") == RIGHT) is ("other" in paths)


@pytest.mark.parametrize("arguments", [["--allow-outside", "d"], ["d", ".."], ["..", "."]])
def test_a_command_line_that_says_so_is_obeyed(clone, arguments):
    assert "outside" not in canonym("check", "--fix", *arguments, cwd=clone).out
    assert text(clone, "../victim.txt") == RIGHT
    assert (clone / "d/link.txt").is_symlink()


def test_checking_alone_reads_links(clone):
    done = canonym("check", "--format", "concise", "d", cwd=clone)
    assert (done.code, done.out.count("Punjir")) == (1, 3)


def test_a_link_to_a_folder_is_not_walked_and_may_be_named(clone):
    (clone / "d/folder").symlink_to("../other")
    canonym("check", "--fix", "d", cwd=clone)
    assert text(clone, "other/far.txt") == WRONG
    assert canonym("check", "--fix", "d/folder", cwd=clone).code == 0
    assert text(clone, "other/far.txt") == RIGHT


# Decisions.


def decide(clone, *arguments) -> tuple[int, str]:
    done = canonym("check", "--interactive", "d/own.txt", *arguments, cwd=clone, stdin=b"a\n")
    return done.code, done.err


def test_a_decision_is_not_written_through_a_link_out_of_the_project(clone):
    (clone / "termbase.toml").rename(clone.parent / "house.toml")
    (clone / "termbase.toml").symlink_to("../house.toml")
    code, said = decide(clone)
    assert code == 2
    assert "outside of what may be written (see --allow-outside); nothing was noted" in said
    assert text(clone, "../house.toml") == TERMBASE
    assert decide(clone, "--allow-outside") == (0, "")
    assert 'admitted = ["Punjir"]' in text(clone, "../house.toml")
    assert (clone / "termbase.toml").is_symlink()


def test_a_termbase_of_the_settings_outside_of_the_project_is_not_written(clone):
    (clone / "termbase.toml").rename(clone.parent / "house.toml")
    write(clone, {"canonym.toml": 'termbase = ["../house.toml"]\n'})
    code, said = decide(clone)
    assert code == 2
    assert "house.toml: lies outside of what may be written (see --allow-outside); nothing was noted" in said
    assert text(clone, "../house.toml") == TERMBASE
    assert decide(clone, "--termbase", "../house.toml") == (0, "")
    assert 'admitted = ["Punjir"]' in text(clone, "../house.toml")


def test_one_decision_that_cannot_be_written_costs_no_other_answer(clone):
    (clone / "termbase.toml").rename(clone.parent / "elsewhere.toml")
    (clone / "termbase.toml").symlink_to("../elsewhere.toml")
    write(clone, {"d/own.txt": "In Punjir.\n\nTo Punjir.\n"})
    done = canonym("check", "--interactive", "d/own.txt", cwd=clone, stdin=b"a\ny\n")
    assert (done.code, "nothing was noted" in done.err) == (2, True)
    assert text(clone, "d/own.txt") == "In Punjir.\n\nTo Panjshir.\n"
    assert done.out.count("d/own.txt:1:4: error deprecated-term") == 2  # asked, and left
    assert "\ntermbase.toml: error: is a link" in done.out


def test_a_draft_that_cannot_be_written_is_reported_after_a_decision_too(clone):
    write(clone, {"d/own.txt": "In Panjshyr.\n", "termbase.toml": TERMBASE.replace('r"]', 'r", "Panjshyr"]')})
    done = canonym("check", "--interactive", "d", cwd=clone, stdin=b"y\na\n")
    assert 'admitted = ["Panjshyr"]' in text(clone, "termbase.toml")
    assert (done.code, done.out.count("outside of what may be written")) == (2, 1)


# Reports and baselines.


@pytest.mark.parametrize("target", ["../victim.txt", "../none.txt"])
@pytest.mark.parametrize("option", ["--output", "--baseline"])
def test_a_link_in_the_place_of_a_report_or_baseline_is_not_written_through(clone, target, option):
    (clone / "report.json").symlink_to(target)
    earlier = "[]\n" if option == "--output" else '{"version": 1, "findings": []}'
    write(clone.parent, {"victim.txt": earlier})
    arguments = (
        ["--output", "json:report.json"]
        if option == "--output"
        else ["--update-baseline", "--baseline", "report.json"]
    )
    before = sorted(path.name for path in clone.parent.iterdir())
    done = canonym("check", "other", *arguments, cwd=clone)
    assert done.code == 2
    assert "outside of what may be written (see --allow-outside)" in done.err
    assert sorted(path.name for path in clone.parent.iterdir()) == before
    assert "Punjir" not in text(clone, "../victim.txt")
    assert canonym("check", "other", *arguments, "--allow-outside", cwd=clone).code < 2
    assert "Punjir" in text(clone, target)


@pytest.mark.parametrize("kind", ["fifo", "device", "folder"])
def test_a_baseline_that_is_no_file_is_not_written(clone, kind):
    path = clone / "known"
    if kind == "folder":
        path.mkdir()
    elif kind == "device":
        path.symlink_to(os.devnull)
    else:
        os.mkfifo(path)
    arguments = ("--update-baseline", "--baseline", "known", "--allow-outside")
    done = canonym("check", "other", *arguments, cwd=clone)
    assert (done.code, done.out) == (2, "")
    assert ("known" in done.err) if kind == "folder" else ("no device, FIFO or pipe" in done.err)


def test_init_writes_through_no_link_and_names_no_option_that_it_lacks(clone):
    (clone / "canonym.toml").symlink_to("../new.toml")
    done = canonym("init", cwd=clone)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("canonym: canonym.toml: is a link to ")
    assert done.err.endswith("new.toml, which lies outside of what may be written\n")
    assert not (clone.parent / "new.toml").exists()
