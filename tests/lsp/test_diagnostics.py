"""Findings in the editor: pulled or pushed, never both, never of an old version."""

import pytest
from lsprotocol import types

from lsp.editor import editing

pytestmark = pytest.mark.asyncio


def codes(diagnostics):
    return [diagnostic.code for diagnostic in diagnostics]


@pytest.mark.parametrize("name", ["vscode", "neovim"])
async def test_a_pulling_editor_is_never_pushed_to(name, folder):
    async with editing(name, folder) as editor:
        uri = editor.open("drafts/letter.txt")
        found = await editor.found(uri)
        assert codes(found) == ["deprecated-term"] * 4
        editor.replace(uri, "All is well in Port Elsin.\n")
        assert await editor.found(uri) == []
        assert editor.published == {}


async def test_other_editors_are_pushed_to_with_the_version(folder):
    async with editing("emacs", folder) as editor:
        assert editor.answer.capabilities.diagnostic_provider is None
        uri = editor.open("drafts/letter.txt")
        assert codes(await editor.found(uri)) == ["deprecated-term"] * 4
        assert editor.published[uri].version == 1
        editor.replace(uri, "All is well in Port Elsin.\n")
        assert await editor.found(uri) == []
        assert editor.published[uri].version == 2
        editor.replace(uri, "All is well in Port Elzin.\n")
        assert len(await editor.found(uri)) == 1
        editor.close(uri)
        await editor.until(lambda: not editor.published[uri].diagnostics)


async def test_what_did_not_change_is_not_sent_again(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("drafts/letter.txt")
        first = await editor.pull(uri)
        again = await editor.pull(uri, first.result_id)
        assert again.kind == "unchanged"
        assert again.result_id == first.result_id
        editor.replace(uri, "Port Elzin.\n")
        assert (await editor.pull(uri, first.result_id)).kind == "full"


async def test_a_diagnostic_says_all_that_the_editor_shows(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("drafts/002_be902485d7d1b865.txt")
        found = await editor.found(uri)
        punjir = next(one for one in found if "Punjir" in one.message)
        assert punjir.source == "canonym"
        assert punjir.code == "variant-name"
        assert punjir.severity == types.DiagnosticSeverity.Warning
        assert punjir.data["suggestions"] == ["Panjshir"]
        page = punjir.code_description.href
        assert page.startswith("file:")
        assert page.endswith("/variant-name.md")
        articles = (folder / "articles").as_uri()
        assert punjir.related_information
        assert all(one.location.uri.startswith(articles) for one in punjir.related_information)
        letter = editor.open("drafts/letter.txt")
        assert (await editor.found(letter))[0].tags == (types.DiagnosticTag.Deprecated,)


async def test_an_editor_that_shows_little_is_sent_little(folder):
    async with editing("emacs", folder) as editor:
        uri = editor.open("drafts/002_be902485d7d1b865.txt")
        one = (await editor.found(uri))[0]
        assert (one.data, one.code_description, one.related_information) == (None, None, None)


async def test_only_prose_is_checked(folder):
    async with editing("emacs", folder) as editor:
        code = editor.open("letter.py", "Katerina = 1\n", "python")
        assert await editor.found(code) == []
        page = editor.open("letter.md", "`Katerina` and Katerina.\n", "markdown")
        assert len(await editor.found(page)) == 1
        unsaved = editor.open("untitled:Untitled-1", "Katerina wrote.\n")
        assert len(await editor.found(unsaved)) == 1


async def test_another_language_is_checked_when_the_user_says_so(folder):
    async with editing("emacs", folder, configuration={"languages": ["norg"]}) as editor:
        assert len(await editor.found(editor.open("letter.norg", "Katerina wrote.\n", "norg"))) == 1


async def test_names_that_compete_are_found_without_any_termbase(tmp_path):
    text = "Selvin Marrowby came. Marrowby spoke. Then Marowby left, and Marrowby wept.\n"
    async with editing("emacs", tmp_path) as editor:
        found = await editor.found(editor.open("draft.txt", text))
        assert codes(found) == ["inconsistent-name"]


UNITS = {
    "utf-8": lambda text: len(text.encode()),
    "utf-16": lambda text: len(text.encode("utf-16-le")) // 2,
    "utf-32": len,
}


@pytest.mark.parametrize("encoding", UNITS)
async def test_columns_are_counted_as_agreed(encoding, folder):
    def speak(capabilities):
        capabilities["general"]["positionEncodings"] = [encoding]

    async with editing("emacs", folder, change=speak) as editor:
        assert editor.answer.capabilities.position_encoding == encoding
        line = "é😀 “Katerina” \u2028 Katerina\r\nKaterina"
        found = await editor.found(editor.open("draft.txt", line))
        before = [line.index("Katerina"), line.index("Katerina", 8)]
        starts = [UNITS[encoding](line[:at]) for at in before]
        assert [(one.range.start.line, one.range.start.character) for one in found] == [
            (0, starts[0]),
            (0, starts[1]),
            (1, 0),
        ]


LINES = (
    ("😀 قالت شركة {} إنها.", "جوجل", "غوغل"),
    ("ראש הממשלה בִּנְיָמִין, אמר {} היום.", "נתניאהו", "נתניהו"),
    ("राष्ट्रपति ने {} में कहा।", "बंबई", "मुंबई"),
    ("เขาเดินทางไป {} เมื่อวานนี้", "เชียงไหม่", "เชียงใหม่"),
    ("u\u0308ber {} zuru\u0308ck", "Dusseldorf", "Düsseldorf"),
)


@pytest.mark.parametrize("encoding", UNITS)
async def test_columns_are_right_in_every_script(encoding, tmp_path):
    def speak(capabilities):
        capabilities["general"]["positionEncodings"] = [encoding]

    names = (f'[[name]]\npreferred = "{right}"\ndeprecated = ["{wrong}"]\n' for _, wrong, right in LINES)
    (tmp_path / "termbase.toml").write_text("\n".join(names), "utf-8")
    text = "\n".join(line.format(wrong) for line, wrong, _ in LINES)
    measure = UNITS[encoding]
    expected = [
        (number, measure(start := line.partition("{}")[0]), measure(start + wrong))
        for number, (line, wrong, _) in enumerate(LINES)
    ]
    async with editing("emacs", tmp_path, change=speak) as editor:
        found = await editor.found(editor.open("draft.txt", text))
        ranges = [one.range for one in found]
        assert [(r.start.line, r.start.character, r.end.character) for r in ranges] == expected


async def test_a_line_from_right_to_left_is_not_cut_by_another_look_of_a_word(folder):
    """VS Code orders the pieces of such a line from left to right."""
    line = "قال Katerina Wexley شيئا."
    async with editing("vscode", folder) as editor:
        found = await editor.found(editor.open("draft.txt", f"{line}\nKaterina Wexley wrote.\n"))
        assert [one.tags for one in found] == [None, (types.DiagnosticTag.Deprecated,)]
