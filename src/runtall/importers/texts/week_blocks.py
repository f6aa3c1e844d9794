"""Days below the names of their weeks: ``Week 3``, and a line for each weekday."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, takewhile

from runtall.errors.words import shown
from runtall.importers.base import NO_DATE, Context, Entry, Notes, no_run_plan
from runtall.importers.days.date_columns import Hints, read_dates
from runtall.importers.days.dates import written, years_in
from runtall.importers.days.day_lines import LONGEST, DayLine, is_soon, label_and_days
from runtall.importers.days.line_starts import bare
from runtall.importers.days.names import meaning
from runtall.importers.days.own_race import race_named, years_of_races
from runtall.importers.days.week_names import names_week, start_of_week, weeks_between
from runtall.importers.days.week_numbers import LONGEST_LABEL, counts_down, week_number, weeks_alike
from runtall.importers.days.week_ranges import is_range
from runtall.importers.days.weekday_words import on_or_before
from runtall.importers.tables.weekday_rows import first_weekday
from runtall.importers.weeks.calendar_weeks import Numbers, days_without_race, numbers_of
from runtall.importers.weeks.layout import is_race, lay_out
from runtall.importers.weeks.prose import as_another
from runtall.importers.weeks.weeks import Week
from runtall.importers.words.languages import worded

# The last sentence of a line above its days can name their week.
LAST_SENTENCE = re.compile(r"(?<=[.!?:])\s+|,\s+")
# What tells since when the days below hold: "The schedule from Monday 26 July:".
SINCE = r"(?i)\b«from|begin»\s+(?P<day>\S[^:\uff1a]*)[:\uff1a]"
NEEDS_A_DATE = "no line says which week it is; write the date of one of them: Tue 2 Mar: 6x800"


def by_weeks(
    found: Sequence[DayLine],
    entries: Sequence[Entry],
    labels: Mapping[int, str],
    context: Context,
    notes: Notes,
    before: Sequence[Week],
    near: date | None,
) -> tuple[list[Entry], dict[int, date]]:
    """Lay out lines without a date by the names of their weeks, else from the race.

    Of a week that is told twice, days that are told again are as they are told last.

    Parameters
    ----------
    before
        Weeks that are known from elsewhere; these ones follow them, or have their numbers.
    near
        When the plan was sent.

    Returns
    -------
    entries, first_days
        What is run, by date, and the first day of each week by its number.
    """
    blocks = blocks_of(found, labels)
    weekdays = [
        line.weekday if line.weekday is not None or entry.date == NO_DATE else entry.date.weekday()
        for line, entry in zip(found, entries, strict=True)
    ]
    in_turn = [None if line.beside else line.weekday for line in found]
    of_week = [f"{number}" for number, (_, block) in enumerate(blocks) for _ in block]
    numbered = any(line.numbered for line in found)
    start = None if numbered else first_weekday(in_turn, of_week, context.week_starts)
    years = years_in([*labels.values(), *context.heading])
    years = years or years_of_races(entry.title for entry in entries)
    dates = read_dates(
        [start_of_week(name) for name, _ in blocks],
        Hints(context.date_order, context.race_date, years=years, near=near),
    )
    if dates.trouble:
        notes.fault(found[0].number, 1, "", dates.trouble)
        notes.end()
    numbers = [number for name, _ in blocks if name and (number := week_number(name)) is not None]
    down = len(numbers) > 1 and all(later < one for one, later in pairwise(numbers))
    to_go = any(counts_down(name) for name, _ in blocks)
    ends = (blocks[0], blocks[-1]) if down else ()
    races = [any(is_race(entries[at]) for at in block) for _, block in ends]
    past = to_go or (down and races != [True, False])
    weeks: list[Week] = [*before]
    dates_of_one: dict[date, Entry] = {}
    line = 0
    for at, ((name, block), day) in enumerate(zip(blocks, dates.days, strict=True)):
        number = week_number(name) if name else None
        number = -abs(number) if number and past else number
        if day and start is not None:
            day = on_or_before(day, start)
        line = found[block[0]].number if block else line + 1
        spans = 0 if number is not None else weeks_between(name)
        alike = max(weeks_alike(name), spans)
        # "Weeks 11 and 12: in the first Monday is rest. In the second Monday is rest"
        below = len([*takewhile(lambda one: not one[0], blocks[at + 1 :])])
        week = Week(
            line, number, day, alike=1 if below + 1 == alike else alike, counted=numbers_of(name)
        )
        for index in block:
            if week.alike > 1 and entries[index].date != NO_DATE:  # of one of them
                dates_of_one[entries[index].date] = entries[index]
                continue
            offset = ((weekdays[index] or 0) - (start or 0)) % 7
            week.days.setdefault(offset, []).append(entries[index])
            if entries[index].date != NO_DATE:
                week.first = entries[index].date - timedelta(offset)
        for each in week.each():
            told = next((one for one in weeks if one.number == each.number is not None), None)
            if told and told is not weeks[-1]:
                if told.days.keys() & each.days.keys():
                    notes.warn("weeks are told twice; days are as they are told last", name)
                told.days |= each.days
                told.first = told.first or each.first
            else:
                weeks.append(each)
    known = (
        any(week.first for week in weeks)
        or bool(before)
        or sum(week.number is not None for week in weeks) > 1
        or any(is_race(entries[index]) for index in blocks[-1][1])
        or race_named(context.heading) is not None
    )
    if not known:
        soon = next((name for name, _ in blocks if is_soon(name)), "")
        if soon:  # what else could read it doesn't know either
            notes.fault(found[0].number, 1, "week", f"{shown(soon)}: {NEEDS_A_DATE}")
            notes.end()
        raise no_run_plan(NEEDS_A_DATE)
    dated = [
        replace(one, title=f"{one.title} {own.title}")
        if (own := dates_of_one.pop(one.date, None))
        else one
        for one in lay_out(weeks, start, context, notes, near=near)
    ]
    dated += dates_of_one.values()
    return dated, _first_days(weeks, dated)


def are_of_calendar(labels: Mapping[int, str], near: date | None) -> bool:
    """Return whether names of weeks have numbers of the calendar, by when they were sent."""
    names = [name for name in labels.values() if week_number(name) is not None]
    sure = min(map(numbers_of, names), default=Numbers.OF_PLAN)
    return days_without_race([*map(week_number, names)], sure, 0, (), near) is not None


def _first_days(weeks: Sequence[Week], dated: Sequence[Entry]) -> dict[int, date]:
    """Return the first days of weeks by their numbers, from where their entries were laid."""
    days: dict[tuple[int, str], list[date]] = {}
    for one in dated:
        days.setdefault((one.line, one.title), []).append(one.date)
    found: dict[int, date] = {}
    for week in weeks:
        firsts = Counter(
            day - timedelta(offset)
            for offset, of_day in week.days.items()
            for entry in of_day
            for day in days.get((entry.line, entry.title), ())
        )
        if week.number is not None and firsts:
            found[week.number] = firsts.most_common(1)[0][0]
    return found


def blocks_of(found: Sequence[DayLine], labels: Mapping[int, str]) -> list[tuple[str, list[int]]]:
    """Return the name of each week and its days: a name begins one, and a day that comes again."""
    blocks: list[tuple[str, list[int]]] = []
    before = 0
    for index, line in enumerate(found):
        named = [labels[at] for at in range(before, line.number) if at in labels]
        seen = [found[one].weekday for one in blocks[-1][1]] if blocks else []
        several = len(named) > 1 and max(weeks_alike(named[-2]), weeks_between(named[-2])) > 1
        if several and week_number(named[-1]) is None and not written(start_of_week(named[-1])):
            named.pop()  # of the weeks of this heading only
        if named or not seen or line.weekday in set(seen) - {seen[-1]}:
            blocks.append((named[-1] if named else "", []))
        blocks[-1][1].append(index)
        before = line.number
    return blocks


def week_labels(lines: Sequence[str], days: Sequence[Sequence[DayLine]]) -> dict[int, str]:
    """Return the lines that name the week of the days below them, by position."""
    last = max((position for position, of_line in enumerate(days) if of_line), default=-1)
    labels: dict[int, str] = {}
    named = False  # since the last day
    for position, (line, of_line) in enumerate(zip(lines[: last + 1], days, strict=False)):
        above = position < last and bool(days[position + 1]) and not named
        if of_line:
            label = label_and_days(line[:LONGEST])[0] or _of_another(line)
        elif not (label := _label(line, above=above) or _since(line, days[position + 1 :])):
            label = "" if position and lines[position - 1].strip() else _phase(line)
        if label:
            labels[position] = label
        named = not of_line and (named or bool(label))
    return labels


def _since(line: str, below: Sequence[Sequence[DayLine]]) -> str:
    """Return the date that a line says the days right below it begin with, if any begin there."""
    if not any(below[:2]) or not line.rstrip(" *_").endswith((":", "\uff1a")):
        return ""
    said = [one["day"] for one in worded(SINCE).finditer(bare(line)[-LONGEST_LABEL:])]
    days = (day for one in said for day in (one, one.partition(" ")[2]))  # behind its weekday
    return next(filter(written, days), "")


def _of_another(line: str) -> str:
    """Return the name of a week in front of which other it is as: ``Week 3: as week 1``."""
    same = as_another(line[:LONGEST])
    label = line[: same.start()].strip(" =#<>*_~:,.\u2013") if same else ""
    # A number alone is the name of a week with its sign.
    return label if names_week(label) or re.fullmatch(r"-?\d{1,2}", label) else ""


def _phase(line: str) -> str:
    """Return a heading that names the first and the last day of several weeks, without signs."""
    words = bare(line[:LONGEST]).strip(" =#<>*_~:-")
    return words if len(words) <= LONGEST_LABEL and weeks_between(words) else ""


def _label(line: str, *, above: bool) -> str:
    """Return the name of a week, without signs around; nothing where a line is none.

    Right above the first day it may be the last sentence of a line.
    """
    words = bare(line).strip(" =#<>*_~:-")
    if above and not names_week(words) and names_week(last := LAST_SENTENCE.split(words)[-1]):
        return last
    every = len(words) <= LONGEST_LABEL and meaning(words)[0] == "every_week"
    return words if every or names_week(words) or is_range(bare(line)) else ""
