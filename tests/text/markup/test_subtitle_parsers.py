import pytest

from canonym.text.formats import parse_document
from text.parsing import blocks_of, comments_of, kinds_of

T1, T2, T3 = (f"00:00:0{n},000 --> 00:00:0{n},900" for n in (1, 2, 3))


def srt(*cues: str) -> str:
    return "\n\n".join(
        f"{number}\n00:00:0{number},000 --> 00:00:0{number},900\n{cue}" for number, cue in enumerate(cues, 1)
    )


def vtt(*cues: str) -> str:
    return "WEBVTT Anna\nKind: captions\n\n" + srt(*cues).replace(",", ".")


@pytest.mark.parametrize(
    ("cues", "blocks"),
    [
        (["Anna came."], ["Anna came."]),
        (["Anna came.", "Lind left."], ["Anna came.", "Lind left."]),
        (["Anna\nLind came."], ["Anna\nLind came."]),
        (["Mrs. Anna", "Lind came."], ["Mrs. Anna\n\n\n\nLind came."]),
        (["- Who?\n- Anna Lind"], ["- Who?", "- Anna Lind"]),
        (["<i>Anna</i> {\\an8}Lind"], ["Anna Lind"]),
        (["Anna&nbsp;Lind &amp; Co"], ["Anna\u00a0Lind & Co"]),
        (["He is 5\nand 1984 came."], ["He is 5\nand 1984 came."]),
        (["1984"], ["1984"]),
    ],
)
@pytest.mark.parametrize(("name", "write"), [("srt", srt), ("vtt", vtt)])
def test_cues(name: str, write, cues: list[str], blocks: list[str]) -> None:
    assert blocks_of(write(*cues), name) == blocks


def test_shouted_cues_are_headings() -> None:
    assert kinds_of(srt("ANNA LIND", "came."), "srt") == ["paragraph ANNA"]
    assert kinds_of(srt("ANNA!", "came."), "srt") == ["heading ANNA!", "paragraph came."]


def test_what_players_of_webvtt_do_not_show_is_not_read() -> None:
    text = (
        "WEBVTT\n\nSTYLE\n::cue(Anna) {}\n\nNOTE canonym: off\n\nNOTE\ncanonym: on\nmore\n\nREGION\nid:Anna"
        "\n\nAnna\n01:02.000 --> 01:03.000 align:start\n<v Anna>Text <00:01:02.500><c.big>more</c>\n"
    )
    assert blocks_of(text, "vtt") == ["▯Text more"]
    assert comments_of(text, "vtt") == ["canonym: off", "canonym: on\nmore"]


def test_broken_srt_is_read() -> None:
    assert blocks_of("Text before.\n\n1\n00:00:01,000 --> 00:00:02,000\n", "srt") == ["Text before."]
    assert blocks_of("\ufeff1\n00:00:01.000 --> 00:00:02.000\nText.", "srt") == ["Text."]


def test_a_cue_is_called_by_its_name_where_a_fix_is_refused() -> None:
    (block,) = parse_document("", vtt("Anna Lind came."), "vtt").markup.blocks
    assert block.quoting.place == "a WebVTT cue"
