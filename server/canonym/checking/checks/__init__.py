"""The checks, one a file. The name of the file, the rule id and the documentation belong together."""
