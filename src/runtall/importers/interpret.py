"""From what a file has for each day to the run plan: kinds, lengths, races, weeks."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import time

from runtall.domain.run_plan import ALWAYS, Run, RunKind
from runtall.errors.words import shown
from runtall.importers.base import (
    STRENGTH,
    Context,
    DatedRun,
    Entries,
    Entry,
    Notes,
    Occupied,
    Provenance,
    RunFile,
    no_run_plan,
)
from runtall.importers.classify import Meaning, classify
from runtall.importers.lengths import distance, minutes, race_distance
from runtall.importers.lone_dates import lone_dates
from runtall.importers.races import keep_one_race
from runtall.importers.titles import one_line, title_of, two_runs, without_optional
from runtall.importers.week_context import name_long_runs

# What an entry names that has its kind from a table's own column.
KIND_COLUMN = "kind"
# Characters of a title that are looked at.
LONGEST = 1_000
SERVICE_PREFIX = re.compile(r"^\s*run(?:ning)?\s*:\s*(?=\S)", re.IGNORECASE)
# What a description may mention without meaning the day, where the title says something.
NOT_IN_TEXT = {RunKind.REST, RunKind.RACE, STRENGTH}
# Distances further apart than this share of the title's contradict each other.
APART = 0.1


def interpret(found: Entries, context: Context) -> RunFile:
    """Say what every entry of a file is."""
    notes = Notes()
    runs: list[DatedRun] = []
    occupied: dict[Occupied, None] = {}
    for entry in found.entries:
        for part in _parts(replace(entry, title=one_line(entry.title[:LONGEST]))):
            meaning, provenance = _decide(part, context)
            if meaning.kind == STRENGTH or meaning.strength:
                occupied[Occupied(part.date, title_of(part.title))] = None
            if meaning.kind != STRENGTH:
                run = _run(part, meaning, notes)
                runs.append(DatedRun(part.date, run, part.line, provenance, meaning.words))
    if not runs:
        only = ", only strength work" if occupied else ""
        raise no_run_plan(f"there is no run in the file{only}")
    runs.sort(key=lambda dated: (dated.date, dated.run.at or time.min))
    runs = _without_idle_rests(runs, found.entries, notes)
    runs = keep_one_race(runs, context.race_date, notes)
    return RunFile(
        runs=tuple(name_long_runs(runs, context.week_starts)),
        format=found.format,
        occupied=tuple(sorted(occupied, key=lambda dated: dated.date)),
        warnings=(*found.warnings, *notes.remarks(), *lone_dates(runs)),
        feed=found.feed,
        timezone=found.timezone,
    )


def _parts(entry: Entry) -> tuple[Entry, ...]:
    """Return the runs of an entry; the length of two together is nobody's length."""
    titles = () if entry.kind else two_runs(SERVICE_PREFIX.sub("", entry.title))
    return tuple(
        replace(entry, title=title, text="", distance_m=None, minutes=None) for title in titles
    ) or (entry,)


def _decide(entry: Entry, context: Context) -> tuple[Meaning, Provenance]:
    corrected = context.correct(title_of(entry.title))
    if corrected:
        return Meaning(corrected[0], "runs.kinds", corrected[1]), Provenance.STATED
    plain, optional = without_optional(entry.title)
    plain = SERVICE_PREFIX.sub("", plain)
    optional = optional or entry.optional
    if entry.kind:
        optional = optional or (entry.says != KIND_COLUMN and classify(plain).optional)
        return Meaning(entry.kind, entry.says, optional), Provenance.STATED
    meaning = _meaning(plain, entry)
    if not meaning.kind:
        return Meaning(RunKind.WORKOUT, "", optional), Provenance.ASSUMED
    return replace(meaning, optional=optional or meaning.optional), Provenance.INFERRED


def _meaning(title: str, entry: Entry) -> Meaning:
    """Return the meaning of the title; of the text where the title says little."""
    by_title = classify(title)
    if by_title.kind and not by_title.weak:
        return by_title
    by_text = classify(entry.text)
    usable = by_text.kind and not by_text.weak and by_text.kind not in NOT_IN_TEXT
    if usable or (by_text.kind and not by_title.kind):
        return replace(by_text, strength=by_title.strength)
    if not title and not by_title.kind and entry.says:
        return Meaning(RunKind.EASY, entry.says, weak=True)
    return by_title


def _run(entry: Entry, meaning: Meaning, notes: Notes) -> Run:
    kind = RunKind(meaning.kind)
    if kind is RunKind.REST:
        return Run(kind, title_of(entry.title))
    return Run(
        kind=kind,
        title=title_of(entry.title),
        distance_m=_distance(entry, kind, notes),
        minutes=entry.minutes or minutes(entry.title),
        at=entry.at,
        optional=meaning.optional and kind not in ALWAYS,
    )


def _distance(entry: Entry, kind: RunKind, notes: Notes) -> int | None:
    field = entry.distance_m
    if field and entry.kind:
        return field
    by_title = distance(entry.title, entry.unit)
    if by_title is None and kind in {RunKind.RACE, RunKind.TUNEUP}:
        by_title = race_distance(entry.title)
    if by_title is None:
        return field or distance(entry.text.partition("\n")[0])
    if field is None or abs(field - by_title) <= APART * by_title:
        return by_title if field is None else field
    if kind is RunKind.WORKOUT and field > by_title:
        return field  # the whole day: what the title names is its core
    named = f"{entry.date} {shown(title_of(entry.title))}"
    notes.warn("distances that contradict the title; the title's is taken", named)
    return by_title


def _without_idle_rests(
    runs: list[DatedRun], entries: tuple[Entry, ...], notes: Notes
) -> list[DatedRun]:
    """Leave out rests of days with a run, unless a table names both by their kinds."""
    stated = {entry.line for entry in entries if entry.says == KIND_COLUMN}
    running = {dated.date for dated in runs if dated.run.kind is not RunKind.REST}
    kept, rests = [], set()
    for dated in runs:
        if dated.run.kind is not RunKind.REST or dated.line in stated:
            kept.append(dated)
        elif dated.date in running:
            notes.warn("days have a rest beside a run; the run is kept", str(dated.date))
        elif dated.date not in rests:
            rests.add(dated.date)
            kept.append(dated)
    return kept
