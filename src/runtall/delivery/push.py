"""What has to change in a calendar on a server, so that it holds a plan."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from icalendar import Calendar, Event

from runtall.delivery.caldav import Server, Stored
from runtall.delivery.plan_calendar import PlanCalendar
from runtall.errors import NoAnswer
from runtall.exporters.event_times import is_cancelled, time_in
from runtall.exporters.identity import PRODUCT

# Tells later whose event it is, also if the plan no longer knows of it. It names the event, too:
# what somebody made by copying it is theirs.
PLAN = "X-RUNTALL-PLAN"
TIMES = ("DTSTART", "DTEND")
# And what it means where a server leaves it out.
WORDS = {"SUMMARY": "", "DESCRIPTION": "", "STATUS": "CONFIRMED", "TRANSP": "OPAQUE", "URL": ""}


class Change(NamedTuple):
    """An event to write, or to delete (no data).

    Parameters
    ----------
    etag
        State in which the event has to be; None: there is none yet.
    """

    url: str
    data: bytes | None
    etag: str | None


class Difference(NamedTuple):
    """What has to change, and how many events need not: ours, and those of others."""

    changes: tuple[Change, ...]
    unchanged: int
    others: int

    @property
    def counts(self) -> dict[str, int]:
        """How many events are new, written anew in their place, go, stay, and are of others."""
        put = sum(change.etag is None for change in self.changes)
        deleted = sum(change.data is None for change in self.changes)
        changed = len(self.changes) - put - deleted
        told = {"put": put, "changed": changed, "deleted": deleted}
        return told | {"unchanged": self.unchanged, "others": self.others}


def difference(
    plan: PlanCalendar, stored: Iterable[Stored], folder: str, *, remove: bool = False
) -> Difference:
    """Compare a plan with what is on the server.

    Parameters
    ----------
    folder
        Address of the calendar, which ends in a slash.
    remove
        Whether the plan is to go.
    """
    mine = {str(event["UID"]): event for event in plan.calendar.events if "UID" in event}
    wanted = (
        {} if remove else {uid: event for uid, event in mine.items() if not is_cancelled(event)}
    )
    changes, seen, unchanged, others = [], set(), 0, 0
    for item in stored:
        event = _event(item.data)
        uid = str(event.get("UID", "")) if event else ""
        if event is None or not (uid in mine or event.get(PLAN) == _mark(plan.calendar, event)):
            others += 1
        elif uid not in wanted or uid in seen:
            changes.append(Change(item.url, None, item.etag))
        elif _same(wanted[uid], event):
            unchanged += 1
        else:
            changes.append(Change(item.url, _alone(plan.calendar, wanted[uid]), item.etag))
        seen.add(uid)
    changes += [
        Change(f"{folder}{uid}.ics", _alone(plan.calendar, event), None)
        for uid, event in wanted.items()
        if uid not in seen
    ]
    return Difference(tuple(changes), unchanged, others)


def apply(server: Server, changes: tuple[Change, ...]) -> None:
    """Make the changes, one after the other.

    Raises
    ------
    NoAnswer
        With how many were made. Comparing again finds those that are left.
    """
    for made, change in enumerate(changes):
        try:
            if change.data is None:
                server.delete(change.url, change.etag or "")
            else:
                server.put(change.url, change.data, change.etag)
        except NoAnswer as error:
            rest = f"{made} of {len(changes)} changes were made; run it again for the others"
            raise NoAnswer(f"{error}; {rest}") from error


def _event(data: str) -> Event | None:
    """Return the event of a file on the server; None if it can't be read."""
    with suppress(ValueError):
        return next((event for event in Calendar.from_ical(data).events if "UID" in event), None)
    return None


def _mark(calendar: Calendar, event: Event) -> str:
    return f"{calendar.get('UID', '')} {event['UID']}"


def _same(ours: Event, theirs: Event) -> bool:
    """Return whether nothing of ours is missing or older on the server.

    What a server or a phone added, such as an alarm of its own, is left there.
    """
    return (
        all(time_in(ours, name) == time_in(theirs, name) for name in TIMES)
        and _words(ours) == _words(theirs)
        and _alarms(ours) <= _alarms(theirs)
        and _sequence(ours) <= _sequence(theirs)
    )


def _words(event: Event) -> list[list[str]]:
    """Return the texts of an event, word by word: servers tidy up the spaces between."""
    return [str(event.get(name, usual)).split() for name, usual in WORDS.items()]


def _alarms(event: Event) -> set[str]:
    return {str(getattr(alarm.get("TRIGGER"), "dt", "")) for alarm in event.walk("VALARM")}


def _sequence(event: Event) -> int:
    value = event.get("SEQUENCE", 0)
    return int(value) if isinstance(value, int) else 0


def _alone(calendar: Calendar, event: Event) -> bytes:
    """Return a file with one event, the zones of its times, and the mark of its plan."""
    file = Calendar()
    file.add("PRODID", PRODUCT)
    file.add("VERSION", "2.0")
    zones = {getattr(event.get(name), "params", {}).get("TZID") for name in TIMES}
    for zone in calendar.timezones:
        if str(zone.get("TZID")) in zones:
            file.add_component(zone)
    marked = event.copy(recursive=True)
    marked.add(PLAN, _mark(calendar, event))
    file.add_component(marked)
    return bytes(file.to_ical())
