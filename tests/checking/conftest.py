"""What the tests of the checks share."""

import pytest
from newsroom import ARTICLES

from canonym.index.termbase_index import Index
from marking import corpus


@pytest.fixture(scope="session")
def index(tmp_path_factory) -> Index:
    """The termbase learned from the newsroom's articles."""
    return corpus(tmp_path_factory.mktemp("corpus"), *ARTICLES)
