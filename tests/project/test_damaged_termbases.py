"""Whatever became of a learned termbase: it is loaded, or refused by file and line with what to do."""

import json
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canonym.checking.check_settings import Settings
from canonym.checking.engine import examine
from canonym.project.load_index import WORTH_KEEPING, load_index
from canonym.project.termbase_files import Source
from canonym.termbase.concept import Attestation, Concept, Kind, Term, TermStatus
from canonym.termbase.errors import TermbaseError
from canonym.termbase.learned import dump
from canonym.termbase.termbase import Story, Termbase
from english import parse_document

PLACES = (Attestation("a.txt", 3, "Amrullah Saleh left Panjshir."), Attestation("b.txt", 1))
WHOLE = Termbase(
    concepts=(
        Concept("amrullah saleh", Kind.PERSON, (Term("Amrullah Saleh", frequency=4, articles=3),)),
        Concept(
            "panjshir",
            Kind.PLACE,
            (
                Term("Panjshir", frequency=9, articles=5, attestations=PLACES),
                Term("Panjsher", TermStatus.DEPRECATED, 1, 1, PLACES[:1]),
            ),
        ),
        Concept(
            "saleh",
            Kind.NAME,
            (Term("Saleh", None, 2, 2), Term("Salih", None, 2, 2)),
            parts=("amrullah saleh",),
        ),
    ),
    stories=(Story("a.txt", ((1, 2, 3), (4, 5))), Story("b.txt", ((1, 7),))),
    articles=5,
    ordinary={"valley": 3, "van": 1},
)
LINES = tuple(line.encode() for line in dump(WHOLE))
DRAFT = "In Panjsher Amrulah Salih met Saleh. The Valley of Panjshire was quiet, said Amrullah Saleh."
REFUSED = r"^termbase\.learned\.jsonl:\d+: .*learn it again$"


def loaded(data: bytes, folder: Path) -> str:
    """Return why the termbase was refused, "" if it serves a check; the same by both ways to an index."""
    path = folder / "termbase.learned.jsonl"
    path.write_bytes(data)
    source = Source(path, path.name)
    told, found = zip(*(_tried(source, root) for root in (None, folder)), strict=True)
    assert told[0] == told[1]
    assert found[0] == found[1]
    return told[0]


def _tried(source: Source, root: Path | None) -> tuple[str, object]:
    try:
        index = load_index([source], None, root)
    except TermbaseError as error:
        return str(error), None
    found = examine(parse_document("draft.txt", DRAFT), index, Settings())
    assert index.size == sum(1 for _ in index.concepts())
    return "", found


def test_the_whole_file_is_loaded(tmp_path):
    assert loaded(b"".join(LINES), tmp_path) == ""


def changed(line: int, **members: object) -> bytes:
    """The file with members of the record in a line, from 1, replaced; None takes one out."""
    lines = list(LINES)
    record = json.loads(lines[line - 1]) | members
    lines[line - 1] = (
        json.dumps({key: value for key, value in record.items() if value is not None}).encode() + b"\n"
    )
    return b"".join(lines)


def term(**members: object) -> bytes:
    terms = json.loads(LINES[2])["terms"]
    terms[1] |= members
    return changed(3, terms=terms)


LARGE = b"[" * WORTH_KEEPING


