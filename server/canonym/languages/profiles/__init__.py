"""One file for each language that more is known of than what Unicode says."""
