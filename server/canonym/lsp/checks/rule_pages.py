"""The documentation of the rules as pages that an editor opens from a diagnostic."""

import shutil
import tempfile
from pathlib import Path

from canonym.checking.rules import RULES
from canonym.lsp.documents.uris import uri_of


class RulePages:
    """A directory with a page for each rule, which lasts as long as the session. It needs no network."""

    def __init__(self) -> None:
        self._directory: Path | None = None
        self._failed = False

    def link(self, rule: str) -> str | None:
        """Return the URI of the page of a rule; None if there is none or it cannot be written."""
        if rule not in RULES or self._failed:
            return None
        try:
            return uri_of(self._page(rule))
        except OSError:
            self._failed = True
            return None

    def remove(self) -> None:
        """Remove the pages."""
        if self._directory is not None:
            shutil.rmtree(self._directory, ignore_errors=True)

    def _page(self, rule: str) -> Path:
        if self._directory is None:
            self._directory = Path(tempfile.mkdtemp(prefix="canonym-rules-"))
        page = self._directory / f"{rule}.md"
        if not page.exists():
            page.write_text(rule_page(rule), "utf-8")
        return page


def rule_page(rule: str) -> str:
    """Return the documentation of a rule as Markdown."""
    known = RULES[rule]
    return f"# {known.id}\n\n{known.summary}\n\n{known.documentation}\n"
