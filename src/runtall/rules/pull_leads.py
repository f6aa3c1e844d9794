"""Pulling comes before pushing."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import pattern_sets
from runtall.domain.exercise import Pattern
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.variables import Claim, Variables
from runtall.rules._weeks import AboutWeeks


class PullLeads(AboutWeeks):
    """A week has at least as many pull sets as push sets, and no session without any pull.

    For every week w and every kind k that w may hold::

        pattern[w, pull] >= pattern[w, push]        pattern[w, pull] >= held[w, k]

    Guide: "Pulling exercises", "Only training chest and arms".
    """

    title = "pull sets at least as many as push sets"
    source = "guide: pulling exercises"
    sentence = (
        "Week {week} needs a row or another pull, and at least as many pull sets as push sets."
    )
    ties_weeks = False

    def claims(self, problem: Problem, variables: Variables, week: Week) -> Iterator[Claim]:
        """Compare pull with push, and ask for a pull where a session is held."""
        kinds = variables.kinds(week.number)
        pull = variables.pattern(week.number, Pattern.PULL)
        push = variables.pattern(week.number, Pattern.PUSH)
        least, _ = variables.bounds(pull)
        if least < variables.bounds(push)[1]:
            yield pull >= push
        if least == 0:
            for kind in kinds if variables.relaxes(week.number) else kinds[:1]:
                yield pull >= variables.held(week.number, kind)

    def fault(self, problem: Problem, plan: Plan, week: Week) -> str:
        """Return the sets of a week that pushes more than it pulls, or doesn't pull at all."""
        pull = pattern_sets(problem, plan, week.number, Pattern.PULL)
        push = pattern_sets(problem, plan, week.number, Pattern.PUSH)
        wrong = pull < push or (plan.in_week(week.number) and pull < 1)
        return f"{pull} pull sets, {push} push sets" if wrong else ""
