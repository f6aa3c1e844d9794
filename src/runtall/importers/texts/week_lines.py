"""Weeks of which each has one line that tells its days in turn: ``11 [41] M off; T 6x400; W 4``.

Or some, one right below the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise

from runtall.documents.values import NAMES
from runtall.importers.days.dates import A_WORD, dates_within, leading_date, written
from runtall.importers.days.line_starts import bare
from runtall.importers.days.names import may_be_weekday, weekdays_of
from runtall.importers.days.week_names import names_week
from runtall.importers.days.week_numbers import is_week
from runtall.importers.days.weekday_words import is_weekday

# What may stand between the days, the surest first; "w/ 4 miles" ends none.
SIGNS = (r";", r"\|", r"\s/\s", r"(?<!\bw)/", r",\s", r"\.\s", r"\s{2,}|\t")
BETWEEN = [rf"{sign}|\n" for sign in SIGNS]
# A day at the beginning of a part, and behind what stands in front of the first one: a sign, or
# `near` words, where that is the day before.
DAY = re.compile(r"\s*(?P<word>[^\W\d_]{1,12})(?=[.:]{0,2}\s|\s*[:\u2013\u2014-]\s)")
BEHIND = re.compile(rf"(?:^|(?<=[^\s\w]|[\d_])(?=\s)|(?P<near>(?<=[^\W\d_])(?=\s))){DAY.pattern}")
# Days that tell most of a week, and such lines that make a plan; and days of lines that each begin
# with their week, of which more make one, where only the days with a run are told.
FEWEST, FEWEST_LINES = 5, 2
FEW, MANY_LINES = 2, 4
# A week that has its number, and what is said of it: "11 [41]", "4 [58] PEAK.", "8 down week -".
COUNTED = re.compile(r"\W*?(?P<number>-?\d{1,2})(?![\d.,:/]|\s*(?:km|k|mi)\b)(?P<more>\W.*)?")
# What says nothing of a run: a number or a date alone.
NUMBER = re.compile(r"\W*(\d{1,2})\W*")


def tells_weeks(text: str) -> bool:
    """Return whether some lines of a text tell the runs of most days of a week in turn."""
    lines = _joined(text[:20_000].splitlines())
    few = _fewest(lines)
    weeks = [(line, days) for line in lines if (days := _days_in_turn(line, few))]
    return sum(_has_runs(*week, few) for week in weeks) >= FEWEST_LINES


def with_names(lines: Sequence[str]) -> list[str]:
    """Return such lines with the names of days of one letter, and a colon behind their numbers."""
    lines = _joined(lines)
    few = _fewest(lines)
    return [_named(line, _days_in_turn(line, few)) for line in lines]


def _joined(lines: Sequence[str]) -> list[str]:
    """Return lines that have one week, most days as one letter, in the place of the first."""
    found = [*lines]
    begin = [bool((day := DAY.match(line)) and may_be_weekday(day["word"])) for line in lines]
    for _, block in groupby(range(len(lines)), begin.__getitem__):
        places = [*block]
        whole = "\n".join(lines[at] for at in places)
        days = _days_in_turn(whole) if len(places) > 1 else ()
        letters = sum(len(one["word"]) == 1 for one, _ in days)
        if len(days) > len(places) and 2 * letters > len(days):
            found[places[0] : places[-1] + 1] = [whole, *[""] * (len(places) - 1)]
    return found


def _fewest(lines: Sequence[str]) -> int:
    """Return how many days make a line a week: fewer where many lines name their week as well."""
    weeks = [days for line in lines
             if (days := _days_in_turn(line, FEW))
             and _label(line, days) and _has_runs(line, days, FEW)]  # fmt: skip
    return FEW if len(weeks) >= MANY_LINES else FEWEST


Days = Sequence[tuple[re.Match[str], int]]


def _named(line: str, days: Days) -> str:
    if not days:
        return line
    words = [found["word"] for found, _ in days]
    if min(map(len, words)) == 1:
        words = [NAMES[day] for _, day in days]
    runs = [one.rstrip(" \n;,|/") for one in _told(line, days)]
    told = "; ".join(map("".join, zip(words, runs, strict=True)))
    label = _label(line, days)
    return f"{label} {told}" if label else line[: days[0][0].start("word")] + told


def _label(line: str, days: Days) -> str:
    """Return the week in front of its days, as it is named without them; empty: there is none."""
    label = bare(line[: days[0][0].start("word")]).strip(" |.:;,\u2013\u2014-")
    if day := leading_date(label):
        # Where only days with runs are told, the first of them need not be that of the date.
        return day if len(days) >= FEWEST else f"w/c {day}:"
    if counted := COUNTED.fullmatch(label):
        return f"{counted['number']}:"
    head = label.partition(":")[0]
    if names_week(head) and dates_within(label) == dates_within(head):
        label = head  # "Week 9: the hard one.. Mon off"
    # "Another week, April 12" says more than which one it is.
    named = names_week(label) and (is_week(label.split()[0]) or not dates_within(label))
    return f"{' '.join(label.split())}:" if named else ""


def _told(line: str, days: Days) -> list[str]:
    """Return what stands behind the name of each day."""
    ends = [*(found.start("word") for found, _ in days[1:]), len(line)]
    return [line[found.end("word") : end] for (found, _), end in zip(days, ends, strict=True)]


def _days_in_turn(line: str, few: int = FEWEST) -> Days:
    """Return where a line names some days of a week, one behind the other, and which they are."""
    for sign in BETWEEN:
        between = [one.end() for one in re.finditer(sign, line)]
        if len(between) + 2 <= few:
            continue
        within = _within_brackets(line)
        apart = (at for at in between if at not in within)
        edges = [0, *apart, len(line)]
        if len(edges) <= few:
            continue
        named = [found for at in edges[1:-1] if (found := DAY.match(line, at))]
        named = [found for found, _ in _in_turn(named)]
        if len(named) < few - 1:
            continue
        ahead = BEHIND.finditer(line, 0, named[0].start())
        firsts = [*(one for one in ahead if one.start("word") not in within), None]
        tries = ((one, _in_turn([*filter(None, [one]), *named])) for one in firsts)
        best = max((days for one, days in tries if _begins(one, days)), key=len)
        if len(best) >= few:
            before = line[: best[0][0].start("word")]
            for day in dates_within(before):
                before = before.replace(day, "")
            # "Rest on Friday. Tuesday 5 km"
            return () if any(map(is_weekday, re.findall(A_WORD, before))) else best
    return ()


def _begins(first: re.Match[str] | None, days: Days) -> bool:
    """Return whether a word names the first of some days: behind words it is the day before."""
    near = first is not None and first["near"] is not None
    return not near or [(later - day) % 7 for (_, day), (_, later) in pairwise(days[:2])] == [1]


def _within_brackets(line: str) -> set[int]:
    """Return the places within brackets, as the dates of a week may be."""
    steps = [(char == "(") - (char == ")") for char in line] if "(" in line else ()
    return {at for at, depth in enumerate(accumulate(steps, initial=0)) if depth > 0}


def _in_turn(found: Sequence[re.Match[str]]) -> Days:
    """Return the days among some words; none if they don't follow each other."""
    days = weekdays_of([one["word"] for one in found])
    known = [(one, day) for one, day in zip(found, days, strict=True) if day is not None]
    turn = [(day - known[0][1]) % 7 for _, day in known]
    return known if turn == sorted({*turn}) else ()


def _has_runs(line: str, days: Days, few: int) -> bool:
    """Return whether more than dates or the numbers of days stand behind the days of a line."""
    told = [one.strip(" .:;,|/") for one in _told(line, days)]
    told = [one for one in told if one and not written(one)]
    numbers = [int(found[1]) for one in told if (found := NUMBER.fullmatch(one))]
    in_turn = len({number - at for at, number in enumerate(numbers)}) == 1
    return len(told) >= few and not (in_turn and len(numbers) == len(told))
