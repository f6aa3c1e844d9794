"""What a reader of run plan files takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum

from runtall.documents.files import unusable
from runtall.domain.run_plan import Run, RunKind
from runtall.errors import Fault, FileFaults
from runtall.importers.words.own_strength import counts

# What the runner says a title is: a kind, `STRENGTH` or `IGNORE`, and whether it is optional;
# None: nothing.
Correct = Callable[[str], tuple[str, bool] | None]
# Of an entry whose plan has no dates, until it is laid out.
NO_DATE = date.min
# Kinds of faults that are told.
MOST_FAULTS = 200
# Lines that are named of a fault that comes more than once.
NAMED_LINES = 3


class RunPlanFaults(FileFaults):
    """A run plan file that can't be used."""


class Provenance(StrEnum):
    """Where the kind of a run comes from, the surest first."""

    # A column or a field of the file says it, or the runner.
    STATED = "stated"
    # Its title or its place in the week says it.
    INFERRED = "inferred"
    # Nothing says it: easy, or a workout where it has parts, until the runner knows better.
    ASSUMED = "assumed"


def as_it_is(title: str) -> None:
    """Correct nothing."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader has to know beside the file.

    Parameters
    ----------
    race_date
        The day of the race; None where nobody has said it.
    timezone
        IANA name of the zone that times are wanted in; None: as the file has them.
    week_starts
        First weekday of a week.
    correct
        The runner's own reading of titles, which wins over the file.
    date_order
        Of day, month and year: ``dmy``, ``mdy`` or ``ymd``; empty: the file has to tell.
    heading
        Lines that say something of the whole plan, beside it.
    """

    race_date: date | None = None
    timezone: str | None = None
    week_starts: str = "mon"
    correct: Correct = as_it_is
    date_order: str = ""
    heading: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What a file has for a day, before anybody says what it means.

    Parameters
    ----------
    line
        Line of the file, from 1.
    text
        More words than the title.
    kind
        A kind of run, or `STRENGTH`, that the file itself gives; empty where it doesn't.
    says
        The field or word of the file that gives it.
    unit
        What a bare number counts, ``km`` or ``mi``; empty: nobody knows.
    """

    date: date
    title: str
    line: int = 0
    text: str = ""
    kind: str = ""
    says: str = ""
    distance_m: int | None = None
    minutes: int | None = None
    at: time | None = None
    optional: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """What a reader found.

    Parameters
    ----------
    format
        What the file was taken for, in words.
    warnings
        What the runner should know though it is no fault.
    feed
        The file may go on before and after the plan, as a calendar does.
    timezone
        IANA name of the zone that its times are in, where the file says it.
    legend
        What it says that its own words mean.
    heading
        Lines that say something of the whole plan, beside it.
    changed
        What it says further on has changed some of its days.
    left
        Cells that are left out, as they say what was run.
    """

    entries: tuple[Entry, ...]
    format: str
    warnings: tuple[str, ...] = ()
    feed: bool = False
    timezone: str = ""
    legend: Mapping[str, str] = field(default_factory=dict)
    heading: tuple[str, ...] = ()
    changed: bool = False
    left: tuple[str, ...] = ()


# Reads a text of one format; raises all that is wrong as `FileFaults` of a file without a name.
Reader = Callable[[str, Context], Entries]


@dataclass(frozen=True, slots=True)
class DatedRun:
    """A run of the file, its day, and why it is of this kind.

    Parameters
    ----------
    line
        Line of the file that it stands in, from 1.
    words
        What decided: words of the title, a field, a place in the week; empty: nothing did.
    by_position
        Its position in the week or before the race decided, and not its words.
    number
        The bare number that it is, where nobody knows what it counts.
    unknown
        Words of its title that nobody knows, beside one that says little.
    """

    date: date
    run: Run
    line: int
    provenance: Provenance = Provenance.STATED
    words: str = ""
    by_position: bool = False
    number: float = 0
    unknown: str = ""

    def with_kind(self, kind: RunKind, words: str) -> DatedRun:
        """Return the run with the kind that its position gives it."""
        run = replace(self.run, kind=kind, optional=self.run.optional and kind is not RunKind.RACE)
        return replace(self, run=run, provenance=Provenance.INFERRED, words=words, by_position=True)


@dataclass(frozen=True, slots=True)
class Occupied:
    """A day on which the run plan has strength, yoga or gym work of its own."""

    date: date
    title: str

    @property
    def counts(self) -> bool:
        """Whether it is taken for a session like ours, by its title."""
        return counts(self.title)


@dataclass(frozen=True, slots=True)
class NoRun:
    """An entry that has nothing of a training; a day with no other is read as rest."""

    date: date
    title: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class RunFile:
    """A run plan file as it was read.

    Parameters
    ----------
    runs
        By date; those of one day by time, else as the file has them.
    format
        What the file was taken for, in words.
    occupied, no_runs
        By date.
    warnings
        What the runner should know though it is no fault.
    feed
        The file may go on before and after the plan, as a calendar does.
    timezone
        IANA name of the zone that its times are in, where the file says it.
    unit
        What its distances are in, ``km`` or ``mi``; empty: both, or none.
    """

    runs: tuple[DatedRun, ...]
    format: str
    occupied: tuple[Occupied, ...] = ()
    no_runs: tuple[NoRun, ...] = ()
    warnings: tuple[str, ...] = ()
    feed: bool = False
    timezone: str = ""
    unit: str = ""


@dataclass(slots=True)
class Notes:
    """Faults and warnings on the way through a file; the same kind of either counts only once.

    Parameters
    ----------
    understood
        What the columns of a table were taken for; the first fault says it.
    """

    faults: list[Fault] = field(default_factory=list)
    more: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    warnings: dict[str, list[str]] = field(default_factory=dict)
    understood: str = ""

    def fault(self, line: int, column: int, key: str, message: str, kind: str = "") -> None:
        """Note something wrong; of a kind that comes more than once, the first is told.

        Parameters
        ----------
        kind
            What faults of one key have in common; left out: nothing.
        """
        fault = Fault("", line, column, key, message)
        lines = self.more.setdefault((key, kind or f"{line}:{column}:{message}"), [])
        if not lines:
            self.faults.append(fault)
        lines.append(line)

    def end(self) -> None:
        """Raise the faults, or the first of very many, in the order of the file."""
        if self.faults and self.understood:
            read = f"{self.faults[0].message}; the columns are read as: {self.understood}"
            self.faults[0] = replace(self.faults[0], message=read)
        faults = [
            replace(fault, message=fault.message + _lines_words(lines))
            for fault, lines in zip(self.faults, self.more.values(), strict=True)
        ]
        faults.sort(key=lambda fault: (fault.line, fault.column))
        if len(faults) > MOST_FAULTS:
            last = faults[MOST_FAULTS]
            more = f"and {len(faults) - MOST_FAULTS} faults more from here on"
            faults[MOST_FAULTS:] = [Fault("", last.line, last.column, "", more)]
        if faults:
            raise FileFaults(*faults)

    def warn(self, message: str, example: str = "") -> None:
        """Note something to know, with an example of what it is about."""
        self.warnings.setdefault(message, []).append(example)

    def remarks(self) -> tuple[str, ...]:
        """Return the warnings as lines: how often, what, and the first example."""
        return tuple(
            f"{message} ({len(examples)}, such as {examples[0]})" if examples[0] else message
            for message, examples in self.warnings.items()
        )


def _lines_words(lines: list[int]) -> str:
    """Return how often a fault came again, and the first lines of those."""
    others = list(dict.fromkeys(lines[1:]))
    if not others:
        return ""
    named = ", ".join(map(str, others[:NAMED_LINES]))
    more = ", ..." if len(others) > NAMED_LINES else ""
    return f" (and {len(lines) - 1} more like it: line {named}{more})"


def no_run_plan(message: str) -> FileFaults:
    """Return the fault of a file that can't be read at all."""
    return unusable("", message)
