"""What cards say of an exercise is true, plain, said once, and kept by the next card."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise, takewhile
from pathlib import Path

import pytest

from runtall.derivation.available_loads import CHOOSE, difference, level_of
from runtall.domain.exercise import Measure, Pattern
from runtall.domain.library import exercises
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.units import load_words
from runtall.exporters.card_fitting import card_texts
from runtall.exporters.given_up import given_up
from runtall.exporters.how_it_works import how_it_works
from runtall.exporters.session_card import session_cards
from runtall.progression.exposures import Exposure, exposures
from runtall.progression.improvised import improvised
from runtall.progression.load_step import is_far
from runtall.progression.texts import say
from runtall.progression.why_today.share import SHARES, one_session_peak, share_of_base
from tests.exporters.formats import read_plan, to_ics
from tests.quality.runners import RUNNERS, scenario, solved

CONDITION = re.compile(
    r"Only if all sets (?:reached|went|were held for) ([0-9]+)(?: [a-z]+)?(?: upright)?"
    r"(?: on ([0-9]+ [A-Z][a-z]+))?(?: with 2 or more left)?; "
    r"if not, ([0-9]+) x ([0-9]+)(?: m| yd| s)?"
    r"(?: at (.+)| \((.+)\))? again\."
)
OF_WEIGHTS = ("Nothing heavier", "othing gets heavier")


def noted(name: str) -> Iterator[tuple[Problem, str, list[Exposure], int]]:
    """Every exposure of a runner's plan by its exercise's key, with its index among them."""
    found, plan = solved(name)
    for key, exposed in exposures(found.problem, plan).items():
        for number in range(len(exposed)):
            yield found.problem, key, list(exposed), number


@pytest.mark.parametrize("name", RUNNERS)
def test_what_to_do_instead_suits_the_kind_of_exercise(name: str) -> None:
    for problem, key, exposed, number in noted(name):
        note, pattern = exposed[number].entry.note, problem.exercises[key].pattern
        assert "slow" not in note or pattern in {Pattern.CARRY, Pattern.CORE}
        assert "pausing" not in note or pattern in {Pattern.PULL, Pattern.PUSH}


@pytest.mark.parametrize("name", RUNNERS)
def test_heavier_is_said_where_there_is_something_heavier(name: str) -> None:
    found, plan = solved(name)
    by_session: dict[int, set[bool]] = {}
    near: dict[int, set[bool]] = {}
    for problem, key, exposed, number in noted(name):
        now = exposed[number]
        heavier = any((lvl.load_g or 0) > (now.entry.load_g or 0) for lvl in now.loads)
        steps = pairwise(sorted(now.loads, key=lambda level: level.load_g or 0))
        far = any(is_far(problem.exercises[key], problem.request.athlete, before, after)
                  for before, after in steps if before.load_g == now.entry.load_g)  # fmt: skip
        # Who has no weights but a bag reads of steps, which a fuller bag is as well.
        kit = problem.equipment(now.day.index)
        in_a_bag = improvised(problem.exercises[key], kit, now.loads)
        by_session.setdefault(now.session_index, set()).add(heavier and not in_a_bag)
        near.setdefault(now.session_index, set()).add(heavier and not in_a_bag and not far)
        if "next weight" in now.entry.note or "big step" in now.entry.note:
            assert heavier, now.where
        if "the heaviest you have" in now.entry.note:
            assert not heavier, now.where
    for index, card in enumerate(session_cards(found.problem, plan, found.publication.units)):
        text = card_texts(card)[0]
        told = any(words in text for words in OF_WEIGHTS)
        assert told or "one step up" in text or True not in near[index], card.title
        assert not told or True in by_session[index], card.title


@pytest.mark.parametrize("name", RUNNERS)
def test_no_note_blames_the_runner(name: str) -> None:
    for _, _, exposed, number in noted(name):
        assert not re.search(
            "too soon|too much|Past the range|no weight fits", str(exposed[number])
        )


@pytest.mark.parametrize("name", RUNNERS)
def test_the_session_that_gets_the_set_is_named(name: str) -> None:
    kinds = {"pull day": "D1", "push day": "D2", "both in one": "merged"}
    for _, _, exposed, number in noted(name):
        now = exposed[number]
        match = re.search("one more set on ([a-z ]+) is enough", now.entry.note)
        if match:
            (other,) = [
                e
                for e in exposed
                if e.day.week == now.day.week and e.kind == kinds[match[1].strip()]
            ]
            before = [e for e in exposed if e.kind == other.kind and e.day.index < other.day.index]
            assert other.entry.sets > before[-1].entry.sets


@pytest.mark.parametrize("name", RUNNERS)
def test_a_condition_names_what_was_planned_last(name: str) -> None:
    """The amount to have reached, and the weight and reps to go back to, are those of that card."""
    for problem, _, exposed, number in noted(name):
        now = exposed[number]
        if "Only if all" not in now.entry.note:
            continue
        match = CONDITION.search(now.entry.note)
        assert match, now.entry.note
        last = next(e for e in reversed(exposed[:number]) if e.in_base)
        amount = last.entry.reps or last.entry.distance_m or last.entry.hold_s
        assert (int(match[1]), int(match[3]), int(match[4])) == (amount, now.entry.sets, amount)
        units = problem.request.units
        weight = load_words(last.entry.load_g, units) if last.entry.load_g else None
        assert (match[5], match[6]) == (weight, last.entry.load or None)
        skipped = exposed[number - 1] is not last
        assert match[2] == (last.day.short_date if skipped else None)


@pytest.mark.parametrize("name", RUNNERS)
def test_a_card_keeps_what_the_last_one_promised(name: str) -> None:
    """All sets at the top bring the next load, a set more, or a reason on the next card."""
    for problem, key, exposed, number in noted(name):
        high, measure = problem.exercises[key].high, problem.exercises[key].measure
        now = exposed[number]
        before = [e for e in exposed[:number] if e.in_base]
        if not (now.in_base and before):
            continue
        last = before[-1].entry
        top = {Measure.REPS: last.reps, Measure.METRES: last.distance_m}.get(measure, last.hold_s)
        if (top or 0) >= high:
            assert now.entry.method in {"load", "sets"} or now.entry.note, now.where


def step_date(exposed: list[Exposure], number: int) -> str | None:
    """The date of the first step of load after an exposure; if it can be, on such a day."""
    now = exposed[number]
    level, steps = level_of(now.entry, now.loads), list[Exposure]()
    for later in exposed[number + 1 :]:
        other = level_of(later.entry, later.loads)
        if level and other and later.in_base and difference(level, other) > 0:
            steps.append(later)
    week = [step for step in steps if step.day.week == steps[0].day.week]
    own = [step for step in week if step.kind is now.kind]
    return next((step.day.short_date for step in own + week), None)


@pytest.mark.parametrize("name", RUNNERS)
def test_the_date_of_the_next_step_is_said_where_there_is_one(name: str) -> None:
    for _, _, exposed, number in noted(name):
        now, step = exposed[number], step_date(exposed, number)
        for day in re.findall(r"[Uu]p on ([0-9]+ [A-Z][a-z]+)", now.entry.note):
            assert day == step, now.where
        if "reps above the range" in now.entry.note:
            words = f"first, up on {step}." if step else "range( only)?."
            assert re.search(f"{words}$", now.entry.note), now.where
        assert not (step and re.search("No heavier|No step|than are left", now.entry.note)), (
            now.where
        )


@pytest.mark.parametrize("name", RUNNERS)
def test_the_peak_is_named_as_a_reason_only_near_it(name: str) -> None:
    for problem, _, exposed, number in noted(name):
        now = exposed[number]
        peak = next(week.number for week in problem.weeks if week.phase is not Phase.BASE)
        if re.search("too near the (peak|taper)", now.entry.note):
            assert peak - now.day.week <= 3, now.where


@pytest.mark.parametrize("name", RUNNERS)
def test_a_step_that_waits_for_training_waits_for_nothing_else_first(name: str) -> None:
    """Once a card says that the next weight needs weeks, so did those before it at this weight."""
    for _, _, exposed, number in noted(name):
        note, later = exposed[number].entry.note, exposed[number + 1 :]
        load_g = exposed[number].entry.load_g
        same = takewhile(lambda e, load_g=load_g: e.entry.load_g == load_g, later)
        if "two good sessions" in note:
            assert not any("needs more weeks" in e.entry.note for e in same)


@pytest.mark.parametrize("name", RUNNERS)
def test_a_card_promises_no_step_that_the_next_one_refuses(name: str) -> None:
    """All sets at the top bring the next load next time, or today's card says why not."""
    refusals = (
        "One (?:weight|step) up on|No (heavier|step up) (next time|today)|same again|"
        "As earlier|No more than on|No more today|reps above the range"
    )
    for problem, key, exposed, number in noted(name):
        now, exercise = exposed[number], problem.exercises[key]
        amount = now.entry.reps or now.entry.distance_m or now.entry.hold_s or 0
        week = problem.week(now.day.week)
        promised = now.in_base and not (now.back or now.day.after_race or week.cutback)
        if promised and amount >= exercise.high and not now.entry.load.startswith(CHOOSE):
            kept = [e.entry.method for e in exposed[number + 1 :][:1]] == ["load"]
            assert kept or re.search(refusals, now.entry.note), now.where


