"""Doses of easier weeks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.progression.dose import prescribe
from runtall.progression.exposures import exposures
from runtall.progression.reduced_dose import reduced_dose
from tests.problems import problem
from tests.rules.dosed import FINE, decided


@pytest.mark.parametrize(("step_g", "lower"), [(440, 2), (1_000, 1)])
def test_where_a_step_is_worth_no_rep_more_of_them_are_taken(step_g: int, lower: int) -> None:
    """A deload of 10 reps, just taken, with one more in reserve: the range comes first."""
    kit: Equipment = replace(FINE, cable_g=tuple(step_g * n for n in range(1, 51)))
    runner = problem("easy workout easy easy easy long recovery", equipment=kit)
    plan = prescribe(runner, decided(runner))
    found = exposures(runner, plan)["seated_cable_row"]
    deload = next(one for one in found if one.cut and one.kind is SessionKind.D2)
    working = next(level for level in deload.loads if (level.load_g or 0) >= 19_000)
    row = runner.exercises["seated_cable_row"]
    state = reduced_dose(row, working, 10, 2, replace(deload, rir=3), working)
    assert deload.loads[state.level + lower] == working
    assert state.amount >= row.low
