"""The best plans of a small problem, found by trying every plan with the check alone.

Nothing here knows the solver or its expressions. What is left out unseen is left out for a
reason that `test_brute_force` holds against random plans:

* what a rule finds in a part of a plan, it finds in the whole (``WITHIN_WEEKS`` in one week,
  ``BETWEEN_WEEKS`` in all weeks up to one, ``PLACING`` before there are exercises);
* last resorts are priced week by week, placement without exercises and at no less than what
  its weeks cost one by one, and all but preferences and tie-breaks without mobility.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from heapq import heappop, heappush, merge
from itertools import chain, combinations, groupby, product
from operator import itemgetter
from typing import TypeVar

from runtall.check.violations import violations
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem, Week
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.tier import Tier
from runtall.domain.where import OnDay
from runtall.objectives.all import OBJECTIVES
from runtall.rules.all import RULES
from runtall.rules.base import Rule


def _rules(*ids: str) -> tuple[Rule, ...]:
    chosen = tuple(rule for rule in RULES if rule.id in ids)
    assert len(chosen) == len(ids), "a rule has gone"
    return chosen


COUNTING = _rules("weekly-sessions")
"""Of kinds and relaxations alone."""
DAILY = _rules(
    "session-days",
    "run-first",
    "speed-day",
    "rest-before-long-run",
    "sunday-long-run",
    "availability",
    "tuneup-eve",
    "race-week",
)
"""Of one session's day; exercises can only make it worse."""
PLACING = (*COUNTING, *DAILY, *_rules("locked-days", "spacing"))
SESSION = _rules(
    "clean-sets",
    "session-length",
    "small-after-speed",
    "distinct-exercises",
    "pain",
    "equipment",
    "template-content",
    "no-empty-session",
    "taper-light",
    "avoided-exercises",
)
"""Of one session and its week's relaxations."""
BETWEEN_WEEKS = _rules(
    "first-week-sets",
    "weekly-growth",
    "alternate",
    "extra-set",
    "one-session-peak",
    "push-never-outpaces",
    "peak-cut",
    "taper-total",
    "taper-adds-nothing",
    "carries-keep-sets",
    "no-new-exercise",
    "deload",
    "relaxation-limits",
    "small-when-close",
)
ACROSS = _rules("alternate", "spacing", "relaxation-limits")
"""Between weeks, of days and relaxations alone."""
WITHIN_WEEKS = tuple(rule for rule in RULES if rule not in BETWEEN_WEEKS)
MOBILITY = _rules("mobility-days", "availability", "race-week")
WITHOUT_MOBILITY = (
    Tier.LAST_RESORT, Tier.PLACEMENT, Tier.DOSE, Tier.BALANCE, Tier.PROGRESSION,
)  # fmt: skip

T = TypeVar("T")
Steps = tuple[Relaxed, ...]
Days = tuple[tuple[SessionKind, int], ...]
Part = tuple[Session, ...]


@dataclass(frozen=True)
class Best:
    """Value of each tier, and every plan that has them."""

    values: tuple[int, ...]
    plans: tuple[Plan, ...]


def tidy(plan: Plan) -> Plan:
    """The plan in one certain order, so that equal plans are equal."""
    return Plan(
        tuple(sorted(plan.sessions, key=lambda session: (session.day, session.kind))),
        tuple(sorted(plan.mobility)),
        tuple(sorted(plan.relaxed)),
    )


def value(problem: Problem, plan: Plan, tier: Tier) -> int:
    """What a plan costs in one tier."""
    return sum(o.value(problem, plan) for o in OBJECTIVES if o.tier is tier)


def broken(
    problem: Problem, plan: Plan, rules: Iterable[Rule], weeks: range | Sequence[int]
) -> bool:
    """Whether some of these rules is broken in some of these weeks."""
    return any(
        violation.where.key[0] in weeks
        for rule in rules
        if problem.on(rule.id)
        for violation in rule.check(problem, plan)
    )


def best(problem: Problem) -> Best | None:
    """The least lexicographic value of all plans without a violation; None if there is none."""

    def priced(plan: Plan) -> tuple[tuple[int, ...], Plan]:
        return tuple(value(problem, plan, tier) for tier in WITHOUT_MOBILITY), plan

    for weeks, same in _by_last_resorts(problem):
        for _, group in groupby(same, key=lambda skeleton: skeleton.placement):
            plans = [
                Plan(sessions, (), skeleton.steps)
                for skeleton in group
                for sessions in _fill(problem, weeks, skeleton, ())
            ]
            # What costs most is the whole check: those that cost more than a good one need none.
            for _, alike in groupby(sorted(map(priced, plans), key=itemgetter(0)), itemgetter(0)):
                good = [plan for _, plan in alike if not violations(problem, plan)]
                if good:
                    return _best_of(problem, good)
    return None


