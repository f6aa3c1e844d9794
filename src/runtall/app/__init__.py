"""The use cases: what the command line and the notebooks call."""

from runtall.app.checking import Checked, check
from runtall.app.fronts import Front, front
from runtall.app.listing import rules
from runtall.app.opening import view
from runtall.app.publishing import Solved
from runtall.app.reading import ReadRuns, runs
from runtall.app.solving import solve
from runtall.exporters import BadSetting
from runtall.exporters.folder import FILES

__all__ = [
    "FILES",
    "BadSetting",
    "Checked",
    "Front",
    "ReadRuns",
    "Solved",
    "check",
    "front",
    "rules",
    "runs",
    "solve",
    "view",
]
