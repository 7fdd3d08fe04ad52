"""Names are learned and other spellings found where no capital shows a name."""

import pytest

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check
from canonym.corpus.learning import learn
from canonym.index.termbase_index import Index
from canonym.languages import Stated, parse_in_language
from marking import marked, plain, write_corpus

KOREAN = (
    "르비우에 새 병원이 문을 열었다. 병원장은 안드리 코발렌코다. 코발렌코는 기부자들에게 감사했다.",
    "안드리 코발렌코는 르비우에서 태어났다. 아버지도 의사였다. 코발렌코의 어머니는 교사였다.",
    "서울에서 보낸 구급차가 르비우에 도착했다. 안드리 코발렌코가 직접 받았다. 운전사는 사흘을 달렸다.",
    "박민서 기자가 르비우를 찾았다. 거리는 조용했다. 안드리 코발렌코를 병원에서 만났다.",
)
ARABIC = (
    "كتب فولوديمير كوفالينكو كتابًا عن البحر الأسود. ترجمه أحمد إلى العربية. صدر الكتاب في بيروت.",
    "زار فولوديمير كوفالينكو مدينة عمّان. التقى رجال الأعمال. تحدث فولوديمير كوفالينكو عن القمح.",
    "يصل القمح إلى العقبة بعد أسبوع. هكذا وعد فولوديمير كوفالينكو. تراجعت الأسعار قليلًا.",
)
JAPANESE = (
    "オレフ・コワレンコ氏はキーウの生まれだ。大学で橋の設計を学んだ。コワレンコ氏は市民に節電を呼びかけた。冬は近い。",
    "地下鉄は動いている。駅には人が集まる。コワレンコ氏も毎朝地下鉄に乗る。キーウの朝は静かだ。",
    "日本の技師がキーウを訪れた。水道を調べるためだ。コワレンコ氏が案内した。報告書は春に出る。",
)
CORPORA = {"ko": KOREAN, "ar": ARABIC, "ja": JAPANESE}


@pytest.fixture(scope="module")
def indexes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpora")
    return {tag: Index.build(learn(write_corpus(folder / tag, some))) for tag, some in CORPORA.items()}


@pytest.mark.parametrize(
    ("tag", "draft"),
    [
        (
            "ko",
            "박민서는 코발렌코에게 길을 물었고, 코발렌코와 함께 르비우로 떠났다. 르비우에서는 기다렸다.",
        ),
        ("ar", "تحدث الوزير مع فولوديمير، وفولوديمير كوفالينكو لا يعرف المدينة، ولكوفالينكو رأي آخر."),
        ("ja", "キーウではコワレンコ氏を迎えた。地方を回っていた同氏は、列車でキーウへ戻ったばかりだ。"),
    ],
)
def test_right_names_with_what_is_joined_to_them_are_left_alone(indexes, tag, draft):
    assert findings(indexes, tag, draft) == draft


@pytest.mark.parametrize(
    ("tag", "draft"),
    [
        ("ko", "[코발랜코]{variant-name -> 코발렌코}는 어제 르비우에 왔다. 병원에서 의사로 일한다."),
        ("ar", "وصل [فلوديمير]{variant-name -> فولوديمير} كوفالينكو صباح اليوم."),
        ("ar", "وصل و[فلوديمير]{variant-name -> فولوديمير} كوفالينكو صباح اليوم."),
        ("ja", "市長のオレフ・[コバレンコ]{variant-name -> コワレンコ}氏はキーウの橋を見た。"),
    ],
)
def test_another_spelling_is_found_without_what_is_joined_to_it(indexes, tag, draft):
    assert findings(indexes, tag, draft) == draft


def findings(indexes, tag, draft):
    document = parse_in_language("draft.txt", plain(draft), stated=Stated(option=tag))
    return marked(document.text, check(document, indexes[tag], Settings())).replace("->!", "->")
