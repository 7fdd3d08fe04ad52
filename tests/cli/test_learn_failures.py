"""An article on which the program fails is told, and costs the learning nothing but itself."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from broken_library import FAILS, broken
from cli.running import canonym, write

TEXTS = {
    f"{number}.txt": f"Day {number}. The envoy met Amrullah Saleh in Panjshir before he left for tea.\n"
    for number in range(4)
}
BAD = f"Day five. The envoy met Amrullah Saleh of {FAILS}bc in Panjshir before he left for tea.\n"
ASKED = "(no such letter): this is a mistake in canonym itself; please report it"


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_rest_is_learned_as_if_the_article_were_empty(tmp_path: Path, jobs: int) -> None:
    articles = {f"articles/{name}": text for name, text in TEXTS.items()}
    write(tmp_path / "whole", {**articles, "articles/25.txt": ""})
    write(tmp_path / "broken", {**articles, "articles/25.txt": BAD})
    whole = canonym("learn", "articles", "--jobs", jobs, cwd=tmp_path / "whole")
    environment = broken(tmp_path / "environment")
    done = canonym("learn", "articles", "--jobs", jobs, cwd=tmp_path / "broken", env=environment)
    assert (whole.code, done.code) == (0, 2)
    (line,) = done.err.splitlines()
    assert line.startswith("canonym: articles/25.txt: is left out: RuntimeError in canonym.spelling.")
    assert line.endswith(ASKED)
    assert done.out.partition("written")[0] == whole.out.partition("written")[0]
    learned = [(tmp_path / name / "termbase.learned.jsonl").read_bytes() for name in ("whole", "broken")]
    assert learned[0] == learned[1]


def test_a_record_of_an_archive_costs_only_itself(tmp_path: Path) -> None:
    records = [{"id": name, "text": text} for name, text in (*TEXTS.items(), ("bad", BAD))]
    write(tmp_path, {"news.jsonl": "".join(json.dumps(record) + "\n" for record in records)})
    done = canonym("learn", "news.jsonl", cwd=tmp_path, env=broken(tmp_path / "environment"))
    assert done.code == 2
    (line,) = done.err.splitlines()
    assert line.startswith("canonym: news.jsonl#bad: is left out: RuntimeError in canonym.")
    assert "Amrullah Saleh" in (tmp_path / "termbase.learned.jsonl").read_text()


ENDED_BESIDE = """
import multiprocessing, os, unidecode
unidecode_of = unidecode.unidecode

def ended(text):
    if multiprocessing.parent_process() is not None:
        os._exit(9)
    return unidecode_of(text)

unidecode.unidecode = ended
"""


def test_a_process_that_is_ended_is_reported_and_the_old_termbase_stays(tmp_path: Path) -> None:
    records = [json.dumps({"id": name, "text": text}) + "\n" for name, text in (*TEXTS.items(), ("5", BAD))]
    write(tmp_path, {"news.jsonl": "".join(records), "environment/sitecustomize.py": ENDED_BESIDE})
    environment = {"PYTHONPATH": str(tmp_path / "environment")}
    first = canonym("learn", "news.jsonl", "--jobs", 1, cwd=tmp_path, env=environment)
    learned = (tmp_path / "termbase.learned.jsonl").read_bytes()
    done = canonym("learn", "news.jsonl", "--jobs", 2, cwd=tmp_path, env=environment)
    assert (first.code, done.code, done.out) == (0, 2, "")
    assert done.err == (
        "canonym: a process that learned was ended, perhaps for want of memory; "
        "nothing was written; try --jobs 1\n"
    )
    assert (tmp_path / "termbase.learned.jsonl").read_bytes() == learned


@pytest.mark.skipif(sys.platform == "win32", reason="there no limit holds for the size of files")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_full_disk_for_temporary_files_is_reported(tmp_path: Path, jobs: int) -> None:
    sentences = "".join(f"On day {number} they met Caterina Ferrante. " for number in range(400))
    write(tmp_path, {"articles/1.txt": sentences, "scratch/a": ""})
    program = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000)); "
    program += "from canonym.__main__ import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", program, "learn", "articles", "--jobs", str(jobs)],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(tmp_path / "scratch")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == f"canonym: {tmp_path / 'scratch'}: {os.strerror(errno.EFBIG)}\n"
    assert not (tmp_path / "termbase.learned.jsonl").exists()
