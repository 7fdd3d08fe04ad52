"""Archives teach what their articles would teach as files, however they are packed and cut."""

import gzip
import random
import zlib
from itertools import accumulate

import brotli
import pytest

from archiving import json_lines, packed, page, record, web_archive, zstd
from canonym.corpus import articles as parting
from canonym.corpus.archives.archive import cut
from canonym.corpus.archives.fields import Fields
from canonym.corpus.archives.source import ArchiveSource
from canonym.corpus.learning import learn
from canonym.termbase.learned import dump
from corpus.test_order import articles
from marking import write_corpus

TEXTS = articles(60)
LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".jsonl.zst", ".JSON.GZ")
WEB = (".warc", ".wet", ".warc.gz", ".warc.wet.gz")


def archive(folder, name, data, **options):
    path = folder / name
    path.write_bytes(data)
    return ArchiveSource.of(path, name, **options)


def written(folder, suffix, texts=TEXTS):
    """Write an archive in which each article goes by its number."""
    if suffix in WEB:
        records = (record("conversion", f"{n:03}.txt", text.encode()) for n, text in enumerate(texts))
        return archive(folder, f"a{suffix}", web_archive(records, suffix))
    records = json_lines({"id": f"{n:03}.txt", "text": text} for n, text in enumerate(texts))
    return archive(folder, f"a{suffix}", packed(records, suffix.lower()))


def texts_of(source):
    """Read a whole archive; return its articles by name, and what was told."""
    slices, troubles = cut(source._replace(part=parting.SIZE))
    told = [*troubles]
    found = {d.path: d.text for part in slices for d in part.documents(told.append)}
    return found, list(map(str, told))


@pytest.mark.parametrize("suffix", [*LINES, *WEB])
def test_an_archive_teaches_what_its_articles_teach(tmp_path, monkeypatch, suffix):
    monkeypatch.setattr(parting, "SIZE", 500)  # many parts
    source = written(tmp_path, suffix)
    prefix = f"a{suffix}#2026-11-21/" if suffix in WEB else f"a{suffix}#"
    learned = "".join(dump(learn([source], jobs=2))).replace(prefix, "")
    assert len(cut(source._replace(part=500)).parts) > 4
    assert learned == "".join(dump(learn(write_corpus(tmp_path / "files", TEXTS))))


@pytest.mark.parametrize("suffix", [*LINES, *WEB])
def test_parts_can_be_read_in_any_order(tmp_path, suffix):
    slices = cut(written(tmp_path, suffix)._replace(part=500)).parts
    whole = [d.text for part in slices for d in part.documents(pytest.fail)]
    assert whole == TEXTS
    assert [part.slice.first for part in slices] == [*accumulate((p.size for p in slices), initial=1)][:-1]
    order = random.Random(1).choices(range(len(slices)), k=30)
    apart = {n: [d.text for d in slices[n].documents(pytest.fail)] for n in order}
    assert apart == {n: [d.text for d in slices[n].documents(pytest.fail)] for n in apart}


@pytest.mark.parametrize("size", [1, 7, 100, 10_000])
def test_the_size_of_parts_is_no_matter(tmp_path, monkeypatch, size):
    source = archive(tmp_path, "a.jsonl", json_lines({"text": t} for t in TEXTS).rstrip(b"\n"))
    monkeypatch.setattr(parting, "SIZE", size)
    assert texts_of(source) == ({f"a.jsonl#{n}": text for n, text in enumerate(TEXTS, 1)}, [])


@pytest.mark.parametrize(
    ("data", "name", "text"),
    [
        ({"text": "Karim"}, "1", "Karim"),
        ({"body": "Ali", "title": "News", "link": "x", "date": "2026-11-21T"}, "2026-11-21/x", "News\n\nAli"),
        ({"text": ["Karim", "came."], "id": 17, "date": 20261121}, "20261121/17", "Karim\n\ncame."),
        ({"text": "Karim", "id": "a\n b", "date": "soon", "title": None}, "a b", "Karim"),
        ({"text": " ", "content": "Karim", "id": ""}, "1", "Karim"),
    ],
)  # fmt: skip
def test_fields_go_by_their_usual_names(tmp_path, data, name, text):
    assert texts_of(archive(tmp_path, "a.jsonl", json_lines([data]))) == ({f"a.jsonl#{name}": text}, [])


