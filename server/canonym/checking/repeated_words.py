"""Fits a form between its neighbours: no replacement may repeat a word that already stands beside it.

``Mc Kendrick`` becomes McKendrick, not ``Mc McKendrick``, and ``Ahmad Shah Masood`` Ahmad Shah Massoud, not
``Ahmad Shah Ahmad Shah Massoud``.
"""

import re

from jellyfish import jaro_winkler_similarity

from canonym.spelling.folding import joined
from canonym.text.document import FILLER, JOINER
from canonym.text.span import Span
from canonym.text.tokens import Token, tokenize
from canonym.text.typesetting import APOSTROPHES, HYPHENS
from canonym.text.values import NamedTuple

_NEAR = 80
"""So many code points on either side are looked at."""
_SIMPLE = re.compile(rf"[ \t\u00a0\u202f{FILLER}{APOSTROPHES}{re.escape(HYPHENS)}]*")
"""What an edit may swallow between two words; no line break and no markup."""
_GAP = re.compile(rf"\.?[\s{JOINER}{FILLER}{APOSTROPHES}{re.escape(HYPHENS)}]*")
"""What may stand between two words of one name; the joiners hide delimiters of markup."""
_POSSESSIVE = re.compile(f"[{APOSTROPHES}][sS]\\b")


class Fit(NamedTuple):
    """What is to be replaced, and by which form.

    Attributes:
        span: The place; wider than was asked where the neighbour is a part of the form.
        form: The form; shorter than was asked where the neighbours have the rest.
    """

    span: Span
    form: str


def fitted(form: str, prose: str, span: Span) -> Fit | None:
    """Return how ``form`` takes the place of ``span``; None if it cannot without harm.

    Args:
        form: The form, as ``plain`` writes it.
        prose: What it stands in.
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
    """Return the word before a place, if nothing parts it from there."""
    start = max(0, span.start - _NEAR)
    tokens = tokenize(prose, start, span.start)
    if not tokens or (tokens[-1].start == start and start):
        return None
    gap = prose[tokens[-1].end : span.start]
    return tokens[-1] if gap and _GAP.fullmatch(gap) and gap.count("\n") < 2 else None


def _behind(prose: str, span: Span) -> Token | None:
    """Return the word behind a place, if nothing parts it from there."""
    end = min(len(prose), span.end + _NEAR)
    tokens = tokenize(prose, span.end, end)
    if not tokens or (tokens[0].end == end and end < len(prose)):
        return None
    gap = prose[span.end : tokens[0].start]
    return tokens[0] if gap and _GAP.fullmatch(gap) and "." not in gap and gap.count("\n") < 2 else None


def _shortened(form: str, text: str, before: Token | None, behind: Token | None) -> str:
    """Leave out the words of ``form`` up to the one that stands before it, and from the one behind it."""
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
    """Tell whether ``word`` stands beside the place; of is no sign that the Bank of America is cut in two."""
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
    """Tell whether ``piece``, which stands beside ``text``, is the other part of the word ``whole``."""
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
    """Tell whether ``whole`` is put together behind ``head``: O'Brien, al-Farouk, McKendrick."""
    places = (at for at in range(1, len(whole)) if joined(whole[:at]) == head)
    return any(whole[at].isupper() or not whole[at].isalpha() for at in places)
