"""Directives: the instructions to the checker in comments or in the front matter of a draft.

In a comment, one a line::

    canonym: off                                    from here on …
    canonym: on                                     … to here
    canonym: ignore[variant-name] -- as signed      on the lines of this comment
    canonym: ignore-next[variant-name, term-form]   in the next paragraph
    canonym: ignore-file[term-form]                 in the whole file

Without brackets, a directive is about every rule. In the front matter, ``canonym: off`` switches the file
off, and ``canonym: {ignore: [term-form]}`` switches off some rules, as YAML or TOML.
"""

from enum import StrEnum

from canonym.text.span import Span
from canonym.text.values import NamedTuple


class DirectiveKind(StrEnum):
    """What a directive does."""

    OFF = "off"
    ON = "on"
    IGNORE = "ignore"
    IGNORE_NEXT = "ignore-next"
    IGNORE_FILE = "ignore-file"


class Directive(NamedTuple):
    """A directive in a document.

    Attributes:
        kind: What it does.
        rules: The ids of its rules; empty for all.
        reason: The reason, in the author's words.
        span: Its place, without the marks of the comment.
    """

    kind: DirectiveKind
    rules: tuple[str, ...]
    reason: str
    span: Span

    def means(self, rule: str) -> bool:
        """Return whether it is about ``rule``."""
        return not self.rules or rule in self.rules


class Directives(NamedTuple):
    """The directives of a document in order, and the places of malformed ones."""

    understood: tuple[Directive, ...] = ()
    misread: tuple[Span, ...] = ()
