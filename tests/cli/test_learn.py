"""``canonym learn``: which articles it reads, what it writes, and what it never touches."""

import json
import os
import random
import shutil
import subprocess
import sys
from itertools import pairwise

import pytest

from cli.running import canonym, write

CORPUS = {
    "articles/one.txt": "On Monday Caterina Ferrante opened the fair in Lisbon. Then she left Lisbon.\n",
    "articles/two.md": "# A visit\n\nNobody had asked *Caterina Ferrante*, said the paper in Lisbon.\n",
    "articles/deep/three.html": "<p>Friends of Caterina Ferrante wrote from Lisbon to Marisa Dolente.</p>\n",
    "articles/photo.png": b"\x89PNG\0\0\0",
    "articles/.hidden.txt": "He met Hidden Person there. Yes, Hidden Person came.\n",
}
LEARNED = "termbase.learned.jsonl"
ALL = ["articles/deep/three.html", "articles/one.txt", "articles/two.md"]


@pytest.fixture
def corpus(tmp_path):
    return write(tmp_path, CORPUS)


def learn(cwd, *arguments, **options):
    """Learn, and return the records that were written by default."""
    outcome = canonym("learn", *arguments, cwd=cwd, **options)
    assert (outcome.code, outcome.err) == (0, "")
    return records(cwd / LEARNED)


def records(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def preferred(lines):
    return [line["terms"][0]["form"] for line in lines if "id" in line]


def articles(lines):
    """The articles that were read: each leaves the signature of its story."""
    return [line["story"] for line in lines if "story" in line]


def test_names_are_learned_from_every_format(corpus):
    lines = learn(corpus, "articles")
    assert lines[0]["articles"] == {"en": 3}
    assert {"Caterina Ferrante", "Lisbon"} <= {*preferred(lines)}
    assert articles(lines) == ALL


def test_it_sums_up(corpus):
    code, out, err = canonym("learn", "articles", cwd=corpus)
    assert (code, err) == (0, "")
    *counts, written = out.splitlines()
    names = len(preferred(records(corpus / LEARNED)))
    assert [line.split() for line in counts] == [
        ["articles", "3"],
        ["names", str(names)],
        ["variants", "0"],
        ["undecided", "0"],
    ]
    assert written == f"written to {corpus / LEARNED}"
    assert canonym("learn", "articles", "--quiet", cwd=corpus) == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "stdin", "read"),
    [
        (["articles/one.txt", "articles/two.md"], b"", ["articles/one.txt", "articles/two.md"]),
        (["articles/*.txt"], b"", ["articles/one.txt"]),
        (["articles/**/*.html"], b"", ["articles/deep/three.html"]),
        (["-"], b"articles/deep\r\n\r\narticles/one.txt\n", ["articles/deep/three.html", "articles/one.txt"]),
        (["./articles/../articles/one.txt", "articles/one.txt"], b"", ["articles/one.txt"]),
    ],
    ids=["files", "glob", "deep glob", "list", "twice"],
)
def test_what_is_read(corpus, arguments, stdin, read):
    lines = learn(corpus, *arguments, stdin=stdin)
    assert lines[0]["articles"] == {"en": len(read)}
    assert articles(lines) == read


def test_git_and_the_settings_say_what_is_left_out(corpus):
    write(corpus, {".gitignore": "*.md\n", ".git/x": "", "canonym.toml": 'exclude = ["deep/"]\n'})
    assert articles(learn(corpus, "articles")) == ["articles/one.txt"]


def test_the_settings_name_corpus_and_output(corpus):
    write(
        corpus,
        {
            "canonym.toml": "corpus = ['articles\\deep', 'articles/*.txt']\nlearned = 'data.jsonl'\n",
            "sub/x": "",
        },
    )
    outcome = canonym("learn", cwd=corpus / "sub")
    assert (outcome.code, outcome.err) == (0, "")
    assert articles(records(corpus / "data.jsonl")) == ["articles/deep/three.html", "articles/one.txt"]


def test_the_settings_say_how_an_article_is_read(corpus):
    settings = """\
corpus = ["news"]
[formats]
"*.news" = "markdown"
[keys]
"*.json" = ["title"]
"""
    title = "In Lisbon they say that Marisa Dolente and Marisa Dolente are one."
    write(
        corpus,
        {
            "canonym.toml": settings,
            "news/a.news": "They say that `Hidden Person` and *Caterina Ferrante* met Hidden.\n\n" * 2,
            "news/b.json": json.dumps({"title": title, "id": "so said Other Person and Other Person"}),
        },
    )
    lines = learn(corpus)
    assert articles(lines) == ["news/a.news", "news/b.json"]
    assert "Marisa Dolente" in preferred(lines)
    assert {"Hidden Person", "Other Person"}.isdisjoint(preferred(lines))


def test_without_settings_it_is_written_to_the_root_of_the_repository(corpus):
    write(corpus, {".git/x": "", "sub/x": ""})
    assert canonym("learn", "../articles", cwd=corpus / "sub").code == 0
    assert articles(records(corpus / LEARNED)) == ALL
    assert canonym("learn", "../articles", "--isolated", cwd=corpus / "sub").code == 0
    assert articles(records(corpus / "sub" / LEARNED))[0] == "../articles/deep/three.html"


def test_the_same_bytes_whatever_the_order_and_the_jobs(corpus):
    more = {f"articles/more/{n}.txt": f"In Lisbon Caterina Ferrante met {n} people.\n" for n in range(70)}
    write(corpus, more)
    learn(corpus, "articles")
    first = (corpus / LEARNED).read_bytes()
    for arguments in (["articles/two.md", "articles"], ["articles", "--jobs", "1"], ["articles", "-j", "3"]):
        learn(corpus, *arguments)
        assert (corpus / LEARNED).read_bytes() == first


