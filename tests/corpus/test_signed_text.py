"""What the signature of an article tells of a word, beside what a check reads of its text."""

from canonym.corpus.related.signed_text import signed_text
from canonym.index.termbase_index import Index
from canonym.matching.draft import parse_draft
from canonym.matching.parallel_slots import find_slots
from canonym.stories.signature import story
from english import parse_document
from marking import learned

OTHERS = (
    "The commander Ahmad Shah Massoud held the valley of Panjshir against the army for years.",
    "In the valley of Panjshir a tomb was built for Ahmad Shah Massoud by the army.",
)
ARTICLE = (
    "The weather was fine. The commander Ahmad Chah Massoud held the valley of Panjshir against the army."
)


def test_a_word_fills_the_same_places_of_parallel_sentences_as_in_a_draft(tmp_path):
    index = Index.build(learned(tmp_path, *OTHERS, ARTICLE))
    others = Index.build(learned(tmp_path, *OTHERS))
    document = parse_document("", ARTICLE)
    text = signed_text(index.word("chah"), story(document), index)
    assert text.keys == parse_draft(document).keys
    slots = find_slots(text, others, ("Chah",))
    assert slots == find_slots(parse_draft(document), others, ("Chah",))
    assert [name for _, name in slots] == ["shah"]


def test_it_stands_beside_what_names_have_beside_it(tmp_path):
    index = Index.build(learned(tmp_path, ARTICLE))
    text = signed_text(index.word("chah"), story(parse_document("", ARTICLE)), index)
    spots = text.words["Chah"].spots
    assert [(spot.sentence, spot.left, spot.right) for spot in spots] == [(1, ("ahmad",), ("massoud",))]
    assert text.where == {"Chah": (1,)}
