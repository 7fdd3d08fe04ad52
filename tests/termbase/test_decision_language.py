"""A decision about a draft of another language than the termbase's is written under ``forms``."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.termbase.authored import add_name, admit, deprecate, deprecating, never, parse, prefer
from canonym.termbase.concept import TermStatus
from canonym.termbase.edits.decision_language import DecisionLanguage
from canonym.termbase.errors import TermbaseError
from canonym.termbase.norms import norms_of

GERMAN = DecisionLanguage("de", "en")
KYIV = '[[name]]\npreferred = "Kyiv"  # since 2019\ndeprecated = ["Kiev"]\n'


def norms(text, tag, project="en"):
    """What drafts of a language are held to: each form with its status."""
    found = norms_of(parse(text, "t"), tag, project)
    return {t.form: str(t.status) for concept in found for t in concept.terms if not t.language}


@pytest.mark.parametrize("draft", ["", "und", "en", "en-GB"])
def test_a_draft_of_the_projects_language_needs_no_tag(draft):
    text = deprecate("", "Kyiv", "Kiev", language=DecisionLanguage(draft, "en"))
    assert text == '[[name]]\npreferred = "Kyiv"\ndeprecated = ["Kiev"]\n'


def test_a_draft_of_any_language_needs_no_tag_where_nobody_said_that_of_the_project():
    assert add_name("", "Kyjiw", language=DecisionLanguage("de", "und")) == '[[name]]\npreferred = "Kyjiw"\n'


def test_the_language_of_the_file_comes_before_that_of_the_project():
    german = 'language = "de"\n'
    assert 'preferred = "Kyjiw"' in add_name(german, "Kyjiw", language=GERMAN)
    assert 'forms.en = "Kyiv"' in add_name(german, "Kyiv", language=DecisionLanguage("en", "en"))


def test_a_name_of_another_language_alone_has_no_form_without_a_tag():
    text = prefer(KYIV, "Kyjiw", "Kiew", language=GERMAN)
    added = '\n[[name]]\nforms.de = { preferred = "Kyjiw", deprecated = ["Kiew"] }\n'
    assert text == KYIV + added
    assert norms(text, "de") == {"Kyjiw": "preferred", "Kiew": "deprecated"}
    assert norms(text, "en") == norms(KYIV, "en")
    assert norms(text, "fr") == {}


def test_a_name_that_both_languages_prefer_is_one_name():
    text = deprecate(KYIV, "Kyiv", "Kiew", language=GERMAN)
    assert text == KYIV + 'forms.de = { preferred = "Kyiv", deprecated = ["Kiew"] }\n'


def test_forms_of_a_region_are_those_of_the_language():
    text = admit("", "Kyjiw", "Kiew", language=DecisionLanguage("de-AT", "en"))
    assert 'forms.de-AT = { preferred = "Kyjiw", admitted = ["Kiew"] }' in text
    assert admit(text, "Kyjiw", "Kiew", language=GERMAN) == text


def test_another_script_has_forms_of_its_own():
    text = add_name('[[name]]\nforms.sr = "Кијев"\n', "Kijev", language=DecisionLanguage("sr-Latn", "en"))
    assert 'forms.sr-Latn = "Kijev"' in text


def test_names_are_kept_apart_in_all_languages():
    text = never(KYIV + 'forms.de = "Kyjiw"\n', "Kyjiw", "Kiewer", language=GERMAN)
    assert text == KYIV + 'forms.de = "Kyjiw"\nnot = ["Kiewer"]\n'


def test_a_wrong_form_is_wrong_in_its_language_alone():
    assert deprecating(KYIV, "Kiev") == "Kyiv"
    assert deprecating(KYIV, "Kiev", language=GERMAN) == ""


ENTRY = '# before\n[[name]]  # Ukraine\npreferred = "Kyiv"\n{}# behind\n\n[[name]]\npreferred = "Lviv"\n'
LAYOUTS = {
    "a tag of three letters": (
        'forms.deu = "Kyjiw"\n',
        'forms.deu = { preferred = "Kyjiw", deprecated = ["Kiew"] }\n',
    ),
    "one form": ('forms.de = "Kyjiw"\n', 'forms.de = { preferred = "Kyjiw", deprecated = ["Kiew"] }\n'),
    "one form, and more": (
        'forms.de = "Kyjiw" # c\nforms.fr = "Kyïv"\n',
        'forms.de = { preferred = "Kyjiw", deprecated = ["Kiew"] } # c\nforms.fr = "Kyïv"\n',
    ),
    "braces": (
        'forms = { de = { preferred = "Kyjiw" } } # c\n',
        'forms = { de = { preferred = "Kyjiw", deprecated = ["Kiew"] } } # c\n',
    ),
    "braces, one form": (
        'forms = { fr = "Kyïv", DE = "Kyjiw" } # c\n',
        'forms = { fr = "Kyïv", DE = { preferred = "Kyjiw", deprecated = ["Kiew"] } } # c\n',
    ),
    "braces, a list": (
        'forms.de = { preferred = "Kyjiw", deprecated = ["Kieff"] } # c\n',
        'forms.de = { preferred = "Kyjiw", deprecated = ["Kieff", "Kiew"] } # c\n',
    ),
    "dotted": (
        'forms.de.preferred = "Kyjiw" # c\nkind = "place"\n',
        'forms.de.preferred = "Kyjiw" # c\nkind = "place"\nforms.de.deprecated = ["Kiew"]\n',
    ),
    "a table": (
        '[name.forms.de] # c\npreferred = "Kyjiw" # d\n[name.forms.fr]\npreferred = "Kyïv"\n',
        '[name.forms.de] # c\npreferred = "Kyjiw" # d\ndeprecated = ["Kiew"]\n'
        '[name.forms.fr]\npreferred = "Kyïv"\n',
    ),
    "a table of languages": (
        '[name.forms] # c\nde.preferred = "Kyjiw" # d\nfr = "Kyïv"\n',
        '[name.forms] # c\nde.preferred = "Kyjiw" # d\nfr = "Kyïv"\nde.deprecated = ["Kiew"]\n',
    ),
}


@pytest.mark.parametrize(("written", "then"), LAYOUTS.values(), ids=LAYOUTS.keys())
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_layout_of_the_forms_is_kept(written, then, end):
    text = ENTRY.format(written).replace("\n", end)
    changed = deprecate(text, "Kyjiw", "Kiew", language=GERMAN)
    assert changed == ENTRY.format(then).replace("\n", end)


NEW = {
    "no forms": ("", 'forms.es = { preferred = "Kyiv", deprecated = ["Kiev"] }\n'),
    "dotted": ('forms.de = "Kyjiw"\n', 'forms.es = { preferred = "Kyiv", deprecated = ["Kiev"] }\n'),
    "braces": ('forms = { de = "Kyjiw" }\n', 'es = { preferred = "Kyiv", deprecated = ["Kiev"] } }\n'),
    "tables": ('[name.forms]\nde = "Kyjiw"\n', 'es = { preferred = "Kyiv", deprecated = ["Kiev"] }\n'),
    "a table each": ('[name.forms.de]\npreferred = "Kyjiw"\n', 'forms.es = { preferred = "Kyiv",'),
}


@pytest.mark.parametrize(("written", "added"), NEW.values(), ids=NEW.keys())
def test_another_language_is_added_to_the_forms(written, added):
    text = ENTRY.format(written)
    changed = deprecate(text, "Kyiv", "Kiev", language=DecisionLanguage("es", "en"))
    assert added in changed
    assert norms(changed, "es")["Kiev"] == "deprecated"
    for tag in ("en", "de"):
        assert norms(changed, tag) == norms(text, tag)


FORMS = st.sampled_from(["A", "B", "C d", "É"])
# Without sr: its forms are in other letters than those of sr-Latn, and never the same.
TAGS = st.sampled_from(["", "en", "de", "fr", "sr-Latn", "und"])
EDITS = {"admit": admit, "deprecate": deprecate}


@given(
    st.lists(st.tuples(st.sampled_from(sorted(EDITS)), FORMS, FORMS, TAGS), max_size=5),
    st.tuples(FORMS, FORMS, TAGS),
    st.sampled_from(["en", "de", "und"]),
)
def test_a_decision_holds_in_its_language_and_changes_no_other(earlier, decision, project):
    text = ""
    for name, form, other, tag in earlier:
        try:
            text = EDITS[name](text, form, other, language=DecisionLanguage(tag, project))
        except TermbaseError:
            continue  # the file says otherwise; that it is then refused has its own test
    form, other, tag = decision
    try:
        new = deprecate(text, form, other, language=DecisionLanguage(tag, project))
    except TermbaseError:
        return
    draft = tag if tag not in ("", "und") else project
    assert norms(new, draft, project)[other] == TermStatus.DEPRECATED
    for strange in {"pl", "de", "fr", "en"} - {draft.partition("-")[0]}:
        if project not in ("und", draft):
            assert norms(new, strange, project) == norms(text, strange, project)
