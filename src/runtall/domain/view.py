"""A finished plan with what belongs to it: what tables, comparisons and plots look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.report import Report


@dataclass(frozen=True, slots=True)
class PlanView:
    """A finished plan, the question it answers, and how it was found."""

    problem: Problem
    plan: Plan
    report: Report


# One plan, or several by name.
Plans = PlanView | Mapping[str, PlanView]
