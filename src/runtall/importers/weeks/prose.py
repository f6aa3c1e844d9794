"""Weeks told in sentences: ``Easy 4 on Tuesday, a tempo run on Wednesday``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from runtall.domain.run_plan import RunKind
from runtall.importers.days.dates import A_WORD, leading_date, written
from runtall.importers.days.day_lines import day_lines
from runtall.importers.days.names import weekdays_of
from runtall.importers.days.week_names import names_week
from runtall.importers.days.week_numbers import is_week, week_number
from runtall.importers.days.weekday_words import is_weekday
from runtall.importers.kinds.classify import classify
from runtall.importers.words.languages import CODES, IDEOGRAPH, joining, pattern_of, worded

# The name of a week as a sentence of its own.
NAMED = re.compile(r"(?P<label>[^.:!]{3,80}?)[.:!]+\s+(?P<rest>\S.*)")
ENDS = re.compile(r"[.!;]+\s+")
# What a sentence ends with, and an abbreviation or the day of a date doesn't: "8 km.", "13."
LAST = re.compile(r"[^\W\d_]{2}\)?$")
CLAUSES = re.compile(r";\s+|,\s+(?:and |then |and then )?|\s+then\s+|\s+\u2013\s+")
FEWEST, FEWEST_OF_MESSAGE = 2, 3
# Days of a week that something is said of in front of them, and of the whole week behind that.
MOST_REMARKS, FEWEST_BELOW = 2, 5
# Where a sentence names its week, and how many words stand between that and the date.
LONGEST_OPENING, MOST_BETWEEN = 60, 4
AND = r"(?:\s*[,&/]\s*|\s+«and»\s+)"
# One weekday, or some, and the words that tie them to a run.
DAYS = rf"(?:\b(?i:«on|and»)\s+)*(?P<days>{A_WORD}(?:{AND}{A_WORD})*)(?:,?\s+«be|you_do»\b)?:?"


@cache
def _as_another() -> re.Pattern[str]:
    edge = rf"(?:\b|(?={IDEOGRAPH.pattern}))"
    # "The same, but 22 km on Sunday" is as the week before, and so is "Week 2: same".
    same = rf"(?:(?:{joining('the')}) )?(?:{pattern_of('same', *CODES)})"
    named = rf"(?:(?<=[:\uff1a\u2013\u2014-])|(?<=[:\u2013\u2014-] )){same}(?=\W*$|[,;]\s)"
    return re.compile(
        rf"(?i){edge}(?:{same}(?=\W+(?:{joining('but')}){edge})|{named}|(?:{joining('like')}),? ?"
        rf"(?:(?:{joining('last_week')})|(?P<week>{A_WORD}\.? \d{{1,2}}(?!\d)|-\d{{1,2}}(?!\d))"
        rf"|(?:(?:{joining('the')}) )?(?P<named>{A_WORD})(?: (?:{joining('of', 'from')}))? "
        rf"(?P<date>[^\W_][\w ./]{{2,12}}?)(?=[,;:]|\.?\s*$|\.\s| (?:{joining('but')})\b)))"
        rf"(?:\W+(?:(?:{joining('but')}){edge}:?)?\s*(?P<but>\S.*))?"
    )


def as_another(text: str) -> re.Match[str] | None:
    """Return which other week a text says that a week is as, and on which days it isn't."""
    found = _as_another().search(text)
    if not found or (found["named"] and not (is_week(found["named"]) and written(found["date"]))):
        return None
    return found if not found["week"] or week_number(found["week"]) else None


def is_meant(same: re.Match[str], number: int | None, start: str) -> bool:
    """Return whether a week with a number and a first day can be the one that another is as."""
    if same["date"]:
        days = [
            {*one.orders.values()} if one else set() for one in map(written, (same["date"], start))
        ]
        return any(one[1:] == other[1:] for one in days[0] for other in days[1])
    return not same["week"] or week_number(same["week"]) == number