@pytest.mark.parametrize("name", RUNNERS)
def test_what_stands_in_is_said_once_on_cards_and_in_the_first_event(name: str) -> None:
    found, plan = solved(name)
    told = Counter(
        (entry.exercise, words)
        for session in plan.sessions
        for entry in session.entries
        for words in re.findall(r"In place of .*?\.|Carry a packed bag.*?\.", entry.note)
    )
    assert set(told.values()) <= {1}
    how = how_it_works(found.problem, plan, found.publication.units)
    for exercise, words in told:
        if words.startswith("In"):
            name = found.problem.exercises[exercise].name
            assert f"- {name}: i{words[1:]}" in how


@pytest.mark.parametrize("name", RUNNERS)
def test_a_face_pull_is_for_the_shoulders_only_with_the_sign(name: str) -> None:
    _, plan = solved(name)
    signs = scenario(name).problem.request.athlete.shown
    causes = {sign.cause for sign in signs}
    for session in plan.sessions:
        for entry in session.entries:
            match = re.search(", (for [^.]+)", entry.note)
            assert match is None or match[1] in causes


@pytest.mark.parametrize("name", RUNNERS)
def test_a_peak_week_with_one_session_says_how_much_it_is(name: str) -> None:
    found, plan = solved(name)
    problem = found.problem
    full = [plan.total(w.number) for w in problem.phase_weeks(Phase.BASE) if not w.reduced][-1]
    for week in problem.weeks:
        if one_session_peak(problem, plan, week.number):
            total = plan.total(week.number)
            share = share_of_base(problem, plan, week.number)
            assert abs(SHARES[share] - total / full) <= 0.09
            (session,) = plan.in_week(week.number)
            less = ", so fewer sets than the usual peak cut" * (SHARES[share] < 0.6)
            assert re.search(
                rf"This week one session.*{less}: {total} sets, {share} of a base week\.",
                session.note,
            )
            assert any(f"{share} of a base week" in line for line in given_up(problem, plan))


