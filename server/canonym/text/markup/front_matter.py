"""The metadata block at the top of a text, by the rules of static site generators."""

import re

from canonym.text.span import Span

_FRONT_MATTER = (
    r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*(?>\r\n|\n|\r)"
    r"(?:(?!(?P=fence)[ \t]*[\r\n])[^\r\n]*(?>\r\n|\n|\r))*?"
    r"(?:(?P=fence)|\.\.\.)[ \t]*(?=[\r\n]|\Z)"
)
_KEY = r"[\r\n][ \t]*[\"']?[\w.-]+[\"']?[ \t]*[:=]|[\r\n][ \t]*(?:#|\[)|\A\S+\s+\S+\s*\Z"


def find_front_matter(text: str) -> Span | None:
    """Return the front matter of ``text`` with its fences: YAML between ``---`` or TOML between ``+++``.

    It must hold a key. Two thematic breaks with prose between them are no front matter.
    """
    if not text.startswith(("---", "+++", "\ufeff---", "\ufeff+++")):
        return None
    found = re.match(_FRONT_MATTER, text)
    if found is None or not re.search(_KEY, found[0]):
        return None
    return Span(found.start(), found.end())
