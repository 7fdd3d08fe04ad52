"""The parts of ``canonym check``."""
