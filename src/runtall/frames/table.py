"""How a frame is made of columns: the same way for one plan and for many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import pandas as pd

from runtall.domain.calendar import WEEKDAYS
from runtall.domain.exercise import Area, Pattern, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.view import Plans, PlanView, named

S = TypeVar("S")
# The columns of a frame in order, index levels included: dtype, and what a row's source has.
Columns = Mapping[str, tuple[Any, Callable[[S], Any]]]

DATE = "datetime64[s]"
TEXT = "string"
WHOLE = "int64"
MAYBE_WHOLE = "Int64"
DECIMAL = "float64"
MAYBE_DECIMAL = "Float64"
TRUTH = "bool"
OPTIONS = ("A", "B", "C")


def one_of(values: Iterable[str]) -> pd.CategoricalDtype:
    """Return the type of words that come in a fixed order."""
    return pd.CategoricalDtype([str(value) for value in values], ordered=True)


WEEKDAY = one_of(WEEKDAYS)
PHASE = one_of(Phase)
KIND = one_of(SessionKind)
PATTERN = one_of(Pattern)
AREA = one_of(Area)
OPTION = one_of(OPTIONS)


def frame(
    plans: Plans,
    sources: Callable[[PlanView], Iterable[S]],
    columns: Columns[S],
    index: tuple[str, ...],
) -> pd.DataFrame:
    """Make a frame of one plan or of several.

    Parameters
    ----------
    sources
        Gives what the rows of one plan are made of.
    index
        Columns that are the index; behind ``scenario`` where there are several plans.

    Raises
    ------
    TypeError
        Something else than plans was given, perhaps an answer that holds none.
    """
    by_name = named(plans)
    if isinstance(plans, PlanView):
        return table(list(sources(plans)), columns, index)
    rows = [(name, source) for name, view in by_name.items() for source in sources(view)]
    made = table([source for _, source in rows], columns, ())
    made.insert(0, "scenario", pd.Series([name for name, _ in rows], dtype=TEXT))
    return made.set_index(["scenario", *index])


def table(sources: Iterable[S], columns: Columns[S], index: tuple[str, ...]) -> pd.DataFrame:
    """Make a frame with a row for each source."""
    rows = list(sources)
    made = pd.DataFrame(
        {
            name: pd.Series([value(row) for row in rows], dtype=dtype)
            for name, (dtype, value) in columns.items()
        }
    )
    return made.set_index(list(index)) if index else made
