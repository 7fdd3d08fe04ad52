"""Files of our own: compiled indexes, outcomes of checks, and where they lie."""
