"""What people see of several plans at once."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from runtall.cli.screen import complain, out, print_clash
from runtall.compare.differences import Change
from runtall.compare.measures import MEASURES
from runtall.solve.outcome import Impossible

if TYPE_CHECKING:
    from runtall.app.many import Unsolved
    from runtall.compare.comparison import Against, Comparison
    from runtall.compare.differences import Difference, Held

MOST_SHOWN = 40
"""Session differences that are printed; the table of `--csv` has all."""


def complain_unsolved(answer: Unsolved) -> None:
    """Say which scenario can't be compared, and why, on standard error."""
    if isinstance(answer.outcome, Impossible):
        complain(f"{answer.name}: nothing to compare.")
        print_clash(answer.outcome)
    else:
        complain(f"{answer.name}: no plan was found in time. Give solver.time_limit_s more.")


def print_comparison(comparison: Comparison) -> None:
    """Print the measures, then what each plan has otherwise than the first."""
    console = out()
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("measure")
    for name in comparison.names:
        table.add_column(name, justify="right", overflow="fold")
    for measure in MEASURES:
        values = [comparison.measures[name][measure.name] for name in comparison.names]
        differs = any(value != values[0] for value in values)
        unit = f" ({measure.unit})" if measure.unit not in {"", "cost"} else ""
        table.add_row(
            Text(f"{measure.words}{unit}"),
            *("-" if value is None else str(value) for value in values),
            style="" if differs else "dim",
        )
    console.print(table)
    for other in comparison.against:
        _print_against(comparison.names[0], other)


def _print_against(first: str, other: Against) -> None:
    console = out()
    console.print()
    console.print(Text(f"{other.name} against {first}", style="bold"))
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
        console.print(f"  {_line(one)}", soft_wrap=True)
    if len(other.differences) > MOST_SHOWN:
        console.print(f"  and {len(other.differences) - MOST_SHOWN} more; --csv has them all")


def _line(one: Difference) -> str:
    """``w03-D1: moved Mon 18 Jan -> Tue 19 Jan, more sets 10 -> 12``."""
    old, new = one.before, one.after
    if old is None or new is None:
        held = new or old
        return f"{one.session_id}: {one.changes[0]}{_on(held)}"
    parts = []
    for change in one.changes:
        if change is Change.MOVED:
            parts.append(f"moved {old.date:%a} {_day(old)} -> {new.date:%a} {_day(new)}")
        elif change is Change.EXERCISES:
            names, others = dict(old.exercises), dict(new.exercises)
            gone = [name for name in names if name not in others]
            come = [name for name in others if name not in names]
            parts.append(
                "exercises"
                + "".join(f" -{name}" for name in gone)
                + "".join(f" +{name}" for name in come)
            )
        else:
            parts.append(f"{change} {old.sets} -> {new.sets}")
    return f"{one.session_id}: {', '.join(parts)}"


def _on(held: Held | None) -> str:
    return f", {held.date:%a} {_day(held)}, {held.sets} sets" if held else ""


def _day(held: Held) -> str:
    return f"{held.date.day} {held.date:%b}"


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
    return asdict(held) | {
        "date": held.date.isoformat(),
        "sets": held.sets,
        "exercises": dict(held.exercises),
    }
