"""Settings of the editor: what is not understood is logged and passed over, and all the rest holds."""

import logging

import pytest

from canonym.checking.finding import Severity
from canonym.lsp.settings.configuration import Overrides, overrides_from
from canonym.lsp.settings.settings_of_editor import EditorSettings
from lsp.editor import editing

MISTAKES = [
    ({"enabel": False}, "canonym.enabel: unknown setting; did you mean 'enable'?"),
    ({"enable": "no"}, "canonym.enable: expected true or false"),
    (
        {"rules": {"variant-nam": "error"}},
        "canonym.rules: unknown rule 'variant-nam'; did you mean 'variant-name'?",
    ),
    ({"select": ["term-from"]}, "canonym.select: unknown rule 'term-from'; did you mean 'term-form'?"),
    ({"ignore": ["term-from"]}, "canonym.ignore: unknown rule 'term-from'; did you mean 'term-form'?"),
    (
        {"rules": {"term-form": "loud"}},
        "canonym.rules: 'loud' is no level; known are error, warning, info, off",
    ),
    ("on", "canonym: expected an object"),
]


@pytest.mark.parametrize(
    "value",
    [
        None,
        {},
        {"enable": None},
        {"ignore": ["term-form"], "rules": {"variant-name": "off"}},
        {"server": {"path": "/bin/canonym"}, "trace": {"server": "off"}},
    ],
)
def test_what_is_understood_is_not_told(value):
    assert overrides_from(value).problems == ()


@pytest.mark.parametrize(("value", "told"), MISTAKES)
def test_what_is_not_understood_is_reported(value, told):
    assert overrides_from(value).problems == (told,)


def test_the_rest_holds():
    read = overrides_from(
        {"enabel": True, "rules": {"no": "off", "term-form": "error"}, "languages": ["norg"]}
    )
    expected = Overrides(rules={"no": Severity.OFF, "term-form": Severity.ERROR}, languages=("norg",))
    assert (read.rules, read.languages) == (expected.rules, expected.languages)


@pytest.mark.parametrize(("value", "told"), MISTAKES)
def test_what_an_editor_sends_unasked_is_logged_once(value, told, caplog):
    caplog.set_level(logging.WARNING, "canonym.lsp")
    settings = EditorSettings(None, value)
    settings.push({"canonym": value})
    assert [one.getMessage() for one in caplog.records] == [f"setting not understood: {told}"]


@pytest.mark.asyncio
async def test_the_log_of_the_editor_has_it(tmp_path):
    async with editing("vscode", tmp_path, configuration={"ignroe": []}) as editor:
        editor.open("a.txt", "Quiet.\n")
        await editor.until(lambda: any("'ignore'" in one.message for one in editor.client.log_messages))