def front(problem: Problem, uses: Collection[Relaxed]) -> set[tuple[int, int]]:
    """Costs (placement, dose) of which no plan with as few last resorts beats both.

    Of plans that give up nothing but what is among ``uses``.
    """
    points: set[tuple[int, int]] = set()
    best: float = float("inf")

    def better(plan: Plan) -> bool:
        return value(problem, plan, Tier.DOSE) < best

    for weeks, same in _by_last_resorts(problem, uses):
        for skeleton in same:
            for sessions in _fill(problem, weeks, skeleton, (), better):
                plan = Plan(sessions, (), skeleton.steps)
                if not violations(problem, plan):
                    best = value(problem, plan, Tier.DOSE)
                    points = {point for point in points if point[0] < skeleton.placement}
                    points.add((skeleton.placement, int(best)))
        if points:
            break
    return points


def _by_last_resorts(
    problem: Problem, uses: Collection[Relaxed] | None = None
) -> Iterator[tuple[list[_Week], Iterator[_Skeleton]]]:
    """Skeletons by what their last resorts cost, the least first; each time by placement."""
    weeks = [_Week(problem, week, uses) for week in problem.weeks]
    for price in range(sum(max(week.choices, default=0) for week in weeks) + 1):
        yield (
            weeks,
            merge(
                *(_skeletons(problem, choices) for choices in _at_price(weeks, price)),
                key=lambda skeleton: skeleton.placement,
            ),
        )


@dataclass(frozen=True)
class _Choice:
    """Relaxations, kinds and days of one week, and what placement costs there at least."""

    steps: Steps
    days: Days
    cost: int


class _Week:
    """Everything that one week may hold as far as the week itself decides.

    What can be done on its days is worked out when somebody asks for it, and once.
    """

    def __init__(self, problem: Problem, week: Week, uses: Collection[Relaxed] | None) -> None:
        self.problem, self.week = problem, week
        steps = (Relaxed(week.number, step) for step in Relaxation)
        self.uses = [used for used in steps if uses is None or used in uses]
        self.number = (week.number,)
        self._parts: dict[tuple[Steps, Days], list[Part]] = {}
        self._single: dict[tuple[Steps, SessionKind, int], list[Session]] = {}
        self.choices: dict[int, list[_Choice]] = {}
        for steps, kinds in self._counts():
            price = value(problem, Plan((), (), steps), Tier.LAST_RESORT)
            self.choices.setdefault(price, []).extend(self._placed(steps, kinds))
        for choices in self.choices.values():
            choices.sort(key=lambda choice: choice.cost)

    def _counts(self) -> Iterator[tuple[Steps, tuple[SessionKind, ...]]]:
        """Relaxations with the kinds of session that they ask for; never two of a kind."""
        for steps in _subsets(self.uses):
            for kinds in _subsets(SessionKind):
                sessions = tuple(Session(self.week.days[0], kind, ()) for kind in kinds)
                if not broken(self.problem, Plan(sessions, (), steps), COUNTING, self.number):
                    yield steps, kinds

    def _placed(self, steps: Steps, kinds: tuple[SessionKind, ...]) -> Iterator[_Choice]:
        """Days that the sessions may have before there are exercises."""
        possible = [
            [
                day
                for day in self.week.days
                if not broken(
                    self.problem, Plan((Session(day, kind, ()),), (), steps), DAILY, self.number
                )
            ]
            for kind in kinds
        ]
        for days in product(*possible):
            empty = tuple(Session(day, kind, ()) for day, kind in zip(days, kinds, strict=True))
            if not broken(self.problem, Plan(empty, (), steps), PLACING, self.number):
                cost = week_by_week(self.problem, Plan(empty, (), steps))
                yield _Choice(steps, tuple(zip(kinds, days, strict=True)), cost)

    def parts(self, steps: Steps, days: Days) -> list[Part]:
        """All that can be done on these days."""
        if (steps, days) not in self._parts:
            self._parts[steps, days] = [
                part
                for part in product(*(self._sessions(steps, *session) for session in days))
                if not broken(self.problem, Plan(part, (), steps), WITHIN_WEEKS, self.number)
            ]
        return self._parts[steps, days]

    def _sessions(self, steps: Steps, kind: SessionKind, day: int) -> list[Session]:
        """A session with every choice of sets and exercises that it may have by itself."""
        key = (steps, kind, day)
        if key not in self._single:
            filled = (Session(day, kind, entries) for entries in contents(self.problem, kind))
            self._single[key] = [
                session
                for session in filled
                if not broken(self.problem, Plan((session,), (), steps), SESSION, self.number)
            ]
        return self._single[key]


def _subsets(things: Iterable[T]) -> list[tuple[T, ...]]:
    every = tuple(things)
    return list(chain.from_iterable(combinations(every, n) for n in range(len(every) + 1)))


