"""Run plan files: one reader for each format behind one protocol."""

from runtall.importers.base import Correct, DatedRun, RunFile, RunFileFault
from runtall.importers.load import load_runs

__all__ = ["Correct", "DatedRun", "RunFile", "RunFileFault", "load_runs"]
