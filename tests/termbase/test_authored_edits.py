"""Edits of ``termbase.toml`` change what they are asked to, and not one character more."""

import re
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.termbase.authored import add_name, admit, deprecate, never, parse, prefer, remove
from canonym.termbase.concept import Kind, TermStatus
from canonym.termbase.errors import TermbaseError

KEPT = """\
# Decided by the desk.

[[name]]  # the father
preferred = "Ahmad Shah Massoud"   # as in the book
kind = "person"
deprecated = [
  "Ahmad Chah Massoud",  # from French
  # "Ahmad Schah" was never seen
  'Ahmad Shah Masoud', # often
]

# --- places ---
[[name]]
preferred = "Panjshir"
deprecated = ["Punjir"]
[name.forms]
fr = "Pandjchir"

# the end
"""


def test_a_short_form_is_preferred_and_the_full_name_stays_as_it_is():
    text = '[[name]]\npreferred = "Ahmad Shah Massoud"\nadmitted = ["Massoud", "A. S. Massoud"]\n'
    own = '\n[[name]]\npreferred = "Masoud"\ndeprecated = ["Massoud"]\n'
    assert prefer(text, "Masoud", "Massoud") == text.replace('"Massoud", ', "") + own
    shared = text + '\n[[name]]\npreferred = "Ahmad Massoud"\nadmitted = ["Massoud"]\n'
    assert [concept.terms[0].form for concept in parse(prefer(shared, "Masoud", "Massoud"), "")] == [
        "Ahmad Shah Massoud",
        "Ahmad Massoud",
        "Masoud",
    ]


def test_what_holds_already_changes_nothing():
    assert add_name(KEPT, "Panjshir") == KEPT
    assert add_name(KEPT, "Ahmad  Chah Massoud") == KEPT
    assert deprecate(KEPT, "Panjshir", "Punjir") == KEPT
    assert prefer(KEPT, "Panjshir", "Punjir") == KEPT
    assert remove(KEPT, "Punjir") == KEPT


def changes(old, new):
    """The changed lines as a diff shows them."""
    a, b = old.splitlines(keepends=True), new.splitlines(keepends=True)
    diff = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            diff += ["-" + line for line in a[i1:i2]] + ["+" + line for line in b[j1:j2]]
    return diff


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (lambda t: add_name(t, "Kabul"), ["+\n", "+[[name]]\n", '+preferred = "Kabul"\n']),
        (
            lambda t: add_name(t, 'The "Lion"', Kind.WORK),
            ["+\n", "+[[name]]\n", '+preferred = "The \\"Lion\\""\n', '+kind = "work"\n'],
        ),
        (lambda t: admit(t, "Panjshir", "Panjsher"), ['+admitted = ["Panjsher"]\n']),
        (
            lambda t: admit(t, "Panjshir", "Punjir"),
            ['-deprecated = ["Punjir"]\n', "+deprecated = []\n", '+admitted = ["Punjir"]\n'],
        ),
        (
            lambda t: deprecate(t, "Panjshir", "Panshir"),
            ['-deprecated = ["Punjir"]\n', '+deprecated = ["Punjir", "Panshir"]\n'],
        ),
        (
            lambda t: deprecate(t, "Ahmad Shah Massoud", "Ahmed"),
            ['+  "Ahmed",\n'],
        ),
        (
            lambda t: admit(t, "Ahmad Shah Massoud", "Ahmad Chah Massoud"),
            ['-  "Ahmad Chah Massoud",  # from French\n', '+admitted = ["Ahmad Chah Massoud"]\n'],
        ),
        (
            lambda t: prefer(t, "Panjsher", "Panjshir"),
            [
                '-preferred = "Panjshir"\n',
                '-deprecated = ["Punjir"]\n',
                '+preferred = "Panjsher"\n',
                '+deprecated = ["Punjir", "Panjshir"]\n',
            ],
        ),
        (
            lambda t: prefer(t, "Kabul", "Caboul"),
            ["+\n", "+[[name]]\n", '+preferred = "Kabul"\n', '+deprecated = ["Caboul"]\n'],
        ),
        (lambda t: never(t, "Panjshir", "Punjab"), ['+not = ["Punjab"]\n']),
        (
            lambda t: never(t, "Barham Salih", "Saleh"),
            ["+\n", "+[[name]]\n", '+preferred = "Barham Salih"\n', '+not = ["Saleh"]\n'],
        ),
        (
            lambda t: remove(t, "Panjshir"),
            [
                "-[[name]]\n",
                '-preferred = "Panjshir"\n',
                '-deprecated = ["Punjir"]\n',
                "-[name.forms]\n",
                '-fr = "Pandjchir"\n',
                "-\n",
            ],
        ),
    ],
)
def test_an_edit_is_a_small_diff(edit, expected):
    assert sorted(changes(KEPT, edit(KEPT))) == sorted(expected)
    windows = KEPT.replace("\n", "\r\n")
    assert edit(windows) == edit(KEPT).replace("\n", "\r\n")


def test_a_name_that_only_other_languages_know_is_another_name():
    assert 'preferred = "Pandjchir"' in add_name(KEPT, "Pandjchir")


def test_the_first_name_makes_the_file():
    assert add_name("", "Kabul", Kind.PLACE) == '[[name]]\npreferred = "Kabul"\nkind = "place"\n'


