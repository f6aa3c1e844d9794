"""What a plan gave up is said, mobility too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.equipment import NOTHING
from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.relaxation import Relaxation, Relaxed, in_phase
from runtall.domain.request import Access
from runtall.exporters.given_up import given_up
from runtall.progression.dose import prescribe
from tests.problems import problem
from tests.rules.by_hand import plan_of

DAYS = "easy workout rest easy rest long rest"
SETS = {SessionKind.D1: [2, 2, 1, 1, 1]}


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(40, []), (25, []), (20, ["week 1: no mobility, as days are short of time"])],
)
def test_mobility_that_has_no_time_is_told(minutes: int, said: list[str]) -> None:
    """The only free day with an easy run has the session."""
    week = (Access(minutes=minutes), *[Access(free=False)] * 6)
    asked = problem(DAYS, weeks=6, phases=(2, 1), mobility_per_week=1, access=6 * week)
    plan = prescribe(asked, plan_of(asked, {1: SETS}))
    assert list(given_up(asked, plan)) == said


def test_mobility_that_days_off_take_is_told() -> None:
    """One of three easy runs lies on a free day, each week; who asks for one has it."""
    week = [Access(free=place < 2) for place in range(7)]
    for times, said in (
        (2, ["weeks 1-6: mobility once instead of twice, as days are off"]),
        (1, []),
    ):
        asked = problem(
            DAYS, weeks=6, phases=(2, 1), mobility_per_week=times, access=tuple(6 * week)
        )
        every = {number: SETS for number in range(1, 7)}
        plan = replace(prescribe(asked, plan_of(asked, every)), mobility=tuple(range(0, 42, 7)))
        assert [line for line in given_up(asked, plan) if "mobility" in line] == said


def test_what_is_given_up_is_told_by_its_first_week() -> None:
    week = (Access(minutes=20), *[Access(free=False)] * 6)
    asked = problem(DAYS, weeks=6, phases=(2, 1), mobility_per_week=1, access=6 * week)
    plan = prescribe(asked, plan_of(asked, {2: SETS}))
    told = list(given_up(asked, replace(plan, relaxed=(Relaxed(3, Relaxation.SKIP),))))
    assert [line.partition(":")[0] for line in told] == ["week 2", "week 3"]


def test_no_taper_gives_up_a_full_session() -> None:
    assert in_phase(Relaxation.LONG_RUN_EVE, Phase.TAPER).endswith("in place of a light one")
    assert in_phase(Relaxation.LONG_RUN_EVE, Phase.PEAK).endswith("in place of a full one")


def test_a_pattern_that_a_trip_has_nothing_for_is_told() -> None:
    bands = replace(NOTHING, bands=True)
    access = tuple(Access(equipment=bands if day // 7 in {1, 2} else None) for day in range(42))
    athlete = Athlete(painful=frozenset({"push_up"}))
    away = problem(weeks=6, phases=(2, 1), access=access, athlete=athlete)
    pulls = {SessionKind.D1: [2, 0, 1, 1, 1], SessionKind.D2: [0, 0, 2, 1, 1]}
    plan = prescribe(away, plan_of(away, {1: pulls, 2: pulls, 3: pulls}))
    told = "weeks 2-3: no push exercise, as nothing at hand there does for one"
    assert told in list(given_up(away, plan))
