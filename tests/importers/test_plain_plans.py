"""Plain plans of every day that were read wrong once: each a kind, several ways of writing it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.errors import UserError
from runtall.importers import load_runs
from runtall.importers.days.week_names import names_week, start_of_week
from runtall.importers.kinds.classify import classify
from runtall.importers.legend import explained
from runtall.importers.words.languages import spoken
from tests.importers.test_as_runners_keep_them import read
from tests.importers.workbooks import Cell, xlsx

MONDAY = date(2027, 3, 29)
RACE = date(2027, 4, 25)


def kinds(path: Path, race: date | None = None) -> dict[date, str]:
    return {one.date: str(one.run.kind) for one in load_runs(path, race_date=race).runs}


@pytest.mark.parametrize("week", ["Sett. {}", "sett {}", "Settimana {}"])
def test_weeks_of_italians_are_no_days_of_september(tmp_path: Path, week: str) -> None:
    days = [
        "LUN riposo",
        "MAR CL 8",
        "MER 8x500",
        "GIO riposo",
        "VEN CL 10",
        "SAB riposo",
        "DOM lungo 20",
    ]
    head = ["", *(week.format(number) for number in range(1, 5))]
    rows = [[day.split(" ", 1)[0], *[day.split(" ", 1)[1]] * 4] for day in days]
    rows[-1][-1] = "MARATONA"
    found = read(tmp_path, xlsx({"Tabella": [head, *rows]}))
    assert found["03-31"] == found["04-21"] == "workout"
    assert found["04-18"] == "long"
    assert found["04-25"] == "race"


@pytest.mark.parametrize(
    ("label", "first"),
    [
        ("S1 \u2013 du 28/12 au 03/01/2027 (4 séances)", "28/12/2026"),
        ("KW 5 - vom 01.02. bis 07.02.2027", "01.02.2027"),
        ("Week 3: 29 Mar - 4 Apr 2027", "29 Mar 2027"),
        ("S 12 - 01/02 au 07/02", "01/02"),
    ],
)
def test_a_week_by_its_number_and_its_days(label: str, first: str) -> None:
    assert names_week(label)
    assert start_of_week(label) == first


@pytest.mark.parametrize(
    "heading", ["S{0} \u2013 du {1:%d/%m} au {2:%d/%m/%Y} (grosse semaine !!)",
                "Semaine {0} : {1:%d/%m} - {2:%d/%m/%Y} (encore un peu de volume)"],
)  # fmt: skip
def test_blocks_with_the_days_of_their_week_above(tmp_path: Path, heading: str) -> None:
    names = ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"]
    rows: list[list[Cell]] = [["", "Prépa marathon"]]
    for week in range(4):
        first = MONDAY + timedelta(7 * week)
        last = "MARATHON" if week == 3 else "SL 1h30"
        rows += [
            ["", heading.format(week + 1, first, first + timedelta(6))],
            ["", *names],
            ["", "Repos", "EF 50'", "VMA 10 x 400", "", "EF 45'", "Repos", last],
            [],
        ]
    path = tmp_path / "plan.xlsx"
    path.write_bytes(xlsx({"Prépa": rows}))
    found = kinds(path)
    assert found[date(2027, 4, 14)] == "workout"
    assert found[date(2027, 4, 18)] == "long"
    assert found[RACE] == "race"
    assert found[MONDAY] == "rest"


@pytest.mark.parametrize("corner", ["Pozna\u0144 2027", "Marathon 25.4.2027", "spring '27"])
def test_the_year_in_the_corner(tmp_path: Path, corner: str) -> None:
    starts = [MONDAY + timedelta(7 * week) for week in range(4)]
    head = ",".join([corner, *(f"Week {number}" for number in range(1, 5))])
    dates = ",".join(["", *(f"{one:%d.%m}-{one + timedelta(6):%d.%m}" for one in starts)])
    days = ["Mon,off", "Tue,easy 8 km", "Wed,6x800 m", "Thu,off", "Fri,easy 6 km", "Sat,off"]
    rows = [",".join([one.split(",")[0], *[one.split(",")[1]] * 4]) for one in days]
    path = tmp_path / "plan.csv"
    path.write_text("\n".join([head, dates, *rows, "Sun,long 18,long 20,long 12,MARATHON"]))
    found = kinds(path)
    assert found[MONDAY + timedelta(2)] == "workout"
    assert found[RACE] == "race"


@pytest.mark.parametrize(
    "remark", ["Taper, three weeks.", "Taper: three weeks", "Last hard ones, 3 weeks.",
               "Almost there. Two weeks!"],
)  # fmt: skip
def test_a_remark_below_the_name_of_a_week_names_no_other(tmp_path: Path, remark: str) -> None:
    week = "\n  Mon  off\n  Tue  6 x 800 m\n  Thu  easy 8 km\n  Sun  {}\n"
    text = ""
    for number in range(1, 5):
        first = MONDAY + timedelta(7 * number - 7)
        text += f"\nWEEK {number} - w/c {first:%a} {first.day} {first:%b}\n"
        text += remark * (number == 4)
        text += week.format("MARATHON" if number == 4 else "long 20 km")
    found = read(tmp_path, f"Up to the marathon on Sunday 25 April 2027.\n{text}")
    assert [found[day] for day in ("03-30", "04-06", "04-13", "04-20")] == ["workout"] * 4
    assert found["04-18"] == "long"


def test_what_a_row_of_long_cells_is_called_has_no_number(tmp_path: Path) -> None:
    """A first run at "15K pace" is no label of its row."""
    rows: list[list[Cell]] = [
        ["Goal race Sunday 25 April 2027"],
        ["Mesocycle 1"],
        ["Weeks to goal", 3, 2],
        ["Mon", "Rest", "Rest"],
        ["Tue", "Lactate threshold 8 mi w/ 3 mi @ 15K-HM pace", "General aerobic 9 mi"],
        ["Thu", "General aerobic 8 mi", "Recovery 5 mi"],
        ["Sun", "Long run 12 mi", "Long run 14 mi"],
        [],
        ["Mesocycle 2"],
        ["Weeks to goal", 1, 0],
        ["Mon", "Rest", "Rest"],
        [
            "Tue",
            "Lactate threshold 7 mi w/ 4 mi @ 15K-HM pace",
            "Dress rehearsal 7 mi w/ 2 mi @ MP",
        ],
        ["Thu", "Recovery 5 mi", "Recovery 4 mi"],
        ["Sun", "Long run 10 mi", "Goal marathon"],
    ]
    found = read(tmp_path, xlsx({"55": rows}), None)
    assert found["03-30"] == found["04-13"] == "workout"
    assert found["04-06"] == "easy"


@pytest.mark.parametrize("legend", [
    "ST = strides (light and quick, not a sprint)", "ST: strides (fast feet, 15 s)",
    "ST = strides (zone 4)",
])  # fmt: skip
def test_a_remark_behind_what_a_letter_means_says_only_how(tmp_path: Path, legend: str) -> None:
    assert explained([legend])["ST"] == "strides"
    rows = [f"{MONDAY + timedelta(7 * week + 1)};E {8 + week} + {week + 4} ST" for week in range(4)]
    table = "\n".join([f"{legend};", "E = easy;", "date;session", *rows, "2027-04-25;marathon"])
    assert {*read(tmp_path, table).values()} == {"easy", "race"}


@pytest.mark.parametrize("says", ["S = session (intervals)", "Q = run (tempo or intervals)"])
def test_a_remark_that_says_what_is_kept(says: str) -> None:
    assert "intervals" in explained([says])[says[0]]


@pytest.mark.parametrize(
    ("legend", "title", "kind"),
    [
        ("Jog = recovery, so slow you can sing, Aerobic = steady", "Jog 45'", "recovery"),
        ("Steady = marathon pace", "steady 10 km", "workout"),
        ("Long = easy pace 6:00", "long 20 km", "long"),
        ("gliders = relaxed pick-ups down a slope", "30 min run, 4 gliders", "easy"),
    ],
)
def test_a_plan_may_mean_more_by_a_word_for_easy(
    tmp_path: Path, legend: str, title: str, kind: str
) -> None:
    lines = [f"{MONDAY + timedelta(7 * week + 2)};{title}" for week in range(3)]
    lines += [f"{MONDAY + timedelta(7 * week + 6)};long 24 km" for week in range(3)]
    found = read(tmp_path, "\n".join([f"{legend};", "date;run", *lines, "2027-04-25;marathon"]))
    assert found["03-31"] == kind


@pytest.mark.parametrize(
    ("title", "minutes"),
    [("Easy run 20 mins", 20), ("Long run 1h30", 90), ("Tempo 20 min", 60), ("Easy run", 60)],
)
def test_an_hour_of_the_calendar_is_no_length_of_a_run_that_has_one(
    tmp_path: Path, title: str, minutes: int
) -> None:
    event = (
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\nBEGIN:VEVENT\nUID:1\n"
        "DTSTAMP:20270101T000000Z\nDTSTART:20270330T183000\nDTEND:20270330T193000\n"
        f"SUMMARY:{title}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    path = tmp_path / "plan.ics"
    path.write_text(event)
    (one,) = load_runs(path, race_date=RACE).runs
    assert one.run.minutes == minutes


LONG_COLUMN = "Wk,Mon,Tue,Wed,Thu,Fri,Sat (long),Sun"


def test_no_run_is_long_in_the_week_of_the_race_for_its_column_only(tmp_path: Path) -> None:
    rows = ["1,Rest,3 m run,9 m run,3 m run,Rest,12 m,Cross"] * 3
    last = "4,Rest,3 m run,3 m run,Rest,Rest,2 m run,MARATHON"
    numbered = [f"{number}{row[1:]}" for number, row in enumerate(rows, 1)]
    found = read(tmp_path, "\n".join([LONG_COLUMN, *numbered, last]))
    assert found["04-17"] == "long"
    assert found["04-24"] == "easy"


@pytest.mark.parametrize("numbers", [(21, 24, 27, 20, 29, 32), (22, 26, 30, 20, 33, 28)])
def test_long_runs_alone_have_no_minutes(tmp_path: Path, numbers: Sequence[int]) -> None:
    rows = [f"{MONDAY + timedelta(7 * week - 14)},Bike 30 min,Track: 4 x 800,{far} @ MP+20"
            for week, far in enumerate(numbers[:5])]  # fmt: skip
    path = tmp_path / "plan.csv"
    head = "from Mon,Mon XT,Tue KEY RUN 1,Sat KEY RUN 2 (long)\n"
    path.write_text(f"{head}" + "\n".join([*rows, f"2027-04-19,off,easy 5 km,{numbers[5]} @ MP"]))
    found = load_runs(path, race_date=date(2027, 5, 2)).runs
    far = [one.run for one in found if "@" in one.run.title]
    assert all(run.minutes is None for run in far)
    assert {str(run.kind) for run in far} == {"long"}


CODES = """# 80/20, race Sunday 25 April 2027

