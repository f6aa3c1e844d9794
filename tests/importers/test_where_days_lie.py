"""Texts and tables in which people keep the days of a plan; all are made up."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from runtall.domain.run_plan import RunKind
from runtall.importers import RunFile, load_runs
from tests.importers.complaints import faults_of
from tests.importers.workbooks import xlsx

RACE = date(2027, 4, 25)
FIRST = date(2027, 4, 12)
FULL = [f"{FIRST + timedelta(at):%A}" for at in range(7)]
SHORT = [name[:3] for name in FULL]
LETTERS = ["m", "t", "w", "th", "f", "sa", "su"]
GERMAN = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]
DANISH = ["man", "tir", "ons", "tor", "fre", "lør", "søn"]
WEEKS = (
    ("off", "6 x 800 m", "8 km easy", "tempo 6 km", "off", "5 km easy", "long run 18 km"),
    ("off", "4 x 400 m", "5 km easy", "off", "off", "3 km easy", "Marathon"),
)
READ = {
    "2027-04-13": "workout", "2027-04-14": "easy", "2027-04-15": "workout", "2027-04-17": "easy",
    "2027-04-18": "long", "2027-04-20": "workout", "2027-04-21": "easy", "2027-04-24": "easy",
    "2027-04-25": "race",
}  # fmt: skip
Load = Callable[..., RunFile]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def loading(text: str, **how: object) -> RunFile:
        path = tmp_path / "plan.txt"
        path.write_text(text, "utf-8")
        return load_runs(path, race_date=RACE, **how)  # type: ignore[arg-type]

    return loading


def days(found: RunFile) -> dict[str, str]:
    runs = [one for one in found.runs if one.run.kind is not RunKind.REST]
    return {f"{one.date}": one.run.kind.value for one in runs}


def day(week: int, weekday: int) -> date:
    return FIRST + timedelta(7 * week + weekday)


def weeks(
    head: Callable[[int], str],
    line: Callable[[int, int, str], str],
    *,
    end: str = "",
    rests: bool = True,
) -> str:
    """A heading and a line for each day, as two functions write them."""
    return "\n".join(
        head(number)
        + "\n"
        + "\n".join(line(number, at, run) for at, run in enumerate(week) if rests or run != "off")
        + f"\n{end}"
        for number, week in enumerate(WEEKS)
    )


def named(names: list[str], sign: str = ": ") -> Callable[[int, int, str], str]:
    return lambda _, at, run: f"{names[at]}{sign}{run}"


TEXTS = {
    "a magazine": weeks(lambda week: f"WEEK {week + 1} - Wake up", named(FULL)),
    "a newspaper": "THE PLAN\nby our man\n\n"
    + weeks(lambda week: ("1 WEEK TO GO", "RACE WEEK")[week], named(SHORT, "\t")),
    "a newspaper without rests": weeks(
        lambda week: ("One week to go", "Race week!")[week], named(SHORT, "  "), rests=False
    ),
    "short days": "marathon 4/25!!\nsub 4 pls\n\n"
    + weeks(lambda week: f"wk {week + 1} ({day(week, 0):%m/%d/%y})", named(LETTERS)),
    "single letters": weeks(
        lambda week: f"w/c {day(week, 0):%d %b}", named(list("MTWTFSS"), " - ")
    ),
    "some short days": weeks(lambda week: f"Week {week + 1}", named(LETTERS), rests=False),
    "ranges": weeks(
        lambda week: f"Week {week + 1} ({day(week, 0):%b %d} - {day(week, 6):%b %d})",
        named(SHORT, ". "),
    ),
    "ranges alone": weeks(
        lambda week: f"{day(week, 0):%d %B} - {day(week, 6):%d %B}", named(SHORT, " ")
    ),
    "lengths of weeks": weeks(
        lambda week: f"~~ Week {week + 1} of 2: 30 miles ~~", named(FULL), end="Total: 37 km\n"
    ),
    "marks": weeks(
        lambda week: f"## Week {week + 1}\n",
        lambda _, at, run: f"- **{FULL[at]}** - {run}",
        end="*Focus: patience.*\n",
    ),
    "weeks by their race": weeks(lambda _: "", named(SHORT)),
    "mails": weeks(
        lambda week: f"From: Ann\nSubject: week {week + 1}\n\nHi Jo,\nSunday was great!\n",
        lambda week, at, run: f"{SHORT[at]} {day(week, at):%m/%d} - {run}",
        end="\nCall me after the hard one.\nAnn\n\n----\n",
    ),
    "mails without dates": weeks(
        lambda week: f"From: Ann\nSubject: training, wk {week + 1}\n\nHi Jo,\n\nyour week:\n",
        named(SHORT),
        end="\nShout if it hurts.\nAnn\n\n----\n",
    ),
    "dates in one word": "SUBJ: PLAN\n\n"
    + weeks(
        lambda week: f"WEEK {week + 1:02}",
        lambda week, at, run: f"{SHORT[at].upper()} {day(week, at):%d%b%y}  0600  {run.upper()}",
    ),
    "dates without a last dot": weeks(
        lambda week: f"KW {week + 1}",
        lambda week, at, run: f"{GERMAN[at]} {day(week, at):%d.%m} \u2013 {run}",
    ),
    "a word before the date": weeks(
        lambda week: f"Uge {week + 1}:",
        lambda week, at, run: f"{DANISH[at]}. d. {day(week, at).day}. april: {run}",
    ),
    "the date first": weeks(
        lambda week: f"Week {week + 1}",
        lambda week, at, run: f"{day(week, at).day} Apr ({SHORT[at]}): {run}",
    ),
    "a date in brackets": weeks(
        lambda _: "", lambda week, at, run: f"{SHORT[at]} ({day(week, at):%d %b}): {run}"
    ),
    "a line a week": "My plan\n"
    + "\n".join(
        f"Week {number + 1}: " + "; ".join(f"{SHORT[at]} {run}" for at, run in enumerate(week))
        for number, week in enumerate(WEEKS)
    ),
    "a line a week by date": "\n".join(
        f"{day(number, 0):%d %b}: " + ", ".join(f"{SHORT[at]} {run}" for at, run in enumerate(week))
        for number, week in enumerate(WEEKS)
    ),
    "a line a week below its dates": weeks(
        lambda week: f"{day(week, 0):%d %B} - {day(week, 6):%d %B}: 37 km",
        lambda week, at, run: "" if at else " / ".join(map("{} {}".format, SHORT, WEEKS[week])),
    ),
    "numbers of days": weeks(
        lambda week: f"Week {week + 1}", lambda _, at, run: f"Day {at + 1}: {run}"
    ),
    "days that share a run": "Week 1\nMon/Fri: off\nTue: 6 x 800 m\nWed & Sat: 6 km easy\n"
    "Thu: tempo 6 km\nSun: long run 18 km\nWeek 2\nMon, Thu and Fri: off\nTue: 4 x 400 m\n"
    "Wed: 5 km easy\nSat: 3 km easy\nSun: Marathon\n",
    "days that share a run, by date": "Mon/Fri: off\nTue 13 Apr: 6 x 800 m\nWed + Sat: 6 km easy\n"
    "Thu: tempo 6 km\nSun: long run 18 km\nMon: off\nTue: 4 x 400 m\nWed: 5 km easy\n"
    "Thu to Fri: off\nSat: 3 km easy\nSun: Marathon\n",
    "a day above its halves": weeks(
        lambda week: f"Week {week + 1}",
        lambda _, at, run: f"{FULL[at]}\n  AM: {run}\n  PM: {'off' if run == 'Marathon' else run}",
        rests=False,
    ),
    "weeks in words": weeks(lambda week: ("WEEK ONE", "Second week")[week], named(FULL)),
    "a race week": "1 to go\n"
    + weeks(lambda week: "RACE WEEK" if week else "", named(FULL)).lstrip(),
    "a word before a weekday": weeks(
        lambda week: f"Week {week + 1}", named([f"Windy {name}" for name in FULL])
    ),
    "brackets behind a weekday": weeks(
        lambda week: f"Week {week + 1}", named([f"{name} (at six)" for name in FULL])
    ),
    "numbers of days in the month": weeks(
        lambda _: "", lambda week, at, run: f"{SHORT[at]} {day(week, at).day}  {run}"
    ),
    "numbers of days below their month": weeks(
        lambda week: "" if week else "APRIL", lambda week, at, run: f"{day(week, at).day} {run}"
    ),
    "days of the whole plan": weeks(
        lambda _: "", lambda week, at, run: f"Day {7 * week + at + 1}: {run}"
    ),
    "days to the race": weeks(lambda _: "", lambda week, at, run: f"D-{13 - 7 * week - at}: {run}"),
    "numbers of weeks and days": weeks(
        lambda _: "", lambda week, at, run: f"W{week + 1}D{at + 1} {run}"
    ),
    "letters with a blank": weeks(lambda week: f"wk{week + 1}", named(list("mtwtfss"), " ")),
    "letters in a line": "".join(
        f"WK {number + 1} - " + " / ".join(map("{} {}".format, "MTWTFSS", week)) + "\n"
        for number, week in enumerate(WEEKS)
    ),
    "columns of blanks": "\n".join(
        "".join(f"{cell:<16}" for cell in row)
        for row in (["Week", *SHORT], *([number + 1, *week] for number, week in enumerate(WEEKS)))
    ),
    "gaps in a line": "".join(
        f"{day(number, 0):%d.%m.}-{day(number, 6):%d.%m.}  "
        + "  ".join(map("{} {}".format, SHORT, ("-" if run == "off" else run for run in week)))
        + "\n"
        for number, week in enumerate(WEEKS)
    ),
    "one letter beside two": weeks(
        lambda week: f"w/c {day(week, 0):%d/%m}", named(["M", "T", "W", "Th", "F", "Sa", "Su"])
    ),
    "sentences": "Week 1. Run 6 x 800 m on Tuesday and 8 km easy on Wednesday, then tempo 6 km on"
    "\nThursday. Saturday is 5 km easy. On Sunday run long, 18 km.\n\nRace week. 4 x 400 m on"
    " Tuesday, 5 km easy on\nWednesday, 3 km easy on Saturday, Marathon on Sunday.\n",
    "every week": "EVERY WEEK unless told\nTue: 6 x 800 m\nWed: easy 8 km\nSat: 5 km easy\n\n"
    "w/c 12 April\nThu 15: tempo 6 km\nSun 18: long run 18 km\n\nw/c 19 April\nTue 20: 4 x 400 m"
    "\nThu 22: off\nSat 24: 3 km easy\nSun 25: Marathon\n",
    "other days": "Other days: Mon off, Tue 6 x 800 m, Wed easy 5 km, Fri off, Sat 3 km easy\n\n"
    "Thu 15 April: tempo 6 km\nSun 18 April: long run 18 km\nThu 22 April: off\n"
    "Sun 25 April: Marathon\n",
    "the same again": "Week 1\nTue: 6 x 800 m\nWed: 8 km easy\nThu: tempo 6 km\nSat: same as Wed\n"
    "Sun: long run 18 km\nWeek 2\nTue: ditto\nWed: as above\nSat: 3 km easy\nSun: Marathon\n",
}


@pytest.mark.parametrize("layout", TEXTS)
def test_texts(load: Load, layout: str) -> None:
    assert days(load(TEXTS[layout])) == READ


def table(*rows: list[object], sign: str = ",") -> str:
    return "".join(sign.join(f'"{cell}"' for cell in row) + "\n" for row in rows)


def page(month: int) -> list[list[object]]:
    """A month as a page of a calendar, a row of numbers and one of runs for each week."""
    first, rows = date(2027, month, 1), [[f"{date(2027, month, 1):%B}"], list(SHORT)]
    monday = first - timedelta(first.weekday())
    while monday.month <= month:
        shown = [monday + timedelta(at) for at in range(7)]
        rows.append([one.day if one.month == month else "" for one in shown])
        rows.append([run_of(one) if one.month == month else "" for one in shown])
        monday += timedelta(7)
    return rows


def run_of(when: date) -> str:
    at = (when - FIRST).days
    return WEEKS[at // 7][at % 7] if 0 <= at < 14 else ""


BOTH = [(number, week, at, run) for number, week in enumerate(WEEKS) for at, run in enumerate(week)]
TABLES = {
    "a total of miles": table(
        ["Week of", "", *SHORT, "Wk miles"],
        *(row for number, week in enumerate(WEEKS) for row in (
            [f"{day(number, 0):%b %d %Y}", "run", *week, ""], ["", "miles", *["4"] * 7, "28"]
        )),
    ),
    "letters of any length": table(
        ["Wk", "Mon date", "M", "T", "W", "Th", "F", "Sa", "Su", "Qs"],
        *([number + 1, day(number, 0), *week, 2] for number, week in enumerate(WEEKS)),
    ),
    "a long legend": table(
        ["W/C", *SHORT], *([day(number, 0), *week] for number, week in enumerate(WEEKS)),
        ["Average"], [""], ["Key"], ["E", "easy"], ["T", "tempo"], ["L", "long"], ["x", "rest"],
    ),
    "rows with the name of a week": table(
        ["Day", "Session"],
        *(row for number, week in enumerate(WEEKS) for row in (
            [f"Week {number + 1} - {day(number, 0):%d %B}", ""],
            *([FULL[at], run] for at, run in enumerate(week)), ["Total", "37"],
        )),
    ),
    "a table for each week": "".join(
        table([f"Week {number + 1} - {day(number, 0):%d/%m/%y}"], SHORT, week) + "\n"
        for number, week in enumerate(WEEKS)
    ),
    "a date for each week": table(
        ["Date", "Day", "Session"],
        *([f"{day(number, 0):%d/%m/%Y}" if at == 0 else "", SHORT[at], run]
          for number, _, at, run in BOTH),
    ),
    "a calendar without weekdays": table(
        ["Time on feet"],
        *(row for number, week in enumerate(WEEKS) for row in (
            [f"block {number}"], [f"{day(number, at):%d %b}" for at in range(7)], list(week)
        )),
    ),
    "pages of months": table(*page(3), *page(4)),
    "details that nobody has a name for": table(
        ["Date", "Session", "Recipe"],
        *([day(number, at), "off" if run == "off" else run if run == "Marathon" else "Session",
           "" if run in {"off", "Marathon"} else f"{run}, 5 min walk"]
          for number, _, at, run in BOTH),
        sign=";",
    ),
    "numbers of how many weeks": table(
        ["Wk", "Phase", *SHORT],
        *([f"{at} / 4", "base", *["5 km easy"] * 6, "15 km"] for at in (1, 2)),
        *([f"{number + 3} / 4", "peak", *week] for number, week in enumerate(WEEKS)),
    ),
    "weeks side by side by their dates": table(
        ["", *(f"{day(number, 0):%d-%b}" for number in range(2))],
        *([FULL[at], *(week[at] for week in WEEKS)] for at in range(7)),
    ),
    "weeks side by side that count down": table(
        ["", "1 wk to go", "Race week"],
        *([SHORT[at], *(week[at] for week in WEEKS)] for at in range(7)),
    ),
    "weeks side by side, in bands": "".join(
        table(["", f"Week {2 * band + 1}", f"Week {2 * band + 2}"])
        + table(*([SHORT[at], *(week[at] if band else "off" for week in WEEKS)] for at in range(7)))
        for band in range(2)
    ),
    "days down with what they are for": table(
        ["", "w/c 12 Apr", "w/c 19 Apr"],
        *([f"{SHORT[at]} run", *(week[at] for week in WEEKS)] for at in range(7)),
    ),
    "a number in front of a date in brackets": table(
        ["Week", *SHORT],
        *([f"{number + 1} ({day(number, 0):%d %b})", *week] for number, week in enumerate(WEEKS)),
    ),
    "a Monday in front of Tuesdays": table(
        ["Week", *SHORT[1:]],
        *([f"{day(number, 0)}", *week[1:]] for number, week in enumerate(WEEKS)),
    ),
    "a day beside the others": table(
        ["Week", *SHORT[1:5], SHORT[6], "also"],
        *([f"{day(number, 0)}", *week[1:5], week[6], f"Saturday: {week[5]}"]
          for number, week in enumerate(WEEKS)),
    ),
    "sentences above a table": "Mondays and Fridays are off. Saturday is 3 km easy.\n" + table(
        ["Week", "Tue", "Wed", "Thu", "Sun"],
        *([number + 1, *week[1:4], week[6]] for number, week in enumerate(WEEKS)),
    ),
    "runs with a number": table(
        ["Always on Tue, Wed, Thu, Sat and Sun"], ["Week", *(f"Run {at}" for at in range(1, 6))],
        *([number + 1, *week[1:4], *week[5:]] for number, week in enumerate(WEEKS)),
    ),
    "numbers in the cells of a month": table(
        ["April 2027"], list(SHORT),
        *([f"{when.day} {run_of(when)}".strip() if when.month == 4 else "" for when in
           (date(2027, 3, 29) + timedelta(7 * week + at) for at in range(7))] for week in range(4)),
    ),
    "days to go": table(
        ["days to go", "what"], *([13 - 7 * number - at, run] for number, _, at, run in BOTH)
    ),
    "numbers of weeks and days": table(
        ["code", "what"], *([f"W{number + 1}D{at + 1}", run] for number, _, at, run in BOTH)
    ),
    "a name above what is run": table(
        ["date", "Jo"], *([day(number, at), run] for number, _, at, run in BOTH)
    ),
    "a drawn table": "".join(
        f"+----+\n| Week {number + 1} |\n+----+\n"
        + "".join(f"| {SHORT[at]} | {run} |\n" for at, run in enumerate(week))
        for number, week in enumerate(WEEKS)
    ),
    "a list to tick": "".join(f"[ ] {day(number, at)} {run}\n" for number, _, at, run in BOTH),
    "a list in JSON": json.dumps(
        [{"date": f"{day(number, at)}", "workout": run, "km": None} for number, _, at, run in BOTH]
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", TABLES)
def test_tables(load: Load, layout: str) -> None:
    found = days(load(TABLES[layout]))
    assert {when: kind for when, kind in found.items() if when >= f"{FIRST}"} == READ


@pytest.mark.parametrize(
    ("cell", "kind"),
    [("{wu: 10, reps: 6, on: 2min, off: 2min}", "workout"),
     ("reps=5; on=800m; rest=2min", "workout"),
     ("{mins: 40, zone: easy}", "easy")],
)  # fmt: skip
def test_parameters(load: Load, cell: str, kind: str) -> None:
    rows = [[day(0, at), "session", cell] for at in range(3)]
    assert {*days(load(table(["date", "what", "params"], *rows))).values()} == {kind}


@pytest.mark.parametrize(
    "legend",
    ["Zorb = easy. Quux = hard.", "Zorb: easy; Quux: hard", "Zorb means easy\nQuux - hard reps"],
)
def test_what_a_plan_says_that_its_words_mean(load: Load, legend: str) -> None:
    text = table(["Date", "Run"], [day(0, 1), "Quux 6 km"], [day(0, 2), "8 km Zorb"],
                 [day(0, 4), "8 km Zorb"], [""])  # fmt: skip
    found = days(load(text + "\n".join(f'"{line}"' for line in legend.split("\n"))))
    assert [*found.values()] == ["workout", "easy", "easy"]


@pytest.mark.parametrize(
    "text",
    [
        "Weeks 1-3\nTue: 6 x 800 m\nSun: 15 km\n\nWeek 4\nTue: 5 km\nSun: Marathon\n",
        table(["", "Tue", "Thu", "Sun"], ["Weeks 1 to 3", "6 x 800 m", "", "15 km"],
              ["Week 4", "5 km", "", "Marathon"]),
    ],
)  # fmt: skip
def test_weeks_that_are_alike(load: Load, text: str) -> None:
    found = days(load(text))
    assert [when for when, kind in found.items() if kind == "workout"] == [
        "2027-03-30", "2027-04-06", "2027-04-13",
    ]  # fmt: skip


def test_weeks_with_names_need_only_one_date(load: Load) -> None:
    text = "Week 1\nTue: 6 x 800\nSun: 15 km\nWeek 3\nTue: 5 km easy\nSun 25 Apr: Marathon\n"
    assert [*days(load(text))] == ["2027-04-06", "2027-04-11", "2027-04-20", "2027-04-25"]
    text = "Week 1 (Wed 7 April)\nTue: 6 x 800\nSun: 15 km\nWeek 3\nTue: easy\nSun: Marathon\n"
    assert [*days(load(text))] == ["2027-04-06", "2027-04-11", "2027-04-20", "2027-04-25"]


def test_part_of_a_countdown_lies_where_it_says(load: Load) -> None:
    text = "4 weeks to go\nTue\t8 km easy\nSun\t15 km\n\n3 weeks to go\nTue\t6 x 800\nSun\t18 km\n"
    found = load(text)
    assert [*days(found)] == ["2027-03-23", "2027-03-28", "2027-03-30", "2027-04-04"]
    assert any("ends with 3 weeks to go" in warning for warning in found.warnings)


def test_a_plan_without_a_race_says_so(load: Load) -> None:
    found = load("Week 1\nTue: 6 x 800\nSun: long 15 km\nWeek 2\nTue: 8 km easy\nSun: long 18 km\n")
    assert any("has no race in its last week" in warning for warning in found.warnings)


def test_rows_that_part_the_others_say_nothing_of_them(load: Load) -> None:
    text = table(["Date", "Run"], [day(0, 1), "8 km easy"], ["", "--- REVIEW: hard enough? ---"])
    found = load(text)
    assert found.runs[0].run.title == "8 km easy"
    assert any("REVIEW" in warning for warning in found.warnings)


def test_a_month_that_comes_twice_is_no_weekday(load: Load) -> None:
    march = table(["", *SHORT], ["Mar 8 - Mar 14", *WEEKS[0]], ["Mar 15 - Mar 21", *WEEKS[1]])
    assert min(days(load(march))) == "2027-03-09"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dear Jo,\nTuesday was lovely,\nthanks.\n", "a text with a line a day"),
        ("Week 3\nMon: 5 km\nTue: 6x800\nSun: 15 km\n", "no line says which week it is"),
        ("Minutes\nMon - budget\nTue - hiring\nFri - party\n", "no line says which week it is"),
        ('[{"name": "Flour"}, {"name": "Sugar"}]', "no list of days"),
        ("[{}, 3]", "no list of days"),
    ],
)
def test_what_is_no_plan_is_told(load: Load, text: str, words: str) -> None:
    assert words in str(faults_of(lambda: load(text)))


def test_a_week_is_as_another(load: Load) -> None:
    text = (
        "Week 1\nTue: 6 x 800 m\nThu: 8 km easy\nSun: long run 18 km\n"
        "Week 2 - as week 1 but Sun 15 km easy\nWeek 3\nTue: 5 km easy\nSun: Marathon\n"
    )
    assert days(load(text)) == {
        "2027-04-06": "workout", "2027-04-08": "easy", "2027-04-11": "long",
        "2027-04-13": "workout", "2027-04-15": "easy", "2027-04-18": "long", "2027-04-20": "easy",
        "2027-04-25": "race",
    }  # fmt: skip


def test_a_line_for_each_weekday_has_all_its_runs(load: Load) -> None:
    text = (
        "Mon and Fri: off\nTuesdays: 6 x 400 m, 8 x 400 m, 5 x 800 m, 4 x 400 m\n"
        "Thursdays: 5 km easy\nSundays: long 14 km, long 16 km, long 12 km, Marathon\n"
    )
    found = days(load(text))
    assert list(found.values()) == ["workout", "easy", "long"] * 3 + ["workout", "easy", "race"]
    assert min(found) == "2027-03-30"


def test_a_sheet_is_called_as_its_month(tmp_path: Path) -> None:
    whole = {date(2027, month, 1): page(month)[1:] for month in (3, 4)}
    path = tmp_path / "plan.xlsx"
    path.write_bytes(xlsx({f"{first:%b}": rows for first, rows in whole.items()}))
    assert days(load_runs(path, race_date=RACE)) == READ


@pytest.mark.parametrize("sign", ["LIFT", "Gym"])
def test_rows_of_strength_are_strength(load: Load, sign: str) -> None:
    rows = [
        row
        for number, week in enumerate(WEEKS)
        for row in (
            [day(number, 0), "RUN", *(run.replace("off", "") for run in week)],
            ["", sign, "heavy", "", "", "", "light", "", ""],
        )
    ]
    found = load(table(["", "", *SHORT], *rows))
    assert days(found) == READ
    gym = [f"{one.date}" for one in found.occupied]
    assert gym == ["2027-04-12", "2027-04-16", "2027-04-19", "2027-04-23"]


def test_what_is_said_of_one_day_is_not_of_every_week(load: Load) -> None:
    rows = ([number + 1, *week[:6]] for number, week in enumerate(WEEKS))
    found = load("Sunday is race day.\n" + table(["Week", *SHORT[:6]], *rows))
    assert "tuneup" not in days(found).values()


@pytest.mark.parametrize(("far", "km"), [("42.16 km", 42.2), ("42,2 km", 42.2), ("21.1 km", 21.1)])
def test_a_run_as_long_as_a_marathon_ends_the_plan(tmp_path, far, km):
    other = "17 km" if km < 40 else "32 km"
    days = "".join(f"Day {at} {other if at == 10 else '5 km'}\n" for at in range(1, 14))
    path = tmp_path / "a.txt"
    path.write_text(f"{days}Day 14 {far}\nDay 15 rest\n")
    found = load_runs(path, race_date=date(2027, 4, 25)).runs
    assert max(found, key=lambda one: one.run.distance_m or 0).date == date(2027, 4, 25)


PHASE = """Mon: off
Tue: 6 x 400 m
Wed: 8 km easy
Thu: {tempo}
Fri: off
Sat: 6 km easy
Sun: {long}
"""
LAST_WEEKS = "".join(
    f"week {number}\n" + PHASE.format(tempo="5 km easy", long=long)
    for number, long in ((6, "16 km"), (7, "marathon"))
)


@pytest.mark.parametrize(
    ("base", "again", "build", "taper"),
    [
        ("=== BASE (wks 1-3): 8 - 28 March ===", "Same every week:", "BUILD (weeks 4-5)", "TAPER"),
        ("Base phase, weeks 1 to 3", "", "Build - weeks 4 & 5", "Taper (weeks 6-7)"),
        ("BASE: 8 March - 28 March", "Each week:", "BUILD (29 March - 11 April)", ""),
        ("Grundlage (Wochen 1-3)", "Jede Woche:", "Aufbau (Wochen 4-5)", "Taper (Wochen 6-7)"),
    ],
)
@pytest.mark.parametrize(
    ("long", "then"),
    [
        ("long run - 22 / 24 / 26 km (wk 1/2/3)", "30/24 km"),
        ("long 22, 24 and 26 km", "30 / 24 km"),
        ("wk 1: 22 km, wk 2: 24 km, wk 3: 26 km", "30 km / 24 km"),
    ],
)
def test_a_heading_of_several_weeks_tells_each_of_them(
    load: Load, base: str, again: str, build: str, taper: str, long: str, then: str
) -> None:
    lines = [
        base, again, PHASE.format(tempo="tempo 20/25/30 min", long=long),
        build, PHASE.format(tempo="tempo 8 km", long=then), taper, LAST_WEEKS,
    ]  # fmt: skip
    found = load("\n".join(lines))
    runs = {one.date: one.run for one in found.runs}
    sundays = [RACE - timedelta(7 * back) for back in range(6, 0, -1)]
    assert min(runs) == sundays[0] - timedelta(6)
    assert [runs[day].distance_m for day in sundays] == [
        22_000, 24_000, 26_000, 30_000, 24_000, 16_000,
    ]  # fmt: skip
    assert [runs[day - timedelta(3)].minutes for day in sundays[:3]] == [20, 25, 30]
    assert runs[RACE].kind is RunKind.RACE
    assert len(runs) == 7 * 7


def test_a_ladder_is_no_list_of_weeks(load: Load) -> None:
    ladder = PHASE.format(tempo="fartlek 3/2/1 min", long="22 km")
    found = load(f"Weeks 1-3\n{ladder}\nWeek 4\n{PHASE.format(tempo='off', long='marathon')}")
    titles = [one.run.title for one in found.runs if "fartlek" in one.run.title]
    assert titles == ["fartlek 3/2/1 min"] * 3


@pytest.mark.parametrize(
    ("left", "mon", "last", "race"),
    [
        ("weeks to race", "Mon,Tue,Wed,Thu,Fri,Sat,Sun", "RACE WEEK", "GRANDMA'S"),
        ("Wochen bis", "Mo,Di,Mi,Do,Fr,Sa,So", "Rennwoche", "KÖLN!!"),
        ("weeks to go", "Mon,Tue,Wed,Thu,Fri,Sat,Sun", "race week", ""),
    ],
)
def test_a_race_week_without_a_number_lies_behind_the_last_one_to_go(
    tmp_path: Path, left: str, mon: str, last: str, race: str
) -> None:
    rows = [f"{left},{mon}", *(f"{n},,{n + 4} km,,8 km,,,20 km" for n in (3, 2, 1))]
    path = tmp_path / "plan.csv"
    path.write_text("\n".join([*rows, f"{last},,4 km,,3 km,,,{race}"]), "utf-8")

    tuesdays = [one for one in load_runs(path, race_date=RACE).runs if one.date.weekday() == 1]
    assert [one.run.distance_m for one in tuesdays] == [7_000, 6_000, 5_000, 4_000]
    assert tuesdays[-1].date == RACE - timedelta(5)
