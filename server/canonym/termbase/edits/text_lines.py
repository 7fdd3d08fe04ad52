"""The lines of a text, by offsets of code points."""


def line_end(text: str) -> str:
    """Return the line end that most lines of ``text`` have."""
    return "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"


def start_of_line(text: str, offset: int) -> int:
    """Return where the line of ``offset`` starts."""
    return text.rfind("\n", 0, offset) + 1


def end_of_line(text: str, offset: int) -> int:
    """Return where the line of ``offset`` ends, before its line end."""
    end = text.find("\n", offset)
    if end < 0:
        return len(text)
    return end - 1 if text[end - 1] == "\r" and end > offset else end


def next_line(text: str, offset: int) -> int:
    """Return where the line after that of ``offset`` starts."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def indent(text: str, offset: int) -> str:
    """Return the spaces and tabs before the first word of the line of ``offset``."""
    start = start_of_line(text, offset)
    line = text[start:]
    return line[: len(line) - len(line.lstrip(" \t"))]
