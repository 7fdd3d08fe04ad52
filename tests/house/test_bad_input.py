"""Whatever the input: a clear message, the other files still checked, and nothing lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLES = [
    "On Monday Caterina Ferrante opened the fair in Lisbon.",
    "Nobody had asked Caterina Ferrante before, said the paper.",
    "Friends of Caterina Ferrante wrote from Lisbon.",
]
GOOD = "Yesterday the mayor, Caterina Ferante, came back.\n"
TERMBASE = """\
# Kept by the desk.
[[name]]
preferred = "Caterina Ferrante"
deprecated = ["Caterina Ferante"]
"""
MEGABYTE = 1 << 20


class Project:
    """A directory with a termbase and a good draft, and the real command in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("canonym.toml", "")
        self.write("termbase.toml", TERMBASE)
        self.good = self.write("drafts/good.txt", GOOD)

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run(self, *arguments, stdin=None, timeout=60, **options):
        return subprocess.run(
            [sys.executable, "-m", "canonym", *map(str, arguments)],
            cwd=self.root,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
            **options,
        )

    def check(self, *arguments, **options):
        """Check, and return the exit code, the found texts by file, and what was said to the person."""
        done = self.run("check", "--format", "json", *arguments, **options)
        found = {}
        for finding in json.loads(done.stdout or "[]"):
            found.setdefault(Path(finding["path"]).name, []).append(finding["text"])
        return done.returncode, found, done.stderr


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


FOUND = {"good.txt": ["Caterina Ferante"]}


# Drafts: whatever they are, they are read, and the good one beside them is still checked.


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"\xef\xbb\xbf",
        b"no newline at the end",
        b"\r\r\n\n\r",
        b"\xe2\x80\xa8 a line separator",
        "combining \u0301 alone, and \U0001f600".encode(),
        b"[" * 5000,
        b"<" * 5000,
        b"```\nnever closed",
    ],
    ids=lambda content: repr(content[:20]),
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_an_odd_draft_is_a_draft(project, content, suffix):
    project.write(f"drafts/odd{suffix}", content)
    assert project.check("drafts") == (1, FOUND, "")


