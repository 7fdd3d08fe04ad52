"""The index of a termbase: compiled to a file, read from the file, with people's decisions as an overlay."""
