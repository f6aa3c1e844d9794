"""One day of the calendar and all that rules ask about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from runtall.domain.own_strength import OwnSession
from runtall.domain.phase import Phase
from runtall.domain.run_plan import Run, RunKind

NEAR_DAYS = 2
# Days after a tune-up race in which nothing grows.
AFTER_RACE = 7


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
    needed
        It follows a long run, and most weeks have no room for both sessions without such a day.
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
    to_long, since_long, to_tuneup, since_tuneup
        Days to the next far day or race, from the last far day, to the next tune-up and from the
        last one; None where there is none. What was run before week 1 counts.
    before_race
        A tune-up race is later in the week: nothing grows.
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
    needed: bool
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
    since_tuneup: int | None
    before_race: bool
    to_race: int

    @property
    def run_words(self) -> str:
        """The day's kinds of run as they are printed, ``+`` between two."""
        return "+".join(run.kind.value for run in self.runs) or RunKind.REST.value

    @property
    def trains(self) -> bool:
        """Whether the runner has a session of the kind of ours there: training, no day off."""
        return bool(self.own) and not self.ill and any(session.counts for session in self.own)

    @property
    def after_race(self) -> bool:
        """Whether a tune-up race was run in the seven days before: nothing grows."""
        return self.since_tuneup is not None and self.since_tuneup <= AFTER_RACE

    @property
    def after_long_race(self) -> bool:
        """Whether it is the day after a tune-up race that counts as a long run."""
        return self.since_long == self.since_tuneup == 1

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
