"""Globs over names with separators, without the file system.

``*`` and ``?`` stay between two separators, ``**`` crosses them, ``[…]`` is a class of characters.
"""

import re
from functools import lru_cache


def matches_path(path: str, pattern: str) -> bool:
    """Tell whether ``path`` is one that ``pattern`` means, in the way of ``.gitignore``.

    A pattern without ``/`` holds at any depth; one that names a folder holds for all that lies in it.

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
    """Return the pattern of ``matches_path`` that means the document at ``path`` and no other."""
    escaped = re.sub(r"[*?\[]", lambda special: f"[{special[0]}]", path.replace("\\", "/"))
    return escaped if "/" in escaped else f"/{escaped}"


def matches_key(key: str, pattern: str) -> bool:
    """Tell whether a dotted path of keys is one that ``pattern`` means, from its first key to its last."""
    return bool(_compiled(pattern, ".").match(key))


@lru_cache(maxsize=256)
def _compiled(pattern: str, separator: str) -> re.Pattern[str]:
    between = f"[^{re.escape(separator)}]"
    tokens = {
        f"**{separator}": f"(?:.*{re.escape(separator)})?",
        "**": ".*",
        "*": f"{between}*",
        "?": between,
    }
    parts = []
    for token in re.findall(rf"\*\*{re.escape(separator)}|\*\*|\*|\?|\[!?[^\]]+\]|.", pattern, re.DOTALL):
        if token in tokens:
            parts.append(tokens[token])
        elif len(token) > 1:
            parts.append(_character_class(token[1:-1]))
        else:
            parts.append(re.escape(token))
    return re.compile("".join(parts) + r"\Z", re.DOTALL)


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
