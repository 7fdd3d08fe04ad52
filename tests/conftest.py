"""Settings of all tests."""

from hypothesis import settings

# A law holds or not; how long one example takes on a busy machine says nothing of it.
settings.register_profile("canonym", deadline=None)
settings.load_profile("canonym")
