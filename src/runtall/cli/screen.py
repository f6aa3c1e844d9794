"""What people see: errors, conflicts and violations; and where the larger pictures are drawn.

Rich is imported where something is drawn: it takes as long as checking a plan.
"""

from __future__ import annotations

import re
import sys
from contextlib import nullcontext
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from runtall.check.violations import sentence
from runtall.cli.exits import Exit
from runtall.cli.json_output import print_json
from runtall.domain.phase import Phase
from runtall.errors.words import weeks_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from rich.console import Console
    from rich.table import Table

    from runtall.app import Checked
    from runtall.solve.outcome import Claim, Impossible, OutOfTime

# Sentences of one rule in a conflict that are printed one by one.
MOST_ALIKE = 4
PHASE_STYLE = {Phase.BASE: "green", Phase.PEAK: "red", Phase.TAPER: "cyan"}
# Lines that a conflict of many weeks is told in.
MOST_LINES = 8
# Columns that the calendar needs; a terminal with fewer wraps lines, but hides nothing.
LEAST = 56


def out() -> Console:
    """Return the standard output, for text that may hold anything."""
    from rich.console import Console

    # Names and paths are anybody's: no markup in them means anything.
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = max(console.width, LEAST)
    return console


def print_legend(console: Console, text: str) -> None:
    """Print a legend; lines end only behind a comma or a semicolon."""
    line = ""
    for part in re.split("(?<=[,;]) ", text):
        if line and len(line) + 1 + len(part) > console.width:
            console.print(line, style="dim")
            line = ""
        line += f" {part}" if line else part
    console.print(line, style="dim")


def new_table(*columns: str, right: Collection[str] = (), gap: int = 2) -> Table:
    """Make a table without lines, some of its columns aligned to the right."""
    from rich.table import Table

    table = Table(box=None, padding=(0, gap, 0, 0), header_style="bold")
    for name in columns:
        table.add_column(name, justify="right" if name in right else "left")
    return table


def print_error(line: str, *, quiet: bool = False) -> None:
    """Print a line on standard error, unless that is to be quiet."""
    if not quiet:
        sys.stderr.write(f"{line}\n")


def busy(what: str, *, quiet: bool) -> AbstractContextManager[Any]:
    """Show that something takes its time, on a terminal."""
    if quiet or not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(what)


def report_no_plan(
    answer: Impossible | OutOfTime, *, as_json: bool, scenario: str | None = None
) -> Exit:
    """Say why there is no plan, for machines or on standard error, and return the exit code.

    Parameters
    ----------
    scenario
        The one of several that has none; None: there is no other.
    """
    from runtall.solve.outcome import Impossible as NoPlan

    named = {} if scenario is None else {"scenario": scenario}
    if not isinstance(answer, NoPlan):
        if as_json:
            print_json({"status": "UNKNOWN", **named})
        else:
            print_error(": ".join([*named.values(), answer.words]))
        return Exit.OUT_OF_TIME
    if as_json:
        print_json({"status": "INFEASIBLE", **named, **_conflict_rows(answer)})
        return Exit.IMPOSSIBLE
    if scenario is not None:
        print_error(f"{scenario}: nothing to compare.")
    lines = [f"  {line}" for line in _conflict_lines(answer)]
    end = ["Change what the scenario says about one of them. Nothing was written."]
    end += [answer.advice] if answer.advice else []
    room = MOST_LINES - 1 - len(end)
    if len(lines) > room and answer.goes_through_weeks:
        lines = _in_short(answer, room)
    print_error("No plan exists under these rules. These cannot all hold:")
    for line in (*lines, *end):
        print_error(line)
    return Exit.IMPOSSIBLE


def _conflict_lines(answer: Impossible) -> list[str]:
    """Write the conflict in words; of a rule that speaks of many weeks the first sentences."""
    lines = []
    for part in answer.conflict:
        alike = [other for other in answer.conflict if other.rule == part.rule]
        if part in alike[:MOST_ALIKE]:
            lines.append(f"{part.rule}: {part.sentence}")
        elif part == alike[MOST_ALIKE]:
            weeks = sorted({other.where.key[0] for other in alike[MOST_ALIKE:]})
            lines.append(f"{part.rule}: The same in {weeks_words(weeks)}.")
    if answer.likewise:
        also = weeks_words(answer.likewise)
        lines.append(f"The same goes for {also}. Not all of these can be given up:")
        lines.extend(f"{part.rule}: {part.sentence}" for part in answer.limits)
    return lines


def _in_short(answer: Impossible, room: int) -> list[str]:
    """Write a conflict of many weeks in a few lines: a rule each, and the last ones together."""
    rules: dict[str, list[Claim]] = {}
    for part in answer.conflict:
        rules.setdefault(part.rule, []).append(part)
    words = [_alike(rule, parts) for rule, parts in rules.items()]
    also = []
    if answer.likewise:
        limits = " ".join(part.sentence for part in answer.limits[:1])
        also = [
            f"The same goes for {weeks_words(answer.likewise)}: not all can be given up. {limits}"
        ]
    most = room - len(also)
    if len(words) > most:
        words[most - 1 :] = [" ".join(words[most - 1 :])]
    return [f"  {line}" for line in (*words, *also)]


def _alike(rule: str, parts: Sequence[Claim]) -> str:
    """Write what a rule says of several places: the first, and for how many more it goes."""
    others = len({part.where for part in parts}) - 1
    more = f" And {others} more like it" if others else ""
    weeks = sorted({part.where.week for part in parts[1:] if part.where.week})
    where = f" in {weeks_words(weeks)}" if others and len(weeks) > 1 else ""
    return f"{rule}: {parts[0].sentence}{more}{where}{'.' if more else ''}"


def _conflict_rows(answer: Impossible) -> dict[str, Any]:
    def rows(parts: Iterable[Claim]) -> list[dict[str, Any]]:
        return [{**asdict(part), "where": str(part.where)} for part in parts]

    return {
        "conflict": rows(answer.conflict),
        "likewise": answer.likewise,
        "limits": rows(answer.limits),
        "way_out": answer.way_out,
    }


def kept_words(path: Path) -> str:
    """Say where a table is that somebody had filled in."""
    return f"{path}: the plan.csv that you had filled in, kept"


def print_checked(path: Path, result: Checked, *, quiet: bool) -> None:
    """Print each violation with its rule's sentence, and the verdict."""
    for violation in result.violations:
        print(f"{violation.rule} {violation.where}: {sentence(result.problem, violation)}")
    if not quiet or result.violations:
        count = len(result.violations)
        print(f"{path}: {count} violation{'' if count == 1 else 's'} of {result.checked} rules")


def violation_rows(result: Checked) -> list[dict[str, Any]]:
    """Return the violations for machines."""
    return [
        {
            **asdict(violation),
            "where": str(violation.where),
            "sentence": sentence(result.problem, violation),
        }
        for violation in result.violations
    ]
