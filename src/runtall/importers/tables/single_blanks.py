"""Tables that lost their columns, as copied from a PDF: a row of words with one blank between.

The header says how many days a row has; where one ends and the next begins, its words tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from math import inf

from runtall.domain.run_plan import RunKind
from runtall.importers.days.dates import written
from runtall.importers.days.names import may_be_weekday, weekdays_of
from runtall.importers.days.week_names import names_week, start_of_week
from runtall.importers.days.week_ranges import is_range
from runtall.importers.kinds.classify import classify
from runtall.importers.words.languages import CODES, any_of, worded
from runtall.importers.words.titles import spelling

# Days of a header, rows below it that are no chance, and words of the longest name of a week.
FEWEST_DAYS, FEWEST_ROWS, LONGEST_NAME = 5, 3, 6
LONGEST_ROW = 80
SEPARATORS = re.compile(r"[;\t|]|\S  +\S")
# A length and nothing else, a sum, and signs that go on with a run.
LENGTH = re.compile(r"(?i)[\d.:,-]*\d ?(?:k|km|m|mi|mins?|miles?|h)?")
SUM = re.compile(r"(?i)\d+(?:[.,]\d+)?(?:km?|mi?|miles)?")
GOES_ON = re.compile(r"(?i)[x\u00d7@+&/*\u2013\u2014-]|\d*x|w/|or|with|incl\.?|last")
OPEN = re.compile(r".*[,:;+/\u2013\u2014-]")
# What speaks for the beginning of a day at a word, and against it.
REST, NUMBER, CAPITAL, CAPITAL_AGAIN, UNLIKELY = 3.0, 2.0, 1.5, 0.5, -1.0
# The same for what a day has: a kind of run, or what looks like two.
KNOWN, TWO_RUNS = 1.0, -2.0


def with_columns(text: str) -> str:
    """Return a text with tabs between the days of such a table; any other as it is."""
    lines = text.splitlines()
    headers = {at: header for at, line in enumerate(lines) if (header := _header(line))}
    if not headers:
        return text
    first = min(headers)
    before, days, after = headers[first]
    table = [*lines]
    rows: dict[int, tuple[list[str], list[str]]] = {}  # the names of weeks, and their days
    for at in range(first + 1, len(lines)):
        name, words = _name(lines[at].split(), numbered=bool(before))
        for end in range(at, at + 3) if name else ():
            more = lines[at + 1 : end + 1]
            if any(_header(line) or _name(line.split(), numbered=bool(before))[0] for line in more):
                break
            if cells := _cells([*words, *" ".join(more).split()], len(days), total=bool(after)):
                rows[at] = name, cells
                table[at + 1 : end + 1] = [""] * len(more)
                break
    if len(rows) < FEWEST_ROWS:
        return text
    width = max(len(label) for label, _ in rows.values())
    names = [before[0], " ".join(before[1:])] if width > 1 and before else [" ".join(before)]
    for again in headers:
        table[again] = ""
    table[first] = "\t".join([*names, *[""] * (width - len(names)), *days, " ".join(after)])
    for row, (label, cells) in rows.items():
        table[row] = "\t".join([*label, *[""] * (width - len(label)), *cells])
    return "\n".join(table)


def _header(line: str) -> tuple[list[str], list[str], list[str]] | None:
    """Return the words of a header before its weekdays, those, and the words behind."""
    words = line.split()
    if SEPARATORS.search(line.strip()) or not FEWEST_DAYS <= len(words) <= 2 * 7:
        return None
    if sum(map(may_be_weekday, words)) < FEWEST_DAYS:
        return None  # as nearly all lines of a long file, which takes less than to read them all
    for start in range(len(words) - FEWEST_DAYS + 1):
        named = weekdays_of(words[start : start + 7])
        days = next((at for at, day in enumerate(named) if day is None), len(named))
        if days >= FEWEST_DAYS:
            end = start + days
            return words[:start], words[start:end], words[end:]
    return None


def _name(words: Sequence[str], *, numbered: bool) -> tuple[list[str], list[str]]:
    """Split a row into the number and the date of its week, or one of them, and its days."""
    number = (
        numbered
        and len(words) > 1
        and bool(re.fullmatch(r"\d{1,2}[.:)]?", words[0]))
        and not _goes_on(words[1])
    )
    for length in range(min(LONGEST_NAME, len(words)), 0, -1):
        if number and length > 1 and _is_date(" ".join(words[1:length])):
            return [words[0], " ".join(words[1:length])], [*words[length:]]
        name = " ".join(words[:length])
        if _is_date(name) or (length < 3 and names_week(name) and name[-1:].isdigit()):
            return [name], [*words[length:]]
    return ([words[0]], [*words[1:]]) if number else ([], [*words])


def _is_date(words: str) -> bool:
    return bool(written(words) or written(start_of_week(words))) or is_range(words)


def _cells(words: Sequence[str], days: int, *, total: bool) -> list[str]:
    """Cut the words of a row into so many days, and the sum behind them; nothing if none fit."""
    if len(words) > LONGEST_ROW:
        return []
    last = [words[-1]] if total and len(words) > days and SUM.fullmatch(words[-1]) else []
    words = words[: len(words) - len(last)]
    # The best ways to cut the words up to each into 1, 2, .. days.
    best: list[list[tuple[float, list[str]]]] = [[(0.0, [])]]
    for end in range(1, len(words) + 1):
        ways: list[tuple[float, list[str]]] = [(-inf, [])]
        for count in range(1, min(days, end) + 1):
            tries = [
                (best[start][count - 1][0] + _edge(words, start) + _known(cell), start, cell)
                for start in range(count - 1, end)
                if count - 1 < len(best[start])
                for cell in [" ".join(words[start:end])]
            ]
            score, start, cell = max(tries)
            ways.append((score, [*best[start][count - 1][1], cell]))
        best.append(ways)
    score, cells = best[-1][days] if len(best[-1]) > days else (-inf, [])
    return [*cells, *last] if score > -inf else []


def _edge(words: Sequence[str], at: int) -> float:
    """Return how much speaks for a day that begins at a word."""
    if not at:
        return 0
    before, word = words[at - 1], words[at]
    open_ = sum(one.count("(") - one.count(")") for one in words[:at])
    joined = OPEN.fullmatch(before) or _goes_on(before) or _goes_on(word)
    if open_ > 0 or joined or word.startswith("("):
        return -inf
    rests = REST * (_is_rest(before) + _is_rest(word))
    if word[0].isdigit():
        return NUMBER + rests
    # "4 Easy", and "4 miles Easy".
    if not word[0].isupper() or any(
        LENGTH.fullmatch(" ".join(words[max(0, at - count) : at])) for count in (1, 2)
    ):
        return UNLIKELY + rests
    return (CAPITAL_AGAIN if before[0].isupper() else CAPITAL) + rests


@cache
def _goes_on(word: str) -> bool:
    small = worded(r"(?i)«and|to|of|at|in|the|then»")
    return bool(GOES_ON.fullmatch(word) or small.fullmatch(word))


@cache
def _is_rest(word: str) -> bool:
    return classify(word).kind == RunKind.REST


@cache
def _is_run(words: str) -> bool:
    """Return whether words only go on with a name: "Long Run", "Half Marathon Race"."""
    return bool(any_of(CODES, "run", "session", "known").fullmatch(spelling(words)))


@cache
def _known(cell: str) -> float:
    words = cell.split()
    starts = [at for at in range(1, len(words)) if _edge(words, at) > -inf]
    parts = [(" ".join(words[:at]), " ".join(words[at:])) for at in starts]
    two = any(
        any(map(str.isdigit, one)) if other[0].isdigit() else _differ(one, other)
        for one, other in parts
    )
    return (KNOWN if classify(cell).kind else -KNOWN) + TWO_RUNS * two


def _differ(one: str, other: str) -> bool:
    """Return whether a run with a length and a name behind it are of different kinds."""
    kinds = classify(one).kind, classify(other).kind
    named = other[0].isupper() and not _is_run(other) and not LENGTH.fullmatch(one)
    return any(map(str.isdigit, one)) and named and all(kinds) and kinds[0] != kinds[1]
