"""Drafts whose findings are written into them, and corpora made of a few sentences.

``[Masoud]{variant-name -> Massoud} leads them.`` says that this form must be found by this rule with
this suggestion; ``->!`` in the place of ``->`` says that the fix is safe. Whatever is not marked must
stay silent.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check
from canonym.checking.finding import Finding
from canonym.corpus.learning import ArticleSource, learn
from canonym.index.termbase_index import Index
from canonym.termbase.concept import Concept
from canonym.termbase.termbase import Termbase
from english import parse_document

_MARK = re.compile(r"\[([^][]+)\]\{[a-z-]+(?: ->!? [^}]+)?\}")


def plain(marked: str) -> str:
    """Return the draft without its marks."""
    return _MARK.sub(r"\1", marked)


def marked(text: str, findings: Iterable[Finding]) -> str:
    """Return ``text`` with ``findings`` written into it."""
    parts, at = [], 0
    for finding in findings:
        arrow = "->!" if finding.safe else "->"
        fix = f" {arrow} {finding.suggestions[0]}" if finding.suggestions else ""
        parts += [text[at : finding.span.start], f"[{finding.text}]{{{finding.rule}{fix}}}"]
        at = finding.span.end
    return "".join((*parts, text[at:]))


def checked(given: str, index: Index, *, safe: bool = False, name: str = "draft.txt", **settings) -> str:
    """Check the plain text of a marked draft and return it with what was found marked.

    Args:
        given: The draft, marked or not.
        index: The termbase.
        safe: Whether the marks tell which fixes are safe.
        name: What the draft is called, which tells its format.
        settings: Settings of the check.
    """
    text = plain(given)
    found = marked(text, check(parse_document(name, text), index, Settings(**settings)))
    return found if safe else found.replace("->!", "->")


def write_corpus(folder: Path, articles: Mapping[str, str] | Iterable[str]) -> list[ArticleSource]:
    """Write articles to files; those without a name are numbered."""
    if not isinstance(articles, Mapping):
        articles = {f"{number:03}.txt": text for number, text in enumerate(articles)}
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles.items():
        (folder / name).write_bytes(text.encode())
    return [ArticleSource(folder / name, name) for name in articles]


def learned(folder: Path, *articles: str, **settings) -> Termbase:
    """Return what is learned of ``articles``."""
    return learn(write_corpus(folder, articles), **settings)


def corpus(folder: Path, *articles: str, authored: tuple[Concept, ...] = ()) -> Index:
    """Return the index of what is learned of ``articles``, with ``authored`` laid over it."""
    return Index.build(learned(folder, *articles), authored)


def forms(termbase: Termbase) -> dict[str, str]:
    """Return each form of ``termbase`` with its standing in a word."""
    return {t.form: str(t.status or "undecided") for c in termbase.concepts for t in c.terms}
