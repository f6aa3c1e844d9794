"""Plans progress: by the guide's steps, to the end of base, and nothing stands still unsaid."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from runtall.check.violations import violations
from runtall.derivation.available_loads import CHOICE, level_of
from runtall.derivation.first_guess import most_at_first
from runtall.derivation.profile import SHORT_WEEKS
from runtall.domain.exercise import Exercise, Measure, Pattern
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry
from runtall.exporters.how_it_works import how_it_works
from runtall.progression.exposures import Exposure, exposures, rests
from runtall.progression.load_step import Hindrance, hindrance, landing
from runtall.progression.strength import STEP, fewest, most
from runtall.progression.ways import ways
from runtall.rules._doses import load_steps
from runtall.scenario import read_text
from tests.quality.runners import PLANS, RUNNERS, solved, text
from tests.solve.proven import proven_plan

# With an easier week between, the week is named; where sets changed, only that nothing steps up.
STANDS = re.compile("The same again|No more than on [0-9]|No heavier today|No step up today")


@pytest.mark.parametrize("name", RUNNERS)
def test_the_plan_is_the_one_that_was_read(name: str) -> None:
    """Changed on purpose? ``python -m tests.quality.runners``, and read the diff as a coach."""
    assert text(name) == (PLANS / f"{name}.txt").read_text("utf-8")


def dose(entry: Entry) -> tuple[object, ...]:
    return (
        entry.sets, entry.reps, entry.distance_m, entry.hold_s, entry.load_g, entry.load
    )  # fmt: skip


def amount(entry: Entry) -> int:
    return entry.reps or entry.distance_m or entry.hold_s or 0


def growing(name: str) -> dict[str, list[Exposure]]:
    """The exposures of each exercise in growing weeks."""
    found, plan = solved(name)
    return {
        key: [exposure for exposure in exposed if exposure.in_base]
        for key, exposed in exposures(found.problem, plan).items()
    }


@pytest.mark.parametrize("name", RUNNERS)
def test_no_rule_is_broken(name: str) -> None:
    found, plan = solved(name)
    assert violations(found.problem, plan) == ()


@pytest.mark.parametrize("name", RUNNERS)
def test_most_weeks_of_base_bring_something_new(name: str) -> None:
    """Deloads, cutbacks, gaps, and what is at the end of its loads aside."""
    problem = solved(name)[0].problem
    methods = Counter(
        exposure.entry.method
        for key, exposed in growing(name).items()
        for exposure in exposed
        if not rests(problem, exposure) and not at_the_end(problem.exercises[key], exposure)
    )
    assert methods["hold"] <= methods.total() / 3


def at_the_end(exercise: Exercise, exposure: Exposure) -> bool:
    """The top of the range with the last load there is, or one that the runner chooses."""
    level = level_of(exposure.entry, exposure.loads)
    return amount(exposure.entry) >= exercise.high and level in {CHOICE, exposure.loads[-1]}


@pytest.mark.parametrize("name", RUNNERS)
def test_two_steps_at_once_come_once_and_only_to_weights_and_the_face_pull(name: str) -> None:
    found, _ = solved(name)
    for key, exposed in growing(name).items():
        exercise = found.problem.exercises[key]
        one = STEP[exercise.measure]
        doubles = [
            now
            for before, now in pairwise(exposed)
            if now.entry.method in {"reps", "distance", "time"}
            and amount(now.entry) - amount(before.entry) > one
        ]
        assert len(doubles) <= 1
        may = key == "face_pull" or exercise.measure is Measure.METRES
        assert all(may or now.entry.load_g for now in doubles)


@pytest.mark.parametrize("name", RUNNERS)
def test_who_waits_for_a_first_step_gives_way_to_nobodys_second(name: str) -> None:
    """In all sessions that it could have stepped in, others take the only step they have."""
    found, plan = solved(name)
    planned = ways(found.problem, plan)
    stepping = {key: way.steps for key, way in planned.items()}
    for key, way in planned.items():
        if way.waits:
            here = [e for e in growing(name)[key] if e.may_grow]
            beside = {other.exercise for e in here for other in plan.sessions[e.session_index].done}
            assert max(stepping[other] for other in beside) == 1


@pytest.mark.parametrize("name", RUNNERS)
def test_no_carry_or_core_exercise_takes_the_only_step_of_a_pull(name: str) -> None:
    found, plan = solved(name)
    planned, library = ways(found.problem, plan), found.problem.exercises
    waiting = [key for key, way in planned.items() if way.waits]
    for pull in (key for key in waiting if library[key].pattern is Pattern.PULL):
        here = [e.session_index for e in growing(name)[pull] if e.may_grow]
        beside = {other.exercise for index in here for other in plan.sessions[index].done}
        later = {key for key in beside if library[key].pattern in {Pattern.CARRY, Pattern.CORE}}
        assert not any(planned[key].steps for key in later), pull


@pytest.mark.parametrize("name", RUNNERS)
def test_what_stands_still_for_a_third_time_says_why(name: str) -> None:
    for exposed in growing(name).values():
        for first, second, third in zip(exposed, exposed[1:], exposed[2:], strict=False):
            same = dose(first.entry) == dose(second.entry) == dose(third.entry)
            if same and not (second.more_sets or third.more_sets):
                assert STANDS.search(third.entry.note), third.where


@pytest.mark.parametrize("name", RUNNERS)
def test_amounts_stay_in_the_range_or_near_it_for_a_reason(name: str) -> None:
    found, plan = solved(name)
    for key, exposed in exposures(found.problem, plan).items():
        exercise = found.problem.exercises[key]
        for before, now in pairwise([None, *exposed]):
            if amount(now.entry) > exercise.high:
                assert re.search(rf"above the range|{STANDS.pattern}", now.entry.note)
                level = next(lvl for lvl in now.loads if lvl.load_g == now.entry.load_g)
                assert amount(now.entry) <= most(exercise, level)
            if amount(now.entry) < exercise.low and now.entry.rir != 5:
                assert amount(now.entry) >= fewest(exercise)
                assert before is not None


@pytest.mark.parametrize("name", RUNNERS)
def test_what_the_peak_holds_was_done_twice_before(name: str) -> None:
    """No weight is new in the last growing week, no height, band or variant in the last two.

    A week with less running, or around a race, is none of them.
    """
    found, _ = solved(name)
    resting = {e.day.week for es in growing(name).values() for e in es if rests(found.problem, e)}
    weeks = [week.number for week in found.problem.growing_weeks() if week.number not in resting]
    last = weeks[-2:]
    late = [e for es in growing(name).values() for e in es if e.day.week >= last[0]]
    for exposure in late:
        if exposure.entry.method == "load":
            assert exposure.day.week == last[0]
            assert exposure.entry.load_g
    assert {e.entry.method for e in late} & {"reps", "distance"}


EXCUSED = {Hindrance.LATE, Hindrance.TAKEN, Hindrance.UNEARNED}


@pytest.mark.parametrize("name", RUNNERS)
def test_reps_go_above_the_range_only_where_the_next_weight_is_harder(name: str) -> None:
    """Who does 13 that are worth 8 of the next weight takes it, unless the peak is too near."""
    found, plan = solved(name)
    for taken in load_steps(found.problem, plan):
        exercise, chance = taken.now.exercise, taken.chance
        grew = taken.now.amount > chance.amount >= exercise.high and not taken.taken
        if grew and exercise.measure is Measure.REPS and chance.after:
            athlete, old, new = found.problem.request.athlete, chance.before, chance.after
            lands = landing(exercise, old, chance.amount, chance.rir, new, chance.rir_after)
            why = hindrance(exercise, athlete, chance)
            assert lands < exercise.low or why in EXCUSED, taken.now.exposure.where


@pytest.mark.parametrize("name", RUNNERS)
def test_nothing_begins_above_110_per_cent_of_a_guess(name: str) -> None:
    found, plan = solved(name)
    problem, athlete = found.problem, found.problem.request.athlete
    for key, exposed in exposures(problem, plan).items():
        limit, first = most_at_first(problem.exercises[key], athlete), exposed[0].entry.load_g
        assert limit is None or first is None or first <= limit


@pytest.mark.parametrize("name", RUNNERS)
def test_one_exercise_of_a_session_takes_a_new_load_at_most(name: str) -> None:
    _, plan = solved(name)
    for session in plan.sessions:
        assert sum(entry.method == "load" for entry in session.entries) <= 1


@pytest.mark.parametrize("name", RUNNERS)
def test_peak_holds_what_was_lifted_twice_with_more_in_reserve(name: str) -> None:
    found, plan = solved(name)
    for exposed in exposures(found.problem, plan).values():
        base = [e.entry for e in exposed if e.in_base]
        for exposure in exposed:
            entry = exposure.entry
            if exposure.day.phase is Phase.PEAK and base and exposure.counts and entry.reps:
                assert (entry.load_g or 0) <= (base[-1].load_g or 0)
                if (base[0].load_g, base[0].load) != (base[-1].load_g, base[-1].load):
                    # A step taken is kept.
                    assert (entry.load_g, entry.load) == (base[-1].load_g, base[-1].load)
                if entry.load_g and entry.load_g == base[-1].load_g:
                    assert entry.reps + (entry.rir or 0) <= (base[-1].reps or 0) + (
                        base[-1].rir or 0
                    )


@pytest.mark.parametrize("name", RUNNERS)
def test_a_peak_week_promises_nothing_and_excuses_nothing(name: str) -> None:
    found, plan = solved(name)
    for week in found.problem.phase_weeks(Phase.PEAK):
        notes = [entry.note for session in plan.in_week(week.number) for entry in session.entries]
        assert not any(STANDS.search(note) for note in notes)


@pytest.mark.parametrize("name", RUNNERS)
def test_every_load_that_is_earned_is_taken(name: str) -> None:
    found, plan = solved(name)
    problem = found.problem
    short = len(problem.weeks) < SHORT_WEEKS
    for chance in load_steps(problem, plan):
        exercise = chance.now.exercise
        free = hindrance(exercise, problem.request.athlete, chance.chance) is None
        if chance.now.exposure.may_grow and not short:
            assert chance.taken is free, chance.now.exposure.where


COARSE = """
race_date: 2027-04-25
weeks: 12
runs: {{week: {{mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: easy, sun: long}}}}
athlete: {{experience: {experience}, body_mass_kg: {mass}, sex: f, push_ups: 10}}
equipment: {{dumbbells_kg: {rack}, cable_kg: false, pulldown_kg: false, bands: {bands}}}
strength: {{sessions: {{base: {sessions}}}}}
"""


@pytest.mark.parametrize("sessions", [1, 2])
@pytest.mark.parametrize(
    ("experience", "mass", "rack", "bands", "leads"),
    [
        ("some", 60, "[4, 8, 10]", "true", "band_row"),
        ("some", 61, "[4, 8, 10]", "true", "one_arm_db_row"),
        ("trained", 60, "[3, 5]", "true", "band_row"),
        ("new", 70, "[4, 10]", "true", "band_row"),
        ("new", 70, "[5, 10]", "true", "one_arm_db_row"),
        ("some", 60, "[4, 8, 10]", "false", "one_arm_db_row"),
    ],
)
def test_where_the_only_weight_allowed_is_far_too_light_the_band_leads(
    experience: str, mass: int, rack: str, bands: str, leads: str, sessions: int
) -> None:
    """Under seven tenths of a first guess, and the next weight over eleven."""
    asked = COARSE.format(
        experience=experience, mass=mass, rack=rack, bands=bands, sessions=sessions
    )
    _, plan = proven_plan(read_text(asked, Path("coarse.yaml")))
    first = plan.sessions[0].entries[0]
    assert first.exercise == leads
    told = "far lighter than a first guess" in (first.note or "")
    assert told == (leads == "band_row")


KITS = {
    "gym": "{dumbbells_kg: {from: 1, to: 30, step: 1}, cable_kg: {from: 2.5, to: 60, step: 2.5}}",
    "home": "{dumbbells_kg: {from: 2, to: 30, step: 2}, bands: true, cable_kg: false}",
    "bells": "{kettlebells_kg: [8, 10, 12, 14, 16, 20], dumbbells_kg: false, bands: true}",
}


@pytest.mark.parametrize("weeks", [20, 26])
@pytest.mark.parametrize("kit", KITS)
def test_a_later_step_waits_for_every_first_one_but_pulls_lead(kit: str, weeks: int) -> None:
    """A second step of a press, a carry or core is taken where nothing waits for its first one."""
    text = f"""
