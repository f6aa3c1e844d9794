"""Lines that begin with a day, or name a week: of a message, a mail, a note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, takewhile

from runtall.importers.days.dates import A_WORD, leading_date, written
from runtall.importers.days.line_starts import SIGNS, bare, date_and_title, readings_of
from runtall.importers.days.names import languages, may_be_weekday, meaning, weekdays_of
from runtall.importers.days.week_names import names_week
from runtall.importers.days.week_ranges import is_range, names_days_of_month, range_ahead
from runtall.importers.days.weekday_words import (
    JOIN,
    SHORTEST,
    all_weekdays,
    weekdays_in,
    with_between,
    with_commas,
)
from runtall.importers.kinds.classify import BARE, classify
from runtall.importers.words.languages import Language, worded
from runtall.importers.words.titles import KEPT, spelling

LONGEST = 1_000
# The name of a week in front of its days; what its brackets hold belongs to it.
LABEL = re.compile(
    r"(?P<label>(?:[^(]|\([^()]*\)){2,80}?)"
    r"(?:\s*[:\uff1a\u2013\u2014]\s*|\s+-\s+|\t(?!\()| {2,}(?!\())(?P<rest>\S.*)"
)
LABEL_SAID = re.compile(
    r"(?P<label>(?:[^(]|\([^()]*\)){2,40}?\s+[-\u2013\u2014]\s+[^:\d]{2,40}?)\s*:\s+(?P<rest>\S.*)"
)
# The same in a sentence of its own: "Wk 3: an easy one. Mon off".
LABEL_TOLD = re.compile(
    r"(?P<label>[^:\uff1a]{2,40})[:\uff1a]\s*[^:\uff1a\d]{1,60}?[.!?\u2026\u3002\uff01\uff1f]+\s*"
    r"(?P<rest>\S.*)"
)
# A week that has only its number, perhaps that of weeks to go: "-12: Mon off, Tue 8".
COUNTED = re.compile(r"\W*?(?P<label>-?\d{1,2})\s*[:\uff1a]\s*(?P<rest>\S.*)")
# The same with nothing between but the weekday in capitals: "1st week MONDAY 8 km".
LABEL_LOUD = re.compile(r"(?P<label>.{4,20}?) (?P<rest>[^\W\da-z_]{4,13} \S.*)")
# Several weekdays with one run: "Mon/Fri: off", "Tue & Thu - easy", "Mon to Wed: off", "Fri Sat:".
NAME, JOINS = r"[^\W\d_]{2,12}\.?", rf"(?:{JOIN}|\s+)"
JOINED = (
    rf"(?P<words>{NAME}(?:{JOINS}{NAME})+)"
    rf"(?P<rest>(?:\s*[:\uff1a]|\s+[\u2013\u2014-]|[\u2013\u2014-](?!{NAME})).*)"
)
# The same with a sign between them only, or a range, or before the last a word: "Tue + Thu 30 min",
# "Wed-Thu 6 easy", "Mon, Wed and Fri 8 km".
SIGNED = rf"{NAME}(?:\s*(?:[/+&,\u2013-]|\b«to»\b)\s*{NAME})+"
AND_LAST = rf"(?P<words>{SIGNED}(?:,?\s+«and»\s+{NAME}))(?P<rest>\s+\S.*)"
JOINED_LOOSE = rf"(?P<words>{SIGNED})(?P<rest>\s+\S.*)"
# Letters beside a longer one, or that are one day in English: "M/Th 5E", "M/W/F off".
LETTERED = re.compile(r"[A-Z][a-z]?(?:\s?[/&+,]\s?[A-Z][a-z]?)+(?=\s|:)")
IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")
# A short day, perhaps a single letter, and what is run on it.
LETTER = re.compile(
    r"(?P<word>[^\W\d_]{1,2})[.)]?(?:\s*[:\uff1a\u2013\u2014-]\s*|\t\s*| {2,})(?P<title>\S.*)"
)
# The same with one blank, where most lines are so, or so many together.
LOOSE_LETTER = re.compile(r"(?P<word>[^\W\d_])[.)]? +(?P<title>\S.*)")
MOST_LOOSE, FEWEST_LOOSE = 0.6, 5
AHEAD = re.compile(rf"(?P<word>{A_WORD})\.?:?\s+(?=\S)")
# A weekday behind what is run on another.
ANOTHER = (
    r"(?:[,;\u3001\u3002\uff0c\uff1b]|[.!](?=\s)|\s(?=\s)|\s[/|]|\s«and»(?=\s))\s*"
    rf"(?P<word>{SIGNS}|{A_WORD}(?=\.?:?\s))[.:\uff1a]{{0,2}}\s*(?=\S)"
)
# What some days are for in front of them, as a sentence of its own: ". XT mon swim 30, wed 45".
PURPOSE = (
    rf"(?<=[.!;])\s+(?P<what>{A_WORD}(?:[ &]{A_WORD})??):?\s+(?P<word>{A_WORD})(?=\.?:?(?:\s|$))"
)
# A week that is named by when it is said, in front of its days: "This week Tue 6x800".
SOON = r"(?i)(?P<label>«that_week|next_week»)[\s:,\u2013\u2014-]+(?P<rest>.*)"
# Where so many lines, and this share of them, have a sign behind their day, all have one.
FEWEST_SURE, SURE = 5, 0.8
# One of so many days is a letter where letters are days.
LETTERS = 4
FEWEST_LETTERS = 2
# Days of a line that tell half a week at least.
HALF_A_WEEK = range(3, 8)


@dataclass(frozen=True, slots=True)
class DayLine:
    """A line that begins with a day.

    Parameters
    ----------
    weekday
        From 0 for Monday, or for the first day of a week where days are only numbered; None: the
        line has only a date.
    title
        Empty: the next line has it.
    sure
        A date or a sign stands behind the day.
    beside
        The line names the day beside another, for the same.
    numbered
        The day has only a number.
    """

    number: int
    weekday: int | None
    date: str
    title: str
    sure: bool = True
    beside: bool = False
    numbered: bool = False


def day_lines(lines: Sequence[str]) -> list[list[DayLine]]:
    """Return the days that each line names, weekdays read in one language for all."""
    parts = [label_and_days(line[:LONGEST]) for line in lines]
    joined = [_joined(rest) for _, rest in parts]
    lines = [with_letters_named(text) for _, text in joined]
    readings = [{} if is_range(bare(line)) else readings_of(line) for line in lines]
    within = [spelling(found["word"]) for line in lines for found in worded(ANOTHER).finditer(line)]

    def known(language: Language) -> tuple[int, int]:
        weekdays = weekdays_in(language)
        begin = sum(any(not word or word in weekdays for word in words) for words in readings)
        return begin, sum(word in weekdays for word in within)

    weekdays = weekdays_in(max(languages(), key=known))
    heads = [next((word for word in by_word if word in weekdays), "") for by_word in readings]
    found: list[list[DayLine]] = []
    for number, (by_word, word) in enumerate(zip(readings, heads, strict=True), start=1):
        days = [DayLine(number, weekdays.get(word), *by_word[word])] if word in by_word else []
        labelled = bool(parts[number - 1][0])
        days = [replace(day, numbered=word.isdigit(), sure=day.sure or labelled) for day in days]
        days = _with_others(days[0], lines[number - 1], weekdays) if days else []
        found.append([*days, *_beside(days, joined[number - 1][0], weekdays)])
    loose = {at for at, days in enumerate(found) if parts[at][0] and len(days) == 1
             and not readings[at][heads[at]][2]}  # fmt: skip
    found = _without_remarks(found, lines, [label for label, _ in parts], loose) if loose else found
    found = _with_letters_behind(_with_letters(lines, heads, found), heads)
    return _without_sentences(found, lines)


@lru_cache(maxsize=KEPT)
def with_letters_named(line: str) -> str:
    """Return days that signs part with letters beside longer names as such: "Tu 8; W 5, Th 6".

    They come in turn.
    """
    parts: list[str] = []
    for part in filter(None, re.split(r"(?<=[;\n])\s*|(?<=,)\s+", line.strip())):
        begins = AHEAD.match(part) and may_be_weekday(part.split()[0])
        if parts and not begins and parts[-1].endswith(","):
            parts[-1] += f" {part}"
        else:
            parts.append(part)
    heads = [found["word"] if (found := AHEAD.match(part)) else "" for part in parts]
    if len(parts) < 2 or "" in heads or not any(len(word) == 1 for word in heads):
        return line
    days = [day for day in weekdays_of(heads) if day is not None]
    longer = {spelling(word) for word in heads if len(word) > 1}
    names = next((one.weekdays for one in languages() if longer <= one.weekdays.keys()), {})
    if len(days) < len(heads) or days != sorted({*days}) or not (longer and names):
        return line
    full = [max((one for one, of_day in names.items() if of_day == day), key=len) for day in days]
    named = (part if len(word) > 1 else f"{name.capitalize()}{part[1:]}"
             for part, word, name in zip(parts, heads, full, strict=True))  # fmt: skip
    return " ".join(named)


@lru_cache(maxsize=KEPT)
def label_and_days(line: str) -> tuple[str, str]:
    """Split ``Week 3: Tue 6x800, Sun long`` into the name of the week and its days."""
    counted, plain = COUNTED.fullmatch(line), bare(line)
    # What is said of the week may stand between its name and its days: "Wk 4 - easy: Mon off".
    forms = (LABEL, LABEL_SAID, LABEL_TOLD, LABEL_LOUD, worded(SOON))
    splits = (counted, *(one.fullmatch(plain) for one in forms))
    found = next((one for one in splits if one and _is_day(one["rest"])), None)
    if not found:
        return "", line
    if end := range_ahead(found["rest"]):  # "v.33  16/8-22/8  the hardest week"
        behind = found["rest"][end:].lstrip(" :)\u2013\u2014-")
        return (line[: -len(behind)], behind) if _is_day(behind) else ("", line)
    day = leading_date(found["rest"])
    if day and IN_BRACKETS.fullmatch(found["rest"], len(day)):  # "Wk 8 - Apr 12 (easy)"
        return "", line
    label = found["label"]
    opened, closed = (len(re.findall(sign, label)) for sign in (r"[(\uff08]", r"[)\uff09]"))
    if opened > closed:  # the dash of its dates: "Week 3 (26 Jul - 1 Aug)"
        return "", line
    if _is_within_range(label, line, found["rest"]):  # "Week 4: 4-10 Oct (easy)"
        return "", line
    dated = counted or written(label) or names_days_of_month(label)
    days = worded(ANOTHER).search(found["rest"]) and dated
    named = (
        names_week(label) or is_range(bare(label)) or meaning(label)[0] in {"every_week", "to_go"}
    )
    named = named or is_soon(label)
    return (found["label"], found["rest"]) if days or named else ("", line)


def _without_remarks(
    found: Sequence[list[DayLine]], lines: Sequence[str], labels: Sequence[str], loose: set[int]
) -> list[list[DayLine]]:
    """Return the days without what is only said of a week: "KW 38 - Die Woche der Wahrheit"."""
    begins = [bool(label) or (not days and names_week(line))
              for label, days, line in zip(labels, found, lines, strict=True)]  # fmt: skip
    remarks = {at for at in loose
               if _has_its_day_below(found[at][0], found[at + 1 :], begins[at + 1 :])}  # fmt: skip
    return [[] if at in remarks else days for at, days in enumerate(found)]


def _has_its_day_below(
    day: DayLine, found: Sequence[Sequence[DayLine]], begins: Sequence[bool]
) -> bool:
    """Return whether the week of a day that its name seems to be followed by has that day below.

    Parameters
    ----------
    begins
        Which of the lines below name a week.
    """
    of_week = takewhile(lambda one: not one[1], zip(found, begins, strict=True))
    days = [one for of_line, _ in of_week for one in of_line]
    again = next((at for at, one in enumerate(days) if one.weekday == day.weekday), None)
    if again is None or day.weekday is None or not found[0]:
        return False
    follows = (day.weekday, (day.weekday + 1) % 7)  # two runs of a day, or the days in turn
    whole = len(days) == 7 == again + 1 and not re.search(r"\d", day.title)
    return days[again].sure or days[0].weekday not in follows or whole


def is_soon(label: str) -> bool:
    """Return whether a week is named by when it is said: ``Next week``."""
    return worded(SOON).fullmatch(f"{label} ") is not None


def _is_day(words: str) -> bool:
    """Return whether words begin with a day, and say what is run on it."""
    return any(title for _, title, _ in readings_of(words).values())


def _is_within_range(label: str, line: str, rest: str) -> bool:
    """Return whether the dash behind a label stands between two days of a week."""
    dash = line[: -len(rest)].rstrip().endswith(("-", "\u2013", "\u2014"))
    last, words = leading_date(rest) if dash else "", label.split()
    return bool(last) and any(is_range(f"{' '.join(words[-n:])} - {last}") for n in (1, 2))


def _joined(line: str) -> tuple[list[str], str]:
    """Return what a line joins its weekday with, and the line without that."""
    plain, forms = with_commas(bare(line)), (JOINED, AND_LAST, JOINED_LOOSE)
    plain = LETTERED.sub(_with_names, plain, count=1) if LETTERED.match(plain) else plain
    for found in filter(None, (worded(form).fullmatch(plain) for form in forms)):
        parts = worded(f"({JOINS})").split(found["words"])
        words = [spelling(word).strip(".") for word in parts[::2]]
        months = any(word in one.months for one in languages() for word in words[1:])  # "Mon, Mar"
        if not months and all_weekdays().issuperset(words):
            return [spelling(part) for part in parts[1:]], f"{parts[0]}{found['rest']}"
    return [], line


def _with_names(joined: re.Match[str]) -> str:
    """Return joined weekdays with names for letters that can be only one beside the others."""
    text = joined.group()
    words = {*re.findall(r"[a-z]+", text.lower())}
    longer = {word for word in words if len(word) > 1}
    spoken = next((one for one in languages() if longer <= one.weekdays.keys()), None)
    if spoken is None:
        return text
    others = {spoken.weekdays[word] for word in longer}
    for letter in words - longer:
        days = {day for day, first in enumerate(spoken.initials) if first == letter} - others
        names = [word for word, day in spoken.weekdays.items() if {day} == days]
        if not names:
            return joined.group()
        text = re.sub(rf"\b{letter.upper()}\b", max(names, key=len).title(), text)
    return text


def _beside(
    days: Sequence[DayLine], joined: Sequence[str], weekdays: Mapping[str, int]
) -> Iterator[DayLine]:
    """Yield the other days of a line that names several for one run."""
    named = [weekdays.get(word.strip(".")) for word in joined[1::2]]
    for day in with_between([days[0].weekday, *named], joined[::2])[1:] if days else ():
        yield replace(days[0], weekday=day, date="", beside=True)


def _with_others(line: DayLine, text: str, weekdays: Mapping[str, int]) -> list[DayLine]:
    """Return a line's day, and the weekdays that it goes on with: ``Fri easy, Sun long``.

    Short ones begin with a capital letter if the line does, or a number follows: "Fri easy, sun
    cream" has one day.
    """
    first = next(filter(str.isalpha, text), "")

    def is_other(found: re.Match[str]) -> bool:
        word, counted = found["word"], line.title[found.end() : found.end() + 1].isdigit()
        alike = word[0].isupper() == first.isupper() or len(word) > SHORTEST - counted
        return alike and weekdays.get(spelling(word), line.weekday) != line.weekday

    told = line.title if line.weekday is not None else ""
    others = [found for found in worded(ANOTHER).finditer(told) if is_other(found)]
    others += [found for found in re.finditer(PURPOSE, told)
               if is_other(found) and classify(found["what"]).kind]  # fmt: skip
    others.sort(key=lambda found: found.start())
    ahead = AHEAD.match(line.title) if len(others) > 1 else None
    if ahead and is_other(ahead):
        others.insert(0, ahead)  # a dash alone stands for rest: "Mo -  Tu 8"
    ends = [*(found.start() for found in others), len(line.title)]
    days = [replace(line, title=(line.title[: ends[0]] or "-") if others else line.title)]
    what = ""
    for found, end in zip(others, ends[1:], strict=True):
        weekday = weekdays[spelling(found["word"])]
        what = found.groupdict().get("what") or ("" if found[0][0] in ".!;" else what)
        title = with_purpose(line.title[found.end() : end].lstrip(" .:"), what)
        days.append(DayLine(line.number, weekday, "", title))
    return days


def with_purpose(run: str, what: str) -> str:
    """Return a run with what it is for behind a bare length: ``45 XT``."""
    plain = run.strip(" .,;")
    bare_length = not plain or BARE.fullmatch(spelling(plain))
    return f"{plain} {what}".strip() if bare_length and classify(what).kind else run


def _with_letters(
    lines: Sequence[str], heads: Sequence[str], found: list[list[DayLine]]
) -> list[list[DayLine]]:
    """Read the short days between the others, where many are short: ``m: off``, ``t: 6x800``."""
    plain = [bare(line[:LONGEST]) for line in lines]
    loose = [bool(LOOSE_LETTER.fullmatch(line)) for line in plain]
    in_turn = [one or bool(days) for one, days in zip(loose, found, strict=True)]
    counts = [max(1, len(days)) for days in found]
    groups = [
        [*group] for _, group in groupby(zip(in_turn, counts, strict=True), lambda one: one[0])
    ]
    beside = [one and sum(count for _, count in group) >= FEWEST_LOOSE
              for group in groups for one, _ in group]  # fmt: skip
    all_ = sum(loose) > MOST_LOOSE * sum(map(bool, plain))
    short = {
        position: letter
        for position, (line, days) in enumerate(zip(plain, found, strict=True))
        if not days
        and (letter := (LOOSE_LETTER if all_ or beside[position] else LETTER).fullmatch(line))
    }
    places = [at for at, days in enumerate(found) if at in short or days]
    words = [short[at]["word"] if at in short else heads[at] for at in places]
    named = dict(zip(places, weekdays_of(words), strict=True)) if short else {}
    read = {at: day for at in short if (day := named[at]) is not None}
    alike: dict[str, set[int]] = {}
    for at, day in read.items():
        alike.setdefault(short[at]["word"], set()).add(day)
    # A letter that is one day everywhere else.
    read |= {
        at: min(alike[letter["word"]])
        for at, letter in short.items()
        if at not in read and len(alike.get(letter["word"], ())) == 1
    }
    if LETTERS * len(read) < sum(map(bool, found)):  # one week of letters between others
        read = {at: day for at, day in read.items() if beside[at]}
    if len(read) < FEWEST_LETTERS:
        return found
    return [
        [DayLine(at + 1, read[at], *date_and_title(" " + short[at]["title"]))]
        if at in read
        else days
        for at, days in enumerate(found)
    ]


def _with_letters_behind(found: list[list[DayLine]], heads: Sequence[str]) -> list[list[DayLine]]:
    """Read the letters behind dates, where they are their weekdays: ``12/28 M  6 easy``."""
    letters = {
        at: letter
        for at, days in enumerate(found)
        if len(days) == 1
        and days[0].date
        and days[0].weekday is None
        and (letter := LOOSE_LETTER.fullmatch(days[0].title))
    }
    places = [at for at, days in enumerate(found) if len(days) == 1 and days[0].date]
    words = [letters[at]["word"] if at in letters else heads[at] for at in places]
    named = dict(zip(places, weekdays_of(words), strict=True))
    read = {named[at] for at in letters}
    if len(letters) < FEWEST_LOOSE or len(read) < FEWEST_LETTERS or None in read:
        return found
    return [
        [replace(days[0], weekday=named[at], title=letters[at]["title"])] if at in letters else days
        for at, days in enumerate(found)
    ]


def _without_sentences(found: list[list[DayLine]], lines: Sequence[str]) -> list[list[DayLine]]:
    """Return the days without lines that only begin with one's name: "Sunday was great!".

    They stand apart from the days, which have a sign behind them, or are in capitals as headings,
    and don't tell half a week.
    """
    first = [days[0] for days in found if days]
    if len(first) < FEWEST_SURE or sum(line.sure for line in first) < SURE * len(first):
        return found
    loud = 2 * sum(lines[line.number - 1].isupper() for line in first) < len(first)
    found = [
        [] if days and not days[0].sure and loud and lines[days[0].number - 1].isupper() else days
        for days in found
    ]
    beside = [[], *found, []]
    return [
        days
        if len(days) in {0, *HALF_A_WEEK} or days[0].sure or beside[at] or beside[at + 2]
        else []
        for at, days in enumerate(found)
    ]
