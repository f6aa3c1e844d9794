"""Tables with what was run beside what was planned; all are made up."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import RunFile, load_runs
from tests.importers.workbooks import xlsx

RACE = date(2027, 4, 25)
ENGLISH = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
GERMAN = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]
FRENCH = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"]
SPANISH = ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"]
POLISH = ["pon", "wt", "śr", "czw", "pt", "sob", "niedz"]
PLAN = [
    ["rest", "8 km easy", "6x800 m", "rest", "tempo 30 min", "5 km easy", "18 km long"],
    ["rest", "8 km easy", "5x1000 m", "rest", "tempo 35 min", "5 km easy", "20 km long"],
    ["rest", "6 km easy", "4x400 m", "rest", "rest", "3 km easy", "Marathon"],
]
RAN = [
    ["", "8.2 km", "6x800 in 3:20, felt ok", "", "31 min", "skipped", "17.5 km in 1:52"],
    ["4 km easy", "7.9 km", "", "", "tempo 20 min", "5 km", "20.1 km"],
    [""] * 7,
]
Rows = list[list[str]]


def days(week: int) -> list[date]:
    first = RACE - timedelta(7 * (3 - week) - 1)
    return [first + timedelta(at) for at in range(7)]


def weekly(
    head: list[str], plan: str, ran: str, *, again: bool = False, first: bool = True
) -> Rows:
    rows = [["", "", *head]]
    for number, (planned, actual) in enumerate(zip(PLAN, RAN, strict=True), 1):
        two = [[plan, *planned], [ran, *actual]][:: 1 if first else -1]
        rows += [[f"{number}", *two[0]], [f"{number}" if again else "", *two[1]]]
    return rows


def in_one_cell() -> Rows:
    rows = [["Week", *ENGLISH]]
    for number, (planned, ran) in enumerate(zip(PLAN, RAN, strict=True), 1):
        rows += [[f"Week {number} plan", *planned], [f"Week {number} actual", *ran]]
    return rows


def a_row_a_run() -> Rows:
    rows = [["Date", "", "Run"]]
    for week in range(3):
        for day, planned, ran in zip(days(week), PLAN[week], RAN[week], strict=True):
            rows += [[f"{day}", "Planned", planned], *([[f"{day}", "Done", ran]] if ran else [])]
    return rows


def weeks_side_by_side() -> Rows:
    head = [f"W{number} {name}" for number in (1, 2, 3) for name in ("plan", "actual")]
    weeks = [week for both in zip(PLAN, RAN, strict=True) for week in both]
    return [["Day", *head], *([name, *cells] for name, *cells in zip(ENGLISH, *weeks, strict=True))]


def text(rows: Rows) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def workbook(rows: Rows) -> bytes:
    return xlsx({"plan": [list(row) for row in rows]})


def read(tmp_path: Path, raw: bytes) -> tuple[dict[str, list[str]], RunFile]:
    path = tmp_path / "plan"
    path.write_bytes(raw)
    found = load_runs(path, race_date=RACE)
    titles: dict[str, list[str]] = {}
    for one in found.runs:
        titles.setdefault(f"{one.date}", []).append(one.run.title)
    return titles, found


@pytest.mark.parametrize("wrote", [text, workbook])
@pytest.mark.parametrize(
    "rows",
    [
        weekly(ENGLISH, "Plan", "Actual"),
        weekly(ENGLISH, "Planned", "Real", again=True),
        weekly(GERMAN, "Soll", "Ist", first=False),
        weekly(FRENCH, "Prévu", "Réalisé", again=True),
        weekly(SPANISH, "Plan", "Real"),
        weekly(POLISH, "Plan", "Wykonane", again=True),
        in_one_cell(),
        a_row_a_run(),
        weeks_side_by_side(),
    ],
)
def test_the_plan_counts_and_not_what_was_run(
    tmp_path: Path, wrote: Callable[[Rows], bytes], rows: Rows
) -> None:
    titles, found = read(tmp_path, wrote(rows))
    want = {f"{day}": [run] for week in range(3)
            for day, run in zip(days(week), PLAN[week], strict=True)}  # fmt: skip
    assert {day: titles.get(day, ["rest"]) for day in want} == want
    assert any("of what was run left out" in one for one in found.warnings)
    assert not any("on no day" in one for one in found.warnings)


def test_what_is_called_done_or_planned_by_itself_stays(tmp_path: Path) -> None:
    rows = [["Date", "Status", "Run"]]
    rows += [
        [f"{day}", "done" if at % 3 else "planned", run]
        for at, (day, run) in enumerate(zip(days(1), PLAN[1], strict=True))
    ]
    titles, found = read(tmp_path, text(rows))
    assert [*titles.values()] == [[run] for run in PLAN[1]]
    assert not any("left out" in one for one in found.warnings)
