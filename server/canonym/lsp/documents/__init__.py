"""Documents as the editor has them: texts, positions, languages, URIs."""
