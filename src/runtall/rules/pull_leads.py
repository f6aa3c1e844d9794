"""Pulling comes before pushing."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import pattern_sets, slot_sets
from runtall.domain.exercise import Pattern, SessionKind, Slot
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.variables import Claim, Variables
from runtall.rules._weeks import AboutWeeks

# A day with no more time than this may have no room for the whole template.
LITTLE_S = 1800
ROWS = frozenset({"row", "cable_row"})


class PullLeads(AboutWeeks):
    """A week has at least as many pull sets as push sets, and no session without any pull.

    For every week w and every kind k that w may hold::

        pattern[w, pull] >= pattern[w, push]        pattern[w, pull] >= held[w, k]

    and where a day of it has half an hour or less, no carry or core slot s of a heavy session has
    more sets than its row r, or than one, so that little time is not filled with what is quickest::

        sets[w, k, s] <= max(1, sets[w, k, r])

    Guide: "Pulling exercises", "Only training chest and arms".
    """

    title = "pull sets at least as many as push sets"
    source = "guide: pulling exercises"
    sentence = (
        "Week {week} needs a row or another pull, at least as many pull sets as push sets, and "
        "where time is short no more of a carry or core than of the row."
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
        for kind in kinds:
            for row, other in _compared(problem, week, kind):
                rows, others = (variables.reaches(week.number, kind, s) for s in (row, other))
                yield sum(others[1:]) <= sum(rows[1:])

    def fault(self, problem: Problem, plan: Plan, week: Week) -> str:
        """Return the sets of a week that pushes more than it pulls, or doesn't pull at all."""
        pull = pattern_sets(problem, plan, week.number, Pattern.PULL)
        push = pattern_sets(problem, plan, week.number, Pattern.PUSH)
        if pull < push or (plan.in_week(week.number) and pull < 1):
            return f"{pull} pull sets, {push} push sets"
        return "; ".join(
            f"{sets} sets of {other.name}, {rows} of rows"
            for session in plan.in_week(week.number)
            for row, other in _compared(problem, week, session.kind)
            if (sets := slot_sets([session], other)) > max(1, rows := slot_sets([session], row))
        )


def _compared(problem: Problem, week: Week, kind: SessionKind) -> Iterator[tuple[Slot, Slot]]:
    """Yield the row of a heavy session with each carry and core slot, in a week of little time."""
    little = any(day.cap_s <= LITTLE_S for day in problem.open_days(week))
    slots = problem.slots[kind] if little and kind.heavy else ()
    for row in (slot for slot in slots if slot.name in ROWS):
        for other in slots:
            if other.pattern in {Pattern.CARRY, Pattern.CORE}:
                yield row, other
