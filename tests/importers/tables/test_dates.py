"""Dates in any one style: read right, or said to be undecided; never silently wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runtall.importers.days.date_columns import Hints, read_dates
from runtall.importers.days.dates import written
from runtall.importers.days.names import languages
from runtall.importers.days.week_ranges import is_range

WORDS = {one.code: one for one in languages()}
MONTH_FIRST = ("{m}/{d}/{y}", "{mm}/{dd}/{y}", "{m}-{d}-{y}", "{m}/{d}/{yy}")
DAY_FIRST = ("{d}/{m}/{y}", "{dd}/{mm}/{y}", "{dd}-{mm}-{y}", "{d}/{m}/{yy}")
CLEAR = ("{d}.{m}.{y}", "{dd}.{mm}.{yy}", "{d}. {m}. {y}", "{y}-{mm}-{dd}", "{y}/{m}/{d}",
         "{y}{mm}{dd}", "{y}年{m}月{d}日", "{y}-{mm}-{dd}T00:00:00Z",
         "{y}-{mm}-{dd} 06:30")  # fmt: skip
NAMED = ("{d} {month} {y}", "{month} {d}, {y}", "{d}-{month}-{y}", "{d} {month} '{yy}",
         "{d}. {month} {y}", "{month} {d}th, {y}")  # fmt: skip
plans = st.builds(
    lambda first, steps: [first + timedelta(days=sum(steps[:at])) for at in range(len(steps) + 1)],
    st.dates(date(2024, 1, 1), date(2031, 12, 31)),
    st.lists(st.integers(1, 4), min_size=3, max_size=60),
)


def named(style: str, day: date, code: str, number: int = 0) -> str:
    """A date in a style, with the words of a language."""
    words = WORDS[code]
    months = [word for word, month in words.months.items() if month == day.month]
    month = months[number % len(months)] if months else str(day.month)
    return style.format(d=day.day, m=day.month, y=day.year, dd=f"{day.day:02}", month=month,
                        mm=f"{day.month:02}", yy=f"{day.year % 100:02}")  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(plans, st.sampled_from(DAY_FIRST + MONTH_FIRST + CLEAR))
def test_a_column_is_read_right_or_said_to_be_undecided(days, style):
    read = read_dates([named(style, day, "en") for day in days], Hints())
    assert read.days == days or ("can be" in read.trouble and read.days == [None] * len(days))
    if style in CLEAR or days[-1] - days[0] > timedelta(days=31):
        assert read.days == days


@settings(max_examples=150, deadline=None)
@given(plans, st.sampled_from(DAY_FIRST + MONTH_FIRST), st.sampled_from(sorted(WORDS)))
def test_weekdays_decide(days, style, code):
    cells = [named(style, day, "en") for day in days]
    hints = Hints(weekdays=[day.weekday() for day in days])
    assert read_dates(cells, hints).days == days
    named_days = {at: word for word, at in WORDS[code].weekdays.items() if word[:1].isalpha()}
    words = [named_days[day.weekday()] for day in days]
    together = [f"{word} {cell}" for word, cell in zip(words, cells, strict=True)]
    assert read_dates(together, Hints()).days == days


@settings(max_examples=100, deadline=None)
@given(plans, st.sampled_from(DAY_FIRST + MONTH_FIRST))
def test_the_runner_decides(days, style):
    order = "dmy" if style in DAY_FIRST else "mdy"
    cells = [named(style, day, "en") for day in days]
    assert read_dates(cells, Hints(order=order)).days == days


@settings(max_examples=200, deadline=None)
@given(plans, st.sampled_from(NAMED), st.sampled_from(sorted(WORDS)), st.integers(0, 3))
def test_names_of_months_in_every_language(days, style, code, number):
    cells = [named(style, day, code, number) for day in days]
    assert read_dates(cells, Hints()).days == days


@settings(max_examples=150, deadline=None)
@given(plans, st.sampled_from(["{d} {month}", "{month} {d}", "{d}.{m}.", "{m}/{d}", "{d}/{m}"]))
def test_years_that_are_not_written_follow_from_the_race(days, style):
    cells = [named(style, day, "en") for day in days]
    read = read_dates(cells, Hints(race_date=days[-1], weekdays=[day.weekday() for day in days]))
    assert read.days == days
    assert "no year" in read_dates(cells, Hints()).trouble


@pytest.mark.parametrize(
    ("cells", "hints", "days"),
    [
        (["03/04/2027", "05/04/2027"], Hints(race_date=date(2027, 5, 4)),
         ["2027-03-04", "2027-05-04"]),
        (["1/2/2027", "3/2/2027", "5/2/2027"], Hints(), ["2027-02-01", "2027-02-03", "2027-02-05"]),
        (["2/1/2027", "2/3/2027", "2/5/2027"], Hints(), ["2027-02-01", "2027-02-03", "2027-02-05"]),
        (["03/04/2027"], Hints(day_first=True), ["2027-04-03"]),
        (["30 Dec", "2 Jan"], Hints(years=[2027]), ["2026-12-30", "2027-01-02"]),
        (["46448"], Hints(), ["2027-03-02"]),
        (["2 de marzo de 2027"], Hints(), ["2027-03-02"]),
        (["Di., 2. März 2027"], Hints(), ["2027-03-02"]),
        (["mar 02/03/2027"], Hints(), ["2027-03-02"]),
        (["周二 2027年3月2日"], Hints(), ["2027-03-02"]),
        (["1er mars 2027"], Hints(), ["2027-03-01"]),
    ],
)  # fmt: skip
def test_what_decides(cells, hints, days):
    assert [str(day) for day in read_dates(cells, hints).days] == days


@pytest.mark.parametrize(
    "cell",
    ["", "8 km", "6 x 800 m", "Easy 5", "10", "3:30", "Week 3", "Total", "45 min", "2027", "-",
     "March", "1/2/3/4", "x" * 5000, "9" * 500, "8 km @ 5:30 / 10"],
)  # fmt: skip
def test_what_is_no_date(cell):
    assert written(cell) is None


def test_a_day_that_does_not_exist_is_a_date_all_the_same():
    for cell in ("31.02.2027", "2027-13-01", "30 Feb 2027"):
        read = written(cell)
        assert read is not None
        assert read.orders == {}


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789./-: ,amprtuewdfsjan日月年", max_size=30))
def test_any_cell(cell):
    reads: Callable[[str], object] = written
    reads(cell)
    read_dates([cell, cell], Hints())


def test_a_second_week_is_no_day_of_september():
    assert written("2a sett.") is None
    assert written("2 sett.") is not None


@pytest.mark.parametrize("week", ["Sett. 1", "sett 12", "SETT.3"])
def test_a_week_with_its_number_is_no_day_of_september(week: str) -> None:
    assert written(week) is None


@pytest.mark.parametrize(
    ("cells", "days"),
    [
        (
            ["21 Dec 2026", "28 Dec", "4 Jan 2027", "11 Jan"],
            ["2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"],
        ),
        (
            ["21 Dec 2026", "28 Dec", "4 Jan", "11 Jan"],
            ["2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"],
        ),
        (
            ["21.12.", "28.12.", "4.1.", "11.1.2027"],
            ["2026-12-21", "2026-12-28", "2027-01-04", "2027-01-11"],
        ),
        (
            ["28 fév", "", "7 mars 2028", "29 févr."],
            ["2028-02-28", "None", "2028-03-07", "2028-02-29"],
        ),
    ],
)
def test_a_year_that_stands_beside_some_dates_tells_that_of_others(
    cells: list[str], days: list[str]
) -> None:
    assert [str(day) for day in read_dates(cells, Hints()).days] == days


def test_the_days_of_a_week_that_share_a_month_are_a_range():
    assert is_range("15-21 Feb")
    assert not is_range("15-20 km")


@pytest.mark.parametrize(
    ("cells", "orders"),
    [
        (["1/2/27", "3/2/27", "5/2/27", "7/3/27"], "dmy or mdy"),
        (["01/02/27", "02/03/27"], "dmy or mdy"),
        (["12/1/26", "1/2/27", "3/4/27"], "dmy or mdy"),
        (["1/2/2027", "5/3/2027"], "dmy or mdy"),
        (["26/10/25", "26/11/25"], "ymd or dmy"),
    ],
)
def test_only_orders_that_a_plan_can_have_are_asked_for(cells, orders):
    assert f"say runs.date_order: {orders} (--date-order)" in read_dates(cells, Hints()).trouble