race_date: 2027-06-20
weeks: {weeks}
runs:
  week: {{mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery}}
athlete: {{experience: some, body_mass_kg: 72, sex: m, push_ups: 15}}
equipment: {KITS[kit]}
"""
    problem, plan = proven_plan(read_text(text, Path("fair.yaml")))
    later, waiting = set(), set()
    for key, way in ways(problem, plan).items():
        based = [e for e in exposures(problem, plan)[key] if e.in_base]
        steps = 0
        for exposure, (before, now) in zip(based[1:], pairwise(way.path), strict=True):
            steps += now.state.level > before.state.level
            if now.why is Hindrance.TAKEN and not steps:
                waiting.add(exposure.session_index)
            if now.state.level > before.state.level and steps > 1:
                pull = problem.exercises[key].pattern is Pattern.PULL
                later |= set() if pull else {exposure.session_index}
    assert waiting
    assert not later & waiting


SIGNED = """
race_date: 2027-06-06
weeks: 20
runs:
  week: {{mon: easy, tue: rest, wed: workout, thu: easy, fri: rest, sat: long, sun: recovery}}
athlete: {{experience: new, age: 63, sex: m, body_mass_kg: 82, push_ups: 0, signs: {{{signs}}}}}
equipment: {{dumbbells_kg: false, bands: true, cable_kg: false, pulldown_kg: false, bench: false,
  heights_cm: [45, 60, 75, 90]}}
