"""What people see of the rules."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import Any

from rich.text import Text

from runtall.cli.screen import new_table, out


def print_rules(rows: list[dict[str, Any]]) -> None:
    """Print the list of rules: the hard ones, then the soft ones tier by tier."""
    table = new_table("id", "kind", "weight", "on", "rule", wrapped="rule")
    for tier, of_tier in groupby(rows, key=itemgetter("tier")):
        heading = f"tier: {tier}" if tier else "kept by every plan"
        table.add_row("", "", "", "", Text(heading, style="bold"))
        for row in of_tier:
            table.add_row(
                row["id"],
                row["kind"],
                "" if row["weight"] is None else str(row["weight"]),
                "on" if row["on"] else "off",
                Text(row["title"]).append(f"\n{row['source']}", style="dim"),
            )
    out().print(table)
