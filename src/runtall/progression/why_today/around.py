"""The key runs around a session, and what makes a day near one better than others."""

from __future__ import annotations

from collections.abc import Callable

from runtall.domain.own_strength import NAMELESS
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.run_plan import KEY_KINDS, RunKind
from runtall.progression.nearness import (
    LONG_RUN,
    PLAIN,
    PRICED,
    PRICES,
    RACE,
    RUN_WORDS,
    WORKOUT,
    price,
    run_name,
)
from runtall.progression.texts import say
from runtall.progression.why_today.left_out import run_left_out
from runtall.progression.why_today.share import one_session_peak

WEEK = 7
RACE_IN_SIGHT = 21
# Days before the next long run in which it is named though another key run comes before it.
LONG_RUN_NEAR = 3


def neighbours(problem: Problem, plan: Plan, day: int) -> str:
    """Name the last and the next key run with the days between, and a bad neighbour first.

    A long run near and a race in sight are named though another key run comes before them. A last
    one of more than a week ago says nothing, nor does one where nobody knows whether a later one
    was left out, as it should be too soon after an illness.
    """
    today = problem.days[day]
    after = [other for other in problem.days[day + 1 :] if other.kind in KEY_KINDS]
    before = [o for o in problem.days[:day] if o.kind in KEY_KINDS and not run_left_out(problem, o)]
    parts = []
    bad = bad_neighbours(problem, today)
    if bad:
        names = {1: "Tomorrow", -1: "Yesterday"}
        told = ". ".join(f"{names[gap]}: {_key_run(problem, today, gap)}" for gap in bad)
        elsewhere = said_first(problem, plan, today, lambda day: _elsewhere(problem, plan, day))
        parts.append(f"{told}{elsewhere}.")
    races = [other for other in after if _race_in_sight(today, other)]
    near = [other for other in after if other.far and other.index - day <= LONG_RUN_NEAR]
    ahead = [*after[:1], *near[:1], *races]
    told_days = sorted({other.index for other in ahead} - {day + gap for gap in bad})
    words = ", ".join(_ahead(problem, today, problem.days[index]) for index in told_days)
    if words:
        parts.append(f"Next: {words}.")
    if before and -1 not in bad:
        gap = day - before[-1].index
        ago = "yesterday" if gap == 1 else f"{gap} days ago"
        since = problem.days[before[-1].index + 1 : day]
        unknown = any(not other.ill and run_left_out(problem, other) for other in since)
        if gap <= WEEK and not unknown:
            parts.append(f"Last: {run_name(before[-1])}, {ago}.")
    titles = [
        f"{_short(own.title)} ({problem.days[other].date:%a})"
        for other in problem.week(today.week).days
        for own in problem.days[other].own
    ]
    if parts and titles:
        parts.append(say("own_session", titles=", ".join(titles)))
    return " ".join(parts)


def bad_neighbours(problem: Problem, day: Day) -> list[int]:
    """Return which neighbours are bad ones: 1 tomorrow's key run, -1 yesterday's long one."""
    tomorrow = [1] if day.next_kind in KEY_KINDS else []
    left = day.index > 0 and run_left_out(problem, problem.days[day.index - 1])
    return tomorrow + ([-1] if day.since_long == 1 and not left else [])


def _race_in_sight(today: Day, other: Day) -> bool:
    """Return whether a day has a race that is near: the race, or a tune-up within a week."""
    tuneup = other.kind is RunKind.TUNEUP and other.index - today.index < WEEK
    return tuneup or (other.to_race == 0 and today.to_race <= RACE_IN_SIGHT)


def said_first(problem: Problem, plan: Plan, today: Day, words: Callable[[Day], str]) -> str:
    """Return words about a day where no earlier session on its weekday has said the same.

    A peak of one session says it again: the day of one of two need not be that of the only one.
    """
    now = words(today)
    days = (problem.days[s.day] for s in plan.sessions if now and s.day < today.index)
    single = one_session_peak(problem, plan, today.week)
    days = (day for day in days if not single or day.phase is Phase.PEAK)
    told = any(day.weekday == today.weekday and words(day) == now for day in days)
    return "" if told else now


def _elsewhere(problem: Problem, plan: Plan, today: Day) -> str:
    """Say what is near on all other free days of the week; nothing if one of them costs nothing.

    Nor where the day itself is near no key run.
    """
    bad = bad_neighbours(problem, today)
    if not bad:
        return ""
    taken = {session.day for session in plan.sessions}
    others = [
        day
        for day in problem.open_days(problem.week(today.week))
        if day.trainable and day.index not in taken
    ]
    if not others:
        return " - no other day is free"
    are = "other free days are" if len(others) > 1 else "the other free day is"
    prices = {price(day, taken - {today.index}) for day in others}
    last = RACE if today.after_long_race else LONG_RUN
    here = {PRICES.get(today.next_kind, WORKOUT) if gap == 1 else last for gap in bad}
    if "" in prices:
        return ""
    if prices & here and not prices <= here:
        return f" - {are} no better"
    told = " or ".join(words for words in PRICED if words in prices)
    return f" - {are} near {told}, too" if prices <= here else f" - {are} too near {told}"


def _key_run(problem: Problem, today: Day, gap: int) -> str:
    index = today.index + gap
    if 0 <= index < len(problem.days):
        return f"{run_name(problem.days[index])}{_waits(problem, today, problem.days[index])}"
    return f"the {RUN_WORDS[RunKind.TUNEUP if today.since_tuneup == -gap else RunKind.LONG]}"


def _short(title: str) -> str:
    """Return how a sentence names a strength session of the run plan: ``Gym``."""
    words = title.partition(":")[0].strip()
    return words if PLAIN.fullmatch(words) else NAMELESS


def _waits(problem: Problem, today: Day, day: Day) -> str:
    """Say of a hard run that it waits for an easy one, after an illness that is known today."""
    unknown = any(other.ill for other in problem.days[today.index + 1 : day.index + 1])
    waits = day.index > today.index and run_left_out(problem, day) and not unknown
    return say("not_before_easy") if waits else ""


def _ahead(problem: Problem, today: Day, day: Day) -> str:
    gap = day.index - today.index
    when = f"{day.date:%a}" if gap < WEEK else day.label
    words = "tomorrow" if gap == 1 else f"in {gap} days"
    return f"{run_name(day)} {words} ({when}{_waits(problem, today, day)})"
