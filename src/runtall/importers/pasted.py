"""Lines as they are pasted from a message: ``Tue 2 Mar: 6x800``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
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
    days = count = 0
    below = False
    for line, day in zip(chat.lines, _lines(chat.lines), strict=True):
        below = not day.title if day else below
        days += day is not None
        # A day that is alone in its line has the next lines.
        count += bool(line.strip()) and (day is not None or not below)
    dated = sum(map(bool, chat.sent.values()))
    return 10 * max(days, dated) >= (MESSAGES if chat.sent else MOST) * count > 0


def read_pasted(text: str, context: Context) -> Entries:
    """Read a line a day; lines that begin with no day go on with the one before.

    A date without a year is the last one that can belong to the race, or the one nearest to
    today. A weekday alone follows the line before it, or the day its message was sent on. Only
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
        lines = _messages(chat)
    goes_on = False
    for position, (line, day) in enumerate(zip(chat.lines, lines, strict=True)):
        words = MARKS.sub("", line).strip()
        if day:
            found.append(day)
            _warn_of_more_days(day, notes)
        elif words and goes_on and position not in chat.sent:
            more.setdefault(found[-1].number, []).append(words)
        elif words:
            what = "lines before the first day" if not found else "messages without a day"
            notes.warn(f"{what} are left out", shown(words[:60]))
        goes_on = bool(day) or (goes_on and position not in chat.sent)
    if not found:
        raise no_run_plan("no line begins with a day, as in Tue 2 Mar: 6x800")
    days = _days(found, chat, context, notes)
    entries = [
        _entry(line, day, more.get(line.number, [])) for line, day in zip(found, days, strict=True)
    ]
    return Entries(tuple(entries), FORM, warnings=notes.remarks())


def _warn_of_more_days(line: _Line, notes: Notes) -> None:
    parts = re.split(r"[,;]\s+", line.title)[1:]
    if any(word for part in parts for word in _readings(part)):
        notes.warn("lines name more than one day; only the first counts", shown(line.title[:60]))


def without_stamps(lines: Sequence[str]) -> Chat:
    """Take stamps and senders off the lines of a chat."""
    return unstamped(lines, lambda text: bool(_readings(text)))


def _messages(chat: Chat) -> list[_Line | None]:
    """Return each message as a line of the day that it was sent on."""
    return [
        _Line(position + 1, None, "", line.strip()) if position in chat.sent else None
        for position, line in enumerate(chat.lines)
    ]


def _entry(line: _Line, day: date, more: Sequence[str]) -> Entry:
    title, *text = (line.title, *more) if line.title else (*more, "")
    return Entry(day, title, line.number, "\n".join(text).strip())


def _lines(lines: Sequence[str]) -> list[_Line | None]:
    """Return the day that each line begins with, weekdays read in one language for all."""
    readings = [_readings(line[:LONGEST]) for line in lines]
    best: list[_Line | None] = [None] * len(lines)
    for language in languages():
        weekdays = _weekdays(language)
        found = []
        for number, by_word in enumerate(readings, start=1):
            word = next((word for word in by_word if word in weekdays), "")
            known = by_word.get(word)
            found.append(_Line(number, weekdays.get(word), *known) if known else None)
        if sum(map(bool, found)) > sum(map(bool, best)):
            best = found
    return best


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
