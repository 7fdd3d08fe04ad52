"""Common nouns with capitals are told from names by what stands before them, without any list."""

import random

import pytest

from canonym.corpus.learning import learn
from canonym.index.termbase_index import Index
from canonym.languages import Stated
from canonym.matching.candidates import is_settled
from marking import write_corpus

NOUNS = """
    Umsatz Niederschlag Erkenntnis Regierung Sitzung Meldung Brücke Straße Schule Zeitung Wohnung Hoffnung
    Reise Frage Antwort Stimme Grenze Kirche Sprache Küche Farbe Stunde Woche Geschichte Maschine Rechnung
    Zahlung Lieferung Werkstatt Nachricht Landschaft Gesellschaft Mannschaft Botschaft Wirtschaft Arbeit
    Zukunft
""".split()
NAMES = """
    Kavanaugh Erdogan Pompeo Skopje Widodo Sulawesi Feinstein Massoud Karimov Tkachuk Sorvak Kharzhin Donezk
    Bergamo Lissabon Helsinki Toronto Nairobi Odessa Warschau
""".split()
FIRST = "Brett Karl Anna Ilse Olga Peter Maria Paul".split()
SENTENCES = (
    "Am Morgen war die {noun} schon alt, und der {first} {name} kam mit einer {other} nach {place}.",
    "Die {noun} und das neue {other} sind für {name} so gut wie die alte {noun}.",
    "In {place} sagte {name}, dass eine {noun} ohne die {other} nicht zu haben sei.",
    "Er sah von {place} aus eine kleine {noun}, und {first} {name} gab ihm die {other} und das Buch.",
    "Mit der {noun} ging {name} nach {place}, aber die gute {other} war nicht in der {noun}.",
)


def german(chance: random.Random) -> str:
    return " ".join(
        template.format(
            noun=chance.choice(NOUNS),
            other=chance.choice(NOUNS),
            name=chance.choice(NAMES),
            place=chance.choice(NAMES),
            first=chance.choice(FIRST),
        )
        for template in SENTENCES
    )


def learned(tmp_path, texts, tag):
    sources = write_corpus(tmp_path, texts)
    return learn([source._replace(stated=Stated(setting=tag)) for source in sources])


@pytest.mark.parametrize("tag", ["de", "lb"])
def test_nouns_are_no_names(tmp_path, tag):
    chance = random.Random(1)
    termbase = learned(tmp_path, [german(chance) for _ in range(60)], tag)
    names = {concept.terms[0].form for concept in termbase.concepts}
    assert names.isdisjoint(NOUNS)
    assert names >= set(NAMES)
    index = Index.build(termbase)
    assert all(is_settled(index, noun) for noun in NOUNS)
    assert not is_settled(index, "Kavanough")


def test_a_small_corpus_tells_nothing(tmp_path):
    termbase = learned(tmp_path, [german(random.Random(1))], "de")
    assert {concept.terms[0].form for concept in termbase.concepts} & set(NOUNS)


def test_small_nouns_leave_capitals_to_names(tmp_path):
    chance = random.Random(1)
    texts = [german(chance).replace(noun, noun.lower()) for noun in NOUNS for _ in range(2)]
    for noun in NOUNS:
        texts = [text.replace(noun, noun.lower()) for text in texts]
    termbase = learned(tmp_path, texts, "de")
    assert {concept.terms[0].form for concept in termbase.concepts} >= set(NAMES)
    assert not any(word[0].isupper() for word in termbase.ordinary)
