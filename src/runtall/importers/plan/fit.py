"""How well a reading explains its file: of several readings the best is taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from runtall.domain.calendar import MOST_WEEKS
from runtall.domain.run_plan import RunKind
from runtall.errors.words import shown
from runtall.importers.base import Entries, Provenance, RunFile
from runtall.importers.days.dates import dates_within
from runtall.importers.days.line_starts import readings_of
from runtall.importers.days.weekday_words import is_weekday
from runtall.importers.kinds.classify import BARE, NO_RUNS, classify
from runtall.importers.words.lengths import distance, minutes
from runtall.importers.words.titles import spelling

# What parts the runs of a text, and words and numbers.
BETWEEN = re.compile(r"\s*[\t|;\n\"]\s*|,\s+|\s{2,}|\.\s+|:\s+|,(?=\D|\d+ ?[^\W\d])|(?<=\D),")
TOKEN = re.compile(r"\d+(?:[.:]\d+)*|[^\W\d_]+")
# A day in numbers; of those that a file names, this share has a run or rest at least.
DATE = re.compile(r"(?<![\d.])\d{1,4}([./-])\d{1,2}\1\d{2,4}(?![\d.])")
DATED = 0.4
# Parts of a title that are more than one run, what parts them, and dates that do.
TWO_DATES = re.compile(r"\d[/.-]\d.*\d[/.-]\d")
GAPS = re.compile(r"\s[|/]\s|\||,(?! )")
CRAMMED = 5
# Parts that look like runs and aren't read: so many, and this share of all, are no chance.
FEWEST, SHARE = 3, 0.15
# This share is told where no other reading has them.
MUCH = 0.3
# Of the days of a suspect reading, whole parts of which may be wrong, another has this share.
LESS = 0.9
# So many times as many parts, or days, are no chance.
TWICE = 2
# Days from the first to the last of a plan; what lies before a gap and that makes no sense beside
# it.
LONGEST_PLAN, GAP = timedelta(weeks=MOST_WEEKS), timedelta(weeks=4)
# Characters of a part, and of a file that are looked at.
LONGEST, LOOKED_AT = 60, 20_000


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as one reader has it.

    Parameters
    ----------
    unread, beside
        Parts of the file that look like runs, and stand on no day, or only beside another run.
    dates
        How many days it names in numbers.
    whole
        Whether each line below the first that was read has a day.
    good, bad
        Days that say what is run, and entries that make no sense as a run.
    """

    entries: Entries
    found: RunFile
    unread: tuple[str, ...]
    beside: int
    all_parts: int
    dates: int
    whole: bool
    good: int
    bad: int

    @classmethod
    def of(cls, entries: Entries, found: RunFile, text: str) -> Reading:
        """Look for what was left out."""
        read = {one.line for one in found.runs}
        lines = [at for at, line in enumerate(text.splitlines(), 1) if line.strip()]
        whole = bool(text) and all(at in read or at < min(read, default=0) for at in lines)
        text = text[:LOOKED_AT]
        parts = [*_runs_of(_without_legend(text, entries))]
        dates = {one.group() for one in DATE.finditer(text)}
        runs = {*_pairs(_first([*entries.left, *(one.title for one in entries.entries)]))}
        said = {*_pairs(_first(one.text for one in entries.entries)), *runs}
        lengths = {length for one in entries.entries for length in (one.distance_m, one.minutes)}
        apart = [part for part in parts if not (_is_said(part, runs) or _is_length(part, lengths))]
        unread = tuple(part for part in apart if not _is_said(part, said))
        beside = len(apart) - len(unread)
        days = _days(found)
        return cls(entries, found, unread, beside, len(parts), len(dates), whole, *days)

    @property
    def leaves_out(self) -> bool:
        """Whether so much looks like runs and isn't read that it is no chance, nor changed."""
        return not self.entries.changed and len(self.unread) >= max(FEWEST, SHARE * self.all_parts)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What isn't read, if it is much."""
        if len(self.unread) <= MUCH * self.all_parts or not self.leaves_out:
            return () if self.whole else _empty_weeks(self.found)
        count, example = len(self.unread), shown(max(self.unread, key=len)[:LONGEST])
        return (f"{count} parts of the file look like runs and are on no day, such as {example}",)

    @property
    def is_suspect(self) -> bool:
        """Whether another reading may be better."""
        return self.leaves_out or self.is_odd or self._lacks_days

    @property
    def _lacks_days(self) -> bool:
        days = {one.date for one in self.found.runs}
        return self.dates > FEWEST and len(days) < DATED * self.dates

    @property
    def is_odd(self) -> bool:
        """Whether much of what was read makes no sense as runs, or weeks have none."""
        return self.bad >= max(FEWEST, SHARE * self.good) or _has_gaps(self.found)

    @property
    def is_dense(self) -> bool:
        """Whether its days have so many parts each that they may be those of several days."""
        return self.all_parts >= TWICE * self.worth

    @property
    def worth(self) -> int:
        """Days that say what is run, without what makes no sense as a run."""
        return self.good - self.bad

    def explains(self, other: Reading) -> bool:
        """Return whether it has on some day what another leaves out, and as many days.

        Or it leaves out no more, and has more days: those of runs that another has beside runs
        of other days, or twice as many where those of another are dense.
        """
        if len(self.unread) < len(other.unread):
            return self.worth >= other.worth
        apart = self.beside < other.beside and self.worth > other.worth
        apart = apart or (other.is_dense and self.worth >= TWICE * other.worth)
        return apart and len(self.unread) == len(other.unread)

    @property
    def asks_for_others(self) -> bool:
        """Whether a reading by cells may have more of its runs, on days of their own."""
        return bool(self.unread or self.beside or self.is_dense)

    def is_better(self, other: Reading | None) -> bool:
        """Return whether it explains what another, suspect one doesn't."""
        if self.is_suspect or self.worth <= 0:
            return False
        return other is None or self.worth > other.worth * (LESS if other.is_odd else 1)


