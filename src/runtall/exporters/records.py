"""The records of a plan: calendar, table and document.

What a record needs is imported where it is written or read: the libraries for calendars and for
validation take their time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from runtall.domain.problem import Problem
from runtall.domain.session_ids import mobility_keys, session_keys
from runtall.exporters.csv_rows import NEEDED, Rows, read_rows, rows_of
from runtall.exporters.export import Export
from runtall.exporters.fields import day_of
from runtall.exporters.identity import FORMAT, PRODUCT, document_of, event_uid
from runtall.exporters.parts import Parts
from runtall.exporters.plan_csv import rows_text
from runtall.exporters.plan_csv_parts import csv_parts
from runtall.exporters.plan_csv_reading import plan_of as table_plan
from runtall.exporters.plan_json import document, document_in, json_text
from runtall.exporters.plan_json_parts import json_parts
from runtall.exporters.record import Content, Other, Record
from runtall.exporters.spreadsheets import table_text
from runtall.exporters.unreadable import UnreadablePlan

if TYPE_CHECKING:
    import icalendar

# Fewest days with other runs that aren't the work of a hand.
FEWEST_DAYS = 3


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
        return bool(beginning or document_of(data))


# By suffix, in the order in which they are written.
RECORDS: Mapping[str, Record[Any]] = MappingProxyType(
    {".ics": Calendar(), ".csv": Table(), ".json": Document()}
)
