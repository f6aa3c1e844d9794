"""Calendars: days and times, what repeats, what is broken, what is no training."""

from __future__ import annotations

from datetime import date, time

import pytest

from runtall.importers import load_runs
from runtall.importers.base import Provenance
from tests.importers.complaints import faults_of

RACE = date(2027, 4, 25)


@pytest.fixture
def load(tmp_path):
    """Read events from their lines; ``head`` are lines of the calendar itself."""

    def loading(*events, head="", race_date=RACE, timezone=None):
        body = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
        path = tmp_path / "runs.ics"
        path.write_bytes(
            f"BEGIN:VCALENDAR\n{head}{body}END:VCALENDAR\n".replace("\n", "\r\n").encode()
        )
        return load_runs(path, race_date=race_date, timezone=timezone)

    return loading


def runs(loaded):
    return [
        (one.date.isoformat(), one.run.kind.value, one.run.at, one.run.minutes)
        for one in loaded.runs
    ]


@pytest.mark.parametrize(
    ("times", "timezone", "expected"),
    [
        ("DTSTART;VALUE=DATE:20270301\nDTEND;VALUE=DATE:20270302", None,
         ("2027-03-01", None, None)),
        ("DTSTART:20270301", None, ("2027-03-01", None, None)),
        ("DTSTART;VALUE=DATE:20270301", None, ("2027-03-01", None, None)),
        ("DTSTART:20270301T063000\nDTEND:20270301T071500", "Asia/Tokyo",
         ("2027-03-01", time(6, 30), 45)),
        ("DTSTART:20270301T063000\nDURATION:PT45M", None, ("2027-03-01", time(6, 30), 45)),
        ("DTSTART:20270301T063000", None, ("2027-03-01", time(6, 30), None)),
        ("DTSTART:20270301T233000Z\nDTEND:20270302T001500Z", "Europe/Berlin",
         ("2027-03-02", time(0, 30), 45)),
        ("DTSTART:20270301T233000Z", "America/New_York", ("2027-03-01", time(18, 30), None)),
        ("DTSTART;TZID=Europe/London:20270301T233000", "Europe/Berlin",
         ("2027-03-02", time(0, 30), None)),
        ("DTSTART;TZID=Europe/London:20270301T233000", None, ("2027-03-01", time(23, 30), None)),
        ("DTSTART;TZID=Nowhere/Land:20270301T063000", "Asia/Tokyo",
         ("2027-03-01", time(6, 30), None)),
        ("DTSTART:20270301T063000\nDTEND:20270301T060000", None, ("2027-03-01", time(6, 30), None)),
    ],
)  # fmt: skip
def test_when(load, times, timezone, expected):
    day, at, minutes = expected
    loaded = load(f"SUMMARY:Easy\n{times}", timezone=timezone)
    assert runs(loaded) == [(day, "easy", at, minutes)]
    assert loaded.warnings == ()


def test_a_calendar_says_its_own_zone(load):
    event = "SUMMARY:Easy\nDTSTART:20270301T233000Z"
    loaded = load(event, head="X-WR-TIMEZONE:Europe/Berlin\n")
    assert runs(loaded) == [("2027-03-02", "easy", time(0, 30), None)]
    nowhere = load(event, head="X-WR-TIMEZONE:Nowhere\n")
    assert runs(nowhere) == [("2027-03-01", "easy", time(23, 30), None)]
    assert nowhere.warnings == (
        '"Nowhere" is no time zone',
        "times are in UTC; give the time zone, or runs may be a day off",
    )


def test_what_is_no_days_training(load):
    loaded = load(
        "SUMMARY:Training Week 3 Distance: 40 mi\nDTSTART:20270301\nDTEND:20270308",
        "SUMMARY:Holiday\nDTSTART:20270301\nDTEND:20270308",
        "SUMMARY:Conference\nDTSTART:20270301T090000\nDTEND:20270303T170000",
        "SUMMARY:Tempo\nDTSTART:20270302\nSTATUS:CANCELLED",
        "SUMMARY:Easy\nDTSTART:20270303",
        "SUMMARY:Easy without a day",
        "SUMMARY:Easy\nDTSTART:20271340",
        "SUMMARY:Easy\nDTSTART:00010101",
        "DTSTART:20270304",
    )
    assert runs(loaded) == [("2027-03-03", "easy", None, None)]
    assert loaded.warnings == (
        'events of several days left out (2, such as 2027-03-01 "Holiday")',
        'events left out: no start that can be read (2, such as "Easy without a day" in line 26)',
        'events left out: outside the years 1970 to 2199 (1, such as "Easy" in line 33)',
    )


def test_runs_of_several_days_are_named(load):
    loaded = load(
        "SUMMARY:Easy 8 km\nDTSTART:20270302",
        "SUMMARY:Running camp: long run 30 km\nDTSTART:20270320\nDTEND:20270322",
        "SUMMARY:Marathon\nDTSTART:20270424T220000\nDTEND:20270426T020000",
        "SUMMARY:Easy weeks\nDTSTART:20270301\nDTEND:20270315",
        "SUMMARY:Trip to Rome\nDTSTART:20270406\nDTEND:20270409",
    )
    assert loaded.warnings[:3] == (
        'a run of several days left out: "Running camp: long run 30 km", 2027-03-20 to 2027-03-21;'
        " give it a day of its own",
        'a run of several days left out: "Marathon", 2027-04-24 to 2027-04-25; give it a day of'
        " its own",
        'events of several days left out (2, such as 2027-03-01 "Easy weeks")',
    )


