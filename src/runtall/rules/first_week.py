"""A small start."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.athlete import Experience
from runtall.domain.counts import sessions_of
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.variables import Variables
from runtall.domain.where import Fault, InSession, InWeek
from runtall.errors.words import counted
from runtall.rules._words import session_of_week, too_many
from runtall.rules.base import Rule

FIRST_SESSION = 9
# Five exercises of five sets are too much for anybody here.
MOST_SESSION = 24


def most_sets(problem: Problem, week: Week) -> int:
    """Return the most sets of one session of a week."""
    gentle = (
        week.number == problem.first_week
        and problem.request.athlete.experience is not Experience.TRAINED
    )
    return FIRST_SESSION if gentle else MOST_SESSION


class FirstWeek(Rule):
    """The first week has few sets, no session of it more than 9, and no session ever 25.

    With f the week in which the plan starts, 1 unless the runner says otherwise::

        total[f] <= first_sets              16, or 22 for a trained lifter; 8 for all with
                                            one session a week
        session_sets[f, k] <= 9             for every kind k, but for a trained lifter
        session_sets[w, k] <= 24            for every week w

    Guide: "Keep soreness low", "Doing too much, too soon".
    """

    title = "a small first week"
    source = "guide: soreness, too much too soon"
    reach = Reach.TOTALS
    ties_weeks = False

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound the first week and its sessions; templates keep all others small enough."""
        first = problem.first_week
        variables.require(self.id, InWeek(first), variables.total(first) <= problem.first_sets)
        for week in problem.weeks:
            most = most_sets(problem, week)
            for kind in variables.kinds(week.number):
                if sum(slot.most for slot in variables.slots(kind)) > most:
                    small = variables.session_sets(week.number, kind) <= most
                    variables.require(self.id, InSession(week.number, kind), small)

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield the first week where it has too many sets, and each session that does."""
        first = problem.first_week
        yield InWeek(first), too_many(plan.total(first), problem.first_sets)
        for week, session in sessions_of(problem, plan):
            found = too_many(session.n_sets, most_sets(problem, week))
            yield InSession(week.number, session.kind), found

    def say(self, problem: Problem, where: InSession | InWeek) -> str:
        """Say ``Week 1 starts small: 16 sets at most.``."""
        if isinstance(where, InWeek):
            return f"Week {where.week} starts small: {problem.first_sets} sets at most."
        session, most = session_of_week(where), most_sets(problem, problem.week(where.week))
        return f"{session} has at most {counted(most, 'set')}."
