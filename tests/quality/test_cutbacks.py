"""What strength does in a week in which the run plan recovers, and right after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from runtall.domain.after_gaps import follows_gap
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan
from runtall.domain.problem import Problem, Week
from runtall.exporters.card_changes import changes
from runtall.exporters.card_clauses import easy_text
from runtall.scenario import read_scenario, read_text
from tests.solve.proven import proven_plan
from tests.solve.shipped import NAMES, path_of

GYM = "dumbbells_kg: {from: 2, to: 24, step: 2}"
BANDS = "dumbbells_kg: false, cable_kg: false, pulldown_kg: false, bench: false, bands: true"
POUNDS = "dumbbells_lb: {from: 5, to: 60, step: 5}, cable_kg: false, pulldown_kg: false"
# A week's running beside that of the first, and the cutbacks in it.
EVERY_FOURTH = (100, 104, 108, 86, 112, 116, 120, 95, 124, 128, 132, 105, 136, 110, 90, 40)
TWO_IN_A_ROW = (100, 104, 108, 112, 90, 92, 116, 120, 124, 128, 104, 132, 136, 110, 90, 40)
LATER = (100, 104, 108, 112, 116, 98, 120, 124, 128, 132, 108, 134, 136, 110, 90, 40)

Week_ = Callable[[int], str]


def by_distance(share: int, unit: str = "km") -> str:
    easy, long = 8 * share / 100, 22 * share / 100
    return (
        f"mon: {{kind: easy, {unit}: {easy:.1f}}}, tue: {{kind: workout, {unit}: {easy:.1f}}},"
        f" wed: rest, thu: {{kind: easy, {unit}: {easy:.1f}}}, fri: rest,"
        f" sat: {{kind: long, {unit}: {long:.1f}}}, sun: {{kind: recovery, {unit}: {easy:.1f}}}"
    )


def by_miles(share: int) -> str:
    return by_distance(share, "mi")


def by_minutes(share: int) -> str:
    easy, long = 48 * share // 100, 130 * share // 100
    return (
        f"mon: {{kind: easy, min: {easy}}}, tue: {{kind: workout, min: {easy}}}, wed: rest,"
        f" thu: {{kind: easy, min: {easy}}}, fri: rest, sat: {{kind: long, min: {long}}},"
        f" sun: {{kind: recovery, min: {easy}}}"
    )


def by_kinds(share: int) -> str:
    """Only kinds: a recovery week leaves out the workout and makes the long run an easy one."""
    hard = "mon: easy, tue: workout, wed: rest, thu: easy, fri: rest, sat: long, sun: recovery"
    easy = "mon: easy, tue: easy, wed: rest, thu: easy, fri: rest, sat: medium_long, sun: rest"
    return easy if share in {86, 95, 90, 92} else hard


# Shares of the weeks, how a week is written, athlete, equipment, and what else a scenario says.
RUNNERS: dict[str, tuple[tuple[int, ...], Week_, str, str, str]] = {
    "gym": (EVERY_FOURTH, by_distance, "experience: some, sex: m, body_mass_kg: 78", GYM, ""),
    "two-weeks": (TWO_IN_A_ROW, by_distance, "experience: new, body_mass_kg: 64", GYM, ""),
    "later": (LATER, by_distance, "experience: trained, sex: m, body_mass_kg: 81", GYM, ""),
    "minutes": (EVERY_FOURTH, by_minutes, "experience: new, push_ups: 3", BANDS, ""),
    "kinds": (EVERY_FOURTH, by_kinds, "experience: some, body_mass_kg: 70", GYM, ""),
    "signs": (
        LATER, by_distance, "experience: some, signs: {neck_tight: 3, fades_on_hills: 2}", GYM, ""
    ),
    "twenty-five": (
        EVERY_FOURTH, by_distance, "experience: new, signs: {torso_twists: 3}", BANDS,
        "strength: {minutes: 25}\n",
    ),
    "once": (
        EVERY_FOURTH, by_distance, "experience: some", GYM,
        "strength: {sessions: {base: 1, peak: 1}}\n",
    ),
    "holiday": (
        EVERY_FOURTH, by_miles, "experience: some, sex: m, body_mass_kg: 80", POUNDS,
        "units: imperial\navailability: {off: [{from: 2027-02-15, to: 2027-02-21}]}\n",
    ),
    "fever": (
        EVERY_FOURTH, by_distance, "experience: new, sex: f, body_mass_kg: 58", GYM,
        "availability: {ill: {from: 2027-02-16, to: 2027-02-19, fever: true}}\n",
    ),
    "half": (
        LATER, by_distance, "experience: some, age: 62", GYM,
        "  days: {2027-03-06: rest, 2027-03-07: {kind: tuneup, km: 21.1}}\n",
    ),
}  # fmt: skip
CUTBACKS = {EVERY_FOURTH: {4, 8, 12}, TWO_IN_A_ROW: {5, 6, 11}, LATER: {6, 11}}
SHIPPED = [name for name in NAMES if name in {"eighteen-weeks", "own-calendar"}]


def scenario_text(name: str) -> str:
    shares, written, athlete, kit, more = RUNNERS[name]
    weeks = "".join(
        f"    {number}: {{{written(share)}}}\n" for number, share in enumerate(shares, start=1)
    )
    days, more = (more, "") if more.startswith("  ") else ("", more)
    return (
        f"race_date: 2027-05-02\nweeks: {len(shares)}\nruns:\n  weeks:\n{weeks}{days}"
        f"athlete: {{{athlete}}}\nequipment: {{{kit}}}\n{more}"
    )


@cache
def planned(name: str) -> tuple[Problem, Plan]:
    """A runner's problem, and the proven plan with its doses."""
    if name in SHIPPED:
        return proven_plan(read_scenario(path_of(name)))
    return proven_plan(read_text(scenario_text(name), Path(f"{name}.yaml")))