def days_first(lines: Sequence[str], messages: Collection[int]) -> list[str]:
    """Return weeks that are told in sentences with each day in front of what is run on it.

    Parameters
    ----------
    messages
        Lines that messages begin with: their paragraphs can tell a week without its name.
    """
    found = list(lines)
    named = False
    for at, line in enumerate(lines):
        label, first = _named(line)
        begins = bool(label)
        apart = at in messages or (bool(messages) and not lines[at - 1].strip())
        apart = apart and not names_week(line.strip())
        if (begins or named or apart) and found[at].strip() and not as_another(line):
            after = range(at + 1, len(lines))
            end = next((one for one in after if one in messages or _is_apart(lines[one])), None)
            below = lines[at + 1 : end]
            changes = worded(r"\b«swap|move»\b").search(first)
            of_lines = [*filter(None, day_lines([line, *below]))]
            days = [day.weekday or 0 for of_line in of_lines for day in of_line]
            told = [] if changes else days_told(" ".join([first, *below]))
            listed = bool(below) and 2 * len(of_lines) > len(below) + 1
            if listed and len(told) < 2 * (len(below) + 1):  # a day in each line
                told = []
            told = _without_remarks(told) if begins or named else told
            # A line whose days are in no order begins with a remark on one.
            whole = not (begins or named) or bool(below) or days == sorted(days)
            read = len(days) if whole else 0
            fewest = FEWEST if begins or named else FEWEST_OF_MESSAGE
            tells = begins or named or _mostly_runs(told)
            tells = tells and len({*map(_day, told)}) >= max(fewest, read + 1)
            # No sentence begins with a comma: rows of a table do.
            tells = tells and not any(one.startswith((",", ";")) for one in below)
            same = as_another(below[0]) if below else None
            tells = tells and not (same and not same.start())
            if tells and not any(map(names_week, below)):
                name = f"{label}: " if label else ""
                if named and not (name or _day(told[0])[1]):
                    told[0] = told[0].replace(" ", ": ", 1)
                of_weeks = [", ".join(week) for week in _weeks_apart(told)]
                if len(of_weeks) > 1 + len(below):
                    of_weeks = [", ".join(told)]
                of_weeks += [""] * (1 + len(below) - len(of_weeks))
                found[at : at + len(of_weeks)] = [name + of_weeks[0], *of_weeks[1:]]
        named = names_week(line.strip()) or (named and not line.strip())
    return found


def _weeks_apart(told: Sequence[str]) -> list[list[str]]:
    """Return the days of each of several weeks: one begins with a day that comes again."""
    weeks: list[list[str]] = [[]]
    for one in told:
        if _day(one) in map(_day, weeks[-1]):
            weeks.append([])
        weeks[-1].append(one)
    return weeks


def _is_apart(line: str) -> bool:
    """Return whether a line ends the sentences of a week: it is blank, or names another."""
    return not line.strip() or names_week(line.strip())


def _named(line: str) -> tuple[str, str]:
    """Split a paragraph into the name of its week and what is run in it; no name: an empty one.

    The date of the week may stand in the middle of a sentence: "The week of 8 March is easy".
    """
    label = NAMED.fullmatch(line.strip())
    if label and week_number(label["label"]) is not None:
        return label["label"], label["rest"]
    words = [*re.finditer(r"\S+", line[:LONGEST_OPENING])]
    week = next((at for at, word in enumerate(words) if is_week(word[0].strip(",:.!"))), None)
    for word in words[week + 1 : week + MOST_BETWEEN] if week is not None else ():
        if day := leading_date(line[word.start() :]):
            start, end = words[week or 0].start(), word.start() + len(day)
            if line.count("(", start, end) > line.count(")", start, end):  # up to its last day
                end = line.find(")", end) + 1 or end
            return line[start:end], _run_first(line[end:].strip(" ,.:;!"))
    return (label["label"], label["rest"]) if label and names_week(label["label"]) else ("", line)


def _run_first(words: str) -> str:
    """Return sentences without the words in front of a first day: "is", "is easy:"."""
    be = worded(rf"(?i)«be»\s+(?={A_WORD})").match(words)
    said, colon, rest = words.partition(": ")
    first = any(_weekdays(one["days"]) for one in worded(DAYS).finditer(said))
    return rest if colon and not first else words[be.end() :] if be else words


def _runs(told: str) -> bool:
    """Return whether a day has a run: "Tuesday is a holiday" before what is run on it has none."""
    return classify(told.partition(" ")[2]).kind not in {"", RunKind.REST}


def _mostly_runs(told: Sequence[str]) -> bool:
    """Return whether most days have a run or rest: "I've kept Mondays and Fridays free" has not."""
    return 2 * sum(bool(classify(one.partition(" ")[2]).kind) for one in told) > len(told)


