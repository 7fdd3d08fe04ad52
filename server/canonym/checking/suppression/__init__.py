"""Suppressions: how directives are parsed, applied and written."""
