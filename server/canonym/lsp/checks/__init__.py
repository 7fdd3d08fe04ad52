"""Checks open and closed drafts, and shows their findings."""
