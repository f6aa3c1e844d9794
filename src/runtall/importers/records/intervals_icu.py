"""Events of intervals.icu, as its API gives them: a list in JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from runtall.documents.values import YEARS
from runtall.domain.run_plan import STRENGTH, RunKind
from runtall.errors.words import shown
from runtall.importers.base import Context, Entries, Entry, Notes, no_run_plan
from runtall.importers.records.records import read_records
from runtall.importers.tables.cells import read_text
from runtall.importers.words.lengths import DAY, FURTHEST_M
from runtall.importers.words.titles import one_line

FORM = "events of intervals.icu"
MOST_EVENTS = 20_000
LONGEST_TITLE = 2_000
RUNNING = {"Run", "VirtualRun", "TrailRun", "TrackRun", "Treadmill"}
LIFTING = {"WeightTraining", "Crossfit", "Yoga", "Pilates", "HighIntensityIntervalTraining"}
# Names that only its events have.
OWN = {"start_date_local", "category", "icu_training_load"}
# Categories that are a day's training; all others are notes, holidays, targets and the like.
WORKOUT, RACES = "WORKOUT", {"RACE_A", "RACE_B", "RACE_C", "RACE"}


def read_intervals_icu(text: str, context: Context) -> Entries:
    """Read every planned workout and race; notes, targets, illness and holidays are left out."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise no_run_plan("no JSON that can be read") from None
    if not isinstance(found, list | dict):
        raise no_run_plan("no list of events")
    return read_events(found, context)


def read_events(document: Any, context: Context) -> Entries:
    """Read a list of events, perhaps below a key or two; any other document as what it is."""
    events = _events(document)
    if events is None:
        return read_records(document, context)
    if len(events) > MOST_EVENTS:
        raise no_run_plan(f"more than {MOST_EVENTS} events")
    notes = Notes()
    read = [_entry(number, event, notes) for number, event in enumerate(events, start=1)]
    entries = tuple(entry for entry in read if entry is not None)
    if not entries:
        raise no_run_plan(f"none of the {len(events)} events is a day's training")
    return Entries(entries, FORM, warnings=notes.remarks(), feed=True)


def _events(document: Any, names: set[str] = OWN, depth: int = 3) -> list[Any] | None:
    """Return the list of events in a document; None where there is none.

    Below a key only its own way to write when they begin tells it from any other list.
    """
    if isinstance(document, list):
        own = (isinstance(event, dict) and names & event.keys() for event in document)
        return document if any(own) else None
    below = document.values() if isinstance(document, dict) and depth else ()
    found = (_events(one, {"start_date_local"}, depth - 1) for one in below)
    return next((events for events in found if events is not None), None)


def _entry(number: int, event: Any, notes: Notes) -> Entry | None:
    """Return the entry of an event; None if it is no day's training."""
    if not isinstance(event, dict):
        notes.warn("entries left out that are no events", f"entry {number}")
        return None
    category = str(event.get("category") or WORKOUT).upper()
    if category != WORKOUT and category not in RACES:
        return None
    title = one_line(str(event.get("name") or "")[:LONGEST_TITLE])
    when = str(event.get("start_date_local") or event.get("date") or "")
    try:
        day = date.fromisoformat(when[:10])
    except ValueError:
        day = date.min
    if not YEARS[0] <= day.year <= YEARS[1]:
        notes.warn("events left out without a date", f"{shown(title)}, entry {number}")
        return None
    sort = str(event.get("type") or "Run")
    kind = STRENGTH if sort in LIFTING else RunKind.CROSS.value
    if sort in RUNNING:
        kind = RunKind.RACE.value if category in RACES else ""  # else its title tells
    return Entry(
        day,
        title,
        number,
        read_text(str(event.get("description") or "")),
        kind=kind,
        says=sort,
        distance_m=_number(event, ("distance", "distance_target"), 1, FURTHEST_M),
        minutes=_number(event, ("moving_time", "time_target"), 60, DAY),
        at=_time(when),
    )


def _number(event: Mapping[str, Any], keys: tuple[str, ...], unit: int, most: int) -> int | None:
    """Return the first of some values, in whole units; None where there is none that can be."""
    for key in keys:
        value = event.get(key)
        if isinstance(value, int | float) and 0 < value / unit <= most:
            return round(value / unit) or None
    return None


def _time(when: str) -> time | None:
    """Return the start; events without one begin at midnight."""
    try:
        at = time.fromisoformat(when[11:16])
    except ValueError:
        return None
    return at if at != time.min else None
