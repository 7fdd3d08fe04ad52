"""Settings: found nearest up the tree, read by one description, refused by line and key."""

import json
from datetime import date
from pathlib import Path

import pytest

from canonym.checking.check_settings import Ignore
from canonym.checking.finding import Severity
from canonym.project.settings import ProjectSettings, SettingsError
from canonym.project.settings_file import SettingsFile, find_settings
from canonym.project.settings_shape import SETTINGS, field_of, settings_from

ALL = """\
corpus = ["articles/", '..\\old\\*.txt']
learned = "data/names.jsonl"
termbase = ["names.toml", "desk/shared.jsonl"]
exclude = ["drafts/old/"]
select = ["variant-name", "term-form"]
ignore = ["term-form", { text = "Kiev", reason = "a title" }]

[rules]
variant-name = "error"

[formats]
"*.txt" = "markdown"

[keys]
"i18n/*.json" = ["articles.*.title"]
"""


def read(text, name="canonym.toml", table=()):
    return SettingsFile(Path(name), text, table).read()


def test_nothing_set_is_the_default():
    assert read("") == read("# only a comment") == ProjectSettings()
    assert {field_of(setting.name): setting.default for setting in SETTINGS} == ProjectSettings()._asdict()


def test_everything_can_be_set():
    settings = read(ALL)
    assert settings.corpus == ("articles/", "../old/*.txt")
    assert settings.learned == "data/names.jsonl"
    assert settings.termbase == ("names.toml", "desk/shared.jsonl")
    assert settings.exclude == ("drafts/old/",)
    assert settings.formats == {"*.txt": "markdown"}
    assert settings.keys == {"i18n/*.json": ("articles.*.title",)}
    checking = settings.checking(date(2026, 1, 1))
    assert checking.rules == {"variant-name": Severity.ERROR}
    assert checking.select == ("variant-name", "term-form")
    assert checking.ignore == ("term-form",)
    assert checking.ignores == (Ignore(text="Kiev", reason="a title"),)
    assert checking.today == date(2026, 1, 1)


def test_an_entry_that_expires():
    settings = read('[[ignore]]\nrule = "term-form"\npath = "a/**"\nexpires = 2030-12-31\n')
    assert settings.ignore == (Ignore(rule="term-form", path="a/**", expires=date(2030, 12, 31)),)


def test_one_source_lies_over_another():
    editor = settings_from({"select": ["term-form"]}, read(ALL))
    assert (editor.select, editor.learned) == (("term-form",), "data/names.jsonl")


