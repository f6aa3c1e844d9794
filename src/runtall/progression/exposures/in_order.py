"""The times that a plan has an exercise, each with what was done before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from runtall.derivation.available_loads import CHOICE, Loads, available_loads, share_of, weighted
from runtall.derivation.first_guess import MOST_PERCENT, most_at_first
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import Exercise, SessionKind
from runtall.domain.memo import kept_by_problem
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.returns import Return
from runtall.domain.way_back import rows_of
from runtall.progression.coming_back import Back, back_at
from runtall.progression.effort import CAREFUL_RIR, reps_in_reserve
from runtall.progression.exposures.exposure import Exposure
from runtall.progression.exposures.holding import LAPSED_DAYS, spared
from runtall.progression.starting_load import Start, start_of


def usual_loads(problem: Problem, key: str, first_day: int) -> Loads:
    """Return the loads at the usual place; if it can't be done there, where it is first done."""
    exercise, usual = problem.exercises[key], problem.request.equipment
    there = usual if exercise.possible_with(usual.items) else problem.equipment(first_day)
    return loads_at(problem, exercise, there)


def loads_at(problem: Problem, exercise: Exercise, equipment: Equipment) -> Loads:
    """Return the loads of an exercise with some equipment, with none too heavy to begin with."""
    return available_loads(exercise, equipment, most_at_first(exercise, problem.request.athlete))


def in_order(
    problem: Problem, plan: Plan, key: str, indices: Sequence[tuple[int, int]]
) -> Iterator[Exposure]:
    """Yield the exposures of an exercise, remembering the sets of those that count."""
    exercise = problem.exercises[key]
    sessions = [plan.sessions[index] for index, _ in indices]
    usual = usual_loads(problem, key, sessions[0].day)
    days = [problem.days[session.day] for session in sessions]
    # Where all that is usual is there, too, as on a trip with a bench or stairs, it goes on.
    there = [loads_at(problem, exercise, problem.equipment(day.index)) for day in days]
    there = [usual if set(usual) <= set(loads) else loads for loads in there]
    lapses = [*_lapses(problem, exercise, usual, zip(days, there, strict=True))]
    by_kind: dict[SessionKind, int] = {}
    last: int | None = None
    last_rir = 0
    # Whether its last full session was a small one, as after a gap: weeks of base that hold repeat
    # it.
    small = False
    for number, (session, day, loads) in enumerate(zip(sessions, days, there, strict=True)):
        index, entry_index = indices[number]
        entry, kind, week = session.entries[entry_index], session.kind, problem.week(day.week)
        back = back_at(problem, plan, day.index)
        whole = kind.heavy and loads == usual and not week.easier
        lapsed = lapses[number] if whole and back is None else None
        held = small and week.holds and day.phase is Phase.BASE
        goes_on = not lapsed and (back is None or back.restarts)
        counts = whole and goes_on and not (held or _raced(problem, day))
        if whole:
            ease = back or lapsed
            small = not counts and (small or (ease is not None and ease.small))
        before = by_kind.get(kind, last)
        rir = reps_in_reserve(day, kind, exercise, number)
        if kind.heavy and (week.easier or lapsed or spared(problem, exercise) or loads != usual):
            rir = max(rir, CAREFUL_RIR)
        elif kind.heavy and week.cutback:
            # A run cutback repeats the dose of the week before, so it leaves as much.
            rir = max(rir, last_rir)
        yield Exposure(
            session_index=index,
            entry_index=entry_index,
            entry=entry,
            day=day,
            kind=kind,
            loads=loads,
            rir=max(rir, back.rir if back else 0),
            usual=whole,
            counts=counts,
            added_sets=0 if before is None else entry.sets - before,
            back=back,
            lapsed=lapsed,
            elsewhere=kind.heavy and not whole and not week.easier,
        )
        if counts:
            by_kind[kind] = last = entry.sets
            last_rir = rir


def _lapses(
    problem: Problem, exercise: Exercise, usual: Loads, found: Iterable[tuple[Day, Loads]]
) -> Iterator[Back | None]:
    """Yield what each day asks for if its week is the first one after weeks without an exercise."""
    start = start_of(exercise, usual, problem.request.athlete)
    done: dict[Loads, int] = {}
    lapses: dict[Loads, Back] = {}
    for day, loads in found:
        # Body weight is the same everywhere, whatever there is to rest hands on.
        trained = usual if _as_heavy(loads, start) or not exercise.needs else loads
        since = day.index - max(done.get(trained, day.index), _last_own(problem, day.index))
        if since > LAPSED_DAYS:
            gap = Return(day.week, day.index, since, rows_of(since), ill=False, whole=True)
            lapses[trained] = Back(gap, CAREFUL_RIR, small=True)
        done[trained] = day.index
        lapse = lapses.get(trained)
        yield lapse if lapse and lapse.found.week == day.week else None


@kept_by_problem
def _last_own(problem: Problem, day: int) -> int:
    """Return the last day before one with a session of the runner's own; -1: there is none."""
    before = problem.days[:day]
    return next((other.index for other in reversed(before) if other.trains), -1)


def _as_heavy(loads: Loads, start: Start) -> bool:
    """Return whether a weight is as heavy as the first one of the usual loads, or little more.

    One far above it is left alone as long as the usual load is less. Where the runner chooses the
    weight each time, any is.
    """
    if CHOICE in start.loads:
        return True
    first = start.loads[start.state.level].force
    most = share_of(first, 10 * MOST_PERCENT)
    return weighted(start.loads) and any(first <= level.force <= most for level in loads)


def _raced(problem: Problem, day: Day) -> bool:
    """Return whether a day of the peak is one of the seven after a race with an easier week."""
    raced = day.after_race and day.phase is Phase.PEAK and day.week > 1
    return raced and problem.week(day.week - 1).reduced
