"""Events that repeat: one event for each time, within some days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runtall.importers.calendars.properties import text_of
from runtall.importers.calendars.rules import MOST_STEPS, steps

if TYPE_CHECKING:
    from icalendar import Component

MOST_SERIES = 2_000


def is_series(event: Component) -> bool:
    """Return whether an event repeats."""
    return "RRULE" in event or "RDATE" in event


def occurrences(
    calendars: Sequence[Component], events: Iterable[Component], first: date, last: date
) -> Iterator[tuple[Component, Sequence[Component] | None]]:
    """Yield each event with its times: single ones with themselves, series with those in some days.

    None in place of the times: they can't be worked out, or would take too long.
    """
    events = list(events)
    uids = [text_of(event, "UID") or str(id(event)) for event in events]
    series: dict[str, list[Component]] = {
        uid: [] for uid, event in zip(uids, events, strict=True) if is_series(event)
    }
    for uid, event in zip(uids, events, strict=True):
        if uid in series:
            series[uid].append(event)
        else:
            yield event, (event,)
    zones = [zone for calendar in calendars for zone in calendar.walk("VTIMEZONE")]
    left: float = MOST_STEPS
    for number, members in enumerate(series.values()):
        work = sum(steps(member, first, last) for member in members)
        if number >= MOST_SERIES or work > left:
            yield members[0], None
            continue
        left -= work
        yield members[0], _times([*zones, *members], first, last)


def _times(components: Iterable[Component], first: date, last: date) -> Sequence[Component] | None:
    """Let the library work out the times of a series."""
    import recurring_ical_events
    from icalendar import Calendar

    together = Calendar()
    for component in components:
        together.add_component(component)
    try:
        found = recurring_ical_events.of(together).between(first, last + timedelta(1))
        return list(found)
    except Exception:  # broken rules raise many kinds of exception
        return None
