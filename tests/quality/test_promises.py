"""The last line of a card promises the next load to all at their top that nothing excludes.

Notes of the plan are one thing, and what fits on a card another: these tests read cards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from runtall.derivation.available_loads import CHOICE, difference, level_of
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.exporters.card_fitting import BRIEF_PAUSES, card_texts
from runtall.exporters.card_item import CardItem
from runtall.exporters.session_card import SessionCard, session_cards
from runtall.progression.exposures import Exposure, exposures
from runtall.progression.urgency import PAUSES, REFUSAL, SENTENCE_END
from runtall.scenario import read_text
from tests.solve.proven import proven_plan

PROMISE = "All sets at the top with 2 left: "
NAMED = re.compile(r"\(not ([^)]*)\)")
# What a short card has of why an exercise doesn't go up.
BRIEF = re.compile("oo big a step|reps only, to|bove the range|before it|% of your weight")

SUNDAY = "mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: easy, sun: long"
SATURDAY = "mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: rest"
FIVE = "mon: easy, tue: easy, wed: workout, thu: rest, fri: easy, sat: rest, sun: long"
RESTS = "mon: easy, tue: rest, wed: workout, thu: easy, fri: rest, sat: easy, sun: long"
NO_STACK = "cable_kg: false, pulldown_kg: false, bands: true"
STACKS = (
    "{dumbbells_kg: {from: 2, to: 26, step: 2}, cable_kg: {from: 5, to: 80, step: 5}, "
    "pulldown_kg: {from: 5, to: 90, step: 5}, bands: true}"
)
POUNDS = (
    "{dumbbells_lb: {from: 5, to: 60, step: 5}, cable_lb: {from: 10, to: 150, step: 10}, "
    "pulldown_lb: {from: 10, to: 200, step: 10}, bands: true}"
)
BELLS = f"{{dumbbells_kg: false, kettlebells_kg: [12, 12, 16, 16], bench: false, {NO_STACK}}}"
HOME = f"{{dumbbells_kg: {{from: 2, to: 20, step: 2}}, {NO_STACK}}}"
FLOOR = f"{{dumbbells_kg: [4, 6, 8, 10], bench: false, {NO_STACK}}}"
# Runs, athlete, equipment, and what takes days or makes cards long.
KINDS = {
    "days off": (
        SUNDAY, "experience: some, body_mass_kg: 80, sex: m, push_ups: 18", POUNDS,
        "units: imperial\navailability: {off: [2027-03-15, 2027-03-29, 2027-04-05]}",
    ),
    "a week off": (
        FIVE, "experience: some, body_mass_kg: 79, sex: m, push_ups: 20, signs: {torso_twists: 3}",
        POUNDS, "units: imperial\n"
        "availability: {off: [2027-03-01, {from: 2027-04-05, to: 2027-04-11}]}",
    ),
    "one day is off now and then": (
        SATURDAY, "experience: new, body_mass_kg: 83, sex: m, push_ups: 11", BELLS,
        "timezone: America/Lima\n"
        "availability: {thu: {from: '20:00', to: '20:30'}, off: [2027-03-08, 2027-03-22]}",
    ),
    "a trip": (
        FIVE, "experience: some, age: 65, body_mass_kg: 75, push_ups: 8, overhead_irritates: true",
        HOME, "availability: {mon: off, wed: off, "
        "away: [{from: 2027-03-29, to: 2027-04-04, equipment: {bands: true}}]}",
    ),
    "two trips": (
        SUNDAY, "experience: trained, body_mass_kg: 60, sex: f, push_ups: 22", STACKS,
        "availability: {away: [{from: 2027-03-01, to: 2027-03-07, equipment: {bands: true}}, "
        "{from: 2027-04-05, to: 2027-04-08, equipment: {dumbbells_kg: [4, 6, 8]}}]}",
    ),
    "one session": (
        SUNDAY, "experience: new, body_mass_kg: 66, sex: f, push_ups: 4", STACKS,
        "strength: {sessions: {base: 1}}",
    ),
    "short": (
        SATURDAY, "experience: some, body_mass_kg: 70, sex: f, push_ups: 9", HOME,
        "strength: {minutes: 28}",
    ),
    "short Mondays and a sign": (
        SUNDAY, "experience: new, body_mass_kg: 62, sex: f, signs: {fades_on_hills: 2}", HOME,
        "availability: {mon: 25}",
    ),
    "days without a run": (
        RESTS, "experience: some, body_mass_kg: 78, sex: m, push_ups: 16", STACKS,
        "availability: {off: [2027-03-01, 2027-03-08, 2027-03-22], mon: 30, tue: 30}",
    ),
    "an illness": (
        SUNDAY, "experience: trained, body_mass_kg: 74, sex: m, push_ups: 25", STACKS,
        "availability: {ill: [{from: 2027-03-08, to: 2027-03-14, fever: false}]}",
    ),
    "few weights": (
        SUNDAY, "experience: some, body_mass_kg: 70, sex: f, push_ups: 10", FLOOR, "",
    ),
    "easier weeks": (
        SUNDAY, "experience: some, body_mass_kg: 81, sex: m, push_ups: 14", STACKS,
        "strength: {sessions: {peak: 1}}",
    ),
}  # fmt: skip


@cache
def planned(kind: str) -> tuple[Problem, Plan, str]:
    runs, athlete, kit, more = KINDS[kind]
    text = (
        f"race_date: 2027-05-16\nweeks: 16\nruns: {{week: {{{runs}}}}}\n"
        f"athlete: {{{athlete}}}\nequipment: {kit}\n{more}\n"
    )
    found = read_text(text, Path("kind.yaml"))
    return *proven_plan(found), found.publication.units


def promised(
    problem: Problem, plan: Plan, card: SessionCard, text: str
) -> Iterator[tuple[CardItem, Exposure, list[Exposure]]]:
    """What a card promises the next load to: with what is done of it later, as far as foreseen."""
    if PROMISE not in text:
        return
    named = NAMED.search(text.partition(PROMISE)[2].splitlines()[0])
    excluded = named[1].split(", ") if named else []
    for item in card.items:
        entry, every = item.entry, exposures(problem, plan)[item.entry.exercise]
        now = next(e for e in every if e.day.index == card.session.day)
        level = level_of(entry, now.loads)
        amount = entry.reps or entry.distance_m or entry.hold_s or 0
        most = level in {None, CHOICE, now.loads[-1]}
        if amount < item.exercise.high or item.label in excluded or most:
            continue
        ill = next((day.index for day in problem.days[now.day.index :] if day.ill), None)
        later = [e for e in every if now.day.index < e.day.index]
        yield item, now, [e for e in later if ill is None or e.day.index < ill]


def refused(text: str, label: str) -> bool:
    """Whether a note says that an exercise doesn't go up, when, or what is done instead."""
    lines = re.findall(r"^(All|[0-9]+[ab]?(?:, [0-9]+[ab]?)*): (.*)", text, re.MULTILINE)
    own = [words for labels, words in lines if labels == "All" or label in labels.split(", ")]
    instead = PAUSES | BRIEF_PAUSES
    paused = any(words in instead for line in own for words in SENTENCE_END.split(line))
    return paused or any(REFUSAL.search(words) or BRIEF.search(words) for words in own)


@pytest.mark.parametrize("less_room", [0, 60, 120, 180, 240, 300])
@pytest.mark.parametrize("kind", KINDS)
def test_what_a_card_promises_the_next_card_does(kind: str, less_room: int) -> None:
    """However little of its notes a card has room for."""
    problem, plan, units = planned(kind)
    seen = 0
    for card in session_cards(problem, plan, units):
        text = card_texts(card._replace(warm_up=f"{card.warm_up}{'.' * less_room}"))[0]
        for item, now, later in promised(problem, plan, card, text):
            seen += 1
            old, new = (level_of(e.entry, e.loads) for e in (now, (later or [now])[0]))
            kept = not later or (old and new and difference(old, new) > 0)
            assert kept or refused(text, item.label), (item.entry.note, later[0].entry, text)
    assert seen or less_room
