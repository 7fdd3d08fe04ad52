"""Finds mentions of known concepts in any known spelling. The longest whole name wins."""

from collections.abc import Iterable, Iterator, Sequence

from canonym.index.memory import notes, those
from canonym.index.termbase_index import Index
from canonym.languages.views import views
from canonym.matching.decided.decided_cases import decided_case, may_be_case
from canonym.matching.decided.decided_dress import is_respelt
from canonym.matching.decided.decided_stems import decided_stem
from canonym.matching.draft import Draft, parse_draft
from canonym.matching.draft_sentence import ParsedSentence
from canonym.matching.forms_at_words import decided_form_at, dressed, form_at
from canonym.termbase.concept import UNSETTLED, TermStatus
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.capitals import loud_words
from canonym.text.document import Document, visible_text
from canonym.text.names import adjacent
from canonym.text.scripts.points import unpointed
from canonym.text.sentences import Sentence
from canonym.text.span import Span
from canonym.text.tokens import Token, tokenize
from canonym.text.values import NamedTuple

_SENTENCES = 1 << 13
"""Sentences whose mentions are remembered."""
_WORDS = 1 << 17
"""Words that are known to begin no unsettled form."""
_MOST_OF_CASE = 6
"""Most words of a form that is found in other cases."""


class Mention(NamedTuple):
    """A known form in a document.

    Attributes:
        span: Where it is.
        text: The known form. The document may have other white space, apostrophes and hyphens.
        concept: The id of its concept; of several, the best attested.
        status: Its status in that concept; None where the concept is undecided.
        beside: The capitalised words right before and after it; "" if there is none.
        has_ending: Whether it is the stem of a longer word.
        is_case: Whether the document has another ending in place of that of the form.
        is_shouted: Whether it alone is in capitals, so that it may be an acronym.
    """

    span: Span
    text: str
    concept: str
    status: TermStatus | None
    beside: tuple[str, str]
    has_ending: bool = False
    is_case: bool = False
    is_shouted: bool = False


class Mentions(NamedTuple):
    """The mentions in one sentence.

    Attributes:
        all: All of them, in order, without overlap.
        unsettled: Those whose form is deprecated, or that nothing decides.
    """

    all: tuple[Mention, ...] = ()
    unsettled: tuple[Mention, ...] = ()


_NONE = Mentions()


def recognise(document: Document, index: Index) -> tuple[Mention, ...]:
    """Return the mentions in ``document``, in order, without overlap."""
    found = [mention for view in views(document) for mention in _recognise(view, index)]
    return tuple(sorted(found, key=lambda mention: mention.span)) if document.parts else tuple(found)


def _recognise(document: Document, index: Index) -> Iterator[Mention]:
    index = index.in_language(document.language.tag)
    index.memory.begin()
    draft = parse_draft(document.with_cut(index.cut))
    return placed(draft, [mentions_in(index, sentence).all for sentence in draft.sentences])


def mentions_in(index: Index, sentence: ParsedSentence) -> Mentions:
    """Return the mentions in a single sentence."""
    # Without it a keystroke in translated news takes 25 % more CPU in 25,000 characters, 50 % in 250,000;
    # emptied by forget(), and once no draft asks.
    known = notes(index, mentions_in, _SENTENCES)
    found: Mentions | None = known.get(sentence.text)
    if found is None:
        mentions = tuple(_mentions(sentence.text, sentence.sentence, index))
        unsettled = tuple(m for m in mentions if m.status in UNSETTLED) if mentions else ()
        found = known[sentence.text] = Mentions(mentions, unsettled) if mentions else _NONE
    return found


