"""Workbooks: dates as dates, the sheet by its content, and nothing that fills the memory."""

from __future__ import annotations

import time as clock
from datetime import date, datetime, time, timedelta

import pytest

from runtall.domain.run_plan import RunKind
from runtall.importers import load_runs
from runtall.importers.tables.archive import TOO_LARGE, TOO_WIDE
from runtall.importers.tables.workbook import cell_text
from tests.importers.complaints import faults
from tests.importers.workbooks import ods, packed, sheet_xml, with_macros, xlsx

RACE = date(2027, 10, 10)
PLAN = [
    ["My autumn 2027"],
    [],
    ["Date", "Day", "Workout", "Distance (km)", "Duration", "Start", "Done"],
    [date(2027, 9, 28), "Tue", "Easy", 7, time(0, 45), time(6, 30), True],
    [date(2027, 9, 30), "Thu", "Tempo", 6.5, time(0, 40), time(18, 0), False],
    [date(2027, 10, 3), "Sun", "Long run", 21, time(2, 5), None, False],
    [None, None, "Total", 34.5, None, None, None],
    [date(2027, 10, 10), "Sun", "Marathon", 42.2, None, None, None],
]
WEEKS = [
    ["Week", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Sum"],
    [1, "Rest", "7 km easy", "5 x 1 km", "5 km easy", None, "4 km easy", "21 km", 37],
    [2, "Rest", "5 km easy", "3 x 1 km", None, "4 km easy", None, "Marathon", "=SUM(B3:H3)"],
]
PACES = [["Pace", "min/km"], ["Easy", "6:00"], ["Tempo", "4:50"]]


@pytest.fixture
def save(tmp_path):
    def saving(raw, name="plan.xlsx"):
        path = tmp_path / name
        path.write_bytes(raw)
        return path

    return saving


@pytest.mark.parametrize("write", [xlsx, ods])
def test_cells_keep_what_they_are(save, write):
    loaded = load_runs(save(write({"Paces": PACES, "My plan": PLAN})))
    assert [
        (str(one.date), one.run.kind.value, one.run.distance_m, one.run.minutes, one.run.at)
        for one in loaded.runs
    ] == [
        ("2027-09-28", "easy", 7_000, 45, time(6, 30)),
        ("2027-09-30", "workout", 6_500, 40, time(18, 0)),
        ("2027-10-03", "long", 21_000, 125, None),
        ("2027-10-10", "race", 42_200, None, None),
    ]
    assert loaded.format == "a sheet, one row a run"
    assert loaded.warnings == (
        'read from the sheet "My plan", not from "Paces"',
        'rows without a date left out (1, such as "Total 34.5" in line 7)',
    )
    assert [one.line for one in loaded.runs] == [4, 5, 6, 8]


@pytest.mark.parametrize("write", [xlsx, ods])
def test_weeks_of_a_workbook(save, write):
    rows = [row[:8] for row in WEEKS]
    loaded = load_runs(save(write({"Plan": rows})), race_date=RACE)
    kinds = [one.run.kind.value for one in loaded.runs if one.run.kind is not RunKind.REST]
    assert kinds == ["easy", "workout", "easy", "easy", "long", "easy", "workout", "easy", "race"]
    assert loaded.runs[-1].date == RACE


def test_the_sheet_with_most_runs_is_read(save):
    old = [row[:8] for row in WEEKS[:2]]
    loaded = load_runs(save(xlsx({"Old": old, "New": WEEKS, "Notes": [["hello"]]})), race_date=RACE)
    assert loaded.warnings[0] == 'read from the sheet "New", not from "Old", "Notes"'


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (packed({"plan.csv": b"date,title\n"}), "this is a ZIP archive without a spreadsheet in it;"
         " unpack it first"),
        (packed({"word/document.xml": b"<x/>"}), "this is a Word document; copy its table into a "
         "spreadsheet, or save it as .csv"),
        (packed({"xl/workbook.bin": b"x"}), "this is an .xlsb workbook; save it as .xlsx or .csv"),
        (xlsx({"A": PACES, "B": [["hello"]]}), "no sheet has a column for the date, or one for each"
         ' weekday; sheets with cells: "A", "B"'),
        (xlsx({"A": []}), "no sheet has a column for the date, or one for each weekday; sheets"
         " with cells: none"),
        (xlsx({"A": [["Date", "Run"], ["=A0+1", "Easy"], ["=A1+1", "Easy"]]}), "2 formulas without "
         "a value in the file; open and save it in a spreadsheet program, or save it as .csv"),
        (xlsx({"A": PLAN})[:-30], "a broken ZIP archive or workbook: File is not a zip file"),
        (xlsx({"A": [["Date", "Run"], *([date(2027, 1, 1), "Easy"],) * 20_001]}), "more than 20000 "
         "rows; this is no run plan"),
    ],
)  # fmt: skip
def test_one_message_for_what_is_no_plan(save, raw, message):
    assert [one.message for one in faults(save(raw), race_date=RACE)] == [message]


