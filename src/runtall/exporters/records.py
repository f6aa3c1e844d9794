"""Records of a plan: files that are written, read back and checked.

What a record needs is imported where it is written or read: the libraries for calendars and for
validation take their time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from runtall.check.claims import recomputed
from runtall.check.missing import missing
from runtall.check.relaxations import needed_only
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.report import Report
from runtall.domain.scenario import Scenario
from runtall.domain.session_ids import MOBILITY, mobility_keys, session_keys
from runtall.domain.where import DAYS
from runtall.errors.words import first_few
from runtall.exporters.comparison import Comparison
from runtall.exporters.csv_rows import NEEDED, Rows, read_rows, rows_of
from runtall.exporters.export import Export
from runtall.exporters.fields import day_of
from runtall.exporters.files import FILLED, OUTDATED, contents
from runtall.exporters.identity import FORMAT, PRODUCT, document_of, event_uid, relaxed_tokens
from runtall.exporters.labels import Labels, labels
from runtall.exporters.parts import Parts
from runtall.exporters.plan_csv import rows_text
from runtall.exporters.plan_csv_parts import csv_parts
from runtall.exporters.plan_csv_reading import plan_of as table_plan
from runtall.exporters.plan_json import document, document_in, json_text
from runtall.exporters.plan_json_parts import json_parts
from runtall.exporters.spreadsheets import table_text
from runtall.exporters.unreadable import UnreadablePlan, faults_of
from runtall.progression.follow import followed
from runtall.rules._words import kind_words

if TYPE_CHECKING:
    import icalendar

# What a kind of record is, written or read, before it is bytes.
D = TypeVar("D")
# Where only what follows from the decisions counts.
NO_REPORT = Report("FEASIBLE", (), {}, {}, {}, 0.0)
OTHER = "this is the plan of another scenario: {}; its labels are not compared"
# Fewest days with other runs that aren't the work of a hand.
FEWEST_DAYS = 3
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Content(NamedTuple):
    """What was read of a record.

    Parameters
    ----------
    plan
        What was decided, and of each session the length and the runs around it that are told.
    report
        The solver's word: the status, what it proved, how and how long.
    faults
        What the report has not in its form.
    cancelled
        Sessions that somebody called off since: what follows them was planned with them.
    """

    plan: Plan
    report: Report = NO_REPORT
    faults: tuple[str, ...] = ()
    cancelled: tuple[Session, ...] = ()


class Other(NamedTuple):
    """What tells that a file was made for another scenario.

    Parameters
    ----------
    fault
        Whether labels follow from nothing; else nothing but its id tells it.
    """

    words: str
    fault: bool = False


class Record(Protocol[D]):
    """A kind of file that holds a plan so that it can be read back.

    It is the same on its way to a file and on its way back, so that the two can be compared.
    """

    def draft(self, export: Export) -> D:
        """Return what the file of a plan will say."""

    def encode(self, draft: D) -> bytes:
        """Return the contents of the file."""

    def decode(self, data: bytes, problem: Problem) -> D:
        """Return what a file says; raise `UnreadablePlan` if it is none."""

    def read(self, found: D, problem: Problem) -> Content:
        """Read the decisions back; raise `UnreadablePlan` if it is no plan."""

    def parts(self, found: D, export: Export) -> Parts:
        """Return what a draft or a file says, part by part."""

    def other(self, found: D, export: Export) -> Other | None:
        """Return what tells that a file was made for another scenario; None: nothing does.

        One word alone may be wrong: that is for the comparison to say.
        """

    def add_on_id(self, plan_id: str, key: str) -> str:
        """Return how a file names the id of a mobility add-on."""
        return key

    def owns(self, data: bytes) -> bool:
        """Return at a glance whether runtall wrote a file."""


class Calendar(Record["icalendar.Calendar"]):
    """``plan.ics``."""

    def draft(self, export: Export) -> icalendar.Calendar:
        """Return the calendar."""
        from runtall.exporters.plan_ics import calendar_of

        return calendar_of(export)

    def encode(self, draft: icalendar.Calendar) -> bytes:
        """Return the contents of the file."""
        return bytes(draft.to_ical())

    def decode(self, data: bytes, problem: Problem) -> icalendar.Calendar:
        """Return the calendar of a file."""
        from runtall.exporters.plan_ics_reading import read_calendar

        return read_calendar(data)

    def read(self, found: icalendar.Calendar, problem: Problem) -> Content:
        """Read the plan back."""
        from runtall.exporters.plan_ics_reading import cancelled_sessions, plan_of

        cancelled = tuple(cancelled_sessions(found, problem))
        return Content(plan_of(found, problem), cancelled=cancelled)

    def parts(self, found: icalendar.Calendar, export: Export) -> Parts:
        """Return what the calendar says, event by event."""
        from runtall.exporters.plan_ics_parts import ics_parts

        return ics_parts(found, export.problem, export.scenario.publication.timezone)

    def other(self, found: icalendar.Calendar, export: Export) -> Other | None:
        """Return that neither the calendar nor any of its events has an id of the scenario."""
        plan_id = export.scenario.publication.plan_id
        keys = ["calendar", *session_keys(export.plan), *mobility_keys(export.plan)]
        uids = {str(part.get("UID", "")) for part in (found, *found.events)} - {""}
        own = {str(event_uid(plan_id, key)) for key in keys}
        # A calendar without an id of its own was saved by some other program.
        strange = "UID" in found and uids.isdisjoint(own)
        return Other(f"its id is not {plan_id!r}") if strange else None

    def add_on_id(self, plan_id: str, key: str) -> str:
        """Return the UID of the add-on's event."""
        return str(event_uid(plan_id, key))

    def owns(self, data: bytes) -> bool:
        """Return whether a calendar names runtall as the program that made it."""
        return f"PRODID:{PRODUCT}".encode() in data.splitlines()