@pytest.mark.parametrize(
    ("data", "place", "said"),
    [
        (changed(1, articles=float("inf")), "1: articles", "is not a table of languages"),
        (LINES[0].replace(b"5", b"1e999", 1), "1: articles.und", "is not a whole number from 0"),
        (changed(1, articles=-1), "1: articles", "no header of a learned termbase"),
        (changed(1, records=True), "1: records", "no header of a learned termbase"),
        (changed(1, canonym=True), "1: canonym", "is version True, this program reads up to 2"),
        (changed(1, canonym={"a": []}), "1: canonym", "is version another, this program reads up to 2"),
        (term(frequency="4"), "3: terms[2].frequency", "is not a whole number from 0"),
        (term(frequency=True), "3: terms[2].frequency", "is not a whole number from 0"),
        (term(articles=1 << 60), "3: terms[2].articles", "is not a whole number from 0"),
        (term(form=7), "3: terms[2].form", "is not a text"),
        (term(form=" "), "3: terms[2].form", "is not a text"),
        (term(status="right"), "3: terms[2].status", "is not one of undecided, preferred"),
        (term(status=[]), "3: terms[2].status", "is not one of undecided, preferred"),
        (term(attestations=[["a.txt", "3"]]), "3: terms[2].attestations[1]", "is not path, line"),
        (term(attestations=[["a.txt", 3, "b", "c"]]), "3: terms[2].attestations[1]", "is not path, line"),
        (term(attestations="ab"), "3: terms[2].attestations", "is not a list"),
        (changed(2, terms=[]), "2: terms", "is not a list with an entry"),
        (changed(2, terms=["Saleh"]), "2: terms[1]", "is not a table"),
        (changed(2, id=1), "2: id", "is not a string"),
        (changed(2, kind=["person"]), "2: kind", "is not one of person, place"),
        (changed(4, parts=[1]), "4: parts[1]", "is not a string"),
        (changed(4, parts="saleh"), "4: parts", "is not a list"),
        (changed(5, words=[["valley", 3]]), "5: words", "is not a table of words"),
        (changed(5, words={"valley": "3"}), "5: valley", "is not a whole number from 0"),
        (changed(6, story=["a"]), "6: story", "is not a string"),
        (changed(6, story="a", sentences=[1]), "6: sentences", "is not a string"),
        (changed(6, sentences="AAE"), "6: sentences", "is not keys of 32 bits"),
        (changed(6, sentences="é"), "6: sentences", "is not keys of 32 bits"),
        (changed(6, story=None), "6", "no record that this program knows"),
        (term(form="\ud800"), "3", "half a character is in it"),
        (LINES[0] + b"[" * 9000 + b"\n", "2", "it is nested too deep"),
        (LINES[0] + b'{"id":' * 9000 + b"\n", "2", "it is nested too deep"),
        (LINES[0] + b'{"id":' + b"7" * 5000 + b"}\n", "2", "Exceeds the limit"),
        (LINES[0] + b"\0" * 40 + b"\n", "2", "the line is cut or damaged"),
        ("".join(dump(WHOLE)).encode("utf-16"), "1", "the line is cut or damaged"),
        (LINES[0] + LARGE + b"\n", "2", "it is nested too deep"),
    ],
)  # fmt: skip
def test_what_is_no_record_is_refused(tmp_path, data, place, said):
    told = loaded(data, tmp_path)
    assert told.startswith(f"termbase.learned.jsonl:{place}: ")
    assert said in told
    assert told.endswith("learn it again")


def test_what_more_a_record_says_is_passed_over(tmp_path):
    assert loaded(changed(3, later="anything", terms=json.loads(LINES[2])["terms"]), tmp_path) == ""


def paths(value, path=()):
    """The ways to all that stands in a record."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from paths(one, (*path, key))


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=6),
    st.sampled_from(
        ["", " ", "\n", "-", "'", "\0", "É", "saleh", "\ud800", "a" * 3000, 10**400, 1 << 63, [[]], {}]
    ),
    st.recursive(
        st.just([]), lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=2), inner)
    ),
)


@st.composite
def damaged(draw) -> bytes:
    """The file after a few accidents."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 3))):
        number = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(("member", "bytes", "twice", "order"))):
            case "member":
                lines[number] = draw(other_members(lines[number]))
            case "bytes":
                start, end = sorted(
                    draw(st.lists(st.integers(0, len(lines[number])), min_size=2, max_size=2))
                )
                lines[number] = lines[number][:start] + draw(st.binary(max_size=4)) + lines[number][end:]
            case "twice":
                lines[number] = lines[number].replace(b'{"', b'{"terms":3,"id":null,"', 1)
            case "order":
                lines = draw(st.permutations(lines))
    return b"".join(lines)


@st.composite
def other_members(draw, line: bytes) -> bytes:
    try:
        record = json.loads(line)
    except ValueError:
        return line
    way = draw(st.sampled_from(list(paths(record))))
    changed = {"": deepcopy(record)}
    at = changed
    for step in ("", *way)[:-1]:
        at = at[step]
    last = ("", *way)[-1]
    if way and draw(st.booleans()):
        del at[last]
    else:
        at[last] = draw(ODD)
    return json.dumps(changed[""]).encode() + b"\n"


@given(damaged())
@settings(max_examples=300)
def test_after_any_accident_it_loads_or_is_refused_by_line(data):
    with TemporaryDirectory() as folder:
        told = loaded(data, Path(folder))
    if told:
        head, _, _ = told.partition(": ")
        assert head.rpartition(":")[2].isdigit(), told
        assert told.endswith("learn it again"), told
