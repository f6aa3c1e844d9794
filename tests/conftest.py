"""Settings of all tests."""

from __future__ import annotations

from hypothesis import settings

# A busy machine is no fault of a test: benchmarks measure time, tests don't.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
