"""The dates of pasted lines: their own, or that of a line or a message nearby."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from runtall.documents.values import NAMES
from runtall.errors import Fault, FileFaults
from runtall.errors.words import shown
from runtall.importers.base import NO_DATE, Context, Notes, no_run_plan
from runtall.importers.days.date_columns import NO_SUCH, Hints, read_dates
from runtall.importers.days.day_lines import DayLine
from runtall.importers.days.weekday_words import on_or_after, on_or_before
from runtall.importers.texts.chats import Chat
from runtall.importers.texts.week_blocks import NEEDS_A_DATE

# Days up to which a date without a year may lie ahead where no race is known.
HALF_A_YEAR = timedelta(183)
# So many days on another weekday than they name are told one by one.
FEW = 3
TOMORROW = re.compile(r"(?i)(?:tomorrow|tmrw?)\b")
# Stamps have the year last where it has two digits: "3/1/27".
SHORT_YEAR = re.compile(r"^(\d{1,2}[./-]\d{1,2}[./-])(\d\d)$")


def own_dates(
    lines: Sequence[DayLine], chat: Chat, context: Context, notes: Notes, years: Sequence[int]
) -> list[date | None]:
    """Return the date that each line has; None where it has only a weekday."""
    first = next((line for line in lines if line.date), None)
    sent = sent_on(chat, context, needed=first is None)
    today = max(sent.values(), default=date.today())
    hints = Hints(
        order=context.date_order,
        race_date=context.race_date,
        weekdays=[line.weekday for line in lines],
        years=years,
        latest=None if context.race_date or years else today + HALF_A_YEAR,
    )
    cells = [line.date.strip() for line in lines]
    dates = read_dates(cells, hints)
    wrong = sum(_is_on_another(line, day) for line, day in zip(lines, dates.days, strict=True))
    if years and 2 * wrong > len(lines):
        # That of something else: "Parkrun PB on 12/9/2026".
        nearest = read_dates(cells, replace(hints, years=(), latest=today + HALF_A_YEAR))
        dates = dates if nearest.trouble else nearest
    dates.tell(cells, notes)
    if first and dates.trouble:
        notes.fault(first.number, 1, "", dates.trouble)
    for line, day in zip(lines, dates.days, strict=True):
        if line.date and day is None and not dates.trouble:
            notes.fault(line.number, 1, "", NO_SUCH.format(shown(line.date.strip())))
        elif day and _is_on_another(line, day):
            name = NAMES[line.weekday or 0].capitalize()
            kind = "another weekday" if wrong > FEW else ""
            notes.fault(line.number, 1, "", f"{day} is a {day:%A}, not a {name}", kind)
    notes.end()
    return dates.days


def _is_on_another(line: DayLine, day: date | None) -> bool:
    """Return whether a line names another weekday than that of its date."""
    return day is not None and line.weekday not in {None, day.weekday()}


def counted(
    lines: Sequence[DayLine],
    days: list[date | None],
    chat: Chat,
    context: Context,
    notes: Notes,
) -> list[date]:
    """Fill in the dates of weekdays alone, from a date nearby or when a message was sent."""
    sent = sent_on(chat, context, needed=not any(days))
    if not sent and not any(days):
        raise no_run_plan(NEEDS_A_DATE)
    before = None
    for position, line in enumerate(lines):
        message = max((start for start in sent if start < line.number), default=None)
        if message is not None and message != before and not line.date:
            example = f"{sent[message]}: {shown(line.title)}"
            notes.warn("days are counted from when their messages were sent", example)
            tomorrow = line.weekday is None and TOMORROW.match(line.title)
            day = sent[message] + timedelta(bool(tomorrow))
            days[position] = _weekday_near(line, day, 1)
        before = message
    return _between(lines, days)


def sent_on(chat: Chat, context: Context, *, needed: bool) -> dict[int, date]:
    """Return when messages were sent, by the positions of their first lines.

    Of a clock of twenty-four hours the day comes first.
    """
    stamps = {at: SHORT_YEAR.sub(r"\g<1>20\2", day) for at, day in chat.sent.items() if day}
    hints = Hints(
        context.date_order,
        context.race_date,
        day_first=chat.whole_day,
        latest=None if context.race_date else date.today(),
    )
    dates = read_dates(list(stamps.values()), hints)
    if dates.trouble and needed:
        raise FileFaults(Fault("", next(iter(stamps)) + 1, 1, "", dates.trouble))
    return {position: day for position, day in zip(stamps, dates.days, strict=True) if day}


def _between(lines: Sequence[DayLine], days: list[date | None]) -> list[date]:
    """Fill in the dates of weekdays alone: each next after the line before, or before the next."""
    turn = [index for index, line in enumerate(lines) if not line.beside]
    known = next(place for place, index in enumerate(turn) if days[index] is not None)
    for place in range(known - 1, -1, -1):
        days[turn[place]] = _weekday_near(lines[turn[place]], days[turn[place + 1]], -1)
    for place in range(known, len(turn)):
        index = turn[place]
        days[index] = days[index] or _weekday_near(lines[index], days[turn[place - 1]], 1)
    for index, line in enumerate(lines):
        if line.beside:
            days[index] = _weekday_near(line, days[index - 1], 1)
    return [day or NO_DATE for day in days]


def _weekday_near(line: DayLine, other: date | None, way: int) -> date:
    """Return the line's weekday next after a date, or last before it; the same day counts."""
    day = other or NO_DATE
    if line.weekday is None:
        return day
    return (on_or_after if way > 0 else on_or_before)(day, line.weekday)
