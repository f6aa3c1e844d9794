"""What people see of a batch: how far it is, and what came of it."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from runtall.cli.screen import new_table, out, print_error
from runtall.errors.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.table import Table

    from runtall.app.batches import Batch, Row

# Measures that are printed, the last ones costs of tiers; the summary has all.
SHOWN = {
    "sessions": "sess.",
    "sets": "sets",
    "minutes": "min",
    "relaxations": "relaxed",
    "placement_cost": "days",
    "dose_cost": "dose",
    "balance_cost": "balance",
}
MOST_SHOWN = 60
# Columns of a screen on which everything has room.
UNBOUNDED = 10_000


@contextmanager
def progress(total: int, *, quiet: bool) -> Iterator[Callable[[Row], None]]:
    """Show a bar on standard error if that is a terminal; each row moves it on.

    Raises
    ------
    KeyboardInterrupt
        On Ctrl-C and its kin, with how far it was.
    """
    console = Console(stderr=True)
    columns = (TextColumn("solving"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    hidden = quiet or not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=hidden) as bar:
        task = bar.add_task("", total=total)
        try:
            yield lambda _: bar.advance(task)
        except KeyboardInterrupt as error:
            done = f"after {bar.tasks[task].completed:.0f} of {total}"
            error.args = (f"{done}; start again to go on",)
            raise


def print_failures(batch: Batch) -> None:
    """Print on standard error who has no plan, and why."""
    for row in batch.rows:
        if not row.planned:
            print_error(f"{row.folder}: {row.status}")
            for reason in row.reasons:
                print_error(f"  {reason}")


def print_batch(batch: Batch) -> None:
    """Print a row for each plan, how many there are, and the summary's name."""
    planned = [row for row in batch.rows if row.planned]
    console = out()
    if planned:
        _print_table(console, planned[:MOST_SHOWN])
    if len(planned) > MOST_SHOWN:
        console.print(f"and {len(planned) - MOST_SHOWN} more", style="dim")
    found = sum(not row.solved for row in planned)
    statuses = Counter(row.status for row in batch.rows)
    counts = ", ".join(f"{number} {status}" for status, number in sorted(statuses.items()))
    known = f"; {found} of the plans were there already" if found else ""
    console.print(f"{counted(len(batch.rows), 'scenario')}: {counts}{known}")
    console.print(str(batch.summary), soft_wrap=True)


def _print_table(console: Console, rows: list[Row]) -> None:
    """Print as many measures as there is room for: no word is broken."""
    unbounded = console.options.update(width=UNBOUNDED)
    for count in range(len(SHOWN), 0, -1):
        table = _table(rows, list(SHOWN)[:count])
        least = console.measure(table, options=unbounded).minimum
        if least <= console.width:
            break
    console.print(table, width=max(least, console.width))


def _table(rows: list[Row], measures: list[str]) -> Table:
    table = new_table(gap=1)
    labels = [label for label in rows[0].labels if label not in {"folder", "scenario"}]
    for label in labels:
        spaced = any(" " in row.labels[label] for row in rows)
        table.add_column(label.replace(".", "\n"), overflow="fold", no_wrap=not spaced)
    table.add_column("status", no_wrap=True)
    for name in measures:
        table.add_column(SHOWN[name], justify="right", no_wrap=True)
    for row in rows:
        values = [row.cells[name] for name in (*labels, "status", *measures)]
        table.add_row(*("-" if value is None else str(value) for value in values))
    return table
