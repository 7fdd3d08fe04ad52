"""Actions that decide about a name. The decision is written to the termbase."""

from collections.abc import Iterator

from lsprotocol import types

from canonym.checking.decision import subject_of
from canonym.lsp.fixes.action_kinds import DECIDE
from canonym.lsp.fixes.fix_request import Offer, quoted


def decide(offer: Offer) -> Iterator[types.CodeAction]:
    """Yield the actions that write to ``termbase.toml``. Each title shows the name that gets the decision."""
    finding = offer.finding
    if not finding.suggestions or finding.rule == "unused-suppression":
        return
    document, at = offer.analysis.document, finding.span.start
    about = subject_of(finding, offer.analysis.index_at(at))
    form, rival, name = map(quoted, (about.form, about.rival, about.name))
    file, tag = offer.project.name(offer.project.authored), document.language_at(at).tag
    other = {} if tag == document.language.tag else {"language": tag}

    def written(title: str, command: str, **arguments: object) -> types.CodeAction:
        confirm = f"{title}? This is written to {file}."
        return offer.command(DECIDE, title, command, **arguments, **other, confirm=confirm)

    yield written(f"Admit {form} beside {name}", "canonym.admit", preferred=about.name, form=about.form)
    yield written(f"Prefer {form} over {rival}", "canonym.prefer", form=about.form, over=about.rival)
    yield written(f"{form} is a name of its own", "canonym.addName", form=about.form)
    yield written(f"{form} is never {name}", "canonym.never", form=about.name, other=about.form)
