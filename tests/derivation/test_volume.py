"""Weekly distances where the run plan leaves some out."""

from __future__ import annotations

from datetime import date

from runtall.derivation.volume import rough_volumes, weekly_volumes
from runtall.domain.calendar import Calendar
from runtall.domain.run_plan import Run, RunKind

TWO_WEEKS = Calendar(date(2027, 4, 25), weeks=2)
EASY = Run(RunKind.EASY, distance_m=8_000)
LONG = Run(RunKind.LONG, distance_m=20_000)


def volumes(*first_week: Run, second: tuple[Run, ...] = (EASY, LONG)):
    week = [(run,) for run in first_week] + [()] * (7 - len(first_week))
    other = [(run,) for run in second] + [()] * (6 - len(second)) + [(Run(RunKind.RACE),)]
    return weekly_volumes(TWO_WEEKS, [*week, *other])


def test_known_distances_are_summed_without_race_and_cross_training():
    bike = Run(RunKind.CROSS, distance_m=30_000)
    assert volumes(EASY, bike, LONG) == ((28_000, 28_000), (20_000, 20_000))


def test_minutes_count_by_the_plans_own_pace():
    paced = Run(RunKind.EASY, distance_m=8_000, minutes=40)
    by_time = Run(RunKind.EASY, minutes=50)
    assert volumes(paced, by_time)[0][0] == 18_000
    assert volumes(EASY, by_time)[0][0] == 8_000 + 8_333


def test_a_run_without_length_counts_as_the_usual_one_of_its_kind():
    assert volumes(EASY, LONG, Run(RunKind.EASY))[0][0] == 36_000
    assert volumes(EASY, LONG, Run(RunKind.WORKOUT))[0][0] == 28_000 + 8_000


def test_too_few_known_lengths_tell_nothing():
    unknown = Run(RunKind.EASY)
    assert volumes(EASY, unknown, unknown, second=(EASY, EASY))[0] == (24_000, 16_000)
    assert volumes(EASY, unknown, unknown, second=(unknown, EASY))[0] == (0, 0)


def test_roughly_every_run_counts_as_one_of_its_kind():
    easy, long = Run(RunKind.EASY), Run(RunKind.LONG)
    whole, less = [(easy,)] * 4 + [(long,)] + [()] * 2, [(easy,)] * 4 + [()] * 3
    volumes, longest = rough_volumes(TWO_WEEKS, [*whole, *less])
    assert (volumes[1], longest[1]) == (4 * 8_000, 8_000)
    assert volumes[0] - volumes[1] == longest[0] > 16_000
    # What the plan itself tells of a kind comes first.
    known = [(Run(RunKind.EASY, distance_m=5_000),), *whole[1:]]
    assert rough_volumes(TWO_WEEKS, [*known, *less])[0][1] == 4 * 5_000
