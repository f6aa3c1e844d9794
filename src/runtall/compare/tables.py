"""Comparisons as DataFrames."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

import pandas as pd

from runtall.compare.differences import Difference, Side
from runtall.compare.measures import COLUMNS, MEASURES, Value
from runtall.domain.tier import Tier
from runtall.domain.view import PlanView
from runtall.frames.table import DATE, MAYBE_WHOLE, TEXT, TRUTH, WHOLE, Columns, table

# Name of the plan, and what it has otherwise.
Row = tuple[str, Difference]


def _before_and_after(name: str, dtype: str, value: Callable[[Side], object]) -> Columns[Row]:
    """Return a column for each of both plans; missing where a plan lacks the session."""
    return {
        f"{name}_before": (dtype, lambda row: row[1].before and value(row[1].before)),
        f"{name}_after": (dtype, lambda row: row[1].after and value(row[1].after)),
    }


DIFFERENCES: Columns[Row] = {
    "scenario": (TEXT, lambda row: row[0]),
    "session_id": (TEXT, lambda row: row[1].session_id),
    "changes": (TEXT, lambda row: "+".join(row[1].changes)),
    **_before_and_after("date", DATE, lambda side: side.date),
    **_before_and_after("sets", MAYBE_WHOLE, lambda side: side.sets),
    **_before_and_after("minutes", MAYBE_WHOLE, lambda side: side.minutes),
    **_before_and_after(
        "exercises", TEXT, lambda side: " ".join(f"{key}={n}" for key, n in side.exercises.items())
    ),
}


def measures_table(measures: Mapping[str, Mapping[str, Value]]) -> pd.DataFrame:
    """Return measures by plan as `runtall.compare.comparison.Comparison.table` has them."""
    rows = [(measure.name, measure.words, measure.unit) for measure in MEASURES]
    values = {name: [of[measure.name] for measure in MEASURES] for name, of in measures.items()}
    index = pd.MultiIndex.from_frame(pd.DataFrame(rows, columns=COLUMNS, dtype=TEXT))
    return pd.DataFrame(values, index=index, dtype=object)


def differences_table(rows: Iterable[Row]) -> pd.DataFrame:
    """Return sessions as `runtall.compare.comparison.Comparison.sessions` has them."""
    return table(rows, DIFFERENCES, ("scenario", "session_id"))


def front_table(plans: Mapping[str, PlanView], across: Tier, up: Tier) -> pd.DataFrame:
    """Return plans as `runtall.compare.front.Front.table` has them."""
    columns: Columns[tuple[str, PlanView]] = {
        "scenario": (TEXT, lambda row: row[0]),
        across.words: (WHOLE, lambda row: row[1].report.stage(across).value),
        up.words: (WHOLE, lambda row: row[1].report.stage(up).value),
        "proven": (
            TRUTH,
            lambda row: all(row[1].report.stage(tier).proven for tier in (across, up)),
        ),
        "sessions": (WHOLE, lambda row: len(row[1].plan.sessions)),
        "sets": (WHOLE, lambda row: sum(session.n_sets for session in row[1].plan.sessions)),
        "gives_up": (TEXT, lambda row: _given_up(row[1])),
    }
    return table(plans.items(), columns, ("scenario",))


def _given_up(view: PlanView) -> str:
    uses = sorted((used.step, used.week) for used in view.plan.relaxed)
    return "; ".join(
        f"{step} {' '.join(str(week) for _, week in of_step)}"
        for step, of_step in groupby(uses, key=lambda used: used[0])
    )
