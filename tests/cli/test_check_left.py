"""What --fix leaves as it was is told with its reason and its places; where nothing is left, nothing is."""

from pathlib import Path

import pytest

from cli.running import canonym, write

TERMBASE = """
[[name]]
preferred = "Panjshir"
deprecated = ["Punjir"]

[[name]]
preferred = "Null"
deprecated = ["Nulle"]
"""
HINT = "`--diff --unsafe-fixes` shows what would become of them, `--interactive` asks for each."


def mended(folder: Path, files: dict[str, str], *options: str) -> list[str]:
    """Mend drafts, and return what is told of those findings that were left."""
    write(folder, {"termbase.toml": TERMBASE, "canonym.toml": 'keys = {"*.yaml" = ["**"]}\n', **files})
    done = canonym("check", "--fix", *options, *files, cwd=folder)
    return [line for line in done.out.splitlines() if line.startswith(("left ", "`"))]


@pytest.mark.parametrize(
    ("files", "options"),
    [
        ({"a.txt": "Over Punjir.\n"}, ()),
        ({"a.txt": "Over Panjshir.\n"}, ()),
        ({"a.txt": "“To Punjir,” he said.\n"}, ("--unsafe-fixes",)),
        ({"a.txt": "“To Punjir,” he said.\n"}, ("--quiet",)),
    ],
)
def test_nothing_is_reported_where_nothing_is_left_or_no_fix_is_asked_for(tmp_path, files, options):
    assert mended(tmp_path, files, *options) == []


def test_quotations_are_told_with_their_places(tmp_path):
    files = {"a.txt": "Over Punjir.\n“To Punjir,” he said.\nThen “Punjir, Punjir”.\n", "b.txt": "“Punjir”\n"}
    told = ["left 4 findings inside quotations: a.txt:2 Punjir, a.txt:3 Punjir, b.txt:1 Punjir", HINT]
    assert mended(tmp_path, files) == told


def test_what_a_person_has_to_judge_is_reported(tmp_path):
    text = "We met Erik Kowalski of Lodz. We saw Kowalski. They thanked Kowalsky.\n\nWe fled Punjir.\n"
    assert mended(tmp_path, {"a.txt": text}) == [
        "left 1 finding for a person, likely but not sure: a.txt:1 Kowalsky",
        HINT,
    ]


def test_what_the_format_of_a_draft_cannot_hold_is_reported(tmp_path):
    assert mended(tmp_path, {"a.yaml": "b: Nulle\n"}) == [
        "left 1 finding that cannot be mended there: a.yaml:1 Nulle"
    ]


def test_what_the_baseline_knows_is_left_and_told(tmp_path):
    write(tmp_path, {"termbase.toml": TERMBASE, "a.txt": "Over Punjir.\n\nTo “Punjir”.\n"})
    known = ("--baseline", "known.json")
    assert canonym("check", "--update-baseline", *known, "a.txt", cwd=tmp_path).code == 0
    files = {"a.txt": "Over Punjir.\n\nTo “Punjir”.\n\nPunjir again.\n"}
    assert mended(tmp_path, files, *known) == [
        "left 2 findings that the baseline knows: a.txt:1 Punjir, a.txt:3 Punjir"
    ]
    assert (tmp_path / "a.txt").read_text().endswith("Panjshir again.\n")
    done = canonym("check", "--diff", *known, "a.txt", cwd=tmp_path)
    assert done.err.endswith("would fix 0 findings in 0 drafts; 2 findings that the baseline knows\n")


def test_many_places_are_named_in_part(tmp_path):
    (told, _) = mended(tmp_path, {"a.txt": "“Punjir”\n\n" * 12})
    assert told.startswith("left 12 findings inside quotations: a.txt:1 Punjir, a.txt:3 Punjir, ")
    assert told.endswith("a.txt:15 Punjir and elsewhere")


def test_a_draft_that_cannot_be_written_is_reported(tmp_path):
    write(tmp_path, {"termbase.toml": '[[name]]\npreferred = "Pančšir"\ndeprecated = ["Punjir"]\n'})
    (tmp_path / "a.txt").write_bytes("Les élèves étaient à Punjir, où ils étaient allés.\n".encode("cp1252"))
    done = canonym("check", "--fix", "a.txt", cwd=tmp_path)
    assert done.code == 2
    assert "left 1 finding in drafts that could not be written: a.txt:1 Punjir" in done.out.splitlines()


def test_a_diff_tells_what_it_would_leave(tmp_path):
    write(tmp_path, {"termbase.toml": TERMBASE, "a.txt": "Over Punjir. “To Punjir,” he said.\n"})
    done = canonym("check", "--diff", "a.txt", cwd=tmp_path)
    assert done.err == "canonym: would fix 1 finding in 1 draft; 1 finding inside quotations\n"


def test_a_diff_tells_which_draft_could_not_be_read(tmp_path):
    write(tmp_path, {"termbase.toml": TERMBASE, "a.txt": "Over Punjir.\n", "b.txt": b"%PDF-1.7 \0\1\2"})
    done = canonym("check", "--diff", "a.txt", "b.txt", "none.txt", cwd=tmp_path)
    assert done.code == 2
    assert "+Over Panjshir." in done.out.splitlines()
    assert [line.partition(": ")[2].partition(": ")[0] for line in done.err.splitlines()[1:]] == [
        "none.txt",
        "b.txt",
    ]
