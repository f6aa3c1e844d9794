"""Documents of anybody's own, JSON or YAML: their days as the rows of one table."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from itertools import islice
from typing import Any

from runtall.documents.yaml import DEEPEST, read_yaml
from runtall.errors import FileFaults
from runtall.importers.base import Context, Entries, no_run_plan
from runtall.importers.days.dates import written
from runtall.importers.days.names import meaning, weekdays_of
from runtall.importers.days.week_numbers import week_number
from runtall.importers.grid import MOST_CELLS, MOST_ROWS, Grid, Row
from runtall.importers.kinds.classify import NO_RUNNING, classify
from runtall.importers.tables.header import CONTENT
from runtall.importers.tables.read import LONG, read_grid
from runtall.importers.words.titles import one_line

FORM = "a document of days"
WANTED = (
    "no list of days is found in this document; give each day a date, or lie days in weeks: a list"
    " of weeks of seven days each, or with weekdays as keys, and say what is run: {date:"
    ' 2027-04-25, title: "6 x 800 m"}'
)
LONGEST = 2_000
# Days that are no chance, also where they have dates, and lists of days that are tried.
FEWEST, FEWEST_DATED, MOST_LISTS = 3, 2, 3
DAYS = 7
# Seconds since 1970, in the years 2000 to 2100.
SECONDS = 946_684_800, 4_102_444_800
# Remarks of a document that may name its race.
HEADING = 40
# What a number counts, of a key in front or of all distances.
UNIT = re.compile(r"(?:(?P<of>.*) )?units?")
# The last word of a key that names a record for programs: ``workoutId``.
NAMES = {"id", "uuid", "guid"}
# Where in the document values are, keys of weeks and days left out.
Pattern = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Day:
    """What a document has for a day.

    Parameters
    ----------
    placed
        Its date, week, weekday or number in the week, by the meaning of a header.
    indices
        Its places in the lists around it, from 1, and how long those are.
    """

    placed: Mapping[str, str]
    indices: tuple[tuple[int, int], ...]
    cells: Mapping[str, str]


def parsed(text: str) -> Any:
    """Return the values of a document: JSON, or YAML with a list or keys at its top."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        body = re.sub(r"\A---.*\n", "", text)
        listed = body.lstrip().startswith("- ")
        data = read_yaml("", f"plan:\n{body}" if listed else body, "weeks: a list of weeks").data
        return data["plan"] if listed else data


def read_records(data: Any, context: Context) -> Entries:
    """Read the days of a document, wherever they lie in it.

    Of its lists of days, or weeks of them, the one that names most days is read.
    """
    found: dict[Pattern, list[_Day]] = {}
    for pattern, day in islice(_days(data, (), {}, ()), MOST_ROWS):
        found.setdefault(pattern, []).append(day)
    heading = tuple(islice(_remarks(data), HEADING))
    context = replace(context, heading=(*context.heading, *heading))
    ranked = sorted(found, key=lambda one: (-_different(found[one]), len(one)))
    faults: FileFaults | None = None
    for pattern in ranked[:MOST_LISTS]:
        if (table := _table(found[pattern])) is None:
            continue
        try:
            return replace(read_grid(table, context, LONG), format=FORM, heading=heading)
        except FileFaults as error:
            faults = faults or error
    raise faults or no_run_plan(WANTED)


def _days(
    value: Any, pattern: Pattern, placed: dict[str, str], indices: tuple[tuple[int, int], ...]
) -> Iterator[tuple[Pattern, _Day]]:
    """Yield whatever may be a day, with where it lies."""
    if len(pattern) > DEEPEST:
        return
    if isinstance(value, list):
        for index, item in enumerate(value, start=1):
            beside = placed
            if len(value) == DAYS and "date" in placed:  # of its week
                beside = {"week": placed["date"], **_undated(placed)}
            yield from _days(item, (*pattern, "*"), beside, (*indices, (index, len(value))))
    elif isinstance(value, dict):
        own = {
            _words(key): text
            for key, one in value.items()
            if (text := _moment(_words(key), one) or _text(one))
        }
        own = {key: text for key, text in own.items() if not _names_record(key)}
        own = _with_units(own, placed)
        placed = _placed(own, placed) if "*" in pattern else placed
        cells = {
            key: cell for key, cell in own.items() if placed.get(_place(key, cell)) != cell
        } | _details(value, own)
        if any(meaning(key)[0] in CONTENT for key in own if key in cells):
            yield pattern, _Day(placed, indices, cells)
        for key, one in value.items():
            yield from _below(_words(key), one, pattern, placed, indices)
    elif placed and (text := _text(value)):
        yield pattern, _Day(placed, indices, {"title": text})


