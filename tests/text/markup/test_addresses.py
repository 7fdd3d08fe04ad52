import pytest

from canonym.text.markup.addresses import addresses
from canonym.text.span import Span


def addresses_in(prose: str) -> list[str]:
    return [span.of(prose) for span in addresses(prose, [Span(0, len(prose))])]


@pytest.mark.parametrize(
    "prose",
    [
        "Massoud and/or Saleh",
        "the Kabul/Herat road at 60 km/h",
        "he said.The end was near.It was",
        "24/7, 3.5 and 1/2",
        "e.g. in the U.S. or the a.m.",
        "item # 3 @ noon",
        "the C# and F# keys… or #1",
        "came.it went.so and.in",
        "J.R.R. Tolkien and St.John",
        "w/o a name",
    ],
)
def test_prose_has_no_address(prose: str) -> None:
    assert addresses_in(prose) == []


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("See https://example.org/Massoud_(son).", ["https://example.org/Massoud_(son)"]),
        ("(see http://example.org/a?b=c#d), then", ["http://example.org/a?b=c#d"]),
        ("at www.example.org!", ["www.example.org"]),
        ("“https://example.org/a”", ["https://example.org/a"]),
        ("mail anna.lind-qvist+x@mail.example.org now", ["anna.lind-qvist+x@mail.example.org"]),
        ("mailto:anna@example.org", ["mailto:anna@example.org"]),
        ("Dawn.com and welt.de/politik and bbc.co.uk.", ["Dawn.com", "welt.de/politik", "bbc.co.uk"]),
        ("in C:\\Users\\Anna\\draft.txt or", ["C:\\Users\\Anna\\draft.txt"]),
        ("in ~/drafts/Anna or ./Anna or /home/anna/Punjir", ["~/drafts/Anna", "./Anna", "/home/anna/Punjir"]),
        ("drafts/Punjir.txt, Masoud.pdf", ["drafts/Punjir.txt", "Masoud.pdf"]),
        ("@masoud_a says #Punjir.", ["@masoud_a", "#Punjir"]),
        ("据报道https://example.org/Anna。", ["https://example.org/Anna"]),
    ],
)
def test_addresses_are_found(prose: str, found: list[str]) -> None:
    assert addresses_in(prose) == found


def test_an_address_longer_than_any_window_is_whole() -> None:
    prose = f"See ftp://{'Anna/' * 2000}x here"
    assert addresses_in(prose) == [prose[4:-5]]
