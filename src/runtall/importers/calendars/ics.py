"""Calendars (``.ics``): each event an entry, with what its service says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta

from icalendar import Component

from runtall.documents.calendars import read_calendars
from runtall.documents.values import BadValue
from runtall.domain.run_plan import EASY_KINDS, RunKind
from runtall.errors.words import shown
from runtall.importers.base import Context, Entries, Entry, Notes, no_run_plan
from runtall.importers.calendars.lines import without_stray
from runtall.importers.calendars.properties import text_of
from runtall.importers.calendars.repeats import is_series, occurrences
from runtall.importers.calendars.rules import frequency, goes_on
from runtall.importers.calendars.services import WEEK_SUMMARY, Service, service_of, with_details
from runtall.importers.calendars.when import Zone, when
from runtall.importers.kinds.classify import NO_RUNS, classify
from runtall.importers.kinds.services import NO_TRAINING
from runtall.importers.tables.cells import read_text
from runtall.importers.words.lengths import minutes
from runtall.importers.words.titles import spelling, title_of

MOST_EVENTS = 10_000
MOST_LINES = 100_000
LONGEST_TITLE = 2_000
# How long before the race, or after its first day, an event is repeated.
REACH = timedelta(weeks=54)
# Days of an event that is no run, but a phase of the plan.
A_WEEK = 7
FREQUENCIES = {"DAILY", "WEEKLY"}
COMPLETED = re.compile(r"\bactual (time|distance)\b")


def read_ics(text: str, context: Context) -> Entries:
    """Read every event that is a day's training.

    Left out are cancelled events, those of several days, and completed trainings that stand
    beside the planned one. Times are turned to the runner's time zone before the day is taken.
    """
    if text.count("\n") > MOST_LINES:
        raise no_run_plan(f"more than {MOST_LINES} lines; this is no run plan")
    notes = Notes()
    text, numbers = without_stray(text, notes)
    begins = [
        number
        for number, line in zip(numbers, text.split("\r\n"), strict=False)
        if line.strip().upper() == "BEGIN:VEVENT"
    ]
    if len(begins) > MOST_EVENTS:
        raise no_run_plan(f"more than {MOST_EVENTS} events; this is no run plan")
    try:
        found, warnings = read_calendars(text)
    except Exception as error:
        # The library raises many kinds of exception on files that are no calendars.
        raise no_run_plan(f"no calendar that can be read: {str(error)[:200]}") from None
    for warning in warnings:
        notes.warn(*warning)
    events = [event for part in found for event in part.walk("VEVENT")]
    if not events:
        if "BEGIN:V" not in text.upper():
            raise no_run_plan("no calendar that can be read: no line says BEGIN:VCALENDAR")
        raise no_run_plan("there is no event in the calendar")
    service = service_of(found, events)
    zone = Zone.of(context, found, notes)
    known = len(events) == len(begins)  # broken events may be missing, and all lines with them
    lines = dict(zip(map(id, events), begins, strict=True)) if known else {}
    newest = _newest(events)
    planned = [event for event in newest if not is_series(event) or _is_planned(event, notes)]
    entries = []
    for event, times in occurrences(found, planned, *_reach(planned, context, zone)):
        if times is None:
            name = shown(title_of(text_of(event, "SUMMARY")))
            notes.warn("events left out whose times can't be worked out", name)
        line = lines.get(id(event), 0)
        entries += [_entry(one, line, service, zone, notes) for one in times or ()]
    kept = _without_twins([entry for entry in entries if entry is not None])
    if not kept:
        why = "".join(f"; {warning}" for warning in notes.remarks())
        raise no_run_plan(f"none of the {len(events)} events is a day's training{why}")
    form = f"a calendar of {service.name}" if service.name else "a calendar"
    return Entries(kept, form, notes.remarks(), feed=True, timezone=zone.named)


def _is_planned(event: Component, notes: Notes) -> bool:
    """Return whether an event repeats as runs do: on days or weekdays."""
    planned = "RDATE" not in event and frequency(event.get("RRULE")) in FREQUENCIES
    if not planned or not goes_on(event):
        name = shown(title_of(text_of(event, "SUMMARY")))
        notes.warn("events left out that repeat otherwise than by days or weeks", name)
        return False
    return True


def _reach(events: Sequence[Component], context: Context, zone: Zone) -> tuple[date, date]:
    """Return the days in which times of events that repeat are wanted."""
    if context.race_date:
        return context.race_date - REACH, context.race_date + timedelta(weeks=1)
    starts = []
    for event in filter(is_series, events):
        with suppress(BadValue):
            starts.append(when(event, zone).date)
    first = min(starts, default=date(2000, 1, 1))
    return first, first + REACH - timedelta(days=1)


def _newest(events: Sequence[Component]) -> list[Component]:
    """Leave out older versions of an event, by its SEQUENCE; times of a series are no versions."""
    latest: dict[str, int] = {}
    for event in events:
        if "RECURRENCE-ID" not in event:
            uid = text_of(event, "UID")
            latest[uid] = max(latest.get(uid, 0), _sequence(event))
    return [
        event
        for event in events
        if "RECURRENCE-ID" in event
        or not text_of(event, "UID")
        or _sequence(event) == latest[text_of(event, "UID")]
    ]


def _sequence(event: Component) -> int:
    number = text_of(event, "SEQUENCE")
    return int(number) if re.fullmatch(r"[0-9]{1,9}", number) else 0


def _entry(event: Component, line: int, service: Service, zone: Zone, notes: Notes) -> Entry | None:
    """Return the entry of an event; None if it is no day's training."""
    if text_of(event, "STATUS").upper() == "CANCELLED":
        return None
    title = text_of(event, "SUMMARY")[:LONGEST_TITLE].strip()
    name = shown(title_of(title))
    try:
        start = when(event, zone)
    except BadValue as error:
        notes.warn(f"events left out: {error}", f"{name} in line {line}")
        return None
    if start.days > 1:
        days = f"{start.date} to {start.date + timedelta(start.days - 1)}"
        if start.days < A_WEEK and classify(title).kind not in NO_RUNS:
            run = f"a run of several days left out: {name}, {days}; give it a day of its own"
            notes.warn(run)
        elif not WEEK_SUMMARY.match(spelling(title)):
            notes.warn("events of several days left out", f"{start.date} {name}")
        return None
    text = read_text(text_of(event, "DESCRIPTION"))
    # Beside "easy 20 min" an hour in a calendar is the way there and back, or a habit.
    plain = classify(title).kind in {*EASY_KINDS, RunKind.LONG} and minutes(title)
    slot = None if plain else start.minutes
    bare = Entry(start.date, title, line, text, minutes=slot, at=start.at)
    entry = with_details(bare, event, service)
    return None if entry.kind == NO_TRAINING or not (title or text.strip()) else entry


def _without_twins(entries: list[Entry]) -> tuple[Entry, ...]:
    """Leave out what is there twice: the same again, done beside planned, all-day beside timed."""
    planned = {_key(entry) for entry in entries if not _is_done(entry)}
    once = [entry for entry in entries if not (_is_done(entry) and _key(entry) in planned)]
    timed = {_key(entry) for entry in once if entry.at is not None}
    kept: dict[tuple[object, ...], Entry] = {}
    for entry in once:
        if entry.at is None and _key(entry) in timed:
            continue
        kept.setdefault((*_key(entry), entry.at), entry)
    return tuple(kept.values())


def _key(entry: Entry) -> tuple[object, str]:
    return entry.date, spelling(entry.title)


def _is_done(entry: Entry) -> bool:
    return bool(COMPLETED.search(entry.text.lower())) or entry.says.startswith("COMPLETED")
