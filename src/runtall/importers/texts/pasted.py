"""Lines as they are pasted from a message: ``Tue 2 Mar: 6x800``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby, pairwise
from statistics import median

from runtall.errors.words import shown
from runtall.importers.base import NO_DATE, Context, Entries, Entry, Notes, no_run_plan
from runtall.importers.days.counted_days import in_weeks
from runtall.importers.days.dates import A_WORD, dates_within, written, years_in
from runtall.importers.days.day_lines import DayLine, day_lines
from runtall.importers.days.line_starts import MARKS, readings_of
from runtall.importers.days.names import meaning
from runtall.importers.days.own_race import days_of, has_word_of_race, race_named
from runtall.importers.days.week_names import start_of_week
from runtall.importers.days.week_numbers import week_number
from runtall.importers.days.week_ranges import is_range
from runtall.importers.days.weekday_words import SHORTEST, is_every, is_weekday
from runtall.importers.kinds.classify import classify
from runtall.importers.legend import explained
from runtall.importers.texts.chats import Chat, unstamped
from runtall.importers.texts.day_numbers import in_months, joined_numbers, with_dates
from runtall.importers.texts.days_near import counted, own_dates, sent_on
from runtall.importers.texts.dots import month_first, with_dots
from runtall.importers.texts.mistyped import with_days_as_meant
from runtall.importers.texts.nameless_days import with_day_names
from runtall.importers.texts.purposes import with_days_first
from runtall.importers.texts.talk import plan_and_talk, when_said
from runtall.importers.texts.week_blocks import are_of_calendar, blocks_of, by_weeks, week_labels
from runtall.importers.texts.week_lines import with_names
from runtall.importers.texts.weekday_series import weeks_of, with_weekdays
from runtall.importers.weeks.amendments import amended
from runtall.importers.weeks.layout import is_race
from runtall.importers.weeks.prose import days_first
from runtall.importers.weeks.repeats import written_out
from runtall.importers.weeks.standing import OTHER_DAYS, is_rule, rules_of, with_every_week
from runtall.importers.weeks.statements import Statement, said_again
from runtall.importers.words.languages import joining, worded
from runtall.importers.words.titles import spelling, without_struck

FORM = "pasted lines"
MOST_LINES = 5_000
MOST_CHARACTERS = 80 * MOST_LINES
# Characters and lines that tell whether a text is lines of days.
LOOKED_AT, LINES = 20_000, 300
# Of ten lines so many begin with a day, or with a stamp where it is a chat.
MOST, MESSAGES = 6, 3
# Days that make a plan of a text that is no table.
FEWEST = 3
# Dates of a plan that has one run a week with its date, and days between those.
FEWEST_DATES, A_WEEK = 4, 6
# What is said of a run behind it: "8 <- down week".
REMARK = re.compile(r"\s*(?:<-+|\u2190).*")
# What stands in brackets, and signs for a note in front of a line.
IN_BRACKETS, NOTED = re.compile(r"\([^()]*\)"), re.compile(r"(?i)(?:n\.?b|p\.?s|pps|fyi)\b")
# Days that a plan may go on behind its race.
DAYS_BEHIND = 6


def looks_pasted(text: str) -> bool:
    """Return whether most lines of a text begin with a weekday or a date, or are a chat's."""
    chat, found = _looked_at(text)
    begins = count = 0
    below = False
    for line, days in zip(chat.lines, found, strict=True):
        below = not days[-1].title.strip("0123456789") if days else below
        begins += bool(days)
        # A day that is alone in its line has the next lines.
        count += bool(line.strip()) and (bool(days) or not below)
    dated = sum(map(bool, chat.sent.values()))
    return 10 * max(begins, dated) >= (MESSAGES if chat.sent else MOST) * count > 0


def names_days(text: str) -> bool:
    """Return whether the lines of a text name some days, whatever stands between them."""
    return sum(len(line) for line in _named_in(text) if len(line) > 1 or line[0].sure) >= FEWEST


