"""Roof: one file a subcommand."""
