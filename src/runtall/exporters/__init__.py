"""From a decided plan to files, and back."""

from runtall.exporters.export import BadSetting, Export, stamp_time
from runtall.exporters.files import CannotWrite, previous, write_all
from runtall.exporters.plan_json_reading import read_document, read_scenario
from runtall.exporters.records import (
    RECORDS,
    examine_plan,
    holds_sessions,
    read_plan,
    read_whole,
    write_records,
)
from runtall.exporters.renderings import (
    expect_renderings,
    write_renderings,
)
from runtall.exporters.runs_csv import to_runs_csv
from runtall.exporters.unreadable import UnreadablePlan

__all__ = [
    "RECORDS",
    "BadSetting",
    "CannotWrite",
    "Export",
    "UnreadablePlan",
    "examine_plan",
    "expect_renderings",
    "holds_sessions",
    "previous",
    "read_document",
    "read_plan",
    "read_scenario",
    "read_whole",
    "stamp_time",
    "to_runs_csv",
    "write_all",
    "write_records",
    "write_renderings",
]
