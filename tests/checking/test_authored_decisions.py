"""What people decided outweighs what was learned, and spreads to tails and whole names."""

import pytest
from newsroom import ARTICLES

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check
from canonym.index.file_reader import Reader
from canonym.index.overlay_compiler import compile_layer
from canonym.index.termbase_index import Index, compiled
from canonym.languages import language
from canonym.termbase.authored import parse
from canonym.termbase.termbase import Termbase
from canonym.text.formats import parse_document
from marking import checked, corpus, learned, marked, plain


def decided(toml: str) -> Index:
    return Index.build(Termbase(language="en"), parse(toml, "termbase.toml"))


KYIV = """
[[name]]
preferred = "Kyiv"
deprecated = ["Kiev"]

[[name]]
preferred = "chicken Kiev"
"""


@pytest.mark.parametrize(
    "draft",
    [
        "The talks in [Kiev]{deprecated-term ->! Kyiv} were long.",
        "[Kiev]{deprecated-term ->! Kyiv}'s mayor met [Kiev]{deprecated-term ->! Kyiv}-born men.",
        "They ate chicken Kiev in Kyiv.",
        "“The talks in [Kiev]{deprecated-term -> Kyiv} were long,” he said.",
        "See `Kiev` there.",
    ],
)
def test_a_deprecated_form_is_replaced_but_for_an_entry_of_its_own(draft):
    assert checked(draft, decided(KYIV), safe=True, name="draft.md") == draft


def test_a_form_is_written_as_the_person_wrote_it_in_full_width_too():
    index = decided('[[name]]\npreferred = "ＮＴＴ"\ndeprecated = ["NTTT"]\n')
    draft = "The shares of ＮＴＴ and [NTTT]{deprecated-term -> ＮＴＴ} fell."
    assert checked(draft, index) == draft


NOT_TO_BE_WRITTEN = """
[[name]]
preferred = "Wi-Fi"
deprecated = ["WiFi"]

[[name]]
preferred = "Soren Kjaer"
deprecated = ["Søren Kjær"]

[[name]]
preferred = "Fredericksburg"
superseded = ["Marienwalde"]
"""


@pytest.mark.parametrize(
    "draft",
    [
        "SHE BUYS WI-FI NOW.",
        "They left Marienwald today.",
        "The [Wifi]{term-form -> Wi-Fi} and the [WIFI]{term-form -> Wi-Fi} failed.",
        "The [WiFi]{deprecated-term ->! Wi-Fi} of [Marienwalde]{deprecated-term ->! Fredericksburg} failed.",
        "They met [Sören]{term-form -> Soren} Kjaer and [Sorren]{variant-name -> Soren} Kjaer.",
    ],
)
def test_no_form_is_suggested_that_a_person_decided_against(draft):
    assert checked(draft, decided(NOT_TO_BE_WRITTEN), safe=True) == draft


CAPITALS = """
[[name]]
preferred = "Kyiv"
deprecated = ["Kiev"]

[[name]]
preferred = "Islamic State"
deprecated = ["Isis"]

[[name]]
preferred = "Saint Petersburg"
deprecated = ["St. Petersburg", "Leningrad"]

[[name]]
preferred = "AT&T"
deprecated = ["AT&T Corp", "A. T. and T."]
"""


@pytest.mark.parametrize(
    "draft",
    [
        "The men of ISIS met in the VIEK, a ship.",
        "ISIS, they said, and ISIS alone.",
        "The road to St Petersburg is long, says St. Peter.",
        "AT&T and T Corp are two.",
        "They met in [KIEV]{deprecated-term -> KYIV}, and the two [Kiev]{deprecated-term -> Kyiv}s fell.",
        "[KIEV]{deprecated-term ->! KYIV} FALLS SILENT",
        "[KIEV]{deprecated-term ->! KYIV}: They talked.",
        "[KIEV]{deprecated-term ->! KYIV}, Ukraine (AP) — They talked.",
        "FROM [LENINGRAD]{deprecated-term ->! SAINT PETERSBURG} TO MOSCOW",
        "The road to [St. Petersburg]{deprecated-term ->! Saint Petersburg} is long.",
        "In [St.  Petersburg]{deprecated-term ->! Saint Petersburg}'s streets.",
        "The shares of [AT&T Corp]{deprecated-term ->! AT&T} fell.",
    ],
)
def test_a_deprecated_form_is_found_in_capitals_and_across_punctuation(draft):
    assert checked(draft, decided(CAPITALS), safe=True, name="draft.txt") == draft


def newsroom(tmp_path, toml: str) -> Index:
    return corpus(tmp_path, *ARTICLES, authored=parse(toml, "termbase.toml"))


def test_a_decision_wins_over_the_corpus(tmp_path):
    toml = '[[name]]\npreferred = "Ahmad Masoud"\nadmitted = ["Masoud"]\ndeprecated = ["Ahmad Massoud"]\n'
    draft = (
        "His son Ahmad Masoud leads the fighters of Panjshir now. In an interview Masoud asked the West for"
        " help. The son [Ahmad Massoud]{deprecated-term -> Ahmad Masoud}’s men were there."
    )
    assert checked(draft, newsroom(tmp_path, toml)) == draft


def test_an_admitted_form_is_admitted_with_every_tail_and_in_whole_names(tmp_path):
    toml = '[[name]]\npreferred = "Massoud"\nadmitted = ["Masoud"]\n'
    draft = (
        "His son Ahmad Masoud leads the fighters of Panjshir now. Masoud's men and the Masoud-led ones came."
    )
    assert checked(draft, newsroom(tmp_path, toml)) == draft


