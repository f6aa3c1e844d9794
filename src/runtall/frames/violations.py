"""Every broken rule, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runtall.check.violations import sentence
from runtall.check.violations import violations as find_violations
from runtall.frames.table import DATE, KIND, MAYBE_WHOLE, TEXT, WHOLE, Row, frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from runtall.domain.view import Plans, PlanView

DTYPES = {
    "violation": WHOLE,
    "rule": TEXT,
    "week": MAYBE_WHOLE,
    "date": DATE,
    "session": KIND,
    "position": MAYBE_WHOLE,
    "found": TEXT,
    "sentence": TEXT,
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
    return frame(plans, _rows, DTYPES, index=("violation",))


def _rows(view: PlanView) -> Iterator[Row]:
    problem = view.problem
    for number, broken in enumerate(find_violations(problem, view.plan), start=1):
        _, day, kind, slot = broken.where.key
        yield {
            "violation": number,
            "rule": broken.rule,
            "week": broken.where.week,
            "date": problem.days[day].date if day >= 0 else None,
            "session": kind or None,
            "position": slot or None,
            "found": broken.found,
            "sentence": sentence(problem, broken),
        }