def test_fields_can_be_named_and_lead_into_records(tmp_path):
    fields = Fields().with_names({"text": "story.body", "id": "no"})
    data = {"story": {"body": "Karim"}, "text": "other", "no": "7", "id": "8"}
    assert texts_of(archive(tmp_path, "a.jsonl", json_lines([data]), fields=fields)) == (
        {"a.jsonl#7": "Karim"},
        [],
    )


def test_pages_are_read_by_their_type_and_charset(tmp_path):
    records = [
        record("warcinfo", "", b"software: x"),
        record("request", "http://x/1", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        page("http://x/1", "<p>Lévy <b>came</b></p>"),
        page("http://x/2", "Lévy came".encode("latin-1"), "text/plain; charset=iso-8859-1"),
        page("http://x/3", "Lévy came", "text/plain; charset=none-such"),
        page("http://x/4", b"\x89PNG", "image/png"),
        page("http://x/5", "gone", status=404),
        record("resource", "http://x/6", b"Sorvak", "text/html"),
    ]
    source = archive(tmp_path, "a.warc.gz", web_archive(records, ".gz"))
    (part,) = cut(source).parts
    assert [(d.path, d.format, d.text) for d in part.documents(pytest.fail)] == [
        ("a.warc.gz#2026-11-21/http://x/1", "html", "<p>Lévy <b>came</b></p>"),
        ("a.warc.gz#2026-11-21/http://x/2", "plain", "Lévy came"),
        ("a.warc.gz#2026-11-21/http://x/3", "plain", "Lévy came"),
        ("a.warc.gz#2026-11-21/http://x/6", "html", "Sorvak"),
    ]


PACKERS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    " Deflate ": lambda data: zlib.compress(data, wbits=-15),
    "br": brotli.compress,
    "zstd": zstd.compress,
    "identity": bytes,
    "br, gzip": lambda data: gzip.compress(brotli.compress(data)),
}


@pytest.mark.parametrize(("coding", "pack"), PACKERS.items(), ids=PACKERS)
def test_pages_are_read_however_a_server_packed_them(tmp_path, coding, pack):
    content = f"text/html\r\nContent-Encoding: {coding}"
    records = [page("http://x/1", pack("<p>Lévy came</p>".encode()), content)]
    found, said = texts_of(archive(tmp_path, "a.warc", web_archive(records)))
    assert (list(found.values()), said) == (["<p>Lévy came</p>"], [])


@pytest.mark.parametrize(
    ("coding", "data", "told"),
    [
        ("gzip", b"no gzip", "is damaged (Error -3 while decompressing data: incorrect header check)"),
        ("gzip", gzip.compress(b"Karim", mtime=0)[:-3], "is damaged (what it is packed in was cut)"),
        ("br", b"no brotli", "is damaged (brotli: decoder failed)"),
        ("pack200-gzip", b"", "is packed by pack200-gzip, which is not known here"),
    ],
    ids=["no gzip", "cut", "no brotli", "unknown"],
)
def test_a_page_that_cannot_be_unpacked_is_reported_and_costs_only_itself(tmp_path, coding, data, told):
    bad = page("http://x/bad", data, f"text/html\r\nContent-Encoding: {coding}")
    found, said = texts_of(archive(tmp_path, "a.warc", web_archive([*RECORDS[:2], bad, *RECORDS[2:]])))
    assert (len(found), said) == (4, [f"a.warc, record 3: {told}"])


@pytest.mark.parametrize(
    "charset",
    ["undefined", "idna", "punycode", "unicode_escape", "utf-7", "bz2", "rot13", "no\x00ne", "x" * 99],
)
def test_a_page_may_name_what_is_no_charset_of_pages(tmp_path, charset):
    records = [page("http://x/1", "<p>+2AA- \\ud800 Lévy", f"text/html; charset={charset}")]
    found, said = texts_of(archive(tmp_path, "a.warc", web_archive(records)))
    assert (list(found.values()), said) == (["<p>+2AA- \\ud800 Lévy"], [])


