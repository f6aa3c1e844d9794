"""Too many sets, too few, or at the wrong time."""

from __future__ import annotations

from runtall.domain.exercise import Kind
from tests.check.edits import Mutation, all_sets, both, sets

WRONG_SETS = (
    Mutation("R32", "more in week 1", sets(1, Kind.D1, p1=1, p2=1), "at most 16 allowed"),
    Mutation("R32", "25 in one session", all_sets(5, Kind.D2, 5), "25 sets, at most 24"),
    Mutation("R33", "a week grows by three", all_sets(2, Kind.D1, 3), "sets, at most 18 allowed"),
    Mutation("R72", "two exercises grow at once", all_sets(3, Kind.D1, 3), "at most 1 set allowed"),
    Mutation("R72", "one grows in a peak week", all_sets(12, Kind.D1, 3), "at most none allowed"),
    Mutation("R80", "a full peak week", all_sets(12, Kind.D1, 3), "sets, 15 to"),
    Mutation("R80", "a peak week that is a taper", all_sets(12, Kind.D1, 1), "sets, 15 to"),
    Mutation("S2.4", "a deload week that is none", all_sets(8, Kind.D1, 3), "sets, 18 to 20"),
    Mutation("R81", "a taper session that is too big", all_sets(15, Kind.LIGHT, 3), "9 sets"),
    Mutation(
        "R81-total",
        "a last peak week below the taper",
        both(all_sets(13, Kind.D1, 0), all_sets(13, Kind.D2, 1)),
        "7 sets; week 13 has 5",
    ),
    Mutation("R16", "too many for 40 minutes", all_sets(7, Kind.D1, 4), "at most 40 allowed"),
    Mutation("R58", "more in a slot than it may have", sets(6, Kind.D1, p3=1), "1 to 2 allowed"),
    Mutation("S2.2", "nine of push", sets(7, Kind.D2, p1=2, p2=2), "push sets, at most 8"),
    Mutation("S2.2", "more than 29 in all", all_sets(7, Kind.D2, 4), "sets, at most 29"),
    Mutation(
        "R77",
        "push grows while pull shrinks",
        both(sets(7, Kind.D2, p2=1), sets(7, Kind.D1, p1=-1)),
        "pull 11 -> 10 sets",
    ),
    Mutation("R12", "push leads", sets(5, Kind.D2, p1=4, p2=4), "pull sets"),
    Mutation("R92", "a full week in a short plan", all_sets(4, Kind.D2, 3), "at most 20", "short"),
)
