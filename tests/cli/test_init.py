"""``canonym init`` writes settings that say all and set nothing."""

import re

import pytest

from canonym.cli.init import template
from canonym.project.settings import ProjectSettings
from canonym.project.settings_file import SettingsFile, find_settings
from canonym.project.settings_shape import SETTINGS
from cli.running import canonym, write


def test_it_writes_settings_that_set_nothing(tmp_path):
    assert canonym("init", cwd=tmp_path) == (0, "wrote canonym.toml\n", "")
    assert find_settings(tmp_path).read() == ProjectSettings()


def test_it_writes_to_the_place_that_is_named(tmp_path):
    write(tmp_path, {"sub/x": ""})
    assert canonym("init", "sub", cwd=tmp_path).code == 0
    assert (tmp_path / "sub/canonym.toml").is_file()


@pytest.mark.parametrize(
    ("name", "text"), [("canonym.toml", "# mine\n"), ("pyproject.toml", "[tool.canonym]\n")]
)
def test_it_never_writes_over_settings(tmp_path, name, text):
    write(tmp_path, {name: text})
    code, out, err = canonym("init", cwd=tmp_path)
    assert (code, out) == (2, "")
    assert f"{name}: holds settings already" in err
    assert {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()} == {name: text}


@pytest.mark.parametrize(
    ("name", "said"), [("gone", "does not exist; create it first"), ("f", "is not a directory")]
)
def test_a_directory_that_is_none(tmp_path, name, said):
    write(tmp_path, {"f": "x"})
    assert canonym("init", name, cwd=tmp_path) == (2, "", f"canonym: {name} {said}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["f"]


def test_the_template_shows_every_setting_in_valid_form(tmp_path):
    settings, entry = template().split("# [[ignore]]\n")
    shown = re.findall(r"^# ([\w-]+ = .*)$", settings, re.MULTILINE)
    assert [line.split()[0] for line in shown] == [setting.name for setting in SETTINGS]
    assert SettingsFile(tmp_path, "\n".join(shown)).problems() == ()
    uncommented = "[[ignore]]\n" + re.sub(r"^# ", "", entry, flags=re.MULTILINE)
    assert len(SettingsFile(tmp_path, uncommented).read().ignore) == 1
