"""The taper is light and mostly mobility; the weeks before it have their rows and their rests."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest

from runtall.derivation.available_loads import level_of
from runtall.domain.exercise import LIGHT_KINDS, Pattern, SessionKind
from runtall.domain.phase import Phase
from runtall.progression.exposures import exposures
from runtall.progression.mobility import block_rounds, has_mobility_block
from runtall.scenario import read_text
from tests.quality.runners import RUNNERS, SATURDAY, solved
from tests.solve.proven import proven_plan

MOST_GROWING_WEEKS = 7
# Per cent of the last heavy load under which a light one is no work.
LEAST_PERCENT = 50


@pytest.mark.parametrize("name", RUNNERS)
def test_every_exercise_is_easier_than_in_the_last_heavy_session(name: str) -> None:
    found, plan = solved(name)
    for exposed in exposures(found.problem, plan).values():
        heavy = [e for e in exposed if e.kind.heavy]
        for light in (e for e in exposed if e.kind in LIGHT_KINDS):
            before = level_of(heavy[-1].entry, heavy[-1].loads)
            now = level_of(light.entry, light.loads)
            assert before
            assert now
            assert "feet" not in now.words
            weighs = now.load_g is not None or "band" in now.words
            fewer = (light.entry.reps or 0) < (heavy[-1].entry.reps or 0)
            assert not weighs or now.force < before.force or now == light.loads[0] or fewer
            if light.day.phase is Phase.TAPER and now.load_g and before.load_g:
                assert now.force > before.force * LEAST_PERCENT / 100
            assert (light.entry.rir or 0) > (heavy[-1].entry.rir or 0)


@pytest.mark.parametrize("name", RUNNERS)
def test_rows_fall_from_week_to_week_and_never_under_presses(name: str) -> None:
    found, plan = solved(name)
    rows = []
    for week in found.problem.phase_weeks(Phase.TAPER):
        sets = {pattern: 0 for pattern in Pattern}
        for session in plan.in_week(week.number):
            for entry in session.entries:
                sets[found.problem.exercises[entry.exercise].pattern] += entry.sets
        assert sets[Pattern.PULL] >= sets[Pattern.PUSH]
        rows.append(sets[Pattern.PULL])
    assert rows == [3, 2, 1][-len(rows) :]


@pytest.mark.parametrize("ill", ["2027-03-30", "2027-04-08"])
@pytest.mark.parametrize("step", [1, 2])
def test_an_illness_before_it_makes_no_weight_of_the_taper_lighter(ill: str, step: int) -> None:
    """A share of what was eased already was 40 to 50 % of the load that base ended with."""
    asked, plan = proven_plan(
        read_text(
            "race_date: 2027-04-25\nweeks: 12\n"
            f"runs: {{week: {{{SATURDAY}}}}}\n"
            "athlete: {experience: new, sex: f, body_mass_kg: 64}\n"
            f"equipment: {{dumbbells_kg: {{from: {step}, to: 20, step: {step}}}}}\n"
            f"availability: {{ill: [{{from: {ill}, to: {ill}}}]}}\n",
            Path("ill.yaml"),
        )
    )
    for exposed in exposures(asked, plan).values():
        heavy = [e.entry.load_g for e in exposed if e.in_base and e.entry.load_g]
        light = [e.entry.load_g or 0 for e in exposed if e.day.phase is Phase.TAPER]
        if heavy and any(light):
            assert min(light[-1:]) >= 0.55 * heavy[-1]
            assert max(light) <= 0.8 * heavy[-1]


def test_few_reps_of_a_way_back_do_not_stay_for_a_lighter_weight() -> None:
    """Easy comes from the load: 7 rows at 15 kg after a fever were 7 at 10 kg to the race."""
    asked, plan = proven_plan(
        read_text(
            "race_date: 2027-04-25\nweeks: 12\n"
            f"runs: {{week: {{{SATURDAY}}}}}\n"
            "athlete: {experience: trained, sex: m, body_mass_kg: 70}\n"
            "equipment: {dumbbells_kg: {from: 2.5, to: 15, step: 2.5}}\nstarts: 2027-03-01\n"
            "availability: {ill: [{from: 2027-03-26, to: 2027-03-28, fever: true}]}\n",
            Path("fever.yaml"),
        )
    )
    rows = exposures(asked, plan)["one_arm_db_row"]
    taper = [one.entry.reps or 0 for one in rows if one.day.phase is Phase.TAPER]
    assert set(taper) == {asked.exercises["one_arm_db_row"].low}


@pytest.mark.parametrize("name", RUNNERS)
def test_no_day_has_mobility_twice(name: str) -> None:
    found, plan = solved(name)
    taper = [s for s in plan.sessions if found.problem.days[s.day].phase is Phase.TAPER]
    assert taper
    assert all(has_mobility_block(Phase.TAPER, session.kind) for session in taper)
    assert not {session.day for session in taper} & set(plan.mobility)


@pytest.mark.parametrize("name", RUNNERS)
def test_no_more_than_seven_weeks_grow_in_a_row(name: str) -> None:
    found, _ = solved(name)
    growing = {week.number for week in found.problem.growing_weeks()}
    runs = groupby(found.problem.weeks, key=lambda week: week.number in growing)
    assert max(len(list(weeks)) for grows, weeks in runs if grows) <= MOST_GROWING_WEEKS


@pytest.mark.parametrize("name", RUNNERS)
def test_rows_have_as_many_sets_as_anything_else_at_full_volume(name: str) -> None:
    """Pulls are the guide's top priority: nothing quicker takes the place of a row."""
    found, plan = solved(name)
    last = found.problem.growing_weeks()[-1].number
    for session in plan.in_week(last):
        rows = [entry.sets for entry in session.entries if "row" in entry.exercise]
        assert max(entry.sets for entry in session.entries) == max(rows)


