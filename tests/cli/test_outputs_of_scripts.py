"""Text from right to left, and letters of several code points, in all outputs and fixes."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from canonym.report.output_formats import OUTPUTS
from canonym.text.scripts.points import unpointed
from cli.running import Outcome, canonym, write

DRAFTS = {
    "arabic.txt": ("😀 قالت شركة {} إنها ستفتح مكتبا في كييف (Kyiv).", "جوجل", "غوغل"),
    "arabic-points.txt": ("قَالَتْ شَرِكَةُ {} إنّها.", "فِيسبُوك", "فيس بوك"),
    "hebrew.txt": ("ראש הממשלה בִּנְיָמִין, אמר {} היום.", "נתניאהו", "נתניהו"),
    "hindi.txt": ("राष्ट्रपति ने {} में कहा कि क़िला अच्छा है।", "बंबई", "मुंबई"),
    "thai.txt": ("เขาเดินทางไป {} เมื่อวานนี้", "เชียงไหม่", "เชียงใหม่"),
    "decomposed.txt": ("Zu\u0308rich: er fuhr u\u0308ber {} zuru\u0308ck.", "Dusseldorf", "Düsseldorf"),
    "مسودة.txt": ("قالت شركة {} إنها.", "جوجل", "غوغل"),
}
DECIDED = "\n".join(
    f'[[name]]\npreferred = "{right}"\ndeprecated = ["{wrong}"]\n'
    for wrong, right in {unpointed(wrong): right for _, wrong, right in DRAFTS.values()}.items()
)
Places = dict[str, tuple[int, int]]
"""For each draft the first column of its finding, and the one behind it; 0 where a format has none."""


def code_points(text: str) -> int:
    return len(text)


def utf_8(text: str) -> int:
    return len(text.encode())


def expected(measure: Callable[[str], int]) -> Places:
    starts = {name: measure(line.partition("{}")[0]) + 1 for name, (line, _, _) in DRAFTS.items()}
    return {name: (start, start + measure(DRAFTS[name][1])) for name, start in starts.items()}


def of_json(text: str) -> Places:
    return {one["path"]: (one["start"]["column"], one["end"]["column"]) for one in json.loads(text)}


def of_jsonl(text: str) -> Places:
    return of_json(f"[{','.join(text.splitlines())}]")


def of_sarif(text: str) -> Places:
    (run,) = json.loads(text)["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    places = [one["locations"][0]["physicalLocation"] for one in run["results"]]
    regions = {unquote(one["artifactLocation"]["uri"]): one["region"] for one in places}
    return {name: (one["startColumn"], one["endColumn"]) for name, one in regions.items()}


def of_rdjson(text: str) -> Places:
    places = [one["location"] for one in json.loads(text)["diagnostics"]]
    return {p["path"]: (p["range"]["start"]["column"], p["range"]["end"]["column"]) for p in places}


def of_rdjsonl(text: str) -> Places:
    return of_rdjson(f'{{"diagnostics": [{",".join(text.splitlines())}]}}')


def of_checkstyle(text: str) -> Places:
    files = ElementTree.fromstring(text.encode())
    return {one.attrib["name"]: (int(error.attrib["column"]), 0) for one in files for error in one}


def by_pattern(pattern: str) -> Callable[[str], Places]:
    def places(text: str) -> Places:
        return {name: (int(start), int(end or 0)) for name, start, end in re.findall(f"(?m){pattern}", text)}

    return places


PLACED: Mapping[str, tuple[Callable[[str], Places], Callable[[str], int]]] = {
    "json": (of_json, code_points),
    "jsonl": (of_jsonl, code_points),
    "sarif": (of_sarif, code_points),
    "rdjson": (of_rdjson, utf_8),
    "rdjsonl": (of_rdjsonl, utf_8),
    "checkstyle": (of_checkstyle, code_points),
    "text": (by_pattern(r"^(\S+):1:(\d+):()"), code_points),
    "concise": (by_pattern(r"^(\S+):1:(\d+):()"), code_points),
    "junit": (by_pattern(r"([\w-]+\.txt):1:(\d+):()"), code_points),
    "html": (by_pattern(r"<bdi>(\S+)</bdi>:1:(\d+)()</span>"), code_points),
    "azure": (by_pattern(r"sourcepath=([^;]+);linenumber=1;columnnumber=(\d+);()"), code_points),
}
"""How each format that has columns tells them, and what it counts."""
LINES_ALONE = {"gitlab", "teamcity", "markdown"}
INCLUSIVE = {"github"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    drafts = {name: line.format(wrong) + "\n" for name, (line, wrong, _) in DRAFTS.items()}
    return write(tmp_path_factory.mktemp("scripts"), {"termbase.toml": DECIDED, **drafts})


@pytest.fixture(scope="module")
def run(folder: Path) -> Outcome:
    outputs = [part for name in OUTPUTS for part in ("--output", f"{name}:{name}.out")]
    return canonym("check", *sorted(DRAFTS), *outputs, cwd=folder)


def test_every_output_is_tested():
    assert {*PLACED, *LINES_ALONE, *INCLUSIVE} == {*OUTPUTS}


@pytest.mark.parametrize("name", PLACED)
def test_columns_count_what_the_format_says(name: str, folder: Path, run: Outcome) -> None:
    assert (run.code, run.err) == (1, "")
    read, measure = PLACED[name]
    found, right = read((folder / f"{name}.out").read_text("utf-8")), expected(measure)
    assert found == {draft: (start, end if found[draft][1] else 0) for draft, (start, end) in right.items()}


def test_github_counts_the_last_column_as_well(folder: Path, run: Outcome) -> None:
    assert run.code == 1
    text = (folder / "github.out").read_text("utf-8")
    found = re.findall(r"file=([^,]+),line=1,endLine=1,col=(\d+),endColumn=(\d+)", text)
    assert {(name, int(start), int(end) + 1) for name, start, end in found} == {
        (name, *place) for name, place in expected(code_points).items()
    }


@pytest.mark.parametrize("name", OUTPUTS)
def test_names_are_told_in_the_letters_of_their_script(name: str, folder: Path, run: Outcome) -> None:
    assert run.code == 1
    text = (folder / f"{name}.out").read_text("utf-8")
    if name == "teamcity":
        text = re.sub(r"\|0x([0-9a-f]{4})", lambda escape: chr(int(escape[1], 16)), text)
    for _, wrong, right in DRAFTS.values():
        assert right in text
        assert unpointed(wrong) in unpointed(text)


def test_a_fix_changes_nothing_beside_the_name(folder: Path, tmp_path: Path) -> None:
    for name in ("termbase.toml", *DRAFTS):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    assert canonym("check", "--fix", *sorted(DRAFTS), cwd=tmp_path).code == 0
    for name, (line, _, right) in DRAFTS.items():
        assert (tmp_path / name).read_text("utf-8") == line.format(right) + "\n"
