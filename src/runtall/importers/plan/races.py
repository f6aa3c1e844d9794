"""Which of a file's races is the race, and what the others are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from runtall.domain.run_plan import NOT_RUNNING, Run, RunKind
from runtall.errors.words import first_few, shown
from runtall.importers.base import DatedRun, NoRun, Notes, Provenance
from runtall.importers.words.languages import CODES, any_of, own
from runtall.importers.words.race_lengths import MARATHON_M, is_short_race, race_distance
from runtall.importers.words.titles import spelling
from runtall.importers.words.units import Units

# Monday to Thursday, and how far a time trial is then.
MIDWEEK, FURTHEST_TRIAL_M = range(4), 10_000
# Metres by which a marathon is rounded: "42 km".
ROUNDED_M = 200
# A plan doesn't go on so long behind its race, nor behind one that is shorter than its runs.
GOES_ON, GOES_ON_SHORT, WEEKEND = timedelta(14), timedelta(8), {5, 6}
SHORTEST_M = 3_000
# Where no race is named, a shorter one may be a part of a plan.
WHOLE = timedelta(40)
# So long before the end of a plan its race may be, and letters of a name in capitals.
A_WEEK, LOUD = timedelta(7), 4
# A race with no run in so many weeks before it is none that a plan leads to.
NOT_LED_TO = timedelta(weeks=16)


def race_at_end(
    runs: list[DatedRun], no_runs: list[NoRun], languages: tuple[str, ...]
) -> date | None:
    """Return the day of a race that is called by a name which nothing explains.

    A plan without another race ends with it, or one that goes on for weeks behind its last. It may
    be called so loudly that it is known on any weekday, and with a day behind it: "BOSTON!!!".
    """
    races = [dated.date for dated in runs if dated.run.kind is RunKind.RACE]
    ran = [dated for dated in runs if dated.run.kind not in NOT_RUNNING]
    days = sorted([*(dated.date for dated in ran), *(one.date for one in no_runs)])
    raced = max((dated.run.distance_m or 0 for dated in ran if dated.run.kind is RunKind.RACE),
                default=0)  # fmt: skip
    short = 0 < raced < max((dated.run.distance_m or 0 for dated in ran), default=0)
    least = (GOES_ON_SHORT if short else GOES_ON) if races else WHOLE
    if not days:
        return None
    assumed = [one for one in ran if one.provenance is Provenance.ASSUMED]
    unknown: list[DatedRun | NoRun] = [*no_runs, *assumed]
    loud = max((one.date for one in unknown if days[-1] - one.date < A_WEEK and _is_loud(one)),
               default=None)  # fmt: skip
    last = loud or days[-1]
    if days[0] < last and not is_led_to(last, days):
        return None
    then = [dated for dated in ran if dated.date == last]
    longest = max((_how_far(dated) for dated in then), default=0)
    if not races and longest >= MARATHON_M - ROUNDED_M:
        return last  # who runs a whole marathon on the last day races it, whatever it is called
    if last - (max(races) if races else days[0]) < least:
        return None
    titles = [one.title for one in no_runs if one.date == last]
    if any(any_of(own(languages), "no_run").search(spelling(title)) for title in titles):
        return None  # a birthday
    far = max((dated.run.distance_m or 0 for dated in ran if dated.date != last), default=0)
    farthest = loud or not then or (races and longest > far)
    known = longest < MARATHON_M - ROUNDED_M and any(
        dated.provenance is not Provenance.ASSUMED for dated in then
    )
    return last if farthest and not known and (loud or last.weekday() in WEEKEND) else None


def _is_loud(one: DatedRun | NoRun) -> bool:
    """Return whether a title is in capitals, or called out: "SYDNEY", "Grandma's!!!"."""
    title = one.title if isinstance(one, NoRun) else one.run.title
    first = title.partition(" ")[0]
    return "!" in title or (first.isupper() and len(first) >= LOUD)


def is_led_to(race: date, days: Sequence[date]) -> bool:
    """Return whether some day with a run, of those in order, lies not long before a race."""
    before = bisect_left(days, race)
    return before > 0 and days[before - 1] > race - NOT_LED_TO


def _how_far(dated: DatedRun) -> int:
    """Return the metres of a run, or of the race that its title may name; 0 where nobody knows."""
    return dated.run.distance_m or race_distance(dated.run.title) or 0


def keep_one_race(runs: list[DatedRun], race_date: date | None, notes: Notes) -> list[DatedRun]:
    """Keep the race of the race date and make tune-ups of all others.

    An unknown or hard title on the race date is the race, or one without a length; one on the day
    before it an easy run, as a shakeout before any race is. Without a race date the last race that
    the plan leads to is the race, though none of usual weeks, such as a parkrun that comes again.
    """
    races = [dated for dated in runs if dated.run.kind is RunKind.RACE]
    titles = [dated.run.title for dated in races]
    short = [is_short_race(dated.run.title, dated.run.distance_m) for dated in races]
    whole = [dated for dated, is_short in zip(races, short, strict=True) if not is_short]
    whole = whole or [dated for dated in races if titles.count(dated.run.title) == 1]
    last = whole[-1].date if whole else None
    ran = [dated.date for dated in runs if dated.run.kind not in NOT_RUNNING]
    led_to = [dated.date for dated in whole if is_led_to(dated.date, ran)]
    wins = f"the race date, {race_date}, wins"
    if race_date is None and led_to:
        race_date = led_to[-1]
        wins = f"the race is that on {race_date}, which the plan's weeks lead to"
    race_date = race_date or last
    if race_date is None:
        if races:
            names = first_few(f"{dated.date} {shown(dated.run.title)}" for dated in races)
            notes.warn(f"races of usual weeks are read as tune-ups, none as the race: {names}")
        return [_by_date(dated, date.max, set(), alone=False) for dated in runs]
    before = [f"{dated.date} {shown(dated.run.title)}" for dated in races if dated.date < race_date]
    if before:
        names = first_few(before)
        notes.warn(f"races before {race_date}, the race, are read as tune-ups: {names}")
    if last and last != race_date:
        notes.warn(f"the last race of the file is on {last}; {wins}")
    eves = {day - timedelta(days=1) for day in (race_date, *(dated.date for dated in races))}
    alone = race_date not in {dated.date for dated in races}
    return [_by_date(dated, race_date, eves, alone=alone) for dated in runs]


def _by_date(dated: DatedRun, race_date: date, eves: set[date], *, alone: bool) -> DatedRun:
    unknown = dated.provenance is Provenance.ASSUMED
    if dated.run.kind is RunKind.RACE and dated.date != race_date and _is_club_trial(dated):
        return replace(dated, run=replace(dated.run, kind=RunKind.WORKOUT))
    if dated.run.kind is RunKind.RACE and dated.date != race_date:
        return replace(dated, run=replace(dated.run, kind=RunKind.TUNEUP))
    if dated.date == race_date and (unknown or (alone and _may_be_the_race(dated))):
        far = _how_far(dated)
        # A shorter one is the number of a name: "Two Rivers".
        run = replace(dated.run, distance_m=far if far >= SHORTEST_M else None)
        known = replace(dated, run=run)
        return known.with_kind(RunKind.RACE, "the day of the race")
    if dated.date in eves and any_of(CODES, "shakeout").fullmatch(dated.words):
        return replace(dated, run=replace(dated.run, kind=RunKind.EASY))
    if unknown and dated.date == race_date - timedelta(days=1):
        return dated.with_kind(RunKind.EASY, "the day before the race")
    return dated


def _may_be_the_race(dated: DatedRun) -> bool:
    """Return whether what is read as another run of the day of the race may be that.

    "Richmond. Run your own race.", "Easy 42.2 km", and "The big dance", "Leave nothing behind".
    """
    kind, title = dated.run.kind, spelling(dated.run.title)
    if dated.provenance is Provenance.STATED:
        return False
    if kind is RunKind.EASY:
        measured = dated.run.distance_m or dated.run.minutes
        return not measured or bool(race_distance(dated.run.title))
    called = kind in NOT_RUNNING and not title.startswith(spelling(dated.words))
    return kind in {RunKind.WORKOUT, RunKind.LONG} or (called and not re.search(r"\d", title))


def _is_club_trial(dated: DatedRun) -> bool:
    """Return whether a run is a time trial of an evening with the club: up to 10 km, midweek."""
    trial = any_of(CODES, "trial").search(spelling(dated.run.title))
    midweek = dated.date.weekday() in MIDWEEK and dated.provenance is not Provenance.STATED
    return bool(trial) and midweek and (dated.run.distance_m or 0) <= FURTHEST_TRIAL_M


def race_of_no_run(
    runs: list[DatedRun], no_runs: list[NoRun], race_date: date | None, units: Units
) -> tuple[list[DatedRun], list[NoRun]]:
    """Take the first strange title of the race date for the race, if nothing else runs then."""
    runs_then = any(dated.date == race_date and dated.run.kind not in NOT_RUNNING for dated in runs)
    strange = next((one for one in no_runs if one.date == race_date), None)
    if runs_then or strange is None:
        return runs, no_runs
    run = Run(RunKind.RACE, strange.title, race_distance(strange.title, units))
    race = DatedRun(strange.date, run, strange.line).with_kind(RunKind.RACE, "the day of the race")
    return [*runs, race], [one for one in no_runs if one is not strange]
