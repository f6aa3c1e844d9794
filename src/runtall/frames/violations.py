"""Every broken rule, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runtall.check.violations import sentence
from runtall.check.violations import violations as find_violations
from runtall.domain.problem import Day
from runtall.domain.view import Plans, PlanView
from runtall.domain.where import Violation
from runtall.frames.table import DATE, KIND, MAYBE_WHOLE, TEXT, WHOLE, Columns, frame

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Broken:
    """A violation, its place among all, and its day if it has one."""

    number: int
    violation: Violation
    day: Day | None
    sentence: str


COLUMNS: Columns[Broken] = {
    "violation": (WHOLE, lambda row: row.number),
    "rule": (TEXT, lambda row: row.violation.rule),
    "week": (MAYBE_WHOLE, lambda row: row.violation.where.week),
    "date": (DATE, lambda row: row.day.date if row.day else None),
    "session": (KIND, lambda row: row.violation.where.key[2] or None),
    "position": (MAYBE_WHOLE, lambda row: row.violation.where.key[3] or None),
    "found": (TEXT, lambda row: row.violation.found),
    "sentence": (TEXT, lambda row: row.sentence),
}


def violations(plans: Plans) -> pd.DataFrame:
    """Broken rules by place in the calendar; no row for a plan that keeps them all.

    Returns
    -------
    DataFrame
        Index: ``violation`` (from 1).

        ======== ================= ====================================================
        column   dtype             meaning
        ======== ================= ====================================================
        rule     string            id of the rule
        week     Int64             week, from 1; NA: the rule speaks of the whole plan
        date     datetime64[s]     day; NaT: the rule speaks of a week, or of the plan
        session  category, ordered D1, D2, merged, light, very_light; NaN: of no kind
        position Int64             slot of the session, from 1; NA: of none
        found    string            what the plan has there
        sentence string            what the rule says of this place
        ======== ================= ====================================================
    """
    return frame(plans, _broken, COLUMNS, index=("violation",))


def _broken(view: PlanView) -> Iterator[Broken]:
    problem = view.problem
    for number, broken in enumerate(find_violations(problem, view.plan), start=1):
        _, day, _, _ = broken.where.key
        yield Broken(
            number, broken, problem.days[day] if day >= 0 else None, sentence(problem, broken)
        )
