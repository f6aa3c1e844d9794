"""Comparisons as DataFrames."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pandas as pd

from runtall.compare.measures import COLUMNS, MEASURES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from runtall.compare.comparison import Comparison
    from runtall.compare.differences import Held
    from runtall.domain.view import PlanView
    from runtall.objectives.base import Tier

TEXT = "string"
DATE = "datetime64[s]"
WHOLE = "Int64"
DIFFERENCES = {
    "scenario": TEXT,
    "session_id": TEXT,
    "changes": TEXT,
    "date_before": DATE,
    "date_after": DATE,
    "sets_before": WHOLE,
    "sets_after": WHOLE,
    "minutes_before": WHOLE,
    "minutes_after": WHOLE,
    "exercises_before": TEXT,
    "exercises_after": TEXT,
}


def measures_table(comparison: Comparison) -> pd.DataFrame:
    """One row for each measure, one column for each plan.

    Returns
    -------
    DataFrame
        Index: ``measure`` (name), ``words``, ``unit``. Columns: the plans by name (object: words
        or numbers as the measure has them, None where there is nothing to measure).
    """
    rows = [(measure.name, measure.words, measure.unit) for measure in MEASURES]
    values = {
        name: [comparison.measures[name][measure.name] for measure in MEASURES]
        for name in comparison.names
    }
    index = pd.MultiIndex.from_frame(pd.DataFrame(rows, columns=COLUMNS, dtype=TEXT))
    return pd.DataFrame(values, index=index, dtype=object)


def differences_table(comparison: Comparison) -> pd.DataFrame:
    """One row for each session that a plan has otherwise than the first one.

    Returns
    -------
    DataFrame
        Index: ``scenario``, ``session_id``. Columns: ``changes`` (string: words of `Change`,
        ``+`` between two), and before and after as ``date_`` (datetime64[s]), ``sets_`` (Int64),
        ``minutes_`` (Int64) and ``exercises_`` (string: ``key=sets``, a space between two);
        missing where a plan lacks the session.
    """
    rows = [
        {
            "scenario": other.name,
            "session_id": one.session_id,
            "changes": "+".join(one.changes),
            **_cells(one.before, "before"),
            **_cells(one.after, "after"),
        }
        for other in comparison.against
        for one in other.differences
    ]
    columns = {
        name: pd.Series([row[name] for row in rows], dtype=dtype)
        for name, dtype in DIFFERENCES.items()
    }
    return pd.DataFrame(columns).set_index(["scenario", "session_id"])


def _cells(held: Held | None, suffix: str) -> dict[str, object]:
    exercises = (
        None if held is None else " ".join(f"{key}={n}" for key, n in held.exercises.items())
    )
    return {
        f"date_{suffix}": None if held is None else held.date,
        f"sets_{suffix}": None if held is None else held.sets,
        f"minutes_{suffix}": None if held is None else held.minutes,
        f"exercises_{suffix}": exercises,
    }


def front_table(plans: Mapping[str, PlanView], across: Tier, up: Tier) -> pd.DataFrame:
    """Plans by what they cost in two tiers, as `runtall.plots.front` draws them.

    Returns
    -------
    DataFrame
        Index: ``scenario``, the plan's name. Columns: the words of the two tiers (int64, cost),
        ``proven`` (bool: no plan costs less in one of both, given the other), ``sessions`` and
        ``sets`` (int64, of the whole plan) and ``gives_up`` (string: relaxations, each with its
        weeks, as ``single 12 13; skip 5``).
    """
    stages = {name: view.report.stages for name, view in plans.items()}
    columns = {
        **{
            tier.words: pd.Series([of[tier - 1].value for of in stages.values()], dtype="int64")
            for tier in (across, up)
        },
        "proven": pd.Series(
            [
                all(of[tier - 1].value == of[tier - 1].bound for tier in (across, up))
                for of in stages.values()
            ],
            dtype="bool",
        ),
        "sessions": pd.Series([len(view.plan.sessions) for view in plans.values()], dtype="int64"),
        "sets": pd.Series(
            [sum(one.n_sets for one in view.plan.sessions) for view in plans.values()],
            dtype="int64",
        ),
        "gives_up": pd.Series([_given_up(view) for view in plans.values()], dtype=TEXT),
    }
    index = pd.Index(list(plans), name="scenario", dtype=TEXT)
    return pd.DataFrame(columns).set_index(index)


def _given_up(view: PlanView) -> str:
    uses = sorted((used.step, used.week) for used in view.plan.relaxed)
    return "; ".join(
        f"{step} {' '.join(str(week) for _, week in of_step)}"
        for step, of_step in groupby(uses, key=lambda used: used[0])
    )
