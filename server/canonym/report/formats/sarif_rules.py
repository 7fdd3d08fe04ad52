"""Rules in the vocabulary of SARIF and of GitHub's properties."""

from canonym.checking.finding import Severity
from canonym.checking.rules import Rule

Json = dict[str, object]
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.OFF: "none"}
_PROBLEM = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "recommendation",
    Severity.OFF: "recommendation",
}
_MOST_TAGS = 20


def descriptor(rule_id: str, rule: Rule | None) -> Json:
    """Return the description of a rule; only its id if the rule is unknown."""
    if rule is None:
        return {"id": rule_id}
    return {
        "id": rule_id,
        "name": "".join(part.capitalize() for part in rule_id.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.documentation, "markdown": rule.documentation},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": list(rule.tags[:_MOST_TAGS]),
            "precision": "high",
            "problem.severity": _PROBLEM[rule.severity],
        },
    }