"""


@pytest.mark.parametrize("signs", ["torso_twists: 2", "hands_cross_midline: 1", "neck_tight: 2"])
def test_what_a_sign_asks_for_steps_before_hands_go_lower(signs: str) -> None:
    problem, plan = proven_plan(read_text(SIGNED.format(signs=signs), Path("signed.yaml")))
    steps = {
        key: [e.day.week for e in exposed if e.in_base and e.entry.method == "load"]
        for key, exposed in exposures(problem, plan).items()
    }
    if "neck" in signs:
        # The face pull is a pull, and the Pallof press has its turn behind presses.
        assert steps["push_up"][0] < min([*steps["pallof_press"], 99])
    else:
        assert steps["pallof_press"]
        assert steps["pallof_press"][0] < min([*steps["push_up"], 99])


@pytest.mark.parametrize("name", ["new-bands", "some-bands-30-weeks"])
def test_a_step_of_a_band_says_where_to_stand(name: str) -> None:
    scenario, plan = solved(name)
    steps = [
        entry
        for session in plan.sessions
        for entry in session.entries
        if entry.method == "load" and " band" in entry.load and "Only if all sets" in entry.note
    ]
    assert steps
    for entry in steps:
        assert entry.note.endswith(f"Stand so that {entry.reps} leave {entry.rir}.")
    assert "stand so far from its anchor" in how_it_works(scenario.problem, plan, "metric")