def cut_back(problem: Problem, plan: Plan) -> Iterator[tuple[Week, Week]]:
    """Each run cutback of base that is no deload, and the last whole week before it."""
    whole = [w for w in problem.growing_weeks() if not follows_gap(problem, plan, w.number)]
    for week in problem.growing_weeks():
        kinds = {session.kind for session in plan.in_week(week.number)}
        before = [
            other
            for other in whole
            if other.number < week.number and not other.cutback
            if {session.kind for session in plan.in_week(other.number)} == kinds
        ]
        if week.cutback and before:
            yield before[-1], week


def doses(plan: Plan, week: Week) -> dict[tuple[str, int], Entry]:
    entries = ((s.kind, e) for s in plan.in_week(week.number) for e in s.entries)
    return {(f"{kind} {entry.exercise}", entry.position): entry for kind, entry in entries}


@pytest.mark.parametrize("name", [name for name in RUNNERS if name != "half"])
def test_a_week_of_less_running_is_seen(name: str) -> None:
    """Rounded to tenths, beside weeks without a run, two in a row, in minutes, by kinds alone."""
    problem, _ = planned(name)
    base = {week.number for week in problem.phase_weeks(Phase.BASE)}
    found = {week.number for week in problem.weeks if week.cutback}
    assert found & base == CUTBACKS[RUNNERS[name][0]] & base


@pytest.mark.parametrize("name", [*RUNNERS, *SHIPPED])
def test_nothing_is_more_in_a_run_cutback(name: str) -> None:
    problem, plan = planned(name)
    for before, week in cut_back(problem, plan):
        assert plan.total(week.number) <= plan.total(before.number), (before.number, week.number)
        then = doses(plan, before)
        for key, now in doses(plan, week).items():
            last = then[key]
            assert now.sets <= last.sets, (week.number, key)
            assert (now.load_g or 0) <= (last.load_g or 0), (week.number, key)
            if (now.load_g, now.load) == (last.load_g, last.load):
                amounts = [e.reps or e.distance_m or e.hold_s or 0 for e in (last, now)]
                assert amounts[1] <= amounts[0], (week.number, key)


@pytest.mark.parametrize("name", [*RUNNERS, *SHIPPED])
def test_the_same_again_leaves_as_much_in_reserve(name: str) -> None:
    """A dose with two left the week before leaves no three because less is run."""
    problem, plan = planned(name)
    for before, week in cut_back(problem, plan):
        then = doses(plan, before)
        for key, now in doses(plan, week).items():
            last = then[key]
            same = (now.load_g, now.load, now.sets) == (last.load_g, last.load, last.sets)
            if now.reps and same and now.reps == last.reps:
                assert now.rir == last.rir, (week.number, key)


@pytest.mark.parametrize("name", [*RUNNERS, *SHIPPED])
def test_no_set_moves_in_a_run_cutback(name: str) -> None:
    """It holds: no exercise gives a set to another, to take it back the week after."""
    problem, plan = planned(name)
    for before, week in cut_back(problem, plan):
        sets = {key: entry.sets for key, entry in doses(plan, before).items()}
        if plan.total(week.number) == plan.total(before.number):
            assert {key: entry.sets for key, entry in doses(plan, week).items()} == sets


@pytest.mark.parametrize("name", ["gym", "two-weeks", "later", "minutes", "kinds", "once"])
def test_growth_goes_on_where_it_was(name: str) -> None:
    """The step waits for the next week and isn't lost: a week of growth for each growing week."""
    problem, plan = planned(name)
    growing = [week for week in problem.growing_weeks() if not week.cutback]
    growth = 1 if name == "once" else 2
    full = max(plan.total(week.number) for week in growing)
    first = plan.total(growing[0].number)
    for number, week in enumerate(growing):
        assert plan.total(week.number) == min(full, first + growth * number), week.number


@pytest.mark.parametrize("name", [*RUNNERS, *SHIPPED])
def test_a_cutback_says_that_it_holds(name: str) -> None:
    problem, plan = planned(name)
    for _, week in cut_back(problem, plan):
        if follows_gap(problem, plan, week.number):
            continue
        for session in plan.in_week(week.number):
            assert easy_text(problem, plan, session).startswith("easy_")
            told = [c.words for e in session.entries for c in changes(problem, plan, session, e)]
            assert not [words for words in told if "more" in words or "farther" in words]
