"""Races that no weeks of the plan lead to: noted behind it, or with a mistyped year; made up."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import RunFile, load_runs

RACE = date(2027, 4, 18)
WEEKS = 12
Rows = list[tuple[date, str]]


def rows(race: date = RACE, name: str = "Harbour Marathon", weeks: int = WEEKS) -> Rows:
    week = ((-5, "6x800 m"), (-3, "8 km easy"), (0, "long run 18 km"))
    ends = [race - timedelta(7 * left) for left in range(weeks)][::-1]
    found = [(end + timedelta(back), title) for end in ends for back, title in week]
    return [*found[:-1], (race, name)]


def table(found: Rows) -> str:
    return "\n".join(["date,title", *(f"{day},{title}" for day, title in found)])


def lines(found: Rows) -> str:
    return "\n".join(f"{day:%a %d.%m.%Y}: {title}" for day, title in found)


def read(tmp_path: Path, text: str) -> tuple[list[str], RunFile]:
    path = tmp_path / "plan"
    path.write_text(text)
    found = load_runs(path)
    return [f"{one.date}" for one in found.runs if one.run.kind == "race"], found


@pytest.mark.parametrize("wrote", [table, lines])
@pytest.mark.parametrize(
    "noted",
    [
        (date(2028, 4, 16), "Harbour Marathon 2028"),
        (date(2028, 9, 24), "Lake Marathon"),
        (date(2027, 10, 10), "Lake Marathon?"),
        (date(2026, 4, 19), "Harbour Marathon 2026"),
        (date(2028, 4, 16), "the big one at the lake"),
        (date(2028, 2, 13), "Half marathon"),
    ],
)
def test_the_race_is_what_the_weeks_lead_to(tmp_path, wrote, noted) -> None:
    races, found = read(tmp_path, wrote([*rows(), noted]))
    assert races == ["2027-04-18"]
    assert any(f"{noted[0]}" in one for one in found.warnings) or noted[1].startswith("the big")


def test_a_tune_up_with_a_mistyped_year_is_not_the_race(tmp_path: Path) -> None:
    found = rows()
    found[20] = (found[20][0].replace(year=2028), "Half marathon")
    races, file = read(tmp_path, table(found))
    assert races == ["2027-04-18"]
    assert any(f"{found[20][0]}" in one for one in file.warnings)


def test_the_only_race_is_it_and_asked_for_where_nothing_leads_to_it(tmp_path: Path) -> None:
    found = [*rows()[:-1], (date(2028, 4, 18), "Harbour Marathon")]
    races, file = read(tmp_path, table(found))
    assert races == ["2028-04-18"]
    assert any("is its date right?" in one for one in file.warnings)


def test_of_two_that_weeks_lead_to_the_last_is_it(tmp_path: Path) -> None:
    second = rows(date(2027, 9, 26), "Lake Marathon", 20)
    assert read(tmp_path, table([*rows(), *second]))[0] == ["2027-09-26"]


def test_a_race_some_weeks_behind_a_plan_that_has_just_begun_is_it(tmp_path: Path) -> None:
    far = (RACE + timedelta(weeks=12), "Lake Marathon")
    races, file = read(tmp_path, table([*rows(name="Half marathon"), far]))
    assert races == [f"{far[0]}"]
    assert not any("is its date right?" in one for one in file.warnings)
