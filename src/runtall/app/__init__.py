"""The use cases: what the command line and the notebooks call.

Each is imported when it is asked for: no command waits for another one's libraries.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from runtall.app.checking import Checked as Checked
    from runtall.app.checking import check as check
    from runtall.app.fronts import Front as Front
    from runtall.app.fronts import front as front
    from runtall.app.listing import exercises as exercises
    from runtall.app.listing import rules as rules
    from runtall.app.opening import view as view
    from runtall.app.publishing import Solved as Solved
    from runtall.app.reading import ReadRuns as ReadRuns
    from runtall.app.reading import runs as runs
    from runtall.app.showing import show as show
    from runtall.app.solving import FILES as FILES
    from runtall.app.solving import solve as solve

_HOMES = {
    "checking": ("Checked", "check"),
    "fronts": ("Front", "front"),
    "listing": ("exercises", "rules"),
    "opening": ("view",),
    "publishing": ("Solved",),
    "reading": ("ReadRuns", "runs"),
    "showing": ("show",),
    "solving": ("FILES", "solve"),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"runtall.app.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
