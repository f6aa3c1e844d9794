"""How much of a plan a rule or an objective looks at."""

from __future__ import annotations

from enum import IntEnum


class Reach(IntEnum):
    """The deepest part of a plan that a rule or an objective looks at.

    Each level includes those before it. A rule never speaks of what lies deeper than its reach:
    whoever changes only that changes nothing for the rule.

    Attributes
    ----------
    DAYS
        Days and kinds of sessions, mobility add-ons, declared relaxations; and what is printed of
        the day itself: its run, option and start.
    TOTALS
        The number of sets of each session.
    SETS
        Exercises, and the sets of each.
    DOSES
        Reps, metres, seconds, loads, reserve, minutes, notes: what follows from the rest.
    """

    DAYS = 1
    TOTALS = 2
    SETS = 3
    DOSES = 4
