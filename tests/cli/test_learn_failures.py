"""An article on which the program fails is told, and costs the learning nothing but itself."""

import json
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
