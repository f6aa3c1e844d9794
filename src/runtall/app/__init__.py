"""The use cases: what the command line and the notebooks call, and what these answer.

Each is imported when it is asked for: no command waits for another one's libraries.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from runtall.app.batches import Batch as Batch
    from runtall.app.batches import cohort as cohort
    from runtall.app.batches import sweep as sweep
    from runtall.app.checking import Checked as Checked
    from runtall.app.checking import check as check
    from runtall.app.fronts import front as front
    from runtall.app.listing import exercises as exercises
    from runtall.app.listing import rules as rules
    from runtall.app.opening import plan as plan
    from runtall.app.publishing import Solved as Solved
    from runtall.app.publishing import export as export
    from runtall.app.reading import ReadRuns as ReadRuns
    from runtall.app.reading import runs as runs
    from runtall.app.scenarios import scenario as scenario
    from runtall.app.solving import solve as solve
    from runtall.app.task_lists import BadBatch as BadBatch
    from runtall.compare.comparison import Comparison as Comparison
    from runtall.compare.comparison import compare as compare
    from runtall.compare.front import Front as Front
    from runtall.domain.scenario import Scenario as Scenario
    from runtall.domain.tier import Tier as Tier
    from runtall.domain.view import PlanView as PlanView
    from runtall.errors import Fault as Fault
    from runtall.errors import UserError as UserError
    from runtall.exporters.files import CannotWrite as CannotWrite
    from runtall.exporters.unreadable import UnreadablePlan as UnreadablePlan
    from runtall.importers.base import RunPlanFaults as RunPlanFaults
    from runtall.scenario.faults import ScenarioFaults as ScenarioFaults
    from runtall.solve.outcome import Defect as Defect
    from runtall.solve.outcome import Impossible as Impossible
    from runtall.solve.outcome import OutOfTime as OutOfTime

# Where each is at home.
HOMES = {
    "app.batches": ("Batch", "cohort", "sweep"),
    "app.checking": ("Checked", "check"),
    "app.fronts": ("front",),
    "app.listing": ("exercises", "rules"),
    "app.opening": ("plan",),
    "app.publishing": ("Solved", "export"),
    "app.reading": ("ReadRuns", "runs"),
    "app.scenarios": ("scenario",),
    "app.solving": ("solve",),
    "app.task_lists": ("BadBatch",),
    "compare.comparison": ("Comparison", "compare"),
    "compare.front": ("Front",),
    "domain.scenario": ("Scenario",),
    "domain.tier": ("Tier",),
    "domain.view": ("PlanView",),
    "errors": ("Fault", "UserError"),
    "exporters.files": ("CannotWrite",),
    "exporters.unreadable": ("UnreadablePlan",),
    "importers.base": ("RunPlanFaults",),
    "scenario.faults": ("ScenarioFaults",),
    "solve.outcome": ("Defect", "Impossible", "OutOfTime"),
}
NAMES = {name: home for home, names in HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in NAMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"runtall.{NAMES[name]}"), name)
