"""The tables of languages are complete, as those of spellings are (``tests/spelling/test_data.py``)."""

import pytest

from canonym.languages import profile
from canonym.languages.known_profiles import PROFILES
from canonym.text.package_data import read, rows

LABELS = {"plural", "demonym", "adjective", "gender", "inflection"}
FOLDERS = [folder for tag in sorted(PROFILES) if (folder := profile(tag).data)]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_derivation_is_there_once_has_a_known_label_and_names_its_source(folder):
    found = list(rows(f"languages/data/{folder}/derivations.tsv"))
    assert len({tuple(row[:2]) for row in found}) == len(found)
    assert all(row[2] in LABELS and row[-1] for row in found)


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("lexicon", ["words.txt", "proper.txt"])
def test_lines_of_a_lexicon_of_a_language_are_sorted_behind_its_comments(folder, lexicon):
    lines = read(f"languages/data/{folder}/{lexicon}").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    assert words == sorted(words)
    assert all(line.startswith("#") for line in lines[: len(lines) - len(words)])