@pytest.mark.parametrize("name", ["new-one-heavy-pair", "trained-pounds"])
def test_what_is_in_a_bag_or_in_pounds_is_read_back(name: str, tmp_path: Path) -> None:
    found, plan = solved(name)
    data = to_ics(found.problem, plan, found.publication, None, datetime.now(UTC))
    words = data.decode().replace("\r\n ", "")
    assert (" kg in a bag" in words) == (name == "new-one-heavy-pair")
    assert " cm" not in words or found.publication.units == "metric"
    path = tmp_path / "plan.ics"
    path.write_bytes(data)
    assert read_plan(path, found.problem) == plan


def test_every_kind_of_exercise_has_its_own_words() -> None:
    for exercise in exercises().values():
        kind = "hold" if exercise.measure is Measure.SECONDS else exercise.pattern
        assert say(f"instead_{kind}")
        assert say(f"step_{exercise.measure}", amount="1", when="", again="1 x 1")


def test_some_peak_week_has_one_session() -> None:
    def single(plan: Plan, problem: Problem) -> bool:
        return any(one_session_peak(problem, plan, week.number) for week in problem.weeks)

    assert any(single(plan, found.problem) for found, plan in map(solved, RUNNERS))


@pytest.mark.parametrize("name", RUNNERS)
def test_the_first_event_speaks_of_this_plan(name: str) -> None:
    """How far its push-ups go, which weeks are easier, and why first weights differ if they do."""
    found, plan = solved(name)
    problem = found.problem
    how = how_it_works(problem, plan, "metric")
    push_ups = [e.entry.load for e in exposures(problem, plan)["push_up"] if e.in_base]
    (line,) = re.findall("Your push-ups: .*", how)
    assert {words for words in push_ups if words in line} == {push_ups[0], push_ups[-1]}
    assert ("all through" in line) == (push_ups[0] == push_ups[-1])
    deloads = [problem.days[week.days[0]] for week in problem.weeks if week.deload]
    for day in deloads:
        assert re.search(rf"Easier on purpose.*\b{day.short_date}\b", how)
    peak = problem.days[problem.phase_weeks(Phase.PEAK)[0].days[0]]
    assert bool(deloads) != (f"comes with the peak, on {peak.short_date}." in how)
    weights = {found[0].entry.load_g for found in exposures(problem, plan).values()} - {None}
    assert ("First weights differ" in how) == (len(weights) > 1)


@pytest.mark.parametrize("name", RUNNERS)
def test_who_can_not_pull_from_above_is_told(name: str) -> None:
    found, plan = solved(name)
    done = {entry.exercise for session in plan.sessions for entry in session.entries}
    told = any("pulls from above" in line for line in found.warnings)
    assert told == (not done & {"lat_pulldown", "assisted_pull_up"})
