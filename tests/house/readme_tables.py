"""Tells what the tables of README.md and of the page of languages should be, and writes them when it is run.

Between ``<!-- table: NAME -->`` and ``<!-- end -->`` stands what the code says.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from language_tables import languages, measured

from canonym.checking.rules import RULES
from canonym.cli.main import COMMANDS
from canonym.project.settings_shape import SETTINGS
from canonym.report.output_formats import OUTPUTS
from canonym.text.formats import FORMATS

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = (README, ROOT / "server/docs/languages.md")
PLACE = re.compile(r"(<!-- table: (\S+) -->\n).*?(<!-- end -->)", re.DOTALL)


def checks() -> Iterable[tuple[str, ...]]:
    yield ("check", "level", "what it finds", "fixes")
    for rule in RULES.values():
        yield (f"`{rule.id}`", str(rule.severity), rule.summary, rule.fixable)


def commands() -> Iterable[tuple[str, ...]]:
    yield ("command", "what it does")
    for name, summary in COMMANDS.items():
        yield (f"`canonym {name}`", summary)


def settings() -> Iterable[tuple[str, ...]]:
    yield ("setting", "default", "what it sets", "example")
    for setting in SETTINGS:
        yield (f"`{setting.name}`", f"`{written(setting.default)}`", setting.doc, f"`{setting.example}`")


def formats() -> Iterable[tuple[str, ...]]:
    yield ("format", "files")
    for one in FORMATS.values():
        yield (f"`{one.name}`", " ".join(f"`{suffix}`" for suffix in one.suffixes))


def outputs() -> Iterable[tuple[str, ...]]:
    yield ("`--format`", "what it is")
    for name, output in OUTPUTS.items():
        yield (f"`{name}`", output.summary)


TABLES = {
    "checks": checks,
    "commands": commands,
    "settings": settings,
    "formats": formats,
    "outputs": outputs,
    "languages": languages,
    "measured": measured,
}


def written(default: object) -> str:
    """Return a default as TOML writes it."""
    if isinstance(default, tuple):
        return f"[{', '.join(map(written, default))}]"
    return f'"{default}"' if isinstance(default, str) else "{}"


def table(name: str) -> str:
    """Return a table as Markdown, a line each row."""
    head, *rows = ([cell.replace("|", "\\|") for cell in row] for row in TABLES[name]())
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def with_tables(page: str) -> str:
    """Return the text of a page with every table as the code says."""
    return PLACE.sub(lambda place: place[1] + table(place[2]) + place[3], page)


def main() -> int:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        page.write_text(with_tables(text), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
