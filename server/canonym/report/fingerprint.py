"""The name of a finding, which stays the same when lines move."""

from functools import lru_cache
from typing import Self

from canonym.checking.finding import Finding
from canonym.text.values import NamedTuple


class Anchor(NamedTuple):
    """What identifies a finding. It holds no line number.

    Attributes:
        rule: The rule's id.
        path: The draft.
        concept: The concept's id; empty without one.
        variant: The text of the finding, folded.
        sentence: Its sentence, folded.
    """

    rule: str
    path: str
    concept: str
    variant: str
    sentence: str

    @classmethod
    def of(cls, path: str, finding: Finding, sentence: str) -> Self:
        """Return the anchor of ``finding`` in ``sentence``, which must be folded."""
        concept = finding.concept.id if finding.concept else ""
        return cls(finding.rule, path, concept, fold(finding.text), sentence)


def fingerprint(anchor: Anchor, occurrence: int) -> str:
    """Return the fingerprint (64 hex digits) of the ``occurrence``-th finding (from 1) of ``anchor``."""
    sentence = _hash_of_sentence(anchor.sentence)
    parts = (anchor.rule, anchor.path, anchor.concept, anchor.variant, sentence, str(occurrence))
    return _hash("\x1f".join(parts))


# Brings nothing that can be counted with few findings; thousands may stand in one line. It is bounded.
@lru_cache(maxsize=1 << 8)
def line_hash(line: str) -> str:
    """Return the hash of a source line without its spaces. Many findings may share a line."""
    return _hash("".join(line.split()))[:16]


def fold(text: str) -> str:
    """Return ``text`` in the form in which anchors are compared: without case, with single spaces."""
    return " ".join(text.casefold().split())


# Brings nothing that can be counted with few findings; thousands may stand in one line. It is bounded.
@lru_cache(maxsize=1 << 8)
def _hash_of_sentence(sentence: str) -> str:
    """Return the hash of a sentence. It is remembered: one sentence may have thousands of findings."""
    return _hash(sentence)


def _hash(text: str) -> str:
    from hashlib import sha256  # loads OpenSSL, which a check without a baseline does not need

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
