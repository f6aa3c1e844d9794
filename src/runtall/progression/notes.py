"""What an entry of a session has to say beside its numbers: reasons, in one or two sentences."""

from __future__ import annotations

from runtall.derivation.available_loads import difference, step_percent, weighted
from runtall.domain.exercise import LIGHT_KINDS, Exercise, Measure
from runtall.domain.problem import Problem
from runtall.progression.improvised import improvised
from runtall.progression.load_step import Hindrance
from runtall.progression.method import Done
from runtall.progression.path import ALIKE
from runtall.progression.sign_words import sign_words
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
    equipment = problem.equipment(exposure.day.index)
    parts = [
        substitution(problem, exposure.day, exposure.kind, exposure.entry),
        say("bag") if improvised(exercise, equipment, exposure.loads) else "",
        start.note if start else "",
        sign_words(problem, exposure),
        _load(problem, before, now),
        _range(problem, before, now),
    ]
    return " ".join(part for part in parts if part)


def _load(problem: Problem, before: Done | None, now: Done) -> str:
    if before is None or before.level == now.level or now.exposure.back:
        return ""
    same = weighted((before.level,)) == weighted((now.level,))
    if now.exposure.counts and difference(before.level, now.level) > 0:
        exercise = problem.exercises[now.exposure.entry.exercise]
        return _condition(exercise)
    if now.exposure.kind in LIGHT_KINDS and same:
        return f"{100 * now.level.force // before.level.force} % of the usual load."
    if now.exposure.loads == before.exposure.loads:
        return say("one_weight_less")
    return "" if now.exposure.counts else "What there is on this day."


def _condition(exercise: Exercise) -> str:
    """Say on which condition a step of load is taken."""
    words = "step_reps" if exercise.measure is Measure.REPS else "step_full_length"
    return say(words, reps=str(exercise.high))


def _range(problem: Problem, before: Done | None, now: Done) -> str:
    """Name the overshoot and the slack that leave the range, and the reason for standing still."""
    exercise, exposure = problem.exercises[now.exposure.entry.exercise], now.exposure
    if not exposure.counts:
        return ""
    if now.alike > ALIKE:
        held = exposure.held if now.amount < exercise.high or now.why is None else None
        return say("waits", why=say(f"held_{held}")) if held else say("stands", why=_why(now))
    if now.amount > exercise.high:
        return f"Past the range: {_why(now)}."
    if now.amount < exercise.low and (before is None or before.level != now.level):
        return f"Under {exercise.low} at first: a large step."
    return ""


def _why(now: Done) -> str:
    """Say what forbids the next load."""
    heavier = next((lvl for lvl in now.exposure.loads if lvl.force > now.level.force), None)
    percent = step_percent(now.level, heavier) if heavier else 0
    return say(f"no_step_{now.why or Hindrance.UNEARNED}").format(percent=percent)
