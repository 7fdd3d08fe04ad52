"""What a corpus teaches of stems that change before an ending."""

import pytest

from canonym.corpus.learn_stem_changes import stem_changes
from canonym.spelling.grammar import Grammar, pair

POLISH = """
budynek budynku majątek majątku początek początku wtorek wtorku handel handlu sweter swetru
naród narodu powód powodu powrót powrotu rozwój rozwoju kościół kościoła sposób sposobu popiół popiołu
""".split()
GERMAN = """
Land Länder Wald Wälder Rand Ränder Dorf Dörfer Satz Sätze Platz Plätze Schatz Schätze Rat Räte Stab Stäbe
""".lower().split()
RUSSIAN = """
палец пальца конек конька зверек зверька боец бойца лед льда владелец владельца зверек зверька ларек ларька
пулемет льет тополек тополька огонек огонька окунек окунька
""".split()
LATIN_SPELLINGS = "Kiernan Kieran Martin Martn Sobol Sobl Hasan Hasn Karim Karm Tarek Tark".lower().split()


def grammar_of(words):
    return Grammar({pair(*two): "".join(letters) for two, letters in stem_changes(words, 3).items()}, {})


@pytest.mark.parametrize(
    ("words", "a", "b"),
    [
        (POLISH, "Marek", "Marak"),  # another vowel alone is spelling
        (POLISH, "Marek", "Mark"),
        (POLISH, "Kavanaugh", "Kavenaugh"),
        (POLISH, "Tomek", "Romku"),
        (LATIN_SPELLINGS, "Kiernan", "Kieran"),
        (GERMAN, "Umsatz", "Umsetz"),
        ([], "Marek", "Marku"),
    ],
)
def test_another_spelling_is_no_change_of_a_stem(words, a, b):
    assert not grammar_of(words).are_forms(a, b)


@pytest.mark.parametrize(
    ("words", "a", "b"),
    [
        (POLISH, "Marek", "Marku"),
        (POLISH, "Marku", "Marek"),
        (POLISH, "Mikołów", "Mikołowu"),
        (GERMAN, "Umsatz", "Umsätze"),
        (RUSSIAN, "Лев", "Льва"),
    ],
)
def test_a_change_that_many_stems_show_is_one_word(words, a, b):
    assert grammar_of(words).are_forms(a, b)
