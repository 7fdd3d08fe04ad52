"""The command line, pinned by directories: arguments and input tree in, output, exit code and tree out.

``cases/<name>/case.toml`` says what is run:

- ``about``: what it shows
- ``tree``: the directory of ``trees/`` that it runs in; files of ``cases/<name>/in/`` are laid over it
- ``args``: the arguments; ``stdin`` and ``env`` are optional, ``{root}`` stands for the directory
- ``exit``: the exit code, 0 when left out

Beside it ``stdout`` and ``stderr`` (none when empty), and below ``out/`` every file that the run
wrote or changed. ``CANONYM_WRITE_GOLDEN=1`` writes them again; read the diff before you commit it.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("cases/*/case.toml"))
WRITE = bool(os.environ.get("CANONYM_WRITE_GOLDEN"))
KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "VIRTUAL_ENV", "LANG")
"""Of the environment; what is left out could change what is printed."""


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, tmp_path: Path) -> None:
    case = tomllib.loads((HERE / "cases" / name / "case.toml").read_text("utf-8"))
    root = tmp_path.resolve()
    lay_out(case, HERE / "cases" / name, root)
    before = contents(root)
    done = run(case, root)
    written = {path: data for path, data in contents(root).items() if before.get(path) != data}
    assert not set(before) - set(contents(root)), "a draft is gone"
    expected = HERE / "cases" / name
    assert done.returncode == case.get("exit", 0), shown(done.stderr, root)
    assert_text(expected / "stdout", shown(done.stdout, root))
    assert_text(expected / "stderr", shown(done.stderr, root))
    assert_tree(expected / "out", {path: shown(data, root) for path, data in written.items()})


def lay_out(case: dict[str, Any], here: Path, root: Path) -> None:
    for source in (HERE / "trees" / case["tree"], here / "in"):
        if source.is_dir():
            shutil.copytree(source, root, dirs_exist_ok=True)


def run(case: dict[str, Any], root: Path) -> "subprocess.CompletedProcess[bytes]":
    environment = {key: os.environ[key] for key in KEPT if key in os.environ}
    environment |= {"COLUMNS": "100", **filled(case.get("env", {}), root)}
    return subprocess.run(
        [sys.executable, "-m", "canonym", *(arg.replace("{root}", str(root)) for arg in case["args"])],
        cwd=root,
        env=environment,
        input=case.get("stdin", "").encode(),
        capture_output=True,
        timeout=60,
        check=False,
    )


def filled(values: dict[str, str], root: Path) -> dict[str, str]:
    return {key: value.replace("{root}", str(root)) for key, value in values.items()}


def contents(root: Path) -> dict[str, bytes]:
    """Every file but the cache, by its path."""
    files = (path for path in root.rglob("*") if path.is_file())
    named = {path.relative_to(root).as_posix(): path for path in files}
    return {name: path.read_bytes() for name, path in named.items() if not name.startswith(".canonym/")}


def shown(data: bytes, root: Path) -> str:
    text = data.decode("utf-8").replace(str(root), "{root}").replace(root.as_posix(), "{root}")
    return text.replace("\r\n", "\n") if os.name == "nt" else text


def assert_text(file: Path, text: str) -> None:
    if WRITE:
        file.unlink(missing_ok=True)
        if text:
            file.write_text(text, "utf-8", newline="")
    expected = file.read_bytes().decode("utf-8") if file.exists() else ""
    assert text == expected


def assert_tree(directory: Path, written: dict[str, str]) -> None:
    if WRITE:
        shutil.rmtree(directory, ignore_errors=True)
        for name, text in written.items():
            (directory / name).parent.mkdir(parents=True, exist_ok=True)
            (directory / name).write_text(text, "utf-8", newline="")
    expected = {name: data.decode("utf-8") for name, data in contents(directory).items()}
    assert written == expected


def test_there_are_cases() -> None:
    assert len(CASES) > 40
