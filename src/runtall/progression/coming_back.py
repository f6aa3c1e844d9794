"""How a session after days without strength is eased: effort, and the load or the reps."""

from __future__ import annotations

from dataclasses import dataclass

from runtall.derivation.available_loads import Level, Loads, share_of, weighted
from runtall.domain.exercise import Exercise, Measure, Pattern, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.returns import Return, returns
from runtall.domain.way_back import ALL, BREAK, LONG
from runtall.errors.words import counted
from runtall.progression.effort import BASE_RIR, CAREFUL_RIR, LIGHT_RIR
from runtall.progression.path import State
from runtall.progression.strength import STEP, fewest, predicted, strength

# Weeks in which nothing but sets grows after a long gap.
QUIET_WEEKS = 2
# A lighter weight is taken down to this per cent of the old one; else reps are.
LIGHTEST = 85
# From this per cent on no easier height or band is taken, but fewer reps.
SAME_LEVEL = 95


@dataclass(frozen=True, slots=True)
class Back:
    """What a session soon after a gap asks for.

    Parameters
    ----------
    found
        The gap's end.
    rir
        Reps in reserve, at least.
    small
        Whether it has fewer sets than before, or less in each.
    """

    found: Return
    rir: int
    small: bool

    @property
    def load(self) -> int:
        """The load in per cent of the one before the gap."""
        return self.found.row.load

    @property
    def restarts(self) -> bool:
        """Whether growth starts anew from the eased load; else it goes on where it was."""
        return self.found.rows > LONG

    def rir_before(self, rir: int) -> int:
        """Return the reserve from which more of it costs reps.

        A twentieth less load, or two reps less, leave two more themselves.
        """
        return rir if self.load == ALL else max(rir, self.rir)

    def reps_less(self, exercise: Exercise, rir: int) -> int:
        """Return the reps that more in reserve than before takes."""
        if exercise.measure is not Measure.REPS:
            return 0
        return max(0, self.rir - self.rir_before(rir))


def back_at(problem: Problem, plan: Plan, day: int) -> Back | None:
    """Return what a session on a day asks for after a gap; None where no gap matters any more."""
    week = day // 7 + 1
    for found in reversed(returns(problem, plan)):
        long, began = found.rows > BREAK, problem.week(found.week)
        # After the small first session of an illness comes one that is no more than before it.
        one_only = found.ill and began.n_sessions == 1 and (long or began.phase is Phase.BASE)
        weeks = QUIET_WEEKS if found.rows > LONG or one_only else 1
        first = found.week + (not found.whole)
        later = (problem.week(number) for number in range(first + 1, week + 1))
        since = sum(not _repeats(problem, found, other) for other in later)
        if found.day <= day and since < weeks:
            first_ill = found.ill and day == found.day
            rir = LIGHT_RIR if first_ill else CAREFUL_RIR if long else 0
            return Back(found, rir, small=first_ill or long)
    return None


def as_planned(problem: Problem, plan: Plan, day: int) -> bool:
    """Return whether a day's session is no smaller for a gap: very light, as the taper's last."""
    light = any(session.kind is SessionKind.VERY_LIGHT for session in plan.on(day))
    return light and problem.days[day].phase is Phase.TAPER


def first_words(problem: Problem, plan: Plan, found: Return) -> str:
    """Say how small the first session after a gap is: ``6 sets, 13 before``.

    It is held against the last such session of no easier week, if that had more.
    """
    (session, *_) = plan.on(found.day)
    alike = [s for s in plan.sessions if s.kind is session.kind and s.day < found.day]
    usual = [s for s in alike if not problem.week(problem.days[s.day].week).easier]
    before = max(usual, key=lambda s: s.day).n_sets if usual else 0
    words = counted(session.n_sets, "set")
    return f"{words}, {before} before" if before > session.n_sets else words


def _repeats(problem: Problem, found: Return, week: Week) -> bool:
    """Return whether a week has what the one before it had: a run cutback, or after a race.

    Right after a race nothing comes back either that an eased load has kept away. In the peak, in
    which sets fall anyway, a run cutback keeps no load away: its end is no place to catch up.
    """
    raced = found.rows <= LONG and problem.days[week.days[0]].after_race
    return raced or (week.cutback and week.phase is Phase.BASE and found.rows > 1)


def too_short(exercise: Exercise, loads: Loads, level: Level, percent: int, amount: int) -> bool:
    """Return whether so few on a load aren't done, but an easier one there is.

    Of core it is breath and posture that are kept in reserve: the fewest reps leave enough of them.
    """
    most = share_of(level.force, 10 * percent) if weighted(loads) else level.force
    easier = loads[0] != level and loads[0].force <= most and exercise.pattern is not Pattern.CORE
    return easier and amount < fewest(exercise)


def eased(exercise: Exercise, loads: Loads, state: State, percent: int, less: int = 0) -> State:
    """Return where an exercise stands after a gap, from where it stood before.

    The next weight at this share of the old one, with reps in the range as far as the same
    strength has them: what went beyond it was for the old one. Where that weight is under 85 % of
    the old one, the next one under the old one, or that, with two reps less; where so few aren't
    done, the lighter one all the same, with as many as these are worth there. A height or a band
    stays at 95 %, with two reps less; below that, or where so few aren't done, it is the next
    easier one, with as many more.

    Parameters
    ----------
    less
        The reps that more in reserve takes from all of the load.
    """
    level, fewer_by = loads[state.level], less if percent == ALL else 2 * STEP[exercise.measure]
    stays = percent >= SAME_LEVEL and fewer_by and not weighted(loads)
    if stays and too_short(exercise, loads, level, percent, state.amount - fewer_by):
        more = min(exercise.high, state.amount + fewer_by + less)
        return State(state.level - 1, more)
    if percent == ALL:
        return state
    fewer = State(state.level, max(fewest(exercise), state.amount - fewer_by))
    if weighted(loads):
        most, least = share_of(level.force, 10 * percent), LIGHTEST * level.force // 100
        if state.level and loads[state.level - 1].force >= least:
            fewer = State(state.level - 1, fewer.amount)
        lighter = [i for i in range(state.level) if loads[i].force <= most]
        far = lighter and loads[lighter[-1]].force < least
        if lighter and (
            not far or too_short(exercise, loads, level, percent, state.amount - fewer_by)
        ):
            before = state.amount - fewer_by if far else state.amount
            asked = strength(exercise, level, before, BASE_RIR)
            possible = predicted(exercise, asked, loads[lighter[-1]], CAREFUL_RIR)
            possible = possible if far else min(exercise.low, possible)
            return State(lighter[-1], min(exercise.high, max(state.amount, possible)))
        return fewer
    if percent >= SAME_LEVEL or state.level == 0:
        return fewer
    return State(state.level - 1, state.amount)


def regained(exercise: Exercise, state: State, had: State) -> State:
    """Return the next load on the way back to what was done before a long gap, if it isn't there.

    It needn't be earned again: it begins with two reps less, or at the bottom of the range. Up to
    there reps come back first, as one thing grows at a time.
    """
    if state.level >= had.level:
        return state
    amount = regained_amount(exercise, had.amount)
    if state.amount < amount:
        return State(state.level, min(amount, state.amount + STEP[exercise.measure]))
    return State(state.level + 1, amount)


def regained_amount(exercise: Exercise, before: int) -> int:
    """Return the amount of a load that comes back, from what was done before the gap."""
    least = min(exercise.low, before)
    return min(exercise.high, max(least, before - 2 * STEP[exercise.measure]))
