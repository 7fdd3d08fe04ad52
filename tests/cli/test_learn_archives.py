"""``canonym learn`` from archives: which are read, how fields are named, and what of bad ones is told."""

import json

import pytest

from archiving import json_lines, packed, page, web_archive
from cli.running import canonym, write

LEARNED = "termbase.learned.jsonl"
TEXTS = ("They met Caterina Ferrante in Lisbon.", "In Lisbon nobody knew Caterina Ferrante yet.")
PAGES = [page(f"http://x/{n}", f"<p>{text}</p>") for n, text in enumerate(TEXTS)]


@pytest.fixture
def corpus(tmp_path):
    files = {
        "articles/one.txt": "They found Caterina Ferrante in Porto.",
        "articles/two.jsonl.gz": packed(json_lines({"text": text, "id": text[:4]} for text in TEXTS), ".gz"),
        "articles/three.warc": web_archive(PAGES),
    }
    return write(tmp_path, files)


def stories(root):
    lines = (root / LEARNED).read_text(encoding="utf-8").splitlines()
    return [record["story"] for record in map(json.loads, lines) if "story" in record]


def test_archives_of_a_directory_are_read_among_its_articles(corpus):
    code, out, err = canonym("learn", "articles", cwd=corpus)
    assert (code, err) == (0, "")
    assert "articles         5 (2 repeat others)" in out
    assert stories(corpus) == [
        "articles/one.txt",
        "articles/three.warc#2026-11-21/http://x/0",
        "articles/three.warc#2026-11-21/http://x/1",
        "articles/two.jsonl.gz#They",
        "articles/two.jsonl.gz#In L",
    ]
    explained = canonym("explain", "Caterina Ferrante", cwd=corpus).out
    assert "articles/three.warc#2026-11-21/http://x/0:1" in explained


def test_the_engines_learn_the_same(corpus):
    learned = []
    for options in (["-j1"], ["-j2"], ["-j2", "--engine", "dask"]):
        assert canonym("learn", "articles", *options, cwd=corpus)[::2] == (0, "")
        learned.append((corpus / LEARNED).read_bytes())
    assert learned[0] == learned[1] == learned[2]


def test_fields_are_named_by_the_settings_and_the_command_line(corpus):
    record = {"story": {"body": TEXTS[0]}, "number": 7, "link": "x"}
    files = {
        "a.jsonl": json_lines([record]),
        "canonym.toml": 'fields = { text = "story.body", id = "number" }',
    }
    write(corpus, files)
    assert canonym("learn", "a.jsonl", cwd=corpus).code == 0
    assert stories(corpus) == ["a.jsonl#7"]
    assert canonym("learn", "a.jsonl", "--field", "id=link", cwd=corpus).code == 0
    assert stories(corpus) == ["a.jsonl#x"]


@pytest.mark.parametrize("option", ["body", "body=text", "text="])
def test_a_field_of_no_role_is_refused(corpus, option):
    code, _, err = canonym("learn", "articles", "--field", option, cwd=corpus)
    assert code == 2
    assert f"expected one of text, title, date, id, = and a name, got {option!r}" in err


def test_the_newest_records_go_by_their_date(corpus):
    records = [{"text": TEXTS[0], "date": f"2026-01-0{n}", "id": n} for n in (3, 1, 2)]
    write(corpus, {"a.jsonl": json_lines(records)})
    assert canonym("learn", "a.jsonl", "--stories", 2, cwd=corpus).code == 0
    assert stories(corpus) == ["a.jsonl#2026-01-03/3", "a.jsonl#2026-01-02/2"]


def test_with_keys_a_file_of_json_is_an_article(corpus):
    write(
        corpus, {"a.jsonl": json_lines([{"body": TEXTS[0]}]), "canonym.toml": 'keys = { "*.jsonl" = ["**"] }'}
    )
    assert canonym("learn", "a.jsonl", cwd=corpus).code == 0
    assert stories(corpus) == ["a.jsonl"]


def test_a_learned_termbase_is_no_archive(corpus):
    for _ in range(2):
        assert canonym("learn", ".", cwd=corpus)[::2] == (0, "")
        assert len(stories(corpus)) == 5
    assert canonym("learn", LEARNED, cwd=corpus)[::2] == (2, "canonym: found no article to learn from\n")


def test_what_cannot_be_read_is_reported_and_the_rest_is_learned(corpus):
    bad = [{"title": "x"}] * 7
    cut = (corpus / "articles/two.jsonl.gz").read_bytes()[:-8]
    write(
        corpus,
        {"articles/bad.jsonl": json_lines([b"{", {"text": TEXTS[0]}, *bad]), "articles/cut.json.gz": cut},
    )
    code, _, err = canonym("learn", "articles", cwd=corpus)
    assert code == 2
    assert err.splitlines() == [
        "canonym: articles/cut.json.gz:3: ends in the middle, it was cut; what stands before is learned",
        "canonym: articles/bad.jsonl:1: is no JSON (Input data was truncated)",
        *(
            f"canonym: articles/bad.jsonl:{line}: has no text; looked for text, content, body, maintext, "
            "plain_text"
            for line in (3, 4, 5, 6)
        ),
        "canonym: articles/bad.jsonl: 3 more of its records could not be read",
    ]
    assert len(stories(corpus)) == 8


def test_where_nothing_can_be_read_the_termbase_stays(corpus):
    write(corpus, {"a.jsonl": b"[]\n", LEARNED: '{"canonym":1}\n'})
    code, _, err = canonym("learn", "a.jsonl", cwd=corpus)
    assert code == 2
    assert err.splitlines() == [
        "canonym: a.jsonl:1: is no record but a list or a single value",
        "canonym: found no article to learn from",
    ]
    assert (corpus / LEARNED).read_text() == '{"canonym":1}\n'


def test_what_needs_the_extra_says_so(corpus):
    files = {f"none/{name}.py": "raise ImportError" for name in ("backports", "fastwarc")}
    write(
        corpus,
        {**files, "articles/four.jsonl.zst": b"x", "articles/five.jsonl": json_lines([{"text": TEXTS[0]}])},
    )
    environment = {"PYTHONPATH": str(corpus / "none")}
    code, _, err = canonym("learn", "articles", cwd=corpus, env=environment)
    assert code == 2
    assert err.splitlines() == [
        "canonym: articles/four.jsonl.zst: needs backports.zstd: install canonym with the extra archives",
        "canonym: articles/three.warc: needs fastwarc: install canonym with the extra archives",
    ]
    assert len(stories(corpus)) == 4