def without_quotes(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without what it quotes of days, if it names more of its own; a warning, too.

    Those are days of what was said before: "> Sun 14 miles done".
    """
    lines = text.splitlines()
    if len(text) > MOST_CHARACTERS or not any(line.startswith(">") for line in lines):
        return text, ()
    days = [len(of_line) for of_line in day_lines(lines)]
    own = sum(count for line, count in zip(lines, days, strict=True) if not line.startswith(">"))
    left: dict[int, str] = {}
    for quoted, block in groupby(range(len(lines)), lambda at: lines[at].startswith(">")):
        places = [*block]
        if quoted and any(days[at] for at in places):
            left |= {at: lines[at] for at in places}
    if not left or own <= sum(days[at] for at in left):
        return text, ()
    example = shown(next(line for at, line in left.items() if days[at])[:60])
    kept = ["" if at in left else line for at, line in enumerate(lines)]
    return "\n".join(kept), (f"quoted lines are left out ({len(left)}, such as {example})",)


def names_weeks(text: str) -> bool:
    """Return whether most lines that begin with a day name more: ``Tue 6x800, Sun long``.

    As cells of a table they begin with weekdays like a header, but say what is run on them, as
    ``Mon, Fri: off`` does.
    """
    days = _named_in(text)
    joined = any(day.beside for line in days for day in line)
    return joined or 2 * sum(len(line) > 1 for line in days) > len(days)


def tells_days(text: str) -> bool:
    """Return whether lines say what is run on each of several days, as no header does."""
    several = (line for line in _named_in(text) if len(line) > 1)
    return sum(all(any(map(str.isalpha, day.title)) for day in line) for line in several) >= FEWEST


def _named_in(text: str) -> list[list[DayLine]]:
    """Return the days of the first lines that begin with some."""
    return [*filter(None, _looked_at(text)[1])]


@lru_cache(maxsize=4)
def _looked_at(text: str) -> tuple[Chat, list[list[DayLine]]]:
    """Return the first lines of a text, as of a chat, and their days: several ask for them."""
    chat = without_stamps(text[:LOOKED_AT].splitlines()[:LINES])
    return chat, day_lines(chat.lines)


def expect_lines(text: str) -> None:
    """Refuse a text that is too long to be read line by line.

    Raises
    ------
    FileFaults
        It is.
    """
    if text.count("\n") > MOST_LINES:
        raise no_run_plan(f"more than {MOST_LINES} lines; this is no run plan")
    if len(text) > MOST_CHARACTERS:
        raise no_run_plan(f"more than {MOST_CHARACTERS} characters; this is no run plan")


def read_pasted(text: str, context: Context) -> Entries:
    """Read a line a day, or some; lines right below that begin with no day go on with it.

    A date without a year is the last one that can belong to the race, or the one nearest to
    today. A weekday alone follows the day before it, or the one its message was sent on. Without
    any date, weeks that are numbered, or end with the race, are laid out from it. Only where no
    line of a chat names a day, each message is about the day it was sent on. What is said below
    a plan, or after the message that has it, changes it.
    """
    expect_lines(text)
    raw = without_struck(text).splitlines()
    notes = Notes()
    raw = with_days_as_meant(raw, lambda line: any(day_lines([line])), notes)
    whole = without_stamps(raw, context.race_date)
    chat, said = plan_and_talk(whole, context, notes)
    lines = _without_rules(day_lines(chat.lines), chat.lines)
    beside = [line for line, days in zip(chat.lines, lines, strict=True) if not days]
    race = context.race_date or race_named(beside)
    last = race + timedelta(DAYS_BEHIND) if race else None
    lines = with_dates(
        written_out(lines, chat.lines, week_labels(chat.lines, lines), chat.sent), last
    )
    if chat.sent and not any(lines):
        lines = [
            [DayLine(position + 1, None, "", line.strip())] if position in chat.sent else []
            for position, line in enumerate(chat.lines)
        ]
    labels = week_labels(chat.lines, lines)
    found, entries, others = _collected(chat, lines, labels, notes)
    # Of stamps only the years: the day of the last message is none of the plan.
    stamped = map(str, years_in(whole.sent.values()))
    above = [label for at, label in labels.items() if at < found[0].number][:-1]
    asked = _race_asked(whole, found[0].number, context)
    heading = (*context.heading, *above, *others.values(), *stamped, *asked)
    context = replace(context, heading=heading)
    # A date below the plan is that of something else, unless it is the race's.
    notes_below = {line for at, line in others.items() if at >= found[-1].number
                   and dates_within(line) and not has_word_of_race(line)}  # fmt: skip
    years = years_in(line for line in heading if line not in notes_below)
    years = [year for year in years if year >= date.today().year]
    first = found[0].number
    among = range(first, found[-1].number)
    # Of the other days of its week speaks what stands between weeks.
    rules = [rule for at, line in {**labels, **others}.items() for rule in rules_of([line])
             if rule[0] != OTHER_DAYS or at not in among]  # fmt: skip
    told = labels or whole.sent or any(line.date for line in found)
    series, rest = weeks_of(found, whole=not told)
    found, entries = [found[at] for at in rest], [entries[at] for at in rest]
    own = own_dates(found, chat, context, notes, years)
    usual = _every_week(found, labels, chat)
    ahead = all(line.number <= min(labels, default=len(lines)) for line in found if not line.date)
    usual = usual if usual or chat.sent or not ahead else _usual_days(found, own)
    rules += [(found[at].weekday or 0, entries[at], "") for at in usual]
    kept = [at for at in range(len(found)) if at not in usual]
    found, entries = [found[at] for at in kept], [entries[at] for at in kept]
    own = [own[at] for at in kept]
    below_weeks: list[Entry] = []
    if any(written(start_of_week(label)) for label in labels.values()):
        end = _dated_below(own)
        dates = zip(own[end:], entries[end:], strict=True)
        below_weeks = [replace(one, date=day) for day, one in dates if day]
        found, entries, own = found[:end], entries[:end], own[:end]
    numbered = any(line.numbered for line in found)
    near = chat.when or min(sent_on(chat, context, needed=False).values(), default=None)
    to_race = bool(asked) and is_race(entries[-1])
    known = to_race or are_of_calendar(labels, near)
    in_weeks = not chat.sent or (len(chat.sent) <= len(labels) and known)
    undated = None in own and (numbered or in_weeks) and (labels or not any(own))
    weeks: dict[int, date] = {}
    if undated or series:
        entries = [replace(one, date=day or NO_DATE) for one, day in zip(entries, own, strict=True)]
        dated, weeks = by_weeks(found, entries, labels, context, notes, series, near)
    else:
        days = counted(found, own, chat, context, notes)
        dated = [replace(one, date=day) for one, day in zip(entries, days, strict=True)]
    last_day = max((one.date for one in dated), default=NO_DATE)
    again = [
        Statement(f"{one.date}: {one.title}", None, one.line)
        for one in below_weeks
        if one.date <= last_day
    ]
    dated = [*dated, *(one for one in below_weeks if one.date > last_day)]
    below = [
        Statement(line, when_said(chat, context, at), at)
        for at, line in others.items()
        # A heading changes nothing, nor what names a week, nor what was said up to some day.
        if at > first
        and not line.startswith("#")
        and not is_range(line.rpartition(", ")[2])
        and not any(rule[2] for rule in rules_of([line]))
    ]
    twice, dated = said_again(dated)
    said = [*twice, *below, *again, *said]
    dated = [*with_every_week(dated, rules, context.week_starts, weeks)]
    final = [*amended(dated, said, weeks, context.week_starts, notes)]
    return Entries(
        tuple(final),
        FORM,
        warnings=notes.remarks(),
        legend=explained(line.strip("()") for line in others.values()),
        heading=heading,
        changed=final != dated,
    )


def _race_asked(chat: Chat, first: int, context: Context) -> list[str]:
    """Return what is said of the race before a plan, with the year by when it was said.

    Parameters
    ----------
    first
        The number of the first line that has days.
    """
    said = ((line, when_said(chat, context, at)) for at, line in enumerate(chat.lines[: first - 1])
            if has_word_of_race(line))  # fmt: skip
    return [
        line.replace(text, f"{min(days)}")
        for line, sent in said
        for text in dates_within(line)
        if sent and (days := [day for day in days_of(text, (sent.year, sent.year + 1))
                              if day > sent])
    ]  # fmt: skip


def _collected(
    chat: Chat, lines: Sequence[Sequence[DayLine]], labels: Mapping[int, str], notes: Notes
) -> tuple[list[DayLine], list[Entry], dict[int, str]]:
    """Return the days of some lines, what stands on each, and the lines that are of none.

    Raises
    ------
    FileFaults
        If no line begins with a day.
    """
    found: list[DayLine] = []
    more: dict[int, list[str]] = {}
    others: dict[int, str] = {}
    left: dict[str, list[str]] = {}
    goes_on = False
    for position, (line, days) in enumerate(zip(chat.lines, lines, strict=True)):
        words = MARKS.sub("", line).strip()
        # What a day alone in its line has may stand below a blank one.
        goes_on = goes_on and position not in {*chat.sent, *labels}
        goes_on = goes_on and bool(words or not found[-1].title)
        goes_on = goes_on and not (words and _is_aside(words, found[-1].title))
        if not days and goes_on and _is_half(words):
            halves = " / ".join(filter(None, [found[-1].title, words]))
            found[-1] = replace(found[-1], title=halves)
        elif not days and words and goes_on and _is_open(found[-1].title, more.get(len(found) - 1)):
            found[-1] = replace(found[-1], title=f"{found[-1].title} {words}")
        elif not days and words and goes_on:
            more.setdefault(len(found) - 1, []).append(words)
        elif not days and words and position not in labels:
            what = "messages without a day" if chat.sent else "lines without a day"
            what = what if found else "lines before the first day"
            left.setdefault(f"{what} are left out", []).append(words)
            others[position] = words
        found += days
        goes_on = goes_on or bool(days)
    for what, of_kind in left.items():
        for words in sorted(of_kind, key=_is_harmless):
            notes.warn(what, shown(words[:60]))
    if not found:
        raise no_run_plan("no line begins with a day, as in Tue 2 Mar: 6x800")
    entries = []
    for index, named in enumerate(found):
        plain = "" if named.title == "-" and index in more else REMARK.sub("", named.title)
        title, *below = [*filter(None, [plain]), *more.get(index, []), ""]
        entries.append(Entry(NO_DATE, title, named.number, "\n".join(below).strip()))
    return found, entries, others


def _is_harmless(words: str) -> bool:
    """Return whether a line that is left out names no weekday, and nothing that is run.

    A short one may be somebody's name: "Hi Sam".
    """
    long = (word for word in re.findall(A_WORD, words) if len(word) > SHORTEST)
    return not (any(map(is_weekday, long)) or classify(words).kind)


def _without_rules(lines: list[list[DayLine]], texts: Sequence[str]) -> list[list[DayLine]]:
    """Return the days of lines without those of what holds every week, above weeks or dates.

    Beside a line that says so in words one with a sign does, too: ``Friday = off``.
    """
    labels = week_labels(texts, lines)
    lines = _without_heading(lines, labels)
    first = min(labels, default=len(lines))
    dated = next((at for at, days in enumerate(lines) if any(day.date for day in days)), first)
    above = min(first, dated) if min(first, dated) < len(lines) else 0
    sure = any(is_rule(text) for text in texts[:above])
    return [
        [] if at < above and sure and rules_of([texts[at]]) else days
        for at, days in enumerate(lines)
    ]


def _without_heading(lines: list[list[DayLine]], labels: Mapping[int, str]) -> list[list[DayLine]]:
    """Return the days of lines without a first one that is a heading: the day of the race.

    It alone has a date, with no run beside it, and the next day is below the name of a week.
    """
    named = [at for at, days in enumerate(lines) if days]
    dates = [day.date for at in named for day in lines[at]]
    if len(named) < FEWEST or lines[named[0]][0].title or any(dates[1:]) or not years_in(dates):
        return lines
    heads = any(named[0] < at < named[1] for at in labels)
    return [[] if heads and at == named[0] else days for at, days in enumerate(lines)]


def _every_week(found: Sequence[DayLine], labels: Mapping[int, str], chat: Chat) -> frozenset[int]:
    """Return the places of lines without a date that are about all weeks; none of no others.

    They stand below such a name, or begin with ``Mondays``; or they stand above weeks with names,
    where hardly one of those tells such a day.
    """
    blocks = blocks_of(found, labels)
    days = [{found[at].weekday for at in block} for _, block in blocks]
    told = sum(not days[0].isdisjoint(of_week) for of_week in days[1:])
    first = blocks[0][0] if blocks else ""
    ahead = week_number(first) is None and not written(start_of_week(first))
    ahead = ahead and any(labels or chat.sent) and FEWEST * told < len(blocks) - 1
    below = (
        at
        for number, (name, block) in enumerate(blocks)
        if meaning(name)[0] == "every_week" or (ahead and not number)
        for at in block
    )
    plural = (at for at, line in enumerate(found) if is_every(chat.lines[line.number - 1]))
    each = frozenset(at for at in (*below, *plural) if not found[at].date)
    return each if len(each) < len(found) else frozenset()


def _dated_below(days: Sequence[date | None]) -> int:
    """Return where lines with dates begin below those of weeks: they say a day once more."""
    weekdays = [at for at, day in enumerate(days) if day is None]
    return weekdays[-1] + 1 if len(weekdays) > A_WEEK else len(days)


def _usual_days(found: Sequence[DayLine], days: Sequence[date | None]) -> frozenset[int]:
    """Return the places of weekdays alone in a plan that has the dates of one run a week.

    They are what is done every week: "Tue: track" above a list of Sundays.
    """
    known = [day for day in days if day]
    steps = [(later - earlier).days for earlier, later in pairwise(known)]
    usual = [at for at, day in enumerate(days) if not day]
    weekdays = [found[at].weekday for at in usual]
    apart = len(known) >= FEWEST_DATES and median(steps) >= A_WEEK
    gaps = [later - earlier for earlier, later in pairwise(usual) if later - earlier > 1]
    once = None not in weekdays and len({*weekdays}) == len(weekdays)
    return frozenset(usual if apart and once and len(gaps) <= 1 else ())


def _is_open(title: str, below: Sequence[str] | None) -> bool:
    """Return whether a line breaks off where its column ended: "2 miles easy, 2 miles at"."""
    small = joining("at", "and", "of", "the", "in", "to", "but")
    last = re.search(rf"(?i)(?:[,+&]|\b(?!\w\b)(?:{small}))$", title)
    return not below and last is not None


def _is_aside(words: str, title: str) -> bool:
    """Return whether a line says nothing of the run above: "(the club does 6x800, I skip it)".

    In brackets it does with a length, or where nothing else tells how the run is.
    """
    if not title or not IN_BRACKETS.fullmatch(words):
        return bool(title) and NOTED.match(words) is not None
    if worded(r"\b«drop|if|past»\b").search(spelling(words)):
        return True
    meaning = classify(title)
    return bool(meaning.kind) and not meaning.weak and not re.search(r"\d", words)


def _is_half(words: str) -> bool:
    """Return whether a line is the run of a morning or an evening: ``PM: 5 km easy``."""
    name, colon, _ = words.partition(":")
    return bool(colon) and not re.search(r"\d", name) and meaning(name)[0] in {"am", "pm"}


def without_stamps(lines: Sequence[str], race: date | None = None) -> Chat:
    """Take stamps and senders off the lines of a chat; say counted days as those of weeks."""
    chat = unstamped(lines, lambda text: bool(readings_of(text)))
    lines = with_dots(
        month_first(with_names(joined_numbers(with_weekdays(with_days_first(chat.lines)))))
    )
    lines = in_months(in_weeks(lines, race))
    return replace(chat, lines=with_day_names(days_first(lines, chat.sent)))
