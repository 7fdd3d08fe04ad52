"""The command behind ``make fuzz``: figures where all holds, and the example where a law breaks."""

import os
import re
import subprocess
import sys
from pathlib import Path

RUN = Path(__file__).with_name("run.py")
BROKEN = """\
import yaml

def parse(*_, **__):
    raise RuntimeError("no such letter")

yaml.parse = parse
"""


def fuzz(*arguments: object, cwd: Path, env: dict[str, str] | None = None):
    return subprocess.run(
        [sys.executable, str(RUN), *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def test_a_seed_draws_the_same_examples_and_figures_are_told(tmp_path):
    runs = [fuzz("--drafts", 24, "--own", 14, "--seed", 3, "--jobs", jobs, cwd=tmp_path) for jobs in (1, 2)]
    assert [(run.returncode, run.stderr) for run in runs] == [(0, ""), (0, "")]
    # A cached outcome and an index hold times of files: what damages one of them may not damage the next.
    vary = ("of CPU", "  used: ")
    one, other = (
        [line for line in run.stdout.splitlines() if not any(v in line for v in vary)] for run in runs
    )
    assert one == other
    assert {"drafts: 24", "own files: 14", "broken laws: 0"} <= set(one)
    assert list((tmp_path / "build" / "fuzz").iterdir()) == []


def test_what_breaks_a_law_is_kept_and_can_be_run_alone(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(BROKEN, "utf-8")
    broken = {"PYTHONPATH": str(tmp_path)}
    run = fuzz("--drafts", 12, "--own", 0, "--jobs", 1, cwd=tmp_path, env=broken)
    assert run.returncode == 1
    assert "broken laws: 1" in run.stdout
    told = re.search(
        r"^BROKEN yaml: RuntimeError: no such letter\n  make fuzz AGAIN=(.*)$", run.stdout, re.MULTILINE
    )
    assert told is not None, run.stdout
    alone = fuzz("--again", told[1], cwd=tmp_path, env=broken)
    assert (alone.returncode, "no such letter" in alone.stderr) == (1, True)
    assert fuzz("--again", told[1], cwd=tmp_path).stdout == "holds\n"
