"""``termbase.learned.jsonl``: what a corpus taught, one record a line, made for ``git diff``.

The first line is the header ``{"canonym": 1, "articles": N, "records": M}``: by the number of lines
that follow, a file that was cut between two of them is known. Then stand the concepts, sorted by id,
each with its terms (the preferred one first), their standing, frequency, number of independent
articles and attestations; the words that the corpus writes small; and the signatures of the
stories, keys of 32 bits each in base64.
"""

import binascii
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from canonym.termbase.errors import TermbaseError
from canonym.termbase.model import Attestation, Concept, Kind, Term, TermStatus
from canonym.termbase.records import Header, Record, Small, termbase_of
from canonym.termbase.termbase import Story, Termbase

VERSION = 1
"""Version of the format; another one is refused."""


def dump(termbase: Termbase) -> Iterator[str]:
    """Yield the lines of the file, each with its line end."""
    import json

    def line(record: dict[str, Any]) -> str:
        return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"

    yield line({"canonym": VERSION, "articles": termbase.articles, "records": _count(termbase)})
    for concept in termbase.concepts:
        yield line(_concept(concept))
    for prefix, words in groupby(sorted(termbase.ordinary.items()), key=lambda item: item[0][:2]):
        yield line({"small": prefix, "words": dict(words)})
    for story in termbase.stories:
        yield line({"story": story.path, "sentences": " ".join(map(_packed, story.sentences))})


def _count(termbase: Termbase) -> int:
    prefixes = {word[:2] for word in termbase.ordinary}
    return len(termbase.concepts) + len(prefixes) + len(termbase.stories)


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
    data = b"".join(key.to_bytes(4, "little") for key in keys)
    return binascii.b2a_base64(data, newline=False).decode().rstrip("=")


def _unpacked(text: str) -> tuple[int, ...]:
    data = binascii.a2b_base64(text + "=" * (-len(text) % 4), strict_mode=True)
    return tuple(int.from_bytes(data[i : i + 4], "little") for i in range(0, len(data), 4))


def load(lines: Iterable[str | bytes], source: str) -> Termbase:
    """Read what ``dump`` wrote.

    Args:
        lines: The lines of the file.
        source: How error messages name it.

    Raises:
        TermbaseError: When a line is cut, no record, or of another version.
    """
    return termbase_of(read(lines, source))


def read(lines: Iterable[str | bytes], source: str) -> Iterator[Record]:
    """Yield the records of what ``dump`` wrote one by one, the header first.

    Args:
        lines: The lines of the file.
        source: How error messages name it.

    Raises:
        TermbaseError: When a line is cut, no record, of another version, or at last, when some are missing.
    """
    records = _records(lines, source)
    articles, left = _read_header(*next(records, (1, {})), source)
    yield Header(articles)
    number = 1
    for number, record in records:
        left -= 1
        try:
            yield _read(record, f"{source}:{number}")
        except (KeyError, TypeError, ValueError) as error:
            raise TermbaseError(
                source, number, str(error), "is no record of a learned termbase; learn it again"
            ) from error
    if left:
        raise TermbaseError(source, number, "", f"{_missing(left)} than the first line says; learn it again")


def _read(record: dict[str, Any], place: str) -> Concept | Story | Small:
    if "id" in record:
        return _read_concept(record, place)
    if "story" in record:
        return Story(record["story"], tuple(map(_unpacked, record["sentences"].split())))
    return Small(dict(record["words"]))


def _missing(left: int) -> str:
    fewer, more = f"the file is cut: it has {left} records fewer", f"the file has {-left} records more"
    return fewer if left > 0 else more


def _records(lines: Iterable[str | bytes], source: str) -> Iterator[tuple[int, dict[str, Any]]]:
    import json

    for number, line in enumerate(lines, 1):
        try:
            record = json.loads(line)
        except ValueError as error:
            raise TermbaseError(
                source, number, "", f"the line is cut or damaged ({error}); learn it again"
            ) from error
        if not isinstance(record, dict):
            raise TermbaseError(source, number, "", "the line is no record; learn it again")
        yield number, record


def _read_header(number: int, record: dict[str, Any], source: str) -> tuple[int, int]:
    """Return the number of articles and that of the records to come."""
    version = record.get("canonym")
    if version is None:
        raise TermbaseError(
            source, number, "canonym", "is missing: this is no learned termbase; learn it again"
        )
    if version != VERSION:
        raise TermbaseError(
            source, number, "canonym", f"is version {version}, this program reads {VERSION}; learn it again"
        )
    try:
        return int(record["articles"]), int(record["records"])
    except (KeyError, TypeError, ValueError) as error:
        raise TermbaseError(
            source, number, str(error), "is no header of a learned termbase; learn it again"
        ) from error


def _read_concept(record: dict[str, Any], source: str) -> Concept:
    if not record["terms"]:
        raise ValueError("terms")
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
    return Concept(
        record["id"], Kind(record["kind"]), terms, parts=tuple(record.get("parts", ())), source=source
    )
