"""Upper-body strength for marathon runners, placed around the run plan and proven optimal.

``import runtall as rt``, then ``rt.solve(rt.scenario("my-race.yaml"))``; the rest is in
``notebooks/reference.md``. Everything is imported when it is asked for.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from runtall import frames as frames
    from runtall import plots as plots
    from runtall.app import BadBatch as BadBatch
    from runtall.app import Batch as Batch
    from runtall.app import CannotWrite as CannotWrite
    from runtall.app import Checked as Checked
    from runtall.app import Comparison as Comparison
    from runtall.app import Defect as Defect
    from runtall.app import Fault as Fault
    from runtall.app import Front as Front
    from runtall.app import Impossible as Impossible
    from runtall.app import OutOfTime as OutOfTime
    from runtall.app import PlanView as PlanView
    from runtall.app import ReadRuns as ReadRuns
    from runtall.app import RunPlanFaults as RunPlanFaults
    from runtall.app import Scenario as Scenario
    from runtall.app import ScenarioFaults as ScenarioFaults
    from runtall.app import Solved as Solved
    from runtall.app import Tier as Tier
    from runtall.app import UnreadablePlan as UnreadablePlan
    from runtall.app import UserError as UserError
    from runtall.app import check as check
    from runtall.app import cohort as cohort
    from runtall.app import compare as compare
    from runtall.app import exercises as exercises
    from runtall.app import export as export
    from runtall.app import front as front
    from runtall.app import plan as plan
    from runtall.app import rules as rules
    from runtall.app import runs as runs
    from runtall.app import scenario as scenario
    from runtall.app import solve as solve
    from runtall.app import sweep as sweep
    from runtall.version import __version__ as __version__

# Functions that are called as a package of ours is.
_BOTH = ("check", "compare", "rules", "scenario", "solve")
# Packages that are shown beside the use cases.
_TOO = ("frames", "plots")


class _Called(ModuleType):
    """A package that can be called: as the function of its name."""

    def __call__(self, *args: Any, **keys: Any) -> Any:
        return self.__wrapped__(*args, **keys)

    # What `help` and notebooks show.
    __doc__ = property(lambda self: self.__wrapped__.__doc__)

    def __getattr__(self, name: str) -> Any:
        # Where they look for what is called.
        if name == "__wrapped__":
            return getattr(import_module("runtall.app"), self.__name__.rpartition(".")[2])
        raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")


class _Top(ModuleType):
    """Python sets a package here when it is first imported, in the place of a function."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _BOTH and isinstance(value, ModuleType):
            value.__class__ = _Called
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Top


if not TYPE_CHECKING:  # what isn't there is told by a type checker

    def __getattr__(name: str) -> Any:
        if name in (*_BOTH, *_TOO):
            return import_module(f"runtall.{name}")
        if name == "__version__":
            return import_module("runtall.version").__version__
        app = import_module("runtall.app")
        if name == "__all__":
            return sorted([*app.NAMES, *_TOO])
        if name in app.NAMES:
            return getattr(app, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*sys.modules[__name__].__all__, "__version__"]
