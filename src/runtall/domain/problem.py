"""Everything the optimiser and the check need, derived and sorted: rules do no date arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, NamedTuple

from runtall.domain.day import Day
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import Exercise, SessionKind, Slot
from runtall.domain.phase import Phase
from runtall.domain.request import Request
from runtall.domain.week import Week

# What a problem is made of is at hand with it.
__all__ = ["Day", "Focus", "Problem", "Week"]

# The answer to a sign from which on it shows often.
OFTEN = 2


class Focus(NamedTuple):
    """What the runner's signs ask of a slot.

    Parameters
    ----------
    place
        Place in the line of its session to grow, from 0; of several signs the first.
    answer
        The highest answer to a sign that asks for it, 1 to 3.
    extra
        Sets over the template in weeks at full volume.
    causes
        For whom it is done, as a card says it, in the order of the signs.
    """

    place: int
    answer: int
    extra: int
    causes: tuple[str, ...]

    @property
    def often(self) -> bool:
        """Whether the sign shows often, so that its sets aren't the first to be cut."""
        return self.answer >= OFTEN


@dataclass(frozen=True, slots=True)
class Problem:
    """The whole question.

    Parameters
    ----------
    request
        What it was derived from.
    days, weeks
        ``days[i].index == i``; ``weeks[i].number == i + 1``.
    slots
        Slots of each session kind. The solver may choose from their alternatives, best first:
        the usual exercise, then one for each other place, so that a substitution always has a
        reason.
    exercises
        The library.
    focus
        What the signs ask for, by the name of the slot; empty without signs.
    mobility_target
        Mobility add-ons a week that the plan aims at: the runner's wish, and one more than
        usual where a sign asks for mobility.
    first_sets
        Most sets of the first week.
    optional_slots
        Whether a session may leave out slots: only where a day has less than half an hour or the
        runner fixed a session after a speed workout.
    tiny_sessions
        Whether some day's time is so short that a fifth of a session's sets may be no set.
    least_s
        Seconds of the shortest session of each kind that the rules allow in each phase.
    memo
        What was worked out about it; see `runtall.domain.memo`.
    """

    request: Request
    days: tuple[Day, ...]
    weeks: tuple[Week, ...]
    slots: Mapping[SessionKind, tuple[Slot, ...]]
    exercises: Mapping[str, Exercise]
    focus: Mapping[str, Focus]
    mobility_target: int
    first_sets: int
    optional_slots: bool
    tiny_sessions: bool
    least_s: Mapping[tuple[Phase, SessionKind], int]
    memo: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def span(self, week: Week) -> str:
        """Return the days of a week as headings have them: ``Mon 4 Jan to Sun 10 Jan``."""
        first, last = (self.days[week.days[index]].label for index in (0, -1))
        return f"{first} to {last}"

    def week(self, number: int) -> Week:
        """Return the week with this number, from 1."""
        return self.weeks[number - 1]

    @property
    def planned_weeks(self) -> tuple[Week, ...]:
        """The weeks from the one on in which the plan starts."""
        return tuple(week for week in self.weeks if not week.early)

    @property
    def first_week(self) -> int:
        """Number of the week in which the plan starts."""
        return self.planned_weeks[0].number

    def equipment(self, day: int) -> Equipment:
        """Return what there is to train with on a day."""
        access = self.request.access
        return (access[day].equipment if access else None) or self.request.equipment

    def open_days(self, week: Week) -> tuple[Day, ...]:
        """Return the days of a week that can have a session."""
        return tuple(self.days[day] for day in week.days if self.days[day].is_open)

    @property
    def illnesses(self) -> tuple[int, ...]:
        """The first days of illnesses that sessions can lie before: nobody knew of them there."""
        ill = [day.index for day in self.days if day.ill]
        begun = next((day.index for day in self.days if day.is_open), len(self.days))
        return tuple(day for day in ill if day - 1 not in ill and day > begun)

    def before_illness(self, week: Week) -> tuple[int, ...]:
        """Return the days of a week before an illness that takes usual days from its later part.

        What was planned for them was done, most likely: nobody knows on Monday of Tuesday's fever.
        """
        ill = [self.days[day].ill for day in week.days]
        if ill[0] or not (any(ill) and week.disturbed):
            return ()
        return week.days[: ill.index(True)]

    def mobility_days(self, week: Week) -> tuple[Day, ...]:
        """Return the days of a week that can have a mobility add-on."""
        days = (self.days[day] for day in week.days)
        return tuple(day for day in days if day.for_mobility and day.free and day.to_race > 0)

    def has_time(self, day: Day, kind: SessionKind) -> bool:
        """Return whether the shortest session of a kind fits a day."""
        return day.cap_s >= self.least_s[day.phase, kind]

    def on(self, rule_id: str) -> bool:
        """Return whether the runner left this rule on."""
        return rule_id not in self.request.off

    def weight(self, rule_id: str, default: int) -> int:
        """Return the weight of a soft rule: the runner's, else the default; 0 when switched off."""
        return self.request.weights.get(rule_id, default) if self.on(rule_id) else 0

    @property
    def twice(self) -> bool:
        """Whether any base week has two sessions of ours."""
        return any(week.n_sessions > 1 for week in self.phase_weeks(Phase.BASE))

    @property
    def after_own(self) -> tuple[Week, ...]:
        """Weeks without an own session that have one of ours, as before: nothing new comes."""
        alone = list(takewhile(lambda week: week.n_sessions <= 1, self.weeks))
        own = next((week.number for week in alone if week.own), len(alone))
        later = alone[own:] if self.request.base_sessions > 1 else ()
        few = (week for week in later if week.n_sessions and not week.own)
        return tuple(week for week in few if week.phase is not Phase.TAPER)

    def phase_weeks(self, phase: Phase) -> tuple[Week, ...]:
        """Return the weeks of a phase, in order."""
        return tuple(week for week in self.weeks if week.phase is phase)

    def growing_weeks(self) -> tuple[Week, ...]:
        """Return the base weeks that count for the growth of sets: no reduced or early ones."""
        if "growing_weeks" not in self.memo:
            base = self.phase_weeks(Phase.BASE)
            weeks = tuple(week for week in base if not (week.reduced or week.early))
            self.memo["growing_weeks"] = weeks
        known: tuple[Week, ...] = self.memo["growing_weeks"]
        return known

    def fixed(self, day: Day, kind: SessionKind) -> bool:
        """Return whether the runner locked this kind of session to this day."""
        return any(
            fix.kind is kind and fix.weekday == day.weekday and fix.week in {None, day.week}
            for fix in self.request.fixes
            if kind in self.week(day.week).kinds or fix.week is not None
        )
