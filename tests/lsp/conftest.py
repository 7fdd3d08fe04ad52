"""A newsroom's folder: articles, what was learned from them, what was decided, a draft."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
DRAFT = "002_be902485d7d1b865.txt"
SETTINGS = 'corpus = ["articles"]\n'
DECIDED = """\
[[name]]
preferred = "Caterina Wexley"
kind = "person"
admitted = ["Caterina"]
deprecated = ["Katerina Wexley", "Katerina"]
note = "Signs her letters so."

[name.forms]
de = "Katharina Wexley"

[[name]]
preferred = "Port Elsin"
kind = "place"
deprecated = ["Port Elzin"]
"""
LETTER = """\
Caterina Wexley came to Port Elsin in spring.

Katerina Wexley wrote from Port Elzin that she would stay. “Port Elzin is mine,” said Katerina.
"""


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory):
    """The folder as it was learned once; tests get copies."""
    folder = tmp_path_factory.mktemp("newsroom").resolve()
    (folder / "articles").mkdir()
    (folder / "drafts").mkdir()
    for seed in SEEDS.glob("*.txt"):
        shutil.copy(seed, folder / ("drafts" if seed.name == DRAFT else "articles"))
    (folder / "canonym.toml").write_text(SETTINGS, "utf-8")
    (folder / "termbase.toml").write_text(DECIDED, "utf-8")
    (folder / "drafts" / "letter.txt").write_text(LETTER, "utf-8")
    command = [sys.executable, "-m", "canonym", "learn", "--quiet", "--jobs", "1"]
    subprocess.run(command, cwd=folder, check=True)
    return folder


@pytest.fixture
def folder(newsroom, tmp_path) -> Path:
    """A copy of the newsroom's folder."""
    copy = tmp_path.resolve() / "news room"
    shutil.copytree(newsroom, copy)
    return copy
