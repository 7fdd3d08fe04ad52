"""Places in a page of several languages are right in every unit of columns, also in and behind Arabic."""

import pytest
from lsprotocol import types

from lsp.applying import applied
from lsp.editor import editing

pytestmark = pytest.mark.asyncio

DECIDED = """
[[name]]
preferred = "Massoud"
deprecated = ["Masoud"]
forms.ar = { preferred = "مسعود", deprecated = ["مسعوود"] }
forms.hi = { preferred = "मसूद", deprecated = ["मसुद"] }
"""
PAGE = (
    "<html lang=en><p>Massoud &amp; <q lang=ar dir=rtl>\U0001f3d4 اِلتَقى مسعوود هُناك</q>, Masoud left.\n"
    "<p lang=hi>मसुद वहाँ गये।<p>Masoud <i lang=ar>مسعود</i>"
)
WRONG = {"مسعوود": "مسعود", "मसुद": "मसूद", "Masoud": "Massoud"}


@pytest.mark.parametrize("client", ["vscode", "neovim", "emacs"])
async def test_findings_lie_where_their_words_lie(client, folder):
    with (folder / "termbase.toml").open("a", encoding="utf-8") as file:
        file.write(DECIDED)
    async with editing(client, folder) as editor:
        unit = editor.answer.capabilities.position_encoding or "utf-16"
        uri = editor.open("drafts/page.html", PAGE, "html")
        found = sorted(
            await editor.found(uri), key=lambda one: (one.range.start.line, one.range.start.character)
        )
        expected = [_range(form, at, unit) for form, at in _places()]
        assert [one.range for one in found] == expected
        for (form, _), place in zip(_places(), expected, strict=True):
            hover = await editor.ask(types.TEXT_DOCUMENT_HOVER, uri, place.start)
            assert WRONG[form] in hover.contents.value.splitlines()[0]
            assert hover.range == place
            edit = await editor.ask(types.TEXT_DOCUMENT_RENAME, uri, place.start, new_name="Xyz")
            assert applied(edit, uri, PAGE, unit).count("Xyz") == (
                3 if form == "Masoud" else 2 if form == "مسعوود" else 1
            )


def _places():
    """The wrong forms in the order of their places."""
    found = [(PAGE.index(form), form) for form in WRONG]
    found.append((PAGE.rindex("Masoud"), "Masoud"))
    return [(form, at) for at, form in sorted(found)]


def _range(form, at, unit):
    line, start = PAGE.count("\n", 0, at), PAGE.rfind("\n", 0, at) + 1
    width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[unit]
    name = unit if unit == "utf-8" else f"{unit}-le"
    first, last = (len(PAGE[start:end].encode(name)) // width for end in (at, at + len(form)))
    return types.Range(types.Position(line, first), types.Position(line, last))


async def test_the_status_names_languages_of_open_documents_without_names(folder):
    text = "<html lang=ua><p>Katerina Wexley</p></html>"
    settings = 'corpus = ["articles"]\n[language-by-path]\n"ua/**" = "ua"\n"**/*.txt" = "en"\n'
    (folder / "canonym.toml").write_text(settings, "utf-8")
    async with editing("vscode", folder) as editor:
        await editor.found(editor.open("drafts/letter.txt"))
        assert list(editor.statuses[-1].unnamed) == []
        await editor.found(editor.open("ua/page.html", text, "html"))
        await editor.until(lambda: list(editor.statuses[-1].unnamed) == ["ua"])
