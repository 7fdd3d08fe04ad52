"""The gate of a repository of two thousand articles, by the commands that its people run.

Learn, accept what is there by a baseline, commit, change an article, let pre-commit refuse it,
fix it, and commit. Our hooks come from a git repository of this very tree, as pre-commit wants them.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARTICLES = 2_000
OLD_SINS = 40
"""Articles with a spelling that the desk gave up later."""
HOUSE = ("server", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
TOWNS = ("Lisbon", "Turin", "Gdansk", "Bergen", "Leuven", "Porto", "Graz")
THINGS = (
    "harvest",
    "railway",
    "library",
    "ferry",
    "market",
    "school",
    "bridge",
    "mill",
    "orchard",
    "museum",
    "quarry",
)
VERBS = (
    "opened",
    "closed",
    "moved",
    "grew",
    "failed",
    "returned",
    "shrank",
    "burned",
    "paid",
    "waited",
    "doubled",
)
TERMBASE = '[[name]]\npreferred = "Caterina Ferrante"\nkind = "person"\ndeprecated = ["Katerina Ferrante"]\n'
CONFIG = """\
repos:
  - repo: {house}
    rev: {revision}
    hooks:
      - id: canonym
        args: [--baseline=canonym.baseline.json]
"""


def articles() -> Iterator[tuple[str, str]]:
    """Names and texts; no two tell the same."""
    for number in range(ARTICLES):
        town, thing = TOWNS[number % 7], THINGS[number % 11]
        verb, other = VERBS[number // 7 % 11], THINGS[number // 11 % 11]
        mayor = "Katerina Ferrante" if number < OLD_SINS else "Caterina Ferrante"
        text = (
            f"The {thing} of {town} {verb} on day {number}, and nobody could say why the {other} did not.\n\n"
            f"On Monday the mayor {mayor} spoke of it at the {other} for {number % 50 + 3} minutes. "
            f"The people of {town} listened, went home and waited for word from the {thing}.\n"
        )
        yield f"articles/{number % 20:02}/{number:04}.txt", text


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Git and pre-commit without the settings of anyone who runs the tests."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PRE_COMMIT", "PYTHON"))
    }
    programs = str(Path(sys.executable).parent)
    return kept | {
        "PATH": os.pathsep.join((programs, kept["PATH"])),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{
            f"GIT_{who}_{what}": value
            for who in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", "T"), ("EMAIL", "t@example.org"))
        },
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
    }


def run(environment: dict[str, str], cwd: Path, *command: str, ends: int = 0) -> str:
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=600, check=False
    )
    assert done.returncode == ends, f"{command} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def house(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository of what pre-commit needs of this tree."""
    place = tmp_path_factory.mktemp("house")
    for name in HOUSE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, place / name)
    run(environment, place, "git", "init", "--quiet", "-b", "main")
    run(environment, place, "git", "add", ".")
    run(environment, place, "git", "commit", "--quiet", "-m", "house")
    return place


@pytest.fixture(scope="module")
def desk(environment: dict[str, str], house: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository of the desk: articles, what was learned from them, a baseline and the hook."""
    place = tmp_path_factory.mktemp("desk")
    for name, text in articles():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    revision = run(environment, house, "git", "rev-parse", "HEAD").strip()
    (place / ".pre-commit-config.yaml").write_text(CONFIG.format(house=house.as_posix(), revision=revision))
    (place / "termbase.toml").write_text(TERMBASE)
    (place / "canonym.toml").write_text('corpus = ["articles"]\n')
    run(environment, place, "canonym", "learn", "--quiet")
    run(
        environment,
        place,
        "canonym",
        "check",
        "--quiet",
        "--baseline",
        "canonym.baseline.json",
        "--update-baseline",
        ".",
    )
    run(environment, place, "git", "init", "--quiet", "-b", "main")
    run(environment, place, "git", "add", ".")
    run(environment, place, "git", "commit", "--quiet", "-m", "two thousand articles")
    run(environment, place, "pre-commit", "install")
    return place


def test_the_baseline_knows_the_old_sins_and_nothing_else(environment: dict[str, str], desk: Path) -> None:
    known = json.loads((desk / "canonym.baseline.json").read_text(encoding="utf-8"))["findings"]
    assert [entry["text"] for entry in known] == ["Katerina Ferrante"] * OLD_SINS
    said = run(
        environment, desk, "canonym", "check", "--baseline", "canonym.baseline.json", "--format", "text", "."
    )
    assert said.endswith(f"No findings in 2,000 drafts ({OLD_SINS} known).\n")


def test_a_changed_article_is_refused_fixed_and_taken(environment: dict[str, str], desk: Path) -> None:
    draft = desk / "articles/07/0007.txt"
    old = draft.read_text(encoding="utf-8")
    new = f"Before noon Katerina Ferrante took the ferry.\n\n{old}"
    draft.write_text(new, encoding="utf-8")

    run(environment, desk, "git", "add", ".")
    refused = run(environment, desk, "git", "commit", "-m", "a change", ends=1)
    assert "articles/07/0007.txt:1:13: error deprecated-term: “Katerina Ferrante”" in refused
    assert refused.count("deprecated-term: ") == 1
    assert refused.count("deprecated-term (known): ") == 1

    run(environment, desk, "canonym", "check", "--fix", "--baseline", "canonym.baseline.json", "articles/07")
    assert draft.read_text(encoding="utf-8") == new.replace("Katerina", "Caterina", 1)

    run(environment, desk, "git", "add", ".")
    run(environment, desk, "git", "commit", "-m", "a change")
    clean = run(environment, desk, "canonym", "check", "--baseline", "canonym.baseline.json", ".")
    assert clean.endswith(f"No findings in 2,000 drafts ({OLD_SINS} known).\n")


def test_the_whole_repository_passes_the_hook(environment: dict[str, str], desk: Path) -> None:
    said = run(environment, desk, "pre-commit", "run", "--all-files")
    assert "canonym" in said
    assert "Passed" in said


def test_since_sees_only_the_change(environment: dict[str, str], desk: Path) -> None:
    draft = desk / "articles/03/0003.txt"
    draft.write_text(draft.read_text(encoding="utf-8") + "Later Katerina Ferrante left.\n", encoding="utf-8")
    said = run(environment, desk, "canonym", "check", "--since", "HEAD", "--format", "concise", ".", ends=1)
    assert said == "articles/03/0003.txt:4:7: error deprecated-term: Katerina Ferrante -> Caterina Ferrante\n"
    run(environment, desk, "git", "checkout", "--quiet", "articles/03/0003.txt")
