"""Lines as they are pasted from a message: ``Tue 2 Mar: 6x800``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from runtall.documents.values import NAMES
from runtall.errors import Fault, FileFaults
from runtall.errors.words import shown
from runtall.importers.base import NO_DATE, Context, Entries, Entry, Notes, no_run_plan
from runtall.importers.chats import Chat, unstamped
from runtall.importers.languages import Language
from runtall.importers.tables.date_columns import NO_SUCH, Hints, read_dates
from runtall.importers.tables.dates import A_WORD, DATES, written
from runtall.importers.tables.words import languages
from runtall.importers.titles import spelling

FORM = "pasted lines"
NEEDS_A_DATE = "no line says which week it is; write the date of one of them: Tue 2 Mar: 6x800"
MOST_LINES = 5_000
LONGEST = 1_000
# A date at the beginning of a text.
BEGINNINGS = tuple(re.compile(rf"(?i)(?:{pattern})(?!\d)") for pattern in DATES)
# Bullets, numbers and pictures in front of a line, and marks of Markdown around its words.
BULLET = re.compile(
    "(?:[\\s>*_#+\u2022\u25e6\u2023\u00b7-]|[0-9]\ufe0f?\u20e3"
    "|[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff])*"
)
NUMBER = re.compile(r"\s*\(?\d{1,2}[.)]\s+")
MARKS = re.compile(r"\*\*|__|(?<=[:\s])\*(?=\s)")
DAY_WORD = re.compile(
    rf"(?P<word>{A_WORD}|\dª)[.,]{{0,2}}(?=(?P<end>\s*[:\uff1a\u2013\u2014-])|\s|$)"
)
WEEKDAY_SIGNS = re.compile("(?P<word>(?:星期|礼拜|禮拜|周|週).)(?P<end>(?!))?")
END = re.compile(r"\s*[:\uff1a\u2013\u2014-]\s*|\s+|(?<=[日号])")
# A weekday behind what is run on another.
ANOTHER = re.compile(rf"[,;]\s*(?P<word>{A_WORD})\.?:?\s+(?=\S)")
# Days up to which a date without a year may lie ahead where no race is known.
HALF_A_YEAR = timedelta(183)
# Of ten lines so many begin with a day, or with a stamp where it is a chat.
MOST, MESSAGES = 6, 3
# Letters of a weekday that is alone in its line, above its run.
HEADING = 3
TOMORROW = re.compile(r"(?i)(?:tomorrow|tmrw?)\b")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that begins with a day.

    Parameters
    ----------
    weekday
        From 0 for Monday; None: the line has only a date.
    title
        Empty: the next line has it.
    """

    number: int
    weekday: int | None
    date: str
    title: str


def looks_pasted(text: str) -> bool:
    """Return whether most lines of a text begin with a weekday or a date, or are a chat's."""
    chat = without_stamps(text[:20_000].splitlines())
    begins = count = 0
    below = False
    for line, days in zip(chat.lines, _lines(chat.lines), strict=True):
        below = not days[-1].title if days else below
        begins += bool(days)
        # A day that is alone in its line has the next lines.
        count += bool(line.strip()) and (bool(days) or not below)
    dated = sum(map(bool, chat.sent.values()))
    return 10 * max(begins, dated) >= (MESSAGES if chat.sent else MOST) * count > 0


def names_weeks(text: str) -> bool:
    """Return whether most lines that begin with a day name more: ``Tue 6x800, Sun long``.

    As cells of a table they begin with weekdays like a header, but say what is run on them.
    """
    days = [*filter(None, _lines(without_stamps(text[:20_000].splitlines()).lines))]
    return 2 * sum(len(line) > 1 for line in days) > len(days)


