"""Writes each output that a schema exists for, of the fixed reports."""

import sys
from pathlib import Path

from canonym.checking.rules import RULES
from canonym.report.output_formats import renderer
from report.sample import quiet, report

REPORTS = {
    "found": report(),
    "new": report(compared=False),
    "quiet": quiet(),
    "rules": report()._replace(rules=RULES),
}
FORMATS = ("sarif", "junit", "checkstyle", "rdjson", "rdjsonl")

for name in FORMATS:
    for case, fixed in REPORTS.items():
        file = Path(sys.argv[1]) / f"{case}.{name}"
        file.write_text("".join(renderer(name)(fixed)), encoding="utf-8")
