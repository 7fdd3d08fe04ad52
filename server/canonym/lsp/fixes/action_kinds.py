"""The kinds of our code actions.

There are editors that run, at one key, all actions whose kind is ``quickfix`` itself, each over the text
that the one before it left. So that kind has the best replacement of a finding and nothing else; all the
others have kinds below it, which menus of quick fixes show as well.
"""

from collections.abc import Sequence

from lsprotocol import types

REPAIR = types.CodeActionKind.QuickFix.value
"""The best replacement of one finding."""
REPLACE = f"{REPAIR}.canonym.replace"
"""Other replacements, and those of several places."""
DECIDE = f"{REPAIR}.canonym.decide"
"""Decisions, which are written to the termbase."""
IGNORE = f"{REPAIR}.canonym.ignore"
"""What silences a finding, in the document or in the settings."""
QUICK_FIXES = (REPAIR, REPLACE, DECIDE, IGNORE)
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.canonym"
"""Applies all safe fixes."""


def is_asked_for(kind: str, only: Sequence[str] | None) -> bool:
    """Tell whether an editor asks for a kind; kinds are hierarchical, and the empty one holds all."""
    return only is None or any(asked in ("", kind) or kind.startswith(f"{asked}.") for asked in only)
