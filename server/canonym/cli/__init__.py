"""Roof: the command line, one file a subcommand."""
