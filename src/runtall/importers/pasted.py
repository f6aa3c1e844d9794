"""Lines as they are pasted from a message: ``Tue 2 Mar: 6x800``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from runtall.documents.values import NAMES
from runtall.errors import Fault, FileFaults
from runtall.errors.words import shown
from runtall.importers.base import NO_DATE, Context, Entries, Entry, Notes, no_run_plan
from runtall.importers.chats import Chat, unstamped
from runtall.importers.counted_days import in_months, in_weeks
from runtall.importers.day_lines import MARKS, DayLine, day_lines, readings_of, week_labels
from runtall.importers.day_numbers import with_dates
from runtall.importers.legend import explained
from runtall.importers.prose import days_first, with_names
from runtall.importers.standing import rules_of, with_every_week
from runtall.importers.tables.date_columns import NO_SUCH, Hints, read_dates, years_in
from runtall.importers.tables.layout import Week, as_other_week, is_race, lay_out, like_week
from runtall.importers.tables.week_numbers import start_of_week, week_number, weeks_alike
from runtall.importers.tables.weekday_rows import first_weekday
from runtall.importers.tables.words import meaning
from runtall.importers.weekday_series import weeks_of

FORM = "pasted lines"
NEEDS_A_DATE = "no line says which week it is; write the date of one of them: Tue 2 Mar: 6x800"
MOST_LINES = 5_000
# Days up to which a date without a year may lie ahead where no race is known.
HALF_A_YEAR = timedelta(183)
# Of ten lines so many begin with a day, or with a stamp where it is a chat.
MOST, MESSAGES = 6, 3
# Days that make a plan of a text that is no table.
FEWEST = 3
# Days that a plan may go on behind its race.
DAYS_BEHIND = 6
TOMORROW = re.compile(r"(?i)(?:tomorrow|tmrw?)\b")


def looks_pasted(text: str, most: int = MOST) -> bool:
    """Return whether most lines of a text begin with a weekday or a date, or are a chat's."""
    chat = without_stamps(text[:20_000].splitlines())
    begins = count = 0
    below = False
    for line, days in zip(chat.lines, day_lines(chat.lines), strict=True):
        below = not days[-1].title if days else below
        begins += bool(days)
        # A day that is alone in its line has the next lines.
        count += bool(line.strip()) and (bool(days) or not below)
    dated = sum(map(bool, chat.sent.values()))
    return 10 * max(begins, dated) >= (MESSAGES if chat.sent else most) * count > 0


def names_days(text: str) -> bool:
    """Return whether the lines of a text name some days, whatever stands between them."""
    days = day_lines(without_stamps(text[:20_000].splitlines()).lines)
    return sum(len(line) for line in days if len(line) > 1 or (line and line[0].sure)) >= FEWEST


def names_weeks(text: str) -> bool:
    """Return whether most lines that begin with a day name more: ``Tue 6x800, Sun long``.

    As cells of a table they begin with weekdays like a header, but say what is run on them, as
    ``Mon, Fri: off`` does.
    """
    days = [*filter(None, day_lines(without_stamps(text[:20_000].splitlines()).lines))]
    joined = any(day.beside for line in days for day in line)
    return joined or 2 * sum(len(line) > 1 for line in days) > len(days)


