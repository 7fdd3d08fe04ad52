"""What stands ready for other people's tools is judged by those tools' own schemas and linters."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from canonym import __version__
from canonym.cli.main import build_parser
from canonym.text.formats import FORMATS
from cli.running import write

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SECTION = README.partition("\n## In CI\n")[2].partition("\n## ")[0]
SNIPPETS = [match[1] for match in re.finditer(r"```yaml\n(.*?)```", SECTION, re.DOTALL)]
COMMANDS = re.findall(r"canonym (check[^|\n`]*)", SECTION + (ROOT / "action.yml").read_text(encoding="utf-8"))


HADOLINT = shutil.which("hadolint", path=str(Path(sys.executable).parent))
BASH = shutil.which("bash") if os.name != "nt" else None


def judged(schema: str, file: Path) -> None:
    """Have a file judged by a schema that check-jsonschema carries; no network."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def snippet(word: str, tmp_path: Path, name: str) -> Path:
    """The snippet of the README that holds ``word``, as a file."""
    (text,) = (one for one in SNIPPETS if word in one)
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return file


def test_the_action_is_one() -> None:
    judged("vendor.github-actions", ROOT / "action.yml")


@pytest.mark.skipif(BASH is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("arguments", "paths", "code"),
    [("", ".", 1), ("--exit-zero\n\n--quiet\n", "a b.txt\nclean.txt\n", 0), ("--select\nterm-form", ".", 0)],
)
def test_the_step_of_the_action_runs(arguments: str, paths: str, code: int, tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "termbase.toml": '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n',
            "a b.txt": "Punjir\n",
            "clean.txt": "Panjshir\n",
        },
    )
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (script,) = (step["run"] for step in action["runs"]["steps"] if step.get("id") == "check")
    environment = {
        **os.environ,
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
        "CANONYM_ARGS": arguments,
        "CANONYM_PATHS": paths,
        "CANONYM_SARIF": "out/canonym.sarif",
        "GITHUB_OUTPUT": str(tmp_path / "outputs"),
    }
    command = [str(BASH), "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "outputs").read_text() == f"exit-code={code}\n"
    results = json.loads((tmp_path / "out/canonym.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert len(results) == (0 if "term-form" in arguments else 1)


def test_the_workflow_of_the_readme_is_one_and_knows_the_action(tmp_path: Path) -> None:
    file = snippet("runs-on", tmp_path, "names.yml")
    judged("vendor.github-workflows", file)
    step = yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"]["canonym"]["steps"][1]
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert set(step["with"]) <= set(action["inputs"])


def test_the_gitlab_job_of_the_readme_is_one(tmp_path: Path) -> None:
    judged("vendor.gitlab-ci", snippet("artifacts", tmp_path, ".gitlab-ci.yml"))


@pytest.mark.parametrize(
    ("command", "name"), [("validate-manifest", ".pre-commit-hooks.yaml"), ("validate-config", "")]
)
def test_pre_commit_takes_our_hooks_and_the_snippet(command: str, name: str, tmp_path: Path) -> None:
    file = ROOT / name if name else snippet("hooks:", tmp_path, ".pre-commit-config.yaml")
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", command, str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hooks_take_every_format_of_prose() -> None:
    suffixes = {
        suffix for one in FORMATS.values() if not one.keyed for suffix in one.suffixes if suffix[0] == "."
    }
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")):
        assert all(re.search(hook["files"], f"drafts/a{suffix}") for suffix in suffixes)
        assert re.search(hook["files"], "drafts/A.TXT")
        assert set(re.search(r"\((?!\?)(.*?)\)", hook["files"])[1].split("|")) == {s[1:] for s in suffixes}


@pytest.mark.parametrize(
    "name", ["termbase.toml", "termbase.learned.jsonl", "canonym.toml", "a.py", "b.json", "txt"]
)
def test_the_hooks_leave_other_files_alone(name: str) -> None:
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")):
        assert not re.search(hook["files"], name)


@pytest.mark.skipif(HADOLINT is None, reason="there is no hadolint for this platform")
def test_the_dockerfile_is_linted() -> None:
    done = subprocess.run([HADOLINT, str(ROOT / "Dockerfile")], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_image_trusts_no_repository_but_the_mounted_one() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    trusted = re.findall(r"safe\.directory\s+(\S+)", dockerfile)
    assert trusted == re.findall(r"^WORKDIR (\S+)", dockerfile.split("FROM")[-1], re.MULTILINE)


def test_the_image_gets_all_that_the_wheel_is_built_from() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = {
        word
        for line in re.findall(r"^COPY (?!--)(.*)", dockerfile, re.MULTILINE)
        for word in line.split()[:-1]
    }
    assert copied == let_in
    assert all((ROOT / name).exists() for name in copied)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_of_the_readme_and_the_action_are_understood(command: str) -> None:
    """Shell words of the action stand for one argument each."""
    words = [word.strip('"') for word in command.split("||", maxsplit=1)[0].split()]
    words = [re.sub(r"\$\w+|\$\{[^}]*\}", "x", word) for word in words]
    assert build_parser(["check"]).parse_args(words).command == "check"


def test_versions_in_the_readme_are_this_one() -> None:
    assert set(re.findall(r"(?:rev: |canonym@)v([\d.]+)", SECTION)) == {__version__}
