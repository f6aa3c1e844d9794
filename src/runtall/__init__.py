"""Upper-body strength for marathon runners, placed around the run plan and proven optimal.

``import runtall as rt``, then ``rt.solve(rt.scenario("my-race.yaml"))``; the rest is in
``notebooks/reference.md``. Everything is imported when it is asked for.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from runtall import frames, plots
    from runtall.app import (
        Batch,
        CannotWrite,
        Checked,
        Comparison,
        Defect,
        Fault,
        Front,
        Impossible,
        OutOfTime,
        PlanView,
        ReadRuns,
        RunPlanFaults,
        Scenario,
        ScenarioFaults,
        Solved,
        Tier,
        UnreadablePlan,
        UserError,
        check,
        cohort,
        compare,
        exercises,
        export,
        front,
        plan,
        rules,
        runs,
        scenario,
        solve,
        sweep,
    )

__all__ = [
    "Batch",
    "CannotWrite",
    "Checked",
    "Comparison",
    "Defect",
    "Fault",
    "Front",
    "Impossible",
    "OutOfTime",
    "PlanView",
    "ReadRuns",
    "RunPlanFaults",
    "Scenario",
    "ScenarioFaults",
    "Solved",
    "Tier",
    "UnreadablePlan",
    "UserError",
    "check",
    "cohort",
    "compare",
    "exercises",
    "export",
    "frames",
    "front",
    "plan",
    "plots",
    "rules",
    "runs",
    "scenario",
    "solve",
    "sweep",
]

__version__ = "0.1.0"

# Functions that are called as a package of ours is.
_BOTH = ("check", "compare", "rules", "scenario", "solve")


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
        if name in (*_BOTH, "frames", "plots"):
            return import_module(f"runtall.{name}")
        if name in __all__:
            return getattr(import_module("runtall.app"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
