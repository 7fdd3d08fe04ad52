"""What takes more than one run, a repository, several processes or a terminal."""

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from cli.running import canonym, write
from repositories import git

TERMBASE = '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n'
HELD = "The Punjir valley held.\n\nLater the Punjir road was shut.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path, {"termbase.toml": TERMBASE, "a.txt": HELD, "b.txt": "Nobody came.\n"}).resolve()


def repository(project: Path) -> None:
    git(project, "init", "-b", "main")
    git(project, "add", ".")
    git(project, "commit", "-m", "first")


def states(project: Path) -> list[tuple[str, int, str]]:
    """Draft, line and standing of each finding."""
    done = canonym("check", "--baseline", "known.json", "--format", "json", ".", cwd=project)
    return [(one["path"], one["start"]["line"], one["baseline"]) for one in json.loads(done.out)]


class TestBaseline:
    def test_what_is_known_does_not_fail_and_is_marked(self, project: Path) -> None:
        assert canonym("check", "--baseline", "known.json", "--update-baseline", ".", cwd=project).code == 0
        done = canonym("check", "--baseline", "known.json", ".", cwd=project)
        assert done.code == 0
        assert done.out.count("(known)") == 2
        assert done.out.endswith("No findings in 2 drafts (2 known).\n")

    def test_moved_and_edited_lines_stay_known_and_a_new_one_fails(self, project: Path) -> None:
        canonym("check", "--baseline", "known.json", "--update-baseline", ".", cwd=project)
        (project / "a.txt").write_text("First.\n\n" + HELD.replace("held", "held out") + "\nPunjir.\n")
        assert states(project) == [("a.txt", 3, "updated"), ("a.txt", 5, "unchanged"), ("a.txt", 7, "new")]
        assert canonym("check", "--baseline", "known.json", ".", cwd=project).code == 1

    def test_stale_entries_are_told_and_an_update_drops_them(self, project: Path) -> None:
        canonym("check", "--baseline", "known.json", "--update-baseline", ".", cwd=project)
        (project / "a.txt").write_text(HELD.replace("Punjir road", "Panjshir road"))
        done = canonym("check", "--baseline", "known.json", ".", cwd=project)
        assert (done.code, done.out.count("stale baseline entry")) == (0, 1)
        canonym("check", "--baseline", "known.json", "--update-baseline", ".", cwd=project)
        assert len(json.loads((project / "known.json").read_text())["findings"]) == 1
        (project / "a.txt").unlink()
        done = canonym("check", "--baseline", "known.json", ".", cwd=project)
        assert done.out.count("stale baseline entry") == 1

    def test_from_a_subdirectory_the_same_entries_match(self, project: Path) -> None:
        write(project, {"sub/c.txt": HELD})
        canonym("check", "--baseline", "known.json", "--update-baseline", ".", cwd=project)
        done = canonym("check", "--baseline", "../known.json", "c.txt", cwd=project / "sub")
        assert (done.code, done.out.count("c.txt:1:5: error deprecated-term (known)")) == (0, 1)

    def test_a_rule_that_is_off_now_stays_known(self, project: Path) -> None:
        canonym("check", "--baseline", "known.json", "--update-baseline", ".", cwd=project)
        before = (project / "known.json").read_text()
        done = canonym("check", "--baseline", "known.json", "--select", "term-form", ".", cwd=project)
        assert "stale" not in done.out
        canonym(
            "check",
            "--baseline",
            "known.json",
            "--update-baseline",
            "--select",
            "term-form",
            ".",
            cwd=project,
        )
        assert (project / "known.json").read_text() == before

    @pytest.mark.parametrize("more", [(), ("--update-baseline",), ("--update-baseline", "--quiet")])
    def test_what_is_no_baseline_is_never_written_over(self, project: Path, more: tuple[str, ...]) -> None:
        write(project, {"known.json": '{"name": "of another program"}'})
        done = canonym("check", "--baseline", "known.json", *more, ".", cwd=project)
        assert (done.code, done.out) == (2, "")
        assert done.err.endswith("; or delete known.json, then run --update-baseline again\n")
        assert (project / "known.json").read_text() == '{"name": "of another program"}'

    @pytest.mark.parametrize("option", ["--fix", "--unsafe-fixes", "--diff", "--interactive"])
    def test_nothing_is_mended_while_a_baseline_is_written(self, project: Path, option: str) -> None:
        done = canonym("check", "--update-baseline", "--baseline", "known.json", option, ".", cwd=project)
        assert (done.code, done.out) == (2, "")
        assert "mends nothing; fix first" in done.err
        assert not (project / "known.json").exists()

    def test_a_baseline_that_is_not_there_is_reported(self, project: Path) -> None:
        told = "canonym: known.json does not exist. All findings count as new. --update-baseline writes it.\n"
        arguments = ("check", "--baseline", "known.json")
        assert canonym(*arguments, ".", cwd=project).err == told
        assert canonym(*arguments, "--fix", "--quiet", "b.txt", cwd=project).err == ""
        assert canonym(*arguments, "--update-baseline", ".", cwd=project).err == ""
        assert canonym(*arguments, ".", cwd=project).err == ""

    def test_fix_leaves_alone_what_is_known(self, project: Path) -> None:
        canonym("check", "--baseline", "known.json", "--update-baseline", ".", cwd=project)
        (project / "a.txt").write_text(HELD + "\nPunjir at last.\n")
        done = canonym("check", "--fix", "--baseline", "known.json", ".", cwd=project)
        assert done.code == 0
        assert (project / "a.txt").read_text() == HELD + "\nPanjshir at last.\n"


