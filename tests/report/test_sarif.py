"""SARIF: places, fingerprints, suppressions, baseline and the limits of GitHub."""

import json
from typing import Any

import pytest

from canonym.checking.finding import Severity
from canonym.report.formats.sarif import MOST_RELATED, MOST_RESULTS
from canonym.report.formats.sarif_places import artifact
from canonym.report.output_formats import renderer
from canonym.report.report import Report, Standing
from report.sample import RULES, report


def run_of(fixed: Report) -> Any:
    """The one run of the log."""
    (run,) = json.loads("".join(renderer("sarif")(fixed)))["runs"]
    return run


def test_columns_count_code_points_and_say_so() -> None:
    run = run_of(report())
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][1]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (2, 17)
    assert (region["endLine"], region["endColumn"]) == (3, 8)


def test_a_line_is_repeated_for_each_of_its_findings_only_if_it_is_no_whole_book() -> None:
    fixed = report()
    short, *_ = fixed.reported
    long = short._replace(source=("x" * 20_000,))
    places = [
        result["locations"][0]["physicalLocation"]
        for result in run_of(fixed._replace(reported=(short, long)))["results"]
        if "locations" in result
    ]
    assert "contextRegion" in places[0]
    assert "contextRegion" not in places[1]
    assert places[0]["region"] == places[1]["region"]


def test_rules_have_help_and_tags_and_results_point_at_them() -> None:
    run = run_of(report())
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(RULES)
    assert all(rule["help"]["markdown"] and rule["properties"]["tags"] for rule in rules)
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"] if "ruleIndex" in r)


def test_no_rule_has_more_tags_than_github_takes() -> None:
    many = RULES["variant-name"]._replace(tags=tuple(f"t{n}" for n in range(30)))
    run = run_of(report()._replace(rules={"variant-name": many}))
    assert (
        max(len(rule.get("properties", {}).get("tags", ())) for rule in run["tool"]["driver"]["rules"]) == 20
    )


def test_fingerprints_hold_no_line_and_are_unique() -> None:
    results = run_of(report())["results"]
    prints = [r["partialFingerprints"]["canonym/v1"] for r in results]
    assert len(set(prints)) == len(prints)
    assert all("primaryLocationLineHash" in r["partialFingerprints"] for r in results if r["level"] != "none")


def test_suppressed_results_are_marked_and_the_others_say_that_they_are_not() -> None:
    run = run_of(report())
    kinds = [[s["kind"] for s in r["suppressions"]] for r in run["results"]]
    assert kinds.count(["inSource"]) == 1
    assert kinds.count([]) == len(kinds) - 1


def test_baseline_states_are_on_all_results_or_on_none() -> None:
    states = {r.get("baselineState") for r in run_of(report())["results"]}
    assert states == {"new", "unchanged", "absent"}
    assert {r.get("baselineState") for r in run_of(report(compared=False))["results"]} == {None}


def test_fixes_replace_the_region_of_the_finding() -> None:
    result = run_of(report())["results"][2]
    texts = [
        fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] for fix in result["fixes"]
    ]
    assert texts == ["anti-Taliban", "anti-Tibet"]
    deleted = result["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert deleted.items() <= region.items()


def test_related_locations_are_cut_at_the_limit() -> None:
    fixed = report()
    one = next(r for r in fixed.reported if r.related)
    run = run_of(fixed._replace(reported=(one._replace(related=one.related * 300),)))
    assert len(run["results"][0]["relatedLocations"]) == MOST_RELATED


def test_more_results_than_github_takes_lose_the_least_important_and_say_so() -> None:
    fixed = report()
    one = fixed.reported[0]
    grave, slight = one.finding, one.finding._replace(severity=Severity.INFO)
    many = tuple(
        one._replace(finding=grave if n % 2 else slight, occurrence=n) for n in range(MOST_RESULTS + 10)
    )
    known = one._replace(occurrence=0, standing=Standing.KNOWN)
    run = run_of(fixed._replace(reported=(known, *many), stale=(), problems=()))
    assert len(run["results"]) == MOST_RESULTS
    assert sum(r["level"] == "error" for r in run["results"]) == (MOST_RESULTS + 10) // 2
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("11 results of the lowest level are left out")


def test_an_unreadable_draft_makes_the_run_unsuccessful() -> None:
    invocation = run_of(report())["invocations"][0]
    assert invocation["executionSuccessful"] is False
    (note,) = invocation["toolExecutionNotifications"]
    assert note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "drafts/blob.txt"


@pytest.mark.parametrize(
    ("path", "uri", "base"),
    [
        ("drafts/a.md", "drafts/a.md", "%SRCROOT%"),
        ("drafts/a b%.md", "drafts/a%20b%25.md", "%SRCROOT%"),
        ("über.md", "%C3%BCber.md", "%SRCROOT%"),
        ("/srv/a.md", "file:///srv/a.md", None),
        ("C:/drafts/a.md", "file:///C:/drafts/a.md", None),
    ],
)
def test_uris(path: str, uri: str, base: str | None) -> None:
    location = artifact(path)
    assert (location["uri"], location.get("uriBaseId")) == (uri, base)
