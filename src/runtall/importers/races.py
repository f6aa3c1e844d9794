"""Which of a file's races is the race, and what the others are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from runtall.domain.run_plan import RunKind
from runtall.errors.words import shown
from runtall.importers.base import DatedRun, Provenance
from runtall.importers.lengths import race_distance

NAMED = 3
"""Races that a warning names."""


def settle_races(
    runs: list[DatedRun], race_date: date | None
) -> tuple[list[DatedRun], tuple[str, ...]]:
    """Keep the race of the race date and make tune-ups of all others.

    An unknown title on the race date is the race, one on the day before it a recovery run.
    Without a race date the file's last race is the race.

    Returns
    -------
    runs, warnings
    """
    races = [one for one in runs if one.run.kind is RunKind.RACE]
    if race_date is None:
        if not races:
            return runs, ()
        race_date = races[-1].date
    settled = [_settled(one, race_date) for one in runs]
    return settled, _warnings(races, race_date)


def _settled(one: DatedRun, race_date: date) -> DatedRun:
    unknown = one.provenance is Provenance.ASSUMED
    if one.run.kind is RunKind.RACE and one.date != race_date:
        return replace(one, run=replace(one.run, kind=RunKind.TUNEUP))
    if unknown and one.date == race_date:
        far = one.run.distance_m or race_distance(one.run.title)
        known = replace(one, run=replace(one.run, distance_m=far))
        return known.placed_as(RunKind.RACE, "the day of the race")
    if unknown and one.date == race_date - timedelta(days=1):
        return one.placed_as(RunKind.RECOVERY, "the day before the race")
    return one


def _warnings(races: list[DatedRun], race_date: date) -> tuple[str, ...]:
    lines = []
    before = [one for one in races if one.date < race_date]
    if before:
        names = ", ".join(f"{one.date} {shown(one.run.title)}" for one in before[:NAMED])
        more = f" and {len(before) - NAMED} more" if len(before) > NAMED else ""
        lines.append(f"races before {race_date}, the race, are read as tune-ups: {names}{more}")
    last = max((one.date for one in races), default=race_date)
    if last != race_date:
        lines.append(f"the last race of the file is on {last}; the race date, {race_date}, wins")
    return tuple(lines)
