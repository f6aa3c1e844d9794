"""From what a file has for each day to the run plan: kinds, lengths, races, weeks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time

from runtall.domain.run_plan import ALWAYS, EASY_KINDS, STRENGTH, Run, RunKind
from runtall.errors.words import shown
from runtall.importers.base import (
    Context,
    DatedRun,
    Entries,
    Entry,
    NoRun,
    Notes,
    Occupied,
    Provenance,
    RunFile,
    no_run_plan,
)
from runtall.importers.days.own_race import has_own_race, race_named
from runtall.importers.kinds.classify import Meaning, classify, form_of, with_its_number
from runtall.importers.kinds.paces import SIGN, easy_paces
from runtall.importers.kinds.unexplained import has_strides
from runtall.importers.legend import (
    begins_with_code,
    in_other_words,
    is_code,
    stands_for,
    types_meant,
)
from runtall.importers.plan.bare_numbers import going_on, in_minutes
from runtall.importers.plan.decide import (
    KIND_COLUMN,
    PREFIX,
    Decided,
    decide,
    run_beside_rest,
)
from runtall.importers.plan.doubts import (
    in_doubt,
    is_of_others,
    last_clear_run,
    own_marathon,
)
from runtall.importers.plan.halves import two_runs
from runtall.importers.plan.lone_dates import lone_dates
from runtall.importers.plan.races import keep_one_race, race_at_end, race_of_no_run
from runtall.importers.plan.remarks import cancels, moves, without_conditions
from runtall.importers.plan.week_context import name_long_runs
from runtall.importers.words.languages import in_digits, in_the_end, own, spoken
from runtall.importers.words.lengths import bare_number, distance, minutes
from runtall.importers.words.race_lengths import parkrun_distance, race_distance
from runtall.importers.words.titles import as_written, cut, one_line, spelling
from runtall.importers.words.units import (
    Units,
    begin_with_m,
    meaning_of_m,
    unit_of,
    unit_said,
    units_in,
)

# Characters of a title that are looked at.
LONGEST = 1_000
# What parts an explanation from remarks on it.
PARTS = re.compile(r"[,;(] *")
# Distances further apart than this share of the title's contradict each other.
APART = 0.1


def interpret(found: Entries, context: Context) -> RunFile:
    """Say what every entry of a file is."""
    days = [entry.date for entry in found.entries]
    named = None if context.race_date else race_named((*context.heading, *found.heading), days)
    if named and not has_own_race(found.entries):
        context = replace(context, race_date=named)
        found = _with_named_race(found, named)
    reading = _Reading.of(found, context)
    for entry in found.entries:
        title = one_line(entry.title[:LONGEST])
        one = entry if title == entry.title else replace(entry, title=title)
        for part in reading.parts(one):
            reading.take(part)
    race = context.race_date or (
        None if found.feed else race_at_end(reading.runs, reading.no_runs, reading.languages)
    )
    runs, no_runs = race_of_no_run(reading.runs, reading.no_runs, race, reading.units)
    if not runs:
        only = ", only strength work" if reading.occupied else ""
        raise no_run_plan(f"there is no run in the file{only}")
    runs.sort(key=lambda dated: (dated.date, dated.run.at or time.min))
    runs = _without_idle_rests(runs, found.entries, reading.notes)
    runs = keep_one_race(runs, race, reading.notes)
    raced = max((one.date for one in runs if one.run.kind is RunKind.RACE), default=named)
    if named and raced != named:
        told = f"the race is on {raced} in the plan, and on {named} by the words above it"
        reading.notes.warn(f"{told}; if those are right, give --race-date {named}")
    return RunFile(
        runs=tuple(name_long_runs(runs, context.week_starts)),
        format=found.format,
        occupied=tuple(sorted(reading.occupied, key=lambda dated: dated.date)),
        no_runs=tuple(sorted(no_runs, key=lambda dated: dated.date)),
        warnings=(*found.warnings, *reading.notes.remarks(), *lone_dates(runs)),
        feed=found.feed,
        timezone=found.timezone,
        unit=_unit(found.entries) or reading.unit,
    )


def _unit(entries: tuple[Entry, ...]) -> str:
    """Return what the distances of a file are in, by its columns or its texts."""
    units = {entry.unit for entry in entries if entry.unit}
    return units.pop() if len(units) == 1 else unit_of(entry.text for entry in entries)


@dataclass(slots=True)
class _Reading:
    """A file on its way in.

    Parameters
    ----------
    unit
        What bare numbers count, by the whole file; empty: nobody knows.
    easy_paces
        Titles of a length at a pace that is slow in this file.
    legend
        What the file says that its own words mean.
    in_minutes
        Minutes of titles whose bare number counts them.
    far
        Metres of those whose number is larger than usual, and is none of minutes.
    names
        Words of the legend that mean nothing elsewhere.
    clear
        The last day with a run that has its length, in a calendar where nearly all of them have.
    feed
        It is a calendar, and others may have a part in it.
    own_marathon
        The day of its marathon that the training leads to, whatever that is called.
    """

    context: Context
    languages: tuple[str, ...]
    units: Units
    unit: str
    easy_paces: frozenset[str]
    legend: Mapping[str, str]
    in_minutes: Mapping[str, int]
    far: Mapping[str, int]
    names: frozenset[str]
    clear: date | None
    feed: bool
    own_marathon: date | None
    notes: Notes = field(default_factory=Notes)
    runs: list[DatedRun] = field(default_factory=list)
    no_runs: list[NoRun] = field(default_factory=list)
    occupied: dict[Occupied, None] = field(default_factory=dict)
    forms: dict[tuple[object, ...], Decided] = field(default_factory=dict)

    @classmethod
    def of(cls, found: Entries, context: Context) -> _Reading:
        """Find out the language and the units of the whole file."""
        titles = [entry.title[:LONGEST] for entry in found.entries]
        texts = [entry.text[:LONGEST] for entry in found.entries]
        languages = spoken([*titles, *texts, *map(_type, found.entries)])
        titles = [in_digits(title, own(languages)) for title in titles]
        m = meaning_of_m([*titles, *(text.partition("\n")[0] for text in texts)])
        units, paces = units_in(languages, m), easy_paces(titles, languages)
        types = ((said, bool(one.distance_m or one.minutes))
                 for one in found.entries if (said := _type(one)))  # fmt: skip
        meant = types_meant(types)
        legend, strides = dict[str, str](), dict[str, str]()
        for word, text in {**meant, **found.legend}.items():
            one, first = _first_meaning(word, text, own(languages))
            if has_strides(word, languages):  # everybody's word for them
                continue
            if not one.weak and one.kind and (one.kind != RunKind.RACE or stands_for(word)):
                legend[word] = first
            elif stands_for(word) and has_strides(text, languages):
                strides[word] = "strides"  # however they are run
        unit = unit_said((*context.heading, *found.heading)) or unit_of(titles)
        if not unit and m == "mi" and begin_with_m(titles):
            unit = m  # "5 m run" beside "18"
        unit_of_bare = _unit(found.entries) or unit
        timed, far = (read(titles, unit_of_bare, units) for read in (in_minutes, going_on))
        names = frozenset(word.lower() for word in legend if not classify(word, languages).kind)
        clear = last_clear_run(found.entries, languages) if found.feed else None
        feed = found.feed
        mine = own_marathon(found.entries, languages) if feed else None
        lengths = (units, unit, paces, legend | strides, timed, far)
        return cls(context, languages, *lengths, names, clear, feed, mine)

    def parts(self, entry: Entry) -> tuple[Entry, ...]:
        """Return the runs of an entry; the length of two together is nobody's length."""
        title = PREFIX.sub("", entry.title)
        return tuple(
            replace(entry, title=one_line(run), text="", distance_m=None, minutes=None)
            for run in (() if entry.kind else two_runs(title, self.units))
        ) or (entry,)

    def take(self, entry: Entry) -> None:
        """Say what an entry is, and keep it."""
        details = one_line(entry.text[:LONGEST]) if entry.text and not entry.kind else ""
        title = cut(entry.title or details or _type(entry))
        codes = own(self.languages)
        words = in_digits(in_the_end(entry.title, codes), codes)
        entry = entry if words == entry.title else replace(entry, title=words)
        if entry.says in self.legend:
            entry = replace(entry, says=self.legend[entry.says])
        corrected = self.context.correct(title)
        decided = self.by_form(entry, corrected)
        meaning = decided.meaning
        if not meaning.kind:
            if decided.asked:
                self.no_runs.append(NoRun(entry.date, title, entry.line))
            return
        if meaning.kind == STRENGTH or meaning.strength:
            self.occupied[Occupied(entry.date, title)] = None
        if meaning.kind == STRENGTH:
            return
        kind = RunKind(meaning.kind)
        number: float = 0
        unknown = decided.unknown
        if kind is RunKind.REST:
            run = Run(kind, title)
            unknown = "" if corrected else run_beside_rest(entry, self.languages)
            if unknown:
                told = "days are called rest and have a run; read as rest"
                self.notes.warn(told, f"{entry.date} {shown(unknown)}")
        else:
            far, long = self.lengths(entry, kind)
            optional = meaning.optional and kind not in ALWAYS
            run = Run(kind, title, far, long, entry.at, optional)
            number = 0 if far or long else bare_number(cut(entry.title), self.units)
        self.runs.append(
            DatedRun(
                entry.date,
                run,
                entry.line,
                decided.provenance,
                as_written(meaning.words, title, entry.text),
                number=number,
                unknown=unknown,
            )
        )

    def by_form(self, entry: Entry, corrected: tuple[str, bool] | None) -> Decided:
        """Say what an entry is, once for all whose titles differ by a length alone.

        Not of a calendar, where the day counts, nor beside words that the plan explains.
        """
        words = spelling(entry.title)
        if self.feed or self.legend or entry.text or SIGN.search(words):
            return self.decided(entry, corrected)
        form, numbers = form_of(words) if entry.title.isascii() else (entry.title, [])
        alike = (form, entry.kind, entry.says, bool(entry.distance_m), entry.optional, corrected)
        decided = self.forms.get(alike)
        if decided is None:
            decided = self.decided(replace(entry, title=form), corrected)
            if decided.provenance is Provenance.ASSUMED and numbers:
                return self.decided(entry, corrected)  # its numbers may be those of a time
            self.forms[alike] = decided
        meaning = with_its_number(decided.meaning, numbers)
        if meaning is decided.meaning:
            return decided
        return replace(decided, meaning=meaning) if meaning else self.decided(entry, corrected)

    def decided(self, entry: Entry, corrected: tuple[str, bool] | None) -> Decided:
        """Say what an entry is, by the words of the plan and of its notes."""
        decided = decide(entry, corrected, self.languages)
        unsure = decided.provenance is Provenance.ASSUMED or decided.meaning.weak
        easy = decided.meaning.kind == RunKind.EASY
        if self.legend and (unsure or self.is_coded(entry.title, easy=easy)):
            other = replace(entry, title=in_other_words(entry.title, self.legend))
            explained = decide(other, None, self.languages) if other != entry else decided
            # A pause between its parts is none: "2K 1K (400 RI)" where RI is a rest interval.
            pause = explained.meaning.kind == RunKind.REST and not self.begins(entry.title)
            # Nor is a long run an easy one: "LONG MAF 80" where MAF is easy.
            sure = not (unsure or easy or begins_with_code(entry.title, self.legend))
            softer = sure and explained.meaning.kind in EASY_KINDS
            kept = pause or softer or explained.provenance is Provenance.ASSUMED
            decided = decided if kept else explained
        if decided.provenance is Provenance.ASSUMED and entry.title in self.easy_paces:
            meaning = Meaning(RunKind.EASY, "a slow pace", weak=True)
            decided = Decided(meaning, Provenance.INFERRED, unknown="how it is meant")
        decided = self.with_remark(entry, decided)
        clear = self.clear is not None and entry.date <= self.clear
        mine = entry.date == self.own_marathon and decided.meaning.kind == RunKind.RACE
        of_others = self.feed and not mine and is_of_others(entry.title, decided, self.languages)
        if of_others or in_doubt(entry, decided, self.languages, clear=clear):
            decided = Decided(Meaning(), Provenance.ASSUMED, asked=True)
        return decided

    def with_remark(self, entry: Entry, decided: Decided) -> Decided:
        """Return the rest that a note makes of a run, and tell it, and of one that is moved."""
        if not entry.text or decided.meaning.kind in {"", RunKind.REST, STRENGTH}:
            return decided
        cancelled, moved = cancels(entry.text, self.languages), moves(entry.text)
        day = f"{entry.date} {shown(cut(entry.title))}" if cancelled or moved else ""
        if cancelled:
            self.notes.warn("runs are read as rest, as their notes say they are cancelled", day)
            rest = Meaning(RunKind.REST, entry.text.splitlines()[0][:40])
            return Decided(rest, Provenance.INFERRED)
        if moved:
            told = "runs that their notes move are left on their days; if they are wrong, move them"
            self.notes.warn(told, day)
        return decided

    def is_coded(self, title: str, *, easy: bool) -> bool:
        """Return whether the file explains a picture or a name of a title, or how it begins.

        Of an easy run also by a word that is none's own: ``Steady = marathon pace``.
        """
        words = [word.lower() for word in re.findall(r"[^\W\d_]+", title)]
        if begins_with_code(title, self.legend) or self.names.intersection(words):
            return True
        if easy and words[:1] and words[0] in map(str.lower, self.legend):
            return True
        return not title.isascii() and any(one in title for one in self.legend if is_code(one))

    def begins(self, title: str) -> bool:
        """Return whether a title begins with what the file explains."""
        return any(title.lower().startswith(term.lower()) for term in self.legend)

    def lengths(self, entry: Entry, kind: RunKind) -> tuple[int | None, int | None]:
        """Return metres and minutes: of a field, the title, or the first line of the text."""
        if entry.title in self.in_minutes:
            return entry.distance_m, entry.minutes or self.in_minutes[entry.title]
        if not (entry.title or entry.text):
            entry = replace(entry, title=_type(entry))
        by_title = distance(entry.title, entry.unit or self.unit, self.units)
        by_title = self.far.get(entry.title, by_title)
        text = without_conditions(entry.text, self.languages).partition("\n")[0]
        long = entry.minutes or minutes(entry.title, self.units)
        if text and not (long or entry.distance_m or by_title):
            long = minutes(text, self.units)
        if by_title is None and kind in {RunKind.RACE, RunKind.TUNEUP}:
            by_title = race_distance(entry.title, self.units)
        if by_title is None:
            far = entry.distance_m or (distance(text, units=self.units) if text else None)
            return far or (None if long else parkrun_distance(entry.title, self.units)), long
        return self.distance(entry, by_title), long

    def distance(self, entry: Entry, by_title: int) -> int:
        """Return metres: of the field, unless the title's are more than that."""
        named = entry.distance_m
        if named is None:
            return by_title
        if entry.kind or named >= by_title * (1 - APART):
            return named
        title = f"{entry.date} {shown(cut(entry.title))}"
        self.notes.warn("distances that contradict the title; the title's is taken", title)
        return by_title


