from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

import pytest

from runtall.derivation import profile
from runtall.derivation.phases import (
    cutbacks,
    default_lengths,
    deload_weeks,
    detect_lengths,
    phases,
    tells_peak,
)
from runtall.domain.athlete import Experience
from runtall.domain.phase import Phase
from runtall.domain.problem import Week


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [(1, (0, 1)), (4, (0, 2)), (7, (1, 2)), (12, (3, 2)), (16, (3, 3)), (18, (4, 3)), (52, (4, 3))],
)
def test_default_lengths_follow_the_published_tables(weeks: int, expected: tuple[int, int]) -> None:
    assert default_lengths(weeks) == expected


def test_phases_fill_the_calendar_from_the_race_backwards() -> None:
    assert phases(5, 2, 2) == (Phase.BASE, Phase.PEAK, Phase.PEAK, Phase.TAPER, Phase.TAPER)
    assert phases(2, 3, 2) == (Phase.TAPER, Phase.TAPER)


def test_the_taper_follows_the_last_high_week() -> None:
    #        1   2   3   4   5   6   7   8   9  10  11  12
    volume = [40, 44, 48, 38, 50, 54, 58, 60, 60, 45, 30, 12]
    longest = [16, 18, 20, 14, 22, 24, 26, 30, 32, 20, 14, 5]
    # Week 9 is the last with 54 or more: a taper of 3; the high weeks begin in week 6, but no more
    # than a quarter of all are peak weeks.
    assert detect_lengths(volume, longest) == (3, 3)
    assert detect_lengths([30] * 4 + volume, [14] * 4 + longest) == (4, 3)
    assert tells_peak(volume, longest)


def test_long_runs_that_stay_as_they_are_say_nothing_of_a_peak() -> None:
    """Ten weeks have two peak weeks then, not four of which three look like the base."""
    volume, longest = [54] * 7 + [48, 42, 25], [24] * 7 + [18, 12, 9]
    assert detect_lengths(volume, longest) == (2, 3)
    assert not tells_peak(volume, longest)
    # The same distances, and two long runs that stand out.
    volume, longest = [75] * 7 + [82, 82, 65, 59, 33], [25] * 7 + [32, 32, 20, 14, 9]
    assert detect_lengths(volume, longest) == (2, 3)
    assert tells_peak(volume, longest)


@pytest.mark.parametrize("weeks", range(8, 54))
def test_a_quarter_of_the_weeks_are_peak_at_most(weeks: int) -> None:
    rng = random.Random(weeks)
    for _ in range(20):
        volume = [rng.randint(30, 80) for _ in range(weeks)]
        peak, taper = detect_lengths(volume, [rng.randint(10, 32) for _ in range(weeks)])
        assert 2 <= peak <= weeks / 4
        assert 2 <= taper <= 3
        assert default_lengths(weeks)[0] <= weeks / 4


def test_a_run_plan_without_distances_gets_the_table() -> None:
    assert detect_lengths([0] * 16, [0] * 16) == (3, 3)


def test_weeks_that_are_all_alike_say_nothing() -> None:
    """A usual week with distances, and no taper of its own: not four peak weeks from week 3 on."""
    assert detect_lengths([40] * 7 + [15], [28] * 7 + [5]) == (2, 2)
    assert detect_lengths([40, 38] * 7 + [40, 12], [28] * 16) == (3, 3)


def test_a_cutback_week_is_lower_than_both_its_neighbours() -> None:
    # 35 is 87.5 % of 40: just low enough; 36 isn't.
    none, second = (False,) * 4, (False, True, False, False)
    assert cutbacks([40, 35, 40, 40], [20] * 4) == second
    assert cutbacks([40, 36, 40, 40], [20] * 4) == none
    # The same kilometres, and a long run that is a third shorter.
    assert cutbacks([40, 38, 40, 40], [20, 14, 20, 20]) == second
    assert cutbacks([40, 38, 40, 40], [20, 15, 20, 20]) == none
    # 30 % less, rounded to whole kilometres or miles.
    assert cutbacks([100, 90, 100, 100], [28, 20, 28, 28]) == second
    assert cutbacks([50, 46, 50, 50], [18, 13, 18, 18]) == second
    assert cutbacks([0, 38, 40, 40], [0, 14, 20, 20]) == none
    # More running than the week before is no cutback, however long its longest run.
    assert cutbacks([40, 41, 42, 40], [20, 14, 20, 20]) == none


