"""Text for people in Markdown or plain text, as the editor can show it."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


class Prose:
    """Writes text.

    Args:
        markdown: Whether the editor shows Markdown.
    """

    def __init__(self, *, markdown: bool) -> None:
        self.markdown = markdown

    def plain(self, text: str) -> str:
        """Return ``text`` without any markup."""
        return _SPECIAL.sub(r"\\\1", text) if self.markdown else text

    def strong(self, text: str) -> str:
        """Return ``text`` in strong type."""
        return f"**{self.plain(text)}**" if self.markdown and text.strip() else text

    def emphasis(self, text: str) -> str:
        """Return ``text`` with emphasis."""
        return f"*{self.plain(text)}*" if self.markdown and text.strip() else f"“{text}”"

    def item(self, text: str) -> str:
        """Return ``text`` as a list item."""
        return f"- {self.plain(text)}"

    def link(self, text: str, address: str) -> str:
        """Return a link; only the text if there is no address or no markup."""
        return f"[{self.plain(text)}]({address})" if self.markdown and address else self.plain(text)

    def quote(self, text: str, source: str) -> str:
        """Return a quotation with its source, which is already written."""
        line = self.plain(" ".join(text.split()))
        return f"> {line}  \n> {source}" if self.markdown else f"“{line}” ({source})"
