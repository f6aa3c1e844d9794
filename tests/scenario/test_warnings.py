"""What is allowed and perhaps not meant: one line each, and the plan is made all the same."""

from __future__ import annotations

from datetime import date, time

import pytest

PLAIN = """\
race_date: 2027-04-25
runs:
  week: {mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery}
  days: {2027-04-24: rest}
"""
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
START = "race_date: 2027-04-25\nruns: "
SPARSE = "; is the run plan complete?"
NAMED = "long runs were named by length: "
ONLY_THOSE = "; where the run plan itself calls any run long, only those count"


def test_a_plan_of_unusual_length(read):
    assert read(PLAIN + "weeks: 8\n").warnings == ()
    assert read(PLAIN + "weeks: 7\n").warnings == (
        "7 weeks are fewer than the 8 to 16 that the guide is written for; the plan ramps less far",
    )
    assert read(PLAIN + "weeks: 17\n").warnings == (
        "17 weeks are more than the 8 to 16 that the guide is written for",
    )


@pytest.mark.parametrize(("asked", "told"), [(0, False), (2, False), (4, False), (5, True)])
def test_more_mobility_than_there_are_days_for(read, asked, told):
    lines = read(PLAIN + f"strength: {{mobility_per_week: {asked}}}\n").warnings
    words = f"strength.mobility_per_week: {asked} are asked for; mobility follows an easy run, and"
    assert lines == ((f"{words} no week has more than 4 days for it",) if told else ())


def test_the_usual_mobility_was_not_asked_for(read):
    few = "{mon: workout, wed: easy, fri: workout, sun: long}"
    assert not any("mobility" in line for line in read(f"{START}{{week: {few}}}\n").warnings)


def test_a_trained_lifter_who_tells_no_loads(read):
    trained = PLAIN + "athlete: {experience: trained, body_mass_kg: 80, sex: m%s}\n"
    (line,) = read(trained % "").warnings
    assert line.startswith("athlete: first weights are guessed from body mass")
    assert line.endswith("what was left")
    assert read(trained % ", loads: {db_bench_press: {kg: 24, reps: 9}}").warnings == ()
    assert read((trained % "").replace("trained", "some")).warnings == ()


@pytest.mark.parametrize(
    ("equipment", "machines", "keys"),
    [
        ("dumbbells_kg: [4, 8, 12]", "a cable machine, a lat pulldown and a bench",
         "cable_kg: false, pulldown_kg: false, bench: false"),
        ("kettlebells_lb: [18, 35], bench: false", "a cable machine and a lat pulldown",
         "cable_lb: false, pulldown_lb: false"),
        ("dumbbells_kg: [10], cable_kg: false", "a lat pulldown and a bench",
         "pulldown_kg: false, bench: false"),
        ("dumbbells_kg: [10], cable_kg: false, pulldown_lb: [20, 40]", "", ""),
        ("dumbbells_kg: {from: 2, to: 30, step: 1}", "", ""),
        ("dumbbells_kg: []", "", ""),
        ("bands: true", "", ""),
    ],
)  # fmt: skip
def test_weights_named_one_by_one_beside_machines_that_are_not(read, equipment, machines, keys):
    told = [
        line
        for line in read(PLAIN + f"equipment: {{{equipment}}}\n").warnings
        if "nothing is" in line
    ]
    assert told == [
        f"equipment: beside your weights the plan takes {machines} to be there, as nothing is said "
        f"of them; where they aren't, write {keys}"
    ] * bool(machines)


@pytest.mark.parametrize(
    ("bands", "more", "instead"),
    [
        ("true", "", "the band row takes its place"),
        ("false", "", "nothing takes its place"),
        (
            "true",
            "athlete: {signs: {neck_tight: 1}}\nstrength: {sessions: {base: 1, peak: 1}}\n",
            "the face pull takes its place",
        ),
    ],
)
def test_what_takes_the_place_of_a_pull_from_above(read, bands, more, instead):
    """One row is for itself; the second one can be done for the pulldown, or what a sign asks."""
    none = "cable_kg: false, pulldown_kg: false, bench: false"
    lines = read(PLAIN + f"equipment: {{{none}, bands: {bands}}}\n{more}").warnings
    (line,) = [line for line in lines if "pulls from above" in line]
    assert line.endswith(f"a pull-up bar with bands would; {instead}")


@pytest.mark.parametrize(
    ("weights", "alone"), [("[12]", True), ("[4, 12]", False), ("false", True)]
)
def test_push_ups_may_be_the_only_press(read, weights, alone):
    """A weight that is far too heavy at first is none to press."""
    kit = f"{{dumbbells_kg: {weights}, cable_kg: false, pulldown_kg: false, bench: false}}"
    lines = read(PLAIN + f"athlete: {{body_mass_kg: 62, sex: f}}\nequipment: {kit}\n").warnings
    assert any("push-ups are the only press" in line for line in lines) == alone


