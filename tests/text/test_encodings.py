"""Bytes become text in whatever encoding they are, and the same bytes again."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.text.encodings import decode, is_text

ENCODED = [
    ("Levy said café.", "cp1252"),
    ("Le président Massoud a été interrogé à Paris, où l’été fut très chaud.", "cp1252"),
    ("He said “Massoud’s men” – left Kabul on Monday.", "cp1252"),
    ("Börse Express: Über die Straße fährt Müller.", "cp1252"),
    ("Prezydent przyjechał do Łodzi, gdzie spotkał się z żołnierzami. Święta są piękne, źródło", "cp1250"),
    ("Ahmad Šáh Masúd byl vůdcem; žluťoučký kůň úpěl ďábelské ódy", "cp1250"),
    ("Türkiye Cumhurbaşkanı Recep Tayyip Erdoğan İstanbul'da konuştu, şöyle dedi", "cp1254"),
    ("Президент Ахмад Шах Масуд прибыл в Панджшер в понедельник, сообщает агентство.", "cp1251"),
    ("Президент Ахмад Шах Масуд прибыл в Панджшер в понедельник, сообщает агентство.", "koi8-r"),
    ("احمد شاه مسعود قائد افغاني من وادي بنجشير", "cp1256"),
    ("阿富汗总统马苏德在喀布尔发表讲话，他说塔利班已经控制了潘杰希尔。", "gb18030"),
    ("アフガニスタンのマスード司令官はパンジシールで演説した。", "cp932"),
    ("Ahmad Šáh Masúd", "utf-16-le"),
    ("Ahmad Šáh Masúd", "utf-16-be"),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_an_encoding_is_recognised(text, encoding):
    data = text.encode(encoding)
    decoded = decode(data)
    assert decoded is not None
    assert (decoded.text, decoded.text.encode(decoded.encoding), decoded.bom) == (text, data, b"")


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_no_part_of_the_text(bom, encoding):
    decoded = decode(bom + "Šáh\r\n\U0001f600".encode(encoding))
    assert decoded == (
        "Šáh\r\n\U0001f600",
        encoding,
        bom,
        "surrogateescape" if encoding == "utf-8" else "strict",
    )


def test_a_long_text_is_judged_where_it_leaves_ascii():
    text = "plain " * 50_000 + "où l’été fut très chaud, dit le président à Paris. " * 3 + "plain " * 50_000
    decoded = decode(text.encode("cp1252"))
    assert decoded is not None
    assert decoded.text == text


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0",
        b"PK\x03\x04\x14\0\x08\x08" + bytes(64),
        b"%PDF-1.7\n" + bytes(range(1, 32)) * 30 + bytes(range(128, 256)) * 30,
        codecs.BOM_UTF16_LE + b"\0\xd8\0\xd8",
    ],
    ids=["png", "zip", "pdf", "broken UTF-16"],
)
def test_what_is_no_text_is_none(data):
    assert decode(data) is None


def test_damaged_utf8_keeps_every_byte():
    data = "Massoud é à Café “Lévy” ".encode() + b"\xff \xe9"
    decoded = decode(data)
    assert decoded is not None
    assert decoded.text.startswith("Massoud é à Café “Lévy” ")
    assert decoded.text.encode(decoded.encoding, decoded.errors) == data


@given(st.binary())
def test_whatever_is_read_can_be_written_back(data):
    decoded = decode(data)
    if decoded is not None:
        assert decoded.bom + decoded.text.encode(decoded.encoding, decoded.errors) == data


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf8_is_always_recognised(text):
    assert decode(text.encode()) == (text, "utf-8", b"", "strict")


@given(st.text(min_size=1), st.integers(0, 200))
def test_the_beginning_of_a_text_looks_like_text_wherever_it_is_cut(text, cut):
    data = ("Ahmad Šáh Masúd. " * 20 + text.replace("\0", "")).encode(errors="replace")
    assert is_text(data[:cut])
    assert is_text(codecs.BOM_UTF16_LE + ("Ahmad Šáh Masúd \U0001f600. " * 20).encode("utf-16-le")[:cut])


def test_a_pdf_is_no_text_even_where_all_of_it_is_ascii():
    data = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"
    assert (decode(data), is_text(data)) == (None, False)
    assert is_text(b"% PDF-files are made from this\n")


def test_a_picture_does_not_look_like_text():
    assert not is_text(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0")


@pytest.mark.parametrize("character", ["é", "भ", "😀"])
def test_broken_utf_8_is_known_wherever_the_sample_cuts_it(character):
    half = 1 << 15
    for cut in range(half - 6, half + 2):
        data = (
            f"{character}{'b' * cut}".encode()
            + b"\xff"
            + f" {character} {'c' * (half - 9)}{character}".encode()
        )
        decoded = decode(b"a" * 99 + data)
        assert (decoded.encoding, decoded.errors) == ("utf-8", "surrogateescape"), cut
