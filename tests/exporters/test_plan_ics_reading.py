"""Reading plan.ics back, also after somebody edited it."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace

import pytest

from runtall.check.violations import violations
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.request import Access
from runtall.domain.scenario import Publication
from runtall.exporters.unreadable import UnreadablePlan
from runtall.progression.dose import prescribe
from runtall.progression.follow import followed
from tests import problems
from tests.exporters.formats import decided, from_ics, to_ics
from tests.exporters.samples import LATER, NOW, without


@pytest.fixture(scope="module")
def data(problem: Problem, plan: Plan, publication: Publication) -> bytes:
    return to_ics(problem, plan, publication, None, NOW)


def edited(data: bytes, old: str, new: str, count: int = 1) -> bytes:
    """The calendar as an editor without folded lines would save it."""
    text = data.decode().replace("\r\n ", "")
    assert old in text
    return text.replace(old, new, count).encode()


@pytest.mark.parametrize("units", ["metric", "imperial"])
def test_the_whole_plan_comes_back(
    problem: Problem, plan: Plan, publication: Publication, units: str
) -> None:
    data = to_ics(problem, plan, replace(publication, units=units), None, NOW)
    assert from_ics(data, problem) == decided(plan)


def without_facts(data: bytes) -> bytes:
    """The calendar as a program saves it that drops what it doesn't know."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    return "\r\n".join(line for line in lines if not line.startswith("X-RUNTALL-S")).encode()


def test_a_calendar_that_lost_our_properties_is_still_read(
    problem: Problem, plan: Plan, data: bytes
) -> None:
    read = from_ics(without_facts(data), problem)
    for session, known in zip(read.sessions, decided(plan).sessions, strict=True):
        for entry, own in zip(session.entries, known.entries, strict=True):
            # Of a carry's reserve the words say no number.
            same = own.rir if own.reps is not None else entry.rir
            assert entry == replace(own, rir=same)
    whole = followed(problem, replace(read, relaxed=plan.relaxed))
    assert not violations(problem, whole)[len(violations(problem, plan)) :]


def test_what_an_illness_took_is_known_without_our_list() -> None:
    """No card before it says so: ill in all of week 4, or after its pull day."""
    week = "easy workout easy easy rest long easy"
    for ill, days in ((range(21, 28), ()), (range(23, 26), (21,))):
        access = tuple(Access(free=day not in ill, ill=day in ill) for day in range(112))
        some = problems.problem(week, access=access)
        kept = [day for w in range(3) for day in (7 * w, 7 * w + 3)] + [*days]
        kinds = {0: SessionKind.D1, 3: SessionKind.D2}
        rows = (Entry(1, "one_arm_db_row", 2), Entry(5, "dead_bug", 2))
        sessions = [Session(day, kinds[day % 7], rows) for day in kept]
        step = Relaxation.CUT_SHORT if days else Relaxation.SKIP
        plan = prescribe(some, Plan(tuple(sessions), (), (Relaxed(4, step),)))
        data = to_ics(some, plan, Publication("x", "x", "Europe/London"), None, NOW)
        lost = data.replace(b"X-RUNTALL-RELAXED", b"X-OTHER")
        assert lost != data
        assert from_ics(lost, some).relaxed == plan.relaxed


def test_slots_are_found_again_where_some_are_left_out(problem: Problem, plan: Plan) -> None:
    first = plan.sessions[0]
    row, pulldown, face, _, bug = first.entries
    turns = (replace(row, pair=5), pulldown, face, replace(bug, pair=1))
    short = Plan((replace(first, entries=turns),))
    data = to_ics(problem, short, Publication("x", "x", "Europe/London"), None, NOW)
    assert all(label in data.replace(b"\r\n ", b"") for label in (b"1a. One-arm", b"1b. Dead bug"))
    assert from_ics(without_facts(data), problem) == decided(short)


def test_cancelled_events_are_passed_over(
    problem: Problem, plan: Plan, publication: Publication, data: bytes
) -> None:
    fewer = without(plan, week=3, kind=SessionKind.D2)
    assert from_ics(to_ics(problem, fewer, publication, data, LATER), problem) == decided(fewer)


def test_other_events_in_the_calendar_are_passed_over(
    problem: Problem, plan: Plan, publication: Publication
) -> None:
    everything = replace(publication, include=frozenset({"strength", "mobility", "runs"}))
    data = to_ics(problem, plan, everything, None, NOW)
    dentist = (
        "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Dentist\r\nDTSTAMP:20270101T000000Z\r\n"
        "DTSTART:20200101T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR"
    )
    assert from_ics(edited(data, "END:VCALENDAR", dentist), problem) == decided(plan)


