"""Easier weeks, illnesses, time off and trips: when they are, and how it goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.view import is_easier
from runtall.errors.words import runs_of
from runtall.exporters.card_way_back import smaller_weeks
from runtall.progression.coming_back import as_planned, back_at, first_words
from runtall.progression.texts import say
from runtall.progression.why_today import after_fever
from runtall.progression.why_today.share import is_full

# Days in a row that are a break for who has no time.
DAYS_OFF = 3


def easier_weeks(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield which weeks of base are easier, and after a break; or when the first easier one comes.

    Nothing where a run cutback or a session given up makes one small without being asked.
    """
    base = problem.phase_weeks(Phase.BASE)
    easier = [week.number for week in base if is_easier(problem, plan, week)]
    peak = problem.phase_weeks(Phase.PEAK)
    if easier:
        yield say("easier_weeks", dates=_dates(problem, easier))
    if after := sorted(smaller_weeks(problem, plan) - set(easier)):
        yield say("smaller_weeks", dates=_dates(problem, after))
    growing = problem.growing_weeks()
    whole = all(is_full(problem, plan, week) and not week.cutback for week in growing)
    if peak and growing and whole and not easier:
        yield say("easier_with_peak", date=problem.days[peak[0].days[0]].short_date)


def _dates(problem: Problem, weeks: Sequence[int]) -> str:
    """Write weeks as a phone shows them: ``1 Mar to 14 Mar, 5 Apr to 11 Apr``."""
    parts = ((problem.week(some[0]), problem.week(some[-1])) for some in runs_of(weeks))
    ends = ((problem.days[a.days[0]], problem.days[b.days[-1]]) for a, b in parts)
    return ", ".join(f"{first.short_date} to {last.short_date}" for first, last in ends)


def breaks(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield a line for each illness, each time off and each trip: when, and how it goes on."""
    days = [day for day in problem.days if plan.sessions and day.to_race > 0 and not day.early]
    usual = {day.weekday for day in days if day.free}
    names: list[str] = []
    for day in days:
        # A weekday that is always off belongs to what lies around it, unless its date is named.
        same = not (day.ill or day.weekday in usual or _is_dated(problem, day))
        names.append("".join(names[-1:]) if same else _taken(problem, day))
    for name, group in groupby(zip(days, names, strict=True), key=itemgetter(1)):
        some = every = [day for day, _ in group]
        while some and not (some[-1].ill or some[-1].weekday in usual):
            some = some[:-1]
        if not name or (name == "off" and len(some) < DAYS_OFF):
            continue
        dated = [day for day in every if name == "off" and _is_dated(problem, day)]
        shown = dated or (every if name == "off" else some)
        ends = dict.fromkeys((shown[0].short_date, shown[-1].short_date))
        later = [session.day for session in plan.sessions if session.day > some[-1].index]
        back = _back_words(problem, plan, later[0]) if later else say("back_never")
        back = "; ".join([back, *(after_fever(problem, later[0]) if later else ())])
        none = name == "away" and not any(plan.on(day.index) for day in some)
        yield say(f"break_{name}{'_none' * none}", dates=" to ".join(ends), back=back)


def _is_dated(problem: Problem, day: Day) -> bool:
    """Return whether a day is off because the runner named its date."""
    return bool(problem.request.access and problem.request.access[day.index].dated)


def _taken(problem: Problem, day: Day) -> str:
    """Return what takes a day from the usual week: ``ill``, ``off``, ``away`` or nothing."""
    if day.ill or not day.free:
        return "ill" if day.ill else "off"
    kit = problem.request.access and problem.request.access[day.index].equipment
    return "away" if kit else ""


def _back_words(problem: Problem, plan: Plan, day: int) -> str:
    """Say when the first session after a break is, and how small."""
    words, back = say("back_on", date=problem.days[day].short_date), back_at(problem, plan, day)
    if not (back and back.small and back.found.day == day):
        return words
    if as_planned(problem, plan, day):
        return f"{words}{say('back_planned')}"
    return f"{words} {say('back_with', how=first_words(problem, plan, back.found))}"
