"""What the signs ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product

from runtall.domain.after_gaps import follows_gap
from runtall.domain.counts import slot_sets
from runtall.domain.exercise import LIGHT_KINDS, SessionKind, Slot
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Focus, Problem, Week
from runtall.domain.tier import Tier
from runtall.domain.variables import Expression, Variables
from runtall.objectives._way_back import on_way_back
from runtall.objectives._weighted import Weighted
from runtall.progression.exposures.holding import after_speed
from runtall.progression.short_template import short_templates
from runtall.progression.weekly_target import right_days, template_sets

# Price of a set that the plan's first week lacks: more than any of later weeks make up for.
START = 300
# Price of a set missing in the slot that is first in line, how much less the next one's is, and how
# much less for each step that an answer is under the strongest: all that always shows is served
# before what seldom does.
FIRST = 30
NEXT = 3
WEAKER = 7
# Price of a set over the template before weeks are full: more than that of any other set, and of
# losing it again where the peak follows at once.
THIRD = 16
# Price of one that is lost where sets are cut: more than any other set's, its balance included,
# the second of a carry or of push-ups among them.
KEPT = 13
KEPT_SETS = 2
# Price of one over the template of the one session for both days: less than that of the second set
# of anything.
KEPT_OVER = 5
# Price of any other of its template: of two that are as good to cut, the sign's stays.
KEPT_FULL = 1
# A week, a kind of session and its slot, the sets that it should have, a set's price, and whether
# that is so on the way back from a gap, where it depends on that.
_Asked = tuple[Week, SessionKind, Slot, int, int, bool | None]


class FocusAreas(Weighted):
    """The slots behind the runner's signs grow first, and those of strong signs are kept.

    With the sets of a slot s and ``full`` those of its template, in sessions that are not light::

        first growing week    weight * 300 * max(0, min(full - 1, short) - sets[s])  every s
        later ones            weight * (30 - 3 p + a - 7 q) * max(0, full - sets[s]) asked for
                              weight * (16 - 7 q) * max(0, third - sets[s])
        reduced and peak      weight * 13 * max(0, kept - sets[s])                   answer 2 or 3
        of these, merged      weight * 5 * max(0, third - sets[s])
                  others      weight * 1 * max(0, full - sets[s])

    none of it in the small session after a speed workout of a week that lacks its usual days; and
    a growing week on the way back from a gap as a reduced one, a whole week away as a later
    growing one; where p is the slot's place in the line of its session, a the answer, and q how far
    that is under the strongest one. ``third`` has the set over the template that an answer of 3
    asks for, and where the templates hold less than weeks aim at, so that something goes over its
    own, all that the slot may have. ``most`` is that, too, but ``full`` for what has no such set
    and isn't first in line, and ``short`` what the best session of a day with little time has:
    what it has no room for later isn't begun with. So a plan begins as it does without signs; an
    answer of 1 says what grows first, 2 that it isn't cut first either, 3 that it gets more.
    Guide: "Signs you could use more upper body strength".
    """

    title = "sets for what the signs ask for"
    source = "guide: signs"
    tier = Tier.BALANCE

    def _asked(self, problem: Problem) -> Iterator[_Asked]:
        """Yield each slot of each week with the sets that it should have and a set's price."""
        if not problem.focus:
            return
        growing = problem.growing_weeks()
        room = _most_room(problem)
        strongest = max(focus.answer for focus in problem.focus.values())
        lacking = any(week.target_sets > template_sets(problem, week) for week in growing)
        for week in problem.weeks:
            for kind, slots in problem.slots.items():
                if week.phase is Phase.TAPER or kind in LIGHT_KINDS:
                    continue
                for slot in slots:
                    focus = problem.focus.get(slot.name)
                    if week in growing[:1]:
                        least = min(slot.full - 1, room[kind, slot.name])
                        yield week, kind, slot, least, START, None
                        continue
                    if focus is None:
                        continue
                    third = slot.most if lacking else slot.full + focus.extra
                    # On a trip what a sign asks for is done as at home, where its tool is there.
                    if week.elsewhere or week in growing:
                        under = WEAKER * (strongest - focus.answer)
                        price = FIRST - NEXT * focus.place + focus.answer - under
                        back = None if week.elsewhere else False
                        yield week, kind, slot, slot.full, price, back
                        if third > slot.full:
                            yield week, kind, slot, third, THIRD - under, back
                    if focus.often:
                        back = True if week in growing else None
                        for kept, price in _kept(week, kind, slot, focus, third):
                            yield week, kind, slot, kept, price, back

    def modelled(self, problem: Problem, variables: Variables) -> Iterator[Expression]:
        """Yield the price of the sets that each slot lacks where its session is held."""
        growing = problem.growing_weeks() if problem.focus else ()
        back = {week: on_way_back(problem, variables, week.number) for week in growing}
        for week, kind, slot, wanted, price, way_back in self._asked(problem):
            if kind in variables.kinds(week.number):
                unasked = 0 if way_back is None else 1 - back[week] if way_back else back[week]
                fast = (day for day in week.days if after_speed(problem, problem.days[day]))
                unasked += sum(variables.session(day, kind) for day in fast)
                held = variables.held(week.number, kind) - unasked
                lacking = wanted * held - variables.sets(week.number, kind, slot)
                name = f"{self.id}/w{week.number:02}/{kind}/{slot.name}/{wanted}"
                yield price * variables.positive_part(name, lacking)

    def counted(self, problem: Problem, plan: Plan) -> Iterator[int]:
        """Count the same, session by session."""
        for week, kind, slot, wanted, price, way_back in self._asked(problem):
            if way_back not in {None, follows_gap(problem, plan, week.number)}:
                continue
            for session in plan.in_week(week.number):
                if session.kind is kind and not after_speed(problem, problem.days[session.day]):
                    yield price * max(0, wanted - slot_sets([session], slot))


def _kept(
    week: Week, kind: SessionKind, slot: Slot, focus: Focus, third: int
) -> Iterator[tuple[int, int]]:
    """Yield the sets of a slot that aren't the first to be cut, and a set's price."""
    if week.phase is not Phase.PEAK or (third == slot.full and focus.place):
        yield min(slot.full, KEPT_SETS), KEPT
        if slot.full > KEPT_SETS:
            yield slot.full, KEPT_FULL
    elif kind is not SessionKind.MERGED or third == slot.full:
        yield third, KEPT
    else:
        yield slot.full, KEPT
        yield third, KEPT_OVER


def _most_room(problem: Problem) -> Mapping[tuple[SessionKind, str], int]:
    """Return the sets that each slot has at most in the best session of any right day."""
    room: dict[tuple[SessionKind, str], int] = defaultdict(int)
    for week in problem.growing_weeks():
        short, days = short_templates(problem, week.number), right_days(problem, week)
        for (kind, slots), day in product(problem.slots.items(), days):
            full = [slot.full for slot in slots]
            for slot, sets in zip(slots, short.get((day.index, kind), full), strict=True):
                room[kind, slot.name] = max(room[kind, slot.name], sets)
    return room
