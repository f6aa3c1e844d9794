"""The hour that the clocks skip: nothing starts in it."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtall.domain.clock import existing, skips

SPRING = date(2027, 3, 28)
# Clocks there go forward at midnight.
CAIRO = date(2027, 4, 30)


@pytest.mark.parametrize(
    ("day", "zone", "at", "real"),
    [
        (SPRING, "Europe/London", time(0, 59), time(0, 59)),
        (SPRING, "Europe/London", time(1), time(2)),
        (SPRING, "Europe/London", time(1, 59), time(2, 59)),
        (SPRING, "Europe/London", time(2), time(2)),
        (date(2027, 10, 31), "Europe/London", time(1, 30), time(1, 30)),  # it is there twice
        (SPRING, "Asia/Kolkata", time(1, 30), time(1, 30)),
        (CAIRO, "Africa/Cairo", time(0, 15), time(1, 15)),
        (date(2011, 12, 30), "Pacific/Apia", time(6), time(6)),  # a whole day was skipped
    ],
)
def test_a_time_that_exists(day: date, zone: str, at: time, real: time) -> None:
    assert existing(day, at, zone) == real


@given(
    st.dates(date(2025, 1, 1), date(2030, 12, 31)),
    st.times(),
    st.sampled_from(["Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo"]),
)
def test_what_exists_stays_and_only_skipped_times_move(day: date, at: time, zone: str) -> None:
    real = existing(day, at, zone)
    assert existing(day, real, zone) == real
    if real != at:
        assert skips(day, zone)


def test_days_on_which_the_clocks_go_forward() -> None:
    days = [
        date.fromordinal(day)
        for day in range(date(2027, 1, 1).toordinal(), date(2028, 1, 1).toordinal())
    ]
    assert [day for day in days if skips(day, "Europe/London")] == [SPRING]
