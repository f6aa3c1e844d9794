"""Days given by letters that are joined, as coaches write them in mails and notebooks; made up."""

from __future__ import annotations

from datetime import date

import pytest

from tests.importers.conftest import Load

RACE = date(2027, 5, 30)
# The lines of a week, and its kinds from Monday.
WEEKS = {
    "beside a longer one": (
        ("M/Th    5E", "Tu      4E + 6 ST", "W       2E + 4 x 1T + 2E", "F       off"),
        "easy easy workout easy rest rest long"),
    "with one blank": (
        ("M/F off", "T/Th 5 easy", "W 6x800", "Sat 4 easy"),
        "rest easy workout easy rest easy long"),
    "with a colon": (
        ("M/Th: 5E", "Tu: 4E + 6 ST", "W: 2E + 3 x 1I + 2E", "F/Sa: off"),
        "easy easy workout easy rest rest long"),
    "with commas": (
        ("M, W & Sa - rest", "Tu/Th 8 km easy", "F 6x800"),
        "rest easy rest easy workout rest long"),
}  # fmt: skip


@pytest.mark.parametrize("name", WEEKS)
def test_letters_that_are_joined_name_each_their_day(load: Load, name: str) -> None:
    lines, kinds = WEEKS[name]
    days = ((4, 3), (4, 10), (4, 17), (4, 24))
    weeks = [
        (
            f"Week {number} (May {day})",
            *lines,
            f"Su: {'marathon' if number == 4 else '12 long'}",
            "",
        )
        for number, (_, day) in enumerate(days, 1)
    ]
    found = load("\n".join(line for week in weeks for line in week), race_date=RACE)
    read = {one.date.day: str(one.run.kind) for one in found.runs}
    assert [read.get(day, "rest") for day in range(10, 17)] == kinds.split()
