"""The known form that begins at a word of a sentence."""

from collections.abc import Iterator, Sequence

from canonym.index.termbase_index import Index
from canonym.matching.decided.decided_dress import doublets, is_decided, small_forms
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.names import adjacent
from canonym.text.scripts.points import unpointed
from canonym.text.tokens import Token


def form_at(prose: str, tokens: Sequence[Token], at: int, index: Index) -> tuple[int, str]:
    """Return the longest form that begins at a token and the number of its words; 0 if there is none."""
    first = plain(tokens[at].text)
    longest = index.longest_form(first) or (0 if first.isascii() else index.longest_form(unpointed(first)))
    if not longest:
        return 0, ""
    end = min(at + longest, len(tokens))
    apart = next((n for n in range(at + 1, end) if not adjacent(prose, tokens[n - 1], tokens[n])), end)
    for stop in range(end, at, -1):
        words = [t.text for t in tokens[at:stop]]
        # Anything but white space between words must be in the form too: St. Petersburg.
        form = plain(
            " ".join(words if stop <= apart else prose[tokens[at].start : tokens[stop - 1].end].split())
        )
        for spelt in (form,) if form.isascii() else (form, unpointed(form)):
            if index.has(spelt):
                return stop - at, spelt
    return 0, ""


def decided_form_at(prose: str, tokens: Sequence[Token], at: int, index: Index) -> tuple[int, str]:
    """Return the same for a word in other dress than a decided form: Kiev for KIEV, or a doublet of it."""
    for first in dressed(index, tokens[at].text):
        rest = tokens[at + 1 : at + index.longest_form(first)]
        found = [Token(tokens[at].start, first), *(_undressed(token, index) for token in rest)]
        length, form = form_at(prose, found, 0, index)
        if length and is_decided(index, form, " ".join(token.text for token in tokens[at : at + length])):
            return length, form
    return 0, ""


def dressed(index: Index, word: str) -> Iterator[str]:
    """Yield the words of names that ``word`` may be in other dress."""
    return small_forms(index, word) if word.isupper() else doublets(index, word)


def _undressed(token: Token, index: Index) -> Token:
    if index.has(token.text):
        return token
    return Token(token.start, next(dressed(index, token.text), token.text))
