"""A library below ours that fails on certain letters, in real processes; what is ours stays as shipped."""

from pathlib import Path

FAILS, ENDS = "Ꭰ", "Ꭱ"
"""Cherokee letters: on the first one unidecode raises, on the second one it ends the process."""
COMPARED = "ostro"
"""On words that begin so jellyfish raises."""

_CODE = f"""\
import os

import jellyfish
import unidecode

unidecode_of, similarity_of = unidecode.unidecode, jellyfish.jaro_winkler_similarity


def broken(text):
    if {ENDS!r} in text:
        os._exit(9)
    if {FAILS!r} in text:
        raise RuntimeError("no such\\nletter")
    return unidecode_of(text)


def compared(one, other):
    if one.startswith({COMPARED!r}):
        raise RuntimeError("no such word")
    return similarity_of(one, other)


unidecode.unidecode, jellyfish.jaro_winkler_similarity = broken, compared
"""


def broken(folder: Path) -> dict[str, str]:
    """Return the environment of processes in which the libraries are broken; ``folder`` is made for it."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(_CODE, "utf-8")
    return {"PYTHONPATH": str(folder)}
