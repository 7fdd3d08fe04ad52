"""`termbase.toml` and `canonym.toml` in the editor."""

import pytest
from lsprotocol import types

from lsp.editor import editing

pytestmark = pytest.mark.asyncio


async def lenses(editor, uri):
    params = types.CodeLensParams(types.TextDocumentIdentifier(uri))
    found = await editor.request(types.TEXT_DOCUMENT_CODE_LENS, params)
    return [(await editor.request(types.CODE_LENS_RESOLVE, one)) for one in found or ()]


MISTAKES = [
    ("termbase.toml", '[[name]]\npreferred = "A"\n', None, ""),
    ("termbase.toml", '[[name]]\npreferred = "A"\nadmited = ["B"]\n', 2, "did you mean 'admitted'?"),
    (
        "termbase.toml",
        '[[name]]\npreferred = "A"\n\n[[name]]\npreferred = "A"\n',
        4,
        "by another name, line 2",
    ),
    ("termbase.toml", '[[name]]\npreferred = "A\n', 1, "is no TOML"),
    ("canonym.toml", 'corpus = ["a"]\n', None, ""),
    ("canonym.toml", "\nrulez = {}\n", 1, "did you mean 'rules'?"),
    ("canonym.toml", '[rules]\nvariant-nam = "off"\n', 1, "did you mean 'variant-name'?"),
    ("pyproject.toml", '[project]\nname = "x"\n', None, ""),
    ("pyproject.toml", "[tool.canonym]\ncorpus = 3\n", 1, "expected a list"),
]


async def test_what_is_wrong_is_shown_where_it_stands(tmp_path):
    async with editing("neovim", tmp_path) as editor:
        for name, text, line, said in MISTAKES:
            found = await editor.found(editor.open(name, text, "toml"))
            assert [one.range.start.line for one in found] == ([] if line is None else [line]), text
            assert all(said in one.message for one in found), text


async def test_several_mistakes_are_shown_at_once(tmp_path):
    async with editing("vscode", tmp_path) as editor:
        uri = editor.open("termbase.toml", "[[name]]\nkind = 3\nfoo = 1\n", "plaintext")
        assert len(await editor.found(uri)) == 3


async def test_keys_and_names_are_explained(folder):
    async with editing("vscode", folder) as editor:
        uri = editor.open("termbase.toml", None, "toml")
        key = await editor.ask(types.TEXT_DOCUMENT_HOVER, uri, types.Position(3, 2))
        assert key.contents.value.startswith("**admitted**: Other forms that are right")
        name = await editor.ask(types.TEXT_DOCUMENT_HOVER, uri, types.Position(4, 20))
        assert name.contents.value.startswith("**Caterina Wexley**")
        settings = editor.open("canonym.toml", None, "toml")
        key = await editor.ask(types.TEXT_DOCUMENT_HOVER, settings, types.Position(0, 2))
        assert "Published articles to learn from" in key.contents.value


CHOICES = [
    ("termbase.toml", '[[name]]\npreferred = "A"\nde', {"preferred", "deprecated", "note", "kind"}),
    ("termbase.toml", '[[name]]\nkind = "', {"person", "place"}),
    ("termbase.toml", '[[name]]\npreferred = "Ahmad S', {"Ahmad Shah Massoud"}),
    ("canonym.toml", "co", {"corpus", "rules", "exclude"}),
    ("canonym.toml", "[rules]\nvar", {"variant-name", "term-form"}),
    ("canonym.toml", '[rules]\nvariant-name = "', {"off", "error"}),
    ("pyproject.toml", "[tool.canonym]\n", {"corpus"}),
    ("pyproject.toml", "[project]\n", set()),
]


async def test_keys_and_values_are_completed(folder):
    async with editing("emacs", folder) as editor:
        for name, text, wanted in CHOICES:
            uri = editor.open(name, text, "toml")
            lines = text.split("\n")
            where = types.Position(len(lines) - 1, len(lines[-1]))
            found = await editor.ask(types.TEXT_DOCUMENT_COMPLETION, uri, where)
            labels = {one.label for one in found.items}
            assert wanted <= labels, text
            assert wanted or not labels, text


async def test_lenses_over_the_entries(folder):
    async with editing("vscode", folder) as editor:
        text = (folder / "termbase.toml").read_text("utf-8") + '\n[[name]]\npreferred = "Amrullah Saleh"\n'
        (folder / "termbase.toml").write_text(text, "utf-8")
        uri = editor.open("termbase.toml", None, "toml")
        said = [(one.range.start.line, one.command.title) for one in await lenses(editor, uri)]
        assert said[:2] == [(0, "no attestation in the corpus"), (0, "1 draft writes it otherwise")]
        line, words = said[4]
        assert line == text.count("\n", 0, text.index('"Amrullah')) - 1
        assert "attestations" in words
        letter = editor.open("drafts/letter.txt")
        assert await lenses(editor, letter) == []
