"""Week 1 has a yesterday: what was run just before it."""

from __future__ import annotations

import json

import pytest

START = "race_date: 2027-04-25\nweeks: 10\n"
"""Week 1 begins on Monday 15 February."""
TEMPLATE = START + "runs:\n  week: {tue: workout, sat: easy, sun: long}\n"
FILE = START + "runs: {file: runs.csv}\n"
ROWS = "date,kind\n2027-02-16,easy\n2027-02-21,long\n"


def since_long(scenario):
    return [day.since_long for day in scenario.problem.days[:2]]


def test_the_template_goes_back_to_the_week_before(read):
    assert since_long(read(TEMPLATE)) == [1, 2]
    assert since_long(read(TEMPLATE.replace("sun: long", "wed: long"))) == [5, 6]


def test_dates_before_week_1_come_before_the_template(read):
    text = TEMPLATE + "  days: {2027-02-14: rest, 2027-02-13: long}\n"
    assert since_long(read(text)) == [2, 3]


def test_the_days_of_a_file_before_week_1_count(read):
    assert since_long(read(FILE, runs_csv=ROWS)) == [None, None]
    assert since_long(read(FILE, runs_csv=ROWS + "2027-02-14,long\n")) == [1, 2]
    assert since_long(read(FILE, runs_csv=ROWS + "2027-02-08,long\n")) == [7, 8]
    assert since_long(read(FILE, runs_csv=ROWS + "2027-02-07,long\n")) == [None, None]


def test_a_long_run_of_that_week_is_known_by_its_length(read):
    days = "2027-02-14: {kind: easy, km: 28}, 2027-02-10: {kind: easy, km: 8}"
    scenario = read(START + f"runs: {{week: {{tue: easy, fri: easy}}, days: {{{days}}}}}\n")
    assert since_long(scenario) == [1, 2]


def test_nothing_grows_in_the_week_after_a_race_just_before_the_plan(read):
    text = TEMPLATE + "  days: {2027-02-13: {kind: tuneup, km: 5}}\n"
    assert [day.after_race for day in read(text).problem.days[:7]] == [True] * 6 + [False]


@pytest.mark.parametrize("text", [TEMPLATE, FILE])
def test_a_plan_holds_it_so_that_it_is_read_back(read, text):
    scenario = read(text, runs_csv=ROWS + "2027-02-14,long\n")
    again = read(json.dumps(scenario.normalised), name="again.yaml")
    assert again.request == scenario.request
    assert again.sha256 == scenario.sha256
    assert since_long(again) == [1, 2]


def test_more_than_a_week_before_is_outside_the_calendar(complaints, read):
    read(TEMPLATE + "  days: {2027-02-08: easy}\n")
    (line,) = complaints(TEMPLATE + "  days: {2027-02-07: easy}\n")
    assert "2027-02-07: outside the calendar, which goes from 2027-02-15" in line
