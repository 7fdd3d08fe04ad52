"""The patterns of ``.gitignore`` with git's meaning (cf. gitignore(5)).

Each becomes a regular expression whose time grows with the length of a path, however many stars it has. Two
things differ from git: ``?`` and classes match a character, not a byte, and case always matters.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from canonym.text.glob import Piece, compiled
from canonym.text.values import NamedTuple

_SHOWN = re.compile(r"(?:\\.|[^\\ ]| +(?! |\Z)|\\\Z)*", re.DOTALL)
"""A line without its final spaces, unless a backslash protects them."""
_MAGIC = re.compile(r"[*?\[\\]")
_SIGN = re.compile(r"((?<![^/])\*{2,}(?:/|(?=\\/)|\Z))|\*+|\?|\[|\\?.", re.DOTALL)
_MEMBER = re.compile(r"\[:([^\]]{0,20}):\]|(\\.|[^\\])(?:-(\\.|[^\]\\]))?", re.DOTALL)
_NEVER = "(?!)"
_CLASSES = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "blank": r" \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r" \t\n\r",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}


class Pattern(NamedTuple):
    """One line of a ``.gitignore``.

    Attributes:
        ignores: Whether it ignores its matches; a pattern with ``!`` includes them again.
        only_directories: Whether it matches only directories, because it ends with ``/``.
        any_depth: Whether it matches a name at any depth; a pattern with another ``/`` matches a path.
        glob: The rest of it.
        regex: Its regular expression; None for a glob without wildcards, which is compared literally.
    """

    ignores: bool
    only_directories: bool
    any_depth: bool
    glob: str
    regex: re.Pattern[str] | None

    def matches(self, path: str) -> bool:
        """Return whether it matches ``path`` itself, which ends with ``/`` if it is a directory."""
        bare = path.removesuffix("/")
        if self.only_directories and bare == path:
            return False
        if self.any_depth:
            bare = bare[bare.rfind("/") + 1 :]
        return self.glob == bare if self.regex is None else self.regex.match(bare) is not None


Patterns = tuple[Pattern, ...]


def read_patterns(lines: Iterable[str]) -> Patterns:
    """Return the patterns in ``lines``, the last one first, because the last match decides."""
    read = (_pattern(line.removesuffix("\r")) for line in lines if line and line[0] != "#")
    return tuple(read)[::-1]


def verdict(patterns: Patterns, path: str) -> bool | None:
    """Return whether ``path`` itself is ignored, apart from its directories; None if no pattern matches."""
    for pattern in patterns:
        if pattern.matches(path):
            return pattern.ignores
    return None


def _pattern(line: str) -> Pattern:
    found = _SHOWN.match(line)
    assert found is not None
    glob = found[0].removeprefix("!")
    ignores = glob == found[0]
    only_directories = glob.endswith("/")
    glob = glob.removesuffix("/")
    bare = glob.removeprefix("/")
    regex = _regex(bare) if _MAGIC.search(bare) else None
    return Pattern(ignores, only_directories, "/" not in glob, bare, regex)


# Brings nothing that can be counted with 30 drafts; folders repeat their patterns. It is bounded.
@lru_cache(maxsize=256)
def _regex(glob: str) -> re.Pattern[str]:
    pieces: list[Piece] = [("", [""])]
    at = 0
    while found := _SIGN.match(glob, at):
        sign, at = found[0], found.end()
        if found[1]:
            pieces.append(("(?:.*?/)??" if sign.endswith("/") else ".*?", [""]))
        elif sign.startswith("*"):
            pieces[-1][1].append("")
        elif sign == "[":
            one, at = _class(glob, at)
            pieces[-1][1][-1] += one
        else:
            pieces[-1][1][-1] += _one(sign)
    return compiled(pieces, "/")


def _one(sign: str) -> str:
    if sign == "\\":  # a single backslash at the end matches nothing
        return _NEVER
    return "[^/]" if sign == "?" else re.escape(sign[-1])


def _class(glob: str, at: int) -> tuple[str, int]:
    """Return the character class whose members begin at ``at``, and where it ends."""
    negated = glob[at : at + 1] in ("!", "^")
    at += negated
    members = []
    while found := _MEMBER.match(glob, at):
        name, low, high = found.groups()
        if name is not None:
            members.append(_CLASSES.get(name))
        else:
            # The lower end counts as a member, even if the range is reversed.
            members.append(re.escape(low[-1]))
            if high and low[-1] <= high[-1]:
                members.append(f"{re.escape(low[-1])}-{re.escape(high[-1])}")
        at = found.end()
        if glob[at : at + 1] == "]":
            known = [one for one in members if one is not None]
            whole = f"(?!/)[{'^' if negated else ''}{''.join(known)}]"
            return (whole if len(known) == len(members) else _NEVER), at + 1
    return _NEVER, len(glob)
