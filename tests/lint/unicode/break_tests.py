"""Reads Unicode's own tests of boundaries, and says in which of their lines we differ and why."""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from canonym.text.document import JOINER

Parts = Sequence[str]


def lines(path: Path) -> Iterator[Parts]:
    """Yield the segments of each line of a test."""
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.partition("#")[0].split("÷")[1:-1]
        if parts:
            # We part words at our own sign for hidden markup. Unicode takes it as an example of format signs.
            signs = (part.replace("×", " ").split() for part in parts)
            yield ["".join(chr(int(sign, 16)) for sign in some).replace(JOINER, "\u200f") for some in signs]


def hold(
    name: str, reasons: Mapping[str, str], theirs: Callable[[Parts], Parts], ours: Callable[[str], Parts]
) -> int:
    """Print how many lines differ for each reason, and those that differ for none.

    Args:
        name: The file of the test, somewhere below the folder that is the argument of the program.
        reasons: Why we differ, with a pattern of the texts in which we do.
        theirs: Chooses from the segments of a line those that we have, too.
        ours: Parts a text.

    Returns:
        1 if a line differs for no reason, or a reason has no line.
    """
    (path,) = Path(sys.argv[1]).rglob(name)
    every = list(lines(path))
    counts: Counter[str] = Counter()
    unexplained = []
    for segments in every:
        text, expected = "".join(segments), theirs(segments)
        if (found := ours(text)) == expected:
            continue
        reason = next((why for why, pattern in reasons.items() if re.search(pattern, text)), None)
        if reason is None:
            unexplained.append(f"{text!a}: {expected!a} by Unicode, {found!a} by us")
        else:
            counts[reason] += 1
    print(f"{name}: {len(every)} lines, {counts.total()} differ for a reason, {len(unexplained)} for none")
    for reason in reasons:
        print(f"{counts[reason]:5}  {reason}")
    print("\n".join(unexplained))
    return int(bool(unexplained) or len(counts) < len(reasons))