def contents(problem: Problem, kind: SessionKind) -> Iterator[tuple[Entry, ...]]:
    """Every choice of an exercise and sets, or of nothing, for each slot."""
    choices: list[list[Entry | None]] = [
        [
            None,
            *(
                Entry(slot.position, exercise, sets)
                for exercise in slot.alternatives
                for sets in range(1, slot.most + 1)
            ),
        ]
        for slot in problem.slots[kind]
    ]
    for entries in product(*choices):
        yield tuple(entry for entry in entries if entry is not None)


def week_by_week(problem: Problem, plan: Plan) -> int:
    """What a plan costs by the objectives of placement that judge each week alone."""
    return sum(
        objective.value(problem, plan)
        for objective in OBJECTIVES
        if objective.tier is Tier.PLACEMENT and not objective.ties_weeks
    )


def _at_price(weeks: Sequence[_Week], price: int) -> Iterator[list[list[_Choice]]]:
    """Choices of all weeks whose last resorts come to a price together."""
    if not weeks:
        if price == 0:
            yield []
        return
    for own, choices in weeks[0].choices.items():
        if own <= price:
            for others in _at_price(weeks[1:], price - own):
                yield [choices, *others]


@dataclass(frozen=True)
class _Skeleton:
    """What was chosen for every week, and what the days of all weeks cost."""

    choices: tuple[_Choice, ...]
    placement: int

    @property
    def steps(self) -> Steps:
        return tuple(chain.from_iterable(choice.steps for choice in self.choices))


def _skeletons(problem: Problem, weeks: list[list[_Choice]]) -> Iterator[_Skeleton]:
    """Days of all weeks that keep apart and take turns, those that cost least first.

    No cost is below zero, so that the weeks' own costs are the least that all can come to.
    """
    waiting: list[tuple[int, int, _Skeleton]] = []
    for number, (least, choices) in enumerate(_cheapest(weeks)):
        while waiting and waiting[0][0] <= least:
            yield heappop(waiting)[2]
        days = chain.from_iterable(choice.days for choice in choices)
        sessions = tuple(Session(day, kind, ()) for kind, day in days)
        plan = tidy(Plan(sessions, (), _Skeleton(choices, 0).steps))
        if not violations(problem, plan, ACROSS):
            placement = value(problem, plan, Tier.PLACEMENT)
            heappush(waiting, (placement, number, _Skeleton(choices, placement)))
    while waiting:
        yield heappop(waiting)[2]


def _cheapest(weeks: list[list[_Choice]]) -> Iterator[tuple[int, tuple[_Choice, ...]]]:
    """One choice of each week in every way, with the sum of their costs, the least sum first."""
    if not all(weeks):
        return

    def at(places: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
        return sum(week[at].cost for week, at in zip(weeks, places, strict=True)), places

    waiting = [at((0,) * len(weeks))]
    while waiting:
        cost, places = heappop(waiting)
        yield cost, tuple(week[at] for week, at in zip(weeks, places, strict=True))
        # The next in a week, as long as the weeks before stand at their first: none comes twice.
        for week, place in enumerate(places):
            if place + 1 < len(weeks[week]):
                heappush(waiting, at((*places[:week], place + 1, *places[week + 1 :])))
            if place:
                break


def _fill(
    problem: Problem,
    weeks: list[_Week],
    skeleton: _Skeleton,
    before: Part,
    wanted: Callable[[Plan], bool] = lambda _: True,
) -> Iterator[Part]:
    """Every wanted content of a skeleton, week after week, as far as the weeks before allow it."""
    if not weeks:
        yield tuple(sorted(before, key=lambda session: session.day))
        return
    number = weeks[0].week.number
    choice = skeleton.choices[number - 1]
    for part in weeks[0].parts(choice.steps, choice.days):
        plan = Plan((*before, *part), (), skeleton.steps)
        whole = len(weeks) == 1
        if (not whole or wanted(plan)) and not broken(
            problem, plan, BETWEEN_WEEKS, range(1, number + 1)
        ):
            yield from _fill(problem, weeks[1:], skeleton, plan.sessions, wanted)


def _best_of(problem: Problem, plans: list[Plan]) -> Best:
    values = []
    for tier in Tier:
        if tier not in WITHOUT_MOBILITY and not any(plan.mobility for plan in plans):
            plans = [replace(plan, mobility=days) for plan in plans for days in mobilities(problem)]
        costs = [value(problem, plan, tier) for plan in plans]
        values.append(min(costs))
        plans = [plan for plan, cost in zip(plans, costs, strict=True) if cost == values[-1]]
    assert not any(violations(problem, plan) for plan in plans)
    return Best(tuple(values), tuple(tidy(plan) for plan in plans))


def mobilities(problem: Problem) -> list[tuple[int, ...]]:
    """Every choice of days with mobility."""
    return _mobilities(
        tuple(
            day.index
            for day in problem.days
            if not any(
                violation.where == OnDay(day.index)
                for violation in violations(problem, Plan((), (day.index,)), MOBILITY)
            )
        )
    )


@cache
def _mobilities(days: tuple[int, ...]) -> list[tuple[int, ...]]:
    return _subsets(days)
