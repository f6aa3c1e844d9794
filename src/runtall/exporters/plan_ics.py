"""``plan.ics``: one event per session, for calendars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from urllib.parse import quote
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vText

from runtall.domain.clock import existing
from runtall.domain.problem import Day, Problem
from runtall.domain.run_plan import Run, RunKind
from runtall.domain.scenario import Publication
from runtall.domain.session_ids import identified_mobility, identified_sessions
from runtall.exporters.card_fitting import card_texts
from runtall.exporters.card_text import facts
from runtall.exporters.clean import calendar_line, lines
from runtall.exporters.event_times import date_of, newest_stamp, time_in
from runtall.exporters.export import Export
from runtall.exporters.how_it_works import HOW_TITLE, how_it_works
from runtall.exporters.identity import PRODUCT, event_uid, relaxed_tokens
from runtall.exporters.mobility_text import mobility_text, mobility_title
from runtall.exporters.revisions import events_before, revised
from runtall.exporters.run_words import run_text, run_title
from runtall.exporters.session_card import STRENGTH, SessionCard
from runtall.exporters.vtimezone import vtimezone
from runtall.progression.texts import race_words, say

RELAXED = "X-RUNTALL-RELAXED"
FACTS, NOTES = "X-RUNTALL-SESSION", "X-RUNTALL-NOTES"
MOBILITY, RUN, RACE, GUIDE = "Mobility", "Run", "Race", "Guide"
# What stands in these properties as it is; other signs would be escaped by some programs only.
SAFE = " |=/+:.'()-"
COLOUR = "teal"


def calendar_of(export: Export) -> Calendar:
    """Return the calendar of a plan."""
    events = revised(_events(export), events_before(export.previous), export.now)
    events.sort(key=lambda event: (f"{time_in(event, 'DTSTART')}", str(event["UID"])))
    calendar = _calendar(export, events)
    problem = export.problem
    for key in sorted({tzid for event in events for tzid in _zones(event)}):
        used = [date_of(event) for event in events if key in _zones(event)]
        days = [problem.days[0].date, problem.days[-1].date, *used]
        calendar.add_component(vtimezone(key, min(days), max(days)))
    calendar.subcomponents += events
    return calendar


def _calendar(export: Export, events: Iterable[Event]) -> Calendar:
    publication = export.scenario.publication
    introduction = say("introduction", race=race_words(export.problem))
    name, description = vText(calendar_line(publication.name)), vText(introduction)
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("UID", str(event_uid(publication.plan_id, "calendar")))
    calendar.update({"NAME": name, "X-WR-CALNAME": name})
    calendar.update({"DESCRIPTION": description, "X-WR-CALDESC": description})
    calendar.add("COLOR", COLOUR)
    calendar.add("LAST-MODIFIED", newest_stamp(events, export.now))
    if publication.timezone:
        calendar.add("X-WR-TIMEZONE", publication.timezone)
    if export.plan.relaxed:
        calendar.add(RELAXED, " ".join(relaxed_tokens(sorted(set(export.plan.relaxed)))))
    return calendar


def _zones(event: Event) -> list[str]:
    params = [getattr(event.get(name), "params", {}) for name in ("DTSTART", "DTEND")]
    return [str(each["TZID"]) for each in params if "TZID" in each]


def _events(export: Export) -> Iterator[Event]:
    """Yield the events of a plan, without stamps."""
    problem, plan, publication = export.problem, export.plan, export.scenario.publication
    if "strength" in publication.include:
        found = identified_sessions(plan)
        if found:
            first = problem.days[found[0][1].day]
            # What no event says it says itself, and who reads the calendar knows no other events.
            text = how_it_works(problem, publication.in_calendar(plan), publication.units)
            yield _event(publication, GUIDE, first, "w00-how", HOW_TITLE, text)
        for (key, _), card in zip(found, export.cards, strict=True):
            yield _session(problem, key, card, publication)
    if "mobility" in publication.include:
        for key, index in identified_mobility(plan):
            day, athlete = problem.days[index], problem.request.athlete
            title = f"{mobility_title(problem)}, after your easy run"
            yield _event(publication, MOBILITY, day, key, title, mobility_text(athlete, day.items))
    if "runs" in publication.include:
        yield from _runs(problem, publication)
    yield _race(problem, publication)


def _session(problem: Problem, key: str, card: SessionCard, publication: Publication) -> Event:
    day, start = problem.days[card.session.day], card.session.start
    (text, notes), minutes = card_texts(card), card.session.minutes
    event = _event(publication, STRENGTH, day, key, card.title, text, start, minutes)
    event.add(FACTS, quote(facts(card), SAFE))
    if notes:
        event.add(NOTES, quote(notes, SAFE))
    if publication.reminder_minutes is not None and isinstance(event.start, datetime):
        alarm = Alarm()
        alarm.add("ACTION", "DISPLAY")
        alarm.add("DESCRIPTION", card.title)
        alarm.add("TRIGGER", -timedelta(minutes=publication.reminder_minutes))
        event.add_component(alarm)
    return event


def _runs(problem: Problem, publication: Publication) -> Iterator[Event]:
    for day in problem.days:
        for number, run in enumerate(day.runs, start=1):
            if run.kind not in {RunKind.REST, RunKind.RACE}:
                key = f"w{day.week:02}-run-{day.weekday}-{number}"
                title, text = run_title(run, publication.units), run_text(run, publication.units)
                yield _event(publication, RUN, day, key, title, text, run.at, run.minutes)


def _race(problem: Problem, publication: Publication) -> Event:
    day = problem.days[problem.request.calendar.race_day]
    run = next((run for run in day.runs if run.kind is RunKind.RACE), Run(RunKind.RACE))
    name = calendar_line(run.title) or calendar_line(publication.name)
    text = run_text(run, publication.units)
    return _event(publication, RACE, day, "race", f"Race day: {name}".rstrip(": "), text)


def _moment(day: date, at: time, zone: str) -> datetime:
    return datetime.combine(day, existing(day, at, zone), ZoneInfo(zone))


def _event(
    publication: Publication,
    category: str,
    day: Day,
    key: str,
    title: str,
    text: str,
    at: time | None = None,
    minutes: int | None = None,
) -> Event:
    """Return an event without stamps: timed where all that this takes is known, else all day."""
    zone, link = publication.timezone, calendar_line(publication.link).replace(" ", "%20")
    begin, end = day.date, day.date + timedelta(days=1)
    if at is not None and minutes is not None and zone is not None:
        begin = _moment(day.date, at, zone)
        # Wall time plus minutes; an event without length is one that programs disagree on.
        end = begin + timedelta(minutes=max(1, minutes))
        end = _moment(end.date(), end.time(), zone)
    event = Event()
    event.add("DTSTART", begin)
    event.add("DTEND", end)
    timed = isinstance(begin, datetime)
    texts = {
        "TRANSP": "OPAQUE" if timed else "TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS": "BUSY" if timed else "FREE",
        "UID": str(event_uid(publication.plan_id, key)),
        "SUMMARY": title,
        "DESCRIPTION": lines(text) + (f"\n\n{link}" if link else ""),
        "STATUS": "CONFIRMED",
    }
    # Each by `add` would be looked at for its type first, which takes its time.
    event.update({name: vText(words) for name, words in texts.items()})
    event.add("CATEGORIES", [category])
    if link:
        event.add("URL", link)
    return event