| {0} | session | zone |
|---|---|---|
| R25 | recovery run, 25 min | Z1 |
| F40 | foundation run, 40 min, easy | Z2 |
| L90 | long run, 90 min | Z2 |
| T 15' | tempo, 15 min block | Z3 |
| B60 | bike, 60 min | Z1 |

| to go | Mon | Tue | Wed | Thu | Fri | Sat | Sun |
|--:|---|---|---|---|---|---|---|
| 3 | - | F45 | T 12' | F40 | - | B45 | L85 |
| 2 | R25 | F50 | T 20' | F35 | - | F40 | L95 |
| 1 | R30 | F40 | T 15' | F40 | - | F30 | L70 |
| 0 | - | F35 | T 8' | F30 | - | R20 | MARATHON |
"""


@pytest.mark.parametrize("head", ["code", "what I write", "Key"])
def test_codes_that_are_explained_by_an_example(tmp_path: Path, head: str) -> None:
    found = read(tmp_path, CODES.format(head), None)
    assert found["03-31"] == "workout"
    assert found["03-30"] == "easy"
    assert found["04-03"] == "cross"
    assert found["04-05"] == "recovery"
    assert found["04-04"] == found["04-11"] == "long"
    assert found["04-25"] == "race"


def test_numbers_that_tell_codes_apart_are_no_lengths() -> None:
    said = explained(["S1 = strength run, hills", "S2 = slow and easy", "E5 = easy 5 km, flat"])
    assert "S" not in said
    assert said["E"] == "easy"


@pytest.mark.parametrize("parts", ["45/15 x 20", "30/30 x 10", "40/20 i bakke", "10/20 x 8"])
def test_seconds_on_and_off_are_no_date(tmp_path: Path, parts: str) -> None:
    weeks = "".join(
        f"uke {week} \nti rolig 8\non {parts}\nlør rolig 9\nsøn langtur 20\n\n"
        for week in range(1, 4)
    )
    text = f"maratonfart 4:57, terskel ca 4:30\n\n{weeks}uke 4\nti rolig 6\nsøn MARATON\n"
    found = read(tmp_path, text)
    assert found["03-31"] == found["04-14"] == "workout"
    assert found["04-06"] == "easy"
    assert found["04-18"] == "long"


def test_a_mistyped_day_is_told(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("31/02: easy 8 km\n28/03: 6 x 800\n")
    with pytest.raises(UserError, match="is not in the calendar"):
        load_runs(path, race_date=RACE)


def test_two_runners_in_columns_of_their_own_and_sums(tmp_path: Path) -> None:
    """Sums beside "week" are no weeks, and 42.2 is no day that no calendar has."""
    days = ["Mon", "Tue", "Wed", "Sat", "Sun"]
    runs = ["Off", "Club track: 8 x 400, 200 jog", "Easy", "Easy", "Long run"]
    rows: list[list[Cell]] = [["Summer group", "", "", "JESS", "MARCUS"]]
    for week in range(4):
        first = MONDAY + timedelta(7 * week)
        rows.append([f"WEEK {week + 1}", f"from Mon {first:%d/%m/%Y}", "", "Jess", "Marcus"])
        for at, day in enumerate(days):
            race = week == 3 and day == "Sun"
            far = (42.2, 42.2) if race else (20 + week, 25 + 2 * week) if day == "Sun" else (7, 9)
            lengths = ["" if at == 0 else one for one in far]
            rows.append([day, "", "MARATHON" if race else runs[at], *lengths])
        rows += [["", "", "week", 45 + week, 58 + week], []]
    found = read(tmp_path, xlsx({"Both": rows}), None)
    assert found["03-30"] == found["04-20"] == "workout"
    assert found["04-04"] == found["04-18"] == "long"
    assert found["04-21"] == "easy"
    assert found["04-25"] == "race"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("General aerobic + strides, 8 mi 8 x 100 m", "easy"),
        ("easy 10 km + strides (6 x 80 m)", "easy"),
        ("8 x 100 m hill sprints", "workout"),
        ("6 x 1000 m, 4 strides", "workout"),
        ("Long Interval Run", "workout"),
        ("Long tempo run 20 km", "long"),
    ],
)
def test_short_repeats_beside_strides_and_long_intervals(title: str, kind: str) -> None:
    assert classify(title).kind == kind


def test_a_rest_between_parts_makes_no_day_of_rest(tmp_path: Path) -> None:
    rows = ["2027-04-06,2K 1K 2K 1K (400 RI)", "2027-04-07,easy 8 km", "2027-04-25,marathon"]
    table = "\n".join(["RI = rest interval,", "date,run", *rows])
    assert read(tmp_path, table)["04-06"] == "workout"


@pytest.mark.parametrize("unit", ["mi", "km", "Mi", "min"])
def test_a_unit_beside_each_weekday_is_no_weekday(tmp_path: Path, unit: str) -> None:
    names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    week = ["Off", "Hills 6 x 90 sec", "Aerobic Run", "Off", "Recovery Run", "Off", "Long Run"]
    rows: list[list[Cell]] = [
        ["Siobhan"],
        ["Week beginning", *(cell for name in names for cell in (name, unit)), "TOTAL"],
    ]
    for number in range(4):
        runs = [*week[:6], "MARATHON"] if number == 3 else week
        cells = [
            cell for at, run in enumerate(runs) for cell in (run, "" if run == "Off" else 5 + at)
        ]
        rows.append([MONDAY + timedelta(7 * number), *cells, 40])
    found = read(tmp_path, xlsx({"Plan": rows}), None)
    assert [found[day] for day in ("03-30", "03-31", "04-02")] == ["workout", "easy", "recovery"]
    assert found["04-18"] == "long"
    assert found["04-25"] == "race"


def test_how_it_was_is_no_run(tmp_path: Path) -> None:
    rows = ["W1;Mon;Regeneration 12km;;;flat", ";Tue;10 x 400m;Regeneration 8km;;windy",
            ";Sun;24km long run easy;;;ok", "W2;Mon;Regeneration 12km;;;", ";Tue;Moderate 15km;;;",
            ";Sun;marathon;;;"]  # fmt: skip
    text = "\n".join(["week;day;AM;PM;km;how was it", *rows])
    found = read(tmp_path, text, date(2027, 4, 25))
    assert found["04-12"] == found["04-19"] == "recovery"
    assert found["04-13"] == "workout"
    assert found["04-18"] == "long"


def test_easy_says_less_than_recovery(tmp_path: Path) -> None:
    rows = ["2027-04-06,Recovery Run", "2027-04-07,Easy Run", "2027-04-25,marathon"]
    table = "\n".join(["date,run", *rows, "Recovery = easy effort 3/10,"])
    assert read(tmp_path, table)["04-06"] == "recovery"


@pytest.mark.parametrize("long", ["LONG MAF 80 min", "MAF 80 min, long"])
def test_a_long_run_stays_one_whatever_an_easy_word_means(tmp_path: Path, long: str) -> None:
    rows = ["2027-04-06,MAF 45 min", f"2027-04-11,{long}", "2027-04-25,marathon"]
    table = "\n".join(["MAF = easy run under 136 and warm up 12 min,", "date,run", *rows])
    found = read(tmp_path, table)
    assert (found["04-06"], found["04-11"]) == ("easy", "long")


def test_a_zone_in_brackets_is_no_number_of_a_code(tmp_path: Path) -> None:
    rows = ["2027-04-06,RF4", "2027-04-08,RT4", "2027-04-25,marathon"]
    said = '"codes: RF = foundation run (zone 2), RT = tempo",'
    found = read(tmp_path, "\n".join([said, "date,run", *rows]))
    assert (found["04-06"], found["04-08"]) == ("easy", "workout")


def test_a_plan_of_abbreviations_is_not_chinese() -> None:
    titles = ["rest", "MAF 40", "bike 50", "LONG MAF 80", "marathon"]
    assert spoken(titles)[0] == "en"
    assert spoken([*titles, "\u6709\u6c27\u8dd1"])[0] == "zh"