def days_told(words: str) -> list[str]:
    """Return what is run on each day that some sentences name, the day in front."""
    told: list[str] = []
    for sentence in _sentences(words.rstrip(" .!")):
        before = ""
        clauses = [part for one in _clauses(sentence) for part in _apart(one.strip())]
        for clause in filter(None, clauses):
            groups = [one for one in worded(DAYS).finditer(clause) if _weekdays(one["days"])]
            if len(groups) == 1:
                told += _by_day(clause, groups[0], before)
                before = ""
            elif told and not before:
                told[-1] += f"{'' if is_weekday(told[-1].rstrip(':')) else ','} {clause}"
            elif not _is_of_week(clause):
                before += f"{clause}, "
    return told


def _is_of_week(clause: str) -> bool:
    """Return whether a clause is about a whole week: "An easier week"."""
    return not re.search(r"\d", clause) and any(map(is_week, re.findall(A_WORD, clause)))


def _clauses(sentence: str) -> list[str]:
    """Return the clauses of a sentence; what stands in brackets stays together."""
    inside = [one.span() for one in re.finditer(r"\([^()]*\)", sentence)]
    start, found = 0, []
    for gap in CLAUSES.finditer(sentence):
        # "Monday, Wednesday and Friday are free".
        after = re.match(A_WORD, sentence[gap.end() :])
        before, behind = sentence[start : gap.start()], CLAUSES.split(sentence[gap.end() :], 1)[0]
        # "Rest on Monday, Wednesday and Friday".
        listed = is_weekday(before.split()[-1]) and _only_days(behind) if before.split() else False
        joined = after and is_weekday(after[0]) and (listed or _only_days(before))
        if not joined and not any(first < gap.start() < last for first, last in inside):
            found.append(sentence[start : gap.start()])
            start = gap.end()
    return [*found, sentence[start:]]


def _without_remarks(told: Sequence[str]) -> list[str]:
    """Return days without those that are told again with a run: "Tuesday is a holiday".

    Nor with what is said first of a day or two of a whole week: "The social is on the Friday".
    """
    days = [*map(_day, told)]
    for ahead in range(MOST_REMARKS, 0, -1):
        below = days[ahead:]
        whole = len(below) == len({*below}) >= FEWEST_BELOW
        if whole and {*days[:ahead]} <= {*below} and days[ahead - 1] != below[0]:
            return [*told[ahead:]]
    return [one for at, one in enumerate(told) if _runs(one) or days[at] not in days[at + 1 :]]


def _day(told: str) -> tuple[int | None, str]:
    """Return the weekday, and the date if there is one, in front of what is run on it."""
    name, _, run = told.partition(" ")
    return weekdays_of([name])[0], leading_date(run)


def _sentences(words: str) -> Iterator[str]:
    """Yield sentences; a date or an abbreviation with a dot ends none but before a weekday."""
    start = 0
    for end in ENDS.finditer(words):
        before = words[start : end.start()]
        first = worded(DAYS).match(words, end.end())
        date = re.search(r"(?<!\w)\d{0,2}$", before)
        dated = date and date[0] and leading_date(words[start + date.start() :])
        named = first and is_weekday(re.split(r"[\s,&/]", first["days"])[0])
        if LAST.search(before) or (named and not dated):
            yield before
            start = end.end()
    yield words[start:]


def _by_day(clause: str, group: re.Match[str], before: str) -> list[str]:
    """Return what a clause says of its days, each with its date if there is one."""
    rest = clause[group.end() :].strip()
    day = leading_date(rest)
    run = f"{before}{clause[: group.start()]} {rest[len(day) :]}".strip(" ,:-")
    return [
        " ".join(f"{name.capitalize()} {day}{':' if day else ''} {run}".split())
        for name in _weekdays(group["days"])
    ]


def _apart(clause: str) -> list[str]:
    """Return the runs of "6 miles on Tuesday and 4 on Wednesday"."""
    for joins in worded(r"\s+«and»\s+").finditer(clause):
        parts = clause[: joins.start()], clause[joins.end() :]
        if parts[0].count("(") > parts[0].count(")"):
            continue
        named = [
            any(_weekdays(one["days"]) for one in worded(DAYS).finditer(part)) for part in parts
        ]
        if all(named) and not any(map(_only_days, parts)):
            return [parts[0], *_apart(parts[1])]
    return [clause]


def _only_days(clause: str) -> bool:
    """Return whether a clause names some weekdays and says nothing of them: "On Tuesday"."""
    found = worded(DAYS).fullmatch(clause.strip())
    return bool(found and _weekdays(found["days"]))


def _weekdays(words: str) -> list[str]:
    """Return the weekdays of joined words; none if any word is another."""
    days = [word for word in worded(rf"{AND}|\s+").split(words) if word]
    return days if all(map(is_weekday, days)) else []
