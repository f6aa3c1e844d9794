"""Why a session lies on another weekday than usual."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.progression.nearness import PRICED, price
from runtall.progression.texts import say


def weekday_words(problem: Problem, plan: Plan, today: Day) -> Iterator[str]:
    """Yield why a session isn't on the weekday that its kind usually has; nothing where it is.

    A session that stands for two is held against the nearer of their weekdays.
    """
    kinds = {session.kind for session in plan.on(today.index)}
    usual = _usual_weekdays(problem, plan, kinds)
    taken = {session.day for session in plan.sessions} - {today.index}
    here = [problem.days[day] for day in problem.week(today.week).days if day not in taken]
    missed = [day for day in here if day.weekday in usual]
    if kinds and missed and today.weekday not in usual:
        near = min(missed, key=lambda day: abs(day.index - today.index))
        why = _against(near, today, taken)
        yield say("weekday", day=f"{today.date:%A}", why=f": {why}" if why else "")


def _usual_weekdays(problem: Problem, plan: Plan, kinds: Collection[SessionKind]) -> set[str]:
    """Return the weekday that most sessions of a kind have; of both kinds where neither is it."""
    whole = [SessionKind.D1, SessionKind.D2]
    own = [kind for kind in whole if kind in kinds] or whole
    found = set()
    for kind in own:
        days = [problem.days[s.day] for s in plan.sessions if s.kind is kind]
        counts = Counter(day.weekday for day in days if day.phase is not Phase.TAPER)
        found |= {weekday for weekday, _ in counts.most_common(1)}
    return found


def _against(day: Day, today: Day, taken: Collection[int]) -> str:
    """Return what is against a usual day, if anything is that isn't against today as well."""
    words = {"day": f"{day.date:%A}"}
    closed = {
        "against_ill": day.ill or day.recovering,
        "against_wait": day.waits,
        "against_early": day.early,
        "against_off": not day.free,
        "against_own": bool(day.own or day.near_own),
        "against_race": day.to_race <= 0,
        "against_long": not day.option,
        "against_time": not day.trainable,
    }
    if found := next((text for text, holds in closed.items() if holds), ""):
        return say(found, **words)
    ranks = [*PRICED, ""]
    there, here = price(day, taken), price(today, taken)
    if ranks.index(there) < ranks.index(here):
        return say("against_near", what=there, **words)
    if (day.to_long or 0) < (today.to_long or 0):
        what = "race" if today.to_long == today.to_race else "next long run"
        return say("against_before", what=what, **words)
    if (day.since_long or 0) < (today.since_long or 0):
        return say("against_after", **words)
    return ""
