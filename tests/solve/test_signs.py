"""Whole plans of runners with signs: what a coach would look for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from runtall.domain.exercise import HEAVY_KINDS, Pattern, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.sign import Sign, signs
from runtall.scenario import read_scenario, read_text
from runtall.scenario.changes import change
from tests.solve.proven import proven_plan
from tests.solve.shipped import path_of

D1, D2 = SessionKind.D1, SessionKind.D2
FULL_WEEKS = (7, 9, 10)


@cache
def solved(sign: str = "", answer: int = 0, *, once: bool = False) -> tuple[Problem, Plan]:
    changes = [change(f"athlete.signs.{sign}", answer)] if sign else []
    if once:
        # A sure run leaves Wednesday its 40 minutes.
        changes += [change("strength.sessions.base", 1), change("runs.week.wed", "easy")]
    return proven_plan(read_scenario(path_of("sample-week"), changes))


def sets(week: int, slot: str, sign: str = "", answer: int = 0) -> int:
    problem, plan = solved(sign, answer)
    return sum(
        entry.sets
        for session in plan.in_week(week)
        for entry in session.entries
        for place in problem.slots[session.kind]
        if place.position == entry.position and place.name == slot
    )


def pulls(week: int, sign: str = "", answer: int = 0) -> int:
    problem, plan = solved(sign, answer)
    return sum(
        entry.sets
        for session in plan.in_week(week)
        for entry in session.entries
        if problem.exercises[entry.exercise].pattern is Pattern.PULL
    )


@pytest.mark.parametrize("sign", signs(), ids=lambda sign: sign.key)
def test_always_means_three_sets_at_full_volume_and_no_more_presses(sign) -> None:
    for week in FULL_WEEKS:
        assert sets(week, sign.thirds[0], sign.key, 3) == 3
        for press in ("push_up", "bench"):
            assert sets(week, press, sign.key, 3) <= sets(week, press)
    _, plan = solved(sign.key, 3)
    assert max(session.n_sets for session in plan.sessions) <= 14
    assert max(plan.total(week) for week in range(1, 17)) <= 28
    assert plan.total(1) == 16


@pytest.mark.parametrize("sign", signs(), ids=lambda sign: sign.key)
def test_always_means_three_sets_in_the_one_session_of_a_week_too(sign) -> None:
    """Of the very exercise: both days in one have a slot for it."""
    asked = {"fades_on_hills": "dead_bug"}.get(sign.key, sign.exercise)
    _, usual = solved(once=True)
    _, plan = solved(sign.key, 3, once=True)
    for week in FULL_WEEKS:
        (session,), (other,) = plan.in_week(week), usual.in_week(week)
        sets_of = {entry.exercise: entry.sets for entry in session.entries}
        assert sets_of[asked] == 3
        assert sets_of["push_up"] <= max(e.sets for e in other.entries if e.exercise == "push_up")
    assert max(session.n_sets for session in plan.sessions) <= 14


@pytest.mark.parametrize("sign", signs(), ids=lambda sign: sign.key)
def test_seldom_means_first_in_line_to_grow(sign) -> None:
    first = sign.grows[0]
    assert sets(2, first, sign.key, 1) == sets(1, first, sign.key, 1) + 1
    third = sign.thirds[0]
    assert sets(7, third, sign.key, 1) == sets(7, third)


@pytest.mark.parametrize("sign", signs(), ids=lambda sign: sign.key)
def test_often_means_not_the_first_to_be_cut(sign) -> None:
    first = sign.grows[0]
    for week in (8, 11):
        assert sets(week, first, sign.key, 2) >= sets(week, first)
        assert sets(week, first, sign.key, 2) >= 2


def test_plans_of_different_signs_differ() -> None:
    weeks = {
        sign.key: tuple(
            tuple((entry.exercise, entry.sets) for entry in session.entries)
            for session in solved(sign.key, 3)[1].sessions
        )
        for sign in signs()
    }
    # Creeping shoulders and a tight neck ask for the same.
    assert len(set(weeks.values())) == len(weeks) - 1


def test_a_twisting_torso_has_no_fewer_pulls_on_the_way_up() -> None:
    """What its carries and core take from a week's pulls, an earlier week has brought."""
    for answer in (1, 3):
        so_far = usual = 0
        for week in range(1, 8):
            so_far += pulls(week, "torso_twists", answer)
            usual += pulls(week)
            assert so_far >= usual


def test_the_card_says_for_whom_a_set_is_added() -> None:
    """Where it is added, and not again while it stays."""
    _, plan = solved("torso_twists", 3)
    presses = [
        (entry.sets, "One more set: for the torso that twists." in entry.note)
        for session in plan.sessions
        for entry in session.entries
        if entry.exercise == "pallof_press"
    ]
    assert (3, True) in presses
    assert [told for sets, told in presses if sets == 3].count(True) == 1


