"""Letters and numbers that stand for runs, and weeks that each have their own header."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.importers import load_runs
from runtall.importers.kinds.classify import classify
from runtall.importers.words.lengths import distance
from tests.importers.workbooks import xlsx

MONDAY = date(2027, 3, 1)
RACE = MONDAY + timedelta(7 * 4 - 1)


def kinds(path: Path, content: str | bytes, days: int = 7, race: date | None = RACE) -> list[str]:
    """Return the kind of the first run of each day; one without a run is rest."""
    file = path / "plan"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    runs = load_runs(file, race_date=race).runs
    found = {one.date: str(one.run.kind) for one in reversed(runs)}
    return [found.get(MONDAY + timedelta(day), "rest") for day in range(days)]


def test_codes_of_a_legend_behind_numbers_and_letters_for_weekdays(tmp_path: Path) -> None:
    lines = ["0 = off  e = easy 9:40  r = recovery  ml = medium long   L = long",
             "T = tempo   X = rowing machine 30 min", ""]  # fmt: skip
    week = ("M  0", "Tu 6e", "W 9ml", "Th  5 T 3mi", "F X", "Sa 4r", "Su 12L")
    for day in range(28):
        stands = MONDAY + timedelta(day)
        name, _, run = week[day % 7].partition(" ")
        lines.append(f"{stands.month}/{stands.day} {name:3} {run.strip()}")
    lines[-1] = lines[-1].replace("12L", "Half Marathon")
    assert kinds(tmp_path, "\n".join(lines)) == [
        "rest", "easy", "medium_long", "workout", "cross", "recovery", "long",
    ]  # fmt: skip


def test_a_sign_before_every_weekday_is_no_letter_for_one(tmp_path: Path) -> None:
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    days = (MONDAY + timedelta(day) for day in range(28))
    lines = [f"- {day}: x {names[day.weekday()]} - 8 km easy" for day in days]
    assert kinds(tmp_path, "\n".join(lines)) == ["easy"] * 7


def test_weeks_that_each_have_a_header_with_their_dates(tmp_path: Path) -> None:
    rows = [["BLOCK", "MP 6:00, easy whatever"]]
    for week in range(4):
        days = [MONDAY + timedelta(7 * week + day) for day in range(7)]
        rows.append(
            [f"WEEK {week + 1}", *(f"{day:%a} {day.month}/{day.day}" for day in days), "sum"]
        )
        last = "Half marathon race" if week == 3 else f"{14 + week}"
        rows.append(["AM", "6", "7", "8 total: 4 mi tempo", "off", "6", "5", last, "52"])
        rows.append(["PM", "4", "", "3", "", "", "lift", "", ""])
    read = kinds(tmp_path, xlsx({"plan": rows}))
    assert read == ["easy", "easy", "workout", "rest", "easy", "easy", "long"]
    found = load_runs(tmp_path / "plan", race_date=RACE)
    assert [one.run.title for one in found.runs if one.date == MONDAY] == ["6", "4"]
    assert {one.date.weekday() for one in found.occupied} == {5}


@pytest.mark.parametrize(("miles", "letter_r"), [("", "rest"), ("3", "recovery")])
def test_types_of_a_letter_that_nothing_explains(tmp_path: Path, miles: str, letter_r: str) -> None:
    types = (
        ("R", miles),
        ("E", "5"),
        ("T", "6"),
        ("E", "5"),
        ("R", miles),
        ("E", "4"),
        ("L", "12"),
    )
    rows = ["Date,Type,Miles"]
    for day in range(27):
        letter, far = types[day % 7]
        rows.append(f"{MONDAY + timedelta(day)},{letter},{far}")
    assert kinds(tmp_path, "\n".join(rows)) == [
        letter_r, "easy", "workout", "easy", letter_r, "easy", "long",
    ]  # fmt: skip


def test_a_column_for_what_is_done_in_place_of_a_run(tmp_path: Path) -> None:
    rows = ["Date;km;Run;Other;Notes"]
    other = {0: "gym", 3: "bike 25 km", 5: "dentist 16:00"}
    for day in range(27):
        run = {1: "6;easy", 2: "7;6 x 800 m", 4: "5;easy", 6: "14;long"}.get(day % 7, ";-")
        rows.append(f"{MONDAY + timedelta(day)};{run};{other.get(day % 7, '')};warm")
    assert kinds(tmp_path, "\n".join(rows)) == [
        "rest", "easy", "workout", "cross", "easy", "rest", "long",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "others"),
    [
        ("Easier one this week, 1st to 7th March", "Week of {0:%-d %B}"),
        ("Wk 1 - Mar 1 (easy wk)", "Wk {1} - {0:%b %-d}"),
    ],
)
def test_a_remark_beside_the_dates_of_a_week_is_no_run(
    tmp_path: Path, heading: str, others: str
) -> None:
    days = "Mon - rest\nTue - 8 km easy\nWed - 6 x 800 m\nThu - rest\nFri - 6 km easy\nSat - rest\n"
    weeks = "".join(
        f"{others.format(MONDAY + timedelta(7 * week), week + 1)}\n{days}Sun - 18 km long\n"
        for week in range(1, 4)
    )
    read = kinds(tmp_path, f"{heading}\n{days}Sun - 16 km long\n{weeks}")
    assert read == ["rest", "easy", "workout", "rest", "easy", "rest", "long"]


def test_weekdays_within_the_brackets_of_a_week_are_none_of_its_days(tmp_path: Path) -> None:
    lines = []
    for week in range(4):
        first, last = (MONDAY + timedelta(7 * week + day) for day in (0, 6))
        dates = f"(Mon {first:%-d %b} - Sun {last:%-d %b})"
        lines.append(
            f"Week {week + 1} {dates}. Tuesday easy 8. Wednesday we do 6 x 800m at the track."
            " Thursday easy 8 again. Saturday a 5k recovery jog, then Sunday long run of 24.\n"
        )
    assert kinds(tmp_path, "\n".join(lines)) == [
        "rest", "easy", "workout", "easy", "rest", "recovery", "long",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Vasari HM - race effort", "race"),
        ("HMP - race effort", "workout"),
        ("SURF TOWN MARATHON", "race"),
        ("Surf lesson", "cross"),
        ("recovery after the long one", "recovery"),
        ("5k w/ 2k @ half pace", "workout"),
    ],
)
def test_what_titles_mean(title: str, kind: str) -> None:
    assert classify(title).kind == kind


@pytest.mark.parametrize(
    ("title", "metres"),
    [("LR 20 (last 10K fast)", 32_187), ("8 (incl. 2 km warm-up)", 12_875), ("6 (10 km)", 10_000)],
)
def test_a_part_in_brackets_is_shorter_than_the_number_ahead(title: str, metres: int) -> None:
    assert distance(title, "mi") == metres


@pytest.mark.parametrize(
    ("legend", "runs"),
    [
        ("ST / MT / LT = short / mid / long tempo pace (7:15 / 7:30 / 7:45)",
         ("2 easy, 3 ST, 1 easy", "1 easy, 4 MT, 1 easy", "1 easy, 5 LT, 1 easy")),
        ("KA / HA = kurzer / harter Abschnitt im Renntempo",
         ("3 km locker, 4 KA, 2 km locker", "3 km locker, 2 HA, 2 km locker", "5 x KA")),
        ("H/T = hill repeats / tempo", ("2 easy, 5 H, 2 easy", "2 easy, 3 T, 2 easy", "T 4 miles")),
    ],
)  # fmt: skip
def test_several_codes_that_are_explained_together(
    tmp_path: Path, legend: str, runs: tuple[str, str, str]
) -> None:
    rows = [f"{week},rest,{runs[0]},8 easy,{runs[1]},rest,{runs[2]},16 long" for week in (1, 2, 3)]
    rows.append("4,rest,5 easy,5 easy,5 easy,rest,3 easy,MARATHON")
    text = "\n".join(["Week,Mon,Tue,Wed,Thu,Fri,Sat,Sun", *rows, "", legend])
    assert kinds(tmp_path, text) == [
        "rest", "workout", "easy", "workout", "rest", "workout", "long",
    ]  # fmt: skip


def test_a_sheet_explains_codes_beside_what_else_it_says_of_them(tmp_path: Path) -> None:
    header = ["Wk", "from", "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
    week = ["OFF", "SD 8", "ZQ 10 (4x2k)", "RG 6", "SD 8", "RG 5", "DT 18"]
    weeks = [[str(at + 1), MONDAY + timedelta(7 * at), *week] for at in range(4)]
    weeks[-1][-1] = "MARATHON"
    means = [["sign", "what", "pulse"], ["SD", "easy run, km", "75%"], ["OFF", "nothing", ""],
             ["RG", "recovery run, slow", "<70%"], ["ZQ", "threshold, total (reps)", "88%"],
             ["DT", "long run", "75%"], ["DT+ZQ", "long run, parts at threshold", ""]]  # fmt: skip
    book = xlsx({"Plan": [header, *weeks], "Signs": means})
    assert kinds(tmp_path, book, race=None) == [
        "rest", "easy", "workout", "recovery", "easy", "recovery", "long",
    ]  # fmt: skip


def test_codes_of_strides_stand_behind_a_length(tmp_path: Path) -> None:
    lines = ["KD = cadence drill, GX = short gliders at 90 %", "", "date,run"]
    week = ("off", "30 min + 4 KD", "off", "35 min + 5 GX", "off", "20 min", "16 km long")
    lines += [f"{MONDAY + timedelta(day)},{week[day % 7]}" for day in range(27)]
    assert kinds(tmp_path, "\n".join([*lines, f"{RACE},MARATHON"])) == [
        "rest", "easy", "rest", "easy", "rest", "easy", "long",
    ]  # fmt: skip
