"""A check of one draft loads what it needs and nothing that only other runs need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.running import write

SPARED = (
    "pygls",
    "lsprotocol",
    "charset_normalizer",
    "concurrent",
    "csv",
    "dataclasses",
    "difflib",
    "eld",
    "filelock",
    "html",
    "inspect",
    "pkgutil",
    "platformdirs",
    "logging",
    "markdown_it",
    "msgspec",
    "multiprocessing",
    "rapidfuzz",
    "shtab",
    "signal",
    "snowballstemmer",
    "socket",
    "sqlite3",
    "subprocess",
    "tomlkit",
    "traceback",
    "xml",
    "canonym.checking.suppression.parse_directives",
    "canonym.cli.check.outcome_cache",
    "canonym.cli.check.changes",
    "canonym.cli.check.fix",
    "canonym.cli.check.unused_ignores",
    "canonym.cli.check.interactive",
    "canonym.corpus",
    "canonym.lsp",
    "canonym.project.writing.write_decisions",
    "canonym.project.git.git",
    "canonym.report.baseline",
    "canonym.report.formats.github",
    "canonym.report.formats.html_page",
    "canonym.report.formats.sarif",
    "canonym.report.statistics",
    "canonym.text.markup.html",
    "canonym.text.markup.markdown.markdown_inline",
)
COMPILING = (
    "hashlib",
    "json",
    "shutil",
    "tempfile",
    "tomllib",
    "canonym.index.compiler",
    "canonym.project.settings_shape",
    "canonym.termbase.authored",
    "canonym.termbase.learned",
    "canonym.termbase.toml_places",
    "canonym.termbase.toml_shape",
)
"""What only a check needs that compiles a termbase, or reads settings."""
TERMBASE = "".join(
    ['[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n']
    + [f'[[name]]\npreferred = "Name number {number}"\n' for number in range(500)]
)
"""Long enough to be kept compiled."""
CODE = """\
import sys
from canonym.cli.main import main
code = main(sys.argv[1:])
print(code, *sorted(sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize("draft", ["a.txt", "a.md"])
def test_a_check_of_one_draft_spares(draft: str, tmp_path: Path) -> None:
    write(tmp_path, {"termbase.toml": TERMBASE, draft: "Punjir\n"})
    _age(tmp_path)
    first, second = loaded_by(draft, tmp_path), loaded_by(draft, tmp_path)
    assert found_in(first, SPARED) == []
    assert found_in(second, (*SPARED, *COMPILING)) == []


def loaded_by(draft: str, folder: Path) -> list[str]:
    """The modules that a check has loaded at its end."""
    command = [sys.executable, "-c", CODE, "check", draft]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    code, *modules = done.stderr.split()
    assert code == "1"
    return modules


def found_in(modules: list[str], spared: tuple[str, ...]) -> list[str]:
    packages = tuple(f"{name}." for name in spared)
    return [name for name in modules if name in spared or name.startswith(packages)]


def _age(folder: Path) -> None:
    """Let the files be old enough for their looks to tell that they did not change."""
    for file in folder.iterdir():
        os.utime(file, (1e9, 1e9))
