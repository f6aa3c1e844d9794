"""Every broken rule, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from runtall.check.violations import sentence
from runtall.check.violations import violations as find_violations
from runtall.domain.problem import Problem
from runtall.domain.view import Plans, PlanView
from runtall.domain.where import Violation
from runtall.frames.table import DATE, KIND, MAYBE_WHOLE, TEXT, WHOLE, Columns, frame

if TYPE_CHECKING:
    import pandas as pd


class Broken(NamedTuple):
    """A violation, its place among all, and of which problem's plan."""

    number: int
    violation: Violation
    problem: Problem

    @property
    def date(self) -> date | None:
        """Its day if it has one."""
        _, day, _, _ = self.violation.where.key
        return self.problem.days[day].date if day >= 0 else None


COLUMNS: Columns[Broken] = {
    "violation": (WHOLE, lambda row: row.number),
    "rule": (TEXT, lambda row: row.violation.rule),
    "week": (MAYBE_WHOLE, lambda row: row.violation.where.week),
    "date": (DATE, lambda row: row.date),
    "session": (KIND, lambda row: row.violation.where.key[2] or None),
    "position": (MAYBE_WHOLE, lambda row: row.violation.where.key[3] or None),
    "found": (TEXT, lambda row: row.violation.found),
    "sentence": (TEXT, lambda row: sentence(row.problem, row.violation)),
}


def violations(plans: Plans) -> pd.DataFrame:
    """Return the broken rules by place in the calendar; no row for a plan that keeps them all.

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
    for number, broken in enumerate(find_violations(view.problem, view.plan), start=1):
        yield Broken(number, broken, view.problem)
