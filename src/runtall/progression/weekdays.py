"""Why a session lies on another weekday than usual."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator

from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.run_plan import RunKind
from runtall.domain.where import DAYS
from runtall.progression.nearness import LONG_RUN, PRICED, RACE, price, run_name
from runtall.progression.texts import say


def weekday_words(problem: Problem, plan: Plan, today: Day) -> Iterator[str]:
    """Yield why a session isn't on the weekday that its kind usually has; nothing where it is.

    A session that stands for two is held against the nearer of their weekdays.
    """
    kinds = {session.kind for session in plan.on(today.index)}
    usual = usual_weekdays(problem, plan, kinds)
    taken = _taken(plan, today)
    here = [problem.days[day] for day in problem.week(today.week).days if day not in taken]
    missed = [day for day in here if day.weekday in usual]
    if kinds and missed and today.weekday not in usual:
        near = min(missed, key=lambda day: abs(day.index - today.index))
        if why := _against(near) or _better(problem, plan, near, today):
            yield say("weekday", day=f"{today.date:%A}", why=why)


def usual_weekdays(problem: Problem, plan: Plan, kinds: Collection[SessionKind] = ()) -> set[str]:
    """Return the weekday that most sessions of a kind have; of both kinds where neither is it.

    Where a plan has neither, that is the one for both.
    """
    both = [SessionKind.D1, SessionKind.D2]
    twice = any(session.kind in both for session in plan.sessions)
    whole = both if twice else [SessionKind.MERGED]
    own = [kind for kind in whole if kind in kinds] or whole
    found = set()
    for kind in own:
        days = [problem.days[s.day] for s in plan.sessions if s.kind is kind]
        counts = Counter(day.weekday for day in days if day.phase is not Phase.TAPER)
        found |= {weekday for weekday, _ in counts.most_common(1)}
    return found


def _taken(plan: Plan, day: Day) -> set[int]:
    """Return the days with a session, but for one of them."""
    return {session.day for session in plan.sessions} - {day.index}


def _against(day: Day) -> str:
    """Return what keeps a session from a usual day, if anything does."""
    closed = {
        "against_ill": day.ill or day.recovering,
        "against_wait": day.waits and day.beside_long_run,
        "against_run_first": day.waits,
        "against_early": day.early,
        "against_off": not day.free,
        "against_own_day": bool(day.own),
        "against_own": bool(day.near_own),
        "against_race": day.to_race <= 0,
        "against_run": not day.option,
        "against_time": not day.trainable,
    }
    found = next((text for text, holds in closed.items() if holds), "")
    return say(found, day=f"{day.date:%A}", what=run_name(day)) if found else ""


def _better(problem: Problem, plan: Plan, usual: Day, today: Day) -> str:
    """Return what makes today better than a usual day, if that is no reason in other weeks.

    Where sessions of other weeks lie on that weekday all the same, what it is near to is the reason
    only beside another: that this week has one session, or that today is near to it as a rule. Else
    what this week gains by it is all that there is to say.
    """
    compared = _nearer(problem, plan, usual, today)
    if compared is None:
        return ""
    text, what, as_near = compared
    others = [problem.days[s.day] for s in plan.sessions if s.day // DAYS != today.index // DAYS]
    if not any(day.weekday == usual.weekday and as_near(day) for day in others):
        return say(text, what=what, day=f"{usual.date:%A}")
    if len(plan.in_week(today.week)) < problem.request.base_sessions:
        # Weeks of another phase have other reasons.
        same = (day for day in others if day.phase is today.phase)
        alone = (day for day in same if len(plan.in_week(day.week)) == 1)
        could = any(day.weekday == usual.weekday and as_near(day) for day in alone)
        return "" if could else say("one_farther", what=what)
    alike = [day for day in problem.days if day.weekday == today.weekday and day is not today]
    near = Counter(price(day, ()) for day in alike if day.phase is not Phase.TAPER)
    most = max(near, key=lambda what: near[what], default="")
    here = price(today, ())
    if (most, here) == (LONG_RUN, RACE) and today.to_tuneup is not None:
        race = problem.days[today.index + today.to_tuneup]
        return say("for_a_race", day=f"{race.date:%A}")
    if _rank(most) < _rank(here):
        return say("for_once", what=most)
    return say("can_be_farther", what=what, day=f"{usual.date:%A}")


def _nearer(
    problem: Problem, plan: Plan, usual: Day, today: Day
) -> tuple[str, str, Callable[[Day], bool]] | None:
    """Return what a usual day is nearer to than today; None where it is nearer to nothing.

    That is the text, what stands in it, and whether another day is as near.
    """
    if usual.option == "C" != today.option:
        return "against_speed", run_name(usual), lambda day: day.option == "C"
    there = price(usual, _taken(plan, today))
    if _rank(there) < _rank(price(today, _taken(plan, today))):
        return "against_near", there, lambda day: price(day, _taken(plan, day)) == there
    if (usual.to_long or 0) < (today.to_long or 0):
        if today.to_long == today.to_race:
            return "against_before", "the race", lambda day: day.to_race <= usual.to_race
        what = _far_run(problem, usual.index + (usual.to_long or 0), "the next long run")
        return "against_before", what, lambda day: (day.to_long or 0) <= (usual.to_long or 0)
    if (usual.since_long or 0) < (today.since_long or 0):
        last = _far_run(problem, usual.index - (usual.since_long or 0), "the last long run")
        return "against_after", last, lambda day: (day.since_long or 0) <= (usual.since_long or 0)
    return None


def _far_run(problem: Problem, index: int, words: str) -> str:
    """Return how a long run is called: a tune-up that is as long by its day."""
    day = problem.days[index] if index >= 0 else None
    return f"{day.date:%A}'s race" if day and day.kind is RunKind.TUNEUP else words


def _rank(near: str) -> int:
    """Return how little it matters what a day is near to."""
    return (*PRICED, "").index(near)
