"""Dates that a spreadsheet or a hand has damaged, where the order of the rows tells what is meant.

A spreadsheet reads 3/4/2027 in its own order and leaves 13/4/2027 as a text; in January a hand
writes the old year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from runtall.importers.days.dates import Written, exists

# Dates that tell an order, and the days from one to the next at most.
FEWEST, CLOSE = 5, 28
# Days that a plan may go on behind its race, or end before.
NEAR_RACE = 70
ORDER, YEAR = "day and month", "year"
# The dates that a cell may mean, and what of it is mended then; empty: nothing.
Meant = Mapping[date, str]


def in_turn(
    read: Sequence[Written | None], days: Sequence[date | None], race: date | None
) -> tuple[list[date | None], dict[int, str]]:
    """Return days as they run in order, and what is mended of which, by place.

    They stay as they are where they are in order, from the first or from the last, or where
    no other order or year of some brings all of them in order.
    """
    places = [at for at, one in enumerate(read) if one and one.orders]
    if len(places) < FEWEST or are_in_order([days[at] for at in places]):
        return [*days], {}
    meant = [dict(_meanings(one, days[at])) for at in places if (one := read[at])]
    if not all(meant):
        return [*days], {}
    path = _path(meant, race) or _path(meant[::-1], race)[::-1]
    found, mended = [*days], dict[int, str]()
    for at, how, day in zip(places, meant, path, strict=False):
        found[at] = day
        if how[day]:
            mended[at] = how[day]
    if [*mended] in ([places[0]], [places[-1]]) and YEAR in mended.values():
        return [*days], {}  # a race that is noted above the plan, or below it
    return found, mended


def are_in_order(days: Sequence[date | None]) -> bool:
    """Return whether all days are known, and none goes back, or none goes on."""
    known = [day for day in days if day]
    return len(known) == len(days) and known in (sorted(known), sorted(known, reverse=True))


def _meanings(read: Written, day: date | None) -> Iterator[tuple[date, str]]:
    """Yield the dates that a cell may mean, the likeliest last, and what is mended of it."""
    values = {*read.orders.values()}
    values |= {(year, number, month) for year, month, number in values}
    for year, month, number in values:
        if year and exists(year, month, number):
            yield date(year, month, number), ORDER
    for year in (day.year - 1, day.year + 1) if day else ():
        if day and exists(year, day.month, day.day):
            yield date(year, day.month, day.day), YEAR
    if day:
        yield day, ""


def _path(meant: Sequence[Meant], race: date | None) -> list[date]:
    """Return a date of each cell so that none goes back, with the fewest that are mended.

    Near the race, or else not in the past, where there are several; none where there is none.
    """
    ways: list[dict[date, tuple[int, date]]] = [
        {day: (bool(how), day) for day, how in meant[0].items()}
    ]
    for one in meant[1:]:
        before = ways[-1]
        ways.append({
            day: (min(costs)[0] + bool(how), min(costs)[1])
            for day, how in one.items()
            if (costs := [(cost, last) for last, (cost, _) in before.items()
                          if 0 <= (day - last).days <= CLOSE])
        })  # fmt: skip

    def rank(end: date) -> tuple[bool, int]:
        far = abs((race - end).days) > NEAR_RACE if race else end < date.today()
        return far, ways[-1][end][0]

    if not ways[-1]:
        return []
    path = [min(ways[-1], key=rank)]
    for way in reversed(ways[1:]):
        path.append(way[path[-1]][1])
    return path[::-1]
