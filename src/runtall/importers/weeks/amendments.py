"""What is said of a plan after it: ``swap weeks 4 and 5``, ``do the 18 on the Wednesday instead``.

Messages, and notes below a plan, change what stands above them. Each sentence is taken by itself:
the days that it names, and what it says of each. What nobody understands changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from statistics import median

from runtall.domain.calendar import WEEKDAYS
from runtall.domain.run_plan import RunKind
from runtall.errors.words import shown
from runtall.importers.base import Entry, Notes
from runtall.importers.days.dates import dates_within, leading_date
from runtall.importers.days.own_race import days_of, names_race_week
from runtall.importers.days.week_numbers import is_week
from runtall.importers.days.weekday_words import on_or_after, on_or_before, weekday_called
from runtall.importers.kinds.classify import classify
from runtall.importers.weeks.clauses import (
    BECOMES,
    EDGE,
    HERE,
    ORDINAL,
    Clause,
    Codes,
    action_of,
    clause_of,
    clauses_of,
    week_numbers,
    words_for,
)
from runtall.importers.weeks.statements import Statement
from runtall.importers.words.languages import any_of, joining, own, pattern_of, spoken, worded
from runtall.importers.words.lengths import bare_number, distance, minutes
from runtall.importers.words.race_lengths import race_distance
from runtall.importers.words.titles import spelling

SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+|;\s+")
TOKEN = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]{2,}")
# Days by which a run may be moved, where only its words say which it is.
FAR = 21
# Metres of a minute, to compare runs; bare numbers that are as large are minutes.
METRES, MINUTES = 160, 25
# When something was said, in front of it: "UPDATE 10/9: no club on Wednesday".
OCCASION = re.compile(r"\W*(?P<said>[^:]{4,40}?)\s*:\s+")
WEEKDAY_AND_NUMBER = re.compile(
    r"(?P<word>[^\W\d_]{3,})\.? (?P<day>[12]?\d|3[01])"
    r"(?![\d:./]|(?:st|nd|rd|th)\b| ?(?:x|km?|mi?|min)\b)"
)
# A sentence that only asks.
QUESTION = re.compile(r"\?\W*$")


def amended(
    entries: Sequence[Entry],
    statements: Sequence[Statement],
    weeks: dict[int, date],
    week_starts: str,
    notes: Notes,
) -> list[Entry]:
    """Return the entries of a plan as later statements change them.

    Parameters
    ----------
    weeks
        The first days of weeks by their numbers, where the plan numbers them.
    """
    codes = own(spoken(one.text for one in statements))
    plan = _Plan([*entries], weeks, WEEKDAYS.index(week_starts), codes)
    for one in statements:
        plan.sent, plan.line = one.sent, one.line
        plan.said, plan.week, plan.last = plan.last or plan.said, None, None
        first = [*plan.entries]
        for sentence in SENTENCES.split(one.text):
            before = [*plan.entries]
            # What the same message has just put aside can be done on another day.
            titles = {entry.title for entry in before}
            plan.before = [*before, *(entry for entry in first if entry.title not in titles)]
            plan.told = set()
            if sentence.strip() and not QUESTION.search(sentence):
                plan.take(sentence.strip())
            if changed := ", ".join(_changes(before, plan.entries)):
                said = shown(sentence.strip()[:60])
                notes.warn(f"the plan is changed as it says further on, {said}: {changed}")
    return sorted(plan.entries, key=lambda entry: entry.date)


def _changes(before: Sequence[Entry], after: Sequence[Entry]) -> Iterator[str]:
    """Yield each day that is changed: what it was, and what it is now."""
    for day in sorted({entry.date for entry in {*before} ^ {*after}}):
        was, now = (" / ".join(one.title for one in plan if one.date == day) or "nothing"
                    for plan in (before, after))  # fmt: skip
        if was != now:
            yield f"{day:%a} {day} was {shown(was[:40])}, is {shown(now[:40])}"


@dataclass(slots=True)
class _Plan:
    """A plan on its way through what is said of it later.

    Parameters
    ----------
    week
        A day of the week that was named last; weekdays alone lie in it.
    last, said
        The day that was named last, in this statement and before it.
    before
        The plan as it was before the sentence, and what the message has put aside.
    told
        Days that the sentence has a run for.
    """

    entries: list[Entry]
    weeks: dict[int, date]
    start: int
    codes: Codes
    sent: date | None = None
    line: int = 0
    week: date | None = None
    last: date | None = None
    said: date | None = None
    before: list[Entry] = field(default_factory=list)
    told: set[date] = field(default_factory=set)
    span: tuple[date, date] = field(init=False)

    def __post_init__(self) -> None:
        """Keep from when to when the plan goes."""
        days = [entry.date for entry in self.entries]
        self.span = min(days), max(days)

    def take(self, sentence: str) -> None:
        """Do what a sentence says."""
        codes = self.codes
        sentence = self.with_occasion(sentence)
        named, sentence = week_numbers(self.with_dates(sentence))
        swaps = words_for(codes, "swap").search(spelling(sentence))
        if swaps and len(named) > 1:
            self.swap_weeks(*named[:2])
            return
        if named and named[0] in self.weeks:
            self.week = self.weeks[named[0]]
        elif names_race_week(sentence):
            self.week = self.span[1]
        clauses = [*clauses_of(sentence, self.codes)]
        if swaps and clauses:
            days = [day for clause in clauses for day in self.days(clause)]
            if len(days) == 2:
                self.swap(*days)
            return
        for clause in clauses:
            self.do(clause)

    def with_occasion(self, sentence: str) -> str:
        """Return a sentence without the day it was said on, or the week it is about."""
        found = OCCASION.match(sentence)
        said = found and dates_within(found["said"])
        before = found["said"].partition(said[0])[0] if found and said else ""
        # "Change for Thursday 14 October:" is about that day.
        about = rf"(?i)\b(?:{joining('on', codes=self.codes)})\W*$"
        it = re.search(about, clause_of(before, self.codes).words)
        if found and said and not it and TOKEN.search(clause_of(found["said"], self.codes).words):
            self.sent = next(iter(self._nearest(_possible(said[0]), None)), self.sent)
            sentence = sentence[found.end() :]
        for of_week in _week_of(self.codes).finditer(sentence):
            rest = sentence[of_week.end() :]
            text = leading_date(rest) or ((day := ORDINAL.match(rest)) and day.group()) or ""
            if is_week(of_week["word"]) and self.days(clause_of(text, self.codes)):
                return f"{sentence[: of_week.start()]} {rest[len(text) :]}"
        return sentence

    def with_dates(self, sentence: str) -> str:
        """Return a sentence with its days of the month as such: "Wed 10 off" is on the 10th.

        They fit the weekdays in front of them, and something else is said.
        """
        days = {(day.day, day.weekday()) for day in self._all_days()}
        found = [*WEEKDAY_AND_NUMBER.finditer(sentence)]
        named = [(int(one["day"]), weekday_called(one["word"], self.codes)) for one in found]
        named = [one for one in named if one[1] is not None]
        rest = action_of(
            clause_of(WEEKDAY_AND_NUMBER.sub("", sentence), self.codes).words, self.codes
        )
        if not named or not days.issuperset(named) or not classify(rest, self.codes).kind:
            return sentence
        return WEEKDAY_AND_NUMBER.sub(r"\g<0>th", sentence)

    def do(self, clause: Clause) -> None:
        """Do what a clause says of its days."""
        codes = self.codes
        words = action_of(worded(BECOMES, *codes).split(clause.words)[-1], codes)
        moves = words_for(codes, "move").search(spelling(clause.words))
        if words_for(codes, "unchanged").search(spelling(clause.words)):
            self.days(clause)
            return
        if worded(r"\b«if|past»\b", *codes).search(spelling(clause.words)):
            self.days(clause)
            return
        meaning = classify(words, self.codes) if words else None
        is_rest = meaning is not None and meaning.kind == RunKind.REST
        rests = self.drops(words, clause, is_rest=is_rest) and not (moves and not is_rest)
        if rests or any_of(codes, "negation").match(spelling(words)):
            # "Track is cancelled tomorrow, do 8 km easy instead".
            other = action_of(words.partition(",")[2], codes)
            runs = bool(other) and bool(distance(other, "km") or classify(other, self.codes).kind)
            for day in self.until(clause) or self.days(clause):
                if runs:
                    self.put(day, other)
                elif rests and day not in self.told:  # "on Tuesday, the track is shut then"
                    self.put(day, "rest")
            return
        several = len({*clause.weekdays}) + len(clause.numbers) + len(clause.dates) > 1
        if (moves or clause.of is not None) and several and len(both := self.days(clause)) == 2:
            if both[1].weekday() == clause.of:
                both.reverse()
            target: date | None = both[1]
            moved = [entry for entry in self.before if entry.date == both[0]]
        else:
            referred = words_for(codes, "ref").match(spelling(words)) or moves
            moved = self.referred(words, clause) if referred else []
            days = self.days(clause, near=moved[0].date if moved else None)
            target = days[0] if len(days) == 1 else None
            if moved and target and abs((moved[0].date - target).days) > FAR:
                moved = []
            if not moved:
                far = distance(words, "km") or minutes(words)
                says = meaning and meaning.kind and (not meaning.weak or far)
                ordered = says and (self.sent or self.is_order(clause))
                for day in days if ordered and not moves else ():
                    if not (meaning and meaning.kind == RunKind.RACE and self.has_race(day)):
                        self.put(day, words)
                return
        if target and moved:
            self.entries = [
                entry for entry in self.entries if entry.date != target and entry not in moved
            ]
            self.entries += [replace(entry, date=target) for entry in moved]
            self.told.add(target)

    def drops(self, words: str, clause: Clause, *, is_rest: bool) -> bool:
        """Return whether words drop the run of a day, and nothing else.

        Not so "don't forget the shoes", nor in a note "blood test, no run before", nor a race
        that is full where the plan has none.
        """
        codes, plain = self.codes, spelling(words)
        found = words_for(codes, "drop").search(plain)
        denied = rf"(?:{pattern_of('negation', *codes)})\W*$"
        if found and not is_rest and re.search(denied, plain[: found.start()]):
            return False
        if self.sent or not (found or is_rest):
            return bool(found or is_rest)
        before = rf"\W*(?:{joining('until', codes=codes)})\b"
        if found and re.match(before, plain[found.end() :]):
            return False
        half = worded(r"\b«half»\b", *codes).search(plain)
        raced = race_distance(words) or half
        return not raced or any(map(self.has_race, self.days(clause)))

    def is_order(self, clause: Clause) -> bool:
        """Return whether a note says of a day what is run on it, or is so from now on.

        It begins with the day, or with a verb, or has a word that changes something.
        """
        codes, said = self.codes, clause.words.lstrip(EDGE)
        ahead = rf"(?i)(?:(?:{joining('on', 'the', 'do', codes=codes)})\b[\s,:]*)*{HERE}"
        verb = rf"(?i)(?:{joining('do', 'becomes', codes=codes)})\b"
        changes = rf"(?i)\b(?:{joining('instead', 'instead_of', 'becomes', 'swap', codes=codes)})\b"
        return any((re.match(ahead, said), re.match(verb, said), re.search(changes, said)))

    def until(self, clause: Clause) -> list[date]:
        """Return the days from a message up to one that is named: "no running till Friday"."""
        if not self.sent or not words_for(self.codes, "until").search(spelling(clause.words)):
            return []
        ends = self.days(clause)
        return [self.sent + timedelta(n) for n in range((ends[0] - self.sent).days)] if ends else []

    def has_race(self, day: date) -> bool:
        """Return whether there is a race on a day."""
        titles = (entry.title for entry in self.entries if entry.date == day)
        return any(classify(title, self.codes).kind == RunKind.RACE for title in titles)

    def put(self, day: date, title: str) -> None:
        """Say what is run on a day, whatever was."""
        self.entries = [entry for entry in self.entries if entry.date != day]
        self.entries.append(Entry(day, title, self.line))
        self.told.add(day)

    def swap(self, one: date, other: date) -> None:
        """Exchange two days."""
        places = {one: other, other: one}
        self.entries = [
            replace(entry, date=places.get(entry.date, entry.date)) for entry in self.entries
        ]

    def swap_weeks(self, one: int, other: int) -> None:
        """Exchange two weeks."""
        if one in self.weeks and other in self.weeks:
            for step in range(7):
                self.swap(*(self.weeks[week] + timedelta(step) for week in (one, other)))

    def days(self, clause: Clause, near: date | None = None) -> list[date]:
        """Return the days that a clause names, and keep the last of them.

        A date without a month or a year is the one in the plan that is nearest to another, or
        the next after the message; a weekday alone lies in the week that was named last.
        """
        by_date = [day for text in clause.dates for day in self._nearest(_possible(text), near)]
        for number in clause.numbers:
            if number not in {day.day for day in by_date}:
                possible = [day for day in self._all_days() if day.day == number]
                fitting = [day for day in possible if day.weekday() in clause.weekdays]
                by_date += self._nearest(fitting or possible, near)
        if by_date:
            self.week = self.last = by_date[-1]
        found = by_date
        same = worded(rf"(?i)\b«ref» {HERE}", *self.codes).search(clause.words)
        again = self.said if same and not self.week else None  # "that Thursday is off"
        for weekday in clause.weekdays:
            if weekday not in {day.weekday() for day in by_date} and (
                day := again if again and again.weekday() == weekday else self._in_week(weekday)
            ):
                found = [*found, day]
        if not found and clause.same_day and self.last:
            found = [self.last]
        if not found and clause.ahead is not None and self.sent:
            found = [self.sent + timedelta(clause.ahead)]
        if found:
            self.week = self.last = found[-1]
        return found

    def _in_week(self, weekday: int) -> date | None:
        if self.week:
            return on_or_after(on_or_before(self.week, self.start), weekday)
        return on_or_after(self.sent, weekday) if self.sent else None

    def _all_days(self) -> list[date]:
        first, last = self.span
        return [first + timedelta(step) for step in range((last - first).days + 1)]

    def _nearest(self, days: Sequence[date], near: date | None) -> list[date]:
        first, last = self.span
        within = [day for day in days if first - timedelta(7) <= day <= last + timedelta(7)]
        near = near or self.week or self.sent or first
        ahead = [day for day in within if day >= near] if near == self.sent else within
        return [min(ahead or within, key=lambda day: abs((day - near).days))] if within else []

    def referred(self, words: str, clause: Clause) -> list[Entry]:
        """Return the run that words mean: the one with the most of them, and no other number."""
        small = joining("the", "be", "on", "in", "at", "to", "of", "and", codes=self.codes)
        said = {*TOKEN.findall(re.sub(rf"\b(?:{small})\b", "", spelling(words)))}
        meaning = classify(words, self.codes)
        kind = "" if meaning.weak else meaning.kind
        aims = self.days(replace(clause, same_day=False)) if clause.names_days else []
        aim = aims[-1] if aims else self.last or self.sent
        if kind == RunKind.LONG and aim and not any(map(str.isdigit, words)):
            return self.longest_of_week(aim)
        best: tuple[float, float] | None = None
        found: list[Entry] = []
        for entry in self.before:
            has = {*TOKEN.findall(spelling(f"{entry.title} {entry.text}"))}
            numbers = {word for word in said if word[0].isdigit()}
            if numbers - has or (aim and entry.date == aim):
                continue
            alike = len(said & has) + (classify(entry.title, self.codes).kind == kind != "") / 2
            score = alike, -abs((entry.date - aim).days) if aim else 0
            if alike and (best is None or score > best):
                best, found = score, [entry]
        return found

    def longest_of_week(self, day: date) -> list[Entry]:
        """Return the run of a week that is called long, or is the longest."""
        first = on_or_before(day, self.start)
        week = [one for one in self.before if 0 <= (one.date - first).days < 7]
        bare = [number for one in self.before if (number := bare_number(one.title))]
        unit = "km" if bare and median(bare) < MINUTES else ""

        def far(one: Entry) -> tuple[bool, int]:
            long = classify(one.title, self.codes).kind == RunKind.LONG
            return long, distance(one.title, unit) or METRES * (minutes(one.title) or 0)

        return [max(week, key=far)] if week else []


@cache
def _week_of(codes: Codes) -> re.Pattern[str]:
    """Return what finds the word for a week in front of a date: "the week of 14 June"."""
    words = joining("from", "of", "on", codes=codes)
    return re.compile(rf"(?i)(?P<word>[^\W\d_]+(?:/c)?)\.? (?:(?:{words}) )?(?:the )?(?=\w)")


def _possible(text: str) -> list[date]:
    """Return the days that a date in words can be, in a year that it gives or in any near one."""
    today = date.today().year
    return [*days_of(text.strip("() "), range(today - 3, today + 4))]