def test_a_file_without_a_last_line_end_gets_one():
    assert (
        add_name('[[name]]\npreferred = "A"', "B")
        == '[[name]]\npreferred = "A"\n\n[[name]]\npreferred = "B"\n'
    )


REFUSED = {
    "admits another's name": lambda t: admit(t, "Panjshir", "Ahmad Shah Massoud"),
    "deprecates another's name": lambda t: deprecate(t, "Panjshir", "Ahmad Shah Massoud"),
    "never itself": lambda t: never(t, "Panjshir", "Panjshir"),
    "one name for two": lambda t: prefer(t, "Ahmad Shah Massoud", "Panjshir"),
    "no name": lambda t: add_name(t, " "),
    "a file that is wrong already": lambda t: add_name(t + "[[nam]]", "Kabul"),
    "a list in one piece": lambda _t: add_name('name = [{ preferred = "A" }]\n', "Kabul"),
}


@pytest.mark.parametrize("edit", REFUSED.values(), ids=REFUSED.keys())
def test_an_edit_that_cannot_be_is_refused(edit):
    with pytest.raises(TermbaseError):
        edit(KEPT)


def test_the_line_of_a_refusal_is_that_of_the_whole_file():
    text = KEPT.replace('deprecated = ["Punjir"]', 'not = ["Punjir"]')
    with pytest.raises(TermbaseError) as caught:
        prefer(text, "Punjir", "Panjshir")
    assert (caught.value.line, caught.value.key) == (15, "name[2].not[1]")


FORMS = st.sampled_from(["A", "B", "C d", "É", 'q"\\'])
LAYOUTS = ["[{}]", "[{},]", "[ {} ]", "[\n  {}\n]", "[\n  {},\n]", "[ # c{n}\n  {}, # d{n}\n  # e{n}\n]"]


@st.composite
def termbases(draw):
    """A valid file with comments everywhere."""
    text, number = draw(st.sampled_from(["", "# head\n", "\n\n"])), 0
    forms = draw(st.lists(FORMS, unique=True, max_size=4))
    while forms:
        number += 1
        text += f"# before {number}\n[[name]] # header {number}\n"
        text += f"{draw(st.sampled_from(['', '  ']))}preferred = {quoted(forms.pop())} # p{number}\n"
        listed = [forms.pop() for _ in range(draw(st.integers(0, len(forms))))]
        if listed:
            layout = draw(st.sampled_from(LAYOUTS)).replace("{n}", str(number))
            join = ", " if "\n" not in layout else ",\n  "
            text += f"deprecated = {layout.replace('{}', join.join(map(quoted, listed)))}\n"
        text += draw(st.sampled_from(["", "\n", f"# after {number}\n", f'note = "# n{number}"\n']))
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def quoted(form):
    return f"'{form}'" if "\\" in form else f'"{form}"'


def forms_of(text):
    return [
        (c.terms[0].form, {t.form: t.status for t in c.terms[1:]}, set(c.never)) for c in parse(text, "t")
    ]


def owner(names, form):
    own = [n for n in names if n[0] == form] or [n for n in names if form in n[1]]
    if not own:
        own = [(form, {}, set())]
        names.append(own[0])
    return own[0]


def with_status(text, form, other, status):
    names = forms_of(text)
    owner(names, form)[1][other] = status
    return names


def with_never(text, form, other):
    names = forms_of(text)
    name = owner(names, form)
    name[1].pop(other, None)
    name[2].add(other)
    return names


EDITS = {
    "add": (lambda t, a, _b: add_name(t, a), lambda t, a, _b: (n := forms_of(t), owner(n, a))[0]),
    "admit": (admit, lambda t, a, b: with_status(t, a, b, TermStatus.ADMITTED)),
    "deprecate": (deprecate, lambda t, a, b: with_status(t, a, b, TermStatus.DEPRECATED)),
    "never": (never, with_never),
    "remove": (lambda t, a, _b: remove(t, a), lambda t, a, _b: [n for n in forms_of(t) if n[0] != a]),
}


@given(termbases(), st.sampled_from(sorted(EDITS)), FORMS, FORMS)
def test_an_edit_says_what_it_should_and_keeps_every_comment(text, name, form, other):
    edit, expected = EDITS[name]
    try:
        new = edit(text, form, other)
    except TermbaseError:
        return  # the file says otherwise; that it is then refused has its own test
    assert forms_of(new) == expected(text, form, other)
    assert ("\r\n" in new) == ("\r\n" in text) or not text
    assert new.count("\r\n") in (0, new.count("\n"))
    if name != "remove":
        kept = [c for c in re.findall(r"# ?\w+ ?\d*", text) if not gone_with_its_item(c, text, new)]
        assert [c for c in kept if c not in new] == []
    else:
        assert [c for c in re.findall(r"# (?:before|after|head\b) ?\d*", text) if c not in new] == []


def gone_with_its_item(comment, text, new):
    """A comment behind an entry of a list goes when that entry goes."""
    return comment.startswith("# d") and new.count(",") < text.count(",")


@given(termbases(), FORMS, FORMS)
def test_preferring_one_form_deprecates_the_other(text, form, over):
    try:
        new = prefer(text, form, over)
    except TermbaseError:
        return
    names = forms_of(new)
    name = next(n for n in names if n[0] == form)
    assert form == over or name[1][over] is TermStatus.DEPRECATED
    assert prefer(new, form, over) == new
