"""Which of several readings of a file is the best: how they are asked for and compared."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from runtall.domain.run_plan import RunKind
from runtall.errors import Fault, FileFaults
from runtall.importers.base import Context, Reader, RunFile, no_run_plan
from runtall.importers.days.date_columns import ASKED
from runtall.importers.plan.fit import Reading
from runtall.importers.plan.interpret import interpret
from runtall.importers.tables.delimited import OPEN_QUOTE
from runtall.importers.tables.runs_table import COLUMNS

# Faults of these columns are those of a table made for us: it is what it looks like. So are those
# of weeks that nobody else knows either.
CELLS = {*COLUMNS, "week"} - {"date"}


def best_reading(
    first: tuple[Reader, str],
    others: Sequence[tuple[Reader, str]],
    context: Context,
    by_cells: Sequence[tuple[Reader, str]] = (),
) -> RunFile:
    """Return what a file says by its likeliest reader, or by the first better one of others.

    The likeliest reader is believed where it explains the file. Others are asked in turn only where
    it can't read it, leaves out what looks like runs, or reads what makes no sense as runs
    (`Reading.is_suspect`); one that explains more (`Reading.is_better`) is taken. Those that read a
    table by its cells are asked before, wherever anything that looks like a run is on no day, or
    beside that of another, days have the runs of several, or only the race is missing. Days of its
    own up to the race win over fewer that are counted back from it.

    Raises
    ------
    FileFaults
        Where the likeliest reader understood the file, and something in it is wrong; or nobody
        could read it, or only its race is missing.
    """
    best, fault = None, None
    try:
        best = _reading(*first, context)
    except FileFaults as error:
        if any(one.key in CELLS or _is_asked(one) for one in error.faults):
            raise  # it was understood
        fault = error
    for read, text in by_cells if best is None or best.asks_for_others else ():
        try:
            other = _reading(read, text, context)
        except FileFaults:
            continue
        whole = other.is_better(None) or (best is not None and best.is_suspect)
        dated = (
            whole
            and best is not None
            and other.worth > best.worth
            and _has_own_days((read, other), first, text, context)
        )
        if whole and (best is None or dated or other.explains(best)):
            best = other
            break
    if best is None and fault and _asks_for_race(fault):
        raise fault
    for read, text in others if best is None or best.is_suspect else ():
        try:
            other = _reading(read, text, context)
        except FileFaults as error:
            fault = error if _asks_for_race(error) else fault
            continue
        if other.is_better(best):
            best = other
            break
    if best is None or (fault and _asks_for_race(fault) and best.worth <= 0):
        raise fault or no_run_plan("nobody can read this file")
    return replace(best.found, warnings=(*best.found.warnings, *best.warnings))


def _has_own_days(
    one: tuple[Reader, Reading], first: tuple[Reader, str], text: str, context: Context
) -> bool:
    """Return whether a reading has the race on its day, and the likeliest counts back from that."""
    read, reading = one
    alone = replace(context, race_date=None)
    races = [dated.date for dated in reading.found.runs if dated.run.kind is RunKind.RACE]
    if context.race_date not in races:
        return False
    try:
        first[0](first[1], alone)
    except FileFaults as error:
        if _asks_for_race(error):
            with suppress(FileFaults):
                return read(text, alone).entries == reading.entries.entries
    return False


def _is_asked(fault: Fault) -> bool:
    """Return whether only the runner can tell what a cell means."""
    return any(said in fault.message for said in (*ASKED, OPEN_QUOTE))


def _asks_for_race(error: FileFaults) -> bool:
    """Return whether a plan only lacks the day of its race."""
    return any("--race-date" in one.message for one in error.faults)


def _reading(read: Reader, text: str, context: Context) -> Reading:
    entries = read(text, context)
    return Reading.of(entries, interpret(entries, context), text)
