"""Every time that a plan has an exercise, in order, and what rules let it do there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from runtall.derivation.available_loads import CHOICE, Loads, available_loads, share_of, weighted
from runtall.derivation.first_guess import MOST_PERCENT, most_at_first
from runtall.domain.athlete import Experience
from runtall.domain.counts import pattern_sets
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import Exercise, Pattern, SessionKind
from runtall.domain.memo import kept_by_plan, kept_by_problem
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.returns import BREAK, LONG, Return, returns, rows_of
from runtall.domain.where import InSession
from runtall.progression.coming_back import Back, back_at
from runtall.progression.effort import CAREFUL_RIR, reps_in_reserve
from runtall.progression.starting_load import Start, start_of


class Hold(StrEnum):
    """Why an exercise stays as it is in a whole week."""

    MORE_SETS = "more_sets"
    AFTER_RACE = "after_race"
    BEFORE_RACE = "before_race"
    CUTBACK = "cutback"
    RESUMING = "resuming"
    COMING_BACK = "coming_back"
    SECOND_WEEK = "second_week"
    FEWER_PULLS = "fewer_pulls"
    OWN = "own"
    AFTER_SPEED = "after_speed"


# Kinds of which each looks at its own.
SPLIT = frozenset({SessionKind.D1, SessionKind.D2})
# After more days without it at full an exercise first comes back to what was done then.
OLD_DAYS = 21
# After more days without it an exercise comes back easier, though others were done meanwhile.
LAPSED_DAYS = 14


@dataclass(frozen=True, slots=True)
class Exposure:
    """One entry of a plan, and what it may be compared with.

    Parameters
    ----------
    session_index, entry_index
        Index of the session in the plan, and of the entry in the session.
    loads
        Loads that exist on that day.
    rir
        Reps in reserve that the day asks for.
    usual
        A heavy session of no easier week, with the usual loads: a week away may have them, too.
    counts
        So is this one, and neither a gap, of all or of this exercise alone, nor a race before
        the peak eases it, nor does it hold what is small after a gap: what comes later is measured
        by it.
    added_sets
        Sets more than at the last exposure that counts, if possible in the same kind of session.
    fewer_sets
        Whether it has fewer in every session of its week.
    may_grow
        Reps, metres, seconds or load may grow here.
    held
        Why nothing of it grows in this week, if nothing does.
    back
        What it asks for after a gap; None where no gap matters.
    lapsed
        What it asks for where it was not done for weeks, whatever else was: as after a gap.
    elsewhere
        A heavy session of no easier week, with other loads: what was reached stays as it is.
    growths
        Exposures after this one that may grow.
    weeks_left
        Growing weeks after this one in which it is done at full: none that eases for a run cutback,
        around a race or after a gap. Those that an illness takes count before it.
    """

    session_index: int
    entry_index: int
    entry: Entry
    day: Day
    kind: SessionKind
    loads: Loads
    rir: int
    usual: bool
    counts: bool
    added_sets: int
    fewer_sets: bool = False
    may_grow: bool = False
    held: Hold | None = None
    back: Back | None = None
    lapsed: Back | None = None
    elsewhere: bool = False
    growths: int = 0
    weeks_left: int = 0

    @property
    def more_sets(self) -> bool:
        """Whether it grew by sets."""
        return self.counts and self.added_sets > 0

    @property
    def ease(self) -> Back | None:
        """What it asks for after days without strength, or without this exercise."""
        return self.back or self.lapsed

    @property
    def eased(self) -> bool:
        """Whether it has what was reached before a short gap, eased."""
        return self.usual and not self.counts and self.day.phase is Phase.BASE

    @property
    def cut(self) -> bool:
        """Whether it is a heavy session of an easier week of base."""
        heavy = self.kind.heavy and self.day.phase is Phase.BASE
        return heavy and not (self.usual or self.elsewhere)

    @property
    def raced(self) -> bool:
        """Whether it has what an easier week before had, for a race right before the peak."""
        other = self.counts or self.ease
        return self.usual and not (other or self.day.phase is Phase.BASE)

    @property
    def where(self) -> InSession:
        """Its place in the plan."""
        return InSession(self.day.week, self.kind, self.entry.position)

    @property
    def in_base(self) -> bool:
        """Whether it counts and lies in the base phase: a step of the exercise's path."""
        return self.counts and self.day.phase is Phase.BASE


