"""Too many sets, too few, or at the wrong time."""

from __future__ import annotations

from tests.check.edits import D1, D2, LIGHT, MERGED, Row, all_sets, both, missed, sets

WRONG_SETS: tuple[Row, ...] = (
    ("first-week", "more in week 1", sets(1, D1, p1=1, p2=1), "at most 16 allowed"),
    ("first-week-sets", "a third set in week 1", sets(1, D1, p1=3, p2=1), "at most 2 allowed"),
    (
        "new-substitutes",
        "three sets of a band row that is new",
        sets(4, D1, p1=1),
        "3 sets of the band row, which is new",
        "travel-weeks",
    ),
    ("first-week", "25 in one session", all_sets(5, D2, 5), "25 sets, at most 24"),
    ("weekly-growth", "a week grows by three", all_sets(2, D1, 3), "sets, at most 18 allowed"),
    ("extra-set", "two exercises grow at once", all_sets(3, D1, 3), "at most 1 set allowed"),
    ("extra-set", "one grows in a peak week", all_sets(12, D1, 3), "at most none allowed"),
    ("peak-cut", "a full peak week", all_sets(12, D1, 3), "sets, 16 to"),
    ("peak-cut", "a peak week that is a taper", all_sets(12, D1, 1), "sets, 16 to"),
    (
        "one-session-peak",
        "a whole week's sets in one session",
        all_sets(12, MERGED, 3),
        "15 sets, 11 to 12",
        "two-workouts-and-long-run",
    ),
    (
        "one-session-peak",
        "the one session is cut as well",
        all_sets(12, MERGED, 1),
        "5 sets, 11 to 12",
        "two-workouts-and-long-run",
    ),
    (
        "one-session-peak-thirds",
        "what had two sets has three",
        both(sets(9, D1, p5=-1), sets(12, MERGED, p5=1)),
        "3 sets, at most 2",
        "two-workouts-and-long-run",
    ),
    ("coming-back", "as before after two weeks away", missed(5, 6), "sets in the first session"),
    ("deload", "a deload week that is none", all_sets(8, D1, 3), "sets, 18 to 20"),
    ("taper-light", "a taper session that is too big", all_sets(15, LIGHT, 3), "9 sets"),
    (
        "taper-total",
        "a last peak week below the taper",
        both(all_sets(13, D1, 0), all_sets(13, D2, 1)),
        "7 sets; week 13 has 5",
    ),
    ("session-length", "too many for 40 minutes", all_sets(7, D1, 4), "at most 40 allowed"),
    ("template-content", "more in a slot than it may have", sets(6, D1, p3=1), "1 to 2 allowed"),
    ("area-ceilings", "nine of push", sets(7, D2, p1=2, p2=2), "push sets, at most 8"),
    ("area-ceilings", "more than 29 in all", all_sets(7, D2, 4), "sets, at most 29"),
    (
        "push-never-outpaces",
        "push grows while pull shrinks",
        both(sets(7, D2, p2=1), sets(7, D1, p1=-1)),
        "pull 11 -> 10 sets",
    ),
    ("rows-lead", "a third set of push-ups in the peak", sets(12, D2, p1=1), "at most 2 allowed"),
    ("pull-leads", "push leads", sets(5, D2, p1=4, p2=4), "pull sets"),
    ("start-window", "a full week in a short plan", all_sets(3, D2, 3), "at most 20", "short"),
    (
        "carries-keep-sets",
        "a third set of a carry where the shoulders creep up",
        sets(7, D2, p4=1),
        "3 sets, at most 2",
        "tight",
    ),
    (
        "taper-adds-nothing",
        "more rows than base ever had",
        sets(14, LIGHT, p1=1),
        "4 sets, at most 3 allowed",
    ),
    ("sign-limits", "a third set of bench", sets(7, D2, p2=1), "3 sets, at most 2", "signs"),
)
