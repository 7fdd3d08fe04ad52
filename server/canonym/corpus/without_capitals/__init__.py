"""What is learned of scripts without capitals before names are counted, and which words are names."""
