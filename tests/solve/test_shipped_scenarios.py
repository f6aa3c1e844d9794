"""The shipped scenarios: proven, kept by every rule, and as good as they ever were."""

from __future__ import annotations

import pytest

from runtall import app
from runtall.check.violations import violations
from runtall.domain.counts import pattern_sets
from runtall.domain.exercise import Pattern, SessionKind
from runtall.domain.phase import Phase
from runtall.exporters.folder import FILES
from runtall.rules.all import RULES
from tests.exporters.formats import read_plan
from tests.solve.golden import golden, values_of
from tests.solve.shipped import NAMES, solved

each = pytest.mark.parametrize("name", NAMES)


@each
def test_every_stage_is_proven(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    answer = solved(name, tmp_path_factory)
    assert answer.report.status == "OPTIMAL"
    assert all(stage.status == "OPTIMAL" for stage in answer.report.stages)
    assert all(stage.value == stage.bound for stage in answer.report.stages)


@each
def test_no_rule_is_broken(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    answer = solved(name, tmp_path_factory)
    assert answer.checked == len(RULES)
    assert violations(answer.problem, answer.plan) == ()


@each
@pytest.mark.parametrize("place", range(len(FILES)), ids=FILES)
def test_each_file_reads_back_as_the_same_plan(
    name: str, place: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    answer = solved(name, tmp_path_factory)
    again = read_plan(answer.paths[place], answer.problem)
    assert again == answer.plan
    assert violations(answer.problem, again) == ()


@each
def test_stage_values_are_golden(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    stages = solved(name, tmp_path_factory).report.stages
    new, old = values_of(stages), golden()[name]
    refresh = "python -m tests.solve.golden"
    # What was proven is a bound for ever: the first tier that differs may only have got worse.
    assert new >= old, f"better than what was proven: the rules changed ({refresh}), or a bug"
    assert new == old, f"worse than before: a bug, or the rules changed ({refresh})"


def test_golden_values_know_every_scenario() -> None:
    assert tuple(golden()) == NAMES


class TestSampleWeek:
    """The week of the guide itself comes out as the guide has it."""

    @pytest.fixture
    def answer(self, tmp_path_factory: pytest.TempPathFactory) -> app.Solved:
        return solved("sample-week", tmp_path_factory)

    def test_d1_on_mondays_and_d2_on_thursdays(self, answer: app.Solved) -> None:
        for week in answer.problem.phase_weeks(Phase.BASE):
            days = [(s.kind, s.day - week.days[0]) for s in answer.plan.in_week(week.number)]
            assert days == [(SessionKind.D1, 0), (SessionKind.D2, 3)]

    def test_never_on_a_friday_and_always_after_an_easy_run(self, answer: app.Solved) -> None:
        days = [answer.problem.days[session.day] for session in answer.plan.sessions]
        assert len(days) == 29
        assert "fri" not in {day.weekday for day in days}
        assert {session.option for session in answer.plan.sessions} == {"A"}

    def test_sets_rise_hold_and_fall(self, answer: app.Solved) -> None:
        plan, problem = answer.plan, answer.problem
        base, peak, taper = (
            [plan.total(week.number) for week in problem.phase_weeks(phase)] for phase in Phase
        )
        assert 14 <= base[0] <= 18
        assert 24 <= max(base) <= 29
        assert 6 <= base.index(max(base)) + 1 <= 9
        assert all(16 <= sets <= 21 for sets in peak)
        assert all(sets <= 8 for sets in taper)
        assert taper == sorted(taper, reverse=True)

    def test_pull_leads_push(self, answer: app.Solved) -> None:
        for week in answer.problem.weeks:
            if week.phase is Phase.TAPER:
                continue
            pull, push = (
                pattern_sets(answer.problem, answer.plan, week.number, pattern)
                for pattern in (Pattern.PULL, Pattern.PUSH)
            )
            assert 1.5 <= pull / push <= 3.0, week.number
