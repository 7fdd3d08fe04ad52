"""Fits a form between its neighbours, so that no replacement repeats a word beside it.

``Mc Kendrick`` becomes McKendrick, not ``Mc McKendrick``. ``Ahmad Shah Masood`` becomes Ahmad Shah Massoud,
not ``Ahmad Shah Ahmad Shah Massoud``.
"""

import re

from jellyfish import jaro_winkler_similarity

from canonym.spelling.folding import joined
from canonym.text.apostrophes_and_ligatures import APOSTROPHES, HYPHENS
from canonym.text.document import FILLER, JOINER
from canonym.text.span import Span
from canonym.text.tokens import Token, tokenize
from canonym.text.values import NamedTuple

_NEAR = 80
"""How many code points on each side are examined."""
_SIMPLE = re.compile(rf"[ \t\u00a0\u202f{FILLER}{APOSTROPHES}{re.escape(HYPHENS)}]*")
"""What an edit may remove between two words: neither line breaks nor markup."""
_GAP = re.compile(rf"\.?[\s{JOINER}{FILLER}{APOSTROPHES}{re.escape(HYPHENS)}]*")
"""What may separate two words of one name. The joiners hide delimiters of markup."""
_POSSESSIVE = re.compile(f"[{APOSTROPHES}][sS]\\b")


class Fit(NamedTuple):
    """A place and the form that replaces it.

    Attributes:
        span: The place. It is wider than requested if a neighbour is part of the form.
        form: The form. It is shorter than requested if the neighbours have the rest.
    """

    span: Span
    form: str


def fitted(form: str, prose: str, span: Span) -> Fit | None:
    """Return the fit of ``form`` at ``span``; None if it does not fit without harm.

    Args:
        form: The form, in the spelling of ``plain``.
        prose: The prose around it.
        span: Its place in ``prose``.
    """
    text = span.of(prose)
    before, behind = _before(prose, span), _behind(prose, span)
    if _POSSESSIVE.match(prose, span.end) and form.endswith(("'s", "'S")):
        form = form[:-2]
    fit: Fit | None = Fit(span, _shortened(form, text, before, behind))
    if fit is not None and before is not None:
        fit = _widened_left(fit, text, before, prose)
    if fit is not None and behind is not None:
        fit = _widened_right(fit, text, behind, prose)
    return fit


def _before(prose: str, span: Span) -> Token | None:
    """Return the word before a place, if nothing separates them."""
    start = max(0, span.start - _NEAR)
    tokens = tokenize(prose, start, span.start)
    if not tokens or (tokens[-1].start == start and start):
        return None
    gap = prose[tokens[-1].end : span.start]
    return tokens[-1] if gap and _GAP.fullmatch(gap) and gap.count("\n") < 2 else None


def _behind(prose: str, span: Span) -> Token | None:
    """Return the word after a place, if nothing separates them."""
    end = min(len(prose), span.end + _NEAR)
    tokens = tokenize(prose, span.end, end)
    if not tokens or (tokens[0].end == end and end < len(prose)):
        return None
    gap = prose[span.end : tokens[0].start]
    return tokens[0] if gap and _GAP.fullmatch(gap) and "." not in gap and gap.count("\n") < 2 else None


def _shortened(form: str, text: str, before: Token | None, behind: Token | None) -> str:
    """Remove the words of ``form`` up to the word before it, and those from the word after it."""
    words = tokenize(form)
    more = len(words) - len(tokenize(text))
    first, last = 0, len(words)
    if before is not None:
        first = max((n + 1 for n in range(more) if _repeats(words[n], before, near=n == 0)), default=0)
    if behind is not None:
        own = range(max(last - more, first + 1), last)
        last = min((n for n in own if _repeats(words[n], behind, near=n == last - 1)), default=last)
    return form if last - first == len(words) else form[words[first].start : words[last - 1].end]


def _repeats(word: Token, beside: Token, *, near: bool) -> bool:
    """Return whether ``word`` is beside the place. A word like *of* does not show a torn Bank of America."""
    return joined(word.text) == joined(beside.text) and (near or beside.is_capitalised)


def _widened_left(fit: Fit, text: str, before: Token, prose: str) -> Fit | None:
    first = tokenize(fit.form)[:1]
    if not first or not _is_torn(first[0].text, before.text, text, at_end=False):
        return fit
    if not _SIMPLE.fullmatch(prose, before.end, fit.span.start):
        return None
    return Fit(Span(before.start, fit.span.end), fit.form)


def _widened_right(fit: Fit, text: str, behind: Token, prose: str) -> Fit | None:
    last = tokenize(fit.form)[-1:]
    if not last or not _is_torn(last[0].text, behind.text, text, at_end=True):
        return fit
    if not _SIMPLE.fullmatch(prose, fit.span.end, behind.start):
        return None
    return Fit(Span(fit.span.start, behind.end), fit.form)


def _is_torn(whole: str, piece: str, text: str, *, at_end: bool) -> bool:
    """Return whether ``piece``, beside ``text``, is the other part of the word ``whole``."""
    letters, lost, here = joined(whole), joined(piece), joined(text)
    if not lost or len(lost) >= len(letters):
        return False
    rest = letters.removesuffix(lost) if at_end else letters.removeprefix(lost)
    if rest == letters:
        return False
    if here == rest:
        return True
    if not _is_joint(whole, rest if at_end else lost):
        return False
    return jaro_winkler_similarity(here, rest) > jaro_winkler_similarity(here, letters)


def _is_joint(whole: str, head: str) -> bool:
    """Return whether ``head`` is a prefix of ``whole``: O'Brien, al-Farouk, McKendrick."""
    places = (at for at in range(1, len(whole)) if joined(whole[:at]) == head)
    return any(whole[at].isupper() or not whole[at].isalpha() for at in places)