class Table(Record[Rows]):
    """``plan.csv``."""

    def draft(self, export: Export) -> Rows:
        """Return the rows."""
        return rows_of(export.table)

    def encode(self, draft: Rows) -> bytes:
        """Return the contents of the file."""
        return rows_text(row.cells for row in draft.rows).encode()

    def decode(self, data: bytes, problem: Problem) -> Rows:
        """Return the rows of a file."""
        return read_rows(table_text(data), problem.request.calendar)

    def read(self, found: Rows, problem: Problem) -> Content:
        """Read the plan back."""
        return Content(table_plan(found, problem))

    def parts(self, found: Rows, export: Export) -> Parts:
        """Return what the table says, row by row."""
        return csv_parts(found, export.problem)

    def other(self, found: Rows, export: Export) -> Other | None:
        """Return that most days have other runs, of those on which a session still lies."""
        runs = {}
        for cells in (row.cells for row in found.rows if row.cells["date"]):
            day = export.problem.days[day_of(cells["date"], export.problem)]
            if (cells.get("weekday"), cells.get("week")) == (day.weekday, str(day.week)):
                runs[day] = cells.get("run", day.run_words)
        apart = [day for day, run in runs.items() if run != day.run_words]
        if len(apart) < FEWEST_DAYS or 2 * len(apart) < len(runs):
            return None
        first = apart[0]
        words = f"{runs[first] or 'rest'} there, {first.run_words or 'rest'} in the scenario"
        most = f"{len(apart)} of its {len(runs)} days have other runs, such as {first.label}"
        return Other(f"{most}: {words}", fault=True)

    def owns(self, data: bytes) -> bool:
        """Return whether a table begins with our header, though cut or with other separators."""
        header = data.decode("utf-8", "replace").removeprefix("\ufeff").partition("\n")[0]
        return {"session_id", *NEEDED} <= set(re.findall(r"\w+", header))


class Document(Record[Mapping[str, Any]]):
    """``plan.json``."""

    def draft(self, export: Export) -> Mapping[str, Any]:
        """Return the document."""
        return document(export)

    def encode(self, draft: Mapping[str, Any]) -> bytes:
        """Return the contents of the file."""
        return json_text(draft).encode("utf-8", "replace")

    def decode(self, data: bytes, problem: Problem) -> Mapping[str, Any]:
        """Return the document of a file."""
        return document_in(data)

    def read(self, found: Mapping[str, Any], problem: Problem) -> Content:
        """Read the plan back, and its report if that can be read, too."""
        from runtall.exporters.plan_json_models import DocumentModel, PlanModel

        try:
            whole = DocumentModel.of(found, problem)
        except UnreadablePlan as error:
            return Content(PlanModel.of(found, problem).plan, faults=tuple(map(str, error.faults)))
        return Content(whole.plan, whole.report)

    def parts(self, found: Mapping[str, Any], export: Export) -> Parts:
        """Return what the document says, object by object."""
        return json_parts(found, export.problem)

    def other(self, found: Mapping[str, Any], export: Export) -> Other | None:
        """Return that the scenario within and its hash are others, or the hash and the id."""
        scenario, plan_id = export.scenario, export.scenario.publication.plan_id
        own, theirs = scenario.normalised, found.get("scenario")
        theirs = theirs if isinstance(theirs, dict) else {}
        same_id = plan_id == found.get("plan_id")
        if scenario.sha256 == found.get("scenario_sha256") or (same_id and own == theirs):
            return None
        apart = ", ".join(key for key in own if own[key] != theirs.get(key) and key != "id")
        told = [f"its id is not {plan_id!r}"] * (not same_id)
        told += [f"it has other values of {apart}"] * bool(apart)
        return Other(", and ".join(told), fault=same_id)

    def owns(self, data: bytes) -> bool:
        """Return whether a document says that it is a plan of runtall's, of whatever version.

        One that was cut off says so in its first lines.
        """
        beginning = re.match(rb'\s*\{\s*"format":\s*"%s"' % FORMAT.encode(), data)
        return bool(beginning or document_of(data, FORMAT))


# By suffix, in the order in which they are written.
RECORDS: Mapping[str, Record[Any]] = MappingProxyType(
    {".ics": Calendar(), ".csv": Table(), ".json": Document()}
)


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
        The document of the plan, if there is one: it knows the sessions that are missing here.
    """
    problem, plan_id = scenario.problem, scenario.publication.plan_id
    found = record.decode(data, problem)
    content = record.read(found, problem)
    export = Export(scenario, content.plan, content.report, LONG_AGO)
    if other := record.other(found, export):
        told = (OTHER.format(other.words),)
        plan, fault = followed(problem, content.plan), other.fault
        return Labels(plan, told if fault else (), () if fault else told)
    needed = needed_only(problem, content.plan)

    def written(plan: Plan) -> Parts:
        report = recomputed(problem, plan, content.report)
        return record.parts(record.draft(replace(export, plan=plan, report=report)), export)

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
    comparison = Comparison(problem, needed, parts, written, gone)
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
