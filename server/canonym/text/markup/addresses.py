"""Addresses inside prose: URLs, e-mail addresses, domains, file names and paths, handles, hashtags.

No check looks at them: a name in a URL is spelt as its owner spelt it. Running text has almost none of the
characters that make an address, so only the words with such a character are examined.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from canonym.text.span import Span

# A sign that prose rarely has, or a full stop inside a word.
_SIGN = re.compile(r"[@#/\\.](?:(?<=[@#/\\])|(?=[^\W_]))")
_END = re.compile(r"\s|\Z")
# Every address has one of these. ``and/or`` and ``24/7`` have none, so most texts skip the pattern below.
_PROMISING = re.compile(r"[.:~@#\\]|/[^/]*/")
# How far around a sign to look: scripts without spaces write whole paragraphs as one word.
_REACH = 1000

_DOMAINS = (
    "com|org|net|edu|gov|mil|info|biz|io|ai|app|dev|news|tv|online|press|blog|site|"
    "ae|af|au|az|br|bg|ca|ch|cn|cz|de|dk|ee|eu|fi|fr|ge|gr|hk|hu|ie|il|iq|ir|jp|ke|kg|kr|kz|lb|lk|lt|lv|md|"
    "mx|ng|nl|np|nz|ph|pk|pl|pt|qa|ro|rs|ru|sa|sg|sk|sy|th|tj|tm|tr|tw|ua|uk|uz|vn|ye|za"
)
# Endings that are also words (``.in``, ``.it``) count only after a second-level label or before a path.
_SECOND = r"(?:(?:com|co|org|net|ac|gov|edu)\.[a-z]{2}|[a-z]{2}(?=/))"
_FILES = (
    "avi|bib|css|csv|docx?|epub|exe|gif|gz|html?|ini|ipynb|jpe?g|js|json|jsonl|log|md|mov|mp3|mp4|odt|pdf|"
    "php|png|po|pptx?|py|rst|rtf|sh|sql|srt|svg|tar|tex|tiff?|toml|ts|tsv|txt|vtt|wav|webp|xlsx?|xml|ya?ml|zip"
)
# What a URL may hold. RFC 3986 allows neither brackets nor braces; sentences in Chinese have no spaces.
_ANY = r'[^\s<>"\[\]{}|`“”«»。，、；！？（）「」『』【】《》]'
_ADDRESS = rf"""
    (?<![A-Za-z0-9]) (?: [A-Za-z][A-Za-z0-9+.-]{{1,30}}:// | www\. | mailto: ) {_ANY}+  # URL
  | [\w.+-]{{1,64}} @ [\w-]{{1,63}} (?: \. [\w-]{{1,63}} )+  # e-mail address
  | (?<![\w/]) (?: [A-Za-z]:\\ | \\\\ | ~/ | \.{{1,2}}/ ) {_ANY}+  # path from a root
  | (?<![\w/]) / [\w.-]+ (?: / [\w.-]+ )+ /?  # /absolute/path
  | (?<![a-z0-9]) [a-z0-9][a-z0-9-]*+ (?: \. [a-z0-9-]++ ){{0,6}} (?: \. (?:{_DOMAINS}) | \.{_SECOND} ) \b
        (?: [:/?] {_ANY}* )?  # domain
  | (?<![a-z0-9_-]) [a-z0-9_-]++ (?: [./\\] [a-z0-9_-]++ ){{0,20}} \. (?:{_FILES}) \b  # file
  | (?<!\w) [@#] \w* [^\W\d_] \w*+ (?!\#)  # handle, hashtag
    """
# A capital after the last full stop begins a sentence whose space is missing: ``home.Pk came``.
_CAPITAL_ENDING = re.compile(r"\.[A-Z][a-z]*\Z")
_TRAILING = ".,;:!?'’…*_~|"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def addresses(text: str, places: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans of the addresses in ``text``, in order, without the punctuation that follows them.

    Args:
        text: The text.
        places: Where an address may begin, in order. It may end after such a place.
    """
    done = 0
    for place in places:
        for sign in _SIGN.finditer(text, *place):
            if sign.start() >= done:
                start = _word_start(text, sign.start(), max(done, place.start))
                word_end = _word_end(text, sign.start())
                done = min(word_end, sign.start() + _REACH)
                for found in _addresses_in_word(text, Span(start, done), word_end):
                    done = max(done, found.end)
                    yield found


def _addresses_in_word(text: str, window: Span, word_end: int) -> Iterator[Span]:
    """Yield the addresses that begin in ``window``. One at its end extends to the end of the word."""
    if not _PROMISING.search(text, *window):
        return
    for found in _address().finditer(text, *window):
        end = _without_punctuation(text, found.start(), found.end())
        if end == window.end < word_end:
            end = word_end
        if not _CAPITAL_ENDING.search(text, found.start(), end):
            yield Span(found.start(), end)


@cache
def _address() -> re.Pattern[str]:
    return re.compile(_ADDRESS, re.VERBOSE | re.IGNORECASE)


def _word_start(text: str, at: int, least: int) -> int:
    least = max(least, at - _REACH)
    while at > least and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    end = _END.search(text, at)
    return end.start() if end else len(text)


def _without_punctuation(text: str, start: int, end: int) -> int:
    while end > start:
        last = text[end - 1]
        opening = _PAIRS.get(last)
        unpaired = opening and text.count(last, start, end) > text.count(opening, start, end)
        if last not in _TRAILING and not unpaired:
            break
        end -= 1
    return end
