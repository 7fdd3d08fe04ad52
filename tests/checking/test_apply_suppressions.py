"""Which findings are silenced; the draft's misspelling is always ``Punjir``."""

import re
from datetime import date

import pytest

from canonym.checking.check_settings import Ignore, Settings
from canonym.checking.finding import Finding, Severity
from canonym.checking.suppression.apply_suppressions import SuppressionKind, suppress, unused_ignores
from canonym.text.document import Document
from canonym.text.span import Span
from english import parse_document


def find(document: Document, rule: str = "variant-name") -> list[Finding]:
    return [
        Finding(rule=rule, span=Span(*found.span()), text=found[0], message="", severity=Severity.WARNING)
        for found in re.finditer("Punjir", document.prose)
    ]


def kept_lines(
    text: str, name: str, rule: str = "variant-name", settings: Settings | None = None
) -> list[int]:
    """Return the lines, from 1, of the findings that are kept."""
    document = parse_document("draft", text, name, ["**"])
    judged = suppress(document, find(document, rule), settings or Settings())
    return [document.lines.place(finding.span.start).line + 1 for finding in judged.kept]


def complaints(text: str, name: str, settings: Settings | None = None) -> list[str]:
    """Return what is said of the silencings themselves."""
    document = parse_document("drafts/a.md", text, name)
    judged = suppress(document, find(document), settings or Settings())
    return [f"{finding.text}: {finding.message}" for finding in judged.unused]


@pytest.mark.parametrize(
    ("text", "name", "lines"),
    [
        ("Punjir.\nPunjir.", "plain", [1, 2]),
        ("Write canonym: off in Punjir.", "plain", [1]),
        ("`<!-- canonym: off -->` Punjir", "markdown", [1]),
        ("# canonym: off\nPunjir.\n# canonym: on\nPunjir.", "plain", [4]),
        ("Punjir.\n# canonym: off\nPunjir.", "plain", [1]),
        ("# canonym: off\nA.\n# canonym: on[variant-name]\nPunjir.\n# canonym: off\nPunjir.", "plain", [4]),
        ("# canonym: off[term-form]\nPunjir.", "plain", [2]),
        ("# canonym: off\n# canonym: on[term-form]\nPunjir.", "plain", []),
        ("Punjir.\n# canonym: ignore-next\nPunjir.\nPunjir.", "plain", [1, 4]),
        ("# canonym: ignore-next[variant-name]\n\nPunjir.", "plain", []),
        ("# canonym: ignore-next[term-form]\nPunjir.", "plain", [2]),
        ("Punjir.\n# canonym: ignore-next", "plain", [1]),
        ("Punjir\non\n\n<!-- canonym: ignore-next -->\n\nPunjir\nPunjir\n\nPunjir", "markdown", [1, 9]),
        ("Punjir <!-- canonym: ignore-next -->\nPunjir\nPunjir", "markdown", [1, 3]),
        ("Punjir <!-- canonym: ignore[variant-name] -- as signed -->\nPunjir", "markdown", [2]),
        ("Punjir <!-- canonym: ignore[term-form, variant-name] -->\nPunjir", "markdown", [2]),
        ("Punjir\n\n<!-- canonym: ignore-file[variant-name] -->", "markdown", []),
        ("---\ncanonym: off\n---\nPunjir", "markdown", []),
        ("---\ntitle: x\ncanonym: {ignore: [variant-name]}\n---\nPunjir", "markdown", []),
        ("---\ncanonym:\n  ignore:\n    - term-form\n    - variant-name\nx: y\n---\nPunjir", "markdown", []),
        ("---\ncanonym:\n  ignore: [term-form]\n---\nPunjir", "markdown", [5]),
        ("+++\ncanonym = 'off'\n+++\nPunjir", "markdown", []),
        ("+++\n[canonym]\nignore = ['variant-name']\n[other]\n+++\nPunjir", "markdown", []),
        ("---\nsection:\n  canonym: off\n---\nPunjir", "markdown", [5]),
        ("Punjir [sic] and Punjir (sic) and Punjir's [sic!]", "plain", []),
        ("“Punjir” [sic], *Punjir* [sic]", "markdown", []),
        ("Punjir was [sic]", "plain", [1]),
        (".. canonym: off\n\nPunjir", "restructuredtext", []),
        ("// canonym: off\nPunjir", "asciidoc", []),
        ("Punjir % canonym: ignore\nPunjir", "latex", [2]),
        ("# canonym: off\nsubject\n\nPunjir", "git-commit", []),
        ("WEBVTT\n\nNOTE canonym: off\n\n00:01.000 --> 00:02.000\nPunjir", "vtt", []),
        ("a: Punjir\n# canonym: ignore-next\nb: Punjir", "yaml", [1]),
        ("a = 'Punjir' # canonym: ignore", "toml", []),
        ('{"a": "Punjir", // canonym: ignore\n"b": "Punjir"}', "json", [2]),
    ],
)
def test_directives(text: str, name: str, lines: list[int]) -> None:
    assert kept_lines(text, name) == lines
    assert kept_lines(text.replace("\n", "\r\n"), name) == lines


