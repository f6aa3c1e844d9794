"""How the sets of exercises go from week to week: who gains first, and what easier weeks take."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from runtall.domain.counts import pattern_sets, slot_sets
from runtall.domain.exercise import HEAVY_KINDS, Pattern
from runtall.domain.phase import Phase
from runtall.domain.problem import Problem
from runtall.scenario import read_text
from runtall.solve.outcome import Planned
from runtall.solve.planner import solve
from tests.solve.proven import proven_plan

SATURDAY = "mon: easy, tue: workout, wed: easy, thu: easy, fri: rest, sat: long, sun: recovery"
SUNDAY = "mon: rest, tue: workout, wed: easy, thu: easy, fri: rest, sat: easy, sun: long"
BANDS = "dumbbells_kg: false, cable_kg: false, pulldown_kg: false, bench: false, bands: true"
PAIR = "dumbbells_kg: [15], cable_kg: false, pulldown_kg: false, bench: false"
TOLD = (
    "loads: {one_arm_db_row: {kg: 15, reps: 8, rir: 3}, db_floor_press: {kg: 15, reps: 8, rir: 2}}"
)
GYM = "dumbbells_kg: {from: 2, to: 24, step: 2}, incline_bench: true, barbell_landmine: true"
HOME = "dumbbells_kg: {from: 2, to: 20, step: 2}, cable_kg: false, pulldown_kg: false, bands: true"
MINUTES = (
    "availability: {"
    + ", ".join(f"{day}: {{minutes: 25}}" for day in ["mon", "tue", "wed", "thu", "fri", "sat"])
    + ", sun: off}"
)
# Run week, athlete, equipment, and what else a scenario says.
RUNNERS = {
    "bands": (SATURDAY, "push_ups: 20", BANDS, ""),
    "one-pair": (SATURDAY, f"push_ups: 20, {TOLD}", PAIR, ""),
    "once-a-week": (SUNDAY, "push_ups: 0", BANDS, "strength: {sessions: {base: 1, peak: 1}}"),
    "neck-and-hills": (SATURDAY, "signs: {neck_tight: 3, fades_on_hills: 2}", GYM, ""),
    "hills": (SUNDAY, "signs: {fades_on_hills: 3}", GYM, ""),
    "presses-hurt": (SATURDAY, "painful: [push_up, db_bench_press]", GYM, ""),
    "bench-hurts": (SUNDAY, "painful: [db_bench_press]", GYM, ""),
}
TWISTS = {
    f"twists-and-{weak}": (
        SUNDAY, f"push_ups: 14, signs: {{torso_twists: 3, {weak}: 1}}", GYM, ""
    )
    for weak in ("neck_tight", "shoulders_creep_up")
}  # fmt: skip
SHORT = {"short-of-time": (SUNDAY, "push_ups: 4, signs: {neck_tight: 1}", HOME, MINUTES)}
PULLS, PUSHES = {"row", "pulldown", "face_pull", "cable_row"}, {"push_up", "bench"}
Sets = dict[int, dict[str, int]]


@cache
def solved(name: str) -> tuple[Problem, Sets]:
    """A runner's problem, and the sets of each slot in each week's full sessions."""
    week, athlete, kit, more = (RUNNERS | SHORT | TWISTS)[name]
    text = (
        f"race_date: 2027-04-25\nruns: {{week: {{{week}}}}}\n"
        f"athlete: {{experience: some, sex: m, body_mass_kg: 72, {athlete}}}\n"
        f"equipment: {{{kit}}}\n{more}"
    )
    some = read_text(text, Path(f"{name}.yaml"))
    outcome = solve(some.problem, some.solver)
    assert isinstance(outcome, Planned), outcome
    sets: Sets = {}
    for session in outcome.plan.sessions:
        if session.kind in HEAVY_KINDS:
            of_week = sets.setdefault(some.problem.days[session.day].week, {})
            for slot in some.problem.slots[session.kind]:
                of_week[slot.name] = slot_sets([session], slot)
    return some.problem, sets


def first_with(sets: Sets, slot: str, count: int) -> int:
    return min((week for week in sets if sets[week].get(slot, 0) >= count), default=99)


@pytest.mark.parametrize("name", RUNNERS)
def test_no_exercise_gives_a_set_to_another_in_growing_weeks(name: str) -> None:
    problem, sets = solved(name)
    for before, week in pairwise(problem.growing_weeks()):
        lost = [s for s in sets[week.number] if sets[week.number][s] < sets[before.number][s]]
        assert not lost, (week.number, lost)


@pytest.mark.parametrize("name", RUNNERS)
def test_a_deload_takes_one_set_from_most_and_two_from_none(name: str) -> None:
    problem, sets = solved(name)
    deload = next(week.number for week in problem.weeks if week.deload)
    lost = [sets[deload - 1][slot] - sets[deload][slot] for slot in sets[deload]]
    assert max(lost) == 1, lost
    assert 2 * sum(lost) >= len(lost)


@pytest.mark.parametrize("name", ["neck-and-hills", "hills", "presses-hurt", "bench-hurts"])
def test_presses_are_cut_before_pulls_where_a_sign_or_pain_asks_for_pulls(name: str) -> None:
    problem, sets = solved(name)
    last = problem.growing_weeks()[-1].number
    for week in problem.phase_weeks(Phase.PEAK):
        now = sets[week.number]
        assert now["push_up"] <= 2 <= now["pulldown"]
        if now["row"] < sets[last]["row"]:
            assert now["push_up"] < sets[last]["push_up"]


@pytest.mark.parametrize("name", ["presses-hurt", "bench-hurts"])
def test_pressing_grows_last_while_a_press_hurts(name: str) -> None:
    _, sets = solved(name)
    assert first_with(sets, "face_pull", 2) == 2
    thirds = [first_with(sets, slot, 3) for slot in ("cable_row", "row", "pulldown")]
    assert max(thirds) < first_with(sets, "push_up", 3)
    push = [sum(n for slot, n in now.items() if slot in PUSHES) for now in sets.values()]
    pull = [sum(n for slot, n in now.items() if slot in PULLS) for now in sets.values()]
    assert max(push) <= 4
    assert all(pulls >= 2 * pushes for pulls, pushes in zip(pull, push, strict=True))


def test_a_short_pull_day_of_the_peak_keeps_its_patterns() -> None:
    """Fewer sets, not fewer patterns: 25 minutes have room for a carry and core in it."""
    problem, sets = solved("short-of-time")
    for week in problem.phase_weeks(Phase.PEAK):
        assert sets[week.number]["suitcase"] >= 1
        assert sets[week.number]["dead_bug"] >= 1


LUNCHES = {
    "two-lunches": "mon: 25, tue: off, wed: off, thu: 20, fri: off, sat: off, sun: off",
    "two-lunches-and-ill": "mon: 25, tue: off, wed: off, thu: 20, fri: off, sat: off, sun: off,"
    " ill: {from: 2027-03-01, to: 2027-03-02}",
}


@pytest.mark.parametrize("name", LUNCHES)
def test_pulls_stay_the_majority_in_a_peak_of_short_sessions(name: str) -> None:
    """Where one has to go, a second set of push-ups does."""
    text = (
        f"race_date: 2027-04-18\nweeks: 14\nruns: {{week: {{{SUNDAY}}}}}\n"
        "athlete: {experience: some, body_mass_kg: 71, sex: f, push_ups: 12}\n"
        f"equipment: {{{GYM}, bench: true}}\navailability: {{{LUNCHES[name]}}}"
    )
    problem, plan = proven_plan(read_text(text, Path(f"{name}.yaml")))
    for week in problem.phase_weeks(Phase.PEAK):
        pull = pattern_sets(problem, plan, week.number, Pattern.PULL)
        total = plan.total(week.number)
        assert 2 * pull >= total, (week.number, pull, total)


@pytest.mark.parametrize(("experience", "weeks"), [("new", 15), ("some", 17), ("trained", 14)])
def test_one_session_a_week_loses_core_before_a_pull(experience: str, weeks: int) -> None:
    """Down to the last peak week: pulling comes first."""
    text = (
        f"race_date: 2027-05-02\nweeks: {weeks}\nruns: {{week: {{{SUNDAY}}}}}\n"
        f"athlete: {{experience: {experience}, body_mass_kg: 63, push_ups: 9}}\n"
        f"equipment: {{{GYM}, bench: true}}\nstrength: {{sessions: {{base: 1}}}}"
    )
    problem, plan = proven_plan(read_text(text, Path("once.yaml")))
    for week in problem.phase_weeks(Phase.PEAK):
        (session,) = plan.in_week(week.number)
        row, second_pull, *_ = session.entries
        assert (row.exercise, second_pull.exercise) == ("one_arm_db_row", "lat_pulldown")
        assert min(row.sets, second_pull.sets) == 2, week.number


@pytest.mark.parametrize("experience", ["new", "trained"])
def test_one_session_a_week_begins_with_eight_sets_and_pulls_grow_before_presses(
    experience: str,
) -> None:
    """Eight, then one more a week up to thirteen, also for who has lifted for years."""
    text = (
        f"race_date: 2027-05-02\nweeks: 13\nruns: {{week: {{{SATURDAY}}}}}\n"
        f"athlete: {{experience: {experience}, body_mass_kg: 58, sex: f, push_ups: 16}}\n"
        f"equipment: {{{GYM}, bench: true}}\nstrength: {{sessions: {{base: 1}}}}"
    )
    problem, plan = proven_plan(read_text(text, Path("eight.yaml")))
    growing = [week.number for week in problem.growing_weeks()]
    totals = [plan.total(number) for number in growing]
    assert totals[:6] == [8, 9, 10, 11, 12, 13]
    assert max(totals) == 13
    sets: Sets = {}
    for number in growing:
        (session,) = plan.in_week(number)
        slots = problem.slots[session.kind]
        sets[number] = {slot.name: slot_sets([session], slot) for slot in slots}
    assert sets[growing[0]]["second_pull"] == 2
    assert first_with(sets, "row", 3) == growing[1] < first_with(sets, "push_up", 3)


def test_the_third_face_pull_takes_the_place_of_a_press_while_one_hurts() -> None:
    problem, sets = solved("presses-hurt")
    assert first_with(sets, "face_pull", 3) <= 6
    full = max(week.target_sets for week in problem.weeks)
    assert max(sum(now.values()) for now in sets.values()) == full == 26


def test_the_face_pull_leads_for_a_tight_neck_and_keeps_its_third_set() -> None:
    problem, sets = solved("neck-and-hills")
    assert first_with(sets, "face_pull", 2) == 2
    third = first_with(sets, "face_pull", 3)
    assert third < first_with(sets, "pulldown", 3)
    growing = [week.number for week in problem.growing_weeks()]
    assert all(sets[week]["face_pull"] == 3 for week in growing if week >= third)


@pytest.mark.parametrize("name", TWISTS)
def test_a_weak_sign_leaves_the_suitcase_its_third_set_for_a_torso_that_twists(name: str) -> None:
    """The pull day is on a rest day: half an hour has no room for all."""
    _, sets = solved(name)
    assert first_with(sets, "pallof", 3) < 99
    third = first_with(sets, "suitcase", 3)
    assert third < min(first_with(sets, "farmer", 3), first_with(sets, "dead_bug", 3))


def test_a_sign_gets_its_third_set_though_the_peak_follows_at_once(tmp_path: Path) -> None:
    """Six weeks of base with a deload among them: the last new set is the sign's, for the torso."""
    first, shares = date(2027, 3, 1), (24, 26, 28, 23, 32, 34, 36, 38, 40, 29, 20, 12)
    lines = ["date,kind,km", "2027-05-23,race,42.2"]
    for day in range(83):
        kind = ["easy", "workout", "easy", "easy", "rest", "long", "recovery"][day % 7]
        km = shares[day // 7] * (0.75 if kind == "long" else 0.125)
        lines += [f"{first + timedelta(day)},{kind},{km}"] if kind != "rest" else []
    (tmp_path / "runs.csv").write_text("\n".join(lines))
    some = read_text(
        "race_date: 2027-05-23\nweeks: 12\nruns: {file: runs.csv}\n"
        "athlete: {experience: new, sex: f, body_mass_kg: 56, push_ups: 6, "
        "signs: {torso_twists: 3, hands_cross_midline: 1}}\n"
        "equipment: {dumbbells_kg: {from: 1, to: 12, step: 1}, bands: true, cable_kg: false, "
        "pulldown_kg: false}\n",
        tmp_path / "twists.yaml",
    )
    outcome = solve(some.problem, some.solver)
    assert isinstance(outcome, Planned)
    last = some.problem.growing_weeks()[-1].number
    sets = {e.exercise: e.sets for s in outcome.plan.in_week(last) for e in s.entries}
    assert (sets["pallof_press"], sets["face_pull"]) == (3, 1)


@pytest.mark.parametrize("sign", ["neck_tight", "shoulders_creep_up"])
def test_where_a_week_is_cut_no_press_and_no_face_pull_has_more_sets_than_the_row(
    sign: str,
) -> None:
    """In the weeks of a long race and behind it, and in a peak with a sign that always shows."""
    text = (
        f"race_date: 2027-05-09\nweeks: 16\nruns: {{week: {{{SATURDAY}}}, weeks: "
        "{9: {sat: rest, sun: {kind: tuneup, km: 18}}}}\n"
        f"athlete: {{experience: new, body_mass_kg: 68, push_ups: 8, signs: {{{sign}: 3}}}}\n"
        f"equipment: {{{GYM}, bench: true}}"
    )
    problem, plan = proven_plan(read_text(text, Path("rows.yaml")))
    cut = [week for week in problem.weeks if week.easier or week.phase is Phase.PEAK]
    assert sum(week.tuneup for week in cut) == 2
    for week in cut:
        sets = {e.exercise: e.sets for s in plan.in_week(week.number) for e in s.entries}
        others = [sets.get(key, 0) for key in ("push_up", "db_bench_press", "face_pull")]
        assert max(others) <= sets["one_arm_db_row"], week.number


BREAK = "mon: recovery, tue: workout, wed: medium_long, thu: easy, fri: rest, sat: easy, sun: long"


@pytest.mark.parametrize("sign", ["signs: {fades_on_hills: 2}", "signs: {torso_twists: 1}", ""])
def test_a_week_off_bends_nothing_before_it_and_stops_growth_for_one_week(sign: str) -> None:
    """Eleven days: a smaller week, one without growth, and then sets are gained again."""
    text = (
        f"race_date: 2027-06-13\nweeks: 15\nruns: {{week: {{{BREAK}}}}}\n"
        f"athlete: {{experience: some, body_mass_kg: 77, push_ups: 19, {sign}}}\n"
        f"equipment: {{{GYM}, bench: true}}\n"
        "availability: {off: [2027-03-29 to 2027-04-04]}"
    )
    problem, plan = proven_plan(read_text(text, Path("week-off.yaml")))
    begun = {e.exercise: e.sets for s in plan.in_week(1) for e in s.entries}
    assert (begun["push_up"], begun["db_bench_press"]) == (2, 1)
    off = next(week.number for week in problem.weeks if not plan.in_week(week.number))
    before, smaller, same, grown = (plan.total(off + shift) for shift in (-1, 1, 2, 3))
    assert (same, grown) == (before, before + 2)
    assert 4 * before // 5 - 1 <= smaller <= 4 * before / 5


FEW_MINUTES = """
race_date: 2027-04-25
weeks: 10
runs: {{week: {{mon: easy, tue: workout, wed: rest, thu: easy, fri: easy, sat: long, sun: rest}}}}
phases: {{peak: 2, taper: 2}}
athlete: {{experience: some, body_mass_kg: 74, push_ups: 18, signs: {{{sign}: 3}}}}
equipment: {{{kit}}}
availability: {{{minutes}}}
"""


@pytest.mark.parametrize(
    ("sign", "kit", "minutes", "kept"),
    [
        ("hands_cross_midline", f"{PAIR}, bands: true", 20, "pallof_press"),
        ("torso_twists", HOME, 22, "pallof_press"),
        ("fades_on_hills", BANDS, 18, "band_row"),
    ],
)
def test_no_week_of_a_short_peak_goes_without_an_exercise(
    sign: str, kit: str, minutes: int, kept: str
) -> None:
    """What has room for eight exercises is cut where there is more than a set of one."""
    days = ", ".join(f"{day}: {minutes}" for day in SUNDAY.replace(",", ":").split(": ")[::2])
    text = FEW_MINUTES.format(sign=sign, kit=kit, minutes=days)
    problem, plan = proven_plan(read_text(text, Path("short.yaml")))
    weeks = [*problem.growing_weeks()[-1:], *problem.phase_weeks(Phase.PEAK)]
    base, *peak = (
        {e.exercise: e.sets for s in plan.in_week(week.number) for e in s.entries} for week in weeks
    )
    assert all(week.keys() == base.keys() for week in peak)
    assert all(week[kept] >= 2 for week in peak)
