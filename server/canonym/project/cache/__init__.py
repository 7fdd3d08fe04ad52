"""The cache: compiled indexes, outcomes of checks, and the folders that hold them."""
