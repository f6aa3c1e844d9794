"""What comes back after a long gap."""

from __future__ import annotations

import pytest

from runtall.progression.coming_back import regained
from runtall.progression.path import State
from tests.problems import problem

ROW = problem(weeks=6, phases=(2, 1)).exercises["seated_cable_row"]


@pytest.mark.parametrize(
    ("state", "had", "then"),
    [
        # The range is 10 to 12: under it reps come back first, one at a time, and then the load.
        (State(5, 8), State(6, 10), State(5, 9)),
        (State(5, 9), State(6, 10), State(5, 10)),
        (State(5, 10), State(6, 10), State(6, 10)),
        (State(5, 12), State(6, 12), State(6, 10)),
        # What stands where it was comes back no more.
        (State(6, 8), State(6, 10), State(6, 8)),
    ],
)
def test_one_thing_comes_back_at_a_time(state: State, had: State, then: State) -> None:
    assert regained(ROW, state, had) == then
