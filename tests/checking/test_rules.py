"""Each rule says what it flags and what it leaves alone, and does so."""

import re

import pytest

from canonym.checking.check_settings import Settings
from canonym.checking.finding import Finding, Severity
from canonym.checking.rules import RULES
from canonym.checking.suppression.apply_suppressions import suppress
from canonym.index.termbase_index import Index
from canonym.termbase.authored import parse
from canonym.termbase.termbase import Termbase
from english import parse_document
from marking import checked, corpus, plain

KYIV = '[[name]]\npreferred = "Kyiv"\ndeprecated = ["Kiev"]\n[[name]]\npreferred = "chicken Kiev"\n'
EXAMPLES = {
    "deprecated-term": (
        "talks in [Kiev]{deprecated-term -> Kyiv}",
        ["they ate chicken Kiev"],
    ),
    "variant-name": (
        "The son of the commander, Ahmad [Masoud]{variant-name -> Massoud}, leads the fighters now.",
        [
            "The Kurdish leader Masoud Barzani met reporters in Erbil on Sunday.",
            "They saw Taiwanese boats off Taiwan.",
        ],
    ),
    "suspect-term": (
        "The [anti-Tibetan]{suspect-term -> anti-Taliban} Northern Alliance fought the Taliban.",
        ["The anti-Soviet fighters fought the Taliban."],
    ),
    "term-form": (
        "They sold the new [Playstation]{term-form -> PlayStation} in June.",
        ["THE PLAYSTATION IS SOLD OUT AGAIN\n\nThey want more."],
    ),
    "inconsistent-name": (
        "Herr Kowalski spoke. Later Herr [Kowalsky]{inconsistent-name -> Kowalski} left the port.",
        [
            "Johann met Johanna at the port. Then Johanna and Johann left.",
            "Maria Kowalska met Jan Kowalski. Then Jan Kowalski and Maria Kowalska left.",
        ],
    ),
}
MORE = (
    "They sold the PlayStation in June in Taiwan.",
    "The new PlayStation is dear, they say in Taiwan.",
    "Many want a PlayStation for the winter. The anti-Soviet fighters want none.",
)


@pytest.fixture(scope="module")
def known(tmp_path_factory) -> Index:
    from newsroom import ARTICLES

    folder = tmp_path_factory.mktemp("corpus")
    return corpus(folder, *ARTICLES, *MORE, authored=parse(KYIV, "termbase.toml"))


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_is_documented_with_both_kinds_of_example(rule):
    assert rule.summary
    assert "\n" not in rule.summary
    assert re.search(r"^- flagged: .*\S", rule.documentation, re.MULTILINE)
    assert re.search(r"^- left alone: .*\S", rule.documentation, re.MULTILINE)
    assert re.search(r"^Fix: ", rule.documentation, re.MULTILINE)
    assert rule.fixable in ("safe", "unsafe", "never")
    assert rule.tags


def test_every_rule_with_findings_of_its_own_has_its_examples_here():
    assert set(EXAMPLES) == set(RULES) - {"unused-suppression"}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_the_examples_of_the_documentation_are_those_of_the_test(rule):
    flagged, quiet = EXAMPLES[rule]
    documentation = RULES[rule].documentation
    bold = re.search(r"^- flagged: .*?\*\*(.+?)\*\*", documentation, re.MULTILINE)
    alone = re.search(r"^- left alone: (.*)", documentation, re.MULTILINE)
    assert bold[1] in plain(flagged)
    (*named,) = re.findall(r"\*{1,2}([^*]+)\*{1,2}", alone[1])
    assert named
    assert [name for name in named if name not in "\n".join(quiet)] == []


@pytest.mark.parametrize("rule", EXAMPLES)
def test_what_is_said_to_be_flagged_is(known, rule):
    assert checked(EXAMPLES[rule][0], known) == EXAMPLES[rule][0]


@pytest.mark.parametrize("draft", [d for _, drafts in EXAMPLES.values() for d in drafts])
def test_what_is_said_to_be_left_alone_is(known, draft):
    assert checked(draft, known) == draft


def unused(text: str, **settings) -> list[Finding]:
    document = parse_document("draft.md", text)
    return list(suppress(document, (), Settings(**settings)).unused)


def test_a_suppression_that_silences_nothing_is_found():
    line = "The port is closed. <!-- canonym: ignore[variant-name] -->\n"
    assert [f.rule for f in unused(line)] == ["unused-suppression"]
    assert unused(line, rules={"variant-name": Severity.OFF}) == []
    assert unused("The port is closed.\n") == []


def test_no_termbase_no_finding_but_of_the_draft_itself():
    for flagged, _ in EXAMPLES.values():
        found = checked(flagged, Index.build(Termbase(language="en")))
        assert set(re.findall(r"\{([a-z-]+)", found)) <= {"inconsistent-name"}
