"""Where ``canonym learn`` writes: a device or pipe is written through, and settings lead nowhere else."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from cli.running import canonym, write

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such devices, pipes and links")
LEARNED = "termbase.learned.jsonl"
ARTICLE = "On Monday Caterina Ferrante opened the fair in Lisbon. Then Caterina Ferrante left.\n"


@pytest.fixture
def clone(tmp_path):
    return write(tmp_path, {"clone/a/one.txt": ARTICLE, "clone/a/two.txt": ARTICLE}) / "clone"


def is_learned(data: bytes) -> bool:
    """Whether these are the records that the header counts, and nothing else."""
    header, *records = map(json.loads, data.decode().splitlines())
    return header["canonym"] == 2 and header["records"] == len(records) > 0


def learn(clone, *arguments):
    return canonym("learn", "a", "--jobs", "1", *arguments, cwd=clone)


@posix
def test_a_device_is_written_through_and_stays_one(clone):
    device = clone / "null"
    try:
        os.mknod(device, 0o666 | stat.S_IFCHR, Path(os.devnull).stat().st_rdev)
    except PermissionError:
        device = Path(os.devnull)
    done = learn(clone, "-o", device)
    assert (done.code, done.err) == (0, "")
    assert stat.S_ISCHR(device.stat().st_mode)


@posix
def test_a_fifo_is_written_through_and_stays_one(clone):
    os.mkfifo(clone / "pipe")
    heard = []
    reader = Thread(target=lambda: heard.append((clone / "pipe").read_bytes()))
    reader.start()
    assert learn(clone, "--quiet", "-o", "pipe").code == 0
    reader.join(timeout=30)
    assert is_learned(heard[0])
    assert (clone / "pipe").is_fifo()


@posix
def test_standard_output_has_what_was_learned_and_nothing_else(clone):
    done = learn(clone, "-o", "/dev/stdout")
    assert done.code == 0
    assert is_learned(done.out.encode())
    assert "written to /dev/stdout" in done.err


@posix
def test_what_a_shell_puts_in_the_place_of_a_command_is_written_through(clone):
    script = '"$0" -m canonym learn a --quiet -o >(cat >heard); wait'
    subprocess.run(["bash", "-c", script, sys.executable], cwd=clone, capture_output=True, check=False)
    assert is_learned((clone / "heard").read_bytes())


@pytest.mark.parametrize("learned", ["../x.jsonl", "../../x.jsonl", "a/../../x.jsonl", "{root}/x.jsonl"])
def test_settings_lead_nowhere_out_of_their_folder(clone, learned):
    write(clone, {"canonym.toml": f"learned = '{learned.format(root=clone.parent.as_posix())}'\n"})
    before = {path.name for path in clone.parent.iterdir()}
    done = learn(clone)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith("x.jsonl: lies outside of what may be written (see --allow-outside)\n")
    assert {path.name for path in clone.parent.iterdir()} == before


def test_settings_may_lead_elsewhere_in_their_folder(clone):
    write(clone, {"canonym.toml": "learned = 'a/../deep/x.jsonl'\n", "deep/other": ""})
    assert learn(clone).code == 0
    assert is_learned((clone / "deep/x.jsonl").read_bytes())


@pytest.mark.parametrize("arguments", [["--allow-outside"], ["-o", "../x.jsonl"]])
def test_a_command_line_that_says_so_is_obeyed(clone, arguments):
    write(clone, {"canonym.toml": "learned = '../x.jsonl'\n"})
    assert learn(clone, *arguments).code == 0
    assert is_learned((clone.parent / "x.jsonl").read_bytes())


@posix
@pytest.mark.parametrize("output", [[], ["-o", LEARNED], ["-o", "./a/../" + LEARNED]])
@pytest.mark.parametrize("victim", ['{"canonym":1,"articles":0,"records":0}\n', "", None])
def test_a_link_that_leads_out_is_not_written_through(clone, output, victim):
    if victim is not None:
        write(clone.parent, {"victim": victim})
    (clone / LEARNED).symlink_to("../victim")
    done = learn(clone, *output)
    assert (done.code, "(see --allow-outside)" in done.err) == (2, True)
    assert (clone.parent / "victim").exists() is (victim is not None)
    assert victim is None or (clone.parent / "victim").read_text() == victim
    assert learn(clone, *output, "--allow-outside").code == 0
    assert is_learned((clone.parent / "victim").read_bytes())


@posix
@pytest.mark.parametrize("learned", ["/dev/null", "pipe", "a"])
def test_settings_name_a_regular_file(clone, learned):
    os.mkfifo(clone / "pipe")
    write(clone, {"canonym.toml": f"learned = '{learned}'\n"})
    done = learn(clone, "--allow-outside")
    assert (done.code, done.out, "Traceback" in done.err) == (2, "", False)
    assert (clone / "pipe").is_fifo()
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
