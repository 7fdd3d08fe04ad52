"""The language of a decision: which forms of an entry of ``termbase.toml`` it is about."""

from collections.abc import Mapping
from typing import Any

from canonym.termbase.language_tags import UNDETERMINED, is_other_script, nearest
from canonym.text.tags.canonical_tag import canonical_tag
from canonym.text.values import NamedTuple

UNTAGGED = ""
"""Stands for the forms that an entry gives without a tag."""


class DecisionLanguage(NamedTuple):
    """The language of the draft that a decision is about, and that of the project.

    Attributes:
        draft: Tag of the draft; empty for the language of the project.
        project: Tag of the project; ``und`` if nobody said it, so that forms without a tag hold everywhere.
    """

    draft: str = ""
    project: str = UNDETERMINED

    def held(self, entry: Mapping[str, Any], of_file: str) -> str | None:
        """Return the tag under which an entry holds the forms for the draft, as the entry writes it.

        Args:
            entry: The entry.
            of_file: The language that the file says of forms without a tag; empty if it says none.

        Returns:
            None if the entry has no forms for the draft.
        """
        written = {canonical_tag(tag): tag for tag in entry.get("forms", {})}
        own = canonical_tag(of_file or self.project)
        if "preferred" in entry:
            written[own] = UNTAGGED
        return written.get(self._serving(own, dict.fromkeys(written, 1)))

    def to_write(self, of_file: str) -> str:
        """Return the tag under which a new entry is to hold the forms for the draft."""
        own = canonical_tag(of_file or self.project)
        return UNTAGGED if self._serving(own, {own: 1}) else self.draft

    def _serving(self, own: str, available: Mapping[str, int]) -> str:
        draft = self.draft or own
        if draft == UNDETERMINED:
            return own if own in available else ""
        serving = nearest(draft, available)
        return "" if serving and is_other_script(draft, serving) else serving


PROJECTS_OWN = DecisionLanguage()
"""That of a decision that is about no draft."""
