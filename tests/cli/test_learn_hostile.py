"""Archives made to take all memory, or to end the learning: each bad record is told, all else is learned."""

import json
import subprocess
import sys
import zlib

import brotli
import pytest

from archiving import json_lines, page, record, web_archive, zstd
from cli.running import write

pytest.importorskip("resource", reason="this system does not say what memory a process took")

MEGABYTE = 1 << 20
MOST = 150
"""Megabytes that learning from these may take; a process that learns nothing takes 30."""
ZEROES = b"0" * MEGABYTE


MEASURED = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""
"""A small process that runs another one: that of the tests is large, and what it forks counts as large."""


def learn(root, *options):
    """Learn from ``root``; return exit code, what was told, the stories, and the memory in MB."""
    command = [sys.executable, "-m", "canonym", "learn", ".", "--quiet", "--jobs=1", *options]
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *command],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    learned = (root / "termbase.learned.jsonl").read_text(encoding="utf-8").splitlines()
    stories = [record["story"] for record in map(json.loads, learned) if "story" in record]
    taken = int(done.stdout) >> (20 if sys.platform == "darwin" else 10)
    return done.returncode, done.stderr.splitlines(), stories, taken


def streamed(compressor, *pieces):
    """Pack pieces of text, each with how often it is repeated."""
    packed = [compressor.compress(text) for text, times in pieces for _ in range(times)]
    return b"".join((*packed, compressor.flush()))


def gzipped(*pieces):
    return streamed(zlib.compressobj(1, wbits=31), *pieces)


def good(number):
    return json_lines([{"text": f"They met Caterina Ferrante {number} times.", "id": number}])


HOSTILE = json_lines(
    [b"[" * MEGABYTE, b'{"a":' * 50_000, b'{"text":"x","id":%s}' % (b"9" * 5000), b'{"text":"\\ud800"}']
)
LINES = ((good(1) + HOSTILE + good(2), 1), (ZEROES, 3000), (b"\n" + good(3), 1))
TOLD = [
    ":2: is nested too deep",
    ":3: is nested too deep",
    ":4: has a number that is out of range",
    ":5: is no JSON (Input data was truncated)",
    ":7: is longer than 8 MB; it is left out",
]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl.zst", streamed(zstd.ZstdCompressor(), *LINES)),
        ("a.jsonl.gz", gzipped(*((text, min(times, 500)) for text, times in LINES))),
    ],
    ids=["zstd", "gzip"],
)
def test_a_line_that_unpacks_to_gigabytes_costs_only_itself(tmp_path, name, data):
    code, told, stories, taken = learn(write(tmp_path, {name: data}))
    assert len(data) < 3 * MEGABYTE
    assert code == 2
    assert sorted(told) == [f"canonym: {name}{line}" for line in TOLD]
    assert stories == [f"{name}#{number}" for number in (1, 2, 3)]
    assert taken < MOST


def test_thousands_of_bad_lines_are_told_in_a_few(tmp_path):
    data = streamed(zstd.ZstdCompressor(), (good(1), 1), (b"a\n" * 100_000, 2), (good(2), 1))
    code, told, stories, taken = learn(write(tmp_path, {"a.jsonl.zst": data}))
    assert (code, len(stories)) == (2, 2)
    assert told[5:] == ["canonym: a.jsonl.zst: 199,995 more of its records could not be read"]
    assert taken < MOST


def test_a_window_wider_than_a_file_needs_is_refused(tmp_path):
    options = {zstd.CompressionParameter.window_log: 31}
    wide = streamed(zstd.ZstdCompressor(options=options), (good(1), 1))
    code, told, stories, taken = learn(write(tmp_path, {"a.jsonl.zst": wide, "b.jsonl": good(2)}))
    said = "canonym: a.jsonl.zst: takes too much memory to unpack; pack it anew with zstd --long=27 or less"
    assert (code, told, stories) == (2, [said], ["b.jsonl#2"])
    assert taken < MOST


def response(head, *pieces):
    """Return a packed record of a page: more lines of its head, and its content of pieces that repeat."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{head}".encode()
    length = len(head) + sum(len(text) * times for text, times in pieces)
    start = record("response", "http://x/bad", b"", "application/http; msgtype=response")
    start = start.replace(b"Content-Length: 0", b"Content-Length: %d" % length).removesuffix(b"\r\n\r\n")
    return gzipped((start + head, 1), *pieces, (b"\r\n\r\n", 1))


BOMB = gzipped((ZEROES, 400))
LONG = "is longer than 8 MB; it is left out"
NONE = "is no whole record; it is left out"
BROTLI = brotli.compress(ZEROES * 50, quality=1)
CHUNKED = "Transfer-Encoding: chunked\r\n\r\n"
BAD_RECORDS = {
    response("\r\n", (ZEROES, 400)): LONG,
    response("X-Endless: ", (ZEROES, 400)): "is damaged (Maximum header length exceeded.)",
    response("Content-Encoding: gzip\r\n\r\n", (BOMB, 1)): LONG,
    response("Content-Encoding: gzip, gzip\r\n\r\n", (gzipped((BOMB, 1)), 1)): LONG,
    response("Content-Encoding: br\r\n\r\n", (BROTLI, 1)): LONG,
    response(CHUNKED, (b"7fffffffffffffff\r\n<p>", 1)): "is damaged (unexpected end of file)",
    response(CHUNKED, (ZEROES, 400)): LONG,
    response(CHUNKED, (ZEROES, 7)): "is damaged (",
    gzipped((b"WARC/1.0\r\nX-Endless: ", 1), (ZEROES, 400)): NONE,
    gzipped((b"WARC/1.0\r\n", 1), (b"a: b\r\n" * 100_000, 100)): NONE,
}


@pytest.mark.parametrize(("bad", "said"), BAD_RECORDS.items(), ids=range(len(BAD_RECORDS)))
def test_a_record_that_unpacks_to_gigabytes_costs_only_itself(tmp_path, bad, said):
    assert len(bad) < 3 * MEGABYTE
    around = [
        web_archive([page(f"http://x/{n}", f"<p>Ferrante came {n} times.</p>")], ".gz") for n in range(4)
    ]
    data = b"".join((*around[:2], bad, *around[2:]))
    code, told, stories, taken = learn(write(tmp_path, {"a.warc.gz": data}))
    assert (code, len(told)) == (2, 1)
    assert told[0].startswith(f"canonym: a.warc.gz, record 3: {said}")
    assert len(told[0]) < 200
    assert stories == [f"a.warc.gz#2026-11-21/http://x/{n}" for n in range(4)]
    assert taken < MOST


def test_a_page_nested_without_end_is_learned_from(tmp_path):
    deep = page("http://x/deep", "<div>" * 50_000 + "<p>They met Caterina Ferrante.")
    code, told, stories, taken = learn(write(tmp_path, {"a.warc": web_archive([deep])}))
    assert (code, told, len(stories)) == (0, [], 1)
    assert taken < MOST


def test_an_article_of_its_own_that_is_longer_than_a_library_is_left_out(tmp_path):
    write(tmp_path, {"long.txt": b"They met.\n", "short.txt": b"They met Caterina Ferrante.\n"})
    with (tmp_path / "long.txt").open("r+b") as file:
        file.truncate(1 << 36)  # a hole, which takes no room on the disk
    code, told, stories, taken = learn(tmp_path)
    assert (code, stories) == (2, ["short.txt"])
    assert told == ["canonym: long.txt: is larger than 64 MB; no article is, so it is not read"]
    assert taken < MOST
