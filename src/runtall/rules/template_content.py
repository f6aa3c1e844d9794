"""A session follows its template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runtall.domain.counts import sessions_of, slots_of
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.relaxation import Relaxation
from runtall.domain.stand_in import fillable
from runtall.domain.variables import Expression, Variables
from runtall.domain.where import Fault, InSession
from runtall.errors.words import counted
from runtall.rules._words import exercise_words, session_of_week
from runtall.rules.base import Rule

# A place in a session (None: all of it), and what is wrong there.
Found = tuple[int | None, str]


class TemplateContent(Rule):
    """A session has each slot of its template once, in order, with one of its alternatives.

    For every week w, kind k and slot s, over the days d of w on which s can be filled::

        2 * sum of does[w, k, s, e] + relaxed[speed_day, w]
            >= 2 * sum of session[d, k] without a speed workout on d
               + sum of session[d, k] after a speed workout

    so that only a declared session after a speed workout may leave s out.
    A slot can be filled on a day if one of its alternatives is possible there, the runner neither
    avoids it nor is hurt by it, and it is no substitute that can be left out late in base. Where
    time is very short any slot may be left out. One exercise a slot, 1 to ``most`` sets and the
    order hold by the decisions' nature.
    Guide: "A simple 2-day upper body plan".
    """

    title = "sessions follow their template"
    source = "guide: 2-day plan"
    ties_weeks = False

    def post(self, problem: Problem, variables: Variables) -> None:
        """Fill every slot of a session, but for the exceptions."""
        if problem.optional_slots:
            return
        for where, slot in slots_of(variables, *problem.weeks):
            week, kind = problem.week(where.week), where.kind
            declared = variables.relaxed(Relaxation.SPEED_DAY, week.number)
            done = sum(variables.does(week.number, kind, slot, key) for key in slot.alternatives)
            days = [problem.days[day] for day in week.days]
            here = [day for day in days if fillable(problem, day, kind, slot)]
            usual = self._on(variables, week, kind, [day for day in here if day.option != "C"])
            speed = self._on(variables, week, kind, [day for day in here if day.option == "C"])
            if isinstance(speed, int):
                claim = done >= usual
            else:
                claim = 2 * done + declared >= 2 * usual + speed
            variables.require(self.id, where, claim)

    def _on(
        self, variables: Variables, week: Week, kind: SessionKind, days: Sequence[Day]
    ) -> Expression:
        """Return the sessions of a kind on some days of a week."""
        if len(days) == len(week.days):
            return variables.held(week.number, kind)
        return sum(variables.session(day.index, kind) for day in days)

    def _entry_faults(self, problem: Problem, session: Session) -> Iterator[Found]:
        slots = {slot.position: slot for slot in problem.slots[session.kind]}
        positions = [entry.position for entry in session.entries]
        if positions != sorted(positions):
            yield None, "exercises out of order"
        for index, entry in enumerate(session.entries):
            slot = slots.get(entry.position)
            words = exercise_words(problem, entry.exercise)
            if slot is None:
                yield entry.position, f"{words}: no such place in the template"
            elif entry.position in positions[:index]:
                yield entry.position, f"{words}: a second exercise in the same place"
            elif entry.exercise not in slot.alternatives:
                yield entry.position, f"{words} takes the place of another exercise"
            elif not 1 <= entry.sets <= slot.most:
                yield entry.position, f"{counted(entry.sets, 'set')}, 1 to {slot.most} allowed"

    def _left_out(self, problem: Problem, plan: Plan, session: Session) -> Iterator[Found]:
        day = problem.days[session.day]
        declared = plan.uses(Relaxation.SPEED_DAY, day.week)
        if problem.optional_slots or (day.option == "C" and declared):
            return
        positions = {entry.position for entry in session.entries}
        for slot in problem.slots[session.kind]:
            if slot.position in positions:
                continue
            if fillable(problem, day, session.kind, slot):
                yield slot.position, f"{exercise_words(problem, slot.alternatives[0])} left out"

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each slot that is left out or filled otherwise than its template has it."""
        for week, session in sessions_of(problem, plan):
            left_out = self._left_out(problem, plan, session)
            for position, found in (*self._entry_faults(problem, session), *left_out):
                yield InSession(week.number, session.kind, position), found

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 3: the D1 session has 1 to 3 sets of one-arm dumbbell row.``."""
        session = session_of_week(where)
        for slot in problem.slots[where.kind]:
            if slot.position == where.slot:
                words = " or ".join(exercise_words(problem, key) for key in slot.alternatives)
                return f"{session} has 1 to {slot.most} sets of {words}."
        return f"{session} has the exercises of its template, in their order."