def _is_length(part: str, lengths: Set[int | None]) -> bool:
    """Return whether a part of a file is nothing but a length that a run has by its column."""
    bare = BARE.fullmatch(spelling(part))
    return bool(bare) and not lengths.isdisjoint({distance(part), minutes(part)} - {None})


def _without_legend(text: str, entries: Entries) -> str:
    """Return a text without what it says that words of its titles mean: that is no run."""
    words = {word for one in entries.entries for word in one.title.split()}
    for term, meant in entries.legend.items():
        if term in words:
            explained = rf"(?<!\w){re.escape(term)}[\s=:;,|\"-]+{re.escape(meant)}"
            text = re.sub(rf"{explained}[^\t|;\n\",]*", " ", text)
    return text


def _days(found: RunFile) -> tuple[int, int]:
    """Return how many days have runs or rest that make sense, and how many entries don't."""
    good, bad = set(), len(found.no_runs)
    first = _first_day({one.date for one in found.runs})
    for one in found.runs:
        if (
            one.date < first
            or (one.provenance is Provenance.ASSUMED and _has_words(one.run.title))
            or _is_crammed(one.run.title)
        ):
            bad += 1
        else:
            good.add(one.date)
    return len(good), bad


def _first_day(days: Set[date]) -> date:
    """Return the first day that makes sense beside the last: of a plan, or of years of running."""
    ordered = sorted(days, reverse=True)
    longest = max(days, default=date.max) - LONGEST_PLAN
    gaps = (day for day, before in pairwise(ordered) if before < longest and day - before > GAP)
    return next(gaps, min(days, default=longest))


def _has_words(title: str) -> bool:
    """Return whether a title is more than a length: "0:40" needs no words."""
    return any(map(str.isalpha, title)) and not BARE.fullmatch(spelling(title))


def _has_gaps(found: RunFile) -> bool:
    """Return whether weeks within the plan have no run, and the others have several."""
    ran = sorted({one.date for one in found.runs if one.run.kind is not RunKind.REST})
    weeks = {(day.toordinal() - 1) // 7 for day in ran}
    return (
        len(ran) >= FEWEST * FEWEST
        and len(ran) > 2 * len(weeks)
        and any((later - one).days > 7 for one, later in pairwise(ran))
    )


def _empty_weeks(found: RunFile) -> tuple[str, ...]:
    """Return a warning where most weeks up to a race have no run."""
    ran = [one.date for one in found.runs if one.run.kind is not RunKind.REST]
    races = (one.date for one in found.runs if one.run.kind is RunKind.RACE)
    race = max(races, default=date.min)
    weeks = {(race - day).days // 7 for day in ran if day < race}
    count = max(weeks, default=0) + 1
    empty = count - len(weeks)
    if found.feed or count <= FEWEST or 2 * empty <= count:
        return ()
    said = f"{empty} of the {count} weeks before the race, {race}, have no run"
    return (f"{said}: most of the plan may not have been read",)


def _is_crammed(title: str) -> bool:
    """Return whether a title has the runs of several days."""
    words = title.split()
    if TWO_DATES.search(title) and len(dates_within(title)) > 1:
        return True
    return len(GAPS.findall(title)) + 1 >= CRAMMED or any(
        is_weekday(word.strip(".:,")) for word in words[1:-1]
    )


def _runs_of(text: str) -> Iterator[str]:
    """Yield the parts of a text that look like runs, each with a number."""
    for part in BETWEEN.split(text):
        if 2 < len(part) <= LONGEST and "=" not in part and _is_run(part):
            plain = next((title for _, title, _ in readings_of(part).values()), part)
            for day in dates_within(plain):
                plain = plain.replace(day, " ")
            if plain == part or _is_run(plain):
                yield plain.strip()


def _is_run(part: str) -> bool:
    """Return whether words have a number, and mean a run or a length."""
    if not (any(map(str.isdigit, part)) and any(map(str.isalpha, part))):
        return False
    meaning = classify(part)
    return bool(BARE.fullmatch(spelling(part))) or (
        meaning.kind not in {*NO_RUNS, RunKind.RACE} and not meaning.weak
    )


def _first(texts: Iterable[str]) -> Iterator[str]:
    """Yield those that stand in what is looked at of a file, and some more."""
    left = 2 * LOOKED_AT
    for text in texts:
        if left < 0:
            return
        yield text
        left -= len(text)


def _pairs(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    for text in texts:
        words = TOKEN.findall(spelling(text))
        yield from pairwise(words)
        yield from ((word, "") for word in words)


def _is_said(part: str, said: set[tuple[str, str]]) -> bool:
    """Return whether most of a part's words stand so on some day."""
    pairs = [*pairwise(words)] if len(words := TOKEN.findall(spelling(part))) > 1 else [(part, "")]
    return 2 * sum(pair in said for pair in pairs) >= len(pairs)
