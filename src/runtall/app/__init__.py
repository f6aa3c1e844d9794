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
    from runtall.app.solving import solve
    from runtall.exporters.export import BadSetting
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

_HOMES = {
    "runtall.app.checking": ("Checked", "check"),
    "runtall.app.fronts": ("Front", "front"),
    "runtall.app.listing": ("rules",),
    "runtall.app.opening": ("view",),
    "runtall.app.publishing": ("Solved",),
    "runtall.app.reading": ("ReadRuns", "runs"),
    "runtall.app.solving": ("solve",),
    "runtall.exporters.export": ("BadSetting",),
    "runtall.exporters.folder": ("FILES",),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
