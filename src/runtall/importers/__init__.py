"""Run plan files: one reader for each format behind one protocol."""

from runtall.importers.base import Correct, DatedRun, Occupied, Provenance, RunFile, RunPlanFaults
from runtall.importers.load import FORMATS, load_runs

__all__ = [
    "FORMATS",
    "Correct",
    "DatedRun",
    "Occupied",
    "Provenance",
    "RunFile",
    "RunPlanFaults",
    "load_runs",
]
