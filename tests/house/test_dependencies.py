"""Every dependency has a floor, and is there when the tests run with the newest and the lowest versions."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, GROUPS = PYPROJECT["project"], PYPROJECT["dependency-groups"]
EXTRAS = PROJECT["optional-dependencies"]
SHIPPED = [*PROJECT["dependencies"], *(name for extra in EXTRAS.values() for name in extra)]
OTHERS = [*PYPROJECT["build-system"]["requires"], *(name for group in GROUPS.values() for name in group)]


def floor(requirement: Requirement) -> str | None:
    return next((bound.version for bound in requirement.specifier if bound.operator == ">="), None)


@pytest.mark.parametrize("text", [*SHIPPED, *OTHERS])
def test_a_dependency_has_a_floor(text):
    assert floor(Requirement(text))


@pytest.mark.parametrize("text", [*SHIPPED, *GROUPS["test"]])
def test_a_dependency_is_there_when_the_tests_run(text):
    requirement = Requirement(text)
    if requirement.marker is None or requirement.marker.evaluate():
        assert requirement.specifier.contains(version(requirement.name), prereleases=True)


def test_a_dependency_is_named_once():
    names = [Requirement(text).name for text in (*SHIPPED, *OTHERS)]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("file", ["Makefile", ".github/workflows/ci.yml"])
def test_the_newest_of_every_extra_is_installed(file):
    text = (ROOT / file).read_text(encoding="utf-8").replace("$(EXTRAS)", ",".join(EXTRAS))
    installed = re.findall(r"--editable ['\"]\.\[([\w,]+)\]['\"] --group test", text)
    assert installed == [",".join(EXTRAS)]


def test_the_lowest_are_run_on_the_lowest_python():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    python = PROJECT["requires-python"].removeprefix(">=")
    assert f"--python {python} " in makefile
    assert f"on Python {python}\n" in makefile
    assert "--resolution lowest-direct" in makefile