class TestSince:
    def test_only_changed_lines_and_new_files(self, project: Path) -> None:
        repository(project)
        assert canonym("check", "--since", "main", ".", cwd=project).code == 0
        (project / "a.txt").write_text(HELD + "\nPunjir at last.\n")
        write(project, {"new.txt": "Punjir\n"})
        done = canonym("check", "--since", "main", "--format", "concise", ".", cwd=project)
        assert done.code == 1
        assert [line.split(": ")[0] for line in done.out.splitlines()] == ["a.txt:5:1", "new.txt:1:1"]

    def test_a_renamed_file_is_new(self, project: Path) -> None:
        repository(project)
        git(project, "mv", "a.txt", "c.txt")
        done = canonym("check", "--since", "main", "--format", "concise", ".", cwd=project)
        assert [line.split(": ")[0] for line in done.out.splitlines()] == ["c.txt:1:5", "c.txt:3:11"]

    def test_fix_mends_only_changed_lines(self, project: Path) -> None:
        repository(project)
        (project / "a.txt").write_text(HELD + "\nPunjir at last.\n")
        canonym("check", "--since", "main", "--fix", ".", cwd=project)
        assert (project / "a.txt").read_text() == HELD + "\nPanjshir at last.\n"

    def test_standard_input_is_compared_and_not_the_file_of_its_name(self, project: Path) -> None:
        repository(project)
        arguments = ("check", "--since", "main", "--format", "concise", "--stdin-filename", "a.txt", "-")
        assert canonym(*arguments, cwd=project, stdin=HELD.encode()).code == 0
        done = canonym(*arguments, cwd=project, stdin=b"Punjir first.\n\n" + HELD.encode())
        assert [line.split(": ")[0] for line in done.out.splitlines()] == ["a.txt:1:1"]

    def test_other_line_ends_and_another_encoding_are_no_change(self, project: Path) -> None:
        text = HELD + "Später fiel Punjir.\n"
        (project / "a.txt").write_bytes(text.encode())
        repository(project)
        (project / "a.txt").write_bytes(text.replace("\n", "\r\n").encode("utf-16"))
        assert canonym("check", "--since", "main", ".", cwd=project).code == 0

    def test_an_unknown_revision(self, project: Path) -> None:
        repository(project)
        done = canonym("check", "--since", "no-such", ".", cwd=project)
        assert done.code == 2
        assert done.err.startswith("canonym: git: knows no revision 'no-such'")


