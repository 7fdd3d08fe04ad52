"""``termbase.learned.jsonl``: what a corpus taught, one record a line, made for ``git diff``.

The first line is the header ``{"canonym": 1, "articles": N}``. Then stand the concepts, sorted by
id, each with its terms (the preferred one first), their standing, frequency, number of independent
articles and attestations; the words that the corpus writes small; and the signatures of the
stories, keys of 32 bits each in base64.
"""

import binascii
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from canonym.termbase.errors import TermbaseError
from canonym.termbase.model import Attestation, Concept, Kind, Term, TermStatus
from canonym.termbase.termbase import Story, Termbase

VERSION = 1
"""Version of the format; another one is refused."""


def dump(termbase: Termbase) -> Iterator[str]:
    """Yield the lines of the file, each with its line end."""
    import json

    def line(record: dict[str, Any]) -> str:
        return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"

    yield line({"canonym": VERSION, "articles": termbase.articles})
    for concept in termbase.concepts:
        yield line(_concept(concept))
    for prefix, words in groupby(sorted(termbase.ordinary.items()), key=lambda item: item[0][:2]):
        yield line({"small": prefix, "words": dict(words)})
    for story in termbase.stories:
        yield line({"story": story.path, "sentences": " ".join(map(_packed, story.sentences))})


def _concept(concept: Concept) -> dict[str, Any]:
    record: dict[str, Any] = {"id": concept.id, "kind": concept.kind.value}
    if concept.parts:
        record["parts"] = list(concept.parts)
    record["terms"] = [_term(t) for t in concept.terms]
    return record


def _term(term: Term) -> dict[str, Any]:
    return {
        "form": term.form,
        "status": "undecided" if term.status is None else term.status.value,
        "frequency": term.frequency,
        "articles": term.articles,
        "attestations": [[a.path, a.line, a.text] if a.text else [a.path, a.line] for a in term.attestations],
    }


def _packed(keys: tuple[int, ...]) -> str:
    return binascii.b2a_base64(b"".join(k.to_bytes(4, "little") for k in keys), newline=False).decode().rstrip("=")


def _unpacked(text: str) -> tuple[int, ...]:
    data = binascii.a2b_base64(text + "=" * (-len(text) % 4))
    return tuple(int.from_bytes(data[i : i + 4], "little") for i in range(0, len(data), 4))


def load(lines: Iterable[str | bytes], source: str) -> Termbase:
    """Read what ``dump`` wrote.

    Args:
        lines: The lines of the file.
        source: How error messages name it.

    Raises:
        TermbaseError: When a line is cut, no record, or of another version.
    """
    concepts: list[Concept] = []
    stories: list[Story] = []
    ordinary: dict[str, int] = {}
    articles = -1
    for number, record in _records(lines, source):
        try:
            if "id" in record:
                concepts.append(_read_concept(record, f"{source}:{number}"))
            elif "story" in record:
                stories.append(Story(record["story"], tuple(map(_unpacked, record["sentences"].split()))))
            elif "small" in record:
                ordinary.update(record["words"])
            else:
                articles = _read_header(record, number, source)
        except (KeyError, TypeError, ValueError) as error:
            raise TermbaseError(source, number, str(error), "is no record of a learned termbase; learn it again") from error
    if articles < 0:
        raise TermbaseError(source, 1, "canonym", "is missing: this is no learned termbase; learn it again")
    return Termbase(tuple(concepts), tuple(stories), articles, ordinary)


def _records(lines: Iterable[str | bytes], source: str) -> Iterator[tuple[int, dict[str, Any]]]:
    import json

    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line)
        except ValueError as error:
            raise TermbaseError(source, number, "", f"the line is cut or damaged ({error}); learn it again") from error
        if not isinstance(record, dict):
            raise TermbaseError(source, number, "", "the line is no record; learn it again")
        yield number, record


def _read_header(record: dict[str, Any], number: int, source: str) -> int:
    if record["canonym"] != VERSION:
        raise TermbaseError(
            source, number, "canonym", f"is version {record['canonym']}, this program reads {VERSION}; learn it again"
        )
    return int(record["articles"])


def _read_concept(record: dict[str, Any], source: str) -> Concept:
    terms = tuple(
        Term(
            t["form"],
            None if t["status"] == "undecided" else TermStatus(t["status"]),
            t["frequency"],
            t["articles"],
            tuple(Attestation(*a) for a in t["attestations"]),
        )
        for t in record["terms"]
    )
    return Concept(record["id"], Kind(record["kind"]), terms, parts=tuple(record.get("parts", ())), source=source)
