"""The use case of where one stands: the scenarios and plans of a folder, and what comes next.

It only glances at files: nothing is validated, and nothing heavy is imported.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from runtall.documents.files import YAML, read_bytes
from runtall.domain.library import records
from runtall.errors import FileFaults, UserError
from runtall.errors.words import counted, date_words, first_few, printable
from runtall.exporters.identity import document_of

# Bytes of a file that is glanced at.
LARGEST = 5_000_000
PLANS = "plans/*/plan.json"
# Scenarios and plans that are told one by one.
MOST = 4
# Begins what is said of a plan that has sessions to come.
NEXT = "next session"
SCENARIO = re.compile(rb"^race_date[ \t]*:", re.MULTILINE)
KINDS = {row["session"]: row["label"] for row in records("session_kinds.csv")}


class Known(NamedTuple):
    """A plan that lies in ``plans/``, and the scenario of its name, if it is found."""

    folder: Path
    document: dict[str, Any]
    scenario: Path | None


def standing(here: Path, today: date) -> Iterator[str]:
    """Say where one stands in a folder, a line each: the next sessions and what to type."""
    scenarios = [path for path in sorted(here.glob("*.y*ml")) if SCENARIO.search(_data(path))]
    plans = list(_plans(here))
    planned = {plan.scenario for plan in plans}
    for plan in plans[:MOST]:
        yield from _of_plan(plan, today, newest=plan is plans[0])
    yield from _more(plans, "plan")
    unplanned = [path for path in scenarios if path not in planned]
    for path in unplanned[:MOST]:
        yield f"{_shown(path)} has no plan yet: {_command('solve', path)}"
    yield from _more(unplanned, "scenario")
    if not plans and not scenarios:
        yield "No scenario here yet. A few questions make one: runtall new"
    yield "All commands: runtall --help"


def only_plan() -> Path:
    """Return the folder of the plan that nobody needs to name: the only one in ``plans/``.

    Raises
    ------
    UserError
        There is none, or more than one.
    """
    found = sorted(path.parent for path in Path().glob(PLANS))
    if not found:
        raise UserError("there is no plan in plans/ yet; make one: runtall solve SCENARIO")
    if len(found) > 1:
        raise UserError(f"name a plan: {first_few(map(str, found))}")
    return found[0]


def own_scenario(folder: Path) -> Path | None:
    """Return the scenario of a plan's folder, where they lie as usual: ``x.yaml``, ``plans/x/``."""
    home = Path(os.path.normpath(folder / ".." / ".."))
    names = [f"{folder.absolute().name}{ending}" for ending in YAML]
    for path in (at / name for at in (home, home / "scenarios") for name in names):
        if path.is_file():
            return path
    return None


def _more(every: Sequence[object], noun: str) -> Iterator[str]:
    """Say how many there are that weren't told one by one."""
    if len(every) > MOST:
        yield f"and {counted(len(every) - MOST, f'more {noun}')}"


def _data(path: Path) -> bytes:
    try:
        return read_bytes(path, LARGEST)
    except FileFaults:
        return b""


def _plans(here: Path) -> Iterator[Known]:
    """Yield the plans that are here, the newest first."""
    for path in sorted(here.glob(PLANS), key=_age):
        if document := document_of(_data(path)):
            yield Known(path.parent, document, own_scenario(path.parent))


def _age(path: Path) -> float:
    try:
        return -path.stat().st_mtime
    except OSError:
        return 0


def _of_plan(plan: Known, today: date, *, newest: bool) -> Iterator[str]:
    """Yield what comes next in a plan, and the commands that fit."""
    words = _next(plan.document, today)
    yield f"{_shown(plan.folder)}: {words}"
    if newest and words.startswith(NEXT):
        yield f"  this week as text: {_command('show', plan.folder)}"
        yield f"  on the phone: {_command('send', plan.folder, '--lan')}"
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
            return f"the race was on {date_words(race)}. For the next one: runtall new"
        if not to_come:
            return f"no session is left before the race on {date_words(race)}"
        day, row = min(to_come, key=lambda both: both[0])
        start = f" at {row['start']}" if row["start"] else ""
        when = "today" if day == today else f"on {date_words(day)}"
        return printable(
            f"{NEXT} {when}{start}: {KINDS[row['session']]}, {row['minutes']} min"
            f" ({row['run']} day)"
        )
    except (KeyError, TypeError, ValueError):
        return "this plan can't be read; solve its scenario again"


def _shown(path: Path) -> str:
    return printable(str(path))


def _command(name: str, *paths: Path | str) -> str:
    return printable(shlex.join(["runtall", name, *map(str, paths)]))
