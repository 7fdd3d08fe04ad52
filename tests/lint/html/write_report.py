"""Writes the page that the browser tests open: the fixed report, with more findings around it."""

import sys
from pathlib import Path

from canonym.report.output_formats import renderer
from canonym.report.report import Reported
from report.sample import report


def main(file: str) -> None:
    """Write the page to ``file``."""
    fixed = report()
    reported = (*fixed.reported, *(_elsewhere(r, n) for r in fixed.reported[1:2] for n in range(12)))
    page = renderer("html")(fixed._replace(reported=reported))
    Path(file).write_text("".join(page), encoding="utf-8")


def _elsewhere(reported: Reported, number: int) -> Reported:
    return reported._replace(
        path=f"drafts/2026/{number:02}-a-rather-long-name-of-an-article-about-the-valley.txt"
    )


main(sys.argv[1])
