"""``canonym config`` says what holds and who says so."""

import json
import re
import tomllib

import jsonschema
import pytest

from canonym.project import settings_shape
from cli.running import canonym, write

SETTINGS = '# ours\ncorpus = ["articles"]\nignore = ["term-form", { text = "Kiev", expires = 2030-01-31 }]\n'


def config(cwd, *arguments):
    code, out, err = canonym("config", "--format", "json", *arguments, cwd=cwd)
    assert (code, err) == (0, "")
    return json.loads(out)


def test_every_setting_is_there_with_its_origin(tmp_path):
    write(tmp_path, {"canonym.toml": SETTINGS, "sub/x.txt": ""})
    rows = config(tmp_path / "sub")
    file = tmp_path / "canonym.toml"
    assert [*rows] == ["root", *(setting.name for setting in settings_shape.SETTINGS)]
    assert rows["root"] == {"value": tmp_path.as_posix(), "origin": "settings file"}
    assert rows["corpus"] == {"value": ["articles"], "origin": f"{file}:2"}
    assert rows["ignore"] == {
        "value": ["term-form", {"text": "Kiev", "expires": "2030-01-31"}],
        "origin": f"{file}:3",
    }
    assert rows["select"] == {"value": [], "origin": "default"}


def test_the_command_line_is_an_origin(tmp_path):
    write(tmp_path, {"canonym.toml": SETTINGS})
    assert config(tmp_path, "--termbase", "x.toml")["termbase"] == {
        "value": [(tmp_path / "x.toml").as_posix()],
        "origin": "command line",
    }
    isolated = config(tmp_path, "--isolated")
    assert isolated["corpus"] == {"value": [], "origin": "default"}
    assert isolated["root"]["origin"] == "command line"


def test_for_people_it_is_a_line_each(tmp_path):
    write(tmp_path, {"canonym.toml": SETTINGS})
    code, out, _ = canonym("config", cwd=tmp_path)
    assert code == 0
    assert re.search(r'^corpus += \["articles"\]  \(\S+canonym\.toml:2\)$', out, re.MULTILINE)
    assert len(out.splitlines()) == len(settings_shape.SETTINGS) + 1


@pytest.mark.parametrize("name", ["settings", "termbase"])
def test_the_schema_agrees_with_the_reader(tmp_path, name):
    code, out, _ = canonym("config", "--schema", name, cwd=tmp_path)
    assert code == 0
    schema = json.loads(out)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for text, valid in CASES[name]:
        assert validator.is_valid(tomllib.loads(text)) == valid, text


CASES = {
    "settings": [
        ("", True),
        ('corpus = ["a"]\nignore = ["term-form", { text = "Kiev" }]\n[rules]\nterm-form = "off"', True),
        ("corpse = []", False),
        ('corpus = "a"', False),
        ('[rules]\nterm-from = "off"', False),
        ('[rules]\nterm-form = "warn"', False),
        ('[[ignore]]\ntxt = "a"', False),
        ('[formats]\n"*.txt" = "markdwn"', False),
    ],
    "termbase": [
        ("", True),
        ('[[name]]\npreferred = "A"\nadmitted = ["B", { form = "C", note = "n" }]\nforms.fr = "D"', True),
        ('[[name]]\nprefered = "A"', False),
        ('[[name]]\npreferred = ""', False),
        ('[[name]]\npreferred = "A"\nkind = "Person"', False),
        ('[[name]]\npreferred = "A"\nforms.french = "B"', False),
    ],
}