LATE = """
race_date: 2027-04-25
runs: {{week: {{{week}}}}}
athlete: {{experience: {experience}, body_mass_kg: 68, push_ups: 22, sex: m}}
equipment: {{dumbbells_kg: {{from: 2, to: 30, step: 2}}}}
availability: {{{ill}}}
"""


@pytest.mark.parametrize("experience", ["some", "trained"])
@pytest.mark.parametrize(
    "week",
    [
        "mon: recovery, tue: workout, wed: easy, thu: workout, fri: rest, sat: easy, sun: long",
        "mon: rest, tue: workout, wed: easy, thu: easy, fri: easy, sat: workout, sun: long",
    ],
)
def test_a_very_light_session_after_an_illness_is_no_measure_of_the_taper(
    week: str, experience: str
) -> None:
    """Two days ill in the last peak week leave room for a very light session on its Friday."""
    loads = []
    for ill in ("", "ill: [{from: 2027-03-30, to: 2027-03-31}]"):
        text = LATE.format(week=week, experience=experience, ill=ill)
        problem, plan = proven_plan(read_text(text, Path("late.yaml")))
        (*_, last), taper = (
            [s for s in plan.sessions if problem.days[s.day].phase is phase]
            for phase in (Phase.PEAK, Phase.TAPER)
        )
        loads.append([(e.exercise, e.load_g, e.load) for s in taper for e in s.entries])
    assert last.kind is SessionKind.VERY_LIGHT
    assert loads[0] == loads[1]


TIRED = """
race_date: 2027-05-09
weeks: {weeks}
runs:
  week: {{mon: {mon}, tue: workout, wed: medium_long, thu: easy, fri: easy, sat: easy, sun: long}}
athlete: {{experience: {experience}, body_mass_kg: 70, push_ups: 20}}
"""


@pytest.mark.parametrize(("weeks", "mon"), [(16, "recovery"), (12, "easy"), (14, "rest")])
@pytest.mark.parametrize("experience", ["new", "trained"])
def test_a_taper_session_follows_an_easy_run_rather_than_a_medium_long_one(
    experience: str, weeks: int, mon: str
) -> None:
    text = TIRED.format(weeks=weeks, mon=mon, experience=experience)
    problem, plan = proven_plan(read_text(text, Path("tired.yaml")))
    light = [s for week in problem.phase_weeks(Phase.TAPER)[:-1] for s in plan.in_week(week.number)]
    assert light
    assert {problem.days[session.day].weekday for session in light} == {"thu"}


LONG_STRETCHES = """
race_date: 2027-05-01
runs: {{week: {{mon: easy, tue: workout, wed: rest, thu: rest, fri: rest, sat: long, sun: easy}}}}
athlete: {{body_mass_kg: 70, signs: {{{sign}: 3}}}}
strength: {{minutes: {minutes}}}
"""


@pytest.mark.parametrize("sign", ["hands_cross_midline", "torso_twists"])
@pytest.mark.parametrize(("minutes", "rounds"), [(40, {2}), (28, {1, 2})])
def test_the_half_hour_without_a_run_takes_no_mobility(
    sign: str, minutes: int, rounds: set[int]
) -> None:
    """Longer stretches are no fewer of them; but a limit that the runner sets holds all."""
    text = LONG_STRETCHES.format(sign=sign, minutes=minutes)
    problem, plan = proven_plan(read_text(text, Path("stretches.yaml")))
    light = [s for week in problem.phase_weeks(Phase.TAPER) for s in plan.in_week(week.number)]
    assert any(problem.days[session.day].option == "B" for session in light)
    assert {block_rounds(problem, session) for session in light} == rounds
    assert all(session.minutes <= minutes for session in light)


SORE = """
race_date: 2027-05-01
runs: {{week: {{mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: easy}}}}
athlete: {{body_mass_kg: 70, painful: [push_up, dead_bug], overhead_irritates: {irritates}}}
equipment: {{bench: {bench}, cable_kg: false}}
"""


@pytest.mark.parametrize("irritates", ["true", "false"])
@pytest.mark.parametrize(
    ("bench", "press"), [("true", "db_bench_press"), ("false", "db_floor_press")]
)
def test_where_push_ups_hurt_another_press_stays_to_the_end(
    bench: str, press: str, irritates: str
) -> None:
    """And what holds the trunk leaves wrists and shoulders alone: no planks with shoulder taps."""
    text = SORE.format(bench=bench, irritates=irritates)
    problem, plan = proven_plan(read_text(text, Path("sore.yaml")))
    done = {entry.exercise for session in plan.sessions for entry in session.entries}
    assert "side_plank" in done
    assert "plank_shoulder_tap" not in done
    for week in problem.phase_weeks(Phase.TAPER):
        (session,) = plan.in_week(week.number)
        assert press in {entry.exercise for entry in session.entries}
