"""Documents of the editor: texts, positions, languages, URIs."""
