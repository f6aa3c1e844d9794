"""What people see of several plans at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.text import Text

from runtall.cli.screen import new_table, out
from runtall.compare.differences import Change, other_sets
from runtall.compare.measures import MEASURES
from runtall.errors.words import counted

if TYPE_CHECKING:
    from rich.table import Table

    from runtall.compare.comparison import Against, Comparison
    from runtall.compare.differences import Difference, Side
    from runtall.compare.measures import Measure, Value

# Blanks behind a column.
GAP = 2
# Columns that are left to the names of measures, however long that of a plan is.
LEAST_MEASURE = 20


def print_comparison(comparison: Comparison) -> None:
    """Print the measures, then what each plan has otherwise than the first."""
    console = out()
    values = (value for plan in comparison.measures.values() for value in plan.values())
    longest = max(cell_len(text) for text in (*comparison.names, *map(_shown, values)))
    width = min(longest, console.width - LEAST_MEASURE - 2 * GAP)
    room = console.width - max(cell_len(_measure_words(measure)) for measure in MEASURES) - GAP
    most = max(1, room // (width + GAP))
    for start in range(0, len(comparison.names), most):
        if start:
            console.print()
        console.print(_table(comparison, comparison.names[start : start + most], width))
    for other in comparison.against:
        _print_against(comparison.names[0], other)


def _table(comparison: Comparison, names: tuple[str, ...], width: int) -> Table:
    """Return the measures of some of the plans; those that are the same for all of them are dim."""
    table = new_table("measure", gap=GAP)
    for name in names:
        table.add_column(name, justify="right", overflow="fold", width=width)
    for measure in MEASURES:
        values = {name: comparison.measures[name][measure.name] for name in comparison.names}
        table.add_row(
            Text(_measure_words(measure)),
            *(_shown(values[name]) for name in names),
            style="" if len(set(values.values())) > 1 else "dim",
        )
    return table


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
    console.print(f"sessions: {other.changes}")
    for difference in other.differences:
        console.print(f"  {_line(difference, dated=other.same_race)}", soft_wrap=True)


def _line(difference: Difference, *, dated: bool) -> str:
    """Return ``w03-D1: moved Mon 18 Jan -> Tue 19 Jan, more sets 10 -> 12 (push_up 2 -> 4)``."""
    old, new = difference.before, difference.after
    if old and new:
        parts = [_part(change, old, new, dated=dated) for change in difference.changes]
    else:
        parts = [*difference.changes]
        parts += [
            f"{_day(side, dated=dated)}, {counted(side.sets, 'set')}" for side in (old, new) if side
        ]
    return f"{difference.session_id}: {', '.join(parts)}"


def _part(change: Change, old: Side, new: Side, *, dated: bool) -> str:
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


def _sets(old: Side, new: Side) -> str:
    parts = [f"{key} {before} -> {after}" for key, before, after in other_sets(old, new)]
    return f" ({', '.join(parts)})" if parts else ""


def _day(side: Side, *, dated: bool) -> str:
    return f"{side.date:%a} {side.date.day} {side.date:%b}" if dated else f"{side.date:%a}"


def _start(side: Side) -> str:
    return f"{side.start:%H:%M}" if side.start else "open"


def comparison_document(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison for machines."""
    return {
        "scenarios": comparison.names,
        "measures": [
            {
                "measure": measure.name,
                "words": measure.words,
                "unit": measure.unit,
                "better": {1: "more", -1: "less", 0: None}[measure.better],
                "values": {name: plan[measure.name] for name, plan in comparison.measures.items()},
            }
            for measure in MEASURES
        ],
        "against": [
            {
                "scenario": other.name,
                "remarks": other.remarks,
                "gains": other.gains,
                "gives_up": other.gives_up,
                "sessions": [
                    difference._asdict()
                    | {"before": _session(difference.before), "after": _session(difference.after)}
                    for difference in other.differences
                ],
            }
            for other in comparison.against
        ],
    }


def _session(side: Side | None) -> dict[str, Any] | None:
    keys = ("date", "start", "weekday", "minutes", "sets", "exercises")
    return side and {key: getattr(side, key) for key in keys}
