"""Decisions are written to the files on disk, which keep all that they said before."""

from datetime import date
from functools import partial

import pytest

from canonym.checking.check_settings import Ignore
from canonym.project.settings import SettingsError
from canonym.project.settings_file import find_settings
from canonym.project.writing.write_decisions import edit_termbase, ignore_in_project
from canonym.termbase import authored
from canonym.termbase.concept import Kind
from canonym.termbase.errors import TermbaseError


def test_a_decision_is_added_and_the_rest_stays_byte_for_byte(tmp_path):
    path = tmp_path / "termbase.toml"
    before = b"\xef\xbb\xbf# d\xc3\xa9cid\xc3\xa9\r\n[[name]]\r\npreferred = 'Kabul'\r\n"
    path.write_bytes(before)
    assert edit_termbase(path, partial(authored.admit, preferred="Kabul", form="Caboul"))
    assert path.read_bytes() == before + b'admitted = ["Caboul"]\r\n'
    assert not edit_termbase(path, partial(authored.admit, preferred="Kabul", form="Caboul"))


def test_the_first_decision_makes_the_file(tmp_path):
    path = tmp_path / "termbase.toml"
    assert edit_termbase(path, partial(authored.add_name, form="Lévy", kind=Kind.PERSON))
    assert path.read_text(encoding="utf-8") == '[[name]]\npreferred = "Lévy"\nkind = "person"\n'


def test_a_decision_that_contradicts_is_refused_under_the_name_of_the_file(tmp_path):
    path = tmp_path / "names.toml"
    path.write_text('[[name]]\npreferred = "A"\n[[name]]\npreferred = "B"\n', encoding="utf-8")
    with pytest.raises(TermbaseError) as caught:
        edit_termbase(path, partial(authored.admit, preferred="A", form="B"))
    assert caught.value.source == str(path)
    assert path.read_text(encoding="utf-8").count("\n") == 4


ENTRY = Ignore(
    text="Kiev", rule="deprecated-term", path="a/**", reason='the "old" name', expires=date(2030, 1, 31)
)
WRITTEN = """\
[[ignore]]
text = "Kiev"
rule = "deprecated-term"
path = "a/**"
reason = "the \\"old\\" name"
expires = 2030-01-31
"""


def test_ignoring_makes_the_settings_file(tmp_path):
    assert ignore_in_project(None, tmp_path, ENTRY)
    assert (tmp_path / "canonym.toml").read_text(encoding="utf-8") == WRITTEN
    assert find_settings(tmp_path).read().ignore == (ENTRY,)
    assert not ignore_in_project(find_settings(tmp_path), tmp_path, ENTRY)


def test_ignoring_in_settings_that_say_more(tmp_path):
    held = (
        '# ours\nselect = ["term-form"] # only\n\n[[ignore]]\ntext = "Peking"\n\n[rules]\nterm-form = "off"\n'
    )
    (tmp_path / "canonym.toml").write_text(held, encoding="utf-8")
    assert ignore_in_project(find_settings(tmp_path), tmp_path, ENTRY)
    assert (tmp_path / "canonym.toml").read_text(encoding="utf-8") == f"{held}\n{WRITTEN}"
    assert find_settings(tmp_path).read().ignore == (Ignore(text="Peking"), ENTRY)


def test_ignoring_in_a_shared_file(tmp_path):
    held = '[tool.canonym]\nselect = ["term-form"]\n\n[tool.other]\nx = 1\n'
    (tmp_path / "pyproject.toml").write_text(held, encoding="utf-8")
    assert ignore_in_project(find_settings(tmp_path), tmp_path, ENTRY)
    written = WRITTEN.replace("[[ignore]]", "[[tool.canonym.ignore]]")
    assert (tmp_path / "pyproject.toml").read_text(encoding="utf-8") == f"{held}\n{written}"
    assert find_settings(tmp_path).read().ignore == (ENTRY,)


INLINE = "{ " + ", ".join(WRITTEN.splitlines()[1:]) + " }"


@pytest.mark.parametrize(
    ("held", "written"),
    [
        ('ignore = ["term-form"] # ours\n', f'ignore = ["term-form", {INLINE}] # ours\n'),
        ("ignore = [] # ours\n", f"ignore = [{INLINE}] # ours\n"),
        ('ignore = [\n  { text = "a" }, # a\n]\n', f'ignore = [\n  {{ text = "a" }}, # a\n  {INLINE},\n]\n'),
    ],
)
def test_ignoring_where_there_is_a_list(tmp_path, held, written):
    (tmp_path / "canonym.toml").write_text(held, encoding="utf-8")
    assert ignore_in_project(find_settings(tmp_path), tmp_path, ENTRY)
    assert (tmp_path / "canonym.toml").read_text(encoding="utf-8") == written
    assert find_settings(tmp_path).read().ignore[-1] == ENTRY


@pytest.mark.parametrize("held", ["wrong = 1\n", "cut = "])
def test_settings_that_cannot_take_an_entry_stay_as_they_are(tmp_path, held):
    (tmp_path / "canonym.toml").write_text(held, encoding="utf-8")
    with pytest.raises(SettingsError):
        ignore_in_project(find_settings(tmp_path), tmp_path, ENTRY)
    assert (tmp_path / "canonym.toml").read_text(encoding="utf-8") == held