def _with_sheet(text: str) -> bytes:
    return xlsx({"A": PLAN}, {"xl/worksheets/sheet1.xml": text.encode()})


FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
WIDE = f'<row r="1048576">{"<c><v>1</v></c>" * 16_384}</row></sheetData>'
REPEATED = (
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell'
    ' table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>'
    "</table:table-row>"
)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (xlsx({"A": PLAN}, {"xl/media/image1.png": b"\0" * 250_000_000}), TOO_LARGE),
        (_with_sheet(sheet_xml(PLAN).replace("</sheetData>", FAR)), TOO_WIDE),
        (_with_sheet(sheet_xml([]).replace("</sheetData>", WIDE)), TOO_WIDE),
        (ods({"A": PLAN}, REPEATED), TOO_WIDE),
    ],
)
def test_what_would_fill_the_memory(save, raw, message):
    assert len(raw) < 1_000_000
    assert [one.message for one in faults(save(raw))] == [message]


def test_a_part_that_lies_about_its_size(save):
    raw = bytearray(xlsx({"A": PLAN}, {"xl/media/image1.png": b"\0" * 250_000_000}))
    size = (250_000_000).to_bytes(4, "little")
    while (at := raw.find(size)) >= 0:
        raw[at : at + 4] = (10).to_bytes(4, "little")
    assert [one.message for one in faults(save(bytes(raw)))] == [TOO_LARGE]


def test_colours_far_to_the_right_are_no_cells(save):
    cells = '<row r="900"><c r="XFD900" s="1"/></row></sheetData>'
    loaded = load_runs(save(_with_sheet(sheet_xml(PLAN).replace("</sheetData>", cells))))
    assert len(loaded.runs) == 4
    tail = (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
        ' table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert len(load_runs(save(ods({"A": PLAN}, tail))).runs) == 4


def test_macros_are_not_read(save):
    more = {"xl/vbaProject.bin": b"x" * 99, "xl/macrosheets/sheet1.xml": b"<x/>"}
    assert len(load_runs(save(xlsx({"A": PLAN}, more), "plan.xlsm")).runs) == 4


@pytest.mark.parametrize("number", [1, 2])
def test_a_sheet_of_macros_is_told(save, number):
    sheets = {"Plan": PLAN, "Macro1": [["=ALERT()"]]}
    raw = xlsx(dict(list(sheets.items())[:: 1 if number == 2 else -1]))
    (fault,) = faults(save(with_macros(raw, number)))
    assert "a sheet of Excel 4 macros" in fault.message
    assert "or save it as .csv" in fault.message


def test_a_named_format_holds_for_sheets(save):
    path = save(xlsx({"A": PLAN, "B": WEEKS}))
    assert len(load_runs(path, race_date=RACE, form="csv").runs) == 4
    assert load_runs(path, race_date=RACE, form="wide_csv").format == "a sheet, one row a week"
    (fault,) = faults(path, form="ics")
    assert fault.message == "this is a ZIP archive or a workbook, not ics"


def test_ten_thousand_rows_take_a_few_seconds(save):
    first = date(2000, 1, 1)
    days = [first + timedelta(days=at) for at in range(10_000)]
    rows = [[day, f"{day:%a}", f"Easy {day.day} km", day.day, "in the rain"] for day in days]
    path = save(xlsx({"A": [["Date", "Day", "Workout", "km", "Notes"], *rows]}))
    start = clock.process_time()
    assert len(load_runs(path).runs) == 10_000
    assert clock.process_time() - start < 20


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  a ", "a"), (7.0, "7"), (7.25, "7.25"), (7, "7"), (True, "yes"), (False, "no"),
        (date(2027, 3, 2), "2027-03-02"), (datetime(2027, 3, 2), "2027-03-02"),
        (datetime(2027, 3, 2, 6, 30), "2027-03-02 06:30"), (time(6, 30), "06:30"),
        (time(0, 45, 30), "00:45:30"), (timedelta(hours=26), "26:00:00"),
    ],
)  # fmt: skip
def test_values_of_cells(value, text):
    assert cell_text(value) == text


