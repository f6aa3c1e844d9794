"""How long a session takes: one model of time for the rules and for the plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from runtall.domain.exercise import Exercise, SessionKind
from runtall.domain.plan import Entry
from runtall.domain.problem import Day
from runtall.domain.session_costs import (
    MOST_S,
    RAMP_UP_S,
    SETUP_S,
    WARM_UP_S,
    easy_set_cost_s,
    exercise_cost_s,
    set_cost_s,
)

# From one exercise of a pair to the other.
CHANGE_S = 10
# Longest light sessions, by definition; mobility is not counted.
LIGHT_S = {SessionKind.LIGHT: 1500, SessionKind.VERY_LIGHT: 1200}


def cap_s(day: Day, kind: SessionKind) -> int:
    """Return the longest session of a kind on a day, in seconds."""
    return min(day.cap_s, MOST_S, LIGHT_S.get(kind, MOST_S))


def longest_s(entries: Iterable[Entry], library: Mapping[str, Exercise]) -> int:
    """Return the seconds of a session at the top of every range: what the cap is compared with.

    Exercises that the library doesn't know are passed over.
    """
    known = (entry for entry in entries if entry.sets and entry.exercise in library)
    done = [(entry.sets, library[entry.exercise]) for entry in known]
    costs = (exercise_cost_s(exercise) + sets * set_cost_s(exercise) for sets, exercise in done)
    return WARM_UP_S + RAMP_UP_S + sum(costs)


def easy_s(entries: Iterable[Entry], library: Mapping[str, Exercise]) -> int:
    """Return the seconds of a session at the bottom of every range, as in the taper."""
    known = (entry for entry in entries if entry.sets and entry.exercise in library)
    done = [(entry.sets, library[entry.exercise]) for entry in known]
    costs = (
        exercise_cost_s(exercise) + sets * easy_set_cost_s(exercise) for sets, exercise in done
    )
    return WARM_UP_S + RAMP_UP_S + sum(costs)


def planned_s(entries: Collection[Entry], library: Mapping[str, Exercise]) -> int:
    """Return the seconds of a session with the reps, metres or seconds that it prescribes.

    Pairs take turns: a set begins once the other exercise's set is over and its own rest is.
    """
    total = WARM_UP_S + RAMP_UP_S
    by_position: Mapping[int | None, Entry] = {entry.position: entry for entry in entries}
    for entry in entries:
        other = by_position.get(entry.pair)
        if other is None or other.pair != entry.position:
            total += _alone_s(entry, library[entry.exercise])
        elif entry.position < other.position:
            total += _pair_s((entry, other), library)
    return total


def _work_s(entry: Entry, exercise: Exercise) -> int:
    return exercise.set_seconds(entry.reps or entry.distance_m or entry.hold_s or exercise.low)


def _alone_s(entry: Entry, exercise: Exercise) -> int:
    return exercise_cost_s(exercise) + entry.sets * (_work_s(entry, exercise) + exercise.rest_s)


def _pair_s(pair: tuple[Entry, Entry], library: Mapping[str, Exercise]) -> int:
    clock, last, rested = 0, -1, [0, 0]
    for number in range(max(entry.sets for entry in pair)):
        for index, entry in enumerate(pair):
            if number < entry.sets:
                exercise = library[entry.exercise]
                change = CHANGE_S if last not in {-1, index} else 0
                clock = max(clock + change, rested[index]) + _work_s(entry, exercise)
                rested[index], last = clock + exercise.rest_s, index
    return 2 * SETUP_S + clock


def minutes(seconds: int) -> int:
    """Return whole minutes, rounded up: what a calendar is blocked for."""
    return -(-seconds // 60)
