"""The number of a week, as tables write it: ``Week 3``, ``3``, ``W3``, ``KW 12``, ``S-3``."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import pairwise

from runtall.importers.days.dates import behind_place, exists, leading_date, written
from runtall.importers.days.names import languages, meaning, number_words
from runtall.importers.days.weekday_words import is_weekday
from runtall.importers.words.languages import joining, worded
from runtall.importers.words.titles import KEPT, spelling

MOST_ALIKE = 12
MONTH_AND_DAY = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})(?![\d.])")
DIGITS = "零一二三四五六七八九"
OF_IDEOGRAPHS = re.compile(r"([一二三四五六七八九]?十?[一二三四五六七八九]?)(?=[周週])(?<=[一-十])")
# Brackets and colons of a full width, as beside ideographs.
BRACKETS = str.maketrans("\uff08\uff09\uff1a", "():")
# Signs of Markdown around the name of a week, and a name that is a letter and its number.
MARKS = "#*_> "
GLUED = re.compile(r"(?:w|wk|kw)\d{1,2}(?!\d)")
# Characters of the name of a week.
LONGEST_LABEL = 80
# The first and the last day of a week, and their month: "15-21.02", "du 15 au 21 février".
DAYS = (
    r"(?:[^\W\d_]+ ){0,2}(?P<first>\d{1,2})(?:\.|er|º|st|nd|rd|th)? ?"
    r"(?:[-\u2013\u2014]|/(?!\d+ ?[./-])| ?«to» ) ?(?P<last>[0-3]?\d)(?:st|nd|rd|th)?"
)
THEIR_MONTH = r"(?P<month>(?:[./] ?\d|\.? ?[^\W\d_]{3}|\.? de ).*)"
DAYS_APART, SHORTEST_MONTH = range(3, 7), 28
# The same of several whole weeks of one month.
OF_WEEKS_APART = (13, 20, 27)
LEAP_YEAR = 2028
# How many weeks a phase has, in brackets behind its name.
COUNTED = re.compile(r"\D{3,}\((?P<count>\d{1,2}) (?P<word>[^\W\d_]+)(?:[:,;] [^()]*)?\)\W*")
# The same with the month of both in numbers: "12.28-1.3", "29/3 - 4/4".
IN_NUMBERS = re.compile(
    r"(?P<one>\d{1,2})(?P<sign>[./])(?P<two>\d{1,2})\.? ?[-\u2013\u2014~\u81f3\u5230] ?"
    r"(?P<three>\d{1,2})(?P=sign)(?P<four>\d{1,2})\.?(?![\d./])"
)
# What may stand in front of the last day of a week.
TO_THE_LAST = re.compile(r"\s*[-\u2013\u2014~\uff5e\u81f3\u5230]\s*|\s+[^\W\d_]{1,3}\s+")
# The number of a week and what stands behind it.
NUMBERED_FIRST = re.compile(
    r"(?P<word>[^\W\d_]+)\.? ?#?\d{1,2}(?:[\s(\[|\u00b7:,;*_\u2013\u2014-]+(?:[^\W\d_]+ ){0,2}?)"
    r"(?P<rest>(?:\d|[^\W\d_]+\.? \d).*)"
)
# What a week is called behind its dates: "race week", "down week".
CALLED = re.compile(r"(?<=\d) +(?:[^\W\d_]+ )?(?:week|wk)$", re.IGNORECASE)
# A number in front of the word for the week, with a sign that it is a place: "1. Woche", "第1周".
PLACE_FIRST = re.compile(
    r"(?i)(?:第 ?(?P<number>\d{1,2}) ?|"
    r"(?P<place>\d{1,2})(?:[.ªºa]|st|nd|rd|th|er|[eè]re?|[eè]me|e) ?)"
    r"(?P<word>[周週]|[^\W\d_]+(?<![周週]))(?=\W|\d|$|(?<=[周週]))"
)
# What parts its name from its dates: "Phase 2 - hills. Mon 8 March to Sun 28 March".
BEHIND_NAME = re.compile(r"[:|]\s|(?<=[^\W\d_]{4})\.\s")
# Words and letters that mean week though no column is called so.
SHORT = {"w", "wk", "s", "sem", "v", "kw", "u", "t", "r", "tyg", "sett", "第"}
# How weeks are counted down aloud: "T minus 12".
MINUS = re.compile(r"(?i)^([a-z]) minus (?=\d)|(?<=^[a-z])[\u2212\u2013](?=\d)")
# Several weeks at once: ``Weeks 1-4``.
SEVERAL = (
    r"(?P<word>[^\W\d_]+)\.? (?P<first>\d{1,2}) ?"
    r"(?:-|&|«and|to») ?(?P<last>\d{1,2})(?![\w./-]| ?[./]| ?-? ?\d)(?P<next> [^\W\d_]+)?"
)
# How many weeks are left: ``Faltan 6``, ``Noch 6 Wochen``.
LEFT = r"«left» (?P<number>\d{1,2})(?!\d|[.,:/x]\d)(?: ?(?P<word>[^\W\d_]+))?"
# What stands between the first and the last day of a week.
BETWEEN_DAYS = r"\s+(?:[-\u2013\u2014]|«to»)\s+|[\u2013\u2014~\uff5e\u81f3\u5230]"
# How many of something a week has: ``3 runs a week``.
RATE = r"\d{1,2}(?:-\d{1,2})? (?:[^\W_]+ ){1,3}«per» (?P<word>[^\W\d_]+)"
# The number of a week: ``Week 3 of 16``.
NUMBERED = (
    r"(?P<word>[^\W\d_.]*)[\s.:#-]*(?P<number>-?\d{1,3})"
    r"(?:st|nd|rd|th|e|er|a)?[\s.:)/]*(?:(?:«of»|/) ?\d{1,3})?"
    r"(?:(?P<close>[^\W\d_]+)|(?P<tail>(?![.,:/-]\d)\W.*))?"
)


def weeks_left(words: str) -> int | None:
    """Return how many weeks a name says that are left; None where it says none."""
    found = worded(LEFT).match(spelling(words[:LONGEST_LABEL].strip(MARKS)))
    of_weeks = found and (not found["word"] or is_week(found["word"]))
    return int(found["number"]) if found and of_weeks else None


def counts_down(name: str) -> bool:
    """Return whether the number of a week is that of weeks to go: not in ``Week 1 (13 to go)``."""
    behind = re.search(r"\d\D+(?P<rest>\d.*)", name)
    both = behind is not None and meaning(behind["rest"])[0] == "to_go"
    return meaning(name)[0] == "to_go" and not both


@lru_cache(maxsize=KEPT)
def week_number(cell: str) -> int | None:
    """Return the number of a week; None where a cell is no label of a week."""
    if (left := weeks_left(cell)) is not None:
        return -left
    words = _with_number_behind(cell.strip(MARKS).translate(BRACKETS))
    plain = spelling(words[:60]).replace("第", "")
    text = _in_digits(_of_ideographs(plain).strip())
    found = worded(NUMBERED).fullmatch(text)
    # "60/30 = run 60 s, walk 30" explains something, "two tempo runs per week" counts them.
    if "=" in text or _is_rate(text):
        return None
    if several := _weeks_named(text):
        return several[0]
    if not found:
        return _behind(text)
    word, tail = found["word"], (found["tail"] or "").strip(" :-,.()")
    if word and word not in SHORT and not is_week(word):
        return None
    unit = meaning(tail.split(" ")[0])[0] if tail else ""
    close = found["close"] or ""
    if not word and (unit in {"distance", "duration"} or (close and not is_week(close))):
        return None
    return int(found["number"])


def _is_rate(text: str) -> bool:
    """Return whether words say how many of something a week has: ``3 runs a week``."""
    found = worded(RATE).match(text)
    return found is not None and is_week(found["word"])


def _of_ideographs(text: str) -> str:
    """Return the number of a week in digits where it is one of ideographs, alone: ``十二周``."""
    if "周" in text or "週" in text:
        text = text.partition("(")[0]
    found = OF_IDEOGRAPHS.match(text)
    if not found:
        return text
    tens, ten, ones = found[1].rpartition("十")
    number = (DIGITS.index(tens or "一") if ten else 0) * 10 + DIGITS.index(ones or "零")
    return f"{number}{text[found.end(1) :]}"


def _in_digits(text: str) -> str:
    """Return the name of a week with its number in digits: ``week one``, ``second week``."""
    words = text.split(" ")
    if not any(map(is_week, words)):
        return text
    return " ".join(number_words().get(word.strip(".,:()"), word) for word in words)


@lru_cache(maxsize=KEPT)
def start_of_week(cell: str) -> str:
    """Return the date at the beginning of a week's label: of a range, behind a number.

    As in ``Week of 5 April``, ``5.4. - 11.4.``, ``Week 3 (5 Apr)``, ``w/c 8, 15 March``. What has
    no date stays.
    """
    if in_turn := _first_days(cell):
        return in_turn[0]
    cell = cell if written(cell) else behind_place(cell)
    first = _start(cell)
    return first if first == cell else _with_year(first, cell.partition(first)[2])


def _first_days(cell: str) -> tuple[str, int] | None:
    """Return the first of some days a week apart, with their month, and how many there are."""
    join = rf"(?:\s*[,&+]\s*|\s+(?:{joining('and')})\s+)"
    day = r"\d{1,2}(?:st|nd|rd|th|\.)?"
    month = r"(?P<month>\s+[^\W\d_]{3,}(?: 20\d\d)?)"
    found = re.search(
        rf"(?i)(?<![\d.])(?P<days>{day}(?:{join}{day})+){month}", cell[:LONGEST_LABEL]
    )
    days = [int(one) for one in re.findall(r"\d+", found["days"])] if found else []
    first = f"{days[0]}{found['month']}" if found else ""
    apart = all(later - one == 7 for one, later in pairwise(days))
    return (first, len(days)) if apart and written(first) else None


def _with_year(first: str, behind: str) -> str:
    """Return the first day of a week with the year of its last: of ``28/12 - 3/1/2027``."""
    sign = worded(BETWEEN_DAYS).match(behind) or re.match(r"\s*[-\u2013\u2014]\s*", behind)
    one, end = written(first), written(leading_date(behind[sign.end() :])) if sign else None
    if one is None or end is None:
        return first
    for order in one.orders.keys() & end.orders.keys():
        (year, month, _), (last, last_month, _) = one.orders[order], end.orders[order]
        if year is None and last is not None:
            joint = re.search(r"[./]", first)
            year = last - (last_month < month)
            return f"{first.rstrip('.')}{joint.group() if joint else ' '}{year}"
    return first


def _start(cell: str) -> str:
    """Return the date at the beginning of a week's label as it stands there."""
    plain = re.sub(r"\s+onwards?\b", "", cell[:80].strip(MARKS)).translate(BRACKETS)
    if "周" in plain or "週" in plain:  # the month comes first there, also before a dot
        plain = MONTH_AND_DAY.sub(r"\1月\2日", plain)
    plain = plain[: range_ahead(plain) or None]
    tries = [*re.findall(r"\(([^)]*)\)", plain), plain, *BEHIND_NAME.split(plain)[1:]]
    if first := next(filter(None, map(_first_in_numbers, tries)), ""):
        return first
    if first := next(filter(None, map(first_of_range, [*tries, *plain.split(", ")[1:]])), ""):
        return first
    if weeks_alike(cell) > 1:  # "Weeks 1-4" is no 1 April
        plain = re.sub(worded(SEVERAL).pattern, "", plain, flags=re.I).strip(f"{MARKS}:,-()")
        return _start(plain) if plain else cell
    if not cell or written(cell):
        return cell
    if first := _behind_number(plain):
        return first
    tries += [worded(BETWEEN_DAYS).split(one)[0] for one in tries]
    tries += re.split(r"\s[-\u2013\u2014]\s|, ", plain, maxsplit=1)[1:]
    tries += [re.sub(r"\s*\([^()]*\)", "", plain)]  # "Week of 29 March (after Easter)"
    tries += [one.split("-")[0] for one in tries if one.count("-") == 1]
    tries += [_without_week(one) for one in tries]
    return next((one.strip() for one in tries if written(one.strip())), cell)