def _below(
    key: str,
    value: Any,
    pattern: Pattern,
    placed: dict[str, str],
    indices: tuple[tuple[int, int], ...],
) -> Iterator[tuple[Pattern, _Day]]:
    """Yield the days below a key, which may be the name of one, or of a week."""
    name = "weekday" if weekdays_of([key]) != [None] and len(key) > 1 else ""
    name = name or ("date" if written(key) and not key.isdigit() else "")
    day = re.fullmatch(r"day ?(\d)", key)
    name = name or ("number" if day else "")
    name = name or ("week" if week_number(key) is not None else "")
    if not name and isinstance(value, dict | list):
        # What a day has below any key is a session of it.
        step = "*" if {"date", "weekday", "number"} & placed.keys() else key
        sort = classify(key).kind
        for where, found in _days(value, (*pattern, step), placed, indices):
            if step == "*" and sort in NO_RUNNING:
                found = replace(found, cells={"type": key, **found.cells})
            yield where, found
    elif name:
        beside = {**placed, name: day[1] if day else key}
        if name in {"weekday", "number"} and "date" in placed:
            beside = {**_undated(beside), "week": placed["date"]}
        yield from _days(value, (*pattern, "*"), beside, indices)


def _placed(own: Mapping[str, str], above: dict[str, str]) -> dict[str, str]:
    """Return where a day or a week lies: by its own values, else by those above it."""
    found: dict[str, str] = {}
    for key, cell in own.items():
        if name := _place(key, cell):
            found.setdefault(name, cell)
    if found.keys() & {"weekday", "number"} and "date" in above and "date" not in found:
        above = {"week": above["date"], **_undated(above)}
    return {**above, **found}