MONTHS = {
    f"{first:%B}": [
        [f"{first:%B %Y}: base"],
        ["Date", "Run", "km"],
        *[[day, "Easy" if day.day % 7 else "Tempo", 8] for day in days],
        [None, "Total", 8 * len(days)],
    ]
    for first in (date(2027, 8, 1), date(2027, 9, 1))
    for days in [[first + timedelta(number) for number in range(30)]]
}
WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


@pytest.mark.parametrize("write", [xlsx, ods])
def test_months_on_sheets_of_their_own_are_one_plan(save, write):
    loaded = load_runs(save(write({**MONTHS, "Paces": PACES})))
    assert len(loaded.runs) == 60
    assert loaded.warnings[0] == 'read from the sheets "August", "September", not from "Paces"'
    assert str(loaded.runs[-1].date) == "2027-09-30"


def test_weeks_on_sheets_of_their_own_lie_one_behind_the_other(save):
    sheets = {
        f"Week {number}": [
            ["Day", "Run"],
            *[[day, "Easy 8 km" if day != "Tue" else f"{number} x 1 km"] for day in WEEK[:6]],
            ["Sun", "Marathon" if number == 3 else "Long run"],
        ]
        for number in (1, 2, 3)
    }
    loaded = load_runs(save(xlsx(sheets)), race_date=RACE)
    assert loaded.warnings[0] == 'read from the sheets "Week 1", "Week 2", "Week 3" as one plan'
    hard = [one for one in loaded.runs if one.run.kind is RunKind.WORKOUT]
    assert [(str(one.date), one.run.title) for one in hard] == [
        ("2027-09-21", "1 x 1 km"), ("2027-09-28", "2 x 1 km"), ("2027-10-05", "3 x 1 km"),
    ]  # fmt: skip
    assert loaded.runs[-1].date == RACE


def test_months_with_a_row_for_each_week(save):
    days = ["Rest", "5 x 1 km", "7 km easy", "5 km easy", None, "4 km easy"]
    sheets = {
        "Juli": [["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"], *[[*days, "Lang 20 km"]] * 4],
        "August": [["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"], *[[*days, "Lang 24 km"]] * 3,
                   [*days, "Marathon"]],
    }  # fmt: skip
    loaded = load_runs(save(xlsx(sheets)), race_date=RACE)
    assert [str(one.date) for one in loaded.runs][::48] == ["2027-08-16"]
    assert sum(one.run.kind is RunKind.LONG for one in loaded.runs) == 7


def test_two_plans_for_the_same_days_are_not_joined(save):
    plan = [["Date", "Run"], *[[date(2027, 9, day), "Easy 8 km"] for day in range(1, 29)]]
    fewer = [plan[0], *plan[1::2]]
    loaded = load_runs(save(xlsx({"Beginner": fewer, "Advanced": plan})))
    assert len(loaded.runs) == 28
    undated = {"Beginner": WEEKS[:2], "Advanced": WEEKS}
    assert len(load_runs(save(xlsx(undated)), race_date=RACE).runs) == 11


def test_numbers_of_days_on_sheets_of_months(save):
    """As a calendar on paper: the sheet says the month, the first column the day."""
    sheets = {
        name: [["Day", "Run"], *[[day, "Tempo" if day % 7 else "Rest"] for day in range(1, last)]]
        for name, last in (("September 2027", 31), ("October 2027", 10))
    }
    sheets["October 2027"].append([10, "Marathon"])
    loaded = load_runs(save(xlsx(sheets)))
    assert (str(loaded.runs[0].date), str(loaded.runs[-1].date)) == ("2027-09-01", "2027-10-10")
    assert loaded.runs[-1].run.kind is RunKind.RACE


def test_weeks_whose_headers_have_the_dates(save):
    """A second row of a week goes on with the first; nothing is laid out from the race."""
    first = date(2027, 9, 20)
    sheets = {
        f"KW {38 + week}": [
            [f"{name} {first + timedelta(7 * week + at):%d.%m.}"
             for at, name in enumerate(("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"))],
            ["Ruhe", "5x1000", "DL 10 km", "TDL 8 km", "Ruhe", "DL 6 km", "LDL 28 km"],
            [None, "Einlaufen 2 km", None, None, None, None, None],
        ]
        for week in range(3)
    }  # fmt: skip
    loaded = load_runs(save(xlsx(sheets)), race_date=RACE)
    assert (len(loaded.runs), str(loaded.runs[0].date)) == (21, "2027-09-20")
    assert [one.run.kind.value for one in loaded.runs[:7]] == [
        "rest", "workout", "easy", "workout", "rest", "easy", "long",
    ]  # fmt: skip
    assert loaded.runs[1].run.title == "5x1000, Einlaufen 2 km"
