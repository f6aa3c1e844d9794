"""A week's sets as a share of those of earlier weeks: what deload and peak weeks have in common."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from runtall.domain.after_gaps import follows_gap, gaps_before
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.reach import Reach
from runtall.domain.relaxation import Relaxation
from runtall.domain.variables import Claim, Expression, Literal, Variables
from runtall.domain.where import Fault, InWeek
from runtall.errors.words import counted
from runtall.rules._weeks import fewest_total, in_question
from runtall.rules.base import Rule

MOST_SESSIONS = 2
# What leaves one session of two.
HALF = (Relaxation.SINGLE, Relaxation.CUT_SHORT)

# The sum of the weeks that others are measured by, and on what condition it bounds from above.
Measure = tuple[Expression, tuple[Literal, ...]]


class KeepsShare(Rule):
    """Weeks that keep a share of the mean sets of some earlier weeks.

    Where a week gives up one of two sessions, the other is measured against half of the mean,
    unless the rule leaves it to another one; what an illness leaves of it only from below. A
    skipped week has no lower bound. Of two earlier weeks the one stands in for the other if that
    was skipped; where all were, there is nothing to compare with. For a week that follows a gap the
    last one stands in that doesn't, if it had more: what was reached before is the measure, not the
    way back; then, and where a week itself follows a gap, there is no lower bound, and one set of
    each exercise is allowed. A week that gave up one of its
    two sessions counts twice. Bounds are rounded down; the upper one is rounded up where time is
    very short: a fifth of a handful of sets is no set. A rule may round the lower one up.
    """

    reach = Reach.TOTALS
    # Fewest and most sets, in percent of the mean.
    low: int
    high: int
    # Whether the lower bound is rounded up.
    strict = False
    # Whether it speaks of weeks that give up one of two sessions.
    measures_single = True

    def references(self, problem: Problem, week: Week) -> tuple[Week, ...]:
        """Return the weeks that a week with sessions is measured by; none where it isn't."""
        raise NotImplementedError

    def _measured(self, problem: Problem) -> Iterator[tuple[Week, tuple[Week, ...]]]:
        for week in problem.weeks:
            if week.n_sessions and (references := self.references(problem, week)):
                yield week, references

    def post(self, problem: Problem, variables: Variables) -> None:
        """Bound each such week by those before it; all with the same ones share their sum."""
        measures: dict[tuple[Week, ...], Measure] = {}
        for week, references in self._measured(problem):
            if references not in measures:
                measures[references] = self._measure(problem, variables, references)
            self._post_week(problem, variables, week, references, measures[references])

    def _measure(
        self, problem: Problem, variables: Variables, references: tuple[Week, ...]
    ) -> Measure:
        totals = [self._reached(problem, variables, week) for week in references]
        name = f"{self.id}/reference/w{references[-1].number:02}"
        skipped = {week: variables.relaxed(Relaxation.SKIP, week.number) for week in references}
        if not any(variables.bounds(literal)[1] for literal in skipped.values()):
            return sum(totals), ()
        compared = variables.bool_var(f"{name}/compared")
        for week in references:
            variables.define(compared + skipped[week] >= 1)
        if len(totals) == 1:
            return totals[0], (compared,)
        most = max(variables.bounds(total)[1] for total in totals)
        measured = []
        for week, own, other in zip(references, totals, reversed(totals), strict=True):
            trained = variables.bool_var(f"{name}/trained/w{week.number:02}")
            variables.define(trained + skipped[week] == 1)
            sets = variables.int_var(0, most, f"{name}/sets/w{week.number:02}")
            variables.define(sets == own, when=[trained])
            variables.define(sets == other, when=[skipped[week]])
            measured.append(sets)
        return sum(measured), (compared,)

    def _reached(
        self, problem: Problem, variables: Variables, week: Week, *, skips: bool = False
    ) -> Expression:
        """Return the sets of a week; of one that a gap made small those before it, if more.

        Parameters
        ----------
        skips
            Whether one stands in for a skipped week, too.
        """
        own, earlier = self._doubled(problem, variables, week), _earlier(problem, week)
        reasons = [gaps_before(problem, variables, week.number)]
        if skips:
            reasons.append(variables.relaxed(Relaxation.SKIP, week.number))
        known = in_question(variables, reasons)
        if earlier is None or known == []:
            return own
        before = self._reached(problem, variables, earlier, skips=True)
        name = f"{self.id}/reached/w{week.number:02}/{skips}"
        larger = variables.maximum(f"{name}/larger", [own, before])
        if known is None:
            return larger
        most = max(variables.bounds(sets)[1] for sets in (own, before))
        sets = variables.int_var(0, most, name)
        here, back = (variables.bool_var(f"{name}/{word}") for word in ("here", "back"))
        variables.define(here + back == 1)
        variables.define(back <= sum(known))
        for reason in known:
            variables.define(reason <= variables.bounds(reason)[1] * back)
        variables.define(sets == own, when=[here])
        variables.define(sets == larger, when=[back])
        return sets

    def _doubled(self, problem: Problem, variables: Variables, week: Week) -> Expression:
        """Return the sets of a week, twice those of its one session if it gave up the other."""
        total = variables.total(week.number)
        single = _gave_up_one(problem, variables, week)
        if week.n_sessions < MOST_SESSIONS or variables.bounds(single) == (0, 0):
            return total
        most = variables.bounds(total)[1]
        name = f"{self.id}/doubled/w{week.number:02}"
        whole, sets = variables.bool_var(f"{name}/whole"), variables.int_var(0, 2 * most, name)
        variables.define(whole + single == 1)
        variables.define(sets == total, when=[whole])
        variables.define(sets == 2 * total, when=[single])
        return sets

    def _post_week(
        self,
        problem: Problem,
        variables: Variables,
        week: Week,
        references: tuple[Week, ...],
        measure: Measure,
    ) -> None:
        """Post both bounds; in a model that relaxes, with what its declarations change."""
        n = len(references)
        where, total = InWeek(week.number), variables.total(week.number)
        reference, compared = measure

        def most(*, halved: bool) -> Claim:
            part, whole = _share(self.high, n, halved=halved).as_integer_ratio()
            up = whole - 1 if problem.tiny_sessions else 0
            return whole * total <= part * reference + up

        def fewest(*, halved: bool) -> Claim:
            part, whole = _share(self.low, n, halved=halved).as_integer_ratio()
            down = 0 if self.strict else whole - 1
            return whole * total >= part * reference - down

        spared = sum(gaps_before(problem, variables, near.number) for near in (week, *references))
        enough = list(compared)
        if variables.bounds(spared)[1]:
            few, many = (variables.bool_var(f"{self.id}/{n}/{where}") for n in ("few", "many"))
            variables.define(few + many == 1)
            variables.define(few <= spared)
            variables.define(total <= fewest_total(problem, week), when=[few])
            enough.append(many)
        variables.require(self.id, where, most(halved=False), when=enough)
        if not variables.relaxes(week.number) and variables.bounds(spared)[1] == 0:
            variables.require(self.id, where, fewest(halved=False))
            return
        skip = variables.relaxed(Relaxation.SKIP, week.number)
        single = self._single(week) * _gave_up_one(problem, variables, week)
        whole = variables.bool_var(f"{self.id}/whole/{where}")
        variables.define(whole + skip + single + spared >= 1)
        variables.require(self.id, where, fewest(halved=False), when=[whole])
        if self.measures_single and self._single(week):
            kept = variables.bool_var(f"{self.id}/kept/{where}")
            variables.define(kept + skip + spared >= 1)
            merged = variables.relaxed(Relaxation.SINGLE, week.number)
            variables.require(self.id, where, most(halved=True), when=[*compared, merged])
            variables.require(self.id, where, fewest(halved=True), when=[kept])

    def _single(self, week: Week) -> bool:
        """Return whether the week can give up one of two sessions."""
        return week.n_sessions == MOST_SESSIONS

    def faults(self, problem: Problem, plan: Plan) -> Iterator[Fault]:
        """Yield each such week with too many or too few sets."""
        for week, references in self._measured(problem):
            total = plan.total(week.number)
            single = self._single(week) and _one_given_up(problem, plan, week)
            halved = single and self.measures_single
            totals = [self._reached_total(problem, plan, other) for other in references]
            skipped = [plan.uses(Relaxation.SKIP, other.number) for other in references]
            reference = sum(
                other if absent else own
                for own, other, absent in zip(totals, reversed(totals), skipped, strict=True)
            )
            low = reference * _share(self.low, len(references), halved=halved)
            merged = halved and plan.uses(Relaxation.SINGLE, week.number)
            high = reference * _share(self.high, len(references), halved=merged)
            most = ceil(high) if problem.tiny_sessions else floor(high)
            exempt = plan.uses(Relaxation.SKIP, week.number) or (single and not halved)
            if any(follows_gap(problem, plan, near.number) for near in (week, *references)):
                exempt, most = True, max(most, fewest_total(problem, week))
            fewest = 0 if exempt else ceil(low) if self.strict else floor(low)
            if not fewest <= total <= (max(most, total) if all(skipped) else most):
                yield InWeek(week.number), f"{counted(total, 'set')}, {fewest} to {most} allowed"

    def _reached_total(
        self, problem: Problem, plan: Plan, week: Week, *, skips: bool = False
    ) -> int:
        back = follows_gap(problem, plan, week.number)
        back |= skips and plan.uses(Relaxation.SKIP, week.number)
        earlier = _earlier(problem, week)
        own = self._doubled_total(problem, plan, week)
        if back and earlier is not None:
            return max(own, self._reached_total(problem, plan, earlier, skips=True))
        return own

    def _doubled_total(self, problem: Problem, plan: Plan, week: Week) -> int:
        single = self._single(week) and _one_given_up(problem, plan, week)
        return plan.total(week.number) * (1 + single)


def _gave_up_one(problem: Problem, variables: Variables, week: Week) -> Literal:
    """Return 1 if a week has one of its two sessions, or both in one, else 0."""
    single, cut_short = (variables.relaxed(step, week.number) for step in HALF)
    if not problem.before_illness(week) or variables.bounds(cut_short) == (0, 0):
        return single
    either = variables.bool_var(f"half/w{week.number:02}")
    variables.define(either == single + cut_short)
    return either


def _one_given_up(problem: Problem, plan: Plan, week: Week) -> bool:
    steps = HALF if problem.before_illness(week) else HALF[:1]
    return any(plan.uses(step, week.number) for step in steps)


def _earlier(problem: Problem, week: Week) -> Week | None:
    """Return the last growing week before one that has as many sessions, ours and own ones."""
    same = (
        other
        for other in reversed(problem.growing_weeks())
        if other.number < week.number
        and (other.n_sessions, bool(other.own)) == (week.n_sessions, bool(week.own))
    )
    return next(same, None)


def _share(percent: int, n: int, *, halved: bool) -> Fraction:
    """Return the part of n weeks' sum, or of half of it, that is this percentage of their mean."""
    return Fraction(percent, 100 * n * (2 if halved else 1))
