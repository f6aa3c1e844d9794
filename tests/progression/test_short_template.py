"""What a session of less than half an hour holds, at best."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.problem import Problem
from runtall.domain.request import Access
from runtall.domain.session_costs import RAMP_UP_S, WARM_UP_S, exercise_cost_s, set_cost_s
from runtall.progression.short_template import full_sets, set_values, short_templates
from tests.problems import problem

D1, D2, MERGED = SessionKind.D1, SessionKind.D2, SessionKind.MERGED
LATER = 7
"""Monday of the second week."""


def on(minutes: int, athlete: Athlete | None = None, equipment: Equipment | None = None) -> Problem:
    access = (Access(minutes=minutes),) * 42
    some, kit = athlete or Athlete(), equipment or Equipment()
    return problem(weeks=6, phases=(1, 1), access=access, athlete=some, equipment=kit)


def best(asked: Problem, kind: SessionKind, day: int = LATER) -> tuple[int, ...] | None:
    week = asked.week(asked.days[day].week)
    return short_templates(asked, week.number).get((day, kind))


def worth(asked: Problem, kind: SessionKind, sets: tuple[int, ...]) -> int:
    slots = zip(asked.slots[kind], sets, strict=True)
    return sum(sum(set_values(asked, slot)[:number]) for slot, number in slots)


@pytest.mark.parametrize(
    ("minutes", "kind", "sets"),
    [
        (15, D1, (2, 1, 0, 1, 0)),
        (15, D2, (1, 0, 2, 1, 1)),
        (20, D1, (3, 1, 0, 1, 1)),
        (20, D2, (2, 0, 3, 1, 1)),
        (25, D1, (3, 2, 0, 2, 1)),
        (25, D2, (3, 0, 3, 2, 1)),
    ],
)
def test_rows_stay_and_one_set_of_the_rest(
    minutes: int, kind: SessionKind, sets: tuple[int, ...]
) -> None:
    assert best(on(minutes), kind) == sets


def test_both_in_one_has_two_rows_and_two_pulldowns() -> None:
    assert best(on(20), MERGED) == (2, 2, 1, 1, 1)


@pytest.mark.parametrize(
    ("minutes", "first"), [(20, "lat_pulldown"), (29, "lat_pulldown"), (30, "face_pull")]
)
@pytest.mark.parametrize("answer", [1, 2, 3])
def test_no_sign_takes_the_pulldowns_place_in_short_sessions(
    minutes: int, first: str, answer: int
) -> None:
    asked = on(minutes, Athlete(signs={"shoulders_creep_up": answer}))
    assert asked.slots[MERGED][1].alternatives[0] == first


def test_hills_get_their_third_dead_bug_as_soon_as_a_second_carry() -> None:
    hills = on(30, Athlete(signs={"fades_on_hills": 3}))
    *_, carry, dead_bug = (set_values(hills, slot) for slot in hills.slots[D1])
    assert dead_bug[2] == carry[1]


def test_a_first_set_of_core_goes_before_a_third_of_carries_though_hills_ask_for_these() -> None:
    """A band at hand leaves seconds in which a second push-up and a third carry would just fit."""
    equipment = Equipment(dumbbells_g=(8000,), cable_g=(), pulldown_g=(), bench=False)
    signs = {"torso_twists": 2, "fades_on_hills": 3}
    sets = best(on(20, Athlete(signs=signs), equipment), D2)
    assert sets == (1, 0, 3, 2, 1)


@pytest.mark.parametrize(
    ("minutes", "sign"), [(25, "torso_twists"), (25, "hands_cross_midline"), (30, "torso_twists")]
)
def test_a_sign_that_always_shows_has_its_third_set_of_core(minutes: int, sign: str) -> None:
    plain = best(on(minutes), D2)
    sets = best(on(minutes, Athlete(signs={sign: 3})), D2)
    assert plain
    assert sets
    assert sets[4] == 3 > plain[4]


def test_hills_keep_the_third_row_before_a_third_dead_bug() -> None:
    sets = best(on(25, Athlete(signs={"fades_on_hills": 3})), D1)
    assert sets is not None
    assert sets[0] == 3 > sets[4]


@pytest.mark.parametrize(("answer", "sets"), [(2, (3, 3, 2, 2, 1)), (3, (3, 2, 3, 2, 1))])
def test_a_neck_that_is_always_tight_has_its_third_face_pull_before_a_third_pulldown(
    answer: int, sets: tuple[int, ...]
) -> None:
    assert best(on(30, Athlete(signs={"neck_tight": answer})), D1) == sets


def test_enough_time_has_the_usual_template() -> None:
    assert best(on(30), D1) == (3, 3, 2, 2, 1)
    assert best(on(40), D1) is None


def test_the_first_week_has_two_sets_of_an_exercise() -> None:
    assert best(on(20), D1, day=0) == (2, 1, 0, 1, 1)


def test_it_fits_and_more_time_is_never_worth_less() -> None:
    for kind in (D1, D2, MERGED):
        before = 0
        for minutes in range(13, 30):
            asked = on(minutes)
            sets = best(asked, kind)
            assert sets is not None
            seconds = WARM_UP_S + RAMP_UP_S
            for slot, number in zip(asked.slots[kind], sets, strict=True):
                assert number <= full_sets(asked, slot)
                exercises = [asked.exercises[key] for key in slot.alternatives]
                if number:
                    seconds += min(exercise_cost_s(e) + number * set_cost_s(e) for e in exercises)
            assert seconds <= 60 * minutes
            # A second press comes and goes with the face pull of the pull day.
            kept = [*sets[:1], 0, *sets[2:]] if kind is D2 else sets
            assert worth(asked, kind, kept) >= before
            before = worth(asked, kind, kept)


AT_HOME = Equipment(dumbbells_g=tuple(range(2_000, 30_001, 1_000)), cable_g=(), pulldown_g=())


@pytest.mark.parametrize("equipment", [Equipment(), AT_HOME, replace(AT_HOME, bench=False)])
def test_rows_lead_and_no_second_press_takes_the_time_of_a_pull(equipment: Equipment) -> None:
    for minutes in range(13, 30):
        pull, push = (best(on(minutes, equipment=equipment), kind) for kind in (D1, D2))
        assert pull is not None
        assert pull[0] >= pull[1] >= pull[2]
        assert push is None or not push[1] or pull[2]


@pytest.mark.parametrize("equipment", [Equipment(), AT_HOME])
def test_a_minute_more_brings_nothing_that_goes_first_in_place_of_what_stays(
    equipment: Equipment,
) -> None:
    """Bench and face pull come last, and third sets after the first ones of all others."""
    for minutes in range(13, 30):
        asked = on(minutes, equipment=equipment)
        for kind, position in ((D1, 2), (D2, 1)):
            sets = best(asked, kind)
            if sets is None:
                continue
            rest = (*sets[:position], *sets[position + 1 :])
            assert not sets[position] or min(rest) > 0, minutes
            rows = [number for slot, number in zip(asked.slots[kind], sets, strict=True)
                    if slot.name in {"row", "pulldown", "cable_row"}]  # fmt: skip
            assert not sets[position] or min(rows) == 3, minutes
            assert max(rest) < 3 or min(rest) > 0, minutes


SIGNS = [
    "shoulders_creep_up",
    "neck_tight",
    "torso_twists",
    "hands_cross_midline",
    "fades_on_hills",
]


@pytest.mark.parametrize("sign", [None, *SIGNS])
@pytest.mark.parametrize("equipment", [Equipment(), AT_HOME, replace(NOTHING, bands=True)])
def test_no_exercise_loses_a_set_to_a_longer_session(
    sign: str | None, equipment: Equipment
) -> None:
    """From half an hour on a sign may change which exercises there are: these begin anew."""
    for kind, answer in product((D1, D2, MERGED), (1, 2, 3) if sign else (1,)):
        before: dict[tuple[str, ...], int] = {}
        for minutes in range(13, 41):
            asked = on(minutes, Athlete(signs={sign: answer} if sign else {}), equipment)
            slots = asked.slots[kind]
            sets = best(asked, kind) or [full_sets(asked, slot) for slot in slots]
            now = {slot.alternatives: n for slot, n in zip(slots, sets, strict=True)}
            if before.keys() == now.keys():
                assert all(now[key] >= before[key] for key in now), (kind, answer, minutes)
            before = now


@pytest.mark.parametrize("equipment", [Equipment(), AT_HOME])
def test_a_second_carry_comes_before_a_face_pull_a_bench_and_a_second_set_of_core(
    equipment: Equipment,
) -> None:
    goes_first = {"face_pull": 1, "bench": 1, "dead_bug": 2, "pallof": 2, "core": 2}
    for minutes, kind in product(range(13, 40), (D1, D2, MERGED)):
        asked = on(minutes, equipment=equipment)
        names = [slot.name for slot in asked.slots[kind]]
        sets = dict(zip(names, best(asked, kind) or (), strict=False))
        carry = next((sets[name] for name in ("suitcase", "farmer", "carry") if name in sets), 2)
        early = [name for name, number in goes_first.items() if sets.get(name, 0) >= number]
        assert not early or carry >= 2, (minutes, kind)


def test_among_equals_the_first_slots_come_first() -> None:
    assert worth(on(20), D1, (2, 2, 1, 1, 1)) == worth(on(20), D1, (3, 1, 0, 1, 1))
    assert best(on(20), D1) == (3, 1, 0, 1, 1)


@pytest.mark.parametrize("minutes", [20, 25, 30, 35])
def test_a_trip_changes_no_session_at_home(minutes: int) -> None:
    """What stands in on the trip would take less time, but at home it is no choice."""
    bands = Access(minutes=minutes, equipment=replace(NOTHING, bands=True))
    access = tuple(bands if day // 7 == 3 else Access(minutes=minutes) for day in range(42))
    trip, usual = problem(weeks=6, phases=(1, 1), access=access), on(minutes)
    assert any(
        trip.slots[kind][0].alternatives > usual.slots[kind][0].alternatives for kind in (D1, D2)
    )
    for kind in (D1, D2, MERGED):
        assert best(trip, kind) == best(usual, kind), kind


def test_what_a_sign_asks_for_often_is_worth_more() -> None:
    asked = on(25, Athlete(signs={"neck_tight": 2}))
    plain, other = best(on(25), D1), best(asked, D1)
    assert plain
    assert other
    assert other[2] > plain[2]
