"""Reading records back, and holding all that they say against what follows from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import Path
from typing import Any

from runtall.check.claims import recomputed
from runtall.check.missing import missing
from runtall.check.relaxations import needed_only
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.scenario import Scenario
from runtall.domain.session_ids import MOBILITY
from runtall.domain.where import DAYS
from runtall.errors.words import first_few
from runtall.exporters.comparison import Comparison
from runtall.exporters.export import Export
from runtall.exporters.files import FILLED, OUTDATED, contents
from runtall.exporters.identity import relaxed_tokens
from runtall.exporters.labels import Labels, labels
from runtall.exporters.parts import Parts
from runtall.exporters.plan_json import document_in
from runtall.exporters.record import D, Other, Record
from runtall.exporters.records import RECORDS
from runtall.exporters.unreadable import UnreadablePlan, faults_of
from runtall.progression.follow import followed
from runtall.rules._words import kind_words

OTHER = "this is the plan of another scenario: {}; its labels are not compared"
DOCUMENT = RECORDS[".json"]
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def read_decisions(path: Path, problem: Problem) -> Plan:
    """Read what a record decides; its suffix tells its kind.

    Raises
    ------
    UnreadablePlan
        If there is no such file, or it is no plan; every fault begins with the path.
    """
    with faults_of(path):
        record = _record_of(path)
        return record.read(record.decode(contents(path), problem), problem).plan


def labels_of(path: Path, scenario: Scenario) -> Labels:
    """Read a record, and hold all that it says against what follows from its decisions.

    Raises
    ------
    UnreadablePlan
        As `read_decisions`.
    """
    with faults_of(path):
        beside = path.with_name("plan.json")
        return compared(_record_of(path), contents(path), scenario, beside)


def compared(
    record: Record[D], data: bytes, scenario: Scenario, solved: Path | None = None
) -> Labels:
    """Hold what a record says against what follows from its decisions.

    Parameters
    ----------
    solved
        The document of the plan, if there is one: it knows the scenario of the files beside it,
        what nobody changed in them, and the sessions that are missing.
    """
    problem, plan_id = scenario.problem, scenario.publication.plan_id
    found = record.decode(data, problem)
    content = record.read(found, problem)
    export = Export(scenario, content.plan, content.report, LONG_AGO)
    others = filter(None, (_beside(record, export, solved), record.other(found, export)))
    if other := max(others, key=attrgetter("fault"), default=None):
        told = (OTHER.format(other.words),)
        plan, fault = followed(problem, content.plan), other.fault
        return Labels(plan, told if fault else (), () if fault else told)
    needed = needed_only(problem, content.plan)

    def written(plan: Plan) -> Parts:
        report = recomputed(problem, plan, content.report)
        return record.parts(record.draft(replace(export, plan=plan, report=report)), export)

    def as_solved() -> Plan | None:
        with suppress(UnreadablePlan):
            if solved and record is not DOCUMENT:
                its = labels_of(solved, scenario)
                return None if its.wrong or its.edited else read_decisions(solved, problem)
        return None

    def add_on_ids(day: int) -> set[str]:
        # Where an id hides its week, an add-on may have come from any.
        hidden = record.add_on_id(plan_id, MOBILITY) != MOBILITY
        weeks = range(1, len(problem.weeks) + 1) if hidden else [problem.days[day].week]
        numbers = range(1, problem.mobility_target + 1)
        keys = (f"w{week:02}-{MOBILITY}-{number}" for week in weeks for number in numbers)
        return {record.add_on_id(plan_id, key) for key in keys}

    parts = record.parts(found, export)
    lost = list(missing(problem, content.plan))
    sessions = content.cancelled
    with suppress(UnreadablePlan):
        if lost and solved:
            sessions = (*read_decisions(solved, problem).sessions, *sessions)
    known = {(session.day // DAYS + 1, session.kind): session for session in sessions}
    gone = tuple(known[place] for place in lost if place in known)
    comparison = Comparison(problem, needed, parts, written, gone, as_solved)
    found_labels = labels(comparison, add_on_ids)
    idle = relaxed_tokens(used for used in content.plan.relaxed if used not in needed.relaxed)
    wrong = [f"relaxed: {token!r} stands there, but no rule needs it" for token in idle]
    wrong += content.faults
    about_solve = ("status", "stages", "costs") if content.faults else ()
    wrong += [line for line in found_labels.wrong if not line.startswith(about_solve)]
    names = [_lost(problem, *place, known.get(place)) for place in lost]
    planned = f"what comes later was planned with {'it' if len(lost) == 1 else 'them'}"
    edited = [f"missing: {first_few(names)}; {planned}"] if lost else []
    return Labels(found_labels.plan, tuple(wrong), (*edited, *found_labels.edited))


def _beside(record: Record[Any], export: Export, solved: Path | None) -> Other | None:
    """Return what tells that the document beside a file was made for another scenario."""
    with suppress(UnreadablePlan):
        if solved and record is not DOCUMENT:
            return DOCUMENT.other(read_file(solved), export)
    return None


def _lost(problem: Problem, week: int, kind: SessionKind, session: Session | None) -> str:
    """Name a session that is missing, by its day where that is known."""
    label = f"session of {problem.days[session.day].label}" if session else ""
    return f"the {label or f'{kind_words(kind)} session of week {week}'} (w{week:02}-{kind})"


def read_file(path: Path) -> Mapping[str, Any]:
    """Return the document of a ``plan.json``, of whatever it holds.

    Raises
    ------
    UnreadablePlan
        If there is no such file, or it is none; every fault begins with the path.
    """
    with faults_of(path):
        return document_in(contents(path))


def holds_sessions(path: Path, scenario: Scenario) -> bool:
    """Return whether a record of a scenario has the sessions in it: a calendar need not."""
    return suffix_of(path) != ".ics" or "strength" in scenario.publication.include


def suffix_of(path: Path) -> str:
    """Return what tells the kind of a file, also of one that was kept: ``plan.csv.filled-2``."""
    return Path(re.sub(rf"({FILLED}(-[0-9]+)?|{OUTDATED})$", "", path.name)).suffix.lower()


def _record_of(path: Path) -> Record[Any]:
    record = RECORDS.get(suffix_of(path))
    if record is None:
        path.stat()  # what isn't there is of no kind
        raise UnreadablePlan(f"a plan is a file that ends in {', '.join(RECORDS)}")
    return record
