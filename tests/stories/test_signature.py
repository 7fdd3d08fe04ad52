"""The signature of an article: what of it a check may know, and what it may not."""

from canonym.stories.signature import MAX_KEYS, MAX_SENTENCES, story, word_key
from english import parse_document


def signature(text: str) -> tuple[tuple[int, ...], ...]:
    return story(parse_document("a.txt", text)).sentences


def test_the_words_of_no_story_leave_no_key():
    assert signature("It was there, and they were not.") == ()


def test_inflections_of_an_ordinary_word_fall_together_and_names_stay_apart():
    assert word_key("fighters", "en") == word_key("fighter", "en")
    assert word_key("Massouds", "en") != word_key("Massoud", "en")
    assert word_key("Massoud", "en") % 2 == 0


def test_a_name_is_marked_and_a_word_at_the_start_of_a_sentence_is_not():
    ((first, second, name, last),) = signature("Harvest pleased Massoud greatly.")
    assert [first, second, last] == [
        word_key("Harvest", "en"),
        word_key("pleased", "en"),
        word_key("greatly", "en"),
    ]
    assert name == word_key("Massoud", "en") | 1


def test_accents_and_function_words_make_no_other_sentence():
    assert signature("The harvest pleased Lévy greatly.") == signature("Harvest had pleased Levy greatly.")


def test_the_signature_of_a_long_article_is_bounded_and_the_news_comes_first():
    text = " ".join(f"The harvest of village {n} pleased the mayor." for n in range(3 * MAX_SENTENCES))
    assert len(signature(text)) == MAX_SENTENCES
    assert signature(text) == signature(text.split(f" The harvest of village {MAX_SENTENCES} ")[0])
    (keys,) = signature("harvest " * (3 * MAX_KEYS) + "village")
    assert len(keys) == MAX_KEYS
