"""What people see: complaints, clashes and violations; and where the larger pictures are drawn.

Rich is imported where something is drawn: it takes as long as checking a plan.
"""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from runtall.check.violations import sentence
from runtall.domain.phase import Phase
from runtall.errors.words import weeks_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from rich.console import Console

    from runtall.app import Checked
    from runtall.solve.outcome import Claim, Impossible

# Sentences of one rule in a clash that are printed one by one.
MOST_ALIKE = 4
PHASE_STYLE = {Phase.BASE: "green", Phase.PEAK: "red", Phase.TAPER: "cyan"}
# Columns that the calendar needs; a terminal with fewer wraps lines, but hides nothing.
LEAST = 56


def out() -> Console:
    """Standard output, for text that may hold anything."""
    from rich.console import Console

    # Names and paths are anybody's: no markup in them means anything.
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = max(console.width, LEAST)
    return console


def complain(line: str) -> None:
    """Print a line on standard error."""
    sys.stderr.write(f"{line}\n")


def busy(what: str, *, quiet: bool) -> AbstractContextManager[Any]:
    """Show that something takes its time, on a terminal."""
    if quiet:
        return nullcontext()
    from rich.console import Console

    console = Console(stderr=True)
    return console.status(what) if console.is_terminal else nullcontext()


def print_clash(answer: Impossible) -> None:
    """Print why no plan exists, on standard error."""
    complain("No plan exists under these rules. These cannot all hold:")
    for line in clash_lines(answer):
        complain(f"  {line}")
    complain("Change what the scenario says about one of them. Nothing was written.")


def clash_lines(answer: Impossible) -> list[str]:
    """The clash in words; of a rule that speaks of many weeks the first sentences."""
    by_rule: dict[str, list[Claim]] = {}
    for part in answer.conflict:
        by_rule.setdefault(part.rule, []).append(part)
    lines = []
    for part in answer.conflict:
        place = by_rule[part.rule].index(part)
        if place < MOST_ALIKE:
            lines.append(f"{part.rule}: {part.sentence}")
        elif place == MOST_ALIKE:
            weeks = sorted({other.where.key[0] for other in by_rule[part.rule][MOST_ALIKE:]})
            lines.append(f"{part.rule}: The same in {weeks_words(weeks)}.")
    if answer.likewise:
        also = weeks_words(answer.likewise)
        lines.append(f"The same goes for {also}. Not all of these can be given up:")
        lines.extend(f"{part.rule}: {part.sentence}" for part in answer.limits)
    return lines


def clash_rows(answer: Impossible) -> dict[str, Any]:
    """The clash for machines."""

    def rows(parts: Iterable[Claim]) -> list[dict[str, Any]]:
        return [
            {"rule": part.rule, "where": str(part.where), "sentence": part.sentence}
            for part in parts
        ]

    return {
        "conflict": rows(answer.conflict),
        "likewise": list(answer.likewise),
        "limits": rows(answer.limits),
    }


def print_checked(path: Path, result: Checked, *, quiet: bool) -> None:
    """Print each violation with its rule's sentence, and the verdict."""
    for violation in result.violations:
        print(f"{violation.rule} {violation.where}: {sentence(result.problem, violation)}")
    if not quiet or result.violations:
        count = len(result.violations)
        print(f"{path}: {count} violation{'' if count == 1 else 's'} of {result.checked} rules")


def violation_rows(result: Checked) -> list[dict[str, Any]]:
    """The violations for machines."""
    return [
        {
            "rule": violation.rule,
            "where": str(violation.where),
            "found": violation.found,
            "sentence": sentence(result.problem, violation),
        }
        for violation in result.violations
    ]