def test_broken_lines_harm_nobody(load):
    loaded = load(
        "this is rubbish\nSUMMARY:Easy\nDTSTART:20270301",
        "SUMMARY:Tempo\n and more\nDTSTART:20270302\nDTEND:x\nDURATION:y",
    )
    assert [kind for _, kind, _, _ in runs(loaded)] == ["easy", "workout"]


def test_done_beside_planned_and_the_same_twice(load):
    loaded = load(
        "SUMMARY:Run: Tempo\nDTSTART:20270301\nDESCRIPTION:Workout type: Run",
        "SUMMARY:Run: Tempo\nDTSTART:20270301T070000\nDESCRIPTION:Workout type: Run\\nActual "
        "Time: 0:45",
        "SUMMARY:Run: Easy\nDTSTART:20270302T070000\nDTEND:20270302T074000\nDESCRIPTION:Workout "
        "type: Run\\nActual Time: 0:40",
        "SUMMARY:Long\nDTSTART:20270307",
        "SUMMARY:Long\nDTSTART:20270307",
    )
    assert [run[:2] for run in runs(loaded)] == [
        ("2027-03-01", "workout"), ("2027-03-02", "easy"), ("2027-03-07", "long"),
    ]  # fmt: skip


def test_two_runs_of_a_day_and_a_rest_beside_one(load):
    loaded = load(
        "SUMMARY:Easy\nDTSTART:20270301T170000",
        "SUMMARY:Tempo\nDTSTART:20270301T060000",
        "SUMMARY:Rest\nDTSTART:20270301",
        "SUMMARY:Rest\nDTSTART:20270302",
        "SUMMARY:Rest day\nDTSTART:20270302",
    )
    assert [run[:2] for run in runs(loaded)] == [
        ("2027-03-01", "workout"), ("2027-03-01", "easy"), ("2027-03-02", "rest"),
    ]  # fmt: skip
    assert loaded.warnings == (
        "days have a rest beside a run; the run is kept (1, such as 2027-03-01)",
    )


WEEKLY = "UID:1\nSUMMARY:Easy\nDTSTART;TZID=Europe/London:20270322T063000\nRRULE:FREQ=WEEKLY"


def test_what_repeats_is_every_day_of_it(load):
    loaded = load(
        f"{WEEKLY};BYDAY=MO,WE;UNTIL=20270402T000000Z\nEXDATE;TZID=Europe/London:20270324T063000",
        "UID:1\nRECURRENCE-ID;TZID=Europe/London:20270331T063000\nSUMMARY:Tempo\n"
        "DTSTART;TZID=Europe/London:20270401T180000",
    )
    assert [run[:3] for run in runs(loaded)] == [
        ("2027-03-22", "easy", time(6, 30)),
        ("2027-03-29", "easy", time(6, 30)),
        ("2027-04-01", "workout", time(18)),
    ]
    assert {one.line for one in loaded.runs} == {2}


@pytest.mark.parametrize("race_date", [RACE, None])
def test_what_repeats_for_ever_ends_with_the_plan(load, race_date):
    days = [run[0] for run in runs(load(WEEKLY, race_date=race_date))]
    assert days[0] == "2027-03-22"
    assert len(days) == (6 if race_date else 54)


@pytest.mark.parametrize(
    "rule",
    ["FREQ=SECONDLY", "FREQ=YEARLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYHOUR=1,2,3",
     "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=NEVER", "BYDAY=MO"],
)  # fmt: skip
def test_what_repeats_otherwise_is_left_out(load, rule):
    loaded = load(f"UID:1\nSUMMARY:Party\nDTSTART:20270301\nRRULE:{rule}", "SUMMARY:Easy\n"
                  "DTSTART:20270303")  # fmt: skip
    assert [run[:2] for run in runs(loaded)] == [("2027-03-03", "easy")]
    assert loaded.warnings == (
        'events left out that repeat otherwise than by days or weeks (1, such as "Party")',
    )


def test_ten_thousand_events(load):
    events = (
        f"UID:{number}\nSUMMARY:Easy {number}\nDTSTART:{2000 + number // 360}"
        f"{1 + number // 30 % 12:02}{1 + number % 28:02}"
        for number in range(10_000)
    )
    assert len(load(*events).runs) == 10_000


@pytest.mark.parametrize(
    ("events", "message"),
    [
        ((), "there is no event in the calendar"),
        (("SUMMARY:Easy",), "none of the 1 events is a day's training; events left out: no start "
         'that can be read (1, such as "Easy" in line 2)'),
        (("SUMMARY:Yoga\nDTSTART:20270301",), "there is no run in the file, only strength work"),
        (("SUMMARY:Easy\nDTSTART:20270301",) * 10_001, "more than 10000 events; this is no run "
         "plan"),
    ],
)  # fmt: skip
def test_calendars_without_runs(load, events, message):
    assert [one.message for one in faults_of(lambda: load(*events))] == [message]