@lru_cache(maxsize=KEPT)
def first_of_range(text: str) -> str:
    """Return the first date of a week whose days share a month: of ``15-21 Feb``, ``15 Feb``.

    The month is that of the last day: ``29-4.04`` and ``29-4 April`` begin in March.
    """
    found = worded(DAYS + THEIR_MONTH).fullmatch(text.strip())
    first, last = map(int, found.group("first", "last")) if found else (0, 0)
    end = written(f"{last}{found['month']}") if found else None
    if found is None or end is None:
        return ""
    word = spelling(text.strip()[: found.start("first")]).strip()
    if is_week(word) and last - first != DAYS_APART[-1]:  # "Week 1 - 5 April" begins on the 5th
        return ""
    month = re.fullmatch(r"([./] ?)(\d{1,2})(?!\d)(.*)", found["month"])
    if last - first in (*DAYS_APART, *OF_WEEKS_APART):
        return f"{first}{found['month']}"
    if not (last < first and last + SHORTEST_MONTH - first < 7):
        return ""
    if month:
        return f"{first}{month[1]}{(int(month[2]) - 2) % 12 + 1}{month[3]}"
    year, number, _ = next(iter(end.orders.values()), (None, 1, 1))
    before = date(year or LEAP_YEAR, number, 1) - timedelta(1)
    return f"{first} {before:%b %Y}" if year else f"{first} {before:%b}"


