"""Judge a directory of articles: each is checked as a draft against all others.

The expectations are read from ``--expected``, else from ``expected.toml`` in the directory, else from
``NAME-expected.toml`` beside it, else they are those of this project's own seeds.
"""

import argparse
import sys
from pathlib import Path

from seed_expectations import (
    articles_of,
    check_against_others,
    judge_article,
    judge_learned,
    learn_from,
    read_expectations,
)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("directory", type=Path)
    parser.add_argument("--expected", type=Path, help="file with the expectations")
    arguments = parser.parse_args()
    expected, learned = read_expectations(
        arguments.expected or expectations_for(arguments.directory.resolve())
    )
    articles = articles_of(arguments.directory)
    missing = sorted(expected.keys() - articles.keys())
    if missing:
        print(f"{arguments.directory} has no article {', '.join(missing)}", file=sys.stderr)
        return 2
    failures = [failure for key in expected for failure in judged(key, articles, expected[key])]
    failures += judged_termbase(list(articles.values()), learned)
    print("failed" if failures else "all as expected")
    return 1 if failures else 0


def expectations_for(directory: Path) -> Path:
    beside = [directory / "expected.toml", directory.with_name(f"{directory.name}-expected.toml")]
    own = Path(__file__).with_name("expected.toml")
    return next((path for path in beside if path.is_file()), own)


def judged(key, articles, expected):
    draft = articles[key]
    found = check_against_others(draft, [path for path in articles.values() if path != draft])
    verdict = judge_article(key, draft.read_text(encoding="utf-8"), found, expected)
    asked = sum(must.times for must in expected.must)
    print(
        f"{key}  must {verdict.met}/{asked}  silent {len(expected.silent)} names  "
        f"beyond {len(verdict.beyond)}  {'FAILED' if verdict.failures else 'ok'}"
    )
    for failure in verdict.failures:
        print(f"     wrong   {failure}")
    for finding in verdict.beyond:
        print(f"     beyond  {finding}")
    return verdict.failures


def judged_termbase(paths, learned):
    failures = judge_learned(learn_from(paths), learned)
    print(f"termbase of all {len(paths)}  {'FAILED' if failures else 'ok'}")
    for failure in failures:
        print(f"     wrong   {failure}")
    return failures


if __name__ == "__main__":
    sys.exit(main())