def test_a_block_that_has_begun(read):
    assert read(PLAIN + "starts: 2027-03-01\n").warnings == ()
    short, late = read(PLAIN + "starts: 2027-04-07\n").warnings
    assert short.startswith("3 weeks are fewer than the 8 to 16")
    assert late.startswith("starts: 2027-04-07 lies in the taper; ")
    assert read(PLAIN + "starts: 2020-01-01\n").request.starts == 0, "the whole plan lies ahead"


def test_days_outside_the_plan(read):
    away = "{from: 2026-12-01, to: 2027-01-03, equipment: {}}"
    off = "[2027-01-03, {from: 2027-04-20, to: 2027-06-01}, {from: 2027-04-26, to: 2027-05-01}]"
    lines = read(PLAIN + f"availability: {{off: {off}, away: [{away}]}}\n").warnings
    assert lines == (
        "availability.off: 2027-01-03 lies outside the plan, which goes from 2027-01-04 to"
        " 2027-04-25",
        "availability.off: 2027-04-26 to 2027-05-01 lies outside the plan, which goes from"
        " 2027-01-04 to 2027-04-25",
        "availability.away: 2026-12-01 to 2027-01-03 lies outside the plan, which goes from"
        " 2027-01-04 to 2027-04-25",
    )


@pytest.mark.parametrize(
    ("race", "day", "when"),
    [
        ("2027-04-25", "sat", "2027-04-24, the day before the race"),
        ("2027-04-25", "tue", "2027-04-20, 5 days before the race"),
        ("2027-04-22", "mon", "2027-04-19, 3 days before the race"),
    ],
)
def test_a_long_run_shortly_before_the_race(read, race, day, when):
    runs = f"race_date: {race}\nruns: {{week: {{wed: easy, fri: easy, {day}: long}}%s}}\n"
    (warning,) = read(runs % "").warnings
    remedy = f"weeks: {{16: {{{day}: rest}}}}"
    assert warning == f"{when}, has a long run; if it shouldn't, write runs: {{{remedy}}}"
    assert read(runs % f", {remedy}").warnings == ()


def test_a_tuneup_race_of_unknown_length(read):
    days = "{2027-03-06: %s, 2027-04-24: rest}"
    text = PLAIN.replace("{2027-04-24: rest}", days)
    assert read(text % "tuneup").warnings == (
        "the tune-up race on 2027-03-06 has neither km nor min, so it counts as a long run",
    )
    assert read(text % "{kind: tuneup, km: 10}").warnings == ()


def test_the_remedy_names_the_week_that_the_day_lies_in(read):
    runs = (
        START.replace("04-25", "04-26") + "{week: {mon: easy, thu: easy, sun: long}}\nweeks: 12\n"
    )
    (warning,) = read(runs).warnings
    assert warning.endswith("write runs: {weeks: {11: {sun: rest}}}")


def test_a_long_run_six_days_before_the_race_is_no_surprise(read):
    assert read(START + "{week: {mon: long, wed: easy}}\n").warnings == ()


@pytest.mark.parametrize(
    ("runs", "warnings"),
    [
        ("{week: {}, days: {2027-03-02: easy}}", (f"fewer than two runs in weeks 1-16{SPARSE}",)),
        ("{week: {sun: long}}", (f"fewer than two runs in weeks 1-16{SPARSE}",)),
        ("{week: {mon: easy, tue: cross, sun: long}}", ()),
        ("{week: {mon: easy, wed: easy}, weeks: {3: {mon: rest, wed: cross}}}",
         ("no run in week 3",)),
        ("{week: {mon: easy, wed: easy}, weeks: {1: {mon: rest, wed: rest},"
         " 2: {mon: rest, wed: rest}, 5: {mon: rest, wed: rest}}}", ("no run in weeks 1-2, 5",)),
    ],
)  # fmt: skip
def test_weeks_with_hardly_a_run(read, runs, warnings):
    assert read(f"{START}{runs}\n").warnings == warnings


def test_one_run_a_week_in_half_of_them_is_enough(read):
    light = ", ".join(f"{week}: {{wed: rest}}" for week in range(1, 10))
    assert read(f"{START}{{week: {{mon: easy, wed: easy}}, weeks: {{{light}}}}}\n").warnings != ()
    fewer = light.removesuffix(", 9: {wed: rest}")
    assert read(f"{START}{{week: {{mon: easy, wed: easy}}, weeks: {{{fewer}}}}}\n").warnings == ()


@pytest.mark.parametrize(
    ("runs", "places"),
    [
        ("{week: {tue: {kind: easy, km: 8}, sat: {kind: medium_long, km: 25}},"
         " weeks: {16: {sat: rest}}}",
         "Sat in weeks 1-15"),
        ("{week: {tue: easy, thu: easy, sat: {kind: easy, min: 90}},"
         " weeks: {3: {sat: easy, sun: {kind: easy, min: 120}}, 16: {sat: rest}}}",
         "Sat in weeks 1-2, 4-15, Sun in week 3"),
    ],
)  # fmt: skip
def test_long_runs_that_nobody_called_so(read, runs, places):
    assert read(f"{START}{runs}\n").warnings == (f"{NAMED}{places}{ONLY_THOSE}",)