GOOD = {"text": "Karim came."}


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (b"{'text': 1}", "a.jsonl:2: is no JSON (JSON is malformed: object keys must be strings (byte 1))"),
        (b'{"text": "\xff"}', "a.jsonl:2: is no UTF-8"),
        (b"\xff\xfe{", "a.jsonl:2: is no UTF-8"),
        (b'{"text": "Kar', "a.jsonl:2: is no JSON (Input data was truncated)"),
        (b"[" * 100_000, "a.jsonl:2: is nested too deep"),
        (b'{"a":' * 5000 + b"1" + b"}" * 5000, "a.jsonl:2: is nested too deep"),
        (b'{"text": "Karim", "id": %s}' % (b"9" * 5000), "a.jsonl:2: has a number that is out of range"),
        (b'{"text": "Karim", "votes": 1e999}', "a.jsonl:2: has a number that is out of range"),
        (b"[1]", "a.jsonl:2: is no record but a list or a single value"),
        ({"title": "Karim"}, "a.jsonl:2: has no text; looked for text, content, body, maintext, plain_text"),
        ({"text": {"a": 1}}, "a.jsonl:2: has no text; looked for text, content, body, maintext, plain_text"),
    ],
)  # fmt: skip
def test_a_bad_line_is_reported_and_costs_only_itself(tmp_path, bad, told):
    source = archive(tmp_path, "a.jsonl", b"\xef\xbb\xbf" + json_lines([GOOD, bad, GOOD]) + b"\n \n")
    found, said = texts_of(source)
    assert said == [told]
    assert list(found) == ["a.jsonl#1", "a.jsonl#3"]


