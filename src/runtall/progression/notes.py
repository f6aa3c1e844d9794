"""What an entry of a session has to say beside its numbers: reasons, in one or two sentences."""

from __future__ import annotations

from runtall.domain.exercise import LIGHT_KINDS
from runtall.domain.problem import Problem
from runtall.progression.available_loads import difference, step_percent, weighted
from runtall.progression.improvised import improvised
from runtall.progression.method import Done
from runtall.progression.starting_load import Start
from runtall.progression.substitution import substitution
from runtall.progression.texts import say


def entry_note(problem: Problem, start: Start | None, before: Done | None, now: Done) -> str:
    """Say why an entry is as it is: substitution, first load, step of load, range left.

    Parameters
    ----------
    start
        Where the exercise begins, on its first exposure only.
    before
        The last exposure that counts.
    """
    exposure = now.exposure
    exercise = problem.exercises[exposure.entry.exercise]
    parts = [
        substitution(problem, exposure.day, exposure.kind, exposure.entry),
        say("bag") if improvised(exercise, exposure.day.items) else "",
        start.note if start else "",
        _load(before, now),
        _range(problem, before, now),
    ]
    return " ".join(part for part in parts if part)


def _load(before: Done | None, now: Done) -> str:
    if before is None or before.level == now.level or now.exposure.back:
        return ""
    same = weighted((before.level,)) == weighted((now.level,))
    if now.exposure.counts and difference(before.level, now.level) > 0:
        return f"{step_percent(before.level, now.level)} % more: the reps fall and grow again."
    if now.exposure.kind in LIGHT_KINDS and same:
        return f"{100 * now.level.force // before.level.force} % of the usual load."
    return "" if now.exposure.counts else "What there is on this day."


def _range(problem: Problem, before: Done | None, now: Done) -> str:
    """Name the overshoot and the slack that leave the range."""
    exercise, exposure = problem.exercises[now.exposure.entry.exercise], now.exposure
    if not exposure.counts:
        return ""
    if now.amount > exercise.high:
        return f"Above {exercise.high} on purpose: {_next_step(now)}."
    if now.amount < exercise.low and (before is None or before.level != now.level):
        return f"Fewer than {exercise.low} at first: the step of load is a large one."
    return ""


def _next_step(now: Done) -> str:
    heavier = [level for level in now.exposure.loads if level.force > now.level.force]
    if not heavier:
        return "there is no heavier weight"
    return f"the next weight is {step_percent(now.level, heavier[0])} % heavier, too large a step"
