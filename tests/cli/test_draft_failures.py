"""A draft whose check fails is told as a problem of that draft, and costs the others nothing."""

from pathlib import Path

import pytest

from broken_library import COMPARED, ENDS, FAILS, broken
from canonym.report.output_formats import OUTPUTS
from cli.running import Outcome, canonym, write

TERMBASE = '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n'
GOOD = {"a.txt": "The Punjir valley held.\n", "c.txt": "Later the Punjir road was shut.\n"}
BAD = f"The Punjir valley of {FAILS}bc held.\n"
TOLD = "RuntimeError in canonym.spelling.folding, line "
ASKED = "(no such letter): this is a mistake in canonym itself; please report it"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path / "project", {"termbase.toml": TERMBASE, **GOOD, "b.txt": BAD})


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return broken(tmp_path / "broken")


def test_a_library_that_is_whole_fails_on_no_draft(project: Path) -> None:
    done = canonym("check", cwd=project)
    assert (done.code, done.out.count("deprecated-term")) == (1, 3)


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_format_has_the_findings_of_the_others(
    project: Path, environment: dict[str, str], name: str
) -> None:
    done = canonym("check", "--format", name, cwd=project, env=environment)
    assert done.code == 2
    for draft in GOOD:
        assert draft in done.out
    assert done.out.count("Panjshir") >= 2
    assert ASKED in done.out + done.err
    assert "b.txt" in done.out + done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("arguments", [(), ("--jobs", 2), ("--exit-zero",)], ids=str)
def test_the_place_of_a_failure_is_reported(
    project: Path, environment: dict[str, str], arguments: tuple[object, ...]
) -> None:
    done = canonym("check", *arguments, cwd=project, env=environment)
    assert done.code == 2
    (line,) = (line for line in done.out.splitlines() if line.startswith("b.txt"))
    assert line.startswith(f"b.txt: error: {TOLD}")
    assert line.endswith(ASKED)
    assert done.out.count("deprecated-term") == 2


def test_it_is_not_kept_as_an_outcome(project: Path, environment: dict[str, str]) -> None:
    first = canonym("check", cwd=project, env=environment)
    assert canonym("check", cwd=project, env=environment) == first
    assert canonym("check", cwd=project).out.count("deprecated-term") == 3


class TestRepairing:
    def test_the_others_are_repaired(self, project: Path, environment: dict[str, str]) -> None:
        done = canonym("check", "--fix", cwd=project, env=environment)
        assert done.code == 2
        assert TOLD in done.out
        assert texts(project) == [*(text.replace("Punjir", "Panjshir") for text in GOOD.values()), BAD]

    def test_the_others_are_in_the_diff(self, project: Path, environment: dict[str, str]) -> None:
        done = canonym("check", "--diff", cwd=project, env=environment)
        assert (done.code, done.out.count("+++ b/")) == (2, 2)

    def test_the_others_are_asked_about(self, project: Path, environment: dict[str, str]) -> None:
        done = canonym("check", "--interactive", cwd=project, env=environment, stdin=b"y\ny\n")
        assert done.code == 2
        assert TOLD in done.out
        assert texts(project) == [*(text.replace("Punjir", "Panjshir") for text in GOOD.values()), BAD]

    def test_standard_input_comes_out_as_it_came(self, project: Path, environment: dict[str, str]) -> None:
        done = canonym("check", "--fix", "-", "a.txt", cwd=project, env=environment, stdin=BAD.encode())
        assert (done.code, done.out) == (2, BAD)
        assert f"<stdin>: error: {TOLD}" in done.err
        assert (project / "a.txt").read_text() == GOOD["a.txt"].replace("Punjir", "Panjshir")


def test_standard_input_costs_the_files_nothing(project: Path, environment: dict[str, str]) -> None:
    done = canonym("check", "-", "a.txt", cwd=project, env=environment, stdin=BAD.encode())
    assert done.code == 2
    assert f"<stdin>: error: {TOLD}" in done.out
    assert done.out.count("deprecated-term") == 1


def test_the_entries_of_a_baseline_stay(project: Path, environment: dict[str, str]) -> None:
    update = ("check", "--baseline", "known.json", "--update-baseline", "--no-cache")
    assert canonym(*update, cwd=project).code == 0
    before = (project / "known.json").read_text()
    done = canonym(*update, cwd=project, env=environment)
    assert done.code == 2
    assert f"b.txt: {TOLD}" in done.err
    assert (project / "known.json").read_text() == before


def test_a_comparison_that_fails_costs_what_it_would_have_found(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    names = {"d.txt": "Yesterday Ostrowa said so.\n", "e.txt": "Yesterday Ostrova said so.\n"}
    root = write(tmp_path / "project", {"termbase.toml": TERMBASE, **GOOD, **names})
    assert COMPARED in names["d.txt"].lower()
    whole = canonym("check", cwd=root)
    assert (whole.code, "inconsistent-name" in whole.out) == (1, True)
    done = canonym("check", cwd=root, env=environment)
    assert (done.code, "inconsistent-name" in done.out) == (2, False)
    assert done.out.count("deprecated-term") == 2
    assert "the drafts could not be compared with each other: RuntimeError in canonym.spelling." in done.out


def test_a_draft_that_ends_its_process_costs_the_others_nothing(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    drafts = {f"{n:02}.txt": f"Number {n}: the Punjir valley held.\n" for n in range(40)}
    deadly = dict.fromkeys(("07.txt", "25.txt"), f"The Punjir valley of {ENDS}bc held.\n")
    root = write(tmp_path / "project", {"termbase.toml": TERMBASE, **drafts, **deadly})
    done = canonym("check", "--jobs", 2, cwd=root, env=environment)
    assert (done.code, done.out.count("deprecated-term")) == (2, 38)
    for name in deadly:
        assert f"{name}: error: its check ended the process, perhaps for want of memory" in done.out


def test_when_no_process_lives_it_is_not_the_drafts(tmp_path: Path, environment: dict[str, str]) -> None:
    drafts = {f"{n:02}.txt": f"Number {n} of {ENDS}bc.\n" for n in range(9)}
    root = write(tmp_path / "project", {"termbase.toml": TERMBASE, **drafts})
    done: Outcome = canonym("check", "--jobs", 2, cwd=root, env=environment)
    assert (done.code, done.out) == (2, "")
    assert "--jobs: process after process died, perhaps for want of memory; try --jobs 1" in done.err


def texts(project: Path) -> list[str]:
    return [(project / name).read_text() for name in (*GOOD, "b.txt")]