def _undated(placed: Mapping[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in placed.items() if name != "date"}


def _place(key: str, cell: str) -> str:
    """Return what a value says of where a day lies; empty: nothing."""
    name = meaning(key)[0]
    if name in {"date", "day", "weekday", "week", "to_go"} and written(cell) and len(cell) > 4:
        return "date" if name != "to_go" else ""
    if name in {"day", "weekday"}:
        return "weekday" if weekdays_of([cell]) != [None] else "number" if cell.isdigit() else ""
    return name if name in {"week", "to_go"} and week_number(cell) is not None else ""


def _table(days: Sequence[_Day]) -> Grid | None:
    """Return days as a table; None where nothing says which days they are."""
    places = _places(days)
    if places is None or len({*places}) < (FEWEST_DATED if len(places[0]) == 1 else FEWEST):
        return None
    names = list(dict.fromkeys(name for day in days for name in day.cells))[: MOST_CELLS - 2]
    to_go = not any("week" in day.placed for day in days) and "to_go" in days[0].placed
    head = ("date",) if len(places[0]) == 1 else ("weeks to go" if to_go else "week", "day")
    rows = [
        Row(line, (*place, *(day.cells.get(name, "") for name in names)))
        for line, (place, day) in enumerate(zip(places, days, strict=True), start=1)
    ]
    return Grid((Row(1, (*head, *names)), *rows))


def _places(days: Sequence[_Day]) -> list[tuple[str, ...]] | None:
    """Return the date, or the week and the day in it, of each; None where they aren't said.

    Weeks without a number are counted, and the days of lists that have seven for each.
    """
    if 2 * sum("date" in day.placed for day in days) > len(days):
        return [(day.placed.get("date", ""),) for day in days]
    if all("weekday" in day.placed for day in days):
        told = [day.placed["weekday"] for day in days]
        return list(zip(_weeks(days, 1), told, strict=True))
    if all("number" in day.placed for day in days):
        numbers = [int(day.placed["number"]) for day in days]
        told = [str(number + (min(numbers) == 0)) for number in numbers]
        return list(zip(_weeks(days, 1), told, strict=True))
    depth = max((len(day.indices) for day in days), default=0)
    at = next((at for at in reversed(range(depth)) if _are_weeks(days, at)), None)
    if at is None:
        return None
    counted = [day.indices[at][0] - 1 for day in days]
    weeks = _weeks(days, at) if at else [str(index // DAYS + 1) for index in counted]
    return [(week, str(index % DAYS + 1)) for week, index in zip(weeks, counted, strict=True)]


def _are_weeks(days: Sequence[_Day], at: int) -> bool:
    """Return whether lists at a depth have a day for each of their weeks'."""
    lengths = [day.indices[at][1] if at < len(day.indices) else 0 for day in days]
    return min(lengths) > 0 and all(length % DAYS == 0 for length in lengths)


def _weeks(days: Sequence[_Day], at: int) -> list[str]:
    """Return the week of each day: its number or date, else its place in a list above it."""
    told = [day.placed.get("week") or day.placed.get("to_go", "") for day in days]
    above = [str(day.indices[at - 1][0]) if at <= len(day.indices) else "" for day in days]
    return told if any(told) or len({*above}) == len(days) else above


def _different(days: Sequence[_Day]) -> int:
    """Return how many days are named."""
    places = _places(days)
    return len({*places}) if places else 0


def _details(value: Mapping[str, Any], own: Mapping[str, str]) -> dict[str, str]:
    """Return what stands below the keys of a day: lengths by their names, else as words."""
    found: dict[str, str] = {}
    words: list[str] = []
    for one in value.values():
        if isinstance(one, dict):
            below = _with_units({_words(k): t for k, v in one.items() if (t := _text(v))}, {})
            named = {key: text for key, text in below.items() if meaning(key)[0]}
            if not {meaning(key)[0] for key in named} & {"title", "type"}:
                found |= {key: text for key, text in named.items() if key not in own}
        if isinstance(one, dict | list):
            words += islice(_leaves(one), LONGEST)
    return found | ({"details": ", ".join(words)[:LONGEST]} if words else {})


def _leaves(value: Any, depth: int = 0) -> Iterator[str]:
    """Yield the words within a value."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in parts if depth < DEEPEST else ():
        if isinstance(one, str) and one.strip():
            yield _text(one)
        yield from _leaves(one, depth + 1)


def _with_units(own: dict[str, str], placed: dict[str, str]) -> dict[str, str]:
    """Return values with the units that others beside or above them give: ``distanceUnit``."""
    units: dict[str, str] = {}
    for key, text in own.items():
        found = UNIT.fullmatch(key)
        if found and meaning(text)[0] in {"distance", "duration"}:
            units[found["of"] or "distance"] = text
    if "distance" in units:
        placed["units"] = units["distance"]
    units.setdefault("distance", placed.get("units", ""))
    with_units = {}
    for key, text in own.items():
        unit = units.get(key) or (units["distance"] if meaning(key) == ("distance", "") else "")
        bare = text.replace(".", "").isdigit()
        with_units[key] = f"{text} {unit}" if unit and bare else text
    return {key: text for key, text in with_units.items() if not UNIT.fullmatch(key)}


def _remarks(data: Any) -> Iterator[str]:
    """Yield what a document says of itself above its days, as lines."""
    for key, value in data.items() if isinstance(data, dict) else ():
        if text := _text(value):
            yield f"{_words(key)}: {text}"
        elif isinstance(value, dict):
            yield from (f"{_words(k)}: {t}" for k, v in value.items() if (t := _text(v)))


def _names_record(key: str) -> bool:
    """Return whether a value names a record for programs; ``dayOfWeekId`` names the day."""
    *words, last = key.split() or [""]
    return last in NAMES and meaning(" ".join(words))[0] not in {"day", "weekday", "week"}


def _words(key: Any) -> str:
    """Return a key as words: ``totalDistance``, ``total_distance``."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", str(key)[:60]).replace("_", " ")
    return one_line(apart).lower()


def _moment(key: str, value: Any) -> str:
    """Return a date that is told in seconds or milliseconds since 1970; empty: it is none."""
    if meaning(key)[0] not in {"date", "day", "at", "time"} or not isinstance(value, int):
        return ""
    seconds = value // 1000 if value > SECONDS[1] else value
    if not SECONDS[0] <= seconds <= SECONDS[1]:
        return ""
    at = datetime.fromtimestamp(seconds, UTC)
    return f"{at:%Y-%m-%dT%H:%M:%SZ}" if at.time() != time(0) else f"{at:%Y-%m-%d}"


def _text(value: Any) -> str:
    """Return a value as the text of a cell; nothing for lists and mappings."""
    if value is None or isinstance(value, bool | dict | list):
        return ""
    text = one_line(str(value)[:LONGEST])
    return text if " " in text else text.replace("_", " ")