def test_a_cutback_is_seen_where_it_is_rounded_two_weeks_long_or_beside_weeks_without_a_run() -> (
    None
):
    def found(*volumes: int) -> list[int]:
        return [week for week, cut in enumerate(cutbacks(volumes, [9] * len(volumes))) if cut]

    # 15 % less in tenths of a mile: 85.4 %.
    assert found(328, 280, 340) == [1]
    assert found(50, 54, 42, 44, 56) == [2, 3]
    # Two weeks off later on, and back in.
    assert found(50, 54, 44, 56, 0, 35, 58) == [2, 4, 5]
    assert found(50, 54, 44, 56, 0, 0, 0, 58) == [2]


def test_a_cutback_may_go_on_into_a_race_or_a_little_higher() -> None:
    even = [20] * 5
    assert cutbacks([31, 27, 36, 38, 40], even)[1]
    assert cutbacks([40, 34, 36, 40, 40], even)[1]
    # What doesn't come up again is one before a race only, in the week after it.
    assert not any(cutbacks([44, 36, 36, 35, 34], even))
    assert cutbacks([44, 36, 36, 35, 34], even, raced={3}) == (False, True, False, False, False)


def test_a_plan_that_just_alternates_has_no_cutbacks_of_its_second_weeks() -> None:
    weeks = [40, 35, 39, 34, 38, 33, 37]
    assert not any(cutbacks(weeks, [20] * len(weeks)))


def test_a_plan_that_goes_on_with_less_has_no_cutback() -> None:
    weeks = [54, 44, 44, 44, 45, 46]
    assert not any(cutbacks(weeks, [9] * len(weeks)))
    # A little less in the week before a race, and in its own.
    assert not any(cutbacks([50, 54, 48, 43, 54], [9] * 5))


def test_deloads_keep_their_distance_and_lie_on_cutbacks() -> None:
    assert deload_weeks(10, [False] * 16) == (8,)
    on = [week in {4, 7} for week in range(1, 17)]
    assert deload_weeks(10, on) == (7,)
    # A cutback every fourth week: a deload on every other one.
    every_fourth = [week % 4 == 0 for week in range(1, 27)]
    assert deload_weeks(20, every_fourth) == (8, 16)
    # One a week later is better than a week without growth behind the deload.
    for late in (9, 17):
        assert late in deload_weeks(20, [week == late for week in range(1, 27)])
    assert deload_weeks(20, [week in {6, 9} for week in range(1, 27)])[0] == 6
    # No more than seven weeks grow in a row: then comes the peak's cut, or a deload before it.
    assert deload_weeks(7, [False] * 12) == ()
    assert deload_weeks(8, [False] * 13) == (6,)
    assert deload_weeks(16, [False] * 23) == (8, 14)
    long_base = deload_weeks(46, [False] * 52)
    gaps = [after - before for before, after in zip((0, *long_base), long_base, strict=False)]
    assert all(4 <= gap <= 8 for gap in gaps)
    assert 46 - long_base[-1] <= 8
    assert long_base[-1] <= 44


def test_the_week_of_a_long_tuneup_race_stands_for_a_deload() -> None:
    assert deload_weeks(10, [False] * 16, {9}) == ()
    assert deload_weeks(14, [False] * 18, {5}) == (11,)
    assert deload_weeks(20, [False] * 24, {9}) == (15,)
    # Eight weeks grow before it at most, and a deload is four weeks away from it.
    assert deload_weeks(20, [False] * 24, {10}) == (6, 16)
    # On a cutback it may lie three weeks before it, rather than beside the cutback.
    for easier in (6, 7, 8):
        cutback = [week == easier for week in range(1, 25)]
        assert deload_weeks(11, cutback, {11}) == (easier,)
    assert deload_weeks(11, [week == 9 for week in range(1, 25)], {11}) == (7,)