@pytest.mark.parametrize("suffix", [".jsonl.gz", ".jsonl.zst"])
def test_of_a_cut_archive_the_whole_lines_are_read(tmp_path, monkeypatch, suffix):
    monkeypatch.setattr(parting, "SIZE", 100)
    chance = random.Random(1)
    texts = [f"Karim came {chance.random()}." for _ in range(9000)]
    data = packed(json_lines({"text": t} for t in texts), suffix)
    found, said = texts_of(archive(tmp_path, f"a{suffix}", data[: len(data) * 2 // 3]))
    assert 4000 < len(found) < 9000
    assert list(found.values()) == texts[: len(found)]
    assert said == [
        f"a{suffix}:{len(found) + 1}: ends in the middle, it was cut; what stands before is learned"
    ]


@pytest.mark.parametrize("suffix", [".jsonl.gz", ".jsonl.zst"])
def test_a_file_that_is_not_what_its_name_says_is_reported(tmp_path, suffix):
    found, (said,) = texts_of(archive(tmp_path, f"a{suffix}", json_lines([GOOD])))
    assert not found
    assert said.startswith(f"a{suffix}: is damaged (")


def test_packed_files_one_behind_the_other_are_one(tmp_path):
    for suffix in (".jsonl.gz", ".jsonl.zst"):
        data = packed(json_lines([GOOD]), suffix) * 3 + b"\0" * 5 * suffix.endswith("gz")
        found, said = texts_of(archive(tmp_path, f"a{suffix}", data))
        assert (len(found), said) == (3, [])


RECORDS = [page(f"http://x/{n}", f"<p>Karim came {n} times.</p>") for n in range(4)]


@pytest.mark.parametrize("suffix", [".warc", ".warc.gz"])
@pytest.mark.parametrize("lost", [2, 30, 100, 180])
def test_of_a_cut_web_archive_the_whole_records_are_read(tmp_path, suffix, lost):
    data = web_archive(RECORDS, suffix)
    found, said = texts_of(archive(tmp_path, f"a{suffix}", data[:-lost]))
    if (suffix, lost) == (".warc", 2):  # of the empty lines at the end
        assert (len(found), said) == (4, [])
        return
    assert 3 <= len(found) <= 4
    assert len(said) == 1
    assert ": ends in the middle, it was cut" in said[0] or ": is damaged (" in said[0]


def test_a_web_archive_is_read_up_to_where_it_is_damaged(tmp_path):
    data = bytearray(web_archive(RECORDS, ".gz"))
    third = len(web_archive(RECORDS[:2], ".gz"))
    data[third + 20 : third + 60] = b"x" * 40
    found, (said,) = texts_of(archive(tmp_path, "a.warc.gz", bytes(data)))
    assert len(found) == 2
    assert said.startswith("a.warc.gz, record 3: is damaged (")


WHOLE = record("conversion", "x", b"Karim")
NO_RECORDS = {
    "no record": b"hello\r\n\r\n",
    "a length below nothing": WHOLE.replace(b"Length: 5", b"Length: -5"),
    "a length of too many figures": WHOLE.replace(b"Length: 5", b"Length: 5" + b"0" * 5000),
    "a length of more than there is": WHOLE.replace(b"Length: 5", b"Length: 999999"),
    "no length": WHOLE.replace(b"Content-Length: 5\r\n", b""),
    "a head without end": b"WARC/1.0\r\nX: " + b"a" * 300_000 + b"\r\n\r\n",
}  # fmt: skip


@pytest.mark.parametrize("suffix", [".warc", ".warc.gz"])
@pytest.mark.parametrize("before", [0, 2])
@pytest.mark.parametrize("bad", NO_RECORDS.values(), ids=NO_RECORDS)
def test_what_is_no_record_is_reported_and_costs_only_itself(tmp_path, suffix, before, bad):
    data = web_archive([*RECORDS[:before], bad, bad, *RECORDS[before:]], suffix)
    source = archive(tmp_path, f"a{suffix}", data)
    found, said = texts_of(source)
    assert list(found) == [f"a{suffix}#2026-11-21/http://x/{n}" for n in range(4)]
    assert said[0] == f"a{suffix}, record {before + 1}: is no whole record; it is left out"
    assert len(said) <= 2  # of two that stand together, the end of the first may not be found


def test_a_web_archive_in_one_piece_is_reported(tmp_path):
    data = packed(web_archive(RECORDS), ".gz")
    _, said = texts_of(archive(tmp_path, "a.warc.gz", data))
    assert said[0].endswith("is packed in one piece; pack it record by record: fastwarc recompress")


def test_lines_and_pages_beyond_measure_are_left_out(tmp_path, monkeypatch):
    monkeypatch.setattr(parting, "SIZE", 100)
    monkeypatch.setattr("canonym.corpus.archives.json_lines.LIMIT", 1000)
    monkeypatch.setattr("canonym.corpus.archives.web_archives.LIMIT", 1000)
    long = {"text": "Karim came. " * 1000}
    found, said = texts_of(archive(tmp_path, "a.jsonl", json_lines([GOOD, GOOD, long, GOOD])))
    assert list(found) == ["a.jsonl#1", "a.jsonl#2", "a.jsonl#4"]
    assert said == ["a.jsonl:3: is longer than 0 MB; it is left out"]
    records = [*RECORDS, page("http://x/9", "x" * 1001)]
    found, said = texts_of(archive(tmp_path, "a.warc", web_archive(records)))
    assert len(found) == 4
    assert said == ["a.warc, record 5: is longer than 0 MB; it is left out"]


def test_of_many_bad_lines_the_first_are_told_and_how_many_more(tmp_path):
    found, said = texts_of(archive(tmp_path, "a.jsonl", json_lines([b"x"] * 5000 + [GOOD])))
    assert list(found) == ["a.jsonl#5001"]
    assert [line.partition(": ")[0] for line in said[:-1]] == [f"a.jsonl:{n}" for n in range(1, len(said))]
    assert said[-1] == f"a.jsonl: {5001 - len(said):,} more of its records could not be read"
    assert 5 < len(said) < 50


def test_an_archive_that_is_gone_is_reported(tmp_path):
    source = archive(tmp_path, "a.jsonl", b"")
    assert texts_of(source) == ({}, [])
    source.path.unlink()
    assert texts_of(source) == ({}, ["a.jsonl: cannot be read: No such file or directory"])


def test_what_is_no_archive_is_none(tmp_path):
    names = ("a.json", "a.txt", "a.gz", "a.txt.gz", "jsonl")
    assert [ArchiveSource.of(tmp_path / name, name) for name in names] == [None] * 5
