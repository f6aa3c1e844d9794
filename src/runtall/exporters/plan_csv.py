"""``plan.csv``: one row per exercise of a session, for spreadsheets and for the check.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, which reading
takes away again. Weights and distances are metric, whatever the runner's units; only ``load`` and
``distance`` are as printed. What holds for a whole session, its minutes and why it lies on its day,
stands in its first row. The last columns are blank, for what was done, but for a way out.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import count, groupby
from operator import itemgetter
from unicodedata import normalize

from runtall.domain.exercise import Measure
from runtall.domain.mobility import MobilityItem, mobility_items, mobility_minutes
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.session_ids import MOBILITY, identified_mobility, identified_sessions
from runtall.domain.units import distance_words, height_words, load_words
from runtall.domain.view import PlanView
from runtall.exporters.about import about
from runtall.exporters.card_item import labelled
from runtall.exporters.clean import one_line
from runtall.exporters.columns import NAMES, Value, cell, picked, values
from runtall.exporters.identity import relaxed_tokens
from runtall.exporters.spreadsheets import separator
from runtall.exporters.way_out import way_out
from runtall.progression.mobility import block_rounds, has_mobility_block

# Columns of a session that stand in its first row only.
FIRST_ROW = ("minutes", "why")
FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = dict[str, Value]


def rows_text(rows: Iterable[Mapping[str, str]]) -> str:
    """Return rows of `table_rows` as CSV (RFC 4180), those that lack columns with empty cells."""
    return csv_text(NAMES, ([row.get(name, "") for name in NAMES] for row in rows))


def csv_text(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a table as CSV; no text in it is taken for a formula by a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([guarded(cell) if cell and isinstance(cell, str) else cell for cell in row])
    return text.getvalue()


def table_rows(view: PlanView) -> list[dict[str, str]]:
    """Return the rows of a plan, as text.

    Every session and every mobility add-on is in it, whatever the calendar leaves out.
    """
    problem, plan = view.problem, view.plan
    rows = [
        row
        for key, session in identified_sessions(plan)
        for row in _session_rows(problem, key, session, view.units)
    ]
    rows += [
        _mobility_row(problem, day, key, item)
        for key, day in identified_mobility(plan)
        for item in mobility_items(problem.request.athlete, problem.days[day].items)
    ]
    rows.sort(key=lambda row: f"{row['date']}")
    return [{name: cell(row.get(name)) for name in NAMES} for row in _with_relaxed(plan, rows)]


def cells_digest(data: bytes) -> str:
    """Return a hash of the cells of a table, whatever separates them and ends its lines."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text))
    cells = [[cell.strip().lower().removesuffix(".0") for cell in row] for row in rows if row]
    return sha256(json.dumps(cells).encode()).hexdigest()


def guarded(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    text = one_line(text)
    return f"'{text}" if _is_formula(text) else text


def unguarded(text: str) -> str:
    """Undo `guarded`."""
    return text[1:] if text.startswith("'") and _is_formula(text) else text


def _is_formula(text: str) -> bool:
    """Return whether a spreadsheet would take a text for a formula, but for apostrophes.

    Some take full-width signs, as they are typed in East Asia, for plain ones.
    """
    first = text.lstrip("'")[:1]
    return (first if first.isascii() else normalize("NFKC", first)).startswith(FORMULA)


def _with_relaxed(plan: Plan, rows: Iterable[Row]) -> Iterator[Row]:
    """Name a week's relaxations in its rows; a week without any gets one for it."""
    declared = sorted(set(plan.relaxed))
    by_week: dict[Value, list[Row]] = {used.week: [{"week": used.week}] for used in declared}
    by_week |= {week: list(some) for week, some in groupby(rows, key=itemgetter("week"))}
    for week in sorted(by_week, key=lambda number: int(number or 0)):
        tokens = relaxed_tokens(used for used in declared if used.week == week)
        yield from (row | {"relaxed": " ".join(tokens)} for row in by_week[week])


def _session_rows(problem: Problem, key: str, session: Session, units: str) -> Iterable[Row]:
    day = problem.days[session.day]
    shared = {"session_id": key} | values(day=day, session=session)
    later = shared | dict.fromkeys(FIRST_ROW, "")
    if not session.entries:
        yield shared
    numbers = {entry.position: label for label, entry in labelled(session.entries)}
    for index, entry in enumerate(session.entries):
        exercise = problem.exercises[entry.exercise]
        row = later if index else shared
        row = row | values(entry=entry, exercise=exercise, about=about(exercise))
        row["on_card"] = numbers[entry.position]
        row["plan_b"] = way_out(problem, session, entry)
        row["load"] = height_words(entry.load, units)
        if not entry.load and entry.load_g is not None:
            row["load"] = load_words(entry.load_g, units)
        if entry.distance_m is not None:
            row["distance"] = distance_words(entry.distance_m, units)
        yield row
    if has_mobility_block(day.phase, session.kind):
        places = count(1 + max((entry.position for entry in session.entries), default=0))
        rounds = block_rounds(problem, session)
        items = mobility_items(problem.request.athlete, day.items)
        for place, item in zip(places, items, strict=False):
            inside: Row = {"position": place, "sets": rounds * item.sets, "minutes": ""}
            yield _mobility_row(problem, session.day, key, item) | inside


def _mobility_row(problem: Problem, index: int, key: str, item: MobilityItem) -> Row:
    day, seconds = problem.days[index], item.measure is Measure.SECONDS
    row = values(day=day) | picked(item, "position", "name", "sets", "per_side")
    return row | {
        "session_id": key,
        "session": MOBILITY,
        "run": day.run_words,
        "minutes": "" if item.position > 1 else mobility_minutes(problem.request.athlete),
        "exercise": item.key,
        "pattern": MOBILITY,
        "hold_s" if seconds else "reps": item.low,
        "hold_low_s" if seconds else "reps_low": item.low,
        "hold_high_s" if seconds else "reps_high": item.high,
        "note": item.cue,
    }
