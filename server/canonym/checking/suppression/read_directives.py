"""Finds the directives of a document. Most documents have none, and then nothing else is imported."""

from canonym.checking.suppression.directive import Directive, Directives
from canonym.text.document import Document
from canonym.text.span import Span


def read_directives(document: Document) -> Directives:
    """Return the directives in the comments and the front matter of ``document``."""
    if not document.markup.comments and document.markup.front_matter is None:
        return Directives()
    from canonym.checking.suppression.parse_directives import directives_in

    understood: list[Directive] = []
    misread: list[Span] = []
    for span, directive in directives_in(document):
        if directive is None:
            misread.append(span)
        else:
            understood.append(directive)
    return Directives(tuple(understood), tuple(misread))
