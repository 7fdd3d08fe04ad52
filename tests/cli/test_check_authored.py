"""What people write in ``termbase.toml`` is what a check goes by."""

import json

import pytest

from cli.running import canonym, write

MAYOR = """\
[[name]]
preferred = "Caterina Ferrante"
kind = "person"
admitted = ["Ferrante"]
deprecated = ["Caterina Ferante", "Ferrandi"]
superseded = ["Caterina Dolente"]
not = ["Katerina Ferrant"]
forms.ru = "Катерина Ферранте"
[name.forms.hu]
preferred = "Ferrante Caterina"
"""


def found(root, draft, termbase=MAYOR):
    """The texts found in ``draft`` with rule and best suggestion."""
    write(root, {"termbase.toml": termbase, "draft.txt": draft})
    code, out, err = canonym("check", "--format", "json", "draft.txt", cwd=root)
    assert (code in (0, 1), err) == (True, "")
    return [(f["text"], f["rule"], f["suggestions"][:1]) for f in json.loads(out)]


@pytest.mark.parametrize(
    "draft",
    [
        "Yesterday Caterina Ferrante came, and Ferrante spoke.",
        "Her sister, they say, is Katerina Ferrant the painter.",
        "The sign said Катерина Ферранте in large letters.",
        "In Budapest they call her Ferrante Caterina, family name first.",
    ],
)
def test_what_is_right_is_left_alone(tmp_path, draft):
    assert found(tmp_path, draft) == []


@pytest.mark.parametrize(
    ("draft", "form", "right"),
    [
        ("Yesterday Caterina Ferante came.", "Caterina Ferante", "Caterina Ferrante"),
        ("Yesterday the mayor, Ferrandi, came.", "Ferrandi", "Ferrante"),
        ("Yesterday Caterina Dolente came.", "Caterina Dolente", "Caterina Ferrante"),
    ],
)
def test_what_is_wrong_is_found(tmp_path, draft, form, right):
    assert found(tmp_path, draft) == [(form, "deprecated-term", [right])]


def test_what_one_language_prefers_another_may_deprecate(tmp_path):
    termbase = '[[name]]\npreferred = "Kabul"\ndeprecated = ["Caboul"]\nforms.fr = "Caboul"\n'
    assert found(tmp_path, "He came to Caboul in May.", termbase) == [
        ("Caboul", "deprecated-term", ["Kabul"])
    ]


def test_what_people_wrote_wins_over_what_was_learned(tmp_path):
    articles = {
        f"articles/{n}.txt": f"On day {n} the mayor saw Lisboa and day {n + 9} too.\n" for n in range(5)
    }
    write(tmp_path, articles)
    assert canonym("learn", "articles", cwd=tmp_path).code == 0
    termbase = '[[name]]\npreferred = "Lisbon"\ndeprecated = ["Lisboa"]\n'
    assert found(tmp_path, "The fair in Lisboa is open.", termbase) == [
        ("Lisboa", "deprecated-term", ["Lisbon"])
    ]
