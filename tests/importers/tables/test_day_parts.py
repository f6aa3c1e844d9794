"""Tables with several columns for each weekday, such as for how long and for what; made up."""

from __future__ import annotations

from datetime import date

import pytest

from tests.importers.conftest import Load

RACE = date(2027, 4, 25)
# How the columns of a day are called, above each other; what is run on Tuesday, Thursday, Sunday.
TABLES = {
    "min and zone": ("{0} min|{0} zone", "", "40|Z2", "60|Z2 with 6x3' Z4", "95|Z2"),
    "kind and miles": ("{0}_workout|{0}_miles", "", "easy|5", "hills|6", "long|11"),
    "dist and effort": ("{0} dist|{0} effort", "", "5|easy", "6|5 x 1k hard", "11|long"),
    "the same beside each": ("{0}|km", "", "easy|8", "tempo|10", "long|18"),
    "no name": ("{0}|", "", "easy|8", "6 x 800 m|10", "long|18"),
    "a row below": ("{0}|", "type|duration", "easy|0:45", "fartlek|1:00", "long|1:50"),
    "notes of the runner": (
        "{0} km|{0} type|{0} notes", "", "8|easy|raced the bus", "10|tempo|", "18|long|flat"),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_the_columns_of_a_day_make_its_run(load: Load, name: str) -> None:
    head, below, easy, hard, long = TABLES[name]
    none = "|".join("-" * head.count("|")) + "|"
    heads = ["Week", *(head.format(day) for day in ("Mon", "Tue", "Thu", "Sun"))]
    rows = [heads, *([["", *[below] * 4]] if below else [])]
    rows += [[str(week), none, easy, hard, long] for week in (1, 2, 3)]
    found = load("\n".join("|".join(row) for row in rows), race_date=RACE)
    kinds = {one.date: str(one.run.kind) for one in found.runs}
    for week in (5, 12):
        assert [kinds.get(date(2027, 4, week + day)) for day in (1, 3, 6)] == [
            "easy", "workout", "long"]  # fmt: skip
    run = next(one.run for one in found.runs if one.date == date(2027, 4, 6))
    assert run.title[0].isdigit()
    told = name not in {"dist and effort", "no name"}  # of a unit nobody says
    assert bool(run.distance_m or run.minutes) == told


def test_what_was_done_beside_a_day_is_no_part_of_it(load: Load) -> None:
    rows = [f"{week},rest,,8 km easy,raced it,6x800,,16 km," for week in (1, 2, 3)]
    table = "\n".join(["Week,Mon,Felt,Tue,Felt,Thu,Felt,Sun,Felt", *rows])
    found = load(table, race_date=RACE)
    assert {str(one.run.kind) for one in found.runs if one.date.weekday() == 1} == {"easy"}