@kept_by_plan
def exposures(problem: Problem, plan: Plan) -> Mapping[str, tuple[Exposure, ...]]:
    """Return the exposures of each exercise of the library, by day; exercises as they first come.

    A plan may hold anything: days outside the calendar and unknown exercises are passed over.
    """
    held: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index in sorted(range(len(plan.sessions)), key=lambda index: plan.sessions[index].day):
        session = plan.sessions[index]
        if 0 <= session.day < len(problem.days):
            for entry_index, entry in enumerate(session.entries):
                if entry.exercise in problem.exercises:
                    held[entry.exercise].append((index, entry_index))
    return {
        key: _with_growth(problem, plan, _in_order(problem, plan, key, indices))
        for key, indices in held.items()
    }


def usual_loads(problem: Problem, key: str, first_day: int) -> Loads:
    """Return the loads at the usual place; if it can't be done there, where it is first done."""
    exercise, usual = problem.exercises[key], problem.request.equipment
    there = usual if exercise.possible_with(usual.items) else problem.equipment(first_day)
    return loads_at(problem, exercise, there)


def loads_at(problem: Problem, exercise: Exercise, equipment: Equipment) -> Loads:
    """Return the loads of an exercise with some equipment, with none too heavy to begin with."""
    return available_loads(exercise, equipment, most_at_first(exercise, problem.request.athlete))


def _in_order(
    problem: Problem, plan: Plan, key: str, indices: Sequence[tuple[int, int]]
) -> Iterator[Exposure]:
    """Yield the exposures of an exercise, remembering the sets of those that count."""
    exercise = problem.exercises[key]
    usual = usual_loads(problem, key, plan.sessions[indices[0][0]].day)
    by_kind: dict[SessionKind, int] = {}
    last: int | None = None
    last_rir = 0
    start = start_of(exercise, usual, problem.request.athlete)
    done: dict[Loads, int] = {}
    lapses: dict[Loads, Back] = {}
    # Whether its last full session was a small one, as after a gap: weeks of base that hold repeat
    # it.
    small = False
    for number, (index, entry_index) in enumerate(indices):
        session = plan.sessions[index]
        day, entry = problem.days[session.day], session.entries[entry_index]
        loads = loads_at(problem, exercise, problem.equipment(session.day))
        if set(usual) <= set(loads):
            # All that is usual is there, too: on a trip with a bench or stairs it goes on.
            loads = usual
        back = back_at(problem, plan, session.day)
        week = problem.week(day.week)
        whole = session.kind.heavy and loads == usual and not week.easier
        # Body weight is the same everywhere, whatever there is to rest hands on.
        trained = usual if _as_heavy(loads, start) or not exercise.needs else loads
        since = day.index - max(done.get(trained, day.index), _last_own(problem, day.index))
        if since > LAPSED_DAYS:
            gap = Return(day.week, day.index, since, rows_of(since), ill=False, whole=True)
            lapses[trained] = Back(gap, CAREFUL_RIR, small=True)
        done[trained] = day.index
        lapse = lapses.get(trained)
        of_week = lapse is not None and lapse.found.week == day.week
        lapsed = lapse if of_week and whole and back is None else None
        counts = whole and not lapsed and (back is None or back.restarts)
        held = small and week.holds and day.phase is Phase.BASE
        counts = counts and not (held or _raced(problem, day))
        if whole:
            ease = back or lapsed
            small = not counts and (small or (ease is not None and ease.small))
        before = by_kind.get(session.kind, last)
        rir = reps_in_reserve(day, session.kind, exercise, number)
        easier = week.easier or lapsed or spared(problem, exercise)
        if session.kind.heavy and (easier or loads != usual):
            rir = max(rir, CAREFUL_RIR)
        elif session.kind.heavy and week.cutback:
            # A run cutback repeats the dose of the week before, so it leaves as much.
            rir = max(rir, last_rir)
        yield Exposure(
            session_index=index,
            entry_index=entry_index,
            entry=entry,
            day=day,
            kind=session.kind,
            loads=loads,
            rir=max(rir, back.rir if back else 0),
            usual=whole,
            counts=counts,
            added_sets=0 if before is None else entry.sets - before,
            back=back,
            lapsed=lapsed,
            elsewhere=session.kind.heavy and not whole and not week.easier,
        )
        if counts:
            by_kind[session.kind] = last = entry.sets
            last_rir = rir


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


