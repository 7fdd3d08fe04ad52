"""A server forgets the words that were typed."""

import sys

from newsroom import ARTICLES

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check
from canonym.matching.forget_words import forget_words
from english import parse_document
from marking import corpus


def test_no_word_is_remembered_once_words_are_forgotten(tmp_path):
    index = corpus(tmp_path, *ARTICLES)
    check(parse_document("a.txt", "Ahmad Masoud met anti-Tibetan fighters in Punjir."), index, Settings())
    modules = [module for name, module in sys.modules.items() if name.startswith("canonym.")]
    caches = {
        id(one): one for module in modules for one in vars(module).values() if hasattr(one, "cache_info")
    }
    large = [one for one in caches.values() if (one.cache_parameters()["maxsize"] or 0) > 256]
    assert sum(one.cache_info().currsize for one in large) > 9
    forget_words(index)
    assert {one.__name__: one.cache_info().currsize for one in large} == {one.__name__: 0 for one in large}
