"""plan.ics: what calendars get to see."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from icalendar import Calendar, Event

from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.run_plan import Run, RunKind
from runtall.domain.scenario import Publication
from runtall.exporters.card_fitting import MOST_CHARACTERS, card_texts
from runtall.exporters.card_text import dose_words, numbered
from runtall.exporters.session_card import session_card, session_cards
from runtall.progression.texts import say
from tests.exporters.formats import decided, from_ics, to_ics
from tests.exporters.samples import NOW, build, decide, timed_problem, titled

EVERYTHING = frozenset({"strength", "mobility", "runs"})


def card(problem: Problem, session: Session, units: str = "metric") -> str:
    return card_texts(session_card(problem, Plan(()), session, units))[0]


def read(data: bytes) -> Calendar:
    calendar = Calendar.from_ical(data)
    assert isinstance(calendar, Calendar)
    assert not calendar.errors
    return calendar


def of(calendar: Calendar, category: str) -> list[Event]:
    return [event for event in calendar.events if category in event.categories]


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


@pytest.fixture(scope="module")
def data(problem: Problem, plan: Plan, publication: Publication) -> bytes:
    return to_ics(problem, plan, publication, None, NOW)


def test_bytes_are_what_the_standard_asks_for(data: bytes) -> None:
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75
    assert not data.startswith(b"\xef\xbb\xbf")
    for line in lines:
        line.decode("utf-8")


def test_calendar_properties(data: bytes) -> None:
    lines = unfolded(data)
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert "PRODID:-//runtall//strength plan//EN" in lines
    assert "NAME:Upper body \u2014 London" in lines
    assert "X-WR-CALNAME:Upper body \u2014 London" in lines
    assert "X-WR-TIMEZONE:Europe/London" in lines
    assert "X-RUNTALL-RELAXED:single@w11 single@w12 single@w13" in lines
    assert not any(line.startswith(("METHOD", "RRULE:FREQ=WEEKLY")) for line in lines)


def test_one_event_for_each_session_with_zone(plan: Plan, data: bytes) -> None:
    calendar = read(data)
    events = of(calendar, "Strength")
    assert len(events) == len(plan.sessions)
    first = events[0]
    assert first["SUMMARY"] == "Strength: pull day, 25 min"
    assert first["DTSTART"].to_ical() == b"20270104T183000"
    assert first["DTSTART"].params["TZID"] == "Europe/London"
    assert first.end - first.start == timedelta(minutes=25)
    assert (first["TRANSP"], first["STATUS"], first["SEQUENCE"]) == ("OPAQUE", "CONFIRMED", 0)
    assert {str(zone["TZID"]) for zone in calendar.timezones} == {"Europe/London"}


def test_wall_time_stays_across_the_clock_change(data: bytes) -> None:
    events = of(read(data), "Strength")
    hours = {(event.start.hour, event.start.minute) for event in events}
    offsets = {event.start.utcoffset() for event in events}
    assert hours == {(18, 30)}
    assert offsets == {timedelta(0), timedelta(hours=1)}


@pytest.mark.parametrize("known", ["start", "timezone"])
def test_without_a_time_of_day_events_are_all_day(
    problem: Problem, plan: Plan, publication: Publication, known: str
) -> None:
    if known == "start":
        publication = replace(publication, timezone=None)
    else:
        plan = decide(build())
    calendar = read(to_ics(problem, plan, publication, None, NOW))
    assert not calendar.timezones
    for event in calendar.events:
        assert not isinstance(event.start, datetime)
        assert event["DTSTART"].params["VALUE"] == "DATE"
        assert event.end - event.start == timedelta(days=1)
        assert event["TRANSP"] == "TRANSPARENT"


def test_uids_are_uuids_of_plan_and_session(
    problem: Problem, plan: Plan, publication: Publication, data: bytes
) -> None:
    uids = [str(event["UID"]) for event in read(data).events]
    assert len(set(uids)) == len(uids)
    assert {UUID(uid).version for uid in uids} == {5}
    other = replace(publication, plan_id="autumn-2027")
    others = {str(event["UID"]) for event in read(to_ics(problem, plan, other, None, NOW)).events}
    assert not others & set(uids)
    renamed = to_ics(problem, plan, replace(publication, name="Another"), None, NOW)
    assert {str(event["UID"]) for event in read(renamed).events} == set(uids)


def test_same_plan_same_bytes(problem: Problem, publication: Publication, data: bytes) -> None:
    assert to_ics(problem, decide(problem), publication, None, NOW) == data


@pytest.mark.parametrize("include", [frozenset(), {"strength"}, {"mobility"}, EVERYTHING])
def test_include_decides_what_is_in_it(
    problem: Problem, plan: Plan, publication: Publication, include: frozenset[str]
) -> None:
    publication = replace(publication, include=frozenset(include))
    calendar = read(to_ics(problem, plan, publication, None, NOW))
    found = {str(name) for event in calendar.events for name in event.categories}
    words = {"strength": {"Strength", "Guide"}, "mobility": {"Mobility"}, "runs": {"Run"}}
    assert found == {"Race"}.union(*(words[name] for name in include))


def test_runs_are_timed_only_when_start_and_length_are_known(publication: Publication) -> None:
    problem = build()
    runs = (
        Run(RunKind.EASY, "Shake-out", 5_000, 30, time(7, 0)),
        Run(RunKind.MEDIUM_LONG, "", 16_100, None, time(18, 0), optional=True),
        Run(RunKind.REST),
    )
    days = (replace(problem.days[0], runs=runs), *problem.days[1:])
    problem = replace(problem, days=days)
    everything = replace(publication, include=EVERYTHING)
    events = of(read(to_ics(problem, Plan(()), everything, None, NOW)), "Run")[:2]
    long, shake = sorted(events, key=lambda event: str(event["SUMMARY"]))
    assert shake["SUMMARY"] == "Shake-out, 5 km"
    assert shake.end - shake.start == timedelta(minutes=30)
    assert long["SUMMARY"] == "Medium-long run, 16.1 km"
    assert long.start == date(2027, 1, 4)
    assert "at 18:00" in long["DESCRIPTION"]
    assert "may be left out" in long["DESCRIPTION"]
    miles = to_ics(problem, Plan(()), replace(everything, units="imperial"), None, NOW)
    assert b"SUMMARY:Shake-out\\, 3.1 mi" in miles


def test_race_day_is_there_once(problem: Problem, plan: Plan, publication: Publication) -> None:
    everything = replace(publication, include=EVERYTHING)
    races = of(read(to_ics(problem, plan, everything, None, NOW)), "Race")
    assert [race.start for race in races] == [date(2027, 4, 25)]
    assert races[0]["SUMMARY"] == "Race day: Upper body \u2014 London"
    assert str(races[0]["DESCRIPTION"]) == "Race"


def test_what_is_known_of_the_race_is_in_its_event(publication: Publication) -> None:
    problem = build()
    race = Run(RunKind.RACE, "City marathon", 42_200, None, time(9, 0))
    problem = replace(problem, days=(*problem.days[:-1], replace(problem.days[-1], runs=(race,))))
    (event,) = of(read(to_ics(problem, Plan(()), publication, None, NOW)), "Race")
    assert event["SUMMARY"] == "Race day: City marathon"
    assert str(event["DESCRIPTION"]) == "Race, 42.2 km, at 09:00"
    nameless = replace(publication, name="")
    (event,) = of(read(to_ics(build(), Plan(()), nameless, None, NOW)), "Race")
    assert event["SUMMARY"] == "Race day"


def test_alarm_only_where_asked_for_and_timed(
    problem: Problem, plan: Plan, publication: Publication, data: bytes
) -> None:
    assert b"VALARM" not in data
    asked = replace(publication, reminder_minutes=60)
    for event in read(to_ics(problem, plan, asked, None, NOW)).events:
        timed = "Strength" in event.categories
        assert [alarm["TRIGGER"].to_ical() for alarm in event.walk("VALARM")] == [b"-PT1H"] * timed
        assert [alarm["ACTION"] for alarm in event.walk("VALARM")] == ["DISPLAY"] * timed
    all_day = replace(asked, timezone=None)
    assert b"VALARM" not in to_ics(problem, plan, all_day, None, NOW)


def test_link_is_in_every_event(problem: Problem, plan: Plan, publication: Publication) -> None:
    linked = replace(publication, link="https://example.org/a b")
    for event in read(to_ics(problem, plan, linked, None, NOW)).events:
        assert event["URL"] == "https://example.org/a%20b"
        assert event["DESCRIPTION"].endswith("\n\nhttps://example.org/a%20b")


NASTY = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:evil\x00\x1b\u2028,;\\n=1+1\ud800"


def test_titles_and_names_inject_nothing(problem: Problem, plan: Plan) -> None:
    sessions = tuple(replace(item, note=NASTY, run=NASTY) for item in plan.sessions)
    nasty = Publication(
        NASTY, "nasty", "Europe/London", include=EVERYTHING, link=f"https://example.org/{NASTY}"
    )
    harmless = Publication("x", "nasty", "Europe/London", include=EVERYTHING)
    odd = to_ics(titled(problem, NASTY), replace(plan, sessions=sessions), nasty, None, NOW)
    calendar = read(odd)
    expected = read(to_ics(problem, plan, harmless, None, NOW))
    assert [event["UID"] for event in calendar.events] == [
        event["UID"] for event in expected.events
    ]
    assert not any(b"\x00" in line or b"\x1b" in line for line in odd.splitlines())
    assert odd.count(b"BEGIN:V") == odd.count(b"END:V") == len(expected.events) + 2
    assert not any(line.startswith(("SUMMARY:evil", "=1")) for line in unfolded(odd))
    run = of(calendar, "Run")[0]
    assert run["SUMMARY"].startswith("x  END VEVENT  BEGIN VEVENT SUMMARY:evil")


def test_session_card(problem: Problem, plan: Plan) -> None:
    lines = card(problem, plan.sessions[0]).splitlines()
    assert lines[0] == "Pull day - 5 exercises, 25 min, after the easy run"
    assert lines[1] == (
        "1. One-arm dumbbell row: 3 x 8 (8-12) per side, choose: light enough for 3 more; "
        "taken or sore? band row"
    )
    assert [line[:2] for line in lines[1:6]] == ["1.", "2.", "3.", "4.", "5."]
    assert lines[4].startswith(
        "4. Suitcase carry: 2 x 20 m (20-40 m) per side, choose: light enough"
    )
    assert lines[6:10] == [
        "Warm-up, 5 min: easy cardio or the run, shoulder circles, band pull-aparts.",
        "Sets: with 3 in reserve, carries with breath and posture to spare; rest 90 s.",
        "Today: first time (all).",
        "1, 2, 3, 4: Find the weight that fits, and write it down.",
    ]
    why = lines.index("Why today: after the easy run.")
    assert lines[why + 1] == ("Tomorrow: the speed workout - other free days are no better.")
    assert lines[why + 2] == ""
    assert "see a professional" in lines[-1]


def test_what_is_done_in_turns_has_letters(problem: Problem, plan: Plan) -> None:
    row, *rest, bug = plan.sessions[0].entries
    turns = replace(plan.sessions[0], entries=(replace(row, pair=5), *rest, replace(bug, pair=1)))
    labels = [line.partition(".")[0] for line in card(problem, turns).splitlines()[1:6]]
    assert labels == ["1a", "1b", "2", "3", "4"]


def test_a_phone_has_room_for_every_card(problem: Problem, plan: Plan) -> None:
    noted = tuple(replace(entry, note="Words. " * 60) for entry in plan.sessions[0].entries)
    full = session_card(problem, Plan(()), replace(plan.sessions[0], entries=noted), "metric")
    text, notes = card_texts(full)
    assert len(text) <= MOST_CHARACTERS
    assert notes.startswith("All: Words. ")
    assert not card_texts(session_card(problem, plan, plan.sessions[-1], "metric"))[1]


def test_only_growing_base_cards_say_how_to_grow(problem: Problem, plan: Plan) -> None:
    for session in plan.sessions:
        day = problem.days[session.day]
        week = problem.week(day.week)
        text = card(problem, session)
        grows = day.phase is Phase.BASE and not week.reduced and not week.cutback
        told = text.count("All sets at the top with 2 left") + text.count("Nothing gets heavier")
        assert told == grows
        assert text.count("Nothing heavier this week.") == (not grows)


def test_a_day_without_a_band_names_none(plan: Plan) -> None:
    own = replace(timed_problem().request.equipment, bands=False)
    problem = build(at=time(18, 30), equipment=own)
    for session in decide(problem).sessions:
        assert "band" not in card(problem, session).lower()
    data = to_ics(problem, decide(problem), Publication("x", "x"), None, NOW)
    for event in of(read(data), "Mobility"):
        assert "band" not in str(event["DESCRIPTION"]).lower()


def test_the_first_event_says_how_the_plan_works(plan: Plan, data: bytes) -> None:
    (event,) = of(read(data), "Guide")
    assert event["SUMMARY"] == "How this plan works"
    assert (event.start, event["TRANSP"]) == (date(2027, 1, 4), "TRANSPARENT")
    text = str(event["DESCRIPTION"])
    for words in ("Breathe out", "never two to catch up", "dark urine", "https://exrx.net"):
        assert text.count(words) == 1, words


def test_closing_words_stand_in_the_last_session(data: bytes) -> None:
    texts = [str(event["DESCRIPTION"]) for event in of(read(data), "Strength")]
    assert [say("closing") in text for text in texts] == [False] * (len(texts) - 1) + [True]


def test_sleep_and_food_stand_beside_mobility(data: bytes) -> None:
    events = of(read(data), "Mobility")
    assert {str(event["SUMMARY"]) for event in events} == {"Mobility, 5 min, after your easy run"}
    assert all("Sleep and eat enough" in event["DESCRIPTION"] for event in events)


def test_taper_card_has_its_mobility_block(problem: Problem, plan: Plan) -> None:
    light = next(item for item in plan.sessions if item.kind is SessionKind.LIGHT)
    text = card(problem, light)
    assert text.startswith("Light and mobility - 3 exercises")
    assert "Then 10 min of mobility, twice through:" in text
    assert "- Child's pose with side reach: 30 s per side" in text
    assert "easy on purpose" in text
    assert "mobility" not in card(problem, plan.sessions[0])


@pytest.mark.parametrize(
    ("entry", "units", "line"),
    [
        (Entry(2, "push_up", 3, reps=8), "metric", "1. Push-up: 3 x 8 (6-15); {} hands higher"),
        (
            Entry(5, "side_plank", 2, hold_s=30, per_side=True),
            "metric",
            "1. Side plank: 2 x 30 s (20-40 s) per side; {} Pallof press",
        ),
        (
            Entry(4, "farmer_carry", 3, distance_m=30, load_g=12_000),
            "imperial",
            "1. Farmer carry: 3 x 35 yd (35-65 yd) at 12 kg in each hand; {} suitcase carry",
        ),
        (
            Entry(1, "push_up", 3, reps=10, load="hands on 45 cm"),
            "imperial",
            "1. Push-up: 3 x 10 (6-15), hands on 18 in; {} hands higher",
        ),
        (
            Entry(3, "band_row", 3, reps=10, load="light band"),
            "metric",
            "1. Band row: 3 x 10 (10-12), light band; {} seated cable row",
        ),
        (Entry(1, "push_up", 2), "metric", "1. Push-up: 2 x ?; {} hands higher"),
    ],
)
def test_exercise_line(problem: Problem, entry: Entry, units: str, line: str) -> None:
    session = Session(0, SessionKind.D2, (entry,))
    drawn = session_card(problem, Plan((session,)), session, units)
    (item,) = drawn.items
    assert f"{numbered(item)}: {dose_words(drawn, item)}" == line.format("taken or sore?")


def test_every_card_of_a_plan_is_made_once(problem: Problem, plan: Plan) -> None:
    assert [card.session for card in session_cards(problem, plan, "metric")] == [*plan.sessions]


def test_an_event_never_has_length_zero(problem: Problem, publication: Publication) -> None:
    bare = Plan((Session(0, SessionKind.D1, (Entry(1, "push_up", 1),), start=time(18, 0)),))
    event = of(read(to_ics(problem, bare, publication, None, NOW)), "Strength")[0]
    assert event.end > event.start


def test_stamps_are_utc_without_fractions(
    problem: Problem, plan: Plan, publication: Publication
) -> None:
    now = datetime(2026, 11, 1, 10, 0, 0, 999_999, tzinfo=UTC).astimezone()
    for event in read(to_ics(problem, plan, publication, None, now)).events:
        for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED"):
            assert event[name].to_ical() == b"20261101T100000Z"


def test_a_session_after_midnight_ends_on_the_next_day(publication: Publication) -> None:
    problem = timed_problem()
    late = replace(decide(problem).sessions[0], start=time(23, 50))
    plan = Plan((late,))
    data = to_ics(problem, plan, publication, None, NOW)
    assert of(read(data), "Strength")[0].end.date() == date(2027, 1, 5)
    assert from_ics(data, problem) == decided(plan)
