"""What a plan gave up is said, mobility too."""

from __future__ import annotations

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.relaxation import Relaxation, in_phase
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


def test_no_taper_gives_up_a_full_session() -> None:
    assert in_phase(Relaxation.LONG_RUN_EVE, Phase.TAPER).endswith("in place of a light one")
    assert in_phase(Relaxation.LONG_RUN_EVE, Phase.PEAK).endswith("in place of a full one")
