"""Which articles of the corpus tell the story of a draft, and which sentences are parallel."""
