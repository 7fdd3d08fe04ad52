"""The command as a whole: help, mistakes, and ways to end."""

import os
import signal
import subprocess
import sys

import pytest

from canonym import __version__
from canonym.cli.main import COMMANDS
from cli.running import canonym, write


def test_the_version(tmp_path):
    assert canonym("--version", cwd=tmp_path) == (0, f"canonym {__version__}\n", "")


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_names_every_command(tmp_path, arguments):
    code, out, err = canonym(*arguments, cwd=tmp_path)
    assert (code, err) == (0, "")
    assert [command for command in COMMANDS if f"\n    {command}" not in out] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_its_help(tmp_path, command):
    code, out, err = canonym(command, "--help", cwd=tmp_path)
    assert (code, err) == (0, "")
    assert out.startswith(f"usage: canonym {command}")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chekc"], "canonym: unknown command 'chekc'; did you mean 'check'?\n"),
        (["xyz"], f"canonym: unknown command 'xyz'; known are {', '.join(COMMANDS)}\n"),
    ],
)
def test_a_command_that_there_is_not(tmp_path, arguments, message):
    assert canonym(*arguments, cwd=tmp_path) == (2, "", message)


@pytest.mark.parametrize(
    "arguments", [["init", "--nope"], ["--nope"], ["learn", "--jobs", "two"], ["config", "x"]]
)
def test_wrong_usage_is_two(tmp_path, arguments):
    code, out, err = canonym(*arguments, cwd=tmp_path)
    assert (code, out) == (2, "")
    assert "error: " in err


def test_settings_that_cannot_be_used_are_one_line_and_two(tmp_path):
    write(tmp_path, {"canonym.toml": "\ncorpse = []"})
    assert canonym("config", cwd=tmp_path) == (
        2,
        "",
        f"canonym: {tmp_path / 'canonym.toml'}:2: corpse: unknown key; did you mean 'corpus'?\n",
    )


def test_names_in_any_script_come_out_whatever_the_locale(tmp_path):
    write(tmp_path, {"canonym.toml": "exclude = ['Масуд', 'é']"})
    env = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    code, out, err = canonym("config", cwd=tmp_path, env=env)
    assert (code, err) == (0, "")
    assert '"Масуд", "é"' in out


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and signals are another matter there")
def test_a_reader_that_goes_away_gets_no_complaint(tmp_path):
    read, written = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "canonym", "config", "--schema", "termbase"],
        cwd=tmp_path,
        stdout=written,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(written)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and signals are another matter there")
def test_an_interrupt_is_no_mistake(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-m", "canonym", "learn", "-"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        # More than a pipe holds: when this returns, the process is reading its list.
        running.stdin.write(b"gone.txt\n" * 100_000)
        running.stdin.flush()
        running.send_signal(signal.SIGINT)
        running.stdin.close()
        assert running.wait(60) == 130
        assert running.stderr.read() == b""


def test_only_the_command_that_runs_is_imported(tmp_path):
    code = (
        "import sys; from canonym.__main__ import main; main(['init']);"
        "print(sorted(m for m in sys.modules if m.startswith(('canonym.cli.', 'canonym.lsp', 'pygls'))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "['canonym.cli.common', 'canonym.cli.init', 'canonym.cli.main']"
