"""A busy calendar as availability: what its events leave of each day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from runtall.domain.run_plan import NOT_RUNNING, minute_of
from runtall.errors import FileFaults
from runtall.errors.words import counted
from runtall.scenario.faults import Finding
from runtall.scenario.schema.availability import DayAccess
from runtall.scenario.to_access import window_on

if TYPE_CHECKING:
    from runtall.domain.calendar import Calendar
    from runtall.domain.run_plan import Run, RunPlan
    from runtall.importers.calendars.busy import Taken
    from runtall.scenario.schema import ScenarioFile

KEY = ("availability", "busy")
# Nobody trains at night: the day where no window says otherwise, in minutes.
MORNING, NIGHT = 6 * 60, 22 * 60
END_OF_DAY = 24 * 60
# No session is shorter, in minutes.
SHORTEST = 10
# First and last minute of a span of a day, from midnight on.
Gap = tuple[int, int]


class WithBusy(NamedTuple):
    """A scenario whose availability knows of its busy calendar."""

    model: ScenarioFile
    findings: tuple[Finding, ...] = ()
    warnings: tuple[str, ...] = ()


def with_busy(
    model: ScenarioFile, calendar: Calendar, runs: RunPlan, folder: Path | None
) -> WithBusy:
    """Take the time of a busy calendar out of the availability of each day.

    What is left stands in ``availability.days``, as if the runner had written it: of the events
    nothing else is kept.
    """
    availability = model.availability
    if availability.busy is None:
        return WithBusy(model)
    if folder is None:
        return WithBusy(model, (Finding(KEY, "a scenario within a plan names no file"),))
    if model.timezone is None:
        zone = "needs the key timezone, an IANA name such as Europe/London"
        return WithBusy(model, (Finding(KEY, f"{availability.busy} {zone}"),))
    from runtall.importers.calendars.busy import read_busy

    try:
        busy = read_busy(
            folder / availability.busy, model.timezone, calendar.first_date, calendar.last_date
        )
    except FileFaults as error:
        found = (Finding(KEY, f"{availability.busy}: {f.message}") for f in error.faults)
        return WithBusy(model, tuple(found))
    days = dict(availability.days)
    shorter, off = 0, 0
    for day, taken in busy.taken.items():
        index = calendar.index(day)
        window = window_on(availability, day)
        if index is None or window is None:
            continue
        pause = model.output.start.after_run_minutes
        left = _left(window, taken, runs[index], model.strength.minutes, pause)
        if left != window:
            days[day] = left
            off += left == "off"
            shorter += left != "off"
    less = f"{counted(shorter, 'day')} with less time than usual, {off} off"
    words = [f"{availability.busy}: {less}"]
    if busy.unread:
        words.append(
            f"{availability.busy}: {counted(busy.unread, 'event')} left out: can't be read"
        )
    changed = availability.model_copy(update={"days": days, "busy": None})
    changed_model = model.model_copy(update={"availability": changed})
    return WithBusy(changed_model, warnings=tuple(words))


def _left(
    window: DayAccess, taken: Taken, runs: Sequence[Run], longest: int, pause: int
) -> DayAccess | str:
    """Return what is left of a day's window: its best gap, or off."""
    after = _run_ends(runs, pause)
    has_times = bool(after) or window.opens is not None or window.closes is not None
    wanted = min(longest, window.minutes or longest)
    first = max(after, minute_of(window.opens) if window.opens else 0 if has_times else MORNING)
    # After a late run a session may last into the night, as it may without a calendar.
    night = min(END_OF_DAY, max(NIGHT, first + wanted)) if window.opens is None else END_OF_DAY
    last = minute_of(window.closes) if window.closes else night
    gaps = list(_gaps(first, last, taken))
    if first >= last or gaps == [(first, last)]:
        return window
    begin, end = _best(gaps, wanted)
    if end - begin < SHORTEST:
        return "off"
    minutes = None if end - begin >= wanted else end - begin
    if not has_times:
        # When on such a day is the runner's own choice, as it would be without a calendar.
        return window.model_copy(update={"minutes": minutes or window.minutes})
    return window.model_copy(update={"opens": _time(begin), "closes": _time(end)})


def _gaps(first: int, last: int, taken: Taken) -> Iterator[Gap]:
    """Yield what some spans leave of a window."""
    for begin, end in taken:
        if begin >= last or end <= first:
            continue
        if begin > first:
            yield first, begin
        first = max(first, end)
    if first < last:
        yield first, last


def _run_ends(runs: Sequence[Run], pause: int) -> int:
    """Return the minute from which on a session can follow the day's runs; 0: nobody knows."""
    ends = [
        minute_of(run.at) + run.minutes + pause
        for run in runs
        if run.at is not None and run.minutes is not None and run.kind not in NOT_RUNNING
    ]
    return max(ends, default=0)


def _best(gaps: Sequence[Gap], wanted: int) -> Gap:
    """Return the first gap that is long enough, else the longest."""
    enough = next((gap for gap in gaps if gap[1] - gap[0] >= wanted), None)
    return enough or max(gaps, key=lambda gap: gap[1] - gap[0], default=(0, 0))


def _time(minute: int) -> time | None:
    """Return a time of day; None at its end, where no window closes."""
    return None if minute >= END_OF_DAY else time(minute // 60, minute % 60)