@pytest.mark.parametrize(
    ("ignore", "silent"),
    [
        (Ignore(text="Panjir"), False),
        (Ignore(rule="term-form"), False),
        (Ignore(text="Punjir", path="other/**"), False),
        (Ignore(text="Punjir", expires=date(2026, 1, 1)), False),
        (Ignore(text="Punjir", expires=date(2026, 1, 2)), True),
        (Ignore(text="Punjir", rule="variant-name", path="drafts/*.md"), True),
        (Ignore(path="drafts"), True),
    ],
)
def test_entries_of_the_settings(ignore: Ignore, silent: bool) -> None:
    document = parse_document("drafts/a.md", "Punjir fell.")
    settings = Settings(ignores=(ignore,), today=date(2026, 1, 2))
    judged = suppress(document, find(document), settings)
    assert (not judged.kept) is silent
    assert judged.ignores == (frozenset([ignore]) if silent else frozenset())
    assert unused_ignores(settings, [judged]) == (() if silent else (ignore,))


def test_what_is_silenced_says_where_and_why() -> None:
    text = (
        "Punjir [sic]\n\nPunjir <!-- canonym: ignore -- a quote -->\n\n"
        "Punjir <!-- canonym: ignore -->\n\nPunjir"
    )
    document = parse_document("a.md", text)
    settings = Settings(ignores=(Ignore(text="Punjir", reason="a newspaper"),))
    judged = suppress(document, find(document), settings)
    assert [(one.kind, one.justification) for one in judged.suppressed] == [
        (SuppressionKind.IN_SOURCE, "[sic]"),
        (SuppressionKind.IN_SOURCE, "a quote"),
        (SuppressionKind.IN_SOURCE, "canonym: ignore"),
        (SuppressionKind.EXTERNAL, "a newspaper"),
    ]
    assert judged.unused == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Punjir <!-- canonym: ignore[variant-name] -->", []),
        ("<!-- canonym: off -->\n\nPunjir\n\n<!-- canonym: on -->", []),
        ("<!-- canonym: ignore-file -->", []),
        ("<!-- our canonym: is good -->", []),
        (
            "Fine <!-- canonym: ignore -->",
            ["canonym: ignore: Nothing here is silenced; the directive can go"],
        ),
        (
            "<!-- canonym: off[term-form, variant-name] -->\n\nPunjir",
            [
                "canonym: off[term-form, variant-name]: "
                "Nothing here is silenced of term-form; the directive can go"
            ],
        ),
        (
            "<!-- canonym: on -->\n\nPunjir",
            ["canonym: on: Nothing is switched off here; the directive can go"],
        ),
        (
            "Punjir <!-- canonym: ignore[variant-names] -->",
            [
                "canonym: ignore[variant-names]: "
                "No rule is called “variant-names”; did you mean “variant-name”?"
            ],
        ),
        (
            "<!-- canonym: silence -->\n\n<!-- canonym: ignore[] -->",
            [
                "canonym: silence: This directive is not understood; "
                "write off, on, ignore[rule], ignore-next[rule] or ignore-file[rule]",
                "canonym: ignore[]: This directive is not understood; "
                "write off, on, ignore[rule], ignore-next[rule] or ignore-file[rule]",
            ],
        ),
        (
            "---\ncanonym: maybe\n---\n",
            [
                "canonym: maybe: This directive is not understood; "
                "write off, on, ignore[rule], ignore-next[rule] or ignore-file[rule]",
            ],
        ),
        ("<!-- canonym: ignore-file[unused-suppression] -->\n\nFine <!-- canonym: ignore -->", []),
    ],
)
def test_silencings_that_are_wrong_or_of_no_use(text: str, said: list[str]) -> None:
    assert complaints(text, "markdown") == said


def test_an_expired_entry_is_reported_where_it_would_have_silenced() -> None:
    ignore = Ignore(text="Punjir", expires=date(2025, 12, 31))
    said = complaints("Punjir and Punjir", "plain", Settings(ignores=(ignore,), today=date(2026, 1, 1)))
    assert said == ["Punjir: The entry that ignored “Punjir” expired on 2025-12-31"]


@pytest.mark.parametrize(
    "settings",
    [
        Settings(ignore=("variant-name",)),
        Settings(select=("term-form",)),
        Settings(ignore=("unused-suppression",)),
    ],
)
def test_a_directive_for_a_rule_that_does_not_run_is_not_reported(settings: Settings) -> None:
    assert complaints("Fine <!-- canonym: ignore[variant-name] -->", "markdown", settings) == []
