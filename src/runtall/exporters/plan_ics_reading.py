"""Reading ``plan.ics`` back out of what people see: titles, texts and times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from runtall.check.relaxations import needed_only
from runtall.documents.calendars import read_calendars
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import WORDS, Relaxation, Relaxed
from runtall.errors.words import counted
from runtall.exporters.card_reading import placed, read_lines, read_title, read_why
from runtall.exporters.decisions import by_day
from runtall.exporters.event_times import is_cancelled, time_in
from runtall.exporters.fields import collecting, day_index
from runtall.exporters.identity import PRODUCT, relaxed_of
from runtall.exporters.plan_ics import FACTS, MOBILITY, NOTES, RELAXED
from runtall.exporters.revisions import CANCELLED
from runtall.exporters.session_card import STRENGTH
from runtall.exporters.unreadable import UnreadablePlan


def plan_of(calendar: Calendar, problem: Problem) -> Plan:
    """Read a plan from a calendar.

    Strength and mobility events are known by their category, or by the first word of their
    title; cancelled ones and all others are passed over. Exercises are read from the numbered
    lines of the event's text, and what these say in words only from a property beside it.

    Raises
    ------
    UnreadablePlan
        With every fault and the event it is in.
    """
    faults: list[str] = []
    sessions: list[Session] = []
    mobility: list[int] = []
    relaxed: set[Relaxed] = set()
    for number, event in enumerate(calendar.events, start=1):
        kind = category(event)
        if is_cancelled(event) or kind is None:
            continue
        with collecting(faults, f"event {number} ({event.get('SUMMARY', '')}): "):
            if kind == MOBILITY:
                mobility.append(when(event, calendar, problem)[0])
            else:
                sessions.append(_session(event, calendar, problem))
    for token in str(calendar.get(RELAXED, "")).split():
        with collecting(faults, f"{RELAXED}: "):
            relaxed.add(relaxed_of(token, problem.request.calendar.weeks))
    if faults:
        raise UnreadablePlan(*faults)
    if RELAXED in calendar:
        return by_day(sessions, mobility, relaxed)
    # Lost, or there was nothing to say: of what the sessions tell, only what a rule asks for.
    return needed_only(problem, by_day(sessions, mobility, {*_told(problem, sessions)}))


def cancelled_sessions(calendar: Calendar, problem: Problem) -> Iterator[Session]:
    """Yield the sessions that somebody called off since; those of earlier plans are none."""
    for event in calendar.events:
        ours = category(event) == STRENGTH and is_cancelled(event)
        if ours and not str(event.get("SUMMARY", "")).startswith(CANCELLED):
            with suppress(ValueError):
                yield _session(event, calendar, problem)


def _told(problem: Problem, sessions: Sequence[Session]) -> Iterator[Relaxed]:
    """Yield what weeks may have given up, by what their sessions tell, where there is no list.

    Those before an illness know nothing of it.
    """
    for week in problem.weeks:
        here = [session for session in sessions if session.day // 7 + 1 == week.number]
        notes = [session.note for session in here]
        ill = any(problem.days[day].ill for day in week.days)
        if ill and week.n_sessions and not here:
            yield Relaxed(week.number, Relaxation.SKIP)
        if ill and [s.kind for s in here] == [SessionKind.D1] and SessionKind.D2 in week.kinds:
            yield Relaxed(week.number, Relaxation.CUT_SHORT)
        yield from (
            Relaxed(week.number, step)
            for step, words in WORDS.items()
            if any(words in note for note in notes)
        )


def read_calendar(data: bytes) -> Calendar:
    """Read the one calendar of a file.

    Raises
    ------
    UnreadablePlan
        If there is none, or more than one.
    """
    try:
        found = read_calendars(data.decode("utf-8-sig", "replace")).components
    except Exception as error:
        # The library raises many kinds of exception on files that are no calendars.
        raise UnreadablePlan(f"no calendar that can be read: {error}") from error
    if b"BEGIN:VCALENDAR" in data and b"END:VCALENDAR" not in data:
        raise UnreadablePlan("is cut off: END:VCALENDAR is missing")
    calendars = [item for item in found if isinstance(item, Calendar)]
    if len(calendars) != 1:
        raise UnreadablePlan(f"holds {len(calendars)} calendars; a plan is one")
    (calendar,) = calendars
    maker = str(calendar.get("PRODID", ""))
    if maker != PRODUCT and not any(map(category, calendar.events)):
        by = f" made by {maker}" if maker else ""
        count = counted(len(calendar.events), "event")
        raise UnreadablePlan(f"a calendar{by}, with {count} and no session; name a plan.ics")
    return calendar


def categories(event: Event) -> list[str]:
    """Return all words of an event's kind."""
    values = event.get("CATEGORIES", [])
    listed = values if isinstance(values, list) else [values]
    return [str(name) for value in listed for name in getattr(value, "cats", [])]


def category(event: Event) -> str | None:
    """Return whether it is a strength or a mobility event; None if it is neither."""
    title = str(event.get("SUMMARY", "")).lstrip()
    ours = [name for name in categories(event) if name in {STRENGTH, MOBILITY}]
    ours += [name for name in (STRENGTH, MOBILITY) if title.startswith(name)]
    return next(iter(ours), None)


def when(event: Event, calendar: Calendar, problem: Problem) -> tuple[int, time | None]:
    """Return the day and, where it has one, time of an event."""
    if "RRULE" in event or "RDATE" in event:
        raise ValueError("is repeated; each session has an event of its own")
    start = time_in(event, "DTSTART")
    if isinstance(start, datetime):
        zone = problem.request.timezone or str(calendar.get("X-WR-TIMEZONE", ""))
        if start.tzinfo is not None and zone:
            try:
                start = start.astimezone(ZoneInfo(zone))
            except (ValueError, OSError, KeyError) as error:
                raise ValueError(f"X-WR-TIMEZONE: {zone!r} is no time zone") from error
        return day_index(start.date(), problem), start.time().replace(tzinfo=None)
    if start is not None:
        return day_index(start, problem), None
    raise ValueError("has no start that can be read")


def _session(event: Event, calendar: Calendar, problem: Problem) -> Session:
    faults: list[str] = []
    with collecting(faults, ""):
        day, start = when(event, calendar, problem)
    with collecting(faults, ""):
        kind, minutes = read_title(str(event.get("SUMMARY", "")))
    card = str(event.get("DESCRIPTION", ""))
    with collecting(faults, ""):
        lines = read_lines(card, _own(event, NOTES), problem.exercises)
    if faults:
        raise ValueError("\n".join(faults))
    session = Session(day, kind, (), minutes=minutes or 0, start=start, note=read_why(card))
    return replace(session, entries=placed(problem, session, lines, _own(event, FACTS)))


def _own(event: Event, name: str) -> str:
    """Return the text of a property that only runtall writes, and reads."""
    return unquote(str(event.get(name, "")))
