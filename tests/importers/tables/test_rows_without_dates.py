"""Rows without a date among those that have one: where they are read, and that it is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from runtall.importers import load_runs
from tests.importers.complaints import faults

HEAD = "Date,Run,km\n2027-03-01,easy,5\n2027-03-02,intervals 6x400,8\n"
READ = "rows without a date are read with the day above"
LEFT = "rows without a date left out"


@pytest.mark.parametrize(
    ("rows", "days", "warnings"),
    [
        (",long,16\n,easy,6\n", "1222", [f'{READ} (2, such as "long 16" in line 4)']),
        (",,\n,gym,\n", "12", [f'{LEFT} (1, such as "gym" in line 5)']),
        (",then 6 strides,\n2027-03-03,,4\n", "123",
         [f'{READ} (1, such as "then 6 strides" in line 4)']),
        # The day above isn't that of the row above.
        ("#N/A,tempo,9\n,long,16\n2027-03-03,easy,5\n", "123",
         [f'{LEFT} (2, such as "#N/A tempo 9" in line 4)']),
        ("2027-03-03,easy,5\n", "123", []),
    ],
)  # fmt: skip
def test_where_they_are_read_is_said(
    tmp_path: Path, rows: str, days: str, warnings: list[str]
) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(HEAD + rows)
    loaded = load_runs(path)
    assert "".join(str(one.date.day) for one in loaded.runs) == days
    assert list(loaded.warnings) == warnings


def test_a_plan_does_not_pile_up_on_one_day(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(HEAD + ",easy,5\n,intervals,8\n,long,16\n" * 6)
    (fault,) = faults(path)
    assert (fault.line, fault.message.split(";")[0]) == (10, "12 rows from here on have no date")
