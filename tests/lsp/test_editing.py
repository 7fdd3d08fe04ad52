"""Editing a document finds what opening it again would find."""

import random

import pytest
from lsprotocol import types

from canonym.lsp.documents.positions import Encoding, SourceText
from canonym.text.span import Span
from lsp.conftest import DRAFT
from lsp.editor import editing

pytestmark = pytest.mark.asyncio

PIECES = [
    "Katerina Wexley ",
    "Punjir",
    "\n\n",
    "\r\n",
    "😀",
    "\u2028",
    "e\u0301",
    "“",
    "Masoud. ",
    " ",
    "Port Elzin’s ",
]


@pytest.mark.parametrize("name", ["vscode", "neovim", "emacs"])
async def test_after_any_edits_the_same_is_found_as_in_a_new_document(name, folder):
    rng = random.Random(name)
    async with editing(name, folder) as editor:
        text = (folder / "drafts" / DRAFT).read_text("utf-8")
        encoding = Encoding(editor.answer.capabilities.position_encoding)
        uri = editor.open("edited.txt", text)
        await editor.found(uri)
        for step in range(12):
            changes = []
            for _ in range(rng.randint(1, 3)):
                source = SourceText(text, encoding)
                start = rng.randint(0, len(text))
                span = Span(start, min(start + rng.choice((0, 0, 1, 9, 200)), len(text)))
                range_ = source.range(span)
                new = rng.choice(PIECES)
                text = source.edited(range_, new).text
                changes.append(types.TextDocumentContentChangePartial(range=range_, text=new))
            editor.edit(uri, *changes)
            edited = [_told(one) for one in await editor.found(uri)]
            fresh = editor.open(f"fresh-{step}.txt", text)
            assert edited == [_told(one) for one in await editor.found(fresh)]


def _told(diagnostic):
    return diagnostic.range, diagnostic.code, diagnostic.message
