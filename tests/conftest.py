"""Settings of all tests, and a user for those that leave something in the user's directories."""

from pathlib import Path

import pytest
from hypothesis import settings

# A law holds or not; how long one example takes on a busy machine says nothing of it.
settings.register_profile("canonym", deadline=None)
settings.load_profile("canonym")


@pytest.fixture
def user_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where caches of a user lie who has none yet; the directory is not there."""
    path = tmp_path / "home"
    monkeypatch.delenv("CANONYM_INDEX", raising=False)
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(path))
    return path
