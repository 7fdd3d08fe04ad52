"""Globs over names with separators, without the file system.

``*``, ``?`` and ``[…]`` (a class of characters) stay between two separators. ``**`` crosses separators; with
a separator after it, it may also match nothing.

The regular expression of a pattern takes the first match of the text between two stars and never goes back.
This is safe: if the rest does not match after the first one, it does not match after a later one. So
thousands of stars take no longer than as many other characters (cf. ``fnmatch.translate``).
"""

import re
from functools import lru_cache


def matches_path(path: str, pattern: str) -> bool:
    """Return whether ``pattern`` matches ``path``, by the rules of ``.gitignore``.

    A pattern without ``/`` matches at any depth. A pattern that names a folder matches everything in it.

    Args:
        path: A path with slashes of either kind.
        pattern: A glob with ``/``.
    """
    bare = pattern.removeprefix("./").strip("/")
    if "/" not in pattern.rstrip("/"):
        bare = f"**/{bare}"
    path = path.replace("\\", "/").removeprefix("./")
    return bool(_compiled(bare, "/").match(path) or _compiled(f"{bare}/**", "/").match(path))


def literal(path: str) -> str:
    """Return the pattern of ``matches_path`` that matches only the document at ``path``."""
    escaped = re.sub(r"[*?\[]", lambda special: f"[{special[0]}]", path.replace("\\", "/"))
    return escaped if "/" in escaped else f"/{escaped}"


def matches_key(key: str, pattern: str) -> bool:
    """Return whether ``pattern`` matches a whole dotted path of keys."""
    return bool(_compiled(pattern, ".").match(key))


# Brings .1 % of a keystroke; a document of values asks for each of its keys. It is bounded: the oldest
# answer goes.
@lru_cache(maxsize=256)
def _compiled(pattern: str, separator: str) -> re.Pattern[str]:
    return compiled(_pieces(pattern, separator), separator)


Piece = tuple[str, list[str]]
"""What a ``**`` crosses, and the texts between the single stars that follow it, as regular expressions."""


def compiled(pieces: list[Piece], separator: str) -> re.Pattern[str]:
    """Return the regular expression of a glob that was split at its stars.

    Args:
        pieces: They match a separator only where one is written; the length of each text is fixed.
        separator: What a single star does not match.
    """
    between = f"[^{re.escape(separator)}]*"
    *before, last = pieces
    parts = []
    for crossing, (first, *others) in before:
        stars = "".join(f"(?>{between}?{one})" for one in others)
        parts.append(f"(?>{crossing}{first}{stars})")
    crossing, (first, *others) = last
    stars = "".join(f"(?>{between}?{one})" for one in others[:-1])
    end = f"{between}{others[-1]}" if others else ""
    return re.compile(f"{''.join(parts)}{crossing}{first}{stars}{end}" + r"\Z", re.DOTALL)


def _pieces(pattern: str, separator: str) -> list[Piece]:
    """Split ``pattern`` at each ``**``. Return what that crosses, and the texts between the single stars."""
    mark = re.escape(separator)
    pieces: list[Piece] = [("", [""])]
    before = separator
    for sign in re.findall(rf"\*\*{mark}|\*\*|\*|\?|\[!?[^\]]+\]|.", pattern, re.DOTALL):
        if sign.startswith("**"):
            whole = sign != "**" and before.endswith(separator)
            pieces.append((f"(?:.*?{mark})??", [""]) if whole else (".*?", ["" if sign == "**" else mark]))
        elif sign == "*":
            pieces[-1][1].append("")
        else:
            pieces[-1][1][-1] += _sign_regex(sign, mark)
        before = sign
    return pieces


def _sign_regex(sign: str, mark: str) -> str:
    if sign == "?":
        return f"[^{mark}]"
    return f"(?!{mark}){_character_class(sign[1:-1])}" if len(sign) > 1 else re.escape(sign)


def _character_class(members: str) -> str:
    negated = members.startswith("!")
    parts = []
    for part in re.findall(r".-.|.", members.removeprefix("!"), re.DOTALL):
        if len(part) == 1:
            parts.append(re.escape(part))
        elif part[0] <= part[2]:
            parts.append(f"{re.escape(part[0])}-{re.escape(part[2])}")
    if not parts:
        return "." if negated else "(?!)"
    return f"[{'^' if negated else ''}{''.join(parts)}]"
