"""A finished plan with what belongs to it: what tables, comparisons and plots look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from runtall.domain.html import Html, paragraph, styled, table
from runtall.domain.library import records
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.relaxation import WORDS, in_phase
from runtall.domain.report import Report
from runtall.domain.returns import returns
from runtall.domain.scenario import Scenario
from runtall.errors.words import counted, gathered, weeks_words

RUNS = {row["kind"]: row for row in records("run_kinds.csv")}
SESSIONS = {row["session"]: row for row in records("session_kinds.csv")}

# What the star beside a phase means.
EASIER = "* easier week"


@dataclass(frozen=True, slots=True, repr=False)
class PlanView:
    """A finished plan, the scenario that it answers, and how it was found.

    Parameters
    ----------
    plan
        Sessions, mobility add-ons, and what weeks give up.
    report
        Value and proven bound of each tier.
    """

    scenario: Scenario
    plan: Plan
    report: Report

    @property
    def problem(self) -> Problem:
        """What decides the plan."""
        return self.scenario.problem

    @property
    def units(self) -> str:
        """``metric`` or ``imperial``, as the runner counts."""
        return self.scenario.publication.units

    def __repr__(self) -> str:
        return f"<plan: {self._words}, {self.report.status}>"

    @property
    def _words(self) -> str:
        count = len(self.plan.sessions)
        return f"{self.scenario.words}, {counted(count, 'session')}"

    def _repr_html_(self) -> str:
        """Show the plan in a notebook: a row for each week, and what to know about it."""
        weekdays = [self.problem.days[day].weekday for day in self.problem.weeks[0].days]
        rows = [
            [
                *(week.number, phase_words(self.problem, self.plan, week)),
                *(self._cell(self.problem.days[day]) for day in week.days),
                *(
                    self.plan.total(week.number),
                    sum(s.minutes for s in self.plan.in_week(week.number)),
                ),
            ]
            for week in self.problem.planned_weeks
        ]
        return "".join(
            [
                paragraph(f"{self._words}. {self.report.verdict}"),
                table(["week", "phase", *weekdays, "sets", "min"], rows),
                *map(paragraph, self._given_up()),
                *map(paragraph, self.scenario.warnings),
            ]
        )

    def _given_up(self) -> Iterator[str]:
        """Yield what weeks give up: ``weeks 1-4, 6: one session, both in one, instead of two``."""
        told = gathered(
            (in_phase(step, week.phase), week.number)
            for step in WORDS
            for week in self.problem.weeks
            if self.plan.uses(step, week.number)
        )
        for words, weeks in told.items():
            yield f"{weeks_words(weeks)}: {words}"

    def _cell(self, day: Day) -> Html:
        runs = [RUNS[run.kind]["label"] + ("?" if run.optional else "") for run in day.runs]
        parts = [styled("+".join(runs))] if day.to_race >= 0 and any(runs) else []
        for session in self.plan.on(day.index):
            kind = SESSIONS[session.kind]
            style = f"background:{kind['colour']};color:{kind['ink']};padding:0 4px"
            parts.append(styled(f"{kind['label']} {session.minutes}", style))
        return Html("<br>".join(parts))


def is_easier(problem: Problem, plan: Plan, week: Week) -> bool:
    """Return whether a week is an easier one on purpose, and none that an illness made small."""
    ill = any(found.ill and found.week == week.number for found in returns(problem, plan))
    return week.easier and bool(plan.in_week(week.number)) and not ill


def phase_words(problem: Problem, plan: Plan, week: Week) -> str:
    """Return the phase, with a star in an easier week; `EASIER` says what the star means."""
    return f"{week.phase}{'*' if is_easier(problem, plan, week) else ''}"


# One plan, or several by name.
Plans = PlanView | Mapping[str, PlanView]


def named(plans: Plans) -> dict[str, PlanView]:
    """Return plans by name; one that stands alone has its scenario's.

    Raises
    ------
    TypeError
        Something else than plans was given, perhaps an answer that holds none.
    """
    by_name = dict(plans) if isinstance(plans, Mapping) else {}
    if isinstance(plans, PlanView):
        by_name = {plans.scenario.publication.name: plans}
    for plan in by_name.values() if isinstance(plans, PlanView | Mapping) else [plans]:
        if not isinstance(plan, PlanView):
            # An outcome without a plan says why there is none.
            given = f"{type(plan).__name__}. {getattr(plan, 'words', '')}".rstrip(". ")
            raise TypeError(f"wanted is a plan, or a mapping of plans by name; got {given}")
    return by_name