def test_a_week_without_strength_stands_for_a_deload() -> None:
    plain = [False] * 24
    assert deload_weeks(10, plain, missed={6}) == ()
    # It comes back from there in the sixth, and grows from the seventh on.
    assert deload_weeks(16, plain, missed={5}) == (12,)
    assert deload_weeks(16, plain, missed={9, 10}) == ()
    assert deload_weeks(16, plain, missed={10}) == (6,)
    assert deload_weeks(20, plain, missed={10, 11}) == (6, 18)
    assert deload_weeks(20, plain, {12}, missed={3}) == (18,)
    # Small weeks, three whole ones and a deload is no block: these are seven weeks up to a race.
    assert deload_weeks(18, plain, {17, 18}, missed={7}) == ()


def test_no_deload_comes_earlier_for_an_illness_that_nobody_knows_of() -> None:
    plain = [False] * 24
    for week in range(1, 17):
        assert [w for w in deload_weeks(16, plain, ill={week}) if w <= week] == [
            w for w in deload_weeks(16, plain) if w <= week
        ]
    # It stands for one itself.
    assert deload_weeks(16, plain, ill={5}) == (12,)
    assert deload_weeks(16, plain, ill={10}) == (8,)
    assert deload_weeks(20, plain, ill={10, 11}) == (8, 18)


def test_half_a_session_after_an_illness_stands_for_the_deload_of_the_next_week() -> None:
    plain = [False] * 24
    assert deload_weeks(16, plain, halved={7}) == (13,)
    assert deload_weeks(16, plain, halved={6}) == deload_weeks(16, plain) == (8, 14)
    assert deload_weeks(16, plain, halved={8}) == (8, 14)


@pytest.mark.parametrize("base", range(4, 47))
@pytest.mark.parametrize("every", [3, 4, 5, 99])
def test_no_more_than_eight_weeks_grow_in_a_row(base: int, every: int) -> None:
    """Wherever races and weeks off lie, and whichever weeks the run plan takes back."""
    cutback = [week % every == 0 for week in range(1, base + 1)]
    # After a week off the next one is a way back.
    for first, second in itertools.product(range(1, base + 1), range(1, base + 1, 3)):
        deloads = deload_weeks(base, cutback, {first}, 0, {second})
        easy = sorted({0, first, second, second + 1, *deloads, base + 1})
        assert all(after - before <= 9 for before, after in itertools.pairwise(easy))


def weeks_of(
    phase_of: Sequence[Phase], sessions: Sequence[int], *, cutback: int = 0, deload: int = 0
) -> list[Week]:
    """Weeks of these phases and sessions, one of them a cutback week and one a deload week."""
    return [
        Week(
            number=number,
            phase=phase,
            days=(),
            n_sessions=n_sessions,
            target_sets=0,
            cutback=number == cutback,
            deload=number == deload,
            tuneup=False,
            resumes=False,
            away=False,
            lost=frozenset(),
            after_race=False,
            biggest_rise=False,
            race_week=number == len(phase_of),
        )
        for number, (phase, n_sessions) in enumerate(zip(phase_of, sessions, strict=True), 1)
    ]


def test_the_profile_is_the_worked_example_without_its_first_cutback() -> None:
    weeks = weeks_of(phases(16, 3, 3), [2] * 13 + [1] * 3, cutback=4, deload=8)
    sets = profile.targets(weeks, Experience.NEW, extra=0)
    assert sets == (16, 18, 20, 20, 22, 24, 26, 20, 26, 26, 20, 18, 16, 7, 5, 3)


@pytest.mark.parametrize(("peak", "sets"), [([1, 1, 1], [12, 12, 11]), ([2, 1, 1], [20, 11, 11])])
def test_one_session_brings_no_set_back_after_a_peak_week_of_two(
    peak: list[int], sets: list[int]
) -> None:
    weeks = weeks_of(phases(16, 3, 3), [2] * 10 + peak + [1] * 3)
    assert list(profile.targets(weeks, Experience.NEW, extra=0)[10:13]) == sets


def test_a_trained_lifter_starts_higher_and_a_short_plan_stays_lower() -> None:
    assert profile.first_sets(Experience.TRAINED) == 22
    weeks = weeks_of(phases(6, 1, 2), [2, 2, 2, 2, 1, 1])
    short = profile.targets(weeks, Experience.TRAINED, extra=0)
    assert max(short) <= profile.FULL * 80 // 100
