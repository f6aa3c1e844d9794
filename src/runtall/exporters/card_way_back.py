"""How a session on the way back from a break is held against what was done before it."""

from __future__ import annotations

from runtall.derivation.profile import PEAK_SESSION
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.returns import BREAK, Return, returns
from runtall.exporters.card_changes import exposures_before, signs
from runtall.progression.coming_back import as_planned
from runtall.progression.exposures import exposures, last_time
from runtall.progression.texts import say
from runtall.progression.weekly_target import target_sets
from runtall.progression.why_today import is_full, one_session_peak

# What the guide leaves of base in a peak week, in per cent, at least.
PEAK_LEAST = 60


def sets_before(problem: Problem, plan: Plan, session: Session) -> int:
    """Return the sets of such a session before a break, as long as none since had as many.

    0: it is on no way back, as in a week that isn't smaller. The peak is smaller than base anyway:
    there it is on one in weeks that a long break has made smaller still.
    """
    found, day = _last_break(problem, plan, session), problem.days[session.day]
    if found is None or day.phase is Phase.TAPER or day.week not in smaller_weeks(problem, plan):
        return 0
    if day.phase is Phase.PEAK and found.rows <= BREAK:
        return 0
    alike = [s for s in plan.sessions if s.kind is session.kind and s.day <= session.day]
    before = [s.n_sets for s in alike if s.day < found.day and not _easier(problem, s)][-1:]
    since = [s.n_sets for s in alike if s.day >= found.day]
    return before[0] if before and max(since) < before[0] else 0


def as_before(problem: Problem, plan: Plan, session: Session) -> str:
    """Say that a session is whole again, as one before a break: that is no growth.

    Empty where the last such session was whole, too, or anything of it is more than before.
    """
    found = _last_break(problem, plan, session)
    alike = [s for s in plan.sessions if s.kind is session.kind and s.day < session.day]
    before = [s for s in alike if found and s.day < found.day and not _easier(problem, s)]
    if not before or alike[-1] is before[-1] or alike[-1].n_sets >= session.n_sets:
        return ""
    every = exposures(problem, plan)
    then = {
        entry.exercise: exposure
        for entry in before[-1].entries
        for exposure in every[entry.exercise]
        if exposure.entry is entry
    }
    if not {entry.exercise for entry in session.entries} <= then.keys():
        return ""
    compared = (signs(problem, then[e.exercise], session, e) for e in session.entries)
    shown = {sign for some in compared for sign in some.values()}
    date = problem.days[before[-1].day].short_date
    less, peak = -1 in shown, problem.days[session.day].phase is Phase.PEAK
    # The peak has less of all, break or none.
    untold = 1 in shown or (less and peak)
    return "" if untold else say("back_less" if less else "back_whole", date=date)


def is_less(problem: Problem, plan: Plan, session: Session) -> bool:
    """Return whether anything of a session is less than it was before the last break."""
    found = _last_break(problem, plan, session)
    for entry in session.entries if found else ():
        every = exposures_before(problem, plan, session, entry)
        before = [other for other in every if found and other.day.index < found.day]
        if before:
            last = last_time(before, session.kind)
            if min(signs(problem, last, session, entry).values()) < 0:
                return True
    return False


def smaller_weeks(problem: Problem, plan: Plan) -> set[int]:
    """Return the weeks that a break has made smaller: from its end on, until one no more is.

    In base that is one with as many sets as the last full week before, or later one fewer, which
    nobody feels. In peak and taper it is one
    with as many as it aims at, or as one session for two has; in the peak also one with no less of
    that full week than the guide leaves there: it is the peak that makes it small.
    """
    found: set[int] = set()
    for back in returns(problem, plan):
        if not back.small or as_planned(problem, plan, back.day):
            continue
        growing = [week for week in problem.growing_weeks() if week.number < back.week]
        full = [week for week in growing if is_full(problem, plan, week)]
        before = [plan.total(week.number) for week in full or growing]
        usual = next(filter(None, reversed(before)), 0)
        for week in problem.weeks[back.week - 1 :]:
            total = plan.total(week.number)
            if not total:
                continue
            later = week.number > back.week
            most = usual - later if week.phase is Phase.BASE else 0
            most = most or target_sets(problem, plan, week) - later
            if one_session_peak(problem, plan, week.number):
                most = min(most, min(PEAK_SESSION))
            if week.phase is Phase.PEAK and usual:
                most = min(most, -(-PEAK_LEAST * usual // 100))
            if total >= most:
                break
            if not (later and week.easier):
                found.add(week.number)
    return found


def _last_break(problem: Problem, plan: Plan, session: Session) -> Return | None:
    ends = [back for back in returns(problem, plan) if back.small and back.day <= session.day]
    return ends[-1] if ends else None


def _easier(problem: Problem, session: Session) -> bool:
    return problem.week(problem.days[session.day].week).easier
