"""A report is known again, whatever it holds; nothing that people write is taken for one."""

import pytest

from canonym.report.earlier_report import HEAD, TAIL, is_report
from canonym.report.output_formats import OUTPUTS, renderer
from canonym.report.report import FixedFile, Mending, Problem, Report, View
from report import sample

BASE = sample.report()
REPORTS = [
    BASE,
    sample.report(View(statistics=True)),
    BASE._replace(reported=(), stale=()),
    BASE._replace(reported=(), problems=()),
    BASE._replace(fixed=(FixedFile("a.txt", (("Punjir", "Panjshir"),)),), mending=Mending.SAFE),
    sample.quiet(),
    sample.quiet()._replace(view=View(statistics=True), fixed=(FixedFile("a.txt", (("a", "b"),)),)),
    Report((), ("a" * 3000 + ".txt",), problems=(Problem("b: c.txt", "is no text"),)),
]


def known(data: bytes) -> bool:
    return is_report(data[:HEAD], data[-TAIL:])


@pytest.mark.parametrize("number", range(len(REPORTS)))
@pytest.mark.parametrize("format_", sorted(OUTPUTS))
def test_a_report_is_known_again(format_: str, number: int) -> None:
    data = "".join(renderer(format_)(REPORTS[number])).encode("utf-8", "replace")
    assert not data or known(data)
    assert not data or known(data.replace(b"\n", b"\r\n")) or format_ == "html"


@pytest.mark.parametrize(
    "text",
    [
        "They met in Punjir.\n",
        "# Canonym\n\n## Canonym\n\nA checker of names.\n",
        "He found an error: the name was wrong.\n",
        "No findings in the report, they said.\n\nThe drafts were lost.\n",
        "At 10:30:15: warning shots were fired.\n",
        "[Punjir]\n",
        "[1]_\n",
        "[[name]]\npreferred = 'X'\n",
        '{"title": "Punjir", "path": "a"}\n',
        '[{"description": "Punjir"}]\n',
        '{"message": "Punjir"}\n',
        '{"$schema": "https://json.schemastore.org/tsconfig"}\n',
        '<?xml version="1.0"?>\n<article>Punjir</article>\n',
        "<!doctype html>\n<title>Punjir</title>\n<p>Punjir\n",
        "<!doctype html>\n<p>Names and terms\n",
        '{"version": 1, "findings": []}',
        "<p>Punjir\n",
        "::: warning\nPunjir\n:::\n",
    ],
)
def test_what_people_write_is_no_report(text: str) -> None:
    assert not known(text.encode())
