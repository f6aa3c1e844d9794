"""Weeks at home have what they would have without trips, however often these are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from runtall.domain.athlete import Athlete, Experience
from runtall.domain.counts import slot_sets
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import HEAVY_KINDS, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.request import Access
from runtall.exporters.card_clauses import more_left
from runtall.exporters.session_card import session_cards
from runtall.progression.exposures import exposures
from runtall.scenario import read_text
from runtall.solve.outcome import Planned
from runtall.solve.planner import solve
from tests.problems import problem
from tests.quality.test_told import plan_of, steady
from tests.solve.proven import proven_plan

START = date(2027, 2, 1)
TEXT = """race_date: 2027-05-23
phases: {peak: 3, taper: 2}
runs:
  week: {mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery}
athlete: {experience: some, body_mass_kg: 78, sex: m, push_ups: 15}
equipment: {dumbbells_kg: {from: 2, to: 24, step: 2}, cable_kg: {from: 5, to: 80, step: 5},
  pulldown_kg: {from: 5, to: 90, step: 5}, bands: true, bench: true}
"""
BANDS = "{bands: true, heights_cm: [45, 75]}"
HOTEL = "{dumbbells_kg: {from: 2, to: 10, step: 2}, bench: true}"
# Weeks with a trip, its first and last weekday, and what is there.
TRIPS = {
    "every second week": (range(3, 14, 2), 0, 3, BANDS),
    "Mondays alone": (range(3, 14, 2), 0, 1, BANDS),
    "Thursdays alone": (range(2, 11, 2), 2, 4, BANDS),
    "deload and peak": ((8, 13), 0, 3, BANDS),
    "a hotel": ((6, 7), 0, 3, HOTEL),
}
Sets = dict[str, int]


@cache
def weeks_of(name: str) -> tuple[list[Sets], dict[int, Sets]]:
    """The sets of each slot in the growing weeks of a plan at home, and by number in those away."""
    text = TEXT
    if name:
        weeks, first, last, there = TRIPS[name]
        days = [START + timedelta(7 * (week - 1)) for week in weeks]
        trips = [
            f"{{from: {day + timedelta(first)}, to: {day + timedelta(last)}, equipment: {there}}}"
            for day in days
        ]
        text += f"availability: {{away: [{', '.join(trips)}]}}\n"
    some = read_text(text, Path("trips.yaml"))
    outcome = solve(some.problem, some.solver)
    assert isinstance(outcome, Planned), outcome
    assert outcome.report.status == "OPTIMAL"
    home, away = [], {}
    for week in some.problem.phase_weeks(Phase.BASE):
        sets = {
            slot.name: slot_sets([session], slot)
            for session in outcome.plan.in_week(week.number)
            for slot in some.problem.slots[session.kind]
            if session.kind in HEAVY_KINDS
        }
        if week.away:
            away[week.number] = sets
        elif week in some.problem.growing_weeks():
            home.append(sets)
    return home, away


@pytest.mark.parametrize("name", TRIPS)
def test_weeks_at_home_come_to_the_sets_of_one_without_trips(name: str) -> None:
    """What is missing on a trip because nothing is there for it grows at home all the same."""
    usual, _ = weeks_of("")
    home, _ = weeks_of(name)
    assert home[-1] in usual
    assert all(sets["pulldown"] >= 2 for sets in home)
    assert home[-1]["pulldown"] == 3
    assert home[-1]["bench"] == 2


@pytest.mark.parametrize(("kilograms", "light"), [(24, True), (34, False)])
def test_a_weight_far_too_light_says_so(kilograms: int, *, light: bool) -> None:
    """Who rows 36 kg has more left after 24 than three reps; after 34 about as many."""
    trip = f"{{from: 2027-03-15, to: 2027-03-21, equipment: {{dumbbells_kg: [{kilograms}]}}}}"
    kit = "{dumbbells_kg: {from: 2, to: 40, step: 2}, bench: true, bands: true}"
    text = TEXT.split("athlete")[0] + (
        f"athlete: {{experience: trained, body_mass_kg: 80, sex: m, push_ups: 30, loads: "
        f"{{one_arm_db_row: {{kg: 34, reps: 8, rir: 3}}}}}}\nequipment: {kit}\n"
        f"availability: {{away: [{trip}]}}\n"
    )
    problem, plan = proven_plan(read_text(text, Path("hotel.yaml")))
    cards = session_cards(problem, plan, "metric")
    (card,) = (c for c in cards if problem.days[c.session.day].week == 7 and c.session.kind == "D1")
    row = card.session.entries[0]
    assert (row.exercise, row.load_g) == ("one_arm_db_row", 1000 * kilograms)
    assert ("Light, as no heavier one is here: pause" in row.note) is light
    assert more_left(problem, plan, card.session, row) is light


def test_what_is_there_keeps_its_sets() -> None:
    """A bench and the floor are there: a hotel's dumbbells are only lighter."""
    home, away = weeks_of("a hotel")
    before = home[4]
    for slot in ("row", "suitcase", "dead_bug", "push_up", "bench"):
        assert away[6][slot] == before[slot], slot


