"""What people see of the rules."""

from __future__ import annotations

from typing import Any

from rich.table import Table
from rich.text import Text

from runtall.cli.screen import out


def print_rules(rows: list[dict[str, Any]]) -> None:
    """Print the list of rules: the hard ones, then the soft ones tier by tier."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for name in ("id", "kind", "weight", "on"):
        table.add_column(name, no_wrap=True)
    table.add_column("rule")
    last: object = ""
    for row in rows:
        if row["tier"] != last:
            last = row["tier"]
            heading = f"tier: {last}" if last else "kept by every plan"
            table.add_row("", "", "", "", Text(heading, style="bold"))
        table.add_row(
            row["id"],
            row["kind"],
            "" if row["weight"] is None else str(row["weight"]),
            "on" if row["on"] else "off",
            Text(row["title"]).append(f"\n{row['source']}", style="dim"),
        )
    out().print(table)