def read_pasted(text: str, context: Context) -> Entries:
    """Read a line a day, or some; lines that begin with no day go on with the one before.

    A date without a year is the last one that can belong to the race, or the one nearest to
    today. A weekday alone follows the day before it, or the one its message was sent on. Only
    where no line of a chat names a day, each message is about the day it was sent on.
    """
    raw = text.splitlines()
    if len(raw) > MOST_LINES:
        raise no_run_plan(f"more than {MOST_LINES} lines; this is no run plan")
    chat = without_stamps(raw)
    notes = Notes()
    found: list[_Line] = []
    more: dict[int, list[str]] = {}
    lines = _lines(chat.lines)
    if chat.sent and not any(lines):
        lines = [
            [_Line(position + 1, None, "", line.strip())] if position in chat.sent else []
            for position, line in enumerate(chat.lines)
        ]
    goes_on = False
    for position, (line, days) in enumerate(zip(chat.lines, lines, strict=True)):
        words = MARKS.sub("", line).strip()
        goes_on = goes_on and position not in chat.sent
        if not days and words and goes_on:
            more.setdefault(len(found) - 1, []).append(words)
        elif not days and words:
            what = "lines before the first day" if not found else "messages without a day"
            notes.warn(f"{what} are left out", shown(words[:60]))
        found += days
        goes_on = goes_on or bool(days)
    if not found:
        raise no_run_plan("no line begins with a day, as in Tue 2 Mar: 6x800")
    entries = []
    dates = _days(found, chat, context, notes)
    for index, (named, when) in enumerate(zip(found, dates, strict=True)):
        title, *below = [*filter(None, [named.title]), *more.get(index, []), ""]
        entries.append(Entry(when, title, named.number, "\n".join(below).strip()))
    return Entries(tuple(entries), FORM, warnings=notes.remarks())


def without_stamps(lines: Sequence[str]) -> Chat:
    """Take stamps and senders off the lines of a chat."""
    return unstamped(lines, lambda text: bool(_readings(text)))


def _lines(lines: Sequence[str]) -> list[list[_Line]]:
    """Return the days that each line names, weekdays read in one language for all."""
    readings = [_readings(line[:LONGEST]) for line in lines]

    within = [
        spelling(found["word"]) for line in lines for found in ANOTHER.finditer(line[:LONGEST])
    ]

    def known(language: Language) -> tuple[int, int]:
        weekdays = _weekdays(language)
        begin = sum(any(not word or word in weekdays for word in words) for words in readings)
        return begin, sum(word in weekdays for word in within)

    weekdays = _weekdays(max(languages(), key=known))
    found: list[list[_Line]] = []
    for number, by_word in enumerate(readings, start=1):
        word = next((word for word in by_word if word in weekdays), "")
        days = [_Line(number, weekdays.get(word), *by_word[word])] if word in by_word else []
        found.append(_with_others(days[0], lines[number - 1], weekdays) if days else [])
    return found


def _with_others(line: _Line, text: str, weekdays: Mapping[str, int]) -> list[_Line]:
    """Return a line's day, and the weekdays that it goes on with: ``Fri easy, Sun long``.

    They begin with a capital letter if the line does: "Fri easy, sun cream" has one day.
    """
    first = next(filter(str.isalpha, text), "")
    others = [
        found
        for found in ANOTHER.finditer(line.title if line.weekday is not None else "")
        if weekdays.get(spelling(found["word"]), line.weekday) != line.weekday
        and found["word"][0].isupper() == first.isupper()
    ]
    ends = [*(found.start() for found in others), len(line.title)]
    days = [replace(line, title=line.title[: ends[0]])]
    for found, end in zip(others, ends[1:], strict=True):
        weekday = weekdays[spelling(found["word"])]
        days.append(_Line(line.number, weekday, "", line.title[found.end() : end]))
    return days


def _readings(text: str) -> dict[str, tuple[str, str]]:
    """Return date and title of a line by the weekday that it can begin with, or by none."""
    plain = MARKS.sub("", BULLET.sub("", text, count=1))
    return _beginnings(plain) or _beginnings(
        BULLET.sub("", NUMBER.sub("", plain, count=1), count=1)
    )


