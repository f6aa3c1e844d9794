"""Rows are the last to be cut."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import slot_sets
from runtall.domain.exercise import Pattern, SessionKind, Slot
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.stand_in import unfillable
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, InSession
from runtall.progression.short_template import ROWS
from runtall.rules._words import exercise_words, session_of_week, too_many
from runtall.rules.base import Rule


class RowsLead(Rule):
    """Where a week is cut, no press and no other pull keeps more sets than the row.

    For every deload, tune-up and peak week w that isn't away, every kind k with its row r, and
    every slot s of k for a press or another pull, also one that a sign asks for::

        sets[w, k, s] <= max(1, sets[w, k, r])

    and one less for the second press of k, which goes before rows; for the presses of D2 the row of
    D1 counts as well, where w holds it. Said to the solver set by set, as
    reaches[s, n] <= reaches[r, n], and not where the day has nothing for the row.
    Guide: "Only training chest and arms": rows and pulls lead.
    """

    title = "no press or other pull keeps more sets than the row"
    source = "guide: rows and pulls lead"
    can_be_off = True

    def _bounds(self, problem: Problem) -> Iterator[tuple[Week, SessionKind, Slot, SessionKind]]:
        """Yield each slot that is bound in a week, and the kind whose row it is bound by."""
        for week in problem.weeks:
            if week.away or not (week.easier or week.phase is Phase.PEAK):
                continue
            for kind, slots in problem.slots.items():
                presses = [slot for slot in slots if slot.pattern is Pattern.PUSH]
                pulls = [slot for slot in slots if slot.pattern is Pattern.PULL]
                if _row(problem, kind):
                    bound = presses + [slot for slot in pulls if slot.name not in ROWS]
                    yield from ((week, kind, slot, kind) for slot in bound)
                if kind is SessionKind.D2 and _row(problem, SessionKind.D1):
                    yield from ((week, kind, slot, SessionKind.D1) for slot in presses)

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound each set by the row's set of that number."""
        for week, kind, slot, by in self._bounds(problem):
            if not {kind, by} <= {*variables.kinds(week.number)}:
                continue
            row = _row(problem, by)[0]
            closed = unfillable(problem, week, by, row)
            free = sum(variables.session(day, by) for day in closed)
            free += 0 if by is kind else 1 - variables.held(week.number, by)
            fewer = _fewer(problem, kind, slot, by)
            leads = [*variables.reaches(week.number, by, row), *[0] * slot.most][1 + fewer :]
            where = InSession(week.number, kind, slot.position)
            every = variables.reaches(week.number, kind, slot)[1:]
            for does, led in zip(every, leads, strict=False):
                variables.require(self.id, where, does <= led + free)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each press and pull with more sets than the row."""
        for week, kind, slot, by in self._bounds(problem):
            sessions, row = plan.in_week(week.number), _row(problem, by)[0]
            leading = [session for session in sessions if session.kind is by]
            closed = unfillable(problem, week, by, row)
            if leading and not any(session.day in closed for session in leading):
                sets = slot_sets([s for s in sessions if s.kind is kind], slot)
                where = InSession(week.number, kind, slot.position)
                yield (
                    where,
                    too_many(
                        sets, max(1, slot_sets(leading, row) - _fewer(problem, kind, slot, by))
                    ),
                )

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 12: the D2 session has no more sets of push-up than the row.``."""
        slot = next(s for s in problem.slots[where.kind] if s.position == where.slot)
        words = " or ".join(exercise_words(problem, key) for key in slot.alternatives)
        return f"{session_of_week(where)} has no more sets of {words} than the row."


def _fewer(problem: Problem, kind: SessionKind, slot: Slot, by: SessionKind) -> bool:
    """Return whether a slot is the second press beside a row: it has fewer sets."""
    presses = [other for other in problem.slots[kind] if other.pattern is Pattern.PUSH]
    return kind is by and slot in presses[1:]


def _row(problem: Problem, kind: SessionKind) -> list[Slot]:
    """Return the slot of a kind's row, if there is anything for it."""
    return [slot for slot in problem.slots[kind] if slot.name in ROWS]
