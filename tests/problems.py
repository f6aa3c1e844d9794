"""Small problems for tests, made without scenario files."""

from __future__ import annotations

from datetime import date
from typing import Any

from runtall.domain.calendar import Calendar
from runtall.domain.derive import derive
from runtall.domain.problem import Problem
from runtall.domain.request import Request
from runtall.domain.run_plan import Run, RunKind

SAMPLE_WEEK = "easy workout easy? easy easy? long recovery?"
"""The guide's own week, Monday first."""


def runs_of(words: str) -> tuple[Run, ...]:
    """Runs of one day: ``easy``, ``easy?`` (optional), ``easy+workout``."""
    return tuple(
        Run(RunKind(word.rstrip("?")), optional=word.endswith("?")) for word in words.split("+")
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
