"""Light sessions are light, and the taper has no others."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.counts import sessions_of, slot_sets
from runtall.domain.exercise import LIGHT_KINDS, Pattern, SessionKind, Slot
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem, Week
from runtall.domain.stand_in import unfillable
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, InSession
from runtall.progression.session_time import easy_s, minutes
from runtall.rules._easy_time import easy_seconds
from runtall.rules._words import exercise_words, kind_words, too_many
from runtall.rules.base import Rule

MOST_SETS = {SessionKind.LIGHT: 8, SessionKind.VERY_LIGHT: 6}
# Beside a heavy session a very light one is the smaller one.
MOST_BESIDE = 4
# So that warm-up and mobility are half of a session that goes through its mobility twice.
MOST_TAPER_S = 1200


class TaperLight(Rule):
    """A light session has 8 sets at most, a very light one 6, and the taper has no others.

    For every week w::

        session_sets[w, light] <= 8        session_sets[w, very_light] <= 6

    and where it has a heavy session of kind k, too::

        session_sets[w, very_light] <= min(4, session_sets[w, k])

    In both rows lead: on a day that has something for its row s, the carry c of such a session has
    no more sets::

        sets[w, c] <= sets[w, s]

    And for every taper week, with T the seconds at the bottom of every range, warm-up included::

        held[w, k] = 0  for D1, D2 and merged        T[w, k] <= 1200  for the light kinds

    so that warm-up (5 minutes) and mobility (10) are half of such a session, where its day has
    time for both rounds of mobility. Its exercises are those of the light templates. That all of
    it fits the day is the rule session-length.
    Guide: "Adjust for marathon training phases".
    """

    title = "taper sessions are light, and half of them is mobility"
    source = "guide: phases"
    ties_weeks = False

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound sets and, in the taper, kinds and minutes."""
        for week in problem.weeks:
            taper = week.phase is Phase.TAPER
            for kind in variables.kinds(week.number):
                where = InSession(week.number, kind)
                if kind.heavy:
                    if taper:
                        held = variables.held(week.number, kind)
                        variables.require(self.id, where, held <= 0)
                    continue
                if sum(slot.most for slot in variables.slots(kind)) > MOST_SETS[kind]:
                    sets = variables.session_sets(week.number, kind)
                    variables.require(self.id, where, sets <= MOST_SETS[kind])
                if kind is SessionKind.VERY_LIGHT:
                    self._beside(variables, week.number)
                self._led(problem, variables, week, kind)
                if taper:
                    length = easy_seconds(problem, variables, week.number, kind)
                    variables.require(self.id, where, length <= MOST_TAPER_S)

    def _beside(self, variables: Variables, week: int) -> None:
        """Bound a very light session by each heavy one of its week."""
        where = InSession(week, SessionKind.VERY_LIGHT)
        sets = variables.session_sets(week, SessionKind.VERY_LIGHT)
        for kind in variables.kinds(week):
            if kind.heavy:
                held = variables.held(week, kind)
                over = MOST_SETS[SessionKind.VERY_LIGHT] * (1 - held)
                variables.require(self.id, where, sets <= MOST_BESIDE + over)
                more = variables.session_sets(week, kind) + over
                variables.require(self.id, where, sets <= more)

    def _led(self, problem: Problem, variables: Variables, week: Week, kind: SessionKind) -> None:
        """Bound the carry of a light session by its row."""
        for row, carry in _rows_and_carries(problem, kind):
            sets, most = (variables.sets(week.number, kind, slot) for slot in (carry, row))
            closed = unfillable(problem, week, kind, row)
            most += carry.most * sum(variables.session(day, kind) for day in closed)
            where = InSession(week.number, kind, carry.position)
            variables.require(self.id, where, sets <= most)

    def _taper_faults(self, problem: Problem, session: Session) -> Iterator[str]:
        if session.kind.heavy:
            yield f"{kind_words(session.kind)} session"
            return
        alternatives = {slot.position: slot.alternatives for slot in problem.slots[session.kind]}
        for entry in session.done:
            if entry.exercise not in alternatives.get(entry.position, ()):
                yield f"{exercise_words(problem, entry.exercise)} in place {entry.position}"
        length = minutes(easy_s(session.done, problem.exercises))
        yield too_many(length, MOST_TAPER_S // 60, "minutes")

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each light session with too many sets, and each taper session with too much."""
        for week, session in sessions_of(problem, plan):
            most = MOST_SETS.get(session.kind, session.n_sets)
            if session.kind is SessionKind.VERY_LIGHT:
                heavy = [o.n_sets for o in plan.in_week(week.number) if o.kind.heavy]
                most = min([most, MOST_BESIDE, *heavy]) if heavy else most
            faults = [too_many(session.n_sets, most)]
            if week.phase is Phase.TAPER:
                faults += self._taper_faults(problem, session)
            yield InSession(week.number, session.kind), "; ".join(filter(None, faults))
            for row, carry in _rows_and_carries(problem, session.kind):
                if session.day not in unfillable(problem, week, session.kind, row):
                    sets, most = (slot_sets([session], slot) for slot in (carry, row))
                    where = InSession(week.number, session.kind, carry.position)
                    yield where, too_many(sets, most)

    def say(self, problem: Problem, where: InSession) -> str:
        """Say ``Week 14 (taper): a light session has 8 easy sets at most, in 20 minutes ...``."""
        week, kind = problem.week(where.week), where.kind or SessionKind.LIGHT
        if kind not in LIGHT_KINDS:
            return f"Week {week.number} (taper) has no session but a light one."
        session = f"Week {week.number} ({week.phase}): a {kind_words(kind)} session"
        if where.slot is not None:
            return f"{session} has no more sets of carries than of rows."
        if week.phase is not Phase.TAPER:
            beside = f", {MOST_BESIDE} and no more than it beside a heavy one"
            beside *= kind is SessionKind.VERY_LIGHT
            return f"{session} has {MOST_SETS[kind]} sets at most{beside}."
        length = f"{MOST_TAPER_S // 60} minutes beside its mobility"
        return f"{session} has {MOST_SETS[kind]} easy sets at most, in {length}."


def _rows_and_carries(problem: Problem, kind: SessionKind) -> Iterator[tuple[Slot, Slot]]:
    """Yield the carry of a light session with the pull that leads it."""
    if kind not in LIGHT_KINDS:
        return
    rows = (slot for slot in problem.slots[kind] if slot.pattern is Pattern.PULL)
    carries = (slot for slot in problem.slots[kind] if slot.pattern is Pattern.CARRY)
    yield from zip(rows, carries, strict=False)