def test_edits_by_hand_are_read_even_where_they_break_rules(problem: Problem, data: bytes) -> None:
    row = "1. One-arm dumbbell row: 3 x 8 (8-12) per side\\, choose: light enough for 3 more"
    data = edited(data, row, "1. band row: 9\u00d720\\, 1 rep in reserve")
    data = edited(data, "DTSTART;TZID=Europe/London:20270107T183000", "DTSTART:20270104T070000Z")
    plan = from_ics(data, problem)
    assert len(plan.on(0)) == 2
    changed = (
        plan.on(0)[0].entries[0]
        if plan.on(0)[0].kind is SessionKind.D1
        else plan.on(0)[1].entries[0]
    )
    assert (changed.exercise, changed.sets, changed.reps) == ("band_row", 9, 20)
    assert changed.rir == 1


def test_a_utc_start_is_read_in_the_zone_of_the_plan(problem: Problem, data: bytes) -> None:
    summer = "DTSTART;TZID=Europe/London:20270412T183000"
    moved = edited(data, summer, "DTSTART:20270412T173000Z")
    assert from_ics(moved, problem) == from_ics(data, problem)


def test_titles_alone_tell_kinds_where_categories_are_lost(
    problem: Problem, plan: Plan, data: bytes
) -> None:
    bare = edited(
        edited(data, "CATEGORIES:Strength\r\n", "", 99), "CATEGORIES:Mobility\r\n", "", 99
    )
    assert from_ics(bare, problem) == decided(plan)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("Strength: pull day", "Arms: pull day", "names no kind of session"),
        ("1. One-arm dumbbell row: 3 x 8", "1. One-arm dumbell row: 3 x 8", "did you mean"),
        ("1. One-arm dumbbell row: 3 x 8", "1. One-arm dumbbell row: three x 8", "'three x 8"),
        ("1. One-arm dumbbell row: 3 x 8", "1. One-arm dumbbell row 3 x 8", "is no exercise"),
        ("DTSTART;TZID=Europe/London:20270104T183000", "DTSTART:20200104T183000Z", "outside"),
        ("DTSTART;TZID=Europe/London:20270104T183000", "DTSTART:nonsense", "no start"),
        ("DTSTART;TZID=Europe/London:20270104T183000\r\n", "", "no start"),
        ("CATEGORIES:Strength", "CATEGORIES:Strength\r\nRRULE:FREQ=WEEKLY", "is repeated"),
        ("X-RUNTALL-RELAXED:single@w11", "X-RUNTALL-RELAXED:all@w11", "'all@w11' is no relax"),
        ("X-WR-TIMEZONE:Europe/London", "X-WR-TIMEZONE:Mars/Olympus", "no time zone"),
        ("END:VCALENDAR", "", "is cut off: END:VCALENDAR is missing"),
        ("VCALENDAR", "VCARD", "holds 0 calendars"),
    ],
)
def test_what_is_said_about_a_broken_calendar(
    problem: Problem, data: bytes, old: str, new: str, fault: str
) -> None:
    data = edited(data, old, new)
    with pytest.raises(UnreadablePlan) as caught:
        from_ics(data, problem)
    assert any(fault in line for line in caught.value.faults), caught.value.faults


def test_all_faults_of_all_events_are_named(problem: Problem, data: bytes) -> None:
    broken = edited(data, "1. One-arm dumbbell row: 3 x 8", "1. Rowing: 3 x 8", 2)
    broken = edited(broken, "2. Lat pulldown: 3 x 6", "2. Lat pulldown: x", 1)
    with pytest.raises(UnreadablePlan) as caught:
        from_ics(broken, problem)
    assert len(caught.value.faults) == 3
    for fault in caught.value.faults:
        assert fault.startswith("event ")
        assert "(Strength: " in fault


def test_text_without_exercises(problem: Problem, data: bytes) -> None:
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    bare = [line for line in lines if not line.startswith("DESCRIPTION:P")]
    with pytest.raises(UnreadablePlan, match="its text has no exercise"):
        from_ics("\r\n".join(bare).encode(), problem)


@pytest.mark.parametrize("data", [b"", b"\x00", b"hello", b"BEGIN:VCALENDAR", b"\xff\xfe", b"{}"])
def test_no_calendar_at_all(problem: Problem, data: bytes) -> None:
    with pytest.raises(UnreadablePlan):
        from_ics(data, problem)


def test_two_calendars_in_one_file(problem: Problem, data: bytes) -> None:
    with pytest.raises(UnreadablePlan, match="holds 2 calendars"):
        from_ics(data + data, problem)


def test_damaged_bytes_never_end_in_another_exception(problem: Problem, data: bytes) -> None:
    chance = random.Random(7)
    start = data[: data.index(b"BEGIN:VEVENT", 6_000)] + b"END:VCALENDAR\r\n"
    for _ in range(300):
        damaged = bytearray(start)
        for _ in range(chance.randrange(1, 8)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        if chance.random() < 0.3:
            del damaged[chance.randrange(len(damaged)) :]
        with suppress(UnreadablePlan):
            from_ics(bytes(damaged), problem)
