"""``plan.csv``: one row per exercise of a session, for spreadsheets and for the check.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, which reading
takes away again. The note of a session's first row is the session's own; what the exercise
has to say follows behind ``|``. Weights and distances are metric, whatever the runner's units;
only ``load`` is as printed.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from runtall.domain.exercise import Measure
from runtall.domain.session_ids import identified_mobility, identified_sessions
from runtall.exporters.clean import one_line
from runtall.exporters.identity import relaxed_tokens
from runtall.exporters.units import kilograms, load_words
from runtall.progression.mobility import MobilityItem, mobility_items, mobility_minutes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from runtall.domain.plan import Entry, Plan, Session
    from runtall.domain.problem import Day, Problem
    from runtall.domain.scenario import Publication

COLUMNS = (
    "session_id",
    "date",
    "weekday",
    "week",
    "phase",
    "session",
    "option",
    "run",
    "start",
    "minutes",
    "position",
    "exercise",
    "name",
    "pattern",
    "sets",
    "reps",
    "distance_m",
    "hold_s",
    "per_side",
    "load_kg",
    "load",
    "rir",
    "rest_s",
    "method",
    "note",
    "relaxed",
    "pair",
)
MOBILITY = "mobility"
NOTE_MARK = "|"
FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = dict[str, str]


def to_csv(problem: Problem, plan: Plan, publication: Publication) -> str:
    """Write a plan as CSV (RFC 4180, lines end with a bare line feed).

    Every session and every mobility add-on is in it, whatever the calendar leaves out.
    """
    rows = [
        (session.day, row)
        for key, session in identified_sessions(plan)
        for row in _session_rows(problem, key, session, publication.units)
    ]
    rows += [
        (day, _mobility_row(problem.days[day], key, item))
        for key, day in identified_mobility(plan)
        for item in mobility_items()
    ]
    rows.sort(key=lambda row: row[0])
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(
        {column: guarded(cell) for column, cell in row.items()}
        for row in _with_relaxed(plan, [row for _, row in rows])
    )
    return text.getvalue()


def guarded(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    cell = one_line(cell)
    return f"'{cell}" if cell.lstrip("'").startswith(FORMULA) else cell


def unguarded(cell: str) -> str:
    """Undo `guarded`."""
    if cell.startswith("'") and cell.lstrip("'").startswith(FORMULA):
        return cell[1:]
    return cell


def _with_relaxed(plan: Plan, rows: Sequence[Row]) -> list[Row]:
    """Name a week's relaxations in its rows; those of weeks without rows in the first row."""
    weeks = {row["week"] for row in rows}
    relaxed = sorted(set(plan.relaxed))
    homeless = [used for used in relaxed if str(used.week) not in weeks]
    if not rows and homeless:
        return [{"relaxed": " ".join(relaxed_tokens(homeless))}]
    return [
        row
        | {
            "relaxed": " ".join(
                relaxed_tokens(
                    [used for used in relaxed if str(used.week) == row["week"]]
                    + (homeless if index == 0 else [])
                )
            )
        }
        for index, row in enumerate(rows)
    ]


def _day_cells(day: Day, key: str) -> Row:
    return {
        "session_id": key,
        "date": day.date.isoformat(),
        "weekday": day.weekday,
        "week": str(day.week),
        "phase": day.phase.value,
    }


def _session_rows(problem: Problem, key: str, session: Session, units: str) -> Iterable[Row]:
    shared = _day_cells(problem.days[session.day], key) | {
        "session": session.kind.value,
        "option": session.option,
        "run": session.run,
        "start": f"{session.start:%H:%M}" if session.start else "",
        "minutes": str(session.minutes),
    }
    if not session.entries:
        yield shared | {"note": one_line(session.note)}
    for index, entry in enumerate(session.entries):
        note = one_line(entry.note)
        if index == 0:
            note = _first_note(one_line(session.note), note)
        yield shared | _entry_cells(problem, entry, units) | {"note": note}


def _first_note(session_note: str, entry_note: str) -> str:
    # The mark may stand only where it separates, else reading would cut elsewhere.
    before = session_note.replace(NOTE_MARK, "/")
    return f"{before} {NOTE_MARK} {entry_note}".strip() if entry_note else before


def _entry_cells(problem: Problem, entry: Entry, units: str) -> Row:
    exercise = problem.exercises[entry.exercise]
    load = entry.load
    if not load and entry.load_g is not None:
        load = load_words(entry.load_g, units)
    return {
        "position": str(entry.position),
        "exercise": entry.exercise,
        "name": exercise.name,
        "pattern": exercise.pattern.value,
        "sets": str(entry.sets),
        "reps": _number(entry.reps),
        "distance_m": _number(entry.distance_m),
        "hold_s": _number(entry.hold_s),
        "per_side": str(entry.per_side).lower(),
        "load_kg": "" if entry.load_g is None else kilograms(entry.load_g),
        "load": load,
        "rir": _number(entry.rir),
        "rest_s": _number(entry.rest_s),
        "method": entry.method,
        "pair": _number(entry.pair),
    }


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _mobility_row(day: Day, key: str, item: MobilityItem) -> Row:
    seconds = item.measure is Measure.SECONDS
    return _day_cells(day, key) | {
        "session": MOBILITY,
        "run": day.run_words,
        "minutes": str(mobility_minutes()),
        "position": str(item.position),
        "exercise": item.key,
        "name": item.name,
        "pattern": MOBILITY,
        "sets": str(item.sets),
        "reps": "" if seconds else str(item.low),
        "hold_s": str(item.low) if seconds else "",
        "per_side": str(item.per_side).lower(),
        "note": item.cue,
    }