def unsettled(draft: Draft, index: Index) -> tuple[Mention, ...]:
    """Return the mentions in ``draft`` of forms that are deprecated or undecided.

    Most sentences have no word that begins such a form. They are skipped.
    """
    # Without it a keystroke in 25,000 characters takes 59 %, one in 250,000 42 % more CPU; emptied by
    # those() once no draft asks, and with the index.
    telling = those(index, _may_unsettle, draft.vocabulary, _WORDS)
    if not telling:
        return ()
    found = (
        () if telling.isdisjoint(sentence.words) else mentions_in(index, sentence).unsettled
        for sentence in draft.sentences
    )
    return tuple(placed(draft, found))


def _may_unsettle(index: Index, word: str) -> bool:
    if word.islower() and word.isalpha():
        return index.opens_unsettled(plain(word))
    token = Token(0, plain(word))
    begins = {token.text, unpointed(token.text), *dressed(index, word)}
    begins.update(tokenize(part.text)[0].text for part in token.parts() if part is not token)
    if any(map(index.opens_unsettled, begins)):
        return True
    return bool(decided_stem(index, word)) or may_be_case(index, word)


def placed(draft: Draft, mentions: Iterable[Iterable[Mention]]) -> Iterator[Mention]:
    """Yield mentions, given sentence by sentence, with their places in ``draft``."""
    for by, some in zip(draft.starts, mentions, strict=True):
        for one in some:
            span = Span(one.span.start + by, one.span.end + by)
            yield one._replace(span=span)


def _mentions(prose: str, sentence: Sentence, index: Index) -> Iterator[Mention]:
    tokens = sentence.tokens
    loud = loud_words(prose, tokens, sentence.language)
    end = 0
    for at, token in enumerate(tokens):
        if at >= end:
            length, form = form_at(prose, tokens, at, index)
            is_shouted = not length and at >= loud and token.text.isupper()
            if not length:
                length, form = decided_form_at(prose, tokens, at, index)
            stem = "" if length else decided_stem(index, token.text)
            if is_shouted and (form or stem) and not is_respelt(index, form or stem):
                continue
            if length:
                yield _mention(prose, tokens, at, length, form, index)._replace(is_shouted=is_shouted)
                end = at + length
            elif stem:
                start = Token(token.start, token.text[: len(stem)])
                mention = _mention(prose, (*tokens[:at], start), at, 1, stem, index)
                yield mention._replace(has_ending=True, is_shouted=is_shouted)
            elif token.text[:1].isupper() and (form := _decided_case_at(prose, tokens, at, index)):
                end = at + form.count(" ") + 1
                mention = _mention(prose, tokens, at, end - at, form, index)
                yield mention._replace(is_case=True, is_shouted=is_shouted)
            else:
                yield from _in_parts(prose, token, index)


def _decided_case_at(prose: str, tokens: Sequence[Token], at: int, index: Index) -> str:
    """Return the decided form of which the words at a token are another case; empty if there is none."""
    words = tokens[at : at + _MOST_OF_CASE]
    apart = (n for n in range(1, len(words)) if not adjacent(prose, words[n - 1], words[n]))
    return decided_case(index, [token.text for token in words[: next(apart, len(words))]])


def _mention(prose: str, tokens: Sequence[Token], at: int, length: int, form: str, index: Index) -> Mention:
    concept, term = index.best(form)
    before = tokens[at - 1] if at and adjacent(prose, tokens[at - 1], tokens[at]) else None
    end = at + length
    behind = tokens[end] if end < len(tokens) and adjacent(prose, tokens[end - 1], tokens[end]) else None
    neighbours = (t.text if t is not None and t.is_capitalised else "" for t in (before, behind))
    beside = tuple(map(visible_text, neighbours))
    return Mention(
        Span(tokens[at].start, tokens[end - 1].end), form, concept.id, term.status, (beside[0], beside[1])
    )


def _in_parts(prose: str, token: Token, index: Index) -> Iterator[Mention]:
    """Yield known names inside a hyphened word that is unknown as a whole: Massoud-led."""
    parts = token.parts()
    if len(parts) > 1:
        for number, part in enumerate(parts):
            form = plain(part.text)
            if index.has(form):
                yield _mention(prose, parts, number, 1, form, index)
