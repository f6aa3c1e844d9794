"""The one line that says why a session lies on its day."""

from __future__ import annotations

from runtall.domain.library import records
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.relaxation import WORDS
from runtall.domain.run_plan import NOT_RUNNING, RunKind
from runtall.progression.coming_back import back_at
from runtall.progression.texts import say

RUN_WORDS = {RunKind(row["kind"]): row["words"] for row in records("run_kinds.csv")}
# Days within which a tune-up race is worth a word.
TUNEUP_IN_SIGHT = 10
RACE_IN_SIGHT = 21


def why_today(problem: Problem, plan: Plan, day: int) -> str:
    """Say why a session lies on this day.

    Returns
    -------
    str
        One line: the guide's option and the day's running, the days to the next long run,
        tune-up and race, and what was given up in that week.
    """
    today = problem.days[day]
    parts = [_option(today), *_ahead(problem, today)]
    if one_session_peak(problem, plan, today.week):
        parts.append(say("one_session_peak"))
    if back := back_at(problem, plan, day):
        ill = back.found.ill and day == back.found.day
        words = say("coming_back_ill" if ill else "coming_back")
        parts.append(words.format(days=back.found.days))
    given_up = [WORDS[used.step] for used in plan.relaxed if used.week == today.week]
    if given_up:
        parts.append(f"Relaxed this week: {'; '.join(given_up)}.")
    return " ".join(parts)


def one_session_peak(problem: Problem, plan: Plan, number: int) -> bool:
    """Return whether a peak week has one session where base weeks have two."""
    peak = problem.week(number).phase is Phase.PEAK and len(plan.in_week(number)) == 1
    return peak and problem.request.base_sessions > 1


def _option(day: Day) -> str:
    if day.option == "A":
        return f"Option A: after {_running(day)}."
    if day.option == "C":
        return f"Option C: after {_running(day)}, kept small."
    if day.option == "B":
        cross = day.kind is RunKind.CROSS
        return f"Option B: a day {'of cross-training' if cross else 'without a run'}, kept short."
    return f"No option of the guide fits this day ({RUN_WORDS[day.kind]})."


def _running(day: Day) -> str:
    """Return the day's runs: ``the easy run and, if you do it, the recovery run``."""
    runs = [run for run in day.runs if run.kind not in NOT_RUNNING]
    kinds = [run.kind for run in runs]
    words = [
        f"the {'second ' if run.kind in kinds[:index] else ''}{RUN_WORDS[run.kind]}"
        for index, run in enumerate(runs)
    ]
    if all(run.optional for run in runs):
        return f"{' and '.join(words)}, or on its own should you rest"
    return " and ".join(
        f"(if you do it) {word}" if run.optional else word
        for run, word in zip(runs, words, strict=True)
    )


def _ahead(problem: Problem, day: Day) -> list[str]:
    ahead = []
    next_far = day.index + (day.to_long or 0)
    if day.to_long is not None and problem.days[next_far].kind is RunKind.LONG:
        ahead.append(_distance(problem, day, day.to_long, RunKind.LONG))
    if day.to_tuneup is not None and day.to_tuneup <= TUNEUP_IN_SIGHT:
        ahead.append(_distance(problem, day, day.to_tuneup, RunKind.TUNEUP))
    if 0 < day.to_race <= RACE_IN_SIGHT or (day.to_race > 0 and not ahead):
        ahead.append(_distance(problem, day, day.to_race, RunKind.RACE))
    return ahead


def _distance(problem: Problem, day: Day, days: int, kind: RunKind) -> str:
    when = "tomorrow" if days == 1 else f"in {days} days"
    what = "Race" if kind is RunKind.RACE else f"Next {RUN_WORDS[kind]}"
    return f"{what} {when} ({problem.days[day.index + days].label})."
