"""The card of a name tells its probable forms in other languages, and why they are probable."""

from canonym.lsp.names.name_card import card
from canonym.lsp.names.text_for_people import Prose
from canonym.project.project import Project
from canonym.termbase.concept import Concept, Kind, Link, Term


def test_the_card_of_a_linked_name(tmp_path):
    links = (Link("ru", "Масуд", 98, 3, True, "ru/1.txt"), Link("de", "Massud", 99, 1, False, "a.txt"))
    concept = Concept("massoud", Kind.PERSON, (Term("Massoud"),), links=links)
    project = Project.find(tmp_path, isolated=True)
    written = card("Massoud", concept, None, project, Prose(markdown=False))
    assert written.splitlines()[-3:] == [
        "Probably ru: Масуд (98 % alike, in translations, 3 times)",
        "",
        "Probably de: Massud (99 % alike, in related articles)",
    ]
