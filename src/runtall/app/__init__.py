"""The use cases: what the command line and the notebooks call.

Each is imported when it is asked for: no command waits for another one's libraries.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from runtall.app.checking import Checked, check
    from runtall.app.fronts import Front, front
    from runtall.app.listing import rules
    from runtall.app.opening import view
    from runtall.app.publishing import Solved
    from runtall.app.reading import ReadRuns, runs
    from runtall.app.solving import FILES, solve

__all__ = [
    "FILES",
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

_HOMES = {
    "checking": ("Checked", "check"),
    "fronts": ("Front", "front"),
    "listing": ("rules",),
    "opening": ("view",),
    "publishing": ("Solved",),
    "reading": ("ReadRuns", "runs"),
    "solving": ("FILES", "solve"),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"runtall.app.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