class TestCache:
    def entries(self, project: Path) -> list[Path]:
        return sorted((project / ".canonym" / "cache").glob("*.json"))

    def check(self, project: Path, *more: str) -> str:
        return canonym("check", *more, ".", cwd=project).out

    def test_a_second_run_says_the_same(self, project: Path) -> None:
        first = self.check(project)
        assert len(self.entries(project)) == 2
        assert self.check(project) == first == self.check(project, "--no-cache")

    def test_what_is_kept_is_used(self, project: Path) -> None:
        """Seen by a kept outcome that was changed by hand: nothing is found any more."""
        first = self.check(project)
        for file in self.entries(project):
            file.write_bytes(file.read_bytes().replace(b"Panjshir", b"Panjsher"))
        assert self.check(project) == first.replace("Panjshir", "Panjsher")

    @pytest.mark.parametrize(
        "change",
        [
            {"a.txt": "The Punjir.\n"},
            {"termbase.toml": TERMBASE.replace("Panjshir", "Panjsher")},
            {"canonym.toml": '[rules]\ndeprecated-term = "info"\n'},
            {"canonym.toml": '[formats]\n"a.txt" = "markdown"\n'},
            {"canonym.toml": '[[ignore]]\ntext = "Punjir"\n'},
        ],
        ids=["draft", "termbase", "rules", "formats", "ignore"],
    )
    def test_what_a_check_depends_on_makes_it_new(self, project: Path, change: dict[str, str]) -> None:
        self.check(project)
        for file in self.entries(project):
            file.write_bytes(file.read_bytes().replace(b"is deprecated in the termbase", b"CACHED"))
        write(project, change)
        assert "a.txt:1:5: error deprecated-term: “Punjir” CACHED" not in self.check(project)
        assert self.check(project) == self.check(project, "--no-cache")

    @pytest.mark.parametrize("damage", [b"", b"x", b"\xff\n{}", None])
    def test_damage_does_no_harm(self, project: Path, damage: bytes | None) -> None:
        first = self.check(project)
        for file in self.entries(project):
            file.write_bytes(file.read_bytes()[:-20] if damage is None else damage)
        assert self.check(project) == first

    def test_it_is_no_part_of_the_project(self, project: Path) -> None:
        self.check(project)
        git(project, "init")
        listed = subprocess.run(
            ["git", "status", "--porcelain", "--ignored"],
            cwd=project,
            capture_output=True,
            text=True,
            check=True,
        )
        assert "?? .canonym" not in listed.stdout

    def test_a_place_that_cannot_be_written_does_no_harm(self, project: Path, user_cache: Path) -> None:
        (project / ".canonym").write_text("a file in its place")
        assert self.check(project) == self.check(project, "--no-cache")

    def test_two_runs_at_once(self, tmp_path: Path) -> None:
        drafts = {f"d/{n:03}.txt": f"Number {n} says Punjir.\n" for n in range(60)}
        root = write(tmp_path, {"termbase.toml": TERMBASE, **drafts})
        said: list[str] = []
        runs = [threading.Thread(target=lambda: said.append(self.check(root))) for _ in range(3)]
        for run in runs:
            run.start()
        for run in runs:
            run.join()
        assert len(set(said)) == 1
        assert said[0] == self.check(root)
        assert not list(root.rglob("*.tmp"))

    def test_no_project_gets_no_cache(self, tmp_path: Path) -> None:
        write(tmp_path, {"a.txt": "x\n", "b.txt": "y\n"})
        self.check(tmp_path)
        assert not (tmp_path / ".canonym").exists()


