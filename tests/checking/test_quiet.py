"""Where a check must stay silent."""

import pytest

from marking import checked, corpus


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param("", id="nothing"),
        pytest.param("Rain fell on the old port, and nobody came.", id="no name"),
        pytest.param(
            "The Kurdish leader Masoud Barzani met reporters in Erbil on Sunday. Barzani asked Baghdad for"
            " money.",
            id="another person with the same given name",
        ),
        pytest.param(
            "In Baghdad President Barham Salih received the envoy. The envoy thanked Salih for tea.",
            id="another person with the same surname",
        ),
        pytest.param(
            "Ahmad Massoud’s men went north. Ahmad Shah Massoud was his father, and Massoud knew it.",
            id="right names, whole and in part",
        ),
        pytest.param(
            "The Massoud-led and Saleh-led men left Panjshir’s valley.", id="right names with tails"
        ),
        pytest.param(
            "AMRULLAH SALEH LEAVES KABUL FOR PANJSHIR\n\nHe left by car.", id="a headline in capitals"
        ),
        pytest.param(
            "The Afghan army, many Afghans and the people of Afghanistan saw the Talibs of the Taliban;"
            " Islamist groups and Islamic parties saw them too.",
            id="derivations",
        ),
        pytest.param("Tajiks from Tajikistan spoke Tajik in the Tajikistani town.", id="peoples and tongues"),
        pytest.param("The Panjshiris left their homes, and Kabulis gave them bread.", id="people of a place"),
        pytest.param(
            "The anti-Soviet fighters and the pro-Kabul ones came too.", id="compounds of their own"
        ),
        pytest.param("Mansour and Mahmoud, two brothers, opened a bakery in Ghent.", id="names of others"),
        pytest.param(
            "In the old hall Masoud said that Massoud cheated at chess.",
            id="two that one sentence tells apart",
        ),
        pytest.param("See `Masoud` and https://example.org/Ahmad-Masoud or a@masoud.org.", id="an address"),
    ],
)
def test_nothing_is_found(index, draft):
    assert checked(draft, index, name="draft.md") == draft


@pytest.mark.parametrize(
    ("name", "draft"),
    [
        ("draft.md", "His son [leads](https://example.org/Ahmad%20Masoud) them.\n\n```\nAhmad Masoud\n```\n"),
        ("draft.md", "---\nauthor: Ahmad Masoud\n---\n\nHis son leads the fighters of Panjshir now.\n"),
        ("draft.html", '<p title="Ahmad Masoud">His son <a href="Masoud.html">leads</a> them.</p>'),
        ("draft.html", "<script>Ahmad Masoud leads</script><p>His son leads the fighters now.</p>"),
    ],
)
def test_markup_is_never_touched(index, name, draft):
    assert checked(draft, index, name=name) == draft


def test_a_name_that_the_corpus_lacks_is_nobody_else(index):
    draft = "Elena Markovic sold the bakery of Ghent to Pieter Janssens in June, said Markovic."
    assert checked(draft, index) == draft


def test_another_person_stays_silent_beside_a_variant_in_the_same_draft(index):
    draft = (
        "His son Ahmad [Masoud]{variant-name -> Massoud} leads the fighters of Panjshir now. Masoud Barzani"
        " came to Erbil."
    )
    assert checked(draft, index) == draft


def test_words_of_their_own_are_no_variants(tmp_path):
    article = (
        "The Australian saw two Englishmen in Nigeria. The Australians and Nigerian Frenchmen met Syrians."
    )
    index = corpus(tmp_path, *(f"{article} There were {n}." for n in range(6)))
    draft = "One Austrian saw an Englishman in Niger. The Austrians and a Nigerien Frenchman met Assyrians."
    assert checked(draft, index) == draft
