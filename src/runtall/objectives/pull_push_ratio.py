"""How many pulls for a push."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from runtall.domain.after_gaps import follows_gap
from runtall.domain.counts import pattern_sets
from runtall.domain.exercise import Pattern, SessionKind
from runtall.domain.library import templates
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.relaxation import Relaxation
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._way_back import on_way_back
from runtall.objectives._weighted import Weighted
from runtall.progression.short_template import is_short

# Fewest pulls for a push, as a fraction: 1.8. The most are those of the templates.
LOW = (9, 5)


class PullPushRatio(Weighted):
    """About two sets of pulling for one of pushing, as in the guide's templates.

    For every base and peak week, whole base weeks away left out, with its pull and push sets::

        weight * max(0, 9 push - 5 pull, 5 pull - 11 (push + lacking))      with two sessions
        weight * max(0, 9 push - 5 pull, 2 pull - 5 (push + lacking))       with one

    which is 0 from 1.8 pulls for a push to those of the templates: 2.2, or 2.5 in one session for
    both days, whose row would else wait for its third set. ``lacking`` are the push sets of the
    templates for which there is nothing to press with: no pull is given up for those. Where a
    session's day in base has no room for its whole template, pulls are never too many: rows stay
    when presses go, and only the first part counts; in the peak, whose sessions are smaller, both
    lose their share.
    Only the first part counts, too, where a sign or a press that hurts asks for pulls, where an
    illness ended the week before its push day, and on a way back: of few sets rows go last.
    Arithmetic on the guide's Day 1 and Day 2.
    """

    title = "about two pulls for a push"
    source = "guide: templates"
    tier = Tier.BALANCE

    def _weeks(self, problem: Problem) -> tuple[Week, ...]:
        weeks = problem.phase_weeks(Phase.BASE) + problem.phase_weeks(Phase.PEAK)
        return tuple(week for week in weeks if not week.elsewhere)

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield how far each week lies outside the ratios: too few pulls, or too many."""
        for week in self._weeks(problem):
            pull = variables.pattern(week.number, Pattern.PULL)
            push = variables.pattern(week.number, Pattern.PUSH)
            name = f"{self.id}/w{week.number:02}"
            few = variables.positive_part(f"{name}/few", LOW[0] * push - LOW[1] * pull)
            if _pulls_asked(problem):
                yield few
                continue
            more = _too_many(problem, week, pull, push)
            most = variables.bounds(more)[1]
            days = itertools.product(problem.open_days(week), variables.kinds(week.number))
            short = sum(
                variables.session(day.index, kind)
                for day, kind in days
                if _lacks_room(problem, day, kind)
            )
            short += variables.relaxed(Relaxation.CUT_SHORT, week.number)
            short += on_way_back(problem, variables, week.number)
            yield few + variables.positive_part(f"{name}/many", more - max(0, most) * short)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, week by week."""
        for week in self._weeks(problem):
            pull = pattern_sets(problem, plan, week.number, Pattern.PULL)
            push = pattern_sets(problem, plan, week.number, Pattern.PUSH)
            sessions = plan.in_week(week.number)
            placed = ((problem.days[session.day], session.kind) for session in sessions)
            short = any(day.is_open and _lacks_room(problem, day, kind) for day, kind in placed)
            short |= plan.uses(Relaxation.CUT_SHORT, week.number)
            short |= follows_gap(problem, plan, week.number)
            uncounted = short or _pulls_asked(problem)
            many = 0 if uncounted else _too_many(problem, week, pull, push)
            yield max(0, LOW[0] * push - LOW[1] * pull, many)


def _lacks_room(problem: Problem, day: Day, kind: SessionKind) -> bool:
    """Return whether a day of base has no room for the whole template."""
    return day.phase is Phase.BASE and is_short(problem, day, kind)


def _pulls_asked(problem: Problem) -> bool:
    """Return whether a sign, or a press that hurts, asks for sets of a pull."""
    slots = (slot for of_kind in problem.slots.values() for slot in of_kind)
    return any(slot.pattern is Pattern.PULL and slot.name in problem.focus for slot in slots)


def _too_many(problem: Problem, week: Week, pull: Expression, push: Expression) -> Expression:
    """Return how far pulls are over the share that they have in the week's templates, times it.

    Push sets of the templates that no equipment is there for count as done.
    """
    slots = [slot for kind in week.kinds for slot in templates()[kind].slots]
    there = {slot.name for kind in week.kinds for slot in problem.slots[kind]}
    pushes = [slot for slot in slots if slot.pattern is Pattern.PUSH]
    pulls = sum(slot.full for slot in slots if slot.pattern is Pattern.PULL)
    lacking = sum(slot.full for slot in pushes if slot.name not in there)
    return sum(slot.full for slot in pushes) * pull - pulls * (push + lacking)
