"""The compiled index on disk: made once, made again when its sources change, and never a reason to fail."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import canonym
from canonym.index.termbase_index import compiled
from canonym.project.cache.index_cache import open_compiled
from canonym.project.cache.index_cache_key import Named
from canonym.project.load_index import WORTH_KEEPING, load_index
from canonym.project.termbase_files import Source
from canonym.termbase.concept import Attestation, Concept, Kind, Term
from canonym.termbase.errors import TermbaseError
from canonym.termbase.learned import dump
from canonym.termbase.termbase import Termbase

pytestmark = pytest.mark.usefixtures("user_cache")


@pytest.fixture
def root(tmp_path):
    path = tmp_path / "project"
    path.mkdir()
    return path


def learned(root: Path, form: str) -> Source:
    """Write a termbase with one name, large enough to be worth compiling."""
    long = Attestation("a.txt", 1, "x" * WORTH_KEEPING)
    termbase = Termbase((Concept(form.lower(), Kind.NAME, (Term(form, attestations=(long,)),)),))
    path = root / "termbase.learned.jsonl"
    path.write_text("".join(dump(termbase)), encoding="utf-8", newline="\n")
    return Source(path, path.name)


def age(source: Source, seconds: int = 60) -> None:
    """Make a file look as if it had been written some time ago."""
    stat = source.path.stat()
    os.utime(source.path, ns=(stat.st_atime_ns, stat.st_mtime_ns - seconds * 10**9))


def names(source: Source, root: Path) -> list[str]:
    return [concept.terms[0].form for concept in load_index([source], None, root).concepts()]


def indexes(root: Path) -> list[Path]:
    return sorted((root / ".canonym" / "index").glob("*.index"))


def test_an_index_is_compiled_once_and_not_seen_by_git(root):
    source = learned(root, "Massoud")
    assert names(source, root) == ["Massoud"]
    (index,) = indexes(root)
    made = index.stat().st_mtime_ns
    assert names(source, root) == names(source, root) == ["Massoud"]
    assert [i.stat().st_mtime_ns for i in indexes(root)] == [made]
    assert (root / ".canonym" / ".gitignore").read_text() == "*\n"


def test_what_was_compiled_while_its_source_was_written_is_not_kept(root):
    """The same bytes stand there before and afterwards; what was read in between were others."""
    source = learned(root, "Massoud")
    whole = source.path.read_bytes()
    age(source)

    def compile_half(out, _scratch):
        source.path.write_bytes(whole[:100])
        out.write(compiled(Termbase()))
        source.path.write_bytes(whole)

    open_compiled("learned", [Named(source.path, source.name)], root, compile_half)
    assert indexes(root) == []
    assert names(source, root) == ["Massoud"]


def test_a_small_termbase_leaves_no_trace(root):
    path = root / "termbase.learned.jsonl"
    path.write_text("".join(dump(Termbase())), encoding="utf-8")
    assert names(Source(path, path.name), root) == []
    assert list(root.iterdir()) == [path]


@pytest.mark.parametrize("aged", [0, 60])
def test_a_change_is_seen_and_the_old_index_goes(root, aged):
    source = learned(root, "Massoud")
    age(source, aged)
    names(source, root)
    (old,) = indexes(root)
    time = source.path.stat().st_mtime_ns
    learned(root, "Masooud")
    os.utime(source.path, ns=(time, time - aged))
    assert names(source, root) == ["Masooud"]
    (new,) = indexes(root)
    assert new != old


def test_what_an_earlier_version_compiled_goes_when_something_is_compiled(root):
    source = learned(root, "Massoud")
    names(source, root)
    folder = root / ".canonym" / "index"
    (new,) = indexes(root)
    data = bytearray(new.read_bytes())
    data[12] ^= 0xFF  # the version of the layout
    (folder / f"{'0' * 64}.index").write_bytes(data)
    (folder / "00000000.stamp").write_text("0" * 64 + "\n")
    assert names(source, root) == ["Massoud"]
    assert len(indexes(root)) == 2  # nothing was compiled
    learned(root, "Masood")
    assert names(source, root) == ["Masood"]
    assert len(indexes(root)) == len(list(folder.glob("*.stamp"))) == 1


def test_a_file_that_was_only_touched_is_not_compiled_again(root):
    source = learned(root, "Massoud")
    names(source, root)
    (index,) = indexes(root)
    made = index.stat().st_mtime_ns
    age(source)
    assert names(source, root) == ["Massoud"]
    assert index.stat().st_mtime_ns == made


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"Massoud", b"Masooud"),
        lambda data: b"something else altogether",
        lambda data: data[:8] + data[8:16][::-1] + data[16:],
    ],
    ids=["emptied", "last byte lost", "cut", "changed", "foreign", "of another machine"],
)
def test_a_damaged_or_foreign_index_is_made_anew(root, damage):
    source = learned(root, "Massoud")
    names(source, root)
    (index,) = indexes(root)
    whole = index.read_bytes()
    index.write_bytes(damage(whole))
    assert names(source, root) == ["Massoud"]
    assert index.read_bytes() == whole


def damage_the_quote(index: Path) -> bytes:
    """Change what is read only when somebody asks for a whole concept; return what was there before."""
    whole = index.read_bytes()
    place = whole.index(b"x" * WORTH_KEEPING) + WORTH_KEEPING // 2
    index.write_bytes(whole[:place] + b"y" + whole[place + 1 :])
    return whole


def test_damage_behind_the_head_is_mended_when_somebody_comes_upon_it(root):
    source = learned(root, "Massoud")
    names(source, root)
    (index,) = indexes(root)
    whole = damage_the_quote(index)
    found = load_index([source], None, root)
    assert found.size == 1
    assert index.read_bytes() != whole
    assert [c.terms[0].attestations[0].text for c in found.concepts()] == ["x" * WORTH_KEEPING]
    assert index.read_bytes() == whole
    assert not list(index.parent.glob("*.tmp"))


def test_damage_is_said_and_not_read_over_when_the_sources_are_others_by_now(root):
    source = learned(root, "Massoud")
    names(source, root)
    (index,) = indexes(root)
    damage_the_quote(index)
    found = load_index([source], None, root)
    learned(root, "Kabul")
    with pytest.raises(TermbaseError, match="the compiled index: it is damaged"):
        list(found.concepts())
    assert names(source, root) == ["Kabul"]
    learned(root, "Massoud")
    assert names(source, root) == ["Massoud"]


def test_a_draft_that_nobody_will_finish_goes(root):
    directory = root / ".canonym" / "index"
    directory.mkdir(parents=True)
    abandoned, fresh = directory / "a.tmp", directory / "b.tmp"
    for draft in (abandoned, fresh):
        draft.write_bytes(b"half an index")
    os.utime(abandoned, ns=(0, 0))
    assert names(learned(root, "Massoud"), root) == ["Massoud"]
    assert [path.name for path in directory.glob("*.tmp")] == ["b.tmp"]


def test_a_damaged_stamp_is_made_anew(root):
    source = learned(root, "Massoud")
    names(source, root)
    (stamp,) = (root / ".canonym" / "index").glob("*.stamp")
    stamp.write_bytes(b"\xff\x00../../etc\n")
    assert names(source, root) == ["Massoud"]
    assert len(indexes(root)) == 1


def test_where_the_project_cannot_be_written_the_users_cache_serves(root, user_cache):
    (root / ".canonym").write_text("a file in the way")
    source = learned(root, "Massoud")
    assert names(source, root) == ["Massoud"]
    assert names(source, root) == ["Massoud"]
    assert len(list(user_cache.rglob("*.index"))) == 1


def test_where_nothing_can_be_written_the_index_is_made_in_memory(root, user_cache):
    (root / ".canonym").write_text("a file in the way")
    user_cache.write_text("another")
    assert names(learned(root, "Massoud"), root) == ["Massoud"]


def test_an_editor_may_say_where_it_lies(root, tmp_path, user_cache, monkeypatch):
    chosen = tmp_path / "storage" / "index"
    monkeypatch.setenv("CANONYM_INDEX", str(chosen))
    source = learned(root, "Massoud")
    assert names(source, root) == names(source, root) == ["Massoud"]
    assert len(list(chosen.glob("*.index"))) == 1
    assert list(root.iterdir()) == [source.path]
    assert not user_cache.exists()


def test_unsaved_texts_are_read_and_not_kept(root):
    path = root / "termbase.toml"
    path.write_text(f"# {'x' * WORTH_KEEPING}\n", encoding="utf-8")
    source = Source(path, path.name)
    index = load_index([source], {path: '[[name]]\npreferred = "Massoud"\n'}, root)
    assert [c.terms[0].form for c in index.concepts()] == ["Massoud"]
    assert names(source, root) == []


def test_processes_at_the_same_time_do_each_other_no_harm(root):
    source = learned(root, "Massoud")
    code = (
        "import sys; from pathlib import Path; from canonym.project.load_index import load_index;"
        "from canonym.project.termbase_files import Source;"
        "path = Path(sys.argv[1]);"
        "index = load_index([Source(path, path.name)], None, path.parent);"
        "print(*(c.terms[0].form for c in index.concepts()))"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, source.path], stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    assert [process.communicate()[0].strip() for process in running] == ["Massoud"] * 4
    assert len(indexes(root)) == 1
    assert not list((root / ".canonym").rglob("*.tmp"))


def test_the_program_itself_counts_as_a_source(root, monkeypatch):
    source = learned(root, "Massoud")
    names(source, root)
    (old,) = indexes(root)
    monkeypatch.setattr(canonym, "__version__", "0.0.0")
    assert names(source, root) == ["Massoud"]
    assert old not in indexes(root)


def test_a_decision_takes_effect_without_compiling_what_was_learned_again(root):
    source = learned(root, "Massoud")
    path = root / "termbase.toml"
    sources = [source, Source(path, path.name, required=False)]

    def found(texts=None):
        return [c.terms[0].form for c in load_index(sources, texts, root).concepts()]

    assert found() == ["Massoud"]
    (base,) = indexes(root)
    made = base.stat().st_mtime_ns
    path.write_text('[[name]]\npreferred = "Masood"\nadmitted = ["Massoud"]\n', encoding="utf-8")
    assert found() == ["Masood"]
    assert found({path: '[[name]]\npreferred = "Kabul"\n'}) == ["Kabul", "Massoud"]
    path.write_text('[[name]]\npreferred = "Aden"\n', encoding="utf-8")
    assert found() == ["Aden", "Massoud"]
    assert len(indexes(root)) == 2
    assert base.stat().st_mtime_ns == made
    path.unlink()
    assert found() == ["Massoud"]
