"""Floor 3b: reads a corpus of published articles and learns a termbase from it."""
