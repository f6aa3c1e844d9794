"""``plan.csv``: one row per exercise of a session, for spreadsheets and for the check.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, which reading
takes away again. The note of a session's first row is the session's own; what the exercise
has to say follows behind ``|``. Weights and distances are metric, whatever the runner's units;
only ``load`` is as printed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from runtall.domain.exercise import Measure
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.scenario import Publication
from runtall.domain.session_ids import identified_mobility, identified_sessions
from runtall.exporters.clean import one_line
from runtall.exporters.columns import NAMES, Value, cell, picked, values
from runtall.exporters.identity import relaxed_tokens
from runtall.exporters.units import load_words
from runtall.progression.mobility import MobilityItem, mobility_items, mobility_minutes

MOBILITY = "mobility"
NOTE_MARK = "|"
FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = dict[str, Value]


def to_csv(problem: Problem, plan: Plan, publication: Publication) -> str:
    """Write a plan as CSV (RFC 4180, lines end with a bare line feed).

    Every session and every mobility add-on is in it, whatever the calendar leaves out.
    """
    rows = [
        row
        for key, session in identified_sessions(plan)
        for row in _session_rows(problem, key, session, publication.units)
    ]
    rows += [
        _mobility_row(problem, day, key, item)
        for key, day in identified_mobility(plan)
        for item in mobility_items(problem.request.athlete)
    ]
    rows.sort(key=lambda row: f"{row['date']}")
    text = io.StringIO()
    writer = csv.DictWriter(text, NAMES, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(
        {name: guarded(cell(value)) for name, value in row.items()}
        for row in _with_relaxed(plan, rows)
    )
    return text.getvalue()


def guarded(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    text = one_line(text)
    return f"'{text}" if text.lstrip("'").startswith(FORMULA) else text


def unguarded(text: str) -> str:
    """Undo `guarded`."""
    guards = text.startswith("'") and text.lstrip("'").startswith(FORMULA)
    return text[1:] if guards else text


def _with_relaxed(plan: Plan, rows: Sequence[Row]) -> Iterator[Row]:
    """Name a week's relaxations in its rows; those of weeks without rows in the first row."""
    relaxed = sorted(set(plan.relaxed))
    weeks = {row["week"] for row in rows}
    for index, row in enumerate(rows or [{}] * bool(relaxed)):
        here = [
            used
            for used in relaxed
            if used.week == row.get("week") or (index == 0 and used.week not in weeks)
        ]
        yield row | {"relaxed": " ".join(relaxed_tokens(here))}


def _session_rows(problem: Problem, key: str, session: Session, units: str) -> Iterable[Row]:
    shared = {"session_id": key} | values(day=problem.days[session.day], session=session)
    if not session.entries:
        yield shared | {"note": one_line(session.note)}
    for index, entry in enumerate(session.entries):
        row = shared | values(entry=entry, exercise=problem.exercises[entry.exercise])
        if not entry.load and entry.load_g is not None:
            row["load"] = load_words(entry.load_g, units)
        if index == 0:
            row["note"] = _first_note(one_line(session.note), one_line(entry.note))
        yield row


def _first_note(session_note: str, entry_note: str) -> str:
    # The mark may stand only where it separates, else reading would cut elsewhere.
    before = session_note.replace(NOTE_MARK, "/")
    return f"{before} {NOTE_MARK} {entry_note}".strip() if entry_note else before


def _mobility_row(problem: Problem, index: int, key: str, item: MobilityItem) -> Row:
    day, seconds = problem.days[index], item.measure is Measure.SECONDS
    row = values(day=day) | picked(item, "position", "name", "sets", "per_side")
    return row | {
        "session_id": key,
        "session": MOBILITY,
        "run": day.run_words,
        "minutes": mobility_minutes(problem.request.athlete),
        "exercise": item.key,
        "pattern": MOBILITY,
        "hold_s" if seconds else "reps": item.low,
        "note": item.cue,
    }
