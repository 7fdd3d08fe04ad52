"""The index of a termbase: compiled to a file, read from it, and laid over by what people decide."""
