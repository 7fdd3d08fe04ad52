"""The wheel is what people install: it is built, installed where nothing else is, and put to work there."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "server" / "canonym"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
NOTICES = {
    "CLDR.txt": "UNICODE LICENSE V3",
    "GeoNames.txt": "https://creativecommons.org/licenses/by/4.0/",
    "NETransliteration.txt": "Copyright 2018 Amazon.com",
    "SCOWL.txt": "Copyright 2000-2011 by Kevin Atkinson",
    "arabic_name_romanizer.txt": "Copyright (c) 2026 UNICEF",
    "rigour.txt": "OpenSanctions",
    "stopwords_iso.txt": "Gene Diaz",
}
"""What must be said of the data that the wheel holds."""
COMPILED = (".so", ".pyd", ".dll", ".dylib", ".pyc")

ARTICLES = {
    "one.txt": "The mayor Caterina Ferrante spoke. On Monday Caterina Ferrante left for Lisbon.\n",
    "two.txt": "Nobody had asked Caterina Ferrante before. In Lisbon she met the press.\n",
    "three.txt": "Friends of Caterina Ferrante wrote to the paper from Lisbon.\n",
}


def run(*command, cwd, ends=(0,)):
    outside = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=outside,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode in ends, f"{command} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The bin folder of an environment that holds the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return programs


def test_the_wheel_is_pure_python(wheel):
    assert wheel.name.endswith("-py3-none-any.whl")
    with zipfile.ZipFile(wheel) as content:
        assert [name for name in content.namelist() if name.endswith(COMPILED)] == []


def test_the_wheel_holds_every_file_of_the_package_and_no_other(wheel):
    sources = {
        f"canonym/{path.relative_to(PACKAGE).as_posix()}"
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as content:
        packed = {name for name in content.namelist() if ".dist-info/" not in name}
    assert packed == sources


def test_the_wheel_carries_its_licence_those_of_others_and_its_command(wheel):
    with zipfile.ZipFile(wheel) as content:
        names = content.namelist()
        (scripts,) = (name for name in names if name.endswith(".dist-info/entry_points.txt"))
        notices = {name.rpartition("/")[2]: name for name in names if ".dist-info/licenses/" in name}
        assert {"LICENSE", "THIRD-PARTY.md", *NOTICES} == set(notices)
        for file, said in NOTICES.items():
            assert said in content.read(notices[file]).decode()
        (metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        assert (
            b"License-Expression: MIT AND CC-BY-4.0 AND Unicode-3.0 AND LicenseRef-SCOWL\n"
            in content.read(metadata)
        )
        assert "canonym = canonym.__main__:main" in content.read(scripts).decode()


def test_the_installed_command_learns_and_checks(installed, tmp_path):
    for name, text in ARTICLES.items():
        (tmp_path / "corpus" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "corpus" / name).write_text(text, encoding="utf-8")
    draft = tmp_path / "draft.txt"
    draft.write_text("Yesterday the mayor Caterina Ferante came back.\n", encoding="utf-8")
    termbase = tmp_path / "names.jsonl"
    run(installed / "canonym", "learn", "--output", termbase, "corpus", cwd=tmp_path)
    report = run(
        installed / "canonym",
        *("check", "--isolated", "--termbase", termbase, "--format", "json", draft),
        cwd=tmp_path,
        ends=(1,),
    )
    (finding,) = json.loads(report)
    assert "Ferrante" in finding["suggestions"][0]


def test_the_installed_command_finds_the_variants_of_a_seed(installed, tmp_path):
    draft = next(path for path in SEEDS if path.name.startswith("002"))
    termbase = tmp_path / "seeds.jsonl"
    others = [path for path in SEEDS if path != draft]
    run(installed / "canonym", "learn", "--output", termbase, *others, cwd=tmp_path)
    report = run(
        installed / "canonym",
        *("check", "--isolated", "--termbase", termbase, "--format", "json", draft),
        cwd=tmp_path,
        ends=(1,),
    )
    found = {
        (finding["text"], finding["suggestions"][0])
        for finding in json.loads(report)
        if finding["suggestions"]
    }
    assert ("Punjir", "Panjshir") in {(wrong.split()[0], right.split()[0]) for wrong, right in found}


def test_the_installed_environment_is_small_and_needs_no_server_libraries(installed, tmp_path):
    listed = run(installed / "python", "-m", "pip", "list", "--format", "json", cwd=tmp_path)
    names = {entry["name"].lower() for entry in json.loads(listed)}
    assert "canonym" in names
    assert names.isdisjoint({"pygls", "lsprotocol", "dask", "pytest"})