def test_what_comes_back_after_a_trip_is_told_to_be_as_before_it() -> None:
    """Three weeks with bands: a week with fewer reps of what was left at home, then all again."""
    away = f"{{from: 2027-03-12, to: 2027-04-02, equipment: {BANDS}}}"
    some = read_text(f"{TEXT}availability: {{away: [{away}]}}\n", Path("trip.yaml"))
    problem, plan = proven_plan(some)
    told = {
        problem.days[card.session.day].short_date: {
            item.entry.exercise: change.words
            for change, labels in card.changes
            for item in card.items
            if item.label in labels
        }
        for card in session_cards(problem, plan, "metric")
    }
    assert told["5 Apr"]["lat_pulldown"] == "fewer reps"
    for day, before, exercises in (
        ("12 Apr", "8 Mar", ("one_arm_db_row", "lat_pulldown")),
        ("15 Apr", "11 Mar", ("db_bench_press", "seated_cable_row", "farmer_carry")),
    ):
        for key in exercises:
            assert told[day][key] == f"as before the break, on {before}"


@pytest.mark.parametrize(("key", "begins"), [("dead_bug", 2), ("band_row", 4)])
def test_a_trip_with_what_an_exercise_needs_is_a_week_to_learn_its_step(
    key: str, begins: int
) -> None:
    """Bands alone in the last week of base but one: dead bugs and band rows are done as at home.

    Their step comes in the last week before the deload, as it does without the trip.
    """
    athlete = Athlete(Experience.SOME, body_mass_g=70_000)
    bands = Equipment(dumbbells_g=(), cable_g=(), pulldown_g=(), bands=True)
    for away in (range(0), range(56, 63)):
        access = [Access(equipment=bands if day in away else None) for day in range(16 * 7)]
        asked = problem(
            "easy easy workout easy rest easy long",
            athlete=athlete,
            equipment=replace(bands, dumbbells_g=(10_000,)),
            access=access,
        )
        plan = plan_of(asked, SessionKind.D1, steady(range(begins, 11), **{key: 1}))
        found = exposures(asked, plan)[key]
        assert [e.day.week for e in found if e.entry.method == "load"] == [7], away


def test_what_a_trip_in_an_easier_week_begins_with_gets_no_harder_in_the_next() -> None:
    """A first guess is light enough for an easier week; no step follows that nobody earned."""
    text = TEXT.replace("athlete:", "  weeks: {8: {sat: {kind: tuneup, km: 18}}}\nathlete:")
    trip = "{from: 2027-03-23, to: 2027-04-07, equipment: {bands: true}}"
    problem, plan = proven_plan(
        read_text(f"{text}availability:\n  away: [{trip}]\n", Path("trip.yaml"))
    )
    begun = [
        (problem.week(problem.days[session.day].week).easier, entry.load)
        for session in plan.sessions
        for entry in session.entries
        if entry.exercise == "band_row"
    ]
    assert {easier for easier, _ in begun} == {False, True}
    assert len({load for _, load in begun}) == 1
