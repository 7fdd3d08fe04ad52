import subprocess
import sys

import pytest

from canonym.text.formats import FORMATS, format_for, format_for_language, parse_document


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("draft.txt", "plain"),
        ("draft", "plain"),
        ("draft.unknown", "plain"),
        ("", "plain"),
        ("md", "plain"),
        ("a.md/draft", "plain"),
        ("Draft.MD", "markdown"),
        ("C:\\drafts\\a.markdown", "markdown"),
        ("site/index.en.html", "html"),
    ],
)
def test_the_name_of_a_file_tells_its_format(path: str, name: str) -> None:
    assert format_for(path) == name


def test_editors_name_formats() -> None:
    assert format_for_language("markdown") == "markdown"
    assert format_for_language("klingon") == "plain"


def test_names_suffixes_and_languages_are_distinct() -> None:
    assert all(name == one.name for name, one in FORMATS.items())
    for values in (
        [suffix for one in FORMATS.values() for suffix in one.suffixes],
        [language for one in FORMATS.values() for language in one.languages],
    ):
        assert len(values) == len(set(values))


def test_a_given_format_wins_over_the_name() -> None:
    assert parse_document("a.md", "# Anna", "plain").format == "plain"
    assert parse_document("a.md", "# Anna", "no such format").format == "plain"
    assert parse_document("a.md", "# Anna").format == "markdown"


def test_plain_text_loads_no_other_parser() -> None:
    program = (
        "import sys\n"
        "from canonym.text.formats import parse_document\n"
        "parse_document('a.txt', 'Anna came.').prose\n"
        "print(*sorted(name for name in sys.modules if name.startswith('canonym.text.markup.')))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == [
        f"canonym.text.markup.{name}" for name in ("addresses", "assembly", "base", "plain")
    ]
