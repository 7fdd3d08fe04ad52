"""A check of one draft loads what it needs and nothing that only other runs need."""

import json
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
    "difflib",
    "hashlib",
    "logging",
    "markdown_it",
    "msgspec",
    "multiprocessing",
    "pathspec",
    "shtab",
    "socket",
    "sqlite3",
    "subprocess",
    "tomlkit",
    "traceback",
    "xml",
    "canonym.cli.check_cache",
    "canonym.cli.check_changes",
    "canonym.cli.check_fix",
    "canonym.cli.check_ignores",
    "canonym.cli.check_interactive",
    "canonym.corpus",
    "canonym.lsp",
    "canonym.project.edit",
    "canonym.project.git",
    "canonym.report.baseline",
    "canonym.report.github",
    "canonym.report.html_page",
    "canonym.report.sarif",
    "canonym.report.statistics",
)
CODE = """\
import json, sys
from canonym.cli.main import main
before = sys.argv[1:]
code = main(before)
sys.stderr.write(json.dumps([code, sorted(sys.modules)]))
"""


@pytest.mark.parametrize("draft", ["a.txt", "a.md"])
def test_a_check_of_one_draft_spares(draft: str, tmp_path: Path) -> None:
    write(
        tmp_path,
        {"termbase.toml": '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n', draft: "Punjir\n"},
    )
    done = subprocess.run(
        [sys.executable, "-c", CODE, "check", draft], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    code, modules = json.loads(done.stderr)
    assert code == 1
    assert [
        name for name in modules if name in SPARED or name.startswith(tuple(f"{s}." for s in SPARED))
    ] == []
