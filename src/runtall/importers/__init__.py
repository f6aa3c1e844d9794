"""Run plan files: one reader for each format behind one protocol."""

from runtall.importers.base import Correct, DatedRun, Occupied, Provenance, RunFile, RunPlanFaults
from runtall.importers.load import FORMATS, load_runs
from runtall.importers.summary import Summary, summarise

__all__ = [
    "FORMATS",
    "Correct",
    "DatedRun",
    "Occupied",
    "Provenance",
    "RunFile",
    "RunPlanFaults",
    "Summary",
    "load_runs",
    "summarise",
]
