"""``--interactive``: an answer names the concept that it is written to, and holds wherever it should."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cli.running import canonym, write

SOUTH = "Delegates from South America met on day {0}. South America needs {0} roads.\n"
OTHERS = "Trade of North America with South America rose by {0} per cent; Latin America was merrier.\n"
LATER = "The day in Latin América was merry, the seven delegates said.\n"


@pytest.fixture
def americas(tmp_path: Path) -> Path:
    """Articles with *America* in longer names alone; a later one, and two drafts, write *América*."""
    articles = {f"articles/{n}.txt": (SOUTH + OTHERS).format(n) for n in range(1, 7)}
    drafts = {
        "drafts/one.txt": "The book sold well all over América in spring.\n",
        "drafts/two.txt": "Nobody in América had heard of him. They wrote to América twice.\n",
    }
    write(tmp_path, {"canonym.toml": 'corpus = ["articles"]\n', **articles, **drafts})
    assert canonym("learn", "-q", cwd=tmp_path).code == 0
    write(tmp_path, {"articles/7.txt": LATER})
    return tmp_path


def ask(root: Path, said: str, *paths: str):
    return canonym("check", "--interactive", *paths, cwd=root, stdin=said.encode())


def tree(root: Path) -> dict[str, str]:
    """What the drafts and articles say."""
    return {path.name: path.read_text("utf-8") for path in sorted(root.glob("*/*.txt"))}


@pytest.mark.parametrize(
    ("said", "key", "told"),
    [
        ("n", "not", "“América” is never “America”"),
        ("a", "admitted", "“América” is right beside “America”"),
    ],
)
def test_what_is_said_once_holds_for_the_pair_everywhere(said, key, told, americas):
    before = tree(americas)
    done = ask(americas, f"{said}\n", "drafts")
    assert done.code == 0, done.out
    assert "[n]ever “America” [a]dmit beside “America”" in done.out
    assert f"noted in termbase.toml: {told}" in done.out
    assert done.out.count("[q]uit ?") == 1
    termbase = (americas / "termbase.toml").read_text("utf-8")
    assert termbase == f'[[name]]\npreferred = "America"\n{key} = ["América"]\n'
    assert tree(americas) == before
    again = canonym("check", "drafts", "articles", cwd=americas)
    assert (again.code, "América" in again.out) == (0, False)


def test_a_judgement_is_written_in_the_language_of_the_draft(americas):
    write(americas, {"canonym.toml": 'corpus = ["articles"]\n[language-by-path]\n"de/**" = "de"\n'})
    write(americas, {"termbase.toml": '[[name]]\npreferred = "America"\nforms.de = "Amerika"  # decided\n'})
    write(americas, {"de/one.txt": "Viele Leute wollten nach Amerika. Andere kannten Amérika schon.\n"})
    done = ask(americas, "a\n", "de")
    assert "noted in termbase.toml: “Amérika” is right beside “Amerika”" in done.out
    assert (americas / "termbase.toml").read_text("utf-8") == (
        '[[name]]\npreferred = "America"\n'
        'forms.de = { preferred = "Amerika", admitted = ["Amérika"] }  # decided\n'
    )
    assert canonym("check", "de", cwd=americas).code == 0


def test_an_article_is_left_as_it_was_published(americas):
    before = tree(americas)
    done = ask(americas, "1\ny\n", "articles")
    assert "published article, which is left as it is" in done.out  # 1 is no answer here
    assert "noted in termbase.toml: “América” is wrong for “America”" in done.out
    termbase = (americas / "termbase.toml").read_text("utf-8")
    assert termbase == '[[name]]\npreferred = "America"\ndeprecated = ["América"]\n'
    assert tree(americas) == before
    assert re.search("drafts/one.txt.* error deprecated-term", canonym("check", "drafts", cwd=americas).out)


def test_what_is_used_wherever_it_stands_is_used_in_no_article(americas):
    before = tree(americas)
    done = ask(americas, "Y\nq\n", "drafts", "articles")
    after = tree(americas)
    assert after["7.txt"] == before["7.txt"]
    assert {name for name in after if "América" in after[name]} == {"7.txt"}
    assert done.out.count("[q]uit ?") == 2


SPEAKER = (
    "Caterina Wexley spoke in Oslo on day {0}. Later Wexley went home, and {0} people followed Wexley.\n"
)
FULL = '[[name]]\npreferred = "Caterina Wexley"\nadmitted = ["Wexley"]\n'


@pytest.mark.parametrize(
    ("said", "decided", "noted"),
    [
        ("n", FULL, FULL + 'not = ["Wexly"]\n'),
        ("a", FULL, FULL.replace('["Wexley"]', '["Wexley", "Wexly"]')),
        ("n", "", '[[name]]\npreferred = "Wexley"\nnot = ["Wexly"]\n'),
    ],
)
def test_a_short_form_is_judged_under_the_name_that_has_it(said, decided, noted, tmp_path):
    articles = {f"articles/{n}.txt": SPEAKER.format(n) for n in range(1, 6)}
    drafts = {
        "a.txt": "Caterina Wexley left. Then Wexly came.\n",
        "b.txt": "Nobody saw Wexly. He left Wexly.\n",
    }
    settings = {"canonym.toml": 'corpus = ["articles"]\n', "termbase.toml": decided}
    write(tmp_path, {**articles, **drafts, **settings})
    assert canonym("learn", "-q", cwd=tmp_path).code == 0
    name = "Caterina Wexley" if decided else "Wexley"
    done = ask(tmp_path, f"{said}\n", "a.txt", "b.txt")
    assert f"[n]ever “{name}” [a]dmit beside “{name}”" in done.out
    assert (done.code, done.out.count("[q]uit ?")) == (0, 1)
    assert (tmp_path / "termbase.toml").read_text("utf-8") == noted


def test_a_deprecation_that_goes_is_told(tmp_path):
    decided = '[[name]]\npreferred = "Kyiv"\ndeprecated = ["Kiev"]\n'
    write(tmp_path, {"termbase.toml": decided, "a.txt": "He left Kiev at dawn and went home.\n"})
    done = ask(tmp_path, "n\n", "a.txt")
    assert "[1] Kyiv  [y]es, the first" in done.out
    assert "“Kiev” is never “Kyiv”, and no longer deprecated for it" in done.out
    assert 'not = ["Kiev"]' in (tmp_path / "termbase.toml").read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
@pytest.mark.parametrize(
    ("said", "told", "changed"),
    [
        ("", "Stopped. No draft was changed.", ""),
        ("y", "Stopped. No draft was changed.", ""),
        ("ya", "Stopped. No draft was changed. 1 decision is in termbase.toml.", ""),
        ("yay", "Stopped. 1 draft was changed. 1 decision is in termbase.toml.", "a.txt"),
        ("yyyna", "Stopped. 1 draft was changed. 2 decisions are in termbase.toml.", "a.txt"),
    ],
)
def test_ctrl_c_drops_the_fixes_of_the_draft_and_says_what_stays(tmp_path, said, told, changed):
    termbase = '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir", "Pundshir", "Pandshir"]\n'
    drafts = dict.fromkeys(("a.txt", "b.txt"), "Over Punjir.\n\nOver Pundshir.\n\nOver Pandshir.\n")
    write(tmp_path, {"termbase.toml": termbase, **drafts})
    with asking(tmp_path) as run:
        for answer in said:
            read_to(run, b"[q]uit ? ")
            run.stdin.write(f"{answer}\n".encode())
            run.stdin.flush()
        read_to(run, b"[q]uit ? ")
        run.send_signal(signal.SIGINT)
        out, _ = run.communicate(timeout=60)
    assert run.returncode == 130
    assert out.decode().splitlines()[-1] == told
    assert "".join(name for name, text in drafts.items() if (tmp_path / name).read_text() != text) == changed


def asking(root: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "canonym", "check", "--interactive", "a.txt", "b.txt"]
    return subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def read_to(run: subprocess.Popen[bytes], end: bytes) -> None:
    read = b""
    while not read.endswith(end):
        piece = run.stdout.read(1)
        assert piece, read
        read += piece
