"""The kinds of our code actions.

Some editors run all actions whose kind is exactly ``quickfix`` at one key, each on the text after the one
before it. So that kind has only the best replacement of a finding. All other actions have kinds below it,
which menus of quick fixes also show.
"""

from collections.abc import Sequence

from lsprotocol import types

REPAIR = types.CodeActionKind.QuickFix.value
"""The best replacement of one finding."""
REPLACE = f"{REPAIR}.canonym.replace"
"""Other replacements, and those of several places."""
DECIDE = f"{REPAIR}.canonym.decide"
"""Decisions for the termbase."""
IGNORE = f"{REPAIR}.canonym.ignore"
"""Suppressions of a finding, in the document or in the settings."""
QUICK_FIXES = (REPAIR, REPLACE, DECIDE, IGNORE)
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.canonym"
"""Applies all safe fixes."""


def is_asked_for(kind: str, only: Sequence[str] | None) -> bool:
    """Return whether an editor requests a kind. Kinds are hierarchical; the empty one includes all."""
    return only is None or any(asked in ("", kind) or kind.startswith(f"{asked}.") for asked in only)
