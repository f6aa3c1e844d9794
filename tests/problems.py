"""Small problems for tests, made without scenario files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from runtall.derivation.derive import derive
from runtall.domain.calendar import Calendar
from runtall.domain.exercise import SessionKind
from runtall.domain.library import templates
from runtall.domain.problem import Problem
from runtall.domain.request import Request
from runtall.domain.run_plan import Run, RunKind
from runtall.domain.scenario import Publication, Scenario, SolverSettings

SAMPLE_WEEK = "easy workout easy? easy easy? long recovery?"
"""The guide's own week, Monday first."""


def runs_of(words: str) -> tuple[Run, ...]:
    """Runs of one day: ``easy``, ``easy?`` (optional), ``easy+workout``, ``tuneup=10`` (km)."""
    return tuple(map(_run_of, words.split("+")))


def _run_of(word: str) -> Run:
    kind, _, km = word.rstrip("?").partition("=")
    return Run(
        RunKind(kind), distance_m=1000 * int(km) if km else None, optional=word.endswith("?")
    )


def request(
    week: str = SAMPLE_WEEK,
    *,
    weeks: int = 16,
    race_date: date = date(2027, 4, 25),
    changes: dict[int, str] | None = None,
    **options: Any,
) -> Request:
    """Request of a weekly run plan; ``changes`` gives other runs on single day indices."""
    calendar = Calendar(race_date, weeks)
    template = [runs_of(words) for words in week.split()]
    runs = [template[day % 7] for day in range(calendar.n_days)]
    for day, words in (changes or {}).items():
        runs[day] = runs_of(words)
    for day in range(calendar.race_day + 1, calendar.n_days):
        runs[day] = ()
    runs[calendar.race_day] = (Run(RunKind.RACE),)
    return Request(calendar, tuple(runs), **options)


def problem(week: str = SAMPLE_WEEK, **options: Any) -> Problem:
    """Problem of such a request."""
    return derive(request(week, **options))


def with_alternatives(problem: Problem, alternatives: Mapping[str, tuple[str, ...]]) -> Problem:
    """The problem with other alternatives in the slots of these names, in every session kind."""
    slots = {
        kind: tuple(
            replace(slot, alternatives=alternatives.get(slot.name, slot.alternatives))
            for slot in of_kind
        )
        for kind, of_kind in problem.slots.items()
    }
    return replace(problem, slots=slots)


def with_whole_templates(problem: Problem) -> Problem:
    """The problem with every slot of the templates, also those that nothing can fill.

    What rules say of exercises that this runner has no use for can be tested only so.
    """
    derived = {(kind, slot.position): slot for kind in SessionKind for slot in problem.slots[kind]}
    slots = {
        kind: tuple(derived.get((kind, slot.position), slot) for slot in template.slots)
        for kind, template in templates().items()
    }
    return replace(problem, slots=slots)


def scenario_of(problem: Problem, units: str = "metric") -> Scenario:
    """The scenario of a problem that was made by hand."""
    publication = Publication("by hand", "by-hand", units=units)
    return Scenario(problem, publication, SolverSettings(), {}, "")
