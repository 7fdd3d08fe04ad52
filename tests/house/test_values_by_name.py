"""A value is read by the names of its fields, so that a new field breaks nothing without a word."""

import ast
from collections.abc import Iterator
from pathlib import Path

CODE = Path(__file__).parents[2] / "server/canonym"


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(CODE.rglob("*.py")):
        yield path.relative_to(CODE).as_posix(), ast.parse(path.read_text("utf-8"))


def values(tree: ast.Module) -> Iterator[ast.ClassDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and "NamedTuple" in map(ast.unparse, node.bases):
            yield node


def is_self(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"


def test_no_value_takes_itself_apart_by_place():
    wrong = [
        f"{path}:{node.lineno}"
        for path, tree in modules()
        for value in values(tree)
        for node in ast.walk(value)
        if isinstance(node, ast.Subscript | ast.Starred) and is_self(node.value)
    ]
    assert wrong == []


def test_only_its_own_file_makes_a_value_past_its_class():
    """``tuple.__new__`` is fast, and asks for no field that is lacking."""
    wrong = [
        f"{path}:{node.lineno}"
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (
            (
                isinstance(node.func, ast.Attribute)
                and node.func.attr == "_make"
                and not is_self(node.func.value)
            )
            or (
                "tuple.__new__" in map(ast.unparse, (node.func, *node.args))
                and not {ast.unparse(arg) for arg in node.args} & {value.name for value in values(tree)}
            )
        )
    ]
    assert wrong == []