WRONG = [
    ('corpse = ["x"]', "c.toml:1: corpse: unknown key; did you mean 'corpus'?"),
    ('\ncorpus = "x"', "c.toml:2: corpus: expected a list, got a string"),
    ('corpus = [\n"x",\n3]', "c.toml:3: corpus[2]: expected a string, got a whole number"),
    ('corpus = [""]', "c.toml:1: corpus[1]: is empty; write the text or remove the entry"),
    ("learned = false", "c.toml:1: learned: expected a string, got true or false"),
    (
        '[rules]\nterm-form = "warn"',
        "c.toml:2: rules.term-form: unknown value 'warn'; did you mean 'warning'?",
    ),
    (
        '[rules]\nterm-from = "off"',
        "c.toml:2: rules.term-from: unknown rule 'term-from'; did you mean 'term-form'?",
    ),
    (
        'select = ["variant-nam"]',
        "c.toml:1: select[1]: unknown rule 'variant-nam'; did you mean 'variant-name'?",
    ),
    (
        'ignore = ["variant-nam"]',
        "c.toml:1: ignore[1]: unknown rule 'variant-nam'; did you mean 'variant-name'?",
    ),
    (
        '[[ignore]]\n\nrule = "variant-nam"',
        "c.toml:3: ignore[1].rule: unknown rule 'variant-nam'; did you mean 'variant-name'?",
    ),
    ('[[ignore]]\ntxt = "a"', "c.toml:2: ignore[1].txt: unknown key; did you mean 'text'?"),
    (
        '[[ignore]]\nexpires = "2026-01-01"',
        "c.toml:2: ignore[1].expires: expected a date such as 2026-12-31 (without quotation marks)",
    ),
    ("ignore = [1]", "c.toml:1: ignore[1]: expected a string or an [[ignore]] entry, got a whole number"),
    (
        '[formats]\n"*.txt" = "markdwn"',
        "c.toml:2: formats.\"*.txt\": unknown format 'markdwn'; did you mean 'markdown'?",
    ),
    ("corpus = ", "c.toml:1: is no TOML: invalid value"),
    (
        'ignore = ["term-form"]\n[[ignore]]\ntext = "Kiev"\n',
        "c.toml:2: is no TOML: `ignore` has a value already, so no table can follow; write one of the two",
    ),
    ("[tool.canonym]\ncorpus = []", "c.toml:1: tool: unknown key; known are "),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_what_is_wrong_is_named(text, message):
    with pytest.raises(SettingsError) as caught:
        read(text, "c.toml")
    assert str(caught.value).startswith(message)


def test_a_key_of_pyproject_is_named_with_its_table():
    with pytest.raises(SettingsError) as caught:
        read('[project]\nname = "x"\n[tool.canonym]\ncorpse = []', "p.toml", ("tool", "canonym"))
    assert str(caught.value) == "p.toml:4: tool.canonym.corpse: unknown key; did you mean 'corpus'?"


def test_a_value_in_the_place_of_our_table():
    with pytest.raises(SettingsError) as caught:
        read("[tool]\ncanonym = 3\n", "p.toml", ("tool", "canonym"))
    assert str(caught.value) == "p.toml:2: tool.canonym: expected a table"


def test_the_origin_of_a_setting_is_its_line():
    file = SettingsFile(Path("canonym.toml"), ALL)
    assert file.origin("rules") == "canonym.toml:8"
    assert SettingsFile(Path("canonym.toml"), "").origin("rules") == ""


@pytest.fixture
def tree(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_the_nearest_file_up_the_tree_counts(tree):
    tree("canonym.toml", "")
    root = tree("a/b/x.txt", "")
    assert find_settings(root / "a/b").path == root / "canonym.toml"
    tree("a/pyproject.toml", "[tool.canonym]\n")
    assert find_settings(root / "a/b").path == root / "a/pyproject.toml"
    tree("a/canonym.toml", "")
    assert find_settings(root / "a/b").path == root / "a/canonym.toml"


@pytest.mark.parametrize(
    "text", ["", "[project]\nname = 'canonym'\n", "[tool.other]\nx = 'canonym'\n", "cut = canonym ["]
)
def test_a_pyproject_without_our_table_is_passed_over(tree, text):
    tree("canonym.toml", "")
    root = tree("a/pyproject.toml", text)
    assert find_settings(root / "a").path == root / "canonym.toml"


def test_a_pyproject_with_our_table_that_is_no_toml_is_refused(tree):
    root = tree("pyproject.toml", "[tool.canonym]\ncorpus = [\n")
    with pytest.raises(SettingsError, match="is no TOML"):
        find_settings(root).read()


def test_settings_with_a_mark_of_windows(tree):
    root = tree("canonym.toml", "\ufeffselect = ['term-form']\r\n")
    assert find_settings(root).read().select == ("term-form",)


def test_settings_in_another_encoding_are_refused_by_line(tree):
    root = tree("x", "")
    (root / "canonym.toml").write_bytes(b"# a\n# caf\xe9\n")
    with pytest.raises(SettingsError) as caught:
        find_settings(root)
    assert (caught.value.line, caught.value.message) == (2, "is not UTF-8; save the file as UTF-8")


def test_every_setting_documents_itself():
    import tomllib

    for setting in SETTINGS:
        assert setting.doc.endswith(".")
        assert read(f"{setting.name} = {setting.example}") is not None
        assert json.dumps(setting.shape)
        assert tomllib.loads(f"v = {setting.example}")["v"] != setting.default or setting.name in (
            "learned",
            "termbase",
        )
