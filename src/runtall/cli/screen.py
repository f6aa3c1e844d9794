"""What people see: errors, conflicts and violations; and where the larger pictures are drawn.

Rich is imported where something is drawn: it takes as long as checking a plan.
"""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from runtall.cli.exits import Exit
from runtall.cli.json_output import print_json
from runtall.cli.terminal import LEAST
from runtall.domain.phase import Phase
from runtall.errors.words import counted, gathered, weeks_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from rich.console import Console, JustifyMethod
    from rich.table import Table

    from runtall.app import Checked, Solved
    from runtall.domain.where import Violation
    from runtall.solve.outcome import Impossible, OutOfTime

PHASE_STYLE = {Phase.BASE: "green", Phase.PEAK: "red", Phase.TAPER: "cyan"}
# Lines in which a conflict of many weeks is told, and what a check finds.
MOST_LINES = 8
# How a place names a day of the plan, from 0.
DAY = re.compile(r"\bd(\d{3})\b")


def out() -> Console:
    """Return the standard output, for text that may hold anything."""
    from rich.console import Console

    # Names and paths are anybody's: no markup in them means anything.
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = max(console.width, LEAST)
    return console


def new_table(
    *columns: str, right: Collection[str] = (), gap: int = 2, wrapped: str | None = None
) -> Table:
    """Make a table without lines, some of its columns aligned to the right.

    Parameters
    ----------
    wrapped
        The only column whose text may be wrapped; None: any.
    """
    from rich.table import Table

    table = Table(box=None, padding=(0, gap, 0, 0), header_style="bold")
    for name in columns:
        justify: JustifyMethod = "right" if name in right else "left"
        table.add_column(name, justify=justify, no_wrap=wrapped not in {None, name})
    return table


def print_error(line: str, *, quiet: bool = False) -> None:
    """Print a line on standard error, unless that is to be quiet."""
    if not quiet:
        sys.stderr.write(f"{line}\n")


@contextmanager
def busy(what: str, *, quiet: bool) -> Iterator[None]:
    """Show that something takes its time, on a terminal."""
    shown, line = not quiet and sys.stderr.isatty(), f"{what} ..."
    if shown:
        sys.stderr.write(line)
        sys.stderr.flush()
    try:
        yield
    finally:
        if shown:
            sys.stderr.write(f"\r{' ' * len(line)}\r")
            sys.stderr.flush()


def report_no_plan(
    answer: Impossible | OutOfTime, *, as_json: bool, scenario: str | None = None
) -> Exit:
    """Say why there is no plan, for machines or on standard error, and return the exit code.

    Parameters
    ----------
    scenario
        The one of several that has none; None: there is no other.
    """
    from runtall.solve.outcome import NO_PLAN
    from runtall.solve.outcome import Impossible as NoPlan

    named = {} if scenario is None else {"scenario": scenario}
    if not isinstance(answer, NoPlan):
        if as_json:
            print_json({"status": "UNKNOWN", **named})
        else:
            print_error(": ".join([*named.values(), answer.words]))
        return Exit.OUT_OF_TIME
    if as_json:
        conflict, limits = (
            [{"rule": part.rule, "where": part.where, "sentence": part.sentence} for part in parts]
            for parts in (answer.conflict, answer.limits)
        )
        found = {"conflict": conflict, "likewise": answer.likewise, "limits": limits}
        every = [{"can_you": way.can_you, "write": way.write} for way in answer.ways_out]
        ways = {"way_out": every[0]["write"] if every else "", "ways_out": every}
        print_json({"status": "INFEASIBLE", **named, **found, **ways})
        return Exit.IMPOSSIBLE
    if scenario is not None:
        print_error(f"{scenario}: nothing to compare.")
    lines = [f"  {line}" for line in answer.lines]
    end = ["Change what the scenario says about one of them. Nothing was written."]
    end += [answer.advice] if answer.advice else []
    room = MOST_LINES - 1 - len(end)
    if len(lines) > room and answer.goes_through_weeks:
        lines = [f"  {line}" for line in answer.in_short(room)]
    print_error(NO_PLAN)
    for line in (*lines, *end):
        print_error(line)
    return Exit.IMPOSSIBLE


def kept_lines(answer: Solved) -> Iterator[str]:
    """Say where a table is that somebody had filled in, and renderings of an earlier plan."""
    if answer.kept is not None:
        yield f"{answer.kept}: the plan.csv that you had filled in, kept"
    for path in answer.outdated:
        yield f"{path}: of the plan before; --also {path.stem} writes that of this one"


def tell_if_out_of_date(plan: Path, *, quiet: bool) -> None:
    """Say on standard error that a plan isn't that of its scenario any more."""
    from runtall.app.opening import out_of_date

    if words := out_of_date(plan):
        print_error(f"{plan}: {words}", quiet=quiet)


def print_checked(path: Path, result: Checked, *, quiet: bool) -> None:
    """Print each wrong label, each violation with its rule's sentence, and the two verdicts."""
    lines = [*(f"label {label}" for label in result.labels), *_violation_lines(result)]
    for line in lines:
        print(line)
    if not quiet or lines:
        count = len(result.violations)
        words = f"{counted(count, 'violation')} of {result.checked} rules"
        if result.labels:
            follow = "a label follows" if len(result.labels) == 1 else "labels follow"
            words += f"; {follow} from nothing in it"
        print(f"{path}: {words}")


def _violation_lines(result: Checked) -> Iterator[str]:
    """Yield a line for each rule and session; where there are many, for each rule.

    Of those that are alike the first is told: they mostly have one cause.
    """
    from runtall.check.violations import sentence

    def dated(violation: Violation) -> str:
        """Return where it is, a day by its date."""
        days = result.problem.days
        return DAY.sub(lambda day: str(days[int(day[1])].date), str(violation.where))

    every = dict.fromkeys(result.violations)
    groups = [*gathered(((broken.rule, broken.where.key[:3]), broken) for broken in every).values()]
    many = len(groups) > MOST_LINES
    groups = [*gathered((broken.rule, broken) for broken in every).values()] if many else groups
    for first, *others in groups[:MOST_LINES]:
        weeks = sorted({other.where.week for other in others if other.where.week})
        where = f", in {weeks_words(weeks)}" if many else " there"
        more = f" And {len(others)} more{where}." if weeks else ""
        yield f"{first.rule} {dated(first)}: {sentence(result.problem, first)}{more}"
    if many:
        rules = max(0, len(groups) - MOST_LINES)
        more = f"and {counted(rules, 'more rule')}; " if rules else ""
        yield f"{more}--json lists every violation"


def violation_rows(result: Checked) -> list[dict[str, Any]]:
    """Return the violations for machines."""
    from runtall.check.violations import sentence

    return [
        {"rule": broken.rule, "where": broken.where, "found": broken.found}
        | {"sentence": sentence(result.problem, broken)}
        for broken in result.violations
    ]
