"""From decided sets to a session that can be done: amounts, effort, minutes and reasons."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from runtall.domain.exercise import LIGHT_KINDS, Exercise, Kind, Measure
from runtall.domain.phase import Phase
from runtall.progression.improvised import improvised
from runtall.progression.mobility import BLOCK_MINUTES, has_mobility_block
from runtall.progression.session_time import minutes, planned_s
from runtall.progression.why_today import why_today

if TYPE_CHECKING:
    from runtall.domain.plan import Entry, Plan, Session
    from runtall.domain.problem import Day, Problem

BASE_RIR = 2
CAREFUL_RIR = 3
LIGHT_RIR = 4
VERY_LIGHT_RIR = 5
EARLY_WEEKS = 3
"""Weeks, and exposures of an exercise, that are learnt with more in reserve (R43)."""
VERY_LIGHT_CARRY_M = 20
GENTLE_PRESS = "db_overhead_press"


@dataclass(slots=True)
class _History:
    """What has been done so far: exposures of each exercise, and sets when last at full."""

    exposures: dict[str, int] = field(default_factory=dict)
    in_kind: dict[tuple[Kind, str], int] = field(default_factory=dict)
    anywhere: dict[str, int] = field(default_factory=dict)

    def method(self, kind: Kind, entry: Entry) -> str:
        """What grew since the last exposure that was no deload."""
        if not self.exposures.get(entry.exercise):
            return "start"
        before = self.in_kind.get((kind, entry.exercise), self.anywhere.get(entry.exercise))
        if before is None or entry.sets == before:
            return "hold"
        if entry.sets < before:
            return "less"
        return "hold" if kind in LIGHT_KINDS else "sets"

    def add(self, kind: Kind, entry: Entry, *, eased: bool) -> None:
        """Remember one exposure."""
        self.exposures[entry.exercise] = self.exposures.get(entry.exercise, 0) + 1
        if not eased:
            self.in_kind[kind, entry.exercise] = entry.sets
            self.anywhere[entry.exercise] = entry.sets


def prescribe(problem: Problem, plan: Plan) -> Plan:
    """Fill in everything that follows from the decided days, exercises and sets.

    Each set starts at the bottom of its exercise's range; loads stay open.

    Parameters
    ----------
    plan
        A decided plan: of its entries only position, exercise and sets are read.

    Returns
    -------
    Plan
        The same decisions, sessions by day.
    """
    history = _History()
    sessions = tuple(
        _session(problem, plan, session, history)
        for session in sorted(plan.sessions, key=lambda session: session.day)
    )
    return replace(plan, sessions=sessions)


def _session(problem: Problem, plan: Plan, session: Session, history: _History) -> Session:
    day = problem.days[session.day]
    entries = tuple(_entry(problem, day, session.kind, entry, history) for entry in session.entries)
    length = minutes(planned_s(entries, problem.exercises))
    if has_mobility_block(day.phase, session.kind):
        length += BLOCK_MINUTES
    for entry in entries:
        history.add(session.kind, entry, eased=problem.week(day.week).eased)
    return replace(
        session,
        entries=entries,
        option=day.option,
        run=day.run_words,
        minutes=length,
        start=day.start,
        note=why_today(problem, plan, session.day),
    )


def _entry(problem: Problem, day: Day, kind: Kind, entry: Entry, history: _History) -> Entry:
    exercise = problem.exercises[entry.exercise]
    amount = _amount(exercise, kind)
    return replace(
        entry,
        reps=amount if exercise.measure is Measure.REPS else None,
        distance_m=amount if exercise.measure is Measure.METRES else None,
        hold_s=amount if exercise.measure is Measure.SECONDS else None,
        per_side=exercise.per_side,
        rir=reps_in_reserve(day, kind, exercise, history.exposures.get(exercise.key, 0)),
        rest_s=exercise.rest_s,
        method=history.method(kind, entry),
        load=improvised(exercise, day.items),
    )


def _amount(exercise: Exercise, kind: Kind) -> int:
    if kind is Kind.VERY_LIGHT and exercise.measure is Measure.METRES:
        return min(exercise.low, VERY_LIGHT_CARRY_M)
    return exercise.low


def reps_in_reserve(day: Day, kind: Kind, exercise: Exercise, exposures: int) -> int:
    """Reps to leave in reserve (R21, R22, R42-R45, R48).

    Parameters
    ----------
    exposures
        How often the exercise was done before this session.
    """
    if kind is Kind.VERY_LIGHT:
        return VERY_LIGHT_RIR
    if kind is Kind.LIGHT or day.phase is Phase.TAPER:
        return LIGHT_RIR
    careful = (
        day.phase is Phase.PEAK
        or day.week <= EARLY_WEEKS
        or exposures < EARLY_WEEKS
        or day.option in {"B", "C"}
        or day.maybe_rest
        or exercise.key == GENTLE_PRESS
    )
    return CAREFUL_RIR if careful else BASE_RIR
