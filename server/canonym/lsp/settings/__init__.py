"""The settings of the editor."""