class TestJobs:
    def test_any_number_of_processes_says_the_same(self, tmp_path: Path) -> None:
        drafts = {
            f"{n:03}.txt": f"Number {n}: Punjir, Ahmad Mas{'s' * (n % 2)}oud came.\n" for n in range(30)
        }
        write(tmp_path, {"termbase.toml": TERMBASE, **drafts, "x.txt": "\x00"})
        said = {canonym("check", "--no-cache", "--jobs", jobs, ".", cwd=tmp_path) for jobs in (0, 1, 2, 5)}
        (one,) = said
        assert one.code == 2
        assert one.out.count("deprecated-term") == 30

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
    def test_an_interrupt_leaves_files_whole(self, tmp_path: Path) -> None:
        drafts = {f"{n:03}.txt": "Punjir held. " * 400 + f"{n}\n" for n in range(80)}
        write(tmp_path, {"termbase.toml": TERMBASE, **drafts})
        command = [sys.executable, "-m", "canonym", "check", "--fix", "--jobs", "2", "--no-cache", "."]
        run = subprocess.Popen(
            command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )
        with pytest.raises(subprocess.TimeoutExpired):
            run.wait(1.0)
        os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to the processes of --jobs as well
        out, err = run.communicate(timeout=60)
        assert run.returncode == 130, (out, err)
        assert b"Traceback" not in err
        for name, text in drafts.items():
            assert (tmp_path / name).read_text() in (text, text.replace("Punjir", "Panjshir"))
        assert not list(tmp_path.rglob("*.tmp"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")
class TestTerminal:
    def on_terminal(
        self, project: Path, *arguments: str, answers: bytes = b"", env: dict[str, str] | None = None
    ) -> str:
        """Run on a terminal of its own and return all that it shows."""
        import pty

        main, side = pty.openpty()
        environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "CI")}
        run = subprocess.Popen(
            [sys.executable, "-m", "canonym", "check", *arguments],
            cwd=project,
            env={**environment, "TERM": "xterm", **(env or {})},
            stdin=side,
            stdout=side,
            stderr=side,
        )
        os.close(side)
        os.write(main, answers)
        shown = b""
        while True:
            try:
                piece = os.read(main, 4096)
            except OSError:  # Linux says so at the end of a terminal
                break
            if not piece:
                break
            shown += piece
        run.wait(60)
        os.close(main)
        return shown.decode().replace("\r\n", "\n")

    def test_colours_and_the_line_with_a_caret(self, project: Path) -> None:
        shown = self.on_terminal(project, "a.txt")
        assert "\x1b[31merror\x1b[0m" in shown
        assert "The Punjir valley held.\n" in shown
        assert "\x1b[31m^^^^^^\x1b[0m" in shown

    @pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_no_colours_where_they_are_not_wanted(self, project: Path, env: dict[str, str]) -> None:
        shown = self.on_terminal(project, "a.txt", env=env)
        assert "\x1b[" not in shown
        assert "^^^^^^" in shown

    def test_interactive(self, project: Path) -> None:
        shown = self.on_terminal(project, "--interactive", ".", answers=b"y\nn\n")
        assert "noted in termbase.toml" in shown
        assert (project / "a.txt").read_text() == HELD.replace("Punjir", "Panjshir", 1)
        assert 'not = ["Punjir"]' in (project / "termbase.toml").read_text()
        assert canonym("check", ".", cwd=project).code == 0

    @pytest.mark.parametrize(("answers", "left"), [(b"Y\n", 0), (b"S\n", 2), (b"y\nS\n", 1), (b"s\nY\n", 1)])
    def test_one_answer_for_all_of_a_spelling(self, project: Path, answers: bytes, left: int) -> None:
        write(project, {"a.txt": "The Punjir valley held.\n", "b.txt": "It was Punjir.\n"})
        self.on_terminal(project, "--interactive", "a.txt", "b.txt", answers=answers)
        assert ((project / "a.txt").read_text() + (project / "b.txt").read_text()).count("Punjir") == left

    def test_progress_on_a_terminal_and_not_in_ci(self, tmp_path: Path) -> None:
        drafts = {f"{n:03}.txt": "Panjshir held. " * 300 for n in range(40)}
        write(tmp_path, {"termbase.toml": TERMBASE, **drafts})
        more = ("--no-cache", "--jobs", "1", ".")
        assert " of 40 drafts" in self.on_terminal(tmp_path, *more)
        assert " of 40 drafts" not in self.on_terminal(tmp_path, *more, env={"CI": "true"})
        assert " of 40 drafts" not in self.on_terminal(tmp_path, "--quiet", *more)


class TestStdin:
    def test_it_stands_for_the_file_of_its_name(self, project: Path) -> None:
        more = ("--stdin-filename", "a.txt", "--format", "concise")
        done = canonym("check", "a.txt", "-", *more, cwd=project, stdin=b"One Punjir.\n")
        assert done.out == "a.txt:1:5: error deprecated-term: Punjir -> Panjshir\n"


class TestTermbase:
    def test_one_that_nobody_named_may_be_missing(self, project: Path) -> None:
        assert canonym("check", "a.txt", cwd=project).err == ""

    def test_a_learned_one_that_is_named_and_missing_is_reported(self, project: Path) -> None:
        write(project, {"canonym.toml": 'learned = "none.jsonl"\n'})
        done = canonym("check", "a.txt", cwd=project)
        assert done.err.startswith("canonym: none.jsonl: is named in the settings and not there")
        assert done.code == 1


class TestPaths:
    def test_names_are_relative_to_where_one_stands(self, project: Path) -> None:
        write(project, {"sub/c.txt": "Punjir\n"})
        assert canonym("check", "--quiet", ".", cwd=project / "sub").out.startswith("c.txt:1:1: ")
        assert canonym("check", "--quiet", "sub", cwd=project).out.startswith("sub/c.txt:1:1: ")

    def test_a_draft_elsewhere_is_named_in_full(
        self, project: Path, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        elsewhere = tmp_path_factory.mktemp("elsewhere")
        done = canonym("check", "--quiet", project / "a.txt", cwd=elsewhere)
        assert done.out.startswith(f"{(project / 'a.txt').as_posix()}:1:5: ")

    def test_the_project_of_the_draft_counts_and_else_the_own(
        self, project: Path, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        draft = write(tmp_path_factory.mktemp("elsewhere"), {"c.txt": "Punjir\n"}) / "c.txt"
        assert canonym("check", draft, cwd=project).code == 1
        assert canonym("check", draft, cwd=draft.parent).code == 0
