"""How a suggestion becomes an edit of the file: in the style of its place, in its notation, and verified."""