def _beginnings(text: str) -> dict[str, tuple[str, str]]:
    found = {}
    for pattern in (WEEKDAY_SIGNS, DAY_WORD):
        match = pattern.match(text)
        word = spelling(match["word"]) if match else ""
        if match and word in _all_weekdays():
            rest = text[match.end() :]
            day, title = _date_and_title(rest)
            alone = not text[match.end("word") :].strip().removeprefix(day).strip(" :")
            heading = alone and len(match["word"]) >= HEADING
            # A cell of a table: nothing of a message stands right behind its date.
            if heading or (title and not (match["end"] and _date(title))):
                found[word] = day, title
            break
    day, title = _date_and_title(f" {text}")
    if day and title:
        found[""] = day, title
    return found


def _date_and_title(text: str) -> tuple[str, str]:
    """Split what follows a weekday, or stands in its place, into a date and a title."""
    plain = text.lstrip()
    day = _date(plain) if plain != text else ""
    end = END.match(text if not day else plain, len(day))
    return day, (text if not day else plain)[end.end() :].strip().lstrip("*_ ") if end else ""


def _date(text: str) -> str:
    """Return the date that a text begins with, if it is one in any language; else nothing."""
    for pattern in BEGINNINGS:
        found = pattern.match(text)
        read = written(found.group()) if found else None
        if found and read and (read.orders or found.group()[0].isdigit()):
            return found.group()
    return ""


@cache
def _weekdays(language: Language) -> dict[str, int]:
    """Return the weekdays of a language that have two letters and more, and English plurals."""
    plurals = {f"{name}s": day for day, name in enumerate(NAMES)}
    known = {word: day for word, day in language.weekdays.items() if len(word) > 1}
    return known | (plurals if language.code == "en" else {})


@cache
def _all_weekdays() -> frozenset[str]:
    return frozenset(word for language in languages() for word in _weekdays(language))


def _days(lines: Sequence[_Line], chat: Chat, context: Context, notes: Notes) -> list[date]:
    """Return the date of each line; a weekday alone is counted from the one with a date nearby."""
    first = next((line for line in lines if line.date), None)
    sent = _sent(chat, context, needed=first is None)
    today = max(sent.values(), default=date.today())
    hints = Hints(
        order=context.date_order,
        race_date=context.race_date,
        weekdays=[line.weekday for line in lines],
        latest=None if context.race_date else today + HALF_A_YEAR,
    )
    dates = read_dates([line.date.strip() for line in lines], hints)
    if first is None and not sent:
        raise no_run_plan(NEEDS_A_DATE)
    if first and dates.trouble:
        notes.fault(first.number, 1, "", dates.trouble)
    for line, day in zip(lines, dates.days, strict=True):
        if line.date and day is None and not dates.trouble:
            notes.fault(line.number, 1, "", NO_SUCH.format(shown(line.date.strip())))
        elif day and line.weekday not in {None, day.weekday()}:
            wrong = NAMES[line.weekday or 0].capitalize()
            notes.fault(line.number, 1, "", f"{day} is a {day:%A}, not a {wrong}")
    notes.end()
    before = None
    for position, line in enumerate(lines):
        message = max((start for start in sent if start < line.number), default=None)
        if message is not None and message != before and not line.date:
            example = f"{sent[message]}: {shown(line.title)}"
            notes.warn("days are counted from when their messages were sent", example)
            tomorrow = line.weekday is None and TOMORROW.match(line.title)
            day = sent[message] + timedelta(bool(tomorrow))
            dates.days[position] = _weekday_near(line, day, 1)
        before = message
    return _between(lines, dates.days)


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


def _between(lines: Sequence[_Line], days: list[date | None]) -> list[date]:
    """Fill in the dates of weekdays alone: each next after the line before, or before the next."""
    known = next(index for index, day in enumerate(days) if day is not None)
    for index in range(known - 1, -1, -1):
        days[index] = _weekday_near(lines[index], days[index + 1], -1)
    for index in range(known, len(days)):
        days[index] = days[index] or _weekday_near(lines[index], days[index - 1], 1)
    return [day or NO_DATE for day in days]


def _weekday_near(line: _Line, other: date | None, way: int) -> date:
    """Return the line's weekday next after a date, or last before it; the same day counts."""
    day = other or NO_DATE
    apart = 0 if line.weekday is None else way * (line.weekday - day.weekday()) % 7
    return day + timedelta(way * apart)