def _agreeing(found: Iterable[Exposure]) -> Iterator[Exposure]:
    """Yield exposures so that those of one week that count leave as much in reserve.

    The same load and reps can't leave two on one day and three on another. The four that the first
    session after an illness leaves are its own.
    """
    for _, of_week in groupby(found, key=lambda exposure: exposure.day.week):
        week = list(of_week)
        rir = max((min(one.rir, CAREFUL_RIR) for one in week if one.counts), default=0)
        for one in week:
            yield replace(one, rir=rir) if one.counts and one.rir < rir else one


def _with_growth(problem: Problem, plan: Plan, found: Iterable[Exposure]) -> tuple[Exposure, ...]:
    """Open the first exposure of each week to growth, where every rule agrees."""
    result = list(_agreeing(found))
    more_sets = {exposure.day.week for exposure in result if exposure.more_sets}
    as_many = {exposure.day.week for exposure in result if exposure.added_sets >= 0}
    held: dict[int, Hold | None] = {}
    for number, exposure in enumerate(result):
        week = exposure.day.week
        if not exposure.in_base:
            continue
        if held and week not in held:
            why = Hold.MORE_SETS if week in more_sets else _hold(problem, plan, exposure)
            if _back_to_before(result[:number], exposure.day.index):
                why = why or Hold.COMING_BACK
            if number and exposure.day.index - result[number - 1].day.index > LAPSED_DAYS:
                # The runner's own sessions kept it going, whatever they were.
                why = why or Hold.OWN
            result[number] = replace(exposure, may_grow=why is None, held=why)
            held[week] = why
        else:
            result[number] = replace(exposure, held=held.setdefault(week, None))
    growing = {week.number for week in problem.growing_weeks() if not week.cutback}
    growths, weeks, unknown = 0, set[int](), [*problem.illnesses]
    for number in reversed(range(len(result))):
        exposure = result[number]
        while unknown and exposure.day.index < unknown[-1]:
            # Before an illness nobody knows of the weeks that it takes.
            taken = problem.days[unknown.pop()].week
            weeks |= {week for week in growing if week >= taken}
            growths = len(weeks - {exposure.day.week})
        week = exposure.day.week
        left = len(weeks - {week})
        fewer = week not in as_many
        result[number] = replace(exposure, growths=growths, weeks_left=left, fewer_sets=fewer)
        growths += exposure.may_grow
        if exposure.in_base and not (rests(problem, exposure) or problem.week(week).early):
            # On a trip, too, what is there is done at full.
            weeks.add(week)
    return tuple(result)


def rests(problem: Problem, exposure: Exposure) -> bool:
    """Return whether its week is no growing one: around a race, in a cutback, after a gap."""
    day = exposure.day
    return day.near_race or problem.week(day.week).cutback or exposure.back is not None


def compared_with(problem: Problem, earlier: Sequence[Exposure], now: Exposure) -> Exposure | None:
    """Return what a card compares an exposure with; None where nothing was done before it.

    The last one that counts, so that what grows after an easier week is what grows in the block;
    in peak and taper one of a growing week of base, if any. With other equipment, where none
    counts, and where a gap lies between that has made it small, the last one of all, unless that
    is of an easier week before the gap. Of the same kind of session, or one for both, if there is
    one: what a smaller one had is no measure.
    """
    grown = [one for one in earlier if one.in_base and not rests(problem, one)]
    counting = [one for one in earlier if one.counts]
    choice = counting if now.day.phase is Phase.BASE else (grown or counting)
    found = (not now.elsewhere and choice) or earlier
    same = [one for one in found if alike(one.kind, now.kind)]
    last = next(reversed(same or found), None)
    since = [one for one in (*earlier, now) if last and one.day.index > last.day.index]
    small = any(one.back and one.back.small for one in since)
    if not small:
        return last
    newest = last_time([one for one in earlier if one.kind is now.kind] or earlier, now.kind)
    before = now.back and newest.day.index < now.back.found.day
    return last if before and problem.week(newest.day.week).easier else newest


def alike(kind: SessionKind, other: SessionKind) -> bool:
    """Return whether two kinds of session compare: one, or two of which one is for both days."""
    return kind is other or (kind.heavy and other.heavy and not {kind, other} <= SPLIT)


def last_time(earlier: Sequence[Exposure], kind: SessionKind) -> Exposure:
    """Return the last exposure before one; of pull and push day each looks at its own."""
    apart = SPLIT - {kind} if kind in SPLIT else set()
    own = [one for one in earlier if one.kind not in apart]
    return (own or earlier)[-1]


