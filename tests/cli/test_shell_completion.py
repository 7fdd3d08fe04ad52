"""Completion scripts name every command and option, and real shells take them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from canonym.cli.main import COMMANDS, main
from canonym.cli.shell_completion import SHELLS


def script(shell: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["completion", shell]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_names_every_command_and_the_options_of_check(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = script(shell, capsys)
    assert all(command in text for command in COMMANDS)
    assert all(option in text for option in ("update-baseline", "unsafe-fixes", "sarif", "fail-on"))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_takes_it(shell: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"there is no {shell} here")
    file = tmp_path / "script"
    file.write_text(script(shell, capsys), encoding="utf-8")
    done = subprocess.run([program, "-n", str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["canonym", "che"], ["check"]),
        (["canonym", "check", "--fi"], ["--files-from", "--fix"]),
        (["canonym", "check", "--format", "sa"], ["sarif"]),
    ],
)
def test_bash_completes(
    words: list[str], wanted: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "script"
    file.write_text(script("bash", capsys), encoding="utf-8")
    line = " ".join(words)
    ask = (
        f"source '{file.as_posix()}'; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; COMP_LINE='{line}';"
        f" COMP_POINT={len(line)}; COMPREPLY=(); f=$(complete -p canonym | sed 's/.*-F \\([^ ]*\\).*/\\1/');"
        f" $f canonym '{words[-1]}' '{words[-2]}'; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
    done = subprocess.run([str(shutil.which("bash")), "-c", ask], capture_output=True, text=True, check=False)
    assert sorted(done.stdout.split()) == wanted, done.stderr


def test_an_unknown_shell_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "cmd"]) == 2
    assert "bash" in capsys.readouterr().err
