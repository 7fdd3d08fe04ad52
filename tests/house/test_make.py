"""The jobs of the repository: each is one word, and what stands behind it exists."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = sorted(set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE)))
TESTS = re.findall(r"^(test[a-z-]*):", MAKEFILE, re.MULTILINE)
SCRIPTS = sorted(set(re.findall(r"(?:tests|vscode-extension)/[\w/.-]+\.(?:py|sh)", MAKEFILE)))

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="this system has no make")


def run(*command):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_help_lists_every_target():
    listed = run("make", "help")
    assert [target for target in TARGETS if f"make {target} " not in listed] == []


@pytest.mark.parametrize("target", TARGETS)
def test_what_a_target_would_do_can_be_told(target):
    assert run("make", "--dry-run", target)


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_of_the_makefile_exists(script):
    assert (ROOT / script).is_file()


def test_ci_runs_every_target_that_must_hold():
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    steps = re.findall(r"^step .* make ([a-z-]+)(?: [A-Z]+=\d+)*$", ci, re.MULTILINE)
    assert sorted(steps) == sorted(["check", "fuzz", *TESTS])
    run("bash", "-n", ".ci/run")