LIGHT = [sign for sign in signs() if sign.light_carries]
# Few slots, so that some exercise has more than its template; or a peak of one session a week.
HALL = """
race_date: 2027-10-03
weeks: {weeks}
runs:
  week: {{mon: easy, tue: easy, wed: workout, thu: easy, fri: rest, sat: easy, sun: long}}
athlete: {{experience: {experience}, body_mass_kg: 64, signs: {{{sign}: {answer}}}}}
strength: {{sessions: {{peak: {peak}}}}}
equipment: {{bench: {bench}, pulldown_kg: false, cable_kg: false, dumbbells_kg: {dumbbells}}}
"""
BANDS = {"weeks": 13, "experience": "new", "peak": 2, "bench": "false", "dumbbells": "false"}
ONCE = {
    "weeks": 14,
    "experience": "trained",
    "peak": 1,
    "bench": "true",
    "dumbbells": "{from: 2, to: 30, step: 2}",
}


@cache
def made(sign: str, answer: int, *, once: bool = False) -> tuple[Problem, Plan]:
    text = HALL.format(sign=sign, answer=answer, **(ONCE if once else BANDS))
    return proven_plan(read_text(text, Path("hall.yaml")))


def by_slot(problem: Problem, plan: Plan, week: int) -> dict[tuple[SessionKind, str], int]:
    return {
        (session.kind, slot.name): entry.sets
        for session in plan.in_week(week)
        if session.kind in HEAVY_KINDS
        for slot in problem.slots[session.kind]
        for entry in session.entries
        if entry.position == slot.position
    }


@pytest.mark.parametrize("sign", LIGHT, ids=lambda sign: sign.key)
def test_where_carries_stay_light_they_keep_their_sets_and_nothing_presses_more(sign: Sign) -> None:
    for problem, plan in (solved(sign.key, 3), made(sign.key, 3), made(sign.key, 3, once=True)):
        growing = [by_slot(problem, plan, week.number) for week in problem.growing_weeks()]
        for place, begun in growing[0].items():
            most = max(week.get(place, 0) for week in growing)
            slot = next(slot for slot in problem.slots[place[0]] if slot.name == place[1])
            if slot.pattern is Pattern.CARRY:
                assert most == begun == 2
            if slot.pattern is Pattern.PUSH:
                assert most <= slot.full
    _, plan = solved(sign.key, 3)
    assert [plan.total(week) for week in (1, 2, 6, 7, 10)] == [16, 18, 25, 25, 25]


@pytest.mark.parametrize("answer", [1, 2, 3])
@pytest.mark.parametrize(
    ("sign", "slot"),
    [("torso_twists", "pallof"), ("hands_cross_midline", "pallof"), ("fades_on_hills", "dead_bug")],
)
def test_where_templates_hold_too_little_a_sign_is_the_first_to_go_over_its_own(
    sign: str, slot: str, answer: int
) -> None:
    problem, plan = made(sign, answer)
    weeks = [by_slot(problem, plan, week.number) for week in problem.growing_weeks()]
    thirds = {
        name: next((n for n, week in enumerate(weeks) if week[kind, name] == 3), len(weeks))
        for kind, name in ((D1, "dead_bug"), (D2, "pallof"))
    }
    assert thirds.pop(slot) < min(thirds.values())


@pytest.mark.parametrize("sign", signs(), ids=lambda sign: sign.key)
@pytest.mark.parametrize("answer", [1, 2, 3])
def test_a_card_names_the_sign_where_a_set_is_added(sign: Sign, answer: int) -> None:
    """Also where the pull day's exercise is that of the push day."""
    for _, plan in (solved(sign.key, answer), made(sign.key, answer)):
        notes = [entry.note for session in plan.sessions for entry in session.entries]
        assert any(f"One more set: {sign.cause}." in note for note in notes)


@pytest.mark.parametrize("sign", signs(), ids=lambda sign: sign.key)
@pytest.mark.parametrize("answer", [2, 3])
def test_in_the_peak_what_a_sign_asks_for_is_never_cut_first(sign: Sign, answer: int) -> None:
    """It loses a set only where nothing else that has as many still has all of its own."""
    every = (solved(sign.key, answer), made(sign.key, answer), made(sign.key, answer, once=True))
    for problem, plan in every:
        had: dict[tuple[SessionKind, str], int] = {}
        for week in problem.weeks:
            now = by_slot(problem, plan, week.number)
            if week.phase is Phase.PEAK:
                had = {**now, **had}
                for place in now:
                    if place[1] in {sign.grows[0], *sign.thirds} and now[place] < had[place]:
                        whole = [o for o in now if now[o] == had[o] >= had[place]]
                        assert {name for _, name in whole} <= {*sign.grows}, week.number
            elif week in problem.growing_weeks():
                had.update(now)
