"""A name in the shape in which another one stands: capitals, spaces."""


def in_shape_of(model: str, name: str) -> str:
    """Return ``name`` in capitals if ``model`` is, else as it is."""
    letters = [char for char in model if char.isalpha()]
    shouted = len(letters) > 1 and all(char == char.upper() != char.lower() for char in letters)
    cased = any(char.islower() for char in name)
    return name.upper() if shouted and cased else name
