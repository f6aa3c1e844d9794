"""The use case of a week in plain words, from a plan that is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from runtall.app.opening import read_plan_json
from runtall.domain.problem import Problem
from runtall.errors import UserError
from runtall.exporters.folder import record_of
from runtall.exporters.plain_text import week_text


class NoSuchWeek(UserError):
    """A week that a plan doesn't have."""


def show(plan: Path | str, week: int | None = None, today: date | None = None) -> str:
    """Return one week of a plan as plain text, short enough for a message.

    Parameters
    ----------
    plan
        Its folder, or a file in it.
    week
        Its number; None: the week of `today`, or the first or last one.
    today
        None: by this computer's clock.

    Raises
    ------
    NoSuchWeek
        Saying which weeks there are.
    ScenarioFaults, UnreadablePlan
        The file is no good.
    """
    view = read_plan_json(record_of(Path(plan), "plan.json"))
    first, last = view.problem.first_week, len(view.problem.weeks)
    number = week if week is not None else _week_of(view.problem, today or date.today())
    if not first <= number <= last:
        raise NoSuchWeek(f"--week: {number}; allowed: {first} to {last}")
    return week_text(view.problem, view.plan, number, view.scenario.publication.units)


def _week_of(problem: Problem, today: date) -> int:
    number = (today - problem.days[0].date).days // 7 + 1
    return min(max(number, problem.first_week), len(problem.weeks))
