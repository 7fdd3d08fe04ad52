"""Checks of open and closed drafts, and how their findings are shown."""
