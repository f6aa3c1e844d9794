"""What people see of several plans at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from runtall.cli.screen import clash_rows, complain, out, print_clash
from runtall.compare.differences import Change, other_sets
from runtall.compare.measures import MEASURES
from runtall.solve.outcome import Impossible

if TYPE_CHECKING:
    from runtall.app.many import Unsolved
    from runtall.compare.comparison import Against, Comparison
    from runtall.compare.differences import Difference, Held
    from runtall.compare.measures import Measure, Value

# Session differences that are printed; the table of `--csv` has all.
MOST_SHOWN = 40
# Blanks behind a column.
GAP = 2
# Columns that are left to the names of measures, however long that of a plan is.
LEAST_MEASURE = 20


def complain_unsolved(answer: Unsolved) -> None:
    """Say which scenario can't be compared, and why, on standard error."""
    if isinstance(answer.outcome, Impossible):
        complain(f"{answer.name}: nothing to compare.")
        print_clash(answer.outcome)
    else:
        complain(f"{answer.name}: no plan was found within the limits. Give solver.effort more.")


def unsolved_document(answer: Unsolved) -> dict[str, Any]:
    """The scenario without a plan for machines, as ``solve --json`` has it."""
    if isinstance(answer.outcome, Impossible):
        return {"status": "INFEASIBLE", "scenario": answer.name, **clash_rows(answer.outcome)}
    return {"status": "UNKNOWN", "scenario": answer.name}


def print_comparison(comparison: Comparison) -> None:
    """Print the measures, then what each plan has otherwise than the first."""
    console = out()
    for place, names in enumerate(_blocks(comparison, console.width)):
        if place:
            console.print()
        console.print(_table(comparison, names, console.width))
    for other in comparison.against:
        _print_against(comparison.names[0], other)


def _table(comparison: Comparison, names: list[str], width: int) -> Table:
    """The measures of some of the plans; those that are the same for all of them are dim."""
    table = Table(box=None, padding=(0, GAP, 0, 0), header_style="bold")
    table.add_column("measure")
    for name in names:
        table.add_column(
            name, justify="right", overflow="fold", width=_width(comparison, name, width)
        )
    for measure in MEASURES:
        values = {name: comparison.measures[name][measure.name] for name in comparison.names}
        table.add_row(
            Text(_measure_words(measure)),
            *(_shown(values[name]) for name in names),
            style="" if len(set(values.values())) > 1 else "dim",
        )
    return table


def _blocks(comparison: Comparison, width: int) -> list[list[str]]:
    """Names of the plans that stand side by side: as many as fit, one at least."""
    room = width - max(cell_len(_measure_words(measure)) for measure in MEASURES) - GAP
    blocks: list[list[str]] = []
    left = 0
    for name in comparison.names:
        needed = _width(comparison, name, width) + GAP
        if not blocks or needed > left:
            blocks.append([])
            left = room
        blocks[-1].append(name)
        left -= needed
    return blocks


def _width(comparison: Comparison, name: str, width: int) -> int:
    """Columns of the screen that a plan's name and values need."""
    values = comparison.measures[name].values()
    longest = max(cell_len(text) for text in (name, *map(_shown, values)))
    return min(longest, width - LEAST_MEASURE - 2 * GAP)


def _measure_words(measure: Measure) -> str:
    unit = f" ({measure.unit})" if measure.unit not in {"", "cost"} else ""
    return f"{measure.words}{unit}"


def _shown(value: Value) -> str:
    return "-" if value is None else str(value)


def _print_against(first: str, other: Against) -> None:
    console = out()
    console.print()
    console.print(Text(f"{other.name} against {first}", style="bold"))
    for remark in other.remarks:
        console.print(remark, soft_wrap=True)
    for title, sentences in (("gains", other.gains), ("gives up", other.gives_up)):
        console.print(f"{title}:" if sentences else f"{title}: nothing")
        for sentence in sentences:
            console.print(f"  {sentence}", soft_wrap=True)
    if not other.differences:
        console.print("sessions: the same")
        return
    counts = ", ".join(
        f"{number} {change}"
        for change in Change
        if (number := sum(change in one.changes for one in other.differences))
    )
    console.print(f"sessions: {counts}")
    for one in other.differences[:MOST_SHOWN]:
        console.print(f"  {_line(one, dated=other.same_race)}", soft_wrap=True)
    if len(other.differences) > MOST_SHOWN:
        console.print(f"  and {len(other.differences) - MOST_SHOWN} more; --csv has them all")


def _line(one: Difference, *, dated: bool) -> str:
    """``w03-D1: moved Mon 18 Jan -> Tue 19 Jan, more sets 10 -> 12 (push_up 2 -> 4)``."""
    old, new = one.before, one.after
    if old is None or new is None:
        held = new or old
        where = f", {_day(held, dated=dated)}, {held.sets} sets" if held else ""
        return f"{one.session_id}: {one.changes[0]}{where}"
    parts = [_part(change, old, new, dated=dated) for change in one.changes]
    return f"{one.session_id}: {', '.join(parts)}"


def _part(change: Change, old: Held, new: Held, *, dated: bool) -> str:
    match change:
        case Change.MOVED:
            return f"moved {_day(old, dated=dated)} -> {_day(new, dated=dated)}"
        case Change.MORE_SETS | Change.FEWER_SETS:
            return f"{change} {old.sets} -> {new.sets}{_sets(old, new)}"
        case Change.OTHER_SETS:
            return f"{change}{_sets(old, new)}"
        case Change.EXERCISES:
            gone = [f" -{key}" for key in old.exercises if key not in new.exercises]
            come = [f" +{key}" for key in new.exercises if key not in old.exercises]
            return f"exercises{''.join(gone + come) or ' in another order'}"
        case Change.MINUTES:
            return f"{old.minutes} -> {new.minutes} min"
        case Change.START:
            return f"start {_start(old)} -> {_start(new)}"
        case _:
            return str(change)


def _sets(old: Held, new: Held) -> str:
    parts = [f"{key} {before} -> {after}" for key, before, after in other_sets(old, new)]
    return f" ({', '.join(parts)})" if parts else ""


def _day(held: Held, *, dated: bool) -> str:
    return f"{held.date:%a} {held.date.day} {held.date:%b}" if dated else f"{held.date:%a}"


def _start(held: Held) -> str:
    return f"{held.start:%H:%M}" if held.start else "open"


def comparison_document(comparison: Comparison) -> dict[str, Any]:
    """The comparison for machines."""
    return {
        "scenarios": list(comparison.names),
        "measures": [
            {
                "measure": measure.name,
                "words": measure.words,
                "unit": measure.unit,
                "better": {1: "more", -1: "less", 0: None}[measure.better],
                "values": {
                    name: comparison.measures[name][measure.name] for name in comparison.names
                },
            }
            for measure in MEASURES
        ],
        "against": [
            {
                "scenario": other.name,
                "remarks": list(other.remarks),
                "gains": list(other.gains),
                "gives_up": list(other.gives_up),
                "sessions": [
                    {
                        "session_id": one.session_id,
                        "changes": [str(change) for change in one.changes],
                        "before": _held(one.before),
                        "after": _held(one.after),
                    }
                    for one in other.differences
                ],
            }
            for other in comparison.against
        ],
    }


def _held(held: Held | None) -> dict[str, Any] | None:
    if held is None:
        return None
    return {
        "date": held.date.isoformat(),
        "weekday": held.weekday,
        "start": f"{held.start:%H:%M}" if held.start else None,
        "minutes": held.minutes,
        "sets": held.sets,
        "exercises": held.exercises,
    }
