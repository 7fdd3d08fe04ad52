"""What editors show of a name: cards, symbols, completions, places."""
