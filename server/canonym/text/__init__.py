"""Floor 0: knows only characters, lines, markup, tokens and sentences."""
