"""How a session on the way back from a break is held against what was done before it."""

from __future__ import annotations

from runtall.derivation.profile import PEAK_SESSION
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.returns import Return, returns
from runtall.exporters.card_changes import exposures_before, signs
from runtall.progression.coming_back import as_planned
from runtall.progression.exposures import last_time
from runtall.progression.why_today import is_full, one_session_peak


def sets_before(problem: Problem, plan: Plan, session: Session) -> int:
    """Return the sets of such a session before a break, as long as none since had as many.

    0: it is no session of base, or on no way back.
    """
    found = _last_break(problem, plan, session)
    if found is None or problem.days[session.day].phase is not Phase.BASE:
        return 0
    alike = [s for s in plan.sessions if s.kind is session.kind and s.day <= session.day]
    before = [s.n_sets for s in alike if s.day < found.day and not _easier(problem, s)][-1:]
    since = [s.n_sets for s in alike if s.day >= found.day]
    return before[0] if before and max(since) < before[0] else 0


def is_less(problem: Problem, plan: Plan, session: Session) -> bool:
    """Return whether anything of a session is less than it was before the last break."""
    found = _last_break(problem, plan, session)
    for entry in session.entries if found else ():
        every = exposures_before(problem, plan, session, entry)
        before = [one for one in every if found and one.day.index < found.day]
        if before:
            last = last_time(before, session.kind)
            if min(signs(problem, last, session, entry).values()) < 0:
                return True
    return False


def smaller_weeks(problem: Problem, plan: Plan) -> set[int]:
    """Return the weeks that a break has made smaller: from its end on, until one no more is.

    In base that is one with as many sets as the last full week before. The peak is smaller than
    base anyway: there it is one with more than the half that came first after an illness, or with
    the sets that one session for two has.
    """
    found: set[int] = set()
    for back in returns(problem, plan):
        phase = problem.week(back.week).phase
        if not back.small or as_planned(problem, plan, back.day):
            continue
        growing = [week for week in problem.growing_weeks() if week.number < back.week]
        full = [week for week in growing if is_full(problem, plan, week)]
        before = [plan.total(week.number) for week in full or growing]
        alone = phase is not Phase.BASE or not any(before)
        most = plan.total(back.week) + 1 if alone else next(filter(None, reversed(before)))
        if one_session_peak(problem, plan, back.week):
            most = max(most, min(PEAK_SESSION))
        for week in problem.phase_weeks(phase):
            total = plan.total(week.number)
            if week.number < back.week or not total:
                continue
            later = week.number > back.week
            if total >= most or (later and alone and not (phase is Phase.PEAK and back.ill)):
                break
            if not (later and week.easier):
                found.add(week.number)
    return found


def _last_break(problem: Problem, plan: Plan, session: Session) -> Return | None:
    ends = [one for one in returns(problem, plan) if one.small and one.day <= session.day]
    return ends[-1] if ends else None


def _easier(problem: Problem, session: Session) -> bool:
    return problem.week(problem.days[session.day].week).easier
