"""One time that a plan has an exercise, and what it may be compared with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from runtall.derivation.available_loads import Loads
from runtall.domain.exercise import SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry
from runtall.domain.problem import Day, Problem
from runtall.domain.where import InSession
from runtall.progression.coming_back import Back
from runtall.progression.load_step import WEEKS_AFTER


class Hold(StrEnum):
    """Why an exercise stays as it is in a whole week."""

    MORE_SETS = "more_sets"
    AFTER_RACE = "after_race"
    BEFORE_RACE = "before_race"
    CUTBACK = "cutback"
    RESUMING = "resuming"
    COMING_BACK = "coming_back"
    SECOND_WEEK = "second_week"
    FEWER_PULLS = "fewer_pulls"
    OWN = "own"
    AFTER_SPEED = "after_speed"


@dataclass(frozen=True, slots=True)
class Exposure:
    """One entry of a plan, and what it may be compared with.

    Parameters
    ----------
    session_index, entry_index
        Index of the session in the plan, and of the entry in the session.
    loads
        Loads that exist on that day.
    rir
        Reps in reserve that the day asks for.
    usual
        A heavy session of no easier week, with the usual loads: a week away may have them, too.
    counts
        So is this one, and neither a gap, of all or of this exercise alone, nor a race before
        the peak eases it, nor does it hold what is small after a gap: what comes later is measured
        by it.
    added_sets
        Sets more than at the last exposure that counts, if possible in the same kind of session.
    fewer_sets
        Whether it has fewer in every session of its week.
    may_grow
        Reps, metres, seconds or load may grow here.
    held
        Why nothing of it grows in this week, if nothing does.
    back
        What it asks for after a gap; None where no gap matters.
    lapsed
        What it asks for where it was not done for weeks, whatever else was: as after a gap.
    elsewhere
        A heavy session of no easier week, with other loads: what was reached stays as it is.
    growths
        Exposures after this one that may grow.
    weeks_left
        Growing weeks after this one in which it is done at full: none that eases for a run cutback,
        around a race or after a gap. Those that an illness takes count before it.
    """

    session_index: int
    entry_index: int
    entry: Entry
    day: Day
    kind: SessionKind
    loads: Loads
    rir: int
    usual: bool
    counts: bool
    added_sets: int
    fewer_sets: bool = False
    may_grow: bool = False
    held: Hold | None = None
    back: Back | None = None
    lapsed: Back | None = None
    elsewhere: bool = False
    growths: int = 0
    weeks_left: int = 0

    @property
    def more_sets(self) -> bool:
        """Whether it grew by sets."""
        return self.counts and self.added_sets > 0

    @property
    def ease(self) -> Back | None:
        """What it asks for after days without strength, or without this exercise."""
        return self.back or self.lapsed

    @property
    def eased(self) -> bool:
        """Whether it has what was reached before a short gap, eased."""
        return self.usual and not self.counts and self.day.phase is Phase.BASE

    @property
    def cut(self) -> bool:
        """Whether it is a heavy session of an easier week of base."""
        heavy = self.kind.heavy and self.day.phase is Phase.BASE
        return heavy and not (self.usual or self.elsewhere)

    @property
    def raced(self) -> bool:
        """Whether it has what an easier week before had, for a race right before the peak."""
        other = self.counts or self.ease
        return self.usual and not (other or self.day.phase is Phase.BASE)

    @property
    def where(self) -> InSession:
        """Its place in the plan."""
        return InSession(self.day.week, self.kind, self.entry.position)

    @property
    def in_base(self) -> bool:
        """Whether it counts and lies in the base phase: a step of the exercise's path."""
        return self.counts and self.day.phase is Phase.BASE


def rests(problem: Problem, exposure: Exposure) -> bool:
    """Return whether its week is no growing one: around a race, in a cutback, after a gap."""
    day = exposure.day
    return day.near_race or problem.week(day.week).cutback or exposure.back is not None


def weeks_to_step(problem: Problem, day: int) -> bool:
    """Return whether a growing week after that of a day is early enough for a step of load.

    It needs others behind it, and one around a race is none. An illness takes no week from them, as
    nobody knows of it before.
    """
    now = problem.days[day].week
    ahead = [
        week
        for week in problem.growing_weeks()
        if week.number > now and not week.cutback
        if 2 * sum(problem.days[day].near_race for day in week.days) < len(week.days)
    ]
    return len(ahead) > WEEKS_AFTER