def test_one_run_that_is_called_long_is_enough(read):
    weeks = "{2: {sat: long}, 16: {sat: rest}}"
    runs = f"{{week: {{tue: {{kind: easy, km: 8}}, sat: {{kind: easy, km: 25}}}}, weeks: {weeks}}}"
    assert read(f"{START}{runs}\n").warnings == ()


@pytest.mark.parametrize(
    ("tuesday", "overlaps"),
    [
        ('[{kind: easy, at: "06:30", min: 60}, {kind: easy, at: "07:29"}]', True),
        ('[{kind: easy, at: "06:30", min: 60}, {kind: easy, at: "07:30"}]', False),
        ('[{kind: easy, at: "07:29"}, {kind: easy, at: "06:30", min: 60}]', True),
        ('[{kind: easy, at: "06:30"}, {kind: easy, at: "06:30"}]', True),
        ('[{kind: easy, at: "06:30"}, {kind: easy, at: "06:31"}]', False),
        ('[{kind: easy, at: "06:30", min: 60}, easy]', False),
    ],
)
def test_runs_at_the_same_time(read, tuesday, overlaps):
    lines = read(f"{START}{{week: {{mon: easy, tue: {tuesday}}}}}\ntimezone: UTC\n").warnings
    words = "a run begins before the one before it is over: Tue in weeks 1-16"
    assert lines == ((words,) if overlaps else ())


def test_one_session_a_week_is_less_than_the_guide_gives(read):
    assert read(PLAIN + "strength: {sessions: {base: 1}}\n").warnings == (
        "strength.sessions: one session a week is less than the two of the guide; it still builds"
        " strength where lifting is new, and keeps it where it isn't",
    )


def test_short_sessions_are_told_what_comes_first(read):
    assert read(PLAIN + "strength: {minutes: 30}\n").warnings == ()
    (line,) = read(PLAIN + "strength: {minutes: 29}\n").warnings
    assert line.startswith(
        "strength.minutes: 29 minutes are fewer than the 30 to 40 that the guide "
    )
    days = ", ".join(f"{day}: {{minutes: %d}}" for day in DAYS)
    assert read(PLAIN + f"availability: {{{days}}}\n" % ((30,) * 7)).warnings == ()
    (line,) = read(PLAIN + f"availability: {{{days}}}\n" % ((30, *[20] * 6))).warnings
    assert line.startswith("availability: 20 minutes are fewer")
    (line,) = read(PLAIN + f"availability: {{{days}}}\n" % ((20,) * 7)).warnings
    assert line.startswith("availability: 20 minutes are fewer than the 30 to 40 that")
    assert "the minutes that are left at first are for them" in line


def test_a_start_that_the_clocks_skip_is_moved_and_told(read):
    text = (
        "race_date: 2027-04-25\ntimezone: Europe/London\nruns:\n  week: {sat: long, sun:"
        " {kind: easy, at: '01:00', min: 30}}\n  weeks: {16: {sat: rest}}\n"
    )
    scenario = read(text)
    starts = {day.start for day in scenario.problem.days if day.weekday == "sun" and day.to_race}
    assert starts == {time(1, 30), time(2, 30)}
    told = [line for line in scenario.warnings if "clocks" in line]
    assert told == ["Sun 28 Mar: the clocks skip 01:30 that night; a session there starts at 02:30"]
    assert not [line for line in read(text.replace("01:00", "03:00")).warnings if "clocks" in line]


def test_a_far_run_shortly_before_the_race_is_one_whatever_it_is_called(read):
    runs = (
        "race_date: 2027-04-25\nruns: {week: {wed: easy, fri: easy, sat: easy},"
        " days: {2027-04-24: {kind: easy, km: 25}}}\n"
    )
    (warning,) = read(runs).warnings
    assert warning.startswith("2027-04-24, the day before the race, has a long run")


def test_an_illness_of_which_no_fever_is_told(read):
    """Told in either way, none is guessed; outside the plan there is nothing to say of one."""
    ill = "availability: {ill: [%s]}\n"
    told = "{from: 2027-02-01, to: 2027-02-04, fever: no}, 2027-02-20 with fever"
    assert read(PLAIN + ill % told).warnings == ()
    some = "2027-02-08, {from: 2027-03-01, to: 2027-03-05}"
    found = read(PLAIN + ill % f"{told}, {some}")
    asked = [access.after_fever for access in found.request.access if access.after_fever]
    assert asked == [date(2027, 2, 14)] * 5 + [date(2027, 3, 11)] * 5
    assert found.warnings == (
        "availability.ill: 2027-02-08, 2027-03-01 to 2027-03-05 are taken as without fever; if"
        " there was one, write fever: true beside its dates",
    )
    (line,) = read(PLAIN + ill % "2026-06-01").warnings
    assert "lies outside the plan" in line
