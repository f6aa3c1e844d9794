"""Days by their number in the month: ``Tue 16  6 x 800``, or below the name of the month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from runtall.importers.days.dates import A_WORD, written
from runtall.importers.days.day_lines import DayLine
from runtall.importers.days.line_starts import bare
from runtall.importers.days.names import weekdays_of
from runtall.importers.days.weekday_words import is_weekday, weekdays_called

# A length or repetitions are no number of a day: "10 km", "6 x 800".
NUMBERED = re.compile(
    r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?(?:\s*[:,.\u2013\u2014-]\s*|\s+|$)"
    r"(?!x ?\d|(?:kms?|k|mi|miles?|mins?|minutes|hrs?|h)\b)(?P<title>.*)"
)
# A line that is the name of a month, and one that begins with the number of a day.
DAY_OF_MONTH = re.compile(
    rf"(?:(?P<name>{A_WORD})[.,]{{0,2}} )?"
    r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?[.:,)]?\s+(?P<rest>\D.*|\d.*)"
)
LETTER = re.compile(r"(?P<word>[^\W\d_]{1,2})[.)]?(?:\s*[:\u2013\u2014-]\s*|\s+)(?=\S)")
# So many numbers that rise as their weekdays do, and this share of all, are no chance.
FEWEST, MOST = 4, 0.8
# Of two months alike and one more each day comes so often at most.
MONTHS = 3
# And so many below the names of months.
FEWEST_BELOW = 10
YEAR = 366
# Characters of a line with the names of some weekdays, and no more.
LONGEST = 80
ALONE = re.compile(r"[12]?\d|3[01]")


def joined_numbers(lines: Sequence[str]) -> list[str]:
    """Return lines of weekdays with the number of the day, which stands alone below, beside them.

    As an app shows a day: ``MON``, ``3``, ``Easy run``.
    """
    found = list(lines)
    filled = [at for at, line in enumerate(lines) if line.strip()]
    words = [lines[at].strip(" :.") for at in filled]
    days = [
        pair
        for pair, word in zip(pairwise(filled), words, strict=False)
        if len(word) <= LONGEST and word[:1].isalpha() and weekdays_called(word)
    ]
    numbered = [(at, below) for at, below in days if ALONE.fullmatch(lines[below].strip())]
    for at, below in numbered if len(numbered) > MOST * len(days) else ():
        found[at], found[below] = f"{lines[at].strip()} {lines[below].strip()}", ""
    return found


def with_dates(lines: Sequence[Sequence[DayLine]], until: date | None) -> list[list[DayLine]]:
    """Return the lines with dates in place of such numbers; without them where no end is known.

    Parameters
    ----------
    until
        The last day that can be meant.
    """
    numbers = [_number(days) for days in lines]
    known = [(number, at, lines[at][0].weekday or 0) for at, number in enumerate(numbers) if number]
    pairs = [(one, other) for one, other in pairwise(known) if other[0] > one[0]]
    right = [
        (one, other) for one, other in pairs if (other[0] - one[0] - other[2] + one[2]) % 7 == 0
    ]
    # "Sat 4 easy" and "Sun 12 long" come again every week; days of a month do so from February
    # to March only.
    once = {(number, weekday) for (number, _, weekday), _ in right}
    if len(right) < max(FEWEST, MOST * len(pairs)) or MONTHS * len(once) < len(right):
        return [list(days) for days in lines]
    # "6 x 800 m" is no sixth: it doesn't go with the day before or after.
    kept = {at for pair in right for _, at, _ in pair}
    numbers = [number if at in kept else 0 for at, number in enumerate(numbers)]
    found: list[list[DayLine]] = []
    after = until + timedelta(1) if until else None
    for number, days in zip(reversed(numbers), reversed(lines), strict=True):
        if number:
            named = NUMBERED.fullmatch(days[0].title)
            title = named["title"] if named else ""
            day = _latest(number, days[0].weekday or 0, after) if after else None
            after = day or after
            first = replace(days[0], title=title, date=f"{day or ''}", sure=True)
            days = [first, *(replace(one, title=title) for one in days[1:])]
        found.append(list(days))
    return found[::-1]


def _number(days: Sequence[DayLine]) -> int:
    """Return the number that stands behind a weekday; 0 where none does.

    In a line of several days it is how far each is: "Mon 5 / Tue 9 / Wed 5".
    """
    if not days or days[0].weekday is None or days[0].date or days[0].numbered:
        return 0
    if not all(day.beside for day in days[1:]):
        return 0
    named = NUMBERED.fullmatch(days[0].title)
    return int(named["day"]) if named else 0


def _latest(number: int, weekday: int, before: date) -> date | None:
    """Return the last such day before another."""
    days = (before - timedelta(back) for back in range(1, YEAR))
    return next((day for day in days if (day.day, day.weekday()) == (number, weekday)), None)


def in_months(lines: Sequence[str]) -> list[str]:
    """Return lines that begin with the number of a day below a month with both in front.

    The letters of weekdays behind the numbers, as in ``16 t - 6 x 800``, are left out.
    """
    found, month, last, all_ = list(lines), "", 0, 0
    read: dict[int, tuple[str, str]] = {}
    for at, line in enumerate(lines):
        plain = bare(line).strip(" #*=_:-")
        day = DAY_OF_MONTH.match(plain) if month else None
        day = None if day and day["name"] and not is_weekday(day["name"]) else day
        all_ += bool(day)
        if plain[:1].isalpha() and len(plain.split()) <= 2 and written(f"1 {plain}"):
            month, last = plain, 0
        elif day and int(day["day"]) > last:
            last = int(day["day"])
            read[at] = f"{day['name'] or ''} {last} {month}: ".lstrip(), day["rest"]
    if len(read) < max(FEWEST_BELOW, MOST * all_):
        return found
    letters = [LETTER.match(rest) for _, rest in read.values()]
    days = weekdays_of([one["word"] if one else "" for one in letters])
    named = len(days) - days.count(None) >= MOST * len(days)
    for (at, (head, rest)), letter, weekday in zip(read.items(), letters, days, strict=True):
        start = letter.end() if letter and named and weekday is not None else 0
        found[at] = f"{head}{rest[start:]}"
    return found
