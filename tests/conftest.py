"""Settings of all tests."""

from __future__ import annotations

from datetime import date

from hypothesis import settings

from runtall.domain import clock

# A busy machine is no fault of a test: benchmarks measure time, tests don't.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
# No race of a test is ever past. Processes of their own: see `tests.cli.run.COMMAND`.
TODAY = date(2026, 11, 1)
clock.today = lambda: TODAY
