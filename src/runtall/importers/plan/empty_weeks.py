"""Plans most of whose weeks come out empty: they are written in another way than was read."""

from __future__ import annotations

from datetime import date

from runtall.domain.run_plan import RunKind
from runtall.errors.words import shown
from runtall.importers.base import RunFile

# Weeks of a plan from which on empty ones are no chance.
FEWEST = 4
LONGEST = 60


def empty_weeks(found: RunFile, race_date: date | None, text: str = "") -> tuple[str, ...]:
    """Return a warning where most weeks from the first day of a plan to its race have no run.

    With a line as an example that no run was read from, the longest below the first that was read;
    where there is none, all was read that stands there.
    """
    ran = [one for one in found.runs if one.run.kind is not RunKind.REST]
    race = race_date or max((one.date for one in ran if one.run.kind is RunKind.RACE), default=None)
    if race is None or not ran or found.feed:
        return ()
    # Weeks are counted back from the race.
    weeks = {(race - one.date).days // 7 for one in ran if one.date < race}
    count = max(weeks, default=0) + 1
    empty = count - len({week for week in weeks if week >= 0})
    if count < FEWEST or 2 * empty <= count:
        return ()
    read = {one.line for one in found.runs}
    below = enumerate(text.splitlines(), 1)
    lines = [line.strip() for at, line in below if at not in read and at > min(read)]
    longest = max(lines, key=len, default="")
    if text and not longest:
        return ()
    example = f"; a line that wasn't: {shown(longest[:LONGEST])}" if longest else ""
    said = f"{empty} of the {count} weeks before the race, {race}, have no run"
    return (f"{said}: most of the plan may not have been read{example}",)