def _first_meaning(word: str, text: str, languages: tuple[str, ...]) -> tuple[Meaning, str]:
    """Return what an explanation means, and the part of it that says so: mostly its first.

    A later part counts where it begins with what it means, as does that of a word with zones: not
    "Z = heart rate zone, from your test".
    """
    whole, first = classify(text, languages), text.partition(",")[0]
    head = classify(first, languages)
    numbered = classify(f"{word}2", languages)
    zones = numbered.kind and not numbered.weak and not classify(word, languages).kind
    parts = [spelling(part) for part in PARTS.split(text)]
    begins = any(part.startswith(whole.words) for part in parts)
    if (zones or not head.kind) and not begins:
        return Meaning(), text
    return whole, first if head == whole else text


def _type(entry: Entry) -> str:
    """Return the type that a column gives an entry in the runner's own words."""
    return "" if entry.says == KIND_COLUMN else entry.says


def _with_named_race(found: Entries, race: date | None) -> Entries:
    """Return a plan with the race that words above it name behind its last day."""
    if race is None or found.feed or race <= max(entry.date for entry in found.entries):
        return found
    said = f"the race is on {race} by the words above the plan"
    entry = Entry(race, RunKind.RACE.value.capitalize())
    return replace(found, entries=(*found.entries, entry), warnings=(*found.warnings, said))


def _without_idle_rests(
    runs: list[DatedRun], entries: tuple[Entry, ...], notes: Notes
) -> list[DatedRun]:
    """Leave out rests of days with a run, unless a table names both by their kinds."""
    stated = {entry.line for entry in entries if entry.says == KIND_COLUMN}
    running = {dated.date for dated in runs if dated.run.kind is not RunKind.REST}
    kept, rests = [], set()
    for dated in runs:
        if dated.run.kind is not RunKind.REST or dated.line in stated:
            kept.append(dated)
        elif dated.date in running:
            notes.warn("days have a rest beside a run; the run is kept", str(dated.date))
        elif dated.date not in rests:
            rests.add(dated.date)
            kept.append(dated)
    return kept
