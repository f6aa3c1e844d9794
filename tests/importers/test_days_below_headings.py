"""Days by their numbers below weeks with a range, and the year only in a heading."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.importers.conftest import Load

RACE = date(2027, 5, 30)
FIRST = RACE - timedelta(27)
RUNS = {
    "en": ["Rest Day", "Easy Run\n   4.0 mi   9:50 /mi", "Speed Run\n   6 x 400m, 90 sec recovery",
           "Cross Training\n   40 min bike", "Easy Run\n   3.0 mi", "Long Run\n   12.0 mi",
           "Recovery Run\n   3.0 mi   slow"],
    "de": ["Ruhetag", "Lockerer Lauf\n   7 km", "Intervalle\n   6 x 400 m", "Radfahren\n   40 min",
           "Lockerer Lauf\n   5 km", "Langer Lauf\n   20 km", "Regeneration\n   5 km"],
    "fr": ["Repos", "Footing\n   7 km", "Fractionn\u00e9\n   6 x 400 m", "V\u00e9lo\n   40 min",
           "Footing\n   5 km", "Sortie longue\n   20 km", "R\u00e9cup\u00e9ration\n   5 km"],
}  # fmt: skip
NAMES = {
    "en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    "de": ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
    "fr": ["Lun", "Mar", "Mer", "Jeu", "Ven", "Sam", "Dim"],
}
KINDS = ["rest", "easy", "workout", "cross", "easy", "long", "recovery"]


def plan(heading: str, week: str, day: str, code: str) -> str:
    """Return a plan of four weeks; the race is its last day."""
    lines = [heading, ""]
    for at in range(4):
        begins = FIRST + timedelta(7 * at)
        lines += [week.format(at + 1, begins, begins + timedelta(6))]
        for offset, (name, run) in enumerate(zip(NAMES[code], RUNS[code], strict=True)):
            one = begins + timedelta(offset)
            head = day.format(name=name.upper(), day=one.day)
            lines += [head, "   " + (run if one != RACE else "Marathon")]
        lines.append("")
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("heading", "week", "day", "code"),
    [
        ("My Plan\nGlass City Marathon\nSun, May 30, 2027\n12 weeks",
         "WEEK {0} OF 4     {1:%b} {1.day} - {2:%b} {2.day}", "{name} {day}", "en"),
        ("12 weeks\n\nGlass City Marathon\nSun, May 30, 2027",
         "Week {0} \u00b7 {1:%b} {1.day} - {2:%b} {2.day}", "{name} {day}", "en"),
        ("Race\nSunday 30 May 2027\n26.2 miles",
         "Week {0}: {1.day} {1:%b} - {2.day} {2:%b}", "{name}\n{day}", "en"),
        ("Marathon Ulm\nSo, 30.05.2027", "WOCHE {0} VON 4   {1:%d.%m.} - {2:%d.%m.}",
         "{name} {day}", "de"),
        ("Marathon de Metz\ndim. 30 mai 2027", "SEMAINE {0}   {1:%d/%m} - {2:%d/%m}",
         "{name} {day}", "fr"),
        ("Chester Marathon\nSunday 30 May 2027. 4 wks. miles",
         "Week {0}: {1.day} {1:%b} - {2.day} {2:%b}", "{name} {day}", "en"),
    ],
)  # fmt: skip
def test_the_year_stands_above_and_days_by_number_below_their_weeks(
    load: Load, heading: str, week: str, day: str, code: str
) -> None:
    found = {one.date: f"{one.run.kind}" for one in load(plan(heading, week, day, code)).runs}
    for at in range(27):
        assert found.get(FIRST + timedelta(at), "rest") == KINDS[at % 7], at
    assert found[RACE] == "race"
    assert max(found) == RACE


def test_a_first_day_with_its_year_and_its_run_stays_a_day(load: Load) -> None:
    below = "\n".join(f"{FIRST + timedelta(at):%a %-d %b}: easy {at} km" for at in range(5, 12))
    text = f"Sun 2 May 2027\neasy 4 km\n\nWeek 2\n{below}\n"
    assert min(one.date for one in load(text).runs) == date(2027, 5, 2)
