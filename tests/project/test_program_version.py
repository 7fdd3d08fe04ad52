"""A program that was changed where it stands is another, be its version the same."""

from pathlib import Path

from canonym.project.cache.program_version import program


def _home(folder: Path) -> Path:
    (folder / "matching" / "data").mkdir(parents=True)
    (folder / "matching" / "__pycache__").mkdir()
    (folder / "matching" / "index.py").write_text("")
    (folder / "matching" / "data" / "weights.tsv").write_text("a 1")
    return folder


def test_what_python_compiled_changes_nothing(tmp_path):
    home = _home(tmp_path)
    before = program(home=home)
    (home / "matching" / "__pycache__" / "index.pyc").write_text("")
    assert program(home=home) == before


def test_files_of_other_packages_change_nothing(tmp_path):
    home = _home(tmp_path)
    before = program("matching", home=home)
    (home / "matching" / "data" / "weights.tsv").write_text("a 10")
    assert program("matching", home=home) == before


def test_data_count_as_code_does(tmp_path):
    home = _home(tmp_path)
    before = program(home=home)
    (home / "matching" / "data" / "weights.tsv").write_text("a 10")
    assert program(home=home) != before


def test_a_program_in_an_archive_is_known_by_its_version(tmp_path):
    assert program(home=tmp_path / "canonym.pyz" / "canonym") == program(
        home=tmp_path / "other.pyz" / "canonym"
    )
