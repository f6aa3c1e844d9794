"""What a week is for, in a line: the heading of its cards."""

from __future__ import annotations

from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.exporters.clean import one_line
from runtall.progression.blocks import LABELS, block_of
from runtall.progression.coming_back import back_at
from runtall.progression.texts import say


def week_words(problem: Problem, plan: Plan, week: Week) -> str:
    """Return what a week is for: the words of its block, unless a break says something else."""
    sessions = plan.in_week(week.number)
    if not sessions:
        return say("week_own" if week.own else "week_none")
    backs = [back_at(problem, plan, session.day) for session in sessions]
    if any(back and back.small for back in backs) and week.phase is not Phase.TAPER:
        return say("week_back")
    return LABELS[block_of(problem, week)]


def own_words(problem: Problem, day: int) -> list[str]:
    """Return the run plan's own strength sessions of a day: ``Gym (your own)``."""
    return [f"{one_line(own.title)} (your own)" for own in problem.days[day].own]
