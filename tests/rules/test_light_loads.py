"""Light sessions have light weights."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.athlete import Athlete
from runtall.domain.exercise import SessionKind
from runtall.domain.where import InSession
from runtall.progression.dose import prescribe
from runtall.rules.light_loads import LightLoads
from tests.problems import problem
from tests.quality.runners import solved
from tests.rules.by_hand import found, survives
from tests.rules.dosed import ASKED, FINE, GOOD, RAW, decided, edited, entry, said

RULE = LightLoads()


def test_a_good_plan_passes() -> None:
    """A twin with one outcome: decisions break nothing, and what follows from them neither."""
    assert not found(ASKED, RULE, RAW)
    assert not said(RULE, GOOD)


@pytest.mark.parametrize(
    ("week", "kind", "fits", "too_heavy"),
    [(14, SessionKind.LIGHT, 8_000, 9_000), (16, SessionKind.VERY_LIGHT, 8_000, 9_000)],
)
def test_both_ends(week: int, kind: SessionKind, fits: int, too_heavy: int) -> None:
    """The working load is 11 kg: 75 % of it are 8.25 kg, in each session of the taper."""
    assert entry(GOOD, week, kind, 1).load_g == fits
    broken = said(RULE, edited(GOOD, week, kind, 1, load_g=too_heavy))
    assert len(broken) == 1
    assert "% of the working load, at most" in broken[0]


def test_the_lightest_there_is_passes() -> None:
    one = replace(FINE, dumbbells_g=(10_000,))
    asked = problem("easy workout easy easy easy long recovery", equipment=one,
                    athlete=Athlete(body_mass_g=80_000, sex="m"))  # fmt: skip
    plan = prescribe(asked, decided(asked))
    assert entry(plan, 14, SessionKind.LIGHT, 1).load_g == 10_000
    assert not said(RULE, plan, asked)


def test_half_a_weight_is_no_work() -> None:
    """4 of 10 kg fit under 80 %: the whole ten, for fewer reps with more in reserve."""
    two = replace(FINE, dumbbells_g=(4_000, 10_000))
    asked = problem("easy workout easy easy easy long recovery", equipment=two,
                    athlete=Athlete(body_mass_g=80_000, sex="m"))  # fmt: skip
    plan = prescribe(asked, decided(asked))
    peak, race = (
        entry(plan, *at, 1) for at in ((13, SessionKind.D1), (16, SessionKind.VERY_LIGHT))
    )
    assert (peak.load_g, race.load_g) == (10_000, 10_000)
    assert (race.reps or 0) < (peak.reps or 0)
    assert not said(RULE, plan, asked)


def test_hands_stay_where_they_are() -> None:
    assert entry(GOOD, 14, SessionKind.LIGHT, 2).load == entry(GOOD, 13, SessionKind.D2, 1).load


def test_bands_are_lighter_and_feet_come_down() -> None:
    found, plan = solved("some-bands-30-weeks")
    asked = found.problem
    row, push_up = (entry(plan, 28, SessionKind.LIGHT, position) for position in (1, 2))
    assert (row.load, push_up.load) == ("medium band a long step farther", "on the floor")
    assert not said(RULE, plan, asked)
    heavy = edited(plan, 28, SessionKind.LIGHT, 1, load="strong band")
    feet = edited(plan, 28, SessionKind.LIGHT, 2, load="feet on 15 cm")
    assert said(RULE, heavy, asked) == ["band row: 88 % of the working load, at most 80 % allowed"]
    assert said(RULE, feet, asked) == ["push-up: the feet are up"]


def test_sentence() -> None:
    assert RULE.say(ASKED, InSession(16, SessionKind.VERY_LIGHT)) == (
        "Week 16, very light session: loads are 80 % of the working load at most, or the next "
        "weight of a coarse rack, feet down."
    )
    assert "60 % of" in RULE.say(ASKED, InSession(5, SessionKind.VERY_LIGHT))


def test_any_file() -> None:
    survives(RULE, ASKED)
