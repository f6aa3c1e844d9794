"""Notes around a plan change neither its race nor its days, unless they say so; made up."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import RunFile, RunPlanFaults, load_runs

FIRST, RACE = date(2027, 3, 1), date(2027, 4, 25)
USUAL = ["Rest", "Easy 8 km", "6x800", "Easy 8 km", "Rest", "Easy 6 km", "Long run 20 km"]
DAYS = [(FIRST + timedelta(n), USUAL[n % 7]) for n in range((RACE - FIRST).days)]
PLAN = [*DAYS, (RACE, "Marathon")]
LINES = "\n".join(f"{day:%a} {day.day} {day:%b}: {title}" for day, title in PLAN)
TABLE = "\n".join(["Date,Workout", *(f"{day},{title}" for day, title in PLAN)])


def read(tmp_path: Path, text: str) -> RunFile:
    path = tmp_path / "plan"
    path.write_text(text, encoding="utf-8")
    return load_runs(path)


def days(found: RunFile) -> dict[date, str]:
    return {one.date: f"{one.run.kind}" for one in found.runs}


NOTES = [
    "Travel back on Mon 26 April", "PB: London 2025, 27 April, 3:41", "Deadline 27 April",
    "Last year 3:45:10 in Hamburg, 28 Apr", "Watch Boston marathon Mon 19 Apr", "Party 1 May",
    "Pick up bib Sat 24 Apr 10-18h", "Ballot result 27 April", "Last updated 20 April",
    "Marathon 2026: 3:45:12 (26 April)", "Rückflug Mo 26.4.", "MRT 5:20 GA1 6:10",
    "Don't forget: new shoes by 20 March", "Half on 28 March is full, skip",
    "Blood test 18 March, no run before", "Half marathon 28 March cancelled",
    "Anna races the Vienna marathon on 18 April", "Club dinner after the long run 21 March",
    "Mona's marathon is on Sun 2 May", "Skip the second half of the party on 20 March",
]  # fmt: skip


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("plan", [LINES, TABLE])
def test_a_note_below_a_plan_with_its_race_changes_nothing(
    tmp_path: Path, plan: str, note: str
) -> None:
    found = read(tmp_path, f"{plan}\n\n{note}\n")
    assert days(found) == days(read(tmp_path, plan))
    assert days(found)[RACE] == "race"


@pytest.mark.parametrize(
    ("note", "day", "kind", "told"),
    [
        ("Sun 28 March: parkrun", 28, "tuneup", '2027-03-28 was "Long run 20 km", is "parkrun"'),
        ("Easy 5 km instead of 6x800 on 24 March", 24, "easy", 'was "6x800", is "Easy 5 km"'),
        ("No run on 20 March, wedding", 20, "rest", 'was "Easy 6 km", is "rest"'),
        ("Move the 20 on 28 March to 27 March", 27, "long", 'was "Easy 6 km", is "Long run 20 km"'),
    ],
)  # fmt: skip
def test_what_a_note_changes_is_told(
    tmp_path: Path, note: str, day: int, kind: str, told: str
) -> None:
    found = read(tmp_path, f"{LINES}\n\n{note}\n")
    assert days(found)[date(2027, 3, day)] == kind
    assert any(told in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("note", "race"),
    [("Marathon: 25 April", RACE), ("Kiel Marathon, 25 April, goal 3:45:00", RACE),
     ("Deadline 24 April", None), ("PB 3:41:07 on 25 April", None), ("Flight 25 April", None)],
)  # fmt: skip
def test_notes_name_the_race_where_the_plan_has_none(
    tmp_path: Path, note: str, race: date | None
) -> None:
    lines = LINES.rsplit("\n", 1)[0]
    found = days(read(tmp_path, f"{lines}\n\n{note}\n"))
    assert next((day for day, kind in found.items() if kind == "race"), None) == race


def test_days_without_words_name_no_race(tmp_path: Path) -> None:
    found = days(read(tmp_path, TABLE.replace(",Rest", ",")))
    assert [day for day, kind in found.items() if kind in {"race", "tuneup"}] == [RACE]
    assert found[RACE] == "race"


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("(club does 6x800, I skip it)", "easy"),
        ("(hard week at work)", "easy"),
        ("NB hard week at work", "easy"),
        ("(last 2 km at marathon pace)", "workout"),
    ],
)
def test_remarks_below_a_day_are_no_run(tmp_path: Path, line: str, kinds: str) -> None:
    lines = LINES.replace("Tue 2 Mar: Easy 8 km", f"Tue 2 Mar: Easy 8 km\n{line}")
    assert days(read(tmp_path, lines))[date(2027, 3, 2)] == kinds


@pytest.mark.parametrize(
    ("day", "typed"),
    [("Wed 3 Mar", "Wde 3 Mar"), ("Wed 3 Mar", "3 Mrach"), ("Wed 3 Mar", "Wendesday 3 March"),
     ("Thu 4 Mar", "Thrusday 4 Mar")],
)  # fmt: skip
def test_mistyped_days_are_days_of_their_own(tmp_path: Path, day: str, typed: str) -> None:
    found = read(tmp_path, LINES.replace(f"{day}:", f"{typed}:"))
    assert days(found) == days(read(tmp_path, LINES))
    assert any("mistyped" in warning and typed in warning for warning in found.warnings)


@pytest.mark.parametrize("dash", ["-", "\N{EN DASH}"])
@pytest.mark.parametrize(
    "form", ["{:%a} {}.{}.", "{:%a} {}/{}", "{:%a}, {}.{}.:", "- {:%a} {}.{}."]
)
def test_a_dash_behind_a_day_is_rest(tmp_path: Path, form: str, dash: str) -> None:
    plan = [(day, dash if title == "Rest" else title) for day, title in PLAN]
    lines = (f"{form.format(day, day.day, day.month)} {title}" for day, title in plan)
    assert days(read(tmp_path, "\n".join(lines))) == days(read(tmp_path, LINES))


def test_a_dash_behind_a_day_with_its_run_below_is_none(tmp_path: Path) -> None:
    assert days(read(tmp_path, LINES.replace(": ", " -\n"))) == days(read(tmp_path, LINES))


@pytest.mark.parametrize("note", ["Parkrun PB 21:30 on 12/9/{}", "Bought the shoes on 3 March {}"])
@pytest.mark.parametrize("weekdays", [True, False])
def test_the_year_of_a_note_is_none_of_the_plan(
    tmp_path: Path, note: str, *, weekdays: bool
) -> None:
    last = date.today().year
    plan = LINES if weekdays else "\n".join(line[4:] for line in LINES.splitlines())
    below = f"{plan}\n\n{note.format(last)}\n"
    assert days(read(tmp_path, below)) == days(read(tmp_path, plan))


def test_a_plan_of_another_year_than_it_says_is_told_once(tmp_path: Path) -> None:
    with pytest.raises(RunPlanFaults) as refused:
        read(tmp_path, LINES.replace(":", " 2026:"))
    assert str(refused.value).count("is a Sunday, not a Monday") == 1
    assert "55 more like it" in str(refused.value)
