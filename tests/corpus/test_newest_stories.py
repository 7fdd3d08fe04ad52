"""Where only so many stories may be kept, the newest are."""

import pytest

from canonym.corpus.kept_stories.newest_stories import newest
from canonym.termbase.termbase import Story


@pytest.mark.parametrize(
    ("paths", "most", "kept"),
    [
        (["a.txt", "b.txt"], 2, ["a.txt", "b.txt"]),
        (["a.txt", "b.txt", "c.txt"], 2, ["b.txt", "c.txt"]),
        (["2025/01/31-a.txt", "2024/12/01-b.txt", "z.txt"], 1, ["2025/01/31-a.txt"]),
        (
            ["x-20250131.txt", "y-2025-02-01.txt", "z-2024_01_01.txt"],
            2,
            ["x-20250131.txt", "y-2025-02-01.txt"],
        ),
        (["wire-20259931.txt", "2023-05-05.txt"], 1, ["2023-05-05.txt"]),
    ],
)
def test_the_newest_are_kept_in_the_order_of_their_paths(paths, most, kept):
    stories = tuple(Story(path, ()) for path in sorted(paths))
    assert [s.path for s in newest(stories, most)] == sorted(kept)
