"""The parts of ``canonym learn``."""
