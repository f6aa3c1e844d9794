"""plan.txt and the text of a week: short enough for a message."""

from __future__ import annotations

from dataclasses import replace

import pytest

from runtall.domain.exercise import SessionKind
from runtall.domain.library import exercises
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.report import Report
from runtall.domain.scenario import Scenario
from runtall.exporters.card_item import NO_HELP, card_item
from runtall.exporters.card_reading import read_lines
from runtall.exporters.card_text import conditions
from runtall.exporters.export import Export
from runtall.exporters.plain_text import plain_text, week_text
from runtall.exporters.renderings import RENDERINGS
from runtall.exporters.session_card import session_cards
from tests.exporters.samples import NOW
from tests.problems import problem
from tests.solve import shipped

MOST_CHARACTERS = 1200


@pytest.fixture(scope="module")
def export(problem: Problem, plan: Plan, scenario: Scenario, report: Report) -> Export:
    return Export(scenario, plan, report, NOW)


def text(export: Export) -> str:
    return plain_text(export).decode()


def test_a_week_is_a_message(problem: Problem, plan: Plan) -> None:
    lines = week_text(problem, plan, 1, "metric").splitlines()
    assert lines[:4] == [
        "WEEK 1 of 16, base: Mon 4 Jan to Sun 10 Jan",
        "",
        "Mon 4 Jan 18:30: Pull day - 5 exercises, 25 min, after the easy run",
        "1. One-arm dumbbell row: 3 x 8 (8-12) per side, choose: light enough for 3 more",
    ]
    assert lines[-1] == "Mobility, 5 min: Wed 6 Jan, Fri 8 Jan"


def test_units_are_the_runners(problem: Problem, plan: Plan) -> None:
    assert "20 m (20-40 m)" in week_text(problem, plan, 1, "metric")
    assert "20 yd (20-45 yd)" in week_text(problem, plan, 1, "imperial")


def test_a_week_with_mobility_after_the_session(problem: Problem, plan: Plan) -> None:
    words = week_text(problem, plan, 15, "metric")
    assert "10 min of mobility, twice through:\n- Doorway pec stretch: 30-45 s per side\n" in words


def test_the_whole_plan_has_every_week(export: Export) -> None:
    whole = text(export)
    assert whole.startswith(
        "Upper body \u2014 London\nMon 4 Jan 2027 to race day, Sun 25 Apr 2027\nProven"
    )
    assert "- weeks 11-13: one session, " in whole
    assert whole.count("\nWhy today: ") == len(export.plan.sessions)
    without = "".join(line for line in whole.splitlines(True) if not line.startswith("Why today: "))
    for week in export.problem.weeks:
        assert week_text(export.problem, export.plan, week.number, "metric") in without
    assert "WHEN THINGS DIFFER\n" in whole


def test_an_empty_plan_and_a_name_on_two_lines(export: Export) -> None:
    names = replace(export.scenario.publication, name="Two\nlines")
    scenario = replace(export.scenario, publication=names)
    words = text(replace(export, plan=Plan(()), scenario=scenario))
    assert words.startswith("Two lines\n")
    assert words.count("No strength session.") == 16


def test_which_texts_are_ours(export: Export) -> None:
    assert RENDERINGS[".txt"].owns(text(export).encode())
    assert not RENDERINGS[".txt"].owns(b"Shopping\n")


@pytest.mark.parametrize("name", shipped.NAMES)
def test_each_week_of_a_shipped_scenario_is_short(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    answer = shipped.solved(name, tmp_path_factory)
    units = answer.scenario.publication.units
    for week in answer.problem.planned_weeks:
        words = week_text(answer.problem, answer.plan, week.number, units)
        assert len(words) <= MOST_CHARACTERS, words


@pytest.mark.parametrize("name", ["sample-week", "home-bands-30-minutes", "trained-lifter-gym"])
def test_a_step_has_its_condition(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Who reads only this goes up only if it was earned."""
    answer = shipped.solved(name, tmp_path_factory)
    cards = session_cards(answer.problem, answer.plan, "metric")
    asked = [line for card in cards for line in conditions(card)]
    whole = "\n".join(
        week_text(answer.problem, answer.plan, week.number, "metric")
        for week in answer.problem.planned_weeks
    )
    assert asked
    assert all(line in whole for line in asked)


def test_warnings_stand_on_top(export: Export) -> None:
    warned = replace(export, scenario=replace(export.scenario, warnings=("mind the gap",)))
    assert "Good to know:\n- mind the gap\n" in text(warned)


def test_a_pull_up_without_a_band_is_called_one() -> None:
    """And is read as the same exercise."""
    some = problem()
    entry = Entry(2, "assisted_pull_up", 3, reps=6, rir=2, load=NO_HELP)
    item = card_item(some, Session(0, SessionKind.D1, (entry,)), entry, "1", "metric")
    assert (item.name, item.load) == ("Pull-up", "")
    helped = replace(entry, load="light band")
    item = card_item(some, Session(0, SessionKind.D1, (helped,)), helped, "1", "metric")
    assert (item.name, item.load) == ("Assisted pull-up", "light band")
    (line,) = read_lines("1. Pull-up: 3 x 6", "", exercises())
    assert line.entry.exercise == "assisted_pull_up"
