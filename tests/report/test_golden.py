"""Every output, whole. ``CANONYM_WRITE_GOLDEN=1`` writes them again; read the diff before you commit it."""

import os
from pathlib import Path

import pytest

from canonym.report.output_formats import OUTPUTS, renderer
from canonym.report.report import Report, View
from report.sample import quiet, report

HERE = Path(__file__).parent / "golden"
PEOPLE = View(color=True, source=True, statistics=True)
CASES = {
    **{f"{name}.quiet": (name, quiet()) for name in OUTPUTS},
    **{f"{name}.found": (name, report()) for name in OUTPUTS},
    "text.terminal": ("text", report(PEOPLE)),
    "json.without-baseline": ("json", report(compared=False)),
    "sarif.without-baseline": ("sarif", report(compared=False)),
}


@pytest.mark.parametrize("case", CASES)
def test_output_is_as_it_was(case: str) -> None:
    name, fixed = CASES[case]
    assert_golden(HERE / f"{case}.golden", written(name, fixed))


def written(name: str, fixed: Report) -> str:
    return "".join(renderer(name)(fixed))


def assert_golden(path: Path, text: str) -> None:
    data = text.encode("utf-8")
    if os.environ.get("CANONYM_WRITE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    assert path.read_bytes().decode("utf-8") == text
