"""Weeks whose seven days have no names: ``wk 1: off 5 8x400 5 off 3 12``, or a line for each.

A week without a name either is one of lines of seven lengths: ``0 5 8 5 0 3 12``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise

from runtall.documents.values import NAMES
from runtall.importers.days.dates import written
from runtall.importers.days.day_lines import LABEL
from runtall.importers.days.line_starts import bare, readings_of
from runtall.importers.days.names import may_be_weekday, meaning, weekdays_of
from runtall.importers.days.week_names import names_week, start_of_week
from runtall.importers.days.week_ranges import is_range

# Weeks of seven parts that are no chance, and this share of all.
FEWEST, MOST = 2, 0.6
# Lines of nothing but lengths that are no chance; parts of a line that make it a week.
FEWEST_ALIKE, FEWEST_PARTS, FEWEST_NUMBERS = 4, 5, 3
# Days of a week that may be called as weekdays are, and are none.
FEW_NAMED = 2
LENGTH = re.compile(r"(?i)\d{1,3}(?:\.\d)?(?:km|k|mi|m)?|off|rest|r|x|-")
# Columns that may stand behind those of the days.
BEHIND_DAYS = {"total", "distance", "other"}
# Signs around the name of a week.
EDGE = " =#:*_-"
# What may stand between the days of a week in one line, the surest first.
BETWEEN = (r"\s*\|\s*", r"\s+/\s+", r"\s*[/;]\s*", r",\s*", r"\t\s*|\s{2,}", r"\s+")
# A week with nothing but its number, or how many are left: "12 (easy): rest / 8 / rest / 9", and
# "15 to go: - / 4".
COUNTED = re.compile(
    r"\W*(?P<number>\d{1,2})\.?(?: ?\([^()]*\)|(?P<left>(?: [^\W\d_]+)+))? ?[:)]\s+(?P<days>.+)"
)
PARTED = re.compile("|".join(BETWEEN[:3]))


def with_day_names(lines: Sequence[str]) -> list[str]:
    """Return lines with the names of the weekdays in front of such days."""
    lines = _counted(_in_cells(lines))
    names = next(filter(None, map(_header, lines)), NAMES)
    return _in_a_line(_below(_joined(_numbered(lines)), names), names)


def _in_cells(lines: Sequence[str]) -> list[str]:
    """Return the lines of a table that is copied with a cell in each, the days with their names.

    Its header is the weekdays, one below the other; a week begins with its name or its number.
    """
    filled = [at for at, line in enumerate(lines) if line.strip()]
    words = [bare(lines[at]).strip(EDGE) for at in filled]
    heads = [at for at in range(len(words) - 6) if words[at].isalpha() and _are_days(words, at)]
    if not heads:
        return list(lines)
    days = weekdays_of(words[heads[0] : heads[0] + 7])
    counted = bool(heads[0]) and meaning(words[heads[0] - 1])[0] == "week"
    header = {filled[head + step] for head in heads for step in range(-counted, 7)}
    sums = {filled[head + 7] for head in heads if meaning([*words, ""][head + 7])[0] in BEHIND_DAYS}
    header |= sums
    cells = [at for at in filled[heads[0] :] if at not in header]
    found, weeks, whole = ["" if at in header else line for at, line in enumerate(lines)], 0, 0
    label, taken = -1, 8
    plain = [bare(lines[at]).strip(EDGE) for at in cells]
    for place, (at, cell) in enumerate(zip(cells, plain, strict=True)):
        number = counted and cell == f"{weeks + 1}"
        # A run of as many miles stands in front of the number of the next week.
        run = number and cell in plain[place + 1 : place + 8 - taken]
        if _is_label(cell) or (number and not run):
            if taken or label < 0:
                label, taken, weeks = at, 0, weeks + 1
                found[at] = f"Week {cell}" if cell.isdigit() else cell
            else:  # its date in the next cell
                found[label], found[at] = f"{found[label]} ({cell})", ""
        elif taken < 7 + bool(sums):
            found[at] = f"{NAMES[days[taken] or 0]}: {cell}" if taken < 7 else ""
            taken += 1
            whole += taken == 7
    return found if whole >= max(FEWEST, MOST * weeks) else list(lines)


def _counted(lines: Sequence[str]) -> list[str]:
    """Return weeks that are counted up from 1, or down to the race, with the word for it."""
    matches = [COUNTED.fullmatch(bare(line)) for line in lines]
    weeks = [
        one
        if one
        and len(PARTED.split(one["days"])) >= FEWEST_PARTS
        and (not one["left"] or meaning(one["left"].strip())[0] == "to_go")
        else None
        for one in matches
    ]
    numbers = [int(one["number"]) for one in weeks if one]
    steps = {after - before for before, after in pairwise(numbers)}
    up, down = steps == {1} and numbers[0] == 1, steps == {-1} and numbers[-1] < FEWEST
    if len(numbers) < FEWEST_ALIKE or not (up or down):
        return list(lines)
    return [
        f"Week {'-' * down}{one['number']}: {one['days']}" if one else line
        for line, one in zip(lines, weeks, strict=True)
    ]


def _are_days(words: Sequence[str], at: int) -> bool:
    """Return whether seven words from one on name the days of a week."""
    return set(weekdays_of(words[at : at + 7])) == {*range(7)}


def _numbered(lines: Sequence[str]) -> list[str]:
    """Return weeks of seven lengths in a line, and nothing else, with a name for each."""
    split = [re.split(r"[\s,;|/]+", line.strip(" |")) for line in lines]
    counts = [parts[0] for parts in split if len(parts) == 8]
    if counts == [f"{number}" for number in range(1, len(counts) + 1)]:
        split = [parts[len(parts) == 8 :] for parts in split]
    weeks = [len(parts) == 7 and all(map(LENGTH.fullmatch, parts)) for parts in split]
    if sum(weeks) < max(FEWEST_ALIKE, MOST * sum(map(bool, map(str.strip, lines)))):
        return list(lines)
    numbers = accumulate(weeks)
    return [
        f"Week {number}: {' '.join(parts)}" if whole else line
        for line, parts, whole, number in zip(lines, split, weeks, numbers, strict=True)
    ]


def _joined(lines: Sequence[str]) -> list[str]:
    """Return the names of weeks with their days, which stand in one line below, beside them."""
    found = list(lines)
    for at, line in enumerate(lines[:-1]):
        below = lines[at + 1]
        parted = len(re.split(BETWEEN[0], bare(below).strip(" |"))) >= FEWEST_PARTS
        label = bare(line).strip(EDGE)
        if parted and (_is_label(label) or is_range(label)) and not readings_of(below):
            label = f"Week ({start_of_week(label)})" if is_range(label) else label
            found[at], found[at + 1] = f"{label}: {bare(below).strip(' |')}", ""
    return found


def _header(line: str) -> list[str]:
    """Return the weekdays that a line names one behind the other: ``M T W T F S S``."""
    words = re.split(r"[\s|,/]+", line.strip(" |"))
    for is_known, some in groupby(words, may_be_weekday):
        days = weekdays_of(named) if is_known and len(named := [*some]) >= len(NAMES) else []
        for at in range(len(days) - 6):
            if {*days[at : at + 7]} == {*range(7)}:
                return [NAMES[day] for day in days[at : at + 7] if day is not None]
    return []


def _in_a_line(lines: Sequence[str], names: Sequence[str]) -> list[str]:
    found = [LABEL.fullmatch(bare(line)) for line in lines]
    rests = [one["rest"] if one and _is_label(one["label"]) else "" for one in found]
    weeks = sum(map(bool, rests))
    for sign in BETWEEN:
        split = [_without_sum(re.split(sign, rest)) if rest else [] for rest in rests]
        whole = [parts if len(parts) == 7 and all(parts) else [] for parts in split]
        if sign == BETWEEN[-1]:  # words of one run are no days
            whole = [
                parts if sum(map(_has_digit, parts)) >= FEWEST_NUMBERS else [] for parts in whole
            ]
        last = max((at for at, parts in enumerate(split) if parts), default=0)
        if sign != BETWEEN[-1] and FEWEST_PARTS <= len(split[last] if split else []) < 7:
            whole[last] = split[last]  # it ends with the race
        # "DO" may be a day off, or a Thursday.
        named = [sum(map(bool, map(readings_of, parts))) for parts in whole]
        if 2 * sum(one > FEW_NAMED for one in named) > sum(map(bool, whole)):
            continue
        if sum(map(bool, whole)) >= max(FEWEST, MOST * weeks):
            return [
                f"{one['label']}: " + ", ".join(map(" ".join, zip(names, parts, strict=False)))
                if one and parts
                else line
                for line, one, parts in zip(lines, found, whole, strict=True)
            ]
    return list(lines)


def _has_digit(part: str) -> bool:
    return any(map(str.isdigit, part))


def _without_sum(parts: list[str]) -> list[str]:
    """Return the days of a week without the sum behind them: more than any of its numbers."""
    numbers = [int(one) if one.isdecimal() else 0 for one in parts]
    return parts[:7] if len(parts) == 8 and numbers[7] > max(numbers[:7]) else parts


def _below(lines: Sequence[str], names: Sequence[str]) -> list[str]:
    """Name the days of weeks that have a line for each below their names."""
    heads = [at for at, line in enumerate(lines) if _is_label(bare(line).strip(EDGE))]
    blocks = [_block(lines, head) for head in heads]
    whole = [
        block
        for block in blocks
        if len(block) == 7
        and not any(readings_of(lines[at]) for at in block)
        and None in weekdays_of([bare(lines[at]).partition(" ")[0] for at in block])
    ]
    if len(whole) < max(FEWEST, MOST * len(heads)):
        return list(lines)
    found = list(lines)
    for block in whole:
        for at, name in zip(block, names, strict=True):
            found[at] = f"{name}: {bare(lines[at])}"
    return found


def _block(lines: Sequence[str], head: int) -> list[int]:
    """Return the places of the lines below a heading, up to a blank one behind the first."""
    found: list[int] = []
    for at in range(head + 1, len(lines)):
        if lines[at].strip() and not _is_label(bare(lines[at]).strip(EDGE)):
            found.append(at)
        elif found or lines[at].strip():
            break
    return found


def _is_label(words: str) -> bool:
    return names_week(words) or bool(written(start_of_week(words)))
