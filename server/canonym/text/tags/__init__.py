"""Tags of languages."""
