"""Which words of a corpus become names; first those that never do."""

import pytest

from marking import forms, learned


@pytest.mark.parametrize(
    "article",
    [
        pytest.param(
            "Yesterday the port was closed. Nobody came. Harvest was late in the valley.",
            id="starts of sentences",
        ),
        pytest.param(
            "Harvest was late. Apples are dear. Rivers rose.\n\nHarvest was late in the old valley.",
            id="words that stand at starts alone",
        ),
        pytest.param(
            "Minister Returns to the Quiet Valley After a Long Winter\n\nHe came back in a car.",
            id="a headline in Title Case",
        ),
        pytest.param("MINISTER RETURNS TO THE VALLEY\n\nHe came back in a car.", id="a headline in capitals"),
        pytest.param(
            "It was told to LEAVE THE PORT AT ONCE OR BE SHOT, and left.\n\nThey leave the port at once.",
            id="shouting",
        ),
        pytest.param(
            "It rained on Monday, in March and at Easter. On Tuesday in June it did not, nor in Ramadan.",
            id="the calendar",
        ),
        pytest.param("“Rain is good,” said the mayor. He said: Rain is bad.", id="behind marks"),
        pytest.param("• Honey and milk\n• Apples and pears\n• Water and wine", id="bullets"),
        pytest.param("They thanked Mr. Minister, Dr. and the President, and I'm sure they did.", id="titles"),
        pytest.param(
            "It was a spring in spring. The rain was good. In Spring the rain was good, in spring also.",
            id="a word that is mostly small",
        ),
    ],
)
def test_ordinary_words_are_no_names(tmp_path, article):
    assert forms(learned(tmp_path, article)) == {}


@pytest.mark.parametrize(
    ("article", "name"),
    [
        ("The envoy went to Kharzhin in the spring.", "Kharzhin"),
        ("They met Oleksiy Tkachuk at the port.", "Oleksiy Tkachuk"),
        ("They met Osama bin Laden at the port.", "Osama bin Laden"),
        ("They read Bernard-Henri Levy to him.", "Bernard-Henri Levy"),
        ("They met Mr. Karim there.", "Karim"),
        ("The anti-Taliban slogans were old.", "anti-Taliban"),
        ("It was a US-made gun.", "US-made"),
        ("They call Ludwig van Beethoven great.", "Ludwig van Beethoven"),
        ("The car of Tkachuk’s brother was old.", "Tkachuk"),
        ("They sail on the Kharzhin\u00a0Sorvak there.", "Kharzhin Sorvak"),
        ("The reader saw Cafe\u0301 Sorvak there.", "Café Sorvak"),
    ],
)
def test_a_name_in_mid_sentence_is_one(tmp_path, article, name):
    assert {_composed(form): status for form, status in forms(learned(tmp_path, article)).items()} == {
        name: "preferred"
    }


def _composed(form: str) -> str:
    return form.replace("e\u0301", "é")


def test_a_name_behind_an_ordinary_word_at_a_start_is_found_without_it(tmp_path):
    found = forms(learned(tmp_path, "Then Tkachuk left the port. Later Tkachuk came again."))
    assert found == {"Tkachuk": "preferred"}


def test_a_dateline_is_no_spelling_of_its_own(tmp_path):
    found = forms(learned(tmp_path, "KHARZHIN: The minister spoke.\n\nHe left Kharzhin in the evening."))
    assert found == {"Kharzhin": "preferred", "KHARZHIN": "admitted"}


@pytest.mark.parametrize(
    ("article", "long", "short"),
    [
        ("The doctors of the Sorvak Transport Workers (STW) spoke.", "Sorvak Transport Workers", "STW"),
        ("Вчера приехал Отряд Соколова Правый (ОСП) с утра.", "Отряд Соколова Правый", "ОСП"),
    ],
)
def test_an_acronym_stands_with_its_long_form(tmp_path, article, long, short):
    concepts = learned(tmp_path, article).concepts
    (terms,) = [c.terms for c in concepts if c.terms[0].form == long]
    assert [(t.form, str(t.status)) for t in terms] == [(long, "preferred"), (short, "admitted")]


def test_brackets_behind_a_name_make_no_acronym(tmp_path):
    found = forms(learned(tmp_path, "They met Leyla Haddad (NATO) and Karim (MP) there."))
    assert "admitted" not in found.values()
