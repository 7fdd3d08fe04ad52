"""Floor 5: the language server; the only package that imports pygls and lsprotocol."""
