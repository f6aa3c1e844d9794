"""Every table: as its docstring has it, and the same for one plan and for many."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from runtall import frames
from runtall.domain.plan import Plan
from runtall.frames import PlanView

Table = Callable[..., pd.DataFrame]
TABLES: list[Table] = [
    getattr(frames, name) for name in frames.__all__ if name not in {"PlanView", "Plans"}
]
tables = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)


def documented(table: Table) -> dict[str, str]:
    """Columns and dtypes of the docstring's table."""
    _, _, body, _ = re.split(r"^ +=[= ]+$", table.__doc__ or "", flags=re.MULTILINE)
    rows = re.findall(r"^ {8}(\w+) +(category, ordered|\S+)", body, re.MULTILINE)
    return {column: dtype.removesuffix(", ordered") for column, dtype in rows}


def dtypes(frame: pd.DataFrame) -> dict[str, str]:
    return {str(column): str(dtype) for column, dtype in frame.dtypes.items()}


@tables
def test_columns_and_dtypes_are_the_documented_ones(table: Table, sample: PlanView) -> None:
    frame = table(sample)
    assert dtypes(frame) == documented(table)
    index = re.search(r"Index: (.*?)\.\n\n", table.__doc__ or "", re.DOTALL)
    assert index
    assert [name for name in re.findall(r"``(\w+)``", index[1])] == frame.index.names
    assert frame.index.is_unique


@tables
def test_many_plans_add_one_level(table: Table, plans: dict[str, PlanView]) -> None:
    many = table(plans)
    assert many.index.names[0] == "scenario"
    assert dtypes(many) == documented(table)
    for name, view in plans.items():
        one = table(view)
        if len(one):
            pd.testing.assert_frame_equal(many.loc[name], one, check_index_type=False)
    assert list(many.index.unique("scenario")) == [
        name for name, view in plans.items() if len(table(view))
    ]


@tables
def test_a_plan_without_sessions_keeps_the_dtypes(table: Table, sample: PlanView) -> None:
    empty = table(replace(sample, plan=Plan(())))
    assert dtypes(empty) == documented(table)
    assert dtypes(table({})) == documented(table)


@tables
def test_only_plans_make_a_table(table: Table, sample: PlanView) -> None:
    for other, got in (("plan.json", "str"), (None, "NoneType"), ({"a": sample, "b": 7}, "int")):
        with pytest.raises(TypeError, match=f"a plan, or a mapping of plans by name; got {got}"):
            table(other)
