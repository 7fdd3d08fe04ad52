"""The rooms of the house: each name stands for one, none is a hall, and none leads back to itself."""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

HOUSE = Path(__file__).parents[2]
CODE = HOUSE / "server/canonym"
EXTENSION = HOUSE / "vscode-extension/src"
READ, WRITTEN = CODE / "text/markup", CODE / "report/formats"
LISTS = {READ, WRITTEN, CODE / "lsp/features"}
"""Folders with one file for each format, or for each method of the protocol."""
MOST_LINES = 40
MOST_ROOMS = 20


def rooms() -> Iterator[Path]:
    return (path for path in sorted(CODE.rglob("*.py")) if path.name != "__init__.py")


def functions() -> Iterator[tuple[str, Path, int]]:
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node.name, path.relative_to(HOUSE), node.end_lineno - node.lineno + 1


def test_no_two_files_have_one_name_but_a_format_that_is_read_and_written():
    outside = [path.name for path in rooms() if WRITTEN not in path.parents]
    assert [name for name, count in Counter(outside).items() if count > 1] == []
    written = [path.name for path in rooms() if WRITTEN in path.parents]
    assert [name for name, count in Counter(written).items() if count > 1] == []
    read = {path.name for path in rooms() if READ in path.parents} | {"json_lines.py"}
    assert set(written) & set(outside) <= read


def test_no_folder_has_more_rooms_than_a_newcomer_looks_through():
    counts = Counter(path.parent for path in rooms())
    assert [
        str(folder) for folder, count in counts.items() if count > MOST_ROOMS and folder not in LISTS
    ] == []


def test_no_function_is_longer_than_a_screen():
    assert [found for found in functions() if found[2] > MOST_LINES] == []


def imports_of_extension() -> dict[Path, set[Path]]:
    found: dict[Path, set[Path]] = defaultdict(set)
    for path in EXTENSION.rglob("*.ts"):
        for name in re.findall(r"""(?:from|import\()\s*['"](\.[^'"]+)['"]""", path.read_text("utf-8")):
            place = (path.parent / name.removesuffix(".js")).resolve()
            target = place.with_suffix(".ts")
            found[path].add(target if target.exists() else place / "index.ts")
    return found


def test_no_module_of_the_extension_imports_itself_by_way_of_others():
    found = imports_of_extension()
    assert all(target.exists() for targets in found.values() for target in targets)
    assert len(list(TopologicalSorter(found).static_order())) > 10
