"""What only the week says: long and medium-long runs; which race is the race."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from runtall.importers import load_runs
from runtall.importers.plan.summary import summarise
from runtall.importers.weeks.standing import rules_of

MONDAY = date(2027, 3, 1)


@pytest.fixture
def load(tmp_path):
    """Read weeks of titles, Monday first; empty: nothing on that day."""

    def loading(*weeks, race_date=None, first=MONDAY):
        rows = [
            f'{first + timedelta(days=7 * week + day)},"{title}"\n'
            for week, titles in enumerate(weeks)
            for day, title in enumerate(titles)
            if title
        ]
        path = tmp_path / "runs.csv"
        path.write_text("date,title\n" + "".join(rows))
        return load_runs(path, race_date=race_date)

    return loading


def kinds(loaded):
    return [one.run.kind.value for one in loaded.runs]


EASY = ("8 km", "", "8 km", "", "8 km", "")


@pytest.mark.parametrize(
    ("week", "last"),
    [
        ((*EASY, "9.6 km"), "long"),
        ((*EASY, "9.5 km"), "easy"),
        ((*EASY, "12 km easy"), "long"),
        ((*EASY, "12 km recovery"), "long"),
        ((*EASY, "16 km with 5 km tempo"), "long"),
        ((*EASY, "15.9 km with 5 km tempo"), "workout"),
        ((*EASY, "Kenyan 20 km"), "long"),
        (("20 km", "", "8 km", "", "8 km", "", "18 km"), "medium_long"),
        (("", "", "", "", "", "", "16 km"), "long"),
        (("", "", "", "", "", "", "15 km"), "easy"),
        (("8 km", "", "8 km", "", "", "Long run 15 km", "16 km"), "medium_long"),
        (("8 km", "", "8 km", "", "", "10K race", "14 km"), "easy"),
        (("8 km", "", "8 km", "", "", "10K race", "20 km slow"), "long"),
        (("8 km", "", "20 km", "", "", "10K race", "6 km"), "easy"),
        (("8 km", "", "8 km", "", "", "Half marathon", "18 km"), "medium_long"),
        (("30 min", "", "30 min", "", "30 min", "", "60 min"), "long"),
        (("30 min", "", "30 min", "", "30 min", "", "60 min bike"), "cross"),
    ],
)
def test_the_long_run_of_a_week(load, week, last):
    assert kinds(load(week, race_date=date(2027, 6, 6)))[-1] == last


def test_long_runs_may_be_on_any_weekday(load):
    week = ("8 km", "8 km", "20 km", "", "8 km", "", "")
    assert kinds(load(week, week, week)).count("long") == 3
    usual = ("8 km", "", "8 km", "", "8 km", "", "20 km")
    midweek = ("8 km", "", "18 km", "", "8 km", "", "")
    assert kinds(load(usual, usual, midweek, usual)).count("long") == 4
    barely = ("8 km", "", "11 km", "", "8 km", "", "8 km")
    assert kinds(load(usual, usual, barely, usual)).count("long") == 3
    named = ("24 km", "", "8 km", "", "8 km", "", "Long run 15 km")
    assert kinds(load(named))[::3] == ["long", "long"]


def test_far_easy_runs_are_medium_long(load):
    week = ("8 km", "", "16 km easy", "", "8 km", "", "26 km")
    assert kinds(load(week)) == ["easy", "medium_long", "easy", "long"]


def test_races_before_the_race_are_tune_ups(load):
    week = ("", "", "", "", "", "", "Half marathon")
    loaded = load(week, week, ("", "", "", "", "", "", "Marathon"), race_date=date(2027, 3, 21))
    assert kinds(loaded) == ["tuneup", "tuneup", "race"]
    assert [one.run.distance_m for one in loaded.runs] == [21_098, 21_098, 42_195]
    assert loaded.warnings == (
        'races before 2027-03-21, the race, are read as tune-ups: 2027-03-07 "Half marathon",'
        ' 2027-03-14 "Half marathon"',
    )


@pytest.mark.parametrize("days", [-1, 1])
def test_the_race_date_wins_over_the_file(load, days):
    race = date(2027, 3, 7) + timedelta(days=days)
    loaded = load(("8 km", "", "", "", "", "", "Marathon"), race_date=race)
    assert kinds(loaded)[-1] == "tuneup"
    assert loaded.warnings[-1] == (
        f"the last race of the file is on 2027-03-07; the race date, {race}, wins"
    )


def test_unknown_words_around_the_race(load):
    week = ("8 km", "", "", "Luck", "Luck 5 km", "Sleep 3 km", "Boston!")
    loaded = load(week, race_date=date(2027, 3, 7))
    assert kinds(loaded) == ["easy", "easy", "easy", "race"]
    assert [one.by_position for one in loaded.runs] == [False, False, True, True]
    assert [one.title for one in loaded.no_runs] == ["Luck"]


def test_without_a_race_the_last_day_stands_for_it(load):
    loaded = load((*EASY, "20 km"), (*EASY, "12 km"))
    summary = summarise(loaded, None, "mon")
    assert (summary.race_date, summary.race_from) == (
        date(2027, 3, 14), "no race in the file; its last day",
    )  # fmt: skip
    assert [week.distance_m for week in summary.weeks] == [44_000, 36_000]
    assert summary.without_entry == 6


def test_the_uncertain_comes_first_and_together(load):
    week = ("Kenyan 8 km", "Dentist", "8 km", "", "Kenyan 8 km", "Dentist", "20 km")
    uncertain = summarise(load(week, (*EASY, "20 km")), date(2027, 4, 25), "mon").uncertain
    assert [(one.kind, one.title, len(one.days)) for one in uncertain] == [
        ("not a run?", "Dentist", 2), ("easy", "Kenyan 8 km", 2), ("long", "20 km", 2),
    ]  # fmt: skip


@pytest.mark.parametrize("weeks", [1, 4, 8, 12, 18, 24, 26, 40, 60])
def test_plans_of_any_length_have_phases(load, weeks):
    far = [12 + min(week, 14) - (9 if week % 4 == 3 else 0) for week in range(weeks)]
    plan = [("", "Tempo 10 km", "", "8 km", "", "", f"{km} km") for km in far]
    plan[-1] = ("", "5 km", "", "", "", "", "Marathon")
    summary = summarise(load(*plan), None, "mon")
    assert len(summary.weeks) == min(weeks, 53)
    assert summary.before == 3 * max(0, weeks - 53)
    assert summary.weeks[-1].phase == "taper"
    if weeks >= 12:
        assert {week.phase for week in summary.weeks} == {"base", "peak", "taper"}
        cut = [week.number for week in summary.weeks if week.cutback]
        assert {4, 8} <= set(cut) if weeks <= 53 else cut


def test_where_long_runs_are_called_so_a_short_one_elsewhere_is_none(load):
    named = (*EASY, "Long run 24 km")
    taper = ("3 km", "", "3 km", "", "", "", "Easy 8 km")
    weeks = [named, named, named, taper]
    assert kinds(load(*weeks, race_date=date(2027, 6, 6)))[-1] == "easy"
    far = (*taper[:-1], "Easy 16 km")
    assert kinds(load(*weeks[:-1], far, race_date=date(2027, 6, 6)))[-1] == "long"


def test_a_parkrun_leaves_the_week_its_long_run(load):
    week = ("8 km", "", "8 km", "", "", "parkrun", "18 km")
    assert kinds(load(week, race_date=date(2027, 6, 6)))[-2:] == ["tuneup", "long"]


def test_a_hard_title_on_the_race_date_is_the_race_if_nothing_else_is(load):
    week = ("8 km", "", "", "", "", "Shakeout 3 km", "Goal pace 42 km")
    loaded = load(week, race_date=date(2027, 3, 7))
    assert kinds(loaded) == ["easy", "easy", "race"]
    assert loaded.runs[-1].by_position


def test_what_is_called_medium_long_is_long_only_by_far(load):
    named = ("8 km", "", "Mid-long 16 km", "", "8 km", "", "{} km")
    weeks = [tuple(title.format(far) for title in named) for far in (26, 15, 12)]
    assert kinds(load(*weeks))[3::4] == ["long", "long", "easy"]


def test_bare_numbers_have_words_behind_them(load):
    week = ("8, flat", "", "8 with the dog", "", "40 min with the dog", "", "14 over the ridge")
    assert kinds(load(week, week)) == ["easy", "easy", "easy", "long"] * 2


def test_a_longer_run_at_the_weekend_is_the_long_one_whatever_a_shorter_is_called(load):
    week = ("8 km", "", "Longest of the working days 18 km", "", "8 km", "", "Extensive {} km")
    weeks = [tuple(title.format(far) for title in week) for far in (24, 26)]
    assert kinds(load(*weeks)) == ["easy", "medium_long", "easy", "long"] * 2


def test_shares_of_less_than_80_per_cent_are_easy(load):
    week = ("10 km 78%, soft ground", "", "8 x 3 min 95%", "", "9 km at 65-75%", "", "20 km")
    assert kinds(load(week)) == ["easy", "workout", "easy", "long"]


def test_where_a_plan_calls_runs_medium_long_no_shorter_one_is(load):
    week = ("17 km easy", "", "21 km medium long", "", "8 km", "", "30 km long")
    assert kinds(load(week, week, week))[:2] == ["easy", "medium_long"]
    assert kinds(load(week))[:2] == ["medium_long", "medium_long"]


def test_an_easy_run_much_shorter_than_another_of_its_week_is_not_medium_long(load):
    week = ("16 km", "", "21 km", "", "17 km GA", "", "30 km long")
    assert kinds(load(week))[:3] == ["easy", "medium_long", "easy"]


def test_a_name_behind_a_race_that_is_shorter_than_runs_before_it_is_the_race(load):
    week = ("8 km", "", "8 km", "", "8 km", "", "20 km long")
    short = ("8 km", "", "8 km", "5 km race", "", "", "12 km long")
    found = load(week, week, week, short, ("", "5 km", "", "", "", "", "CIM!!!"))
    assert kinds(found)[-1] == "race"
    assert kinds(found).count("tuneup") == 1


@pytest.mark.parametrize(
    ("title", "kind"), [("Club TT 4 km", "workout"), ("Time trial 8 km, flat out", "workout"),
                        ("10K race", "tuneup"), ("15 km time trial", "tuneup")],
)  # fmt: skip
def test_a_time_trial_in_the_week_is_a_workout(load, title, kind):
    week = ("", "", title, "", "8 km", "", "20 km long")
    assert kinds(load(week, ("", "8 km", "", "", "", "", "Marathon")))[0] == kind


def test_paces_without_their_unit(load):
    week = ("8 km 5:40", "", "10 km 4:30", "", "8 km 5:30", "", "20 km 5:45")
    assert kinds(load(week)) == ["easy", "workout", "easy", "long"]


@pytest.mark.parametrize(
    "title", ["8 km run (5:20 min/km) - fast for easy pace", "8 km, quick for an easy run"]
)
def test_fast_for_easy_is_easy(load, title):
    assert kinds(load((*EASY[:4], title)))[2] == "easy"


@pytest.mark.parametrize(
    "rule", ["Swims: Tue, Fri", "Swim on Tuesdays and Fridays", "swim Tue/Fri"]
)
def test_what_is_done_every_week_before_its_days(rule):
    assert [day for day, *_ in rules_of([rule])] == [1, 4]
    assert rules_of(["Easy week from Monday", "Race day is Sunday"]) == []


def test_what_is_done_every_week_from_one_weekday_to_another():
    assert [day for day, *_ in rules_of(["Saturday to Monday are rest"])] == [5, 6, 0]


def test_a_marathon_on_the_last_day_is_the_race(load):
    easy = (*EASY, "16 km")
    half = (*EASY, "Half marathon race")
    last = (*EASY, "LIBSTADT 42.2 km / start wave 2")
    loaded = load(easy, half, easy, easy, last)
    assert [one.date for one in loaded.runs if one.run.kind.value == "race"] == [date(2027, 4, 4)]


def test_a_plan_ends_with_the_marathon_that_only_its_length_names(load) -> None:
    week = ["rest", "5 miles", "8 x 400", "rest", "5 miles", "parkrun all out", "12 miles"]
    last = ["rest", "4 miles easy", "rest", "rest", "rest", "2 miles easy", "CHESTER!!! 26.2"]
    found = load(week, [*week[:-2], "rest", "10 miles"], last)
    assert [str(one.date) for one in found.runs if one.run.kind == "race"] == ["2027-03-21"]


def test_a_parkrun_at_the_pace_of_somebody_else_is_no_race(load) -> None:
    week = ["rest", "5 miles easy", "8 x 400", "rest", "5 miles", "parkrun, Ana's first, her pace"]
    kinds = [one.run.kind for one in load([*week, "12 miles"], race_date=date(2027, 4, 25)).runs]
    assert kinds[-2] == "easy"
