"""The use case of where one stands: the scenarios and plans of a folder, and what comes next.

It only glances at files: nothing is validated, and nothing heavy is imported.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from runtall.documents.files import read_bytes
from runtall.domain.library import records
from runtall.errors import FileFaults
from runtall.errors.words import printable
from runtall.exporters.identity import FORMAT, document_of

# Bytes of a file that is glanced at.
LARGEST = 5_000_000
# Scenarios and plans that are told one by one.
MOST = 4
SCENARIO = re.compile(rb"^race_date[ \t]*:", re.MULTILINE)
KINDS = {row["session"]: row["label"] for row in records("session_kinds.csv")}


@dataclass(frozen=True, slots=True)
class Known:
    """A plan that lies in ``plans/``, and the scenario of its name, if it is found."""

    folder: Path
    document: dict[str, Any]
    scenario: Path | None


def standing(here: Path, today: date) -> Iterator[str]:
    """Say where one stands in a folder, a line each: the next sessions and what to type."""
    scenarios = [path for path in sorted(here.glob("*.y*ml")) if SCENARIO.search(_data(path))]
    plans = list(_plans(here, scenarios))
    planned = {plan.scenario for plan in plans}
    for plan in plans[:MOST]:
        yield from _of_plan(plan, today)
    for path in [path for path in scenarios if path not in planned][:MOST]:
        yield f"{_shown(path)} has no plan yet: {_command('solve', path)}"
    if not plans and not scenarios:
        yield "No scenario here yet. A few questions make one: runtall new"
    yield "All commands: runtall --help"


def _data(path: Path) -> bytes:
    try:
        return read_bytes(path, LARGEST)
    except FileFaults:
        return b""


def _plans(here: Path, scenarios: list[Path]) -> Iterator[Known]:
    """Yield the plans that are here, the newest first."""
    for path in sorted(here.glob("plans/*/plan.json"), key=_age):
        if document := document_of(_data(path), FORMAT):
            own = [*scenarios, *here.glob(f"scenarios/{path.parent.name}.yaml")]
            named = (scenario for scenario in own if scenario.stem == path.parent.name)
            yield Known(path.parent, document, next(named, None))


def _age(path: Path) -> float:
    try:
        return -path.stat().st_mtime
    except OSError:
        return 0


def _of_plan(plan: Known, today: date) -> Iterator[str]:
    """Yield what comes next in a plan, and the commands that fit."""
    yield f"{_shown(plan.folder)}: {_next(plan.document, today)}"
    if plan.scenario is None:
        return
    if _age(plan.scenario) < _age(plan.folder / "plan.json"):
        yield f"  {_shown(plan.scenario)} was changed since: {_command('solve', plan.scenario)}"
    table = plan.folder / "plan.csv"
    yield f"  moved a session by hand? {_command('check', table, plan.scenario)}"


def _next(document: dict[str, Any], today: date) -> str:
    """Say which session comes next, by what a plan claims to hold."""
    try:
        race = date.fromisoformat(document["scenario"]["race_date"])
        dated = [(date.fromisoformat(row["date"]), row) for row in document["sessions"]]
        to_come = [(day, row) for day, row in dated if day >= today]
        if race < today:
            return f"the race was on {_day(race)}. For the next one: runtall new"
        if not to_come:
            return f"no session is left before the race on {_day(race)}"
        day, row = min(to_come, key=lambda both: both[0])
        start = f" at {row['start']}" if row["start"] else ""
        when = "today" if day == today else f"on {_day(day)}"
        return printable(
            f"next session {when}{start}: {KINDS[row['session']]}, {row['minutes']} min"
            f" ({row['run']} day)"
        )
    except (KeyError, TypeError, ValueError):
        return "this plan can't be read; solve its scenario again"


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"


def _shown(path: Path) -> str:
    return printable(str(path))


def _command(name: str, *paths: Path) -> str:
    return printable(shlex.join(["runtall", name, *map(str, paths)]))
