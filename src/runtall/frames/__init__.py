"""Plans as tables: one function for each quantity, for one plan or for many.

Every function takes a `PlanView`, or a mapping from a name to one, and gives a tidy DataFrame
whose columns, units and dtypes its docstring lists. With a mapping the names are one more index
level in front, ``scenario``; nothing else changes.
"""

from runtall.domain.view import Plans, PlanView
from runtall.frames.loads import loads
from runtall.frames.options import options
from runtall.frames.sessions import sessions
from runtall.frames.sets import sets
from runtall.frames.spacing import spacing
from runtall.frames.tiers import costs, tiers
from runtall.frames.violations import violations
from runtall.frames.volume import area_volume, weekly_volume
from runtall.frames.weeks import minutes, weeks

__all__ = [
    "PlanView",
    "Plans",
    "area_volume",
    "costs",
    "loads",
    "minutes",
    "options",
    "sessions",
    "sets",
    "spacing",
    "tiers",
    "violations",
    "weekly_volume",
    "weeks",
]
