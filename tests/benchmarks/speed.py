"""Compares Canonym with other checkers: the same articles, the same list of wrong and right names.

It installs typos, codespell, cSpell and textlint with prh in build/speed, and makes articles and rules from a
seed. It runs the programs in turn, and prints medians, ratios and peak memory (all processes together, shared
pages counted once). Then it measures a cold start on one small file, and the growth of Canonym with files and
concepts. A file of tab-separated values keeps the table. The other programs look words up in a list. Canonym
also matches by similarity. Everything takes an hour or more; options leave parts out.
"""

import argparse
import sys
from pathlib import Path

from cold_start import compile_sources
from made_names import make_rules
from peers import PEERS, install
from speed_rows import HOME, OWN, Bench, Row

CONCEPTS = (1_000, 10_000, 100_000, 1_000_000)
PARTS = ("compared", "cold", "by_files", "by_concepts")


def main() -> int:
    arguments = _arguments()
    peers = {name: peer for name, peer in PEERS.items() if name in arguments.only}
    if arguments.skip_slow:
        peers = {name: peer for name, peer in peers.items() if not peer.is_slow}
    HOME.mkdir(parents=True, exist_ok=True)
    install(HOME, peers)
    compile_sources()
    rules = make_rules(arguments.rules)
    bench = Bench(peers, rules, arguments)
    rows: list[Row] = []
    for part in (bench.setting, bench.compared, bench.cold, bench.by_files, bench.by_concepts):
        if part.__name__ in ("setting", *arguments.parts):
            for row in part():
                print(f"{row.part:10} {row.what:42} {row.value:>10} {row.unit}", flush=True)
                rows.append(row)
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    table = "".join("\t".join(row) + "\n" for row in (Row("part", "what", "value", "unit"), *rows))
    arguments.output.write_text(table, encoding="utf-8", newline="\n")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [*PEERS, OWN]
    parser.add_argument("--files", type=int, default=5000, help="articles, of 4.4 KB each (%(default)s)")
    parser.add_argument("--rules", type=int, default=5000, help="rules, and concepts (%(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each program (%(default)s)")
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="run these programs alone")
    parser.add_argument(
        "--skip-slow", action="store_true", help="leave out those that get a share of the files"
    )
    parser.add_argument("--parts", nargs="*", choices=PARTS, default=PARTS, help="measure this alone")
    parser.add_argument(
        "--concepts", nargs="+", type=int, default=CONCEPTS, help="sizes of the termbase to grow to"
    )
    parser.add_argument(
        "--limit", type=float, default=300, help="seconds after which a run is stopped (%(default)s)"
    )
    parser.add_argument("--output", type=Path, default=HOME / "speed.tsv", help="the table as a file")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
