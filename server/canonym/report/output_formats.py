"""The outputs by name. Each is imported only when it is used."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from canonym.text.values import NamedTuple

if TYPE_CHECKING:
    from canonym.report.report import Report

Renderer = Callable[["Report"], Iterator[str]]
"""Yields the output piece by piece, with line ends."""


class Output(NamedTuple):
    """An output: the module of its ``render``, and its purpose."""

    module: str
    summary: str


OUTPUTS: Mapping[str, Output] = {
    "text": Output("canonym.report.formats.text", "for people: place, level, rule, suggestion and why"),
    "concise": Output("canonym.report.formats.concise", "one line a finding"),
    "json": Output("canonym.report.formats.json_array", "an array, for programs"),
    "jsonl": Output("canonym.report.formats.json_lines", "the same, one finding a line"),
    "sarif": Output("canonym.report.formats.sarif", "SARIF 2.1.0, for code scanning"),
    "github": Output("canonym.report.formats.github", "annotations of GitHub Actions, then the text"),
    "markdown": Output("canonym.report.formats.markdown", "tables by concept, as in a GitHub step summary"),
    "gitlab": Output("canonym.report.formats.gitlab", "GitLab Code Quality"),
    "junit": Output("canonym.report.formats.junit", "JUnit XML: a test case a draft"),
    "checkstyle": Output("canonym.report.formats.checkstyle", "Checkstyle XML"),
    "rdjson": Output("canonym.report.formats.rdjson", "reviewdog, with suggestions"),
    "rdjsonl": Output("canonym.report.formats.rdjsonl", "reviewdog, one finding a line"),
    "azure": Output("canonym.report.formats.azure", "issues of Azure Pipelines"),
    "teamcity": Output("canonym.report.formats.teamcity", "inspections of TeamCity"),
    "html": Output(
        "canonym.report.formats.html_page", "one page that opens from disk: concepts, spellings, drafts"
    ),
}


def renderer(name: str) -> Renderer:
    """Return the ``render`` of output ``name``.

    Raises:
        KeyError: There is no such output.
    """
    render: Renderer = import_module(OUTPUTS[name].module).render
    return render
