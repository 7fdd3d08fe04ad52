"""Decide about a name, once and for all: the decision is written to the termbase."""

from collections.abc import Iterator

from lsprotocol import types

from canonym.lsp.fixes.offer import Offer, quoted


def decide(offer: Offer) -> Iterator[types.CodeAction]:
    """Yield the actions that write to ``termbase.toml``."""
    finding = offer.finding
    if not finding.suggestions or finding.rule == "unused-suppression":
        return
    form = finding.text
    right = preferred_of(offer)
    yield offer.command(
        f"Admit {quoted(form)} beside {quoted(right)}", "canonym.admit", preferred=right, form=form
    )
    yield offer.command(
        f"Prefer {quoted(form)} over {quoted(right)}", "canonym.prefer", form=form, over=right
    )
    yield offer.command(f"{quoted(form)} is a name of its own", "canonym.addName", form=form)
    yield offer.command(f"{quoted(form)} is never {quoted(right)}", "canonym.never", form=right, other=form)


def preferred_of(offer: Offer) -> str:
    """Return the form that stands against what was found: what the name's own suggestion is."""
    return offer.finding.suggestions[0]
