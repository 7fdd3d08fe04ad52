"""What a hostile world may do, as often as ``make test-hostile COUNT=1000`` says."""

import os

import pytest

FEW = 6
"""How often in `make test`, where each test is to take a few seconds."""


@pytest.fixture
def rounds() -> int:
    """How often a test is to try."""
    return int(os.environ.get("HOSTILE_COUNT") or FEW)