def _back_to_before(earlier: Sequence[Exposure], day: int) -> bool:
    """Return whether an exercise counts again for the first time after a gap or weeks without it.

    It comes back to what was done before, and grows from there. Who kept running grows at once, and
    so does who was ill for a few days: the week of the first session was enough, unless what was
    done at full lies more than three weeks back.
    """
    eased = False
    for one in reversed(earlier):
        if one.counts:
            return eased and day - one.day.index > OLD_DAYS
        eased |= one.back is not None
        if one.lapsed or (one.back and one.back.found.ill and one.back.found.rows > BREAK):
            return True
    return False


def _hold(problem: Problem, plan: Plan, exposure: Exposure) -> Hold | None:
    """Return what forbids growth: a race, a workout, an easier week, a gap, or too few pulls.

    A new lifter's second week repeats the first in dumbbell presses, carries and core.
    """
    week, exercise = exposure.day.week, problem.exercises[exposure.entry.exercise]
    if exposure.day.after_race:
        return Hold.AFTER_RACE
    if exposure.day.before_race:
        return Hold.BEFORE_RACE
    if problem.week(week).cutback:
        return Hold.CUTBACK
    if problem.week(week).resumes:
        return Hold.RESUMING
    if exposure.back or after_missed(problem, plan, week):
        return Hold.COMING_BACK
    if after_speed(problem, exposure.day):
        return Hold.AFTER_SPEED
    if learns_slowly(exercise) and _second_week(problem, week):
        return Hold.SECOND_WEEK
    falls = exercise.pattern is Pattern.PUSH and pulls_fall(problem, plan, week)
    return Hold.FEWER_PULLS if falls else None


def after_speed(problem: Problem, day: Day) -> bool:
    """Return whether a session has to follow a speed workout in a week that lacks its usual days.

    Where it does so in most weeks, it grows as any other; so it does before an illness, which
    nobody knew of.
    """
    week = problem.week(day.week)
    return day.option == "C" and week.disturbed and day.index not in problem.before_illness(week)


def after_missed(problem: Problem, plan: Plan, week: int) -> bool:
    """Return whether the week before had no strength: no session of ours, none of the runner's."""
    own = any(day.trains for day in problem.days if day.week == week - 1)
    return not (own or plan.in_week(week - 1))


def spared(problem: Problem, exercise: Exercise, hurting: Collection[str] | None = None) -> bool:
    """Return whether an exercise is a press while another press hurts, of those or of all."""
    keys = problem.request.athlete.hurting if hurting is None else hurting
    presses = (problem.exercises.get(key) for key in keys)
    hurts = any(press is not None and press.pattern is Pattern.PUSH for press in presses)
    return exercise.pattern is Pattern.PUSH and hurts


def learns_slowly(exercise: Exercise) -> bool:
    """Return whether an exercise is a dumbbell press, a carry or one for the core."""
    dumbbells = any("dumbbell_pair" in need for need in exercise.needs)
    press = exercise.pattern is Pattern.PUSH and dumbbells
    return press or exercise.pattern in {Pattern.CARRY, Pattern.CORE}


def _second_week(problem: Problem, week: int) -> bool:
    """Return whether it is the second week of a new lifter."""
    new = problem.request.athlete.experience is Experience.NEW
    return new and [w.number for w in problem.growing_weeks()[1:2]] == [week]


def pulls_fall(problem: Problem, plan: Plan, number: int) -> bool:
    """Return whether a week has fewer pull sets than the last one before that was not reduced."""
    earlier = [week.number for week in problem.weeks[: number - 1] if not week.reduced]
    pulls = [pattern_sets(problem, plan, week, Pattern.PULL) for week in (number, *earlier[-1:])]
    return pulls[0] < pulls[-1]


def long_gap(problem: Problem, plan: Plan, before: int, now: int) -> Return | None:
    """Return the long gap that lies between two days, if one does."""
    gaps = (found for found in returns(problem, plan) if found.rows > LONG)
    return next((found for found in gaps if before < found.day <= now), None)


def without_gaps(
    problem: Problem, plan: Plan, found: Sequence[Exposure]
) -> Iterator[tuple[Return | None, list[Exposure]]]:
    """Yield an exercise's exposures between long gaps, each part with the gap before it."""
    part: list[Exposure] = []
    gap: Return | None = None
    for exposure in found:
        new = long_gap(problem, plan, part[-1].day.index, exposure.day.index) if part else None
        if new is not None:
            yield gap, part
            gap, part = new, []
        part.append(exposure)
    if part:
        yield gap, part
