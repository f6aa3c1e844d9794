"""Everything the optimiser and the check need, derived and sorted: rules do no date arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from runtall.domain.equipment import Equipment
from runtall.domain.exercise import Exercise, SessionKind, Slot
from runtall.domain.own_strength import OwnSession
from runtall.domain.phase import Phase
from runtall.domain.request import Request
from runtall.domain.run_plan import Run, RunKind

NEAR_DAYS = 2
# The answer to a sign from which on it shows often.
OFTEN = 2


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the calendar and all that rules ask about it.

    Parameters
    ----------
    index, date, weekday, week, phase
        Where it lies.
    runs, kind
        What is run, and the most demanding of it.
    option
        ``A`` after an easy, recovery or medium-long run, ``B`` without a run, ``C`` after a
        workout or a short tune-up, empty where no session can be: long run, long tune-up, race,
        after the race.
    maybe_rest
        The day's running is optional, so option A may turn into B.
    free, ill, recovering
        Not a day off; a day off for an illness; too soon after one.
    waits
        The first session after an illness, or a week off, waits for a day soon after this one.
    early
        It lies before the plan starts: it is not free.
    trainable
        A session is possible as far as runs, days off, time and equipment go: there is something
        for every movement pattern.
    cap_s
        Longest session that fits, in seconds: runner's cap and window.
    limit_s
        Seconds that the runner's minutes and window leave; all of a day where neither was said.
    start
        When a session would start, where times are known.
    in_order
        A session can follow the day's last run, and that run leaves legs for it.
    items
        Equipment at hand.
    possible
        Keys of the exercises that it allows, with a load that is light enough to begin with.
    far
        It has a long run, or a tune-up race that counts as one.
    own
        Strength sessions that the run plan has there.
    near_own
        Title of one for the upper body on a neighbouring day; empty: there is none.
    next_kind, eve_of_long_run
        Kind of the following day's run, and whether that day is far.
    to_long, since_long, to_tuneup
        Days to the next far day or race, from the last far day, to the next tune-up; None where
        there is none. What was run before week 1 counts.
    after_race
        A tune-up race was run in the seven days before: nothing grows.
    before_race
        One is later in the week: the same.
    to_race
        Days to the race, negative after it.
    """

    index: int
    date: date
    weekday: str
    week: int
    phase: Phase
    runs: tuple[Run, ...]
    kind: RunKind
    option: str
    maybe_rest: bool
    free: bool
    ill: bool
    recovering: bool
    waits: bool
    early: bool
    trainable: bool
    cap_s: int
    limit_s: int
    start: time | None
    in_order: bool
    items: frozenset[str]
    possible: frozenset[str]
    far: bool
    own: tuple[OwnSession, ...]
    near_own: str
    next_kind: RunKind
    eve_of_long_run: bool
    to_long: int | None
    since_long: int | None
    to_tuneup: int | None
    after_race: bool
    before_race: bool
    to_race: int

    @property
    def run_words(self) -> str:
        """The day's kinds of run as they are printed, ``+`` between two."""
        return "+".join(run.kind.value for run in self.runs) or RunKind.REST.value

    @property
    def trains(self) -> bool:
        """Whether the runner has a session of the kind of ours there: training, no day off."""
        return not self.ill and any(session.counts for session in self.own)

    @property
    def near_race(self) -> bool:
        """Whether a tune-up race is just behind, or later in the week: nothing grows."""
        return self.after_race or self.before_race

    @property
    def for_mobility(self) -> bool:
        """Whether the day's run is one that the mobility add-on follows."""
        return self.kind in {RunKind.EASY, RunKind.RECOVERY}

    @property
    def is_open(self) -> bool:
        """Whether the day can have a session at all: on all others rules forbid it outright."""
        others = self.own or self.near_own
        closed = self.recovering or self.waits or others
        return self.free and bool(self.option) and not closed

    @property
    def beside_long_run(self) -> bool:
        """Whether it is the eve of a long run, or the day after one."""
        return self.eve_of_long_run or self.since_long == 1

    @property
    def near_key_run(self) -> bool:
        """Whether a long run, race or tune-up follows so soon that a session is felt in it."""
        distances = (self.to_long, self.to_tuneup)
        return any(days is not None and days <= NEAR_DAYS for days in distances)

    @property
    def label(self) -> str:
        """The day as sentences name it: ``Fri 5 Mar``."""
        return f"{self.date:%a} {self.short_date}"

    @property
    def short_date(self) -> str:
        """The day where others are named beside it: ``5 Mar``."""
        return f"{self.date.day} {self.date:%b}"


# What the star beside a phase means.
EASIER = "* easier week"


@dataclass(frozen=True, slots=True)
class Week:
    """One week of the calendar.

    Parameters
    ----------
    n_sessions
        Sessions that the guide asks for: 0, 1 or 2; fewer where the run plan has its own.
    target_sets
        Weekly working sets that the profile aims at.
    cutback, deload, tuneup
        Run cutback week, strength deload week, base week that a long tune-up race lies in or right
        before.
    resumes
        Base week right after two easier ones in a row: it comes back to what was done before them.
    away
        Too few days with the usual equipment for its sessions.
    disturbed
        Base or peak week in which a day can't have a session though its weekday usually can.
    after_race
        Some day of it is one of the seven after a tune-up race, or before one in it.
    biggest_rise
        Base week with the largest rise in run distance.
    race_week
        The week of the race, or the one before where the race comes too early in its own.
    own
        The run plan's own sessions for the upper body.
    early
        The plan starts only after it: it has no session and counts for none that follow.
    """

    number: int
    phase: Phase
    days: tuple[int, ...]
    n_sessions: int
    target_sets: int
    cutback: bool
    deload: bool
    tuneup: bool
    resumes: bool
    away: bool
    disturbed: bool
    after_race: bool
    biggest_rise: bool
    race_week: bool
    own: int = 0
    early: bool = False

    @property
    def reduced(self) -> bool:
        """Whether it is a reduced week, without growth: deload, tune-up, away."""
        return self.easier or self.away

    @property
    def holds(self) -> bool:
        """Whether it has no more than before, though it may be a full week."""
        return self.cutback or self.resumes

    @property
    def easier(self) -> bool:
        """Whether it has less of everything: deload, tune-up."""
        return self.deload or self.tuneup

    @property
    def pauses(self) -> bool:
        """Whether it is no step on a way back: a run cutback, or an easier week."""
        return self.cutback or self.easier

    @property
    def words(self) -> str:
        """The phase, with a star in an easier week; `EASIER` says what the star means."""
        return f"{self.phase}{'*' if self.easier else ''}"

    @property
    def kinds(self) -> tuple[SessionKind, ...]:
        """Session kinds of a week in which nothing is relaxed."""
        if self.n_sessions == 0:
            return ()
        if self.race_week:
            return (SessionKind.VERY_LIGHT,)
        if self.phase is Phase.TAPER:
            return (SessionKind.LIGHT,)
        return (SessionKind.D1, SessionKind.D2) if self.n_sessions == 2 else (SessionKind.MERGED,)


@dataclass(frozen=True, slots=True)
class Focus:
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
        """Weeks after the last own session with one of ours for it: nothing new comes so late."""
        own = [week.number for week in self.weeks if week.own]
        alone = own and not self.twice and self.request.base_sessions > 1
        later = self.weeks[own[-1] :] if alone else ()
        return tuple(w for w in later if w.n_sessions and w.phase is not Phase.TAPER)

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
