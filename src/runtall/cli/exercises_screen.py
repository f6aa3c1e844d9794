"""What people see of the exercises."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import Any

from rich.text import Text

from runtall.cli.screen import new_table, out
from runtall.progression.texts import say

UNITS = {"reps": "", "metres": " m", "seconds": " s"}


def print_exercises(rows: list[dict[str, Any]]) -> None:
    """Print the exercises, pattern by pattern; with a scenario, what it can plan of them."""
    with_scenario = any(row["state"] for row in rows)
    here = ["here"] * with_scenario
    last_column = "needs; in its place"
    table = new_table("exercise", *here, "a set", last_column, wrapped=last_column)
    for pattern, of_pattern in groupby(rows, key=itemgetter("pattern")):
        table.add_row(Text(pattern, style="bold"))
        for row in of_pattern:
            others = ", ".join(row["substitutes"])
            words = Text(row["equipment"] or "nothing")
            words.append(f"\n{others}" if others else "", style="dim")
            state = [row["state"] or ""] if with_scenario else []
            table.add_row(row["exercise"], *state, _range(row), words)
    console = out()
    console.print(table)
    console.print(say("exercises_screen"), style="dim")


def _range(row: dict[str, Any]) -> str:
    if row["warm_up"]:
        return "warm-up"
    side = " a side" if row["per_side"] else ""
    return f"{row['low']}-{row['high']}{UNITS[row['measure']]}{side}"