def test_a_deprecated_form_is_deprecated_in_whole_names(tmp_path):
    toml = '[[name]]\npreferred = "Massoud"\ndeprecated = ["Masoud"]\n'
    draft = (
        "His son Ahmad [Masoud]{deprecated-term -> Massoud} leads the fighters of Panjshir now. The"
        " [Masoud]{deprecated-term -> Massoud}-led men came."
    )
    assert checked(draft, newsroom(tmp_path, toml)) == draft


def test_a_form_that_is_never_the_name_is_left_alone(tmp_path):
    toml = '[[name]]\npreferred = "Ahmad Massoud"\nnot = ["Ahmad Masoud"]\n'
    draft = "His son Ahmad Masoud leads the fighters of Panjshir now, he told the paper."
    index = newsroom(tmp_path, toml)
    assert checked(draft, index, ignore=("inconsistent-name",)) == draft


def test_what_is_never_a_word_is_never_a_word_of_a_whole_name(tmp_path):
    toml = '[[name]]\npreferred = "Massoud"\nnot = ["Masoud"]\n'
    draft = "His son Ahmad Masoud leads the fighters of Panjshir now. Masoud's men and Masoud-led ones came."
    assert checked(draft, newsroom(tmp_path, toml), ignore=("inconsistent-name",)) == draft


def test_a_deprecated_form_is_another_person_beside_a_strange_name(tmp_path):
    toml = '[[name]]\npreferred = "Massoud"\ndeprecated = ["Masoud"]\n'
    draft = (
        "His son Ahmad [Masoud]{deprecated-term -> Massoud} leads the fighters of Panjshir now. Masoud"
        " Barzani came to Erbil."
    )
    assert checked(draft, newsroom(tmp_path, toml)) == draft


def test_what_settles_an_undecided_name_ends_the_question(tmp_path):
    articles = ("They read Bernard-Henri Lévy.", "They know Bernard-Henri Levy.")
    toml = '[[name]]\npreferred = "Bernard-Henri Lévy"\ndeprecated = ["Bernard-Henri Levy"]\n'
    draft = "They know [Bernard-Henri Levy]{deprecated-term ->! Bernard-Henri Lévy} well."
    index = corpus(tmp_path, *articles, authored=parse(toml, "termbase.toml"))
    assert checked(draft, index, safe=True) == draft


def test_what_is_never_a_compound_is_left_alone(tmp_path):
    toml = '[[name]]\npreferred = "anti-Taliban"\nnot = ["anti-Tibetan"]\n'
    draft = "The anti-Tibetan alliance wept. The Taliban came to Panjshir."
    assert checked(draft, newsroom(tmp_path, toml)) == draft


CAPITALISED = """
[[name]]
preferred = "iPhone"

[[name]]
preferred = "GitHub"
deprecated = ["Git Hub"]

[[name]]
preferred = "anti-Taliban"

[[name]]
preferred = "Polish"

[[name]]
preferred = "Nato"
admitted = ["OTAN"]
"""


@pytest.mark.parametrize(
    "draft",
    [
        "IPhone users read GitHub. “iPhone” is a name.",
        "# Anti-Taliban Fighters and IPhone Users\n\nGITHUB AND NATO ARE SILENT\n",
        "Polish the shoes of a Polish guest with polish.",
        "See github.com, www.github.com, foo@github.com, @github, #github, GITHUB_TOKEN and ~/github/x.",
        "The github-like page is `github`.",
        "They sold an [Iphone]{term-form ->! iPhone}, an [IPHONE]{term-form ->! iPhone} and"
        " [iphone]{term-form ->! iPhone}'s twin.",
        "[Github]{term-form ->! GitHub} knew the [anti-taliban]{term-form ->! anti-Taliban} front of"
        " [NATO]{term-form ->! Nato} and OTAN.",
        "“The [Github]{term-form -> GitHub} page,” he said.",
    ],
)
def test_decided_capitals_are_kept_where_a_word_can_mean_nothing_else(draft):
    assert checked(draft, decided(CAPITALISED), safe=True, name="draft.md") == draft


def test_capitals_decided_on_later_are_laid_over_what_was_learned(tmp_path):
    authored = parse('[[name]]\npreferred = "MacDougall"\n', "termbase.toml")
    below = Reader(compiled(learned(tmp_path, *ARTICLES)))
    layered = Index(below, Reader(compile_layer(below, authored)))
    draft = "They met Mr [Macdougall]{term-form -> MacDougall}."
    assert checked(draft, layered) == draft


IN_OTHER_LANGUAGES = {
    "de": ("Strauß", "Strauss", "STRAUSS GEHT\n\nDer [Strauss]{deprecated-term ->! Strauß} ist tot."),
    "tr": ("İzmir", "Smyrna", "Dün [Smyrna]{deprecated-term ->! İzmir} yandı."),
    "el": ("Κίιβο", "Κίεβο", "Το [Κίεβο]{deprecated-term ->! Κίιβο} είναι μακριά."),
    "ru": ("Масуд", "Массуд", "Потом [Массуд]{deprecated-term ->! Масуд} погиб, но Ариф Массуд жив."),
}


@pytest.mark.parametrize("tag", IN_OTHER_LANGUAGES)
def test_a_word_with_a_capital_of_its_place_makes_nobody_else_of_a_name(tag):
    right, wrong, draft = IN_OTHER_LANGUAGES[tag]
    toml = f'[[name]]\npreferred = "{right}"\ndeprecated = ["{wrong}"]\n'
    index = Index.build(Termbase(language=tag), parse(toml, "termbase.toml"))
    found = check(parse_document("a.txt", plain(draft), language=language(tag)), index, Settings())
    assert marked(plain(draft), found) == draft
