"""Edits of ``termbase.toml`` and of other TOML files that keep everything else unchanged."""
