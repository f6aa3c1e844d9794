"""From the signs to the slots that they ask for."""

from __future__ import annotations

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.problem import Problem
from runtall.domain.sign import signs
from tests.problems import problem

DUMBBELLS = Equipment(bands=False, cable_g=(), pulldown_g=())


def runner(**answers: int) -> Problem:
    return problem(athlete=Athlete(signs=answers))


def extra(asked: Problem) -> set[str]:
    return {name for name, focus in asked.focus.items() if focus.extra}


@pytest.mark.parametrize(
    ("sign", "thirds", "sets"),
    [
        ("shoulders_creep_up", {"face_pull", "second_pull"}, 25),
        ("torso_twists", {"pallof", "core"}, 27),
        ("hands_cross_midline", {"pallof", "core"}, 27),
        ("neck_tight", {"face_pull", "second_pull"}, 25),
        ("fades_on_hills", {"dead_bug", "core"}, 27),
    ],
)
def test_only_the_highest_answer_asks_for_a_third_set(
    sign: str, thirds: set[str], sets: int
) -> None:
    """And takes those of carries, where they grow in metres only."""
    assert extra(runner(**{sign: 3})) == thirds
    assert extra(runner(**{sign: 2})) == extra(runner(**{sign: 1})) == set()
    assert max(week.target_sets for week in runner(**{sign: 3}).weeks) == sets
    assert max(week.target_sets for week in runner(**{sign: 2}).weeks) == 26


def test_signs_bring_one_set_a_session_and_two_a_week() -> None:
    every = runner(**{sign.key: 3 for sign in signs()})
    assert extra(every) == {"face_pull", "pallof", "second_pull", "core"}
    assert max(week.target_sets for week in every.weeks) == 26
    hips = runner(torso_twists=3, fades_on_hills=3)
    assert extra(hips) == {"dead_bug", "pallof", "core"}
    assert max(week.target_sets for week in hips.weeks) == 28


def test_the_strongest_sign_goes_first() -> None:
    assert extra(runner(shoulders_creep_up=2, fades_on_hills=3)) == {"dead_bug", "core"}
    assert runner(hands_cross_midline=1, torso_twists=2).focus["pallof"].answer == 2


def test_a_face_pull_has_three_sets_only_where_a_sign_asks() -> None:
    def most(asked: Problem) -> int:
        (slot,) = [slot for slot in asked.slots[SessionKind.D1] if slot.name == "face_pull"]
        return slot.most

    assert most(problem()) == most(runner(neck_tight=2)) == 2
    assert most(runner(neck_tight=3)) == 3


def test_no_target_without_a_slot_that_serves_it() -> None:
    asked = problem(athlete=Athlete(signs={"neck_tight": 3}), equipment=DUMBBELLS)
    assert not {"face_pull", "second_pull"} & set(asked.focus)
    assert max(week.target_sets for week in asked.weeks) == 24


def test_no_sign_asks_for_a_press() -> None:
    presses = {"push_up", "bench"}
    assert not presses & {name for sign in signs() for name in (*sign.grows, *sign.thirds)}


def test_signs_differ_in_what_they_ask_for() -> None:
    asked = {sign.key: (sign.grows, sign.thirds) for sign in signs()}
    assert asked.pop("neck_tight") == asked["shoulders_creep_up"]
    assert len(set(asked.values())) == len(asked)


def test_a_press_that_hurts_takes_no_push_up_from_one_session_for_two() -> None:
    plain, hurting = (
        {
            kind: next(slot for slot in asked.slots[kind] if slot.name == "push_up")
            for kind in (SessionKind.D2, SessionKind.MERGED)
        }
        for asked in (runner(), problem(athlete=Athlete(painful=frozenset({"db_bench_press"}))))
    )
    assert hurting[SessionKind.D2].first_cut == 0 < plain[SessionKind.D2].first_cut
    assert hurting[SessionKind.MERGED].first_cut == plain[SessionKind.MERGED].first_cut


def test_where_carries_stay_light_they_have_no_third_set_to_come() -> None:
    def carries(asked: Problem) -> set[tuple[int, int]]:
        slots = (slot for of_kind in asked.slots.values() for slot in of_kind)
        heavy = [slot for slot in slots if slot.name in {"suitcase", "farmer", "carry"}]
        return {(slot.full, slot.most) for slot in heavy if slot.most == slot.full}

    assert carries(runner(shoulders_creep_up=3)) == {(2, 2)}
    assert carries(runner(shoulders_creep_up=2)) == {(3, 3), (2, 2)}
    # An answer that asks for farther carries and for third sets of others has both.
    assert carries(runner(neck_tight=3, fades_on_hills=3)) == {(2, 2)}


def test_a_peak_of_one_session_does_not_fall_where_a_sign_has_a_third_set() -> None:
    def peak(**answers: int) -> list[int]:
        asked = problem(athlete=Athlete(signs=answers), peak_sessions=(1, 1))
        return [week.target_sets for week in asked.weeks if week.phase is Phase.PEAK]

    assert peak() == peak(torso_twists=2) == [12, 12, 11]
    assert peak(torso_twists=3) == [12, 12, 12]