def test_a_calendar_that_is_cut_off(tmp_path):
    path = tmp_path / "cut.ics"
    path.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Easy\nDTSTART:20270301\n")
    loaded = load_runs(path)
    assert [one.run.title for one in loaded.runs] == ["Easy"]
    assert any("END:VEVENT are missing" in one for one in loaded.warnings)


def test_byte_order_mark_and_folds(tmp_path):
    path = tmp_path / "runs.ics"
    path.write_bytes(
        b"\xef\xbb\xbfBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270301\nSUMMARY:Te\n\tmpo\n"
        b"END:VEVENT\nEND:VCALENDAR\n"
    )
    assert [one.run.title for one in load_runs(path).runs] == ["Tempo"]


RUNNA = "UID:{}_PLAN_WORKOUT-1_plan_week_7_{}_0\nDTSTART:20270301\nSUMMARY:🏃 6km {} • 6km"


@pytest.mark.parametrize(
    ("event", "kind", "says"),
    [
        (RUNNA.format("UPCOMING", "TEMPO", "Something"), "workout", "TEMPO"),
        (RUNNA.format("COMPLETED", "EASY_RUN", "Something"), "easy", "COMPLETED EASY_RUN"),
        (RUNNA.format("UPCOMING", "NEW_KIND", "Long Run"), "long", "long run"),
        ("SUMMARY:Bike: Tempo ride\nDTSTART:20270301", "cross", "Bike"),
        ("SUMMARY:OPTIONAL: Run: Tempo\nDTSTART:20270301", "workout", "tempo"),
        ("SUMMARY:Hills\nDTSTART:20270301\nDESCRIPTION:Workout type: Bike", "cross", "Bike"),
        ("SUMMARY:Run\nDTSTART:20270301\nDESCRIPTION:4 x 1 km fast", "workout", "4 x 1"),
        ("SUMMARY:Monday\nDTSTART:20270301\nDESCRIPTION:Rest", "rest", "rest"),
        ("SUMMARY:Easy\nDTSTART:20270301\nDESCRIPTION:not the tempo of last week", "easy", "easy"),
    ],
)
def test_what_services_say(load, event, kind, says):
    (one,) = load(event).runs
    assert (one.run.kind, one.words) == (kind, says)
    assert one.run.optional == ("OPTIONAL" in event)


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Kenyan 8 km", "easy"), ("Kenyan 8-10 km", "easy"), ("Kenyan 8 km at 17:30", "easy"),
     ("Kenyan 8 km, 5 grindstones", "workout"), ("Kenyan 8 km @ Ngong", "workout"),
     ("Kenyan x 6", "workout"), ("Kenyan pace 8 km", "workout")],
)  # fmt: skip
def test_unknown_titles_are_easy_unless_they_have_parts_and_say_so(load, title, kind):
    (one,) = load(f"SUMMARY:{title}\nDTSTART:20270301").runs
    assert (one.run.kind, one.provenance, one.words) == (kind, Provenance.ASSUMED, "")


def test_distances_that_contradict_the_title(load):
    field = "DESCRIPTION:Workout type: Run\\nDistance Planned: {} km"
    loaded = load(
        f"SUMMARY:Run: 10 km easy\nDTSTART:20270301\n{field.format(1)}",
        f"SUMMARY:Run: 12 km easy\nDTSTART:20270302\n{field.format(12.5)}",
        f"SUMMARY:Run: 5 km tempo\nDTSTART:20270303\n{field.format(9)}",
        f"SUMMARY:Run: Easy\nDTSTART:20270304\n{field.format(7)}",
    )
    assert [one.run.distance_m for one in loaded.runs] == [10_000, 12_500, 9_000, 7_000]
    assert loaded.warnings == (
        "distances that contradict the title; the title's is taken (1, such as 2027-03-01"
        ' "Run: 10 km easy")',
    )


def test_in_a_feed_of_types_an_event_without_one_is_a_race(load):
    typed = "DTSTART:202703{:02}\nSUMMARY:Run: Easy\nDESCRIPTION:Workout type: Run"
    loaded = load(
        *(typed.format(day) for day in range(1, 6)),
        "DTSTART:20270306\nSUMMARY:Long",
        "DTSTART:20270307\nSUMMARY:The Big One",
        race_date=None,
    )
    assert [one.run.kind.value for one in loaded.runs] == ["easy"] * 5 + ["long", "race"]
    assert loaded.runs[-1].words == "an event without a type"


def test_a_name_of_ones_own_is_a_run_where_its_text_begins_with_how_far(load):
    event = "SUMMARY:{}\nDESCRIPTION:{}\nDTSTART:202703{:02}"
    crew = event.format("Wednesday crew", "9 miles with the club", 3)
    dentist = event.format("Dentist", "bring the card", 4)
    (one,) = load(crew, dentist).runs
    assert (one.run.kind, one.run.distance_m) == ("easy", 14_484)