def _first_in_numbers(text: str) -> str:
    """Return the first day of a week in numbers whose last day tells which is the month."""
    found = IN_NUMBERS.match(text.strip())
    if not found:
        return ""
    one, two, three, four = map(int, found.group("one", "two", "three", "four"))
    orders = {"dmy": ((two, one), (four, three)), "mdy": ((one, two), (three, four))}
    possible = [first for first, last in orders.values() if _are_apart(first, last)]
    return f"{date(LEAP_YEAR, *possible[0]):%d %b}" if len(possible) == 1 else ""


def _are_apart(first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Return whether two days, as month and day, are the first and the last one of a week."""
    if not (exists(None, *first) and exists(None, *last)):
        return False
    days = (date(LEAP_YEAR, *last) - date(LEAP_YEAR, *first)).days
    return days % 366 in {*DAYS_APART, 7}  # a day more where a February has none


@lru_cache(maxsize=KEPT)
def is_range(line: str) -> bool:
    """Return whether a line begins with the first and the last day of a week.

    Behind them it may be called: ``26 Apr - 2 May RACE WEEK``.
    """
    plain = CALLED.sub("", line.strip(" =#<>*_~:()"))
    if first_of_range(plain) or ((end := range_ahead(plain)) and not re.search(r"\d", plain[end:])):
        return True
    ends = worded(BETWEEN_DAYS).split(plain, maxsplit=1)
    ends = ends if len(ends) == 2 else ends[0].split("-")
    dates = [written(re.split(r"[:(]|\s[-\u2013\u2014]\s", end)[0].strip()) for end in ends]
    return len(ends) == 2 and all(one and one.orders for one in dates)  # "Sat 1 May - 42.2"


def range_ahead(text: str) -> int:
    """Return where the first and the last day of a week end that a text begins with, else 0.

    Something is said of them behind: ``16/8-22/8  the hardest week``.
    """
    for sign in TO_THE_LAST.finditer(text, endpos=LONGEST_LABEL):
        last = leading_date(text[sign.end() :])
        end = sign.end() + len(last)
        unit = re.match(r"\s*([^\W\d_]+)", text[end:])  # "1.5. - 7.5 km" is a run
        if not last or (unit and meaning(unit[1])[0] in {"distance", "duration"}):
            continue
        one, two = written(text[: sign.start()].strip()), written(last)
        orders = (one.orders, two.orders) if one and two else ({}, {})
        apart = any(_are_apart(orders[0][each][1:], orders[1][each][1:])
                    for each in orders[0].keys() & orders[1].keys())  # fmt: skip
        if apart or first_of_range(text[:end]):
            return end
    return 0


def weeks_between(heading: str) -> int:
    """Return how many whole weeks a heading spans: ``BASE: 5 July - 1 Aug``; 0 of one or less.

    Or of how many it names the first days: ``w/c 8, 15 March``.
    """
    if in_turn := _first_days(heading):
        return in_turn[1]
    plain = heading.strip(" =#<>*_~:").translate(BRACKETS)
    for text in (plain, *re.findall(r"\(([^)]*)\)", plain), *BEHIND_NAME.split(plain)[1:]):
        ends = worded(BETWEEN_DAYS).split(text, maxsplit=1)
        ends = [first_of_range(text) or ends[0], ends[-1]] if len(ends) == 2 else []
        first, last = (written(end.strip()) for end in ends) if ends else (None, None)
        for order in first.orders.keys() & last.orders.keys() if first and last else ():
            one, two = (date(LEAP_YEAR, *end.orders[order][1:]) for end in (first, last) if end)
            weeks, more = divmod((two - one).days % 366 + 1, 7)
            if not more and 1 < weeks <= MOST_ALIKE:
                return weeks
    return 0


def says_begin(header: str) -> bool:
    """Return whether a column is called after the first days of weeks: ``Week commencing``."""
    begin = rf"\b(?:{joining('begin', 'from')})\b|\bw ?/? ?[bc]\b"
    return meaning(header)[0] == "week" and bool(re.search(begin, spelling(header)))


def names_days_of_month(text: str) -> bool:
    """Return whether words name the first and the last day of a week only: ``du 5 au 11``."""
    found = worded(DAYS).fullmatch(text.strip())
    return found is not None and int(found["last"]) - int(found["first"]) in DAYS_APART


def _with_number_behind(text: str) -> str:
    """Return the name of a week with its place behind the word: of ``1st week from 5 July``."""
    text = f"第{_of_ideographs(text[1:])}" if text.startswith("第") else MINUS.sub(r"\1-", text)
    found = PLACE_FIRST.match(text)
    if found is None or not is_week(found["word"]):
        return text
    rest = text[found.end() :].lstrip()
    return f"{found['word']} {found['number'] or found['place']} {rest}".strip()


def _behind_number(text: str) -> str:
    """Return the date that stands behind the number of a week: ``Wk 3 · 19 Jul - build``."""
    rest = _without_week(_rest(text))
    end = range_ahead(rest) or None
    days = re.split(r"\s*[(\[|\u00b7:,]|\s[-\u2013\u2014]\s(?=\D)", rest[:end])[0]
    weekday, _, behind = rest.partition(" ")
    first = leading_date(rest)
    if not first and is_weekday(weekday.strip(".,")) and (day := leading_date(behind)):
        first = f"{weekday} {day}"
    return first_of_range(days) or first.strip("()")


def _rest(text: str) -> str:
    """Return what stands behind the number of a week: ``S3 - du 1er au 7 mars``."""
    found = NUMBERED_FIRST.match(_with_number_behind(text))
    named = found and (is_week(found["word"]) or spelling(found["word"]) in SHORT)
    return found["rest"] if found and named else ""


def _without_week(text: str) -> str:
    """Return the words without those that say that this is a week."""
    first, _, rest = text.strip().partition(" ")
    joins = re.fullmatch(joining("from"), spelling(first)) or spelling(first) in _ending()
    says_week = meaning(first)[0] in {"week", "week_end"} or joins
    if not first or not says_week or (not joins and _is_foreign(rest, first)):
        return " ".join(text.split())
    return _without_week(rest)


@cache
def _ending() -> frozenset[str]:
    """Return the words of headers that say when a week ends: ``Week ending``, ``Woche bis``."""
    headers = [word for one in languages() for word, name in one.headers.items()
               if name == "week_end"]  # fmt: skip
    return frozenset(part for header in headers for part in header.split())


def _is_foreign(text: str, week: str) -> bool:
    """Return whether a month is none in the languages of the word for the week: "Wk 10 out"."""
    knowing = [one for one in languages() if spelling(week).strip(".") in one.headers]
    words = spelling(text).split()
    months = [word for word in words if any(word in one.months for one in languages())]
    return bool(knowing) and any(all(word not in one.months for one in knowing) for word in months)


def is_week(word: str) -> bool:
    """Return whether a word means week, its end, or what is left of them."""
    return meaning(word)[0] in {"week", "week_end", "to_go"}


def weeks_alike(cell: str) -> int:
    """Return how many weeks ``Weeks 1-4`` names, or ``BASE (4 weeks)``; 1 for anything else."""
    plain = spelling(cell[:LONGEST_LABEL])
    several = _weeks_named(plain)
    count = COUNTED.fullmatch(plain)
    if count and is_week(count["word"]) and 1 < int(count["count"]) <= MOST_ALIKE:
        return int(count["count"])
    return several[1] - several[0] + 1 if several else 1


def weeks_within(words: str) -> tuple[str, int, int] | None:
    """Return words without the weeks that they end with, and the first and last of those."""
    found = re.search(
        rf"(?i)\s*(?:\b(?:in|{joining('on', 'from')}) )?"
        r"\b(?P<word>[^\W\d_]+)\.? ?(?P<first>\d{1,2})"
        rf"(?: ?(?:[-\u2013&/]|{joining('and', 'to')}) ?(?P<last>\d{{1,2}}))?\W*$",
        words,
    )
    if not found or not is_week(found["word"]):
        return None
    return words[: found.start()], int(found["first"]), int(found["last"] or found["first"])


def _weeks_named(text: str) -> tuple[int, int] | None:
    """Return the first and the last of several weeks: ``weeks 1-4``, ``aerobic (wks 1-4)``."""
    found = ((one, int(one["first"]), int(one["last"])) for one in worded(SEVERAL).finditer(text))
    return next(
        (
            (first, last)
            for one, first, last in found
            if is_week(one["word"]) and 0 < last - first < MOST_ALIKE
            if not (one["next"] and written(f"{last}{one['next']}"))
        ),
        None,
    )


@lru_cache(maxsize=KEPT)
def names_week(words: str) -> bool:
    """Return whether words name a week: ``WEEK 3 - Sharpen``, ``w/c 4 Jan``, ``RACE WEEK``.

    A sum of a week is none.
    """
    words = _with_number_behind(words.strip(MARKS).translate(BRACKETS))
    parts = [part.strip(".,:!()") for part in spelling(words[: LONGEST_LABEL + 1]).split()]
    if (
        not words
        or len(words) > LONGEST_LABEL
        or any(meaning(part)[0] == "total" for part in parts)
    ):
        return False
    if weeks_left(words) is not None or weeks_alike(words) > 1:
        return True
    numbered = week_number(words) is not None
    # "W3" is a week, "T 6" are six miles on Tuesday.
    bare = numbered and len(parts) <= 2 and (len(parts) == 1 or len(parts[0]) > 1)
    glued = bool(parts) and bool(GLUED.match(parts[0]) or is_week(parts[0].rstrip("0123456789")))
    # A letter alone may be a weekday.
    named_by = parts if numbered else [part for part in parts[:2] if len(part) > 1]
    dated = any(map(is_range, (_without_week(_rest(words)), *re.findall(r"\(([^()]*)\)", words))))
    named = any(map(is_week, parts if dated else named_by)) or (numbered and (glued or dated))
    return named or (bare and words[0].isalpha())


def _behind(text: str) -> int | None:
    """Read a number behind more words: ``Base - week 3``."""
    found = re.search(r"(?P<word>[^\W\d_]+)\.? ?(?P<number>\d{1,3})\)?$", text)
    return int(found["number"]) if found and meaning(found["word"])[0] == "week" else None
