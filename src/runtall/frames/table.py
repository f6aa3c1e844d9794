"""How rows become a frame: the same way for one plan and for many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from runtall.domain.calendar import WEEKDAYS
from runtall.domain.exercise import Area, Pattern, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.view import PlanView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from runtall.domain.view import Plans

Row = dict[str, Any]
Dtypes = dict[str, Any]

DATE = "datetime64[s]"
TEXT = "string"
WHOLE = "int64"
MAYBE_WHOLE = "Int64"
DECIMAL = "float64"
MAYBE_DECIMAL = "Float64"
TRUTH = "bool"
OPTIONS = ("A", "B", "C")


def one_of(values: Iterable[str]) -> pd.CategoricalDtype:
    """Words that come in a fixed order."""
    return pd.CategoricalDtype([str(value) for value in values], ordered=True)


WEEKDAY = one_of(WEEKDAYS)
PHASE = one_of(Phase)
KIND = one_of(SessionKind)
PATTERN = one_of(Pattern)
AREA = one_of(Area)
OPTION = one_of(OPTIONS)


def frame(
    plans: Plans,
    rows: Callable[[PlanView], Iterable[Row]],
    dtypes: Mapping[str, Any],
    index: tuple[str, ...],
) -> pd.DataFrame:
    """Make a frame of the rows of one plan or of several.

    Parameters
    ----------
    rows
        Gives the rows of one plan, each with every column.
    dtypes
        Columns in order, the index levels included.
    index
        Which of them are the index; behind ``scenario`` where there are several plans.

    Raises
    ------
    TypeError
        Something else than plans was given, perhaps an answer that holds none.
    """
    _expect_plans(plans)
    if isinstance(plans, PlanView):
        return _frame(list(rows(plans)), dtypes, index)
    named = [{"scenario": name} | row for name, view in plans.items() for row in rows(view)]
    return _frame(named, {"scenario": TEXT} | dict(dtypes), ("scenario", *index))


def _expect_plans(plans: object) -> None:
    for one in plans.values() if isinstance(plans, Mapping) else [plans]:
        if not isinstance(one, PlanView):
            got = type(one).__name__
            raise TypeError(f"wanted is a PlanView or a mapping of them; got {got}")


def _frame(rows: list[Row], dtypes: Mapping[str, Any], index: tuple[str, ...]) -> pd.DataFrame:
    columns = {
        name: pd.Series([row[name] for row in rows], dtype=dtype) for name, dtype in dtypes.items()
    }
    return pd.DataFrame(columns).set_index(list(index))
