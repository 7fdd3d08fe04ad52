"""Words that a script writes as one, and how they are parted."""
