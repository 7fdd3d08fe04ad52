"""What people decided is found inside writing that joins words, and never inside another name."""

import pytest

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check
from canonym.checking.fixes.apply_fixes import apply, select
from canonym.checking.fixes.write_replacement import written
from canonym.index.termbase_index import Index
from canonym.languages import parse_in_language
from canonym.termbase.authored import parse
from canonym.termbase.termbase import Termbase
from marking import marked, plain

ENTRY = '[[name]]\npreferred = "{}"\ndeprecated = ["{}"]\n'
DECIDED = {
    "zh": ENTRY.format("特朗普", "川普") + '[[name]]\npreferred = "川普大厦"\n',
    "ja": ENTRY.format("キーウ", "キエフ") + '[[name]]\npreferred = "キエフ音楽院"\n',
    "ko": ENTRY.format("키이우", "키예프"),
    "ar": ENTRY.format("نتنياهو", "ناتانياهو") + ENTRY.format("كييڤ", "كييف"),
    "he": ENTRY.format("קייב", "קיוב"),
    "tr": ENTRY.format("İstanbul", "Stamboul"),
    "de": ENTRY.format("München", "Muenchen"),
    "vi": ENTRY.format("Kyiv", "Kiev"),
}


def findings(tag, text):
    index = Index.build(Termbase(language=tag), parse(DECIDED[tag], "termbase.toml"))
    document = parse_in_language("a.md", f"---\nlang: {tag}\n---\n{text}\n")
    return document, check(document, index, Settings())


@pytest.mark.parametrize(
    ("tag", "draft"),
    [
        ("zh", "他住在川普大厦里。"),  # part of another name of the termbase
        ("ja", "彼はキエフ音楽院で学んだ。"),
        ("ja", "スキエフスキさんが来た。"),  # in the middle of a word
        ("ar", "تعطل جهاز تكييف الهواء."),  # no word is joined so: it is another word
        ("ko", "신키예프스키는 갔다."),
    ],
)
def test_what_is_part_of_another_word_is_left_alone(tag, draft):
    assert findings(tag, draft)[1] == ()


@pytest.mark.parametrize(
    ("tag", "draft"),
    [
        ("zh", "美国总统[川普]{deprecated-term ->! 特朗普}说，他会来。"),
        ("ja", "首都[キエフ]{deprecated-term ->! キーウ}で停電が続いている。"),
        ("ko", "그는 [키예프]{deprecated-term ->! 키이우}에서 왔다."),
        ("ko", "그는 [키예프]{deprecated-term ->! 키이우}에서는 말했다."),
        ("ar", "قال بايدن و[ناتانياهو]{deprecated-term ->! نتنياهو} ذلك."),
        ("he", "הוא נולד ב[קיוב]{deprecated-term ->! קייב} לפני שנים."),
        ("tr", "Dün [Stamboul]{deprecated-term -> İstanbul}'da yağmur yağdı."),
        ("de", "Die Straßen [Muenchen]{deprecated-term -> München}s sind leer."),
        ("vi", "Theo [Kiev]{deprecated-term ->! Kyiv}, chiến tranh vẫn tiếp diễn."),
    ],
)
def test_a_decided_form_is_found_in_what_is_written_as_one(tag, draft):
    document, found = findings(tag, plain(draft))
    assert marked(document.text, found) == f"---\nlang: {tag}\n---\n{draft}\n"


def test_what_is_joined_stays_when_a_form_is_replaced():
    document, found = findings("ar", "قال بايدن وناتانياهو ذلك.")
    edits = written(document, select(found, unsafe=True)).edits
    assert apply(document.text, edits).endswith("قال بايدن ونتنياهو ذلك.\n")
