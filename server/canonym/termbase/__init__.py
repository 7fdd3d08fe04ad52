"""Floor 1: the TBX model of concepts and terms, and its learned and authored formats."""