def test_an_article_is_the_same_in_any_encoding_and_with_any_line_ends(tmp_path):
    text = "Yesterday the mayor, André Müller, came to Liège.\nIn Liège he met Zoë Döring and André Müller.\n"
    for folder, data in {
        "utf8": text.encode(),
        "bom": text.encode("utf-8-sig"),
        "utf16": text.encode("utf-16"),
        "cp1252": text.encode("cp1252"),
        "crlf": text.replace("\n", "\r\n").encode(),
    }.items():
        write(tmp_path / folder, {"a.txt": data})
    learned = {folder.name: learn(folder, "a.txt") for folder in sorted(tmp_path.iterdir())}
    assert "André Müller" in preferred(learned["utf8"])
    assert {name: lines for name, lines in learned.items() if lines != learned["utf8"]} == {}


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode elsewhere")
def test_a_name_that_is_no_unicode_is_read_and_written_as_far_as_it_is(corpus):
    name = os.fsdecode(b"caf\xe9.txt")
    (corpus / "articles" / name).write_bytes(b"He met Marisa Dolente in Lisbon.\n")
    assert "articles/caf\ufffd.txt" in articles(learn(corpus, "articles"))


def test_no_quotes_keeps_no_sentence(corpus):
    learn(corpus, "articles", "--no-quotes")
    text = (corpus / LEARNED).read_text(encoding="utf-8")
    assert "articles/one.txt" in text
    assert "opened the fair" not in text


def test_what_is_no_text_is_named_and_the_rest_is_learned(corpus):
    code, _, err = canonym("learn", "articles", "articles/photo.png", "gone.txt", cwd=corpus)
    assert code == 2
    photo = os.path.join("articles", "photo.png")  # noqa: PTH118  (as it was typed)
    assert err == f"canonym: {photo}: is no text\ncanonym: gone.txt: does not exist\n"
    assert "Caterina Ferrante" in preferred(records(corpus / LEARNED))


def test_an_array_of_articles_is_not_taken_for_an_empty_article(corpus):
    (corpus / "all.json").write_text('[{"text": "Caterina Ferrante opened the fair."}]', encoding="utf-8")
    code, _, err = canonym("learn", "articles", "all.json", "--jobs", "0", cwd=corpus)
    assert code == 2
    assert err.startswith("canonym: all.json: says not which of its values are prose")
    assert "all.json" not in articles(records(corpus / LEARNED))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "canonym: name the articles to learn from, or set `corpus` in canonym.toml\n"),
        (["empty"], "canonym: found no article to learn from\n"),
        (
            ["articles", "-o", "termbase.toml"],
            "canonym: termbase.toml: is for what people write; name a ",
        ),
        (
            ["articles", "-o", "notes.txt"],
            "canonym: notes.txt:1: is no learned termbase; name another file or remove this one\n",
        ),
        (["articles", "-o", "empty"], "canonym: empty: "),
        (["articles", "-o", "gone/x.jsonl"], "canonym: gone"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_lost(corpus, arguments, message):
    kept = {"termbase.toml": "# mine\n", "notes.txt": "mine\n", LEARNED: '{"canonym":1,"articles":0}\n'}
    write(corpus, kept)
    (corpus / "empty").mkdir()
    code, out, err = canonym("learn", *arguments, cwd=corpus)
    assert (code, out) == (2, "")
    assert err.startswith(message)
    assert len(err.splitlines()) == 1
    assert {name: (corpus / name).read_text(encoding="utf-8") for name in kept} == kept
    assert {path.name for path in corpus.iterdir()} == {"articles", "empty", *kept}


def test_a_relearned_termbase_differs_only_where_the_corpus_did(corpus):
    learn(corpus, "articles")
    before = (corpus / LEARNED).read_text(encoding="utf-8").splitlines()
    shutil.copy(corpus / "articles/one.txt", corpus / "articles/copy.txt")
    learn(corpus, "articles/one.txt", "articles/two.md", "articles/deep")
    assert (corpus / LEARNED).read_text(encoding="utf-8").splitlines() == before


def test_a_large_termbase_is_compiled_at_once_and_a_small_one_when_it_is_used(corpus):
    index = corpus / ".canonym" / "index"
    learn(corpus, "articles")
    assert not index.exists()
    rng = random.Random(3)
    names = ["".join(rng.choices("aeioklmnrst", k=9)).capitalize() for _ in range(9_000)]
    for number in range(60):
        said = (
            f"Then {name} met {other}." for name, other in pairwise(names[150 * number : 150 * number + 151])
        )
        (corpus / "articles" / f"made{number}.txt").write_text("\n".join(said), "utf-8")
    learn(corpus, "articles", "--output", "elsewhere.jsonl")
    assert not index.exists()
    learn(corpus, "articles")
    assert (corpus / LEARNED).stat().st_size > 1 << 20
    [compiled] = index.glob("*.index")
    canonym("check", "articles/one.txt", cwd=corpus)
    assert [*index.glob("*.index")] == [compiled]


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_progress_is_shown_on_a_terminal_only(corpus):
    import pty

    shown, terminal = pty.openpty()
    command = [sys.executable, "-m", "canonym", "learn", "articles"]
    done = subprocess.run(
        command, cwd=corpus, stdout=subprocess.PIPE, stderr=terminal, timeout=60, check=True
    )
    os.close(terminal)
    said = os.read(shown, 10_000).decode()
    os.close(shown)
    assert "learning 100 %" in said
    assert said.endswith("\r")
    assert b"learning" not in done.stdout