def read_pasted(text: str, context: Context) -> Entries:
    """Read a line a day, or some; lines right below that begin with no day go on with it.

    A date without a year is the last one that can belong to the race, or the one nearest to
    today. A weekday alone follows the day before it, or the one its message was sent on. Without
    any date, weeks that are numbered, or end with the race, are laid out from it. Only where no
    line of a chat names a day, each message is about the day it was sent on.
    """
    raw = text.splitlines()
    if len(raw) > MOST_LINES:
        raise no_run_plan(f"more than {MOST_LINES} lines; this is no run plan")
    chat = without_stamps(raw)
    notes = Notes()
    last = context.race_date + timedelta(DAYS_BEHIND) if context.race_date else None
    lines = with_dates(day_lines(chat.lines), last)
    if chat.sent and not any(lines):
        lines = [
            [DayLine(position + 1, None, "", line.strip())] if position in chat.sent else []
            for position, line in enumerate(chat.lines)
        ]
    labels = week_labels(chat.lines, lines)
    found: list[DayLine] = []
    more: dict[int, list[str]] = {}
    others: list[str] = []
    goes_on = False
    for position, (line, days) in enumerate(zip(chat.lines, lines, strict=True)):
        words = MARKS.sub("", line).strip()
        # What a day alone in its line has may stand below a blank one.
        goes_on = goes_on and position not in {*chat.sent, *labels}
        goes_on = goes_on and bool(words or not found[-1].title)
        if not days and goes_on and _is_half(words):
            halves = " / ".join(filter(None, [found[-1].title, words]))
            found[-1] = replace(found[-1], title=halves)
        elif not days and words and goes_on:
            more.setdefault(len(found) - 1, []).append(words)
        elif not days and words and position not in labels:
            what = "messages without a day" if chat.sent else "lines without a day"
            what = what if found else "lines before the first day"
            notes.warn(f"{what} are left out", shown(words[:60]))
            others.append(words)
        found += days
        goes_on = goes_on or bool(days)
    if not found:
        raise no_run_plan("no line begins with a day, as in Tue 2 Mar: 6x800")
    entries = []
    for index, named in enumerate(found):
        title, *below = [*filter(None, [named.title]), *more.get(index, []), ""]
        entries.append(Entry(NO_DATE, title, named.number, "\n".join(below).strip()))
    heading = (*context.heading, *others)
    context = replace(context, heading=heading)
    years = [year for year in years_in(heading) if year >= date.today().year]
    rules = rules_of(others)
    if standing := _every_week(found, labels):
        rules += [(found[at].weekday or 0, entries[at]) for at in standing]
        kept = [at for at in range(len(found)) if at not in standing]
        found, entries = [found[at] for at in kept], [entries[at] for at in kept]
    series = [] if labels or chat.sent or any(line.date for line in found) else weeks_of(found)
    if series:
        return Entries(
            tuple(lay_out(series, 0, context, notes)),
            FORM,
            warnings=notes.remarks(),
            heading=heading,
        )
    own = _own_dates(found, chat, context, notes, years)
    numbered = any(line.numbered for line in found)
    if None in own and (numbered or not chat.sent) and (labels or not any(own)):
        entries = [replace(one, date=day or NO_DATE) for one, day in zip(entries, own, strict=True)]
        entries = _by_weeks(found, entries, labels, context, notes)
    else:
        dates = _counted(found, own, chat, context, notes)
        entries = [replace(one, date=day) for one, day in zip(entries, dates, strict=True)]
    legend = explained(others)
    dated = with_every_week(entries, rules, context.week_starts)
    return Entries(dated, FORM, warnings=notes.remarks(), legend=legend, heading=heading)


def _every_week(found: Sequence[DayLine], labels: Mapping[int, str]) -> frozenset[int]:
    """Return the places of lines without a date below the name of every week.

    None if there are no others.
    """
    each = frozenset(
        at
        for name, block in _blocks(found, labels)
        if meaning(name)[0] == "every_week"
        for at in block
        if not found[at].date
    )
    return each if len(each) < len(found) else frozenset()


def _is_half(words: str) -> bool:
    """Return whether a line is the run of a morning or an evening: ``PM: 5 km easy``."""
    name, colon, _ = words.partition(":")
    return bool(colon) and not re.search(r"\d", name) and meaning(name)[0] in {"am", "pm"}


def without_stamps(lines: Sequence[str]) -> Chat:
    """Take stamps and senders off the lines of a chat; say counted days as those of weeks."""
    chat = unstamped(lines, lambda text: bool(readings_of(text)))
    return replace(chat, lines=days_first(in_months(in_weeks([*map(with_names, chat.lines)]))))