def test_a_binary_draft_is_named_and_the_others_are_checked(project):
    picture = project.write("drafts/picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40)
    code, found, said = project.check(picture, project.good)
    assert (code, found) == (2, FOUND)
    assert "picture.txt" in said
    assert "text" in said


def test_broken_utf_8_is_checked_and_kept_byte_for_byte(project):
    broken = project.write(
        "drafts/broken.txt", b"caf\xc3\xa9 \xff\xfe then Caterina Ferante, na\xc3\xafve.\n"
    )
    code, found, _ = project.check(broken)
    assert (code, found) == (1, {"broken.txt": ["Caterina Ferante"]})
    project.run("check", "--fix", broken)
    assert broken.read_bytes() == b"caf\xc3\xa9 \xff\xfe then Caterina Ferrante, na\xc3\xafve.\n"


@pytest.mark.parametrize("name", ["gone.txt", "gone", "gone/further.txt"])
def test_a_path_that_does_not_exist_is_named_and_the_others_are_checked(project, name):
    code, found, said = project.check(project.root / name, project.good)
    assert (code, found) == (2, FOUND)
    assert "gone" in said


def test_a_directory_that_vanishes_before_it_is_read(project):
    doomed = project.write("doomed/draft.txt", GOOD)
    command = [sys.executable, "-m", "canonym", "check", "--format", "json", "--files-from", "-"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=project.root, encoding="utf-8", **pipes) as running:
        # It waits for its list: the directory was there when it started and is gone when it reads.
        doomed.unlink()
        doomed.parent.rmdir()
        out, said = running.communicate(f"{doomed}\n{project.good}\n", timeout=60)
    assert running.returncode == 2
    assert [finding["text"] for finding in json.loads(out)] == FOUND["good.txt"]
    assert "doomed" in said


@pytest.mark.parametrize("name", ["x" * 5000, "nul\0byte", "drafts/good.txt/further.txt"])
def test_a_path_that_no_file_can_have_is_named_and_the_others_are_checked(project, name):
    code, found, said = project.check("--files-from", "-", stdin=f"{name}\n{project.good}\n")
    assert (code, found) == (2, FOUND)
    assert name[:3] in said
    assert "Traceback" not in said


@pytest.fixture
def links(project):
    """The project, where links can be made."""
    try:
        (project.root / "try").symlink_to(project.root / "nowhere")
    except OSError:
        pytest.skip("this system makes no links")
    (project.root / "try").unlink()
    return project


def test_a_loop_of_directories_is_walked_once(links):
    (links.root / "drafts" / "again").symlink_to(links.root / "drafts", target_is_directory=True)
    (links.root / "drafts" / "up").symlink_to(links.root, target_is_directory=True)
    assert links.check("drafts")[:2] == (1, FOUND)


def test_links_that_lead_nowhere_are_named_when_asked_for(links):
    (links.root / "drafts" / "a.txt").symlink_to("b.txt")
    (links.root / "drafts" / "b.txt").symlink_to("a.txt")
    (links.root / "drafts" / "dangling.txt").symlink_to("none.txt")
    code, found, said = links.check("drafts/a.txt", "drafts/dangling.txt", links.good)
    assert (code, found) == (2, FOUND)
    assert "a.txt" in said
    assert "dangling.txt" in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_a_directory_of_drafts_does_not_hold_the_check_up(project):
    os.mkfifo(project.root / "drafts" / "pipe.txt")
    assert project.check("drafts", timeout=30)[:2] == (1, FOUND)


def test_a_draft_that_may_not_be_read_is_named(project, stranger):
    secret = project.write("drafts/secret.txt", GOOD)
    secret.chmod(0)
    code, found, said = project.check("drafts", **stranger)
    assert (code, found) == (2, FOUND)
    assert "secret.txt" in said
    assert "Traceback" not in said


@pytest.fixture
def stranger(project):
    """Options to run as somebody for whom permissions count: root may read everything."""
    if sys.platform == "win32":
        pytest.skip("permissions are another matter here")
    if os.geteuid() != 0:
        return {}
    options = {"user": 65534}
    for folder in (project.root, *project.root.parents):
        folder.chmod(folder.stat().st_mode | 0o055)
        if folder.stat().st_mode & 0o1000:
            break
    try:
        able = project.run("--version", **options).returncode == 0
    except OSError:
        able = False
    if not able:
        pytest.skip("nobody else can run this Python")
    return options


def test_a_line_of_200_megabytes_holds_up_neither_a_check_nor_learning(project):
    long = project.write("drafts/long.txt", b"")
    with long.open("wb") as file:
        piece = b"words that go on without an end and then Caterina Ferante again " * 16384
        for _ in range(200 * MEGABYTE // len(piece)):
            file.write(piece)
    code, found, said = project.check("drafts")
    learning = project.run("learn", "--output", "learned.jsonl", "drafts")
    long.unlink()
    assert (code, found) == (2, FOUND)
    assert learning.returncode == 2
    assert "Caterina Ferante" in (project.root / "learned.jsonl").read_text(encoding="utf-8")
    for told in (said, learning.stderr):
        assert "long.txt" in told
        assert "Traceback" not in told


# Files of ours: refused by name, place and remedy, and left as they were.


REFUSED = [
    ("termbase.toml", TERMBASE[: TERMBASE.index("Ferante") + 2], ["termbase.toml:4"]),
    (
        "termbase.toml",
        TERMBASE.replace("preferred", "prefered"),
        ["termbase.toml:3", "prefered", "preferred"],
    ),
    ("termbase.toml", '[[name]]\npreferred = "A\n', ["termbase.toml:2"]),
    ("termbase.toml", "[[name]]\npreferred = 3\n", ["termbase.toml:2", "preferred"]),
    ("termbase.toml", b'[[name]]\npreferred = "caf\xff"\n', ["termbase.toml:2"]),
    ("canonym.toml", "[rules\n", ["canonym.toml:1"]),
    ("canonym.toml", "\nrulse = {}\n", ["canonym.toml:2", "rulse", "rules"]),
    ("canonym.toml", '[rules]\nvariant-nam = "info"\n', ["canonym.toml:2", "variant-nam", "variant-name"]),
    (
        "canonym.toml",
        '[rules]\nvariant-name = "loud"\n',
        ["canonym.toml:2", "variant-name", "loud", "warning"],
    ),
    ("pyproject.toml", "[tool.canonym]\ntermbase = 3\n", ["pyproject.toml:2", "termbase"]),
]


@pytest.mark.parametrize(("name", "content", "named"), REFUSED)
def test_a_damaged_file_of_ours_is_refused_by_place_and_key(project, name, content, named):
    if name == "pyproject.toml":
        (project.root / "canonym.toml").unlink()
    path = project.write(name, content)
    before = path.read_bytes()
    done = project.run("check", "drafts")
    assert done.returncode == 2
    assert [part for part in named if part not in done.stderr] == []
    assert "Traceback" not in done.stderr
    assert path.read_bytes() == before
    assert project.good.read_text(encoding="utf-8") == GOOD


def test_two_names_that_claim_one_form_are_both_named(project):
    second = '[[name]]\npreferred = "Catarina Ferrente"\ndeprecated = ["Caterina Ferante"]\n'
    project.write("termbase.toml", TERMBASE + second)
    done = project.run("check", "drafts")
    assert done.returncode == 2
    assert "termbase.toml:7" in done.stderr
    assert "line 4" in done.stderr
    assert "Caterina Ferante" in done.stderr


def test_a_termbase_that_is_named_but_missing(project):
    done = project.run("check", "--termbase", "none.toml", "drafts")
    assert done.returncode == 2
    assert "none.toml" in done.stderr


@pytest.fixture
def learned(project):
    """The lines of a learned termbase, and the project that learned it."""
    for number, article in enumerate(ARTICLES):
        project.write(f"corpus/{number}.txt", f"{article}\n")
    done = project.run("learn", "--output", "learned.jsonl", "corpus")
    assert done.returncode == 0, done.stderr
    return (project.root / "learned.jsonl").read_bytes()


def cuts(data: bytes) -> list[int]:
    line_ends = [place + 1 for place, byte in enumerate(data) if byte == ord("\n")]
    return [0, line_ends[0] - 3, len(data) // 2, line_ends[len(line_ends) // 2], line_ends[-2], len(data) - 2]


@pytest.mark.parametrize("cut", range(6))
def test_a_learned_termbase_cut_short_is_never_taken_for_whole(project, learned, cut):
    place = cuts(learned)[cut]
    damaged = project.write("damaged.jsonl", learned[:place])
    done = project.run("check", "--isolated", "--termbase", damaged, "drafts")
    assert done.returncode == 2
    assert "damaged.jsonl" in done.stderr
    assert "learn" in done.stderr
    assert damaged.read_bytes() == learned[:place]


def test_a_learned_termbase_of_another_version(project, learned):
    damaged = project.write("later.jsonl", learned.replace(b'"canonym":2', b'"canonym":999', 1))
    done = project.run("check", "--isolated", "--termbase", damaged, "drafts")
    assert done.returncode == 2
    assert "later.jsonl:1" in done.stderr
    assert "999" in done.stderr


# The corpus: what cannot be read is named, the rest is learned, and an earlier termbase survives a failure.


def test_learning_goes_on_past_what_is_no_text(project, learned):
    project.write("corpus/empty.txt", b"")
    project.write("corpus/picture.txt", b"\x89PNG\0\0\0" * 4000)
    done = project.run("learn", "--output", "again.jsonl", "corpus")
    again = (project.root / "again.jsonl").read_text(encoding="utf-8")
    assert done.returncode in (0, 2)
    assert "picture.txt" in done.stderr
    assert '"Caterina Ferrante"' in again


def test_learning_from_nothing_leaves_the_termbase_alone(project, learned):
    done = project.run("learn", "--output", "learned.jsonl", "no-such-corpus")
    assert done.returncode == 2
    assert "no-such-corpus" in done.stderr
    assert (project.root / "learned.jsonl").read_bytes() == learned


def test_learning_never_touches_what_people_wrote(project, learned):
    project.run("learn", "corpus")
    assert (project.root / "termbase.toml").read_text(encoding="utf-8") == TERMBASE


def test_an_output_that_cannot_be_written_is_named(project, learned):
    done = project.run("learn", "--output", "no-such-directory/learned.jsonl", "corpus")
    assert done.returncode == 2
    assert "no-such-directory" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["check", "--select", "variant-nam", "drafts"], ["variant-nam", "variant-name"]),
        (["check", "--format", "sraif", "drafts"], ["sraif", "sarif"]),
        (["check", "--jobs", "many", "drafts"], ["many"]),
        (["chekc"], ["chekc", "check"]),
        (["explain", "no-such-name-at-all"], ["no-such-name-at-all"]),
    ],
)
def test_a_wrong_argument_is_named(project, arguments, named):
    done = project.run(*arguments)
    assert done.returncode == 2
    assert [part for part in named if part not in done.stderr] == []
