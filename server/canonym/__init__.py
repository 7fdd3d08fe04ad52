"""Canonym: a consistency checker for names and terms in translated and transliterated text."""

__version__ = "0.1.0"