def _by_weeks(
    found: Sequence[DayLine],
    entries: Sequence[Entry],
    labels: Mapping[int, str],
    context: Context,
    notes: Notes,
) -> list[Entry]:
    """Lay out lines without a date by the names of their weeks, else from the race."""
    blocks = _blocks(found, labels)
    weekdays = [line.weekday for line in found]
    in_turn = [None if line.beside else line.weekday for line in found]
    of_week = [f"{number}" for number, (_, block) in enumerate(blocks) for _ in block]
    numbered = any(line.numbered for line in found)
    start = None if numbered else first_weekday(in_turn, of_week, context.week_starts)
    dates = read_dates(
        [start_of_week(name) for name, _ in blocks],
        Hints(context.date_order, context.race_date, years=years_in([*labels.values(), *context.heading])),
    )
    if dates.trouble:
        notes.fault(found[0].number, 1, "", dates.trouble)
        notes.end()
    past = any(meaning(name)[0] == "to_go" for name, _ in blocks)
    weeks: list[Week] = []
    line = 0
    for (name, block), day in zip(blocks, dates.days, strict=True):
        number = week_number(name) if name else None
        number = -number if number and past else number
        if day and start is not None:
            day -= timedelta((day.weekday() - start) % 7)
        line = found[block[0]].number if block else line + 1
        week = Week(line, number, day, like_week(name, weeks), alike=weeks_alike(name))
        for offset, other in _exceptions(name, start):
            week.days[offset] = [other]
        for index in block:
            offset = ((weekdays[index] or 0) - (start or 0)) % 7
            of_day = week.days.setdefault(offset, [])
            if of_day and of_day[0].line < line:  # of the week that this one is as
                of_day.clear()
            of_day.append(entries[index])
            if entries[index].date != NO_DATE:
                week.first = entries[index].date - timedelta(offset)
        weeks.append(week)
    known = any(week.first for week in weeks) or (
        sum(week.alike for week in weeks if week.number is not None) > 1
        or any(is_race(entries[index]) for index in blocks[-1][1])
    )
    if not known:
        raise no_run_plan(NEEDS_A_DATE)
    return lay_out(weeks, start, context, notes)


def _exceptions(name: str, start: int | None) -> list[tuple[int, Entry]]:
    """Return the days on which a week is not as the other that its name gives."""
    found = as_other_week(name)
    words = (found["but"] or "") if found else ""
    return [
        ((line.weekday - (start or 0)) % 7, Entry(NO_DATE, line.title))
        for line in chain.from_iterable(day_lines([words]))
        if line.weekday is not None
    ]


def _blocks(found: Sequence[DayLine], labels: Mapping[int, str]) -> list[tuple[str, list[int]]]:
    """Return the name of each week and its days: a name begins one, and a day that comes again."""
    blocks: list[tuple[str, list[int]]] = []
    before = 0
    for index, line in enumerate(found):
        named = [labels[at] for at in range(before, line.number) if at in labels]
        blocks += [(name, []) for name in named[:-1] if as_other_week(name)]
        seen = [found[one].weekday for one in blocks[-1][1]] if blocks else []
        if named or not seen or line.weekday in set(seen) - {seen[-1]}:
            blocks.append((named[-1] if named else "", []))
        blocks[-1][1].append(index)
        before = line.number
    return blocks


def _own_dates(
    lines: Sequence[DayLine], chat: Chat, context: Context, notes: Notes, years: Sequence[int]
) -> list[date | None]:
    """Return the date that each line has; None where it has only a weekday."""
    first = next((line for line in lines if line.date), None)
    sent = _sent(chat, context, needed=first is None)
    today = max(sent.values(), default=date.today())
    hints = Hints(
        order=context.date_order,
        race_date=context.race_date,
        weekdays=[line.weekday for line in lines],
        years=years,
        latest=None if context.race_date or years else today + HALF_A_YEAR,
    )
    dates = read_dates([line.date.strip() for line in lines], hints)
    if first and dates.trouble:
        notes.fault(first.number, 1, "", dates.trouble)
    for line, day in zip(lines, dates.days, strict=True):
        if line.date and day is None and not dates.trouble:
            notes.fault(line.number, 1, "", NO_SUCH.format(shown(line.date.strip())))
        elif day and line.weekday not in {None, day.weekday()}:
            wrong = NAMES[line.weekday or 0].capitalize()
            notes.fault(line.number, 1, "", f"{day} is a {day:%A}, not a {wrong}")
    notes.end()
    return dates.days


def _counted(
    lines: Sequence[DayLine],
    days: list[date | None],
    chat: Chat,
    context: Context,
    notes: Notes,
) -> list[date]:
    """Fill in the dates of weekdays alone, from a date nearby or when a message was sent."""
    sent = _sent(chat, context, needed=not any(days))
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


def _sent(chat: Chat, context: Context, *, needed: bool) -> dict[int, date]:
    """Return when messages were sent, by the positions of their first lines.

    Of a clock of twenty-four hours the day comes first.
    """
    stamps = {position: day for position, day in chat.sent.items() if day}
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
    apart = 0 if line.weekday is None else way * (line.weekday - day.weekday()) % 7
    return day + timedelta(way * apart)
