"""What is told of exercises that don't grow, shrink, go or never come, against the plan itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from runtall import app
from runtall.domain.athlete import Athlete
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import HEAVY_KINDS, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Day, Problem
from runtall.domain.request import Access
from runtall.domain.run_plan import RunKind
from runtall.exporters.how_it_works import how_it_works
from runtall.exporters.session_card import session_cards
from runtall.progression.dose import prescribe
from tests.problems import problem
from tests.solve import shipped

WEEK = "easy easy workout easy rest easy long"
NEAR = 3
"""Weeks before the peak that are near it."""


@pytest.fixture(params=shipped.NAMES)
def answer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> app.Solved:
    return shipped.solved(request.param, tmp_path_factory)


def reasons(some: Problem, plan: Plan) -> Iterator[tuple[Day, str]]:
    """Each reason why an exercise does not grow, and the day that it is about.

    What does not come next time is about the next base week that is no easier one; that weeks are
    missing, about those ahead today.
    """
    for session in plan.sessions:
        for entry in session.entries:
            later = [
                day
                for other in plan.sessions
                if other.day > session.day and entry.exercise in {e.exercise for e in other.entries}
                for day in [some.days[other.day]]
                if day.phase is Phase.BASE and not some.week(day.week).reduced
                if day.week > some.days[session.day].week
            ]
            today = some.days[session.day]
            for refused, words in re.findall(
                r"(No heavier|No step up|The same again)[a-z ]*: ([^.]*)\.", entry.note
            ):
                now = refused == "The same again" or words.startswith("too few building weeks")
                yield later[0] if later and not now else today, words


def true(some: Problem, plan: Plan, day: Day, words: str) -> bool:
    """Whether a reason holds on its day; of those about loads other tests know."""
    ahead = [week for week in some.weeks if week.number > day.week and week.phase is Phase.BASE]
    tuneups = [d for d in some.days if any(run.kind is RunKind.TUNEUP for run in d.runs)]
    first = ahead[0].days[0] if ahead else 0
    taken = any(w.cutback or w.reduced for w in ahead) or any(d.index >= first for d in tuneups)
    sets = [plan.total(number) for number in (day.week - 1, day.week)]
    held = {
        "a race was less than a week ago": any(0 < day.index - d.index <= 7 for d in tuneups),
        "this week's race comes first": any(
            day.index < d.index and d.week == day.week for d in tuneups
        ),
        "an easier running week": some.week(day.week).cutback,
        "you are just back": not all(sets) or sets[1] < max(map(plan.total, range(1, day.week))),
    }
    if words.startswith("too near the "):
        return len(ahead) < NEAR or not taken
    if words.startswith("too few building weeks before the peak, with "):
        easier, less, trip = (
            what in words for what in ("an easier week", "a week of less running", "a trip")
        )
        return (
            taken
            and easier == any(w.easier for w in ahead)
            and less == any(w.cutback and not w.easier for w in ahead)
            and trip <= any(w.elsewhere for w in ahead)
        )
    return held.get(words, True)


def test_no_reason_for_standing_still_is_disproved(answer: app.Solved) -> None:
    some, plan = answer.problem, answer.plan
    wrong = [
        (day.label, words) for day, words in reasons(some, plan) if not true(some, plan, day, words)
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("race", "told"),
    [
        (None, {"too near the peak"}),
        (47, {"too near the peak", "this week's race comes first"}),
        (40, {"too near the peak", "a race was less than a week ago"}),
        (
            62,
            {
                "this week's race comes first",
                "too few building weeks before the peak,"
                " with a race, an easier week and a week of less running ahead",
            },
        ),
    ],
)
def test_the_reason_is_the_one_that_holds(race: int | None, told: set[str]) -> None:
    some = problem(
        WEEK, changes={race: "tuneup=10"} if race else {}, athlete=Athlete(body_mass_g=70_000)
    )
    plan = by_hand(some, range(1, 11))
    found = [(words, true(some, plan, day, words)) for day, words in reasons(some, plan)]
    assert told <= {words for words, _ in found}
    assert all(holds for _, holds in found), found


@pytest.mark.parametrize("gone", [(), (5, 6), (5, 6, 7, 8)])
@pytest.mark.parametrize("small", [0, 1, 2])
def test_weeks_that_are_smaller_after_a_break_are_named(gone: tuple[int, ...], small: int) -> None:
    """They are those with fewer sets, as long as they have fewer; an easier week is one anyway."""
    some = problem(WEEK)
    weeks = [week for week in range(1, 11) if week not in gone]
    back = [week for week in weeks if gone and week > gone[-1]][:small]
    plan = by_hand(some, weeks)
    fewer = (Entry(1, "one_arm_db_row", 2), Entry(5, "dead_bug", 1))
    plan = prescribe(
        some,
        Plan(
            tuple(
                replace(s, entries=fewer) if some.days[s.day].week in back else s
                for s in plan.sessions
            )
        ),
    )
    how = how_it_works(some, plan, "metric")
    easier = weeks_of(some, "Easier on purpose, with fewer sets and reps", how)
    assert weeks_of(some, "Smaller after a break", how) == set(back) - easier


def test_what_never_comes_is_named_and_nothing_else(answer: app.Solved) -> None:
    some, plan = answer.problem, answer.plan
    told = re.findall(r"- ([^:\n]*): not in this plan, ", how_it_works(some, plan, "metric"))
    done = {entry.exercise for session in plan.sessions for entry in session.entries}
    names = {exercise.name: key for key, exercise in some.exercises.items()}
    assert not {names[name] for name in told} & done
    for kind in HEAVY_KINDS & {session.kind for session in plan.sessions}:
        for slot in some.slots[kind]:
            ways = {some.exercises[key].name for key in slot.alternatives}
            assert set(slot.alternatives) & done or ways & set(told)


def test_what_there_is_no_time_for_could_be_done() -> None:
    """Without a bench that is the press on the floor."""
    kit = Equipment(dumbbells_g=(6_000, 8_000, 10_000), bench=False)
    some = problem(WEEK, equipment=kit, access=[Access(minutes=20)] * 112)
    told = how_it_works(some, by_hand(some, range(1, 11)), "metric")
    assert "Dumbbell floor press: not in this plan, as days are short of time." in told
    assert "Dumbbell bench press: not" not in told


def test_what_goes_for_good_does_not_come_again(answer: app.Solved) -> None:
    some, plan = answer.problem, answer.plan
    for card in session_cards(some, plan, "metric"):
        for names in re.findall(r"No ([^.]*) from now on\.", " ".join(card.clauses)):
            for exercise in some.exercises.values():
                if exercise.name.lower() in names.lower().split(", "):
                    days = {
                        session.day
                        for session in plan.sessions
                        for entry in session.entries
                        if entry.exercise == exercise.key
                    }
                    assert days
                    assert max(days) < card.session.day


def by_hand(some: Problem, weeks: Iterable[int]) -> Plan:
    """Rows and dead bugs on the first day of some weeks."""
    entries = (Entry(1, "one_arm_db_row", 3), Entry(5, "dead_bug", 2))
    plan = Plan(tuple(Session(7 * week - 7, SessionKind.D1, entries) for week in weeks))
    return prescribe(some, plan)


def weeks_of(some: Problem, words: str, text: str) -> set[int]:
    """The weeks whose dates a sentence names: ``Smaller after a break: 1 Mar to 14 Mar.``."""
    dates = {day.short_date: day.week for day in some.days}
    found: set[int] = set()
    for one in re.findall(rf"{words}: ([^.]*)\.", text):
        for part in one.split(", "):
            first, last = part.split(" to ")
            found |= set(range(dates[first], dates[last] + 1))
    return found
