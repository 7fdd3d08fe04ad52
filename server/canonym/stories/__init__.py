"""Finds the articles of the corpus that tell the story of a draft, and the parallel sentences."""
