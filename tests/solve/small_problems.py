"""Problems so small that every plan can be tried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from runtall.domain.athlete import Athlete
from runtall.domain.equipment import Equipment
from runtall.domain.exercise import SessionKind, Slot
from runtall.domain.problem import Problem
from runtall.domain.request import Access, Ban, Fix
from tests.problems import problem

SLOTS: dict[SessionKind, tuple[tuple[str, int], ...]] = {
    SessionKind.D1: (("row", 3), ("suitcase", 2)),
    SessionKind.D2: (("push_up", 2), ("pallof", 2)),
    SessionKind.MERGED: (("row", 2), ("push_up", 1), ("carry", 1), ("core", 2)),
    SessionKind.LIGHT: (("row", 2), ("carry", 1)),
    SessionKind.VERY_LIGHT: (("row", 1), ("carry", 2)),
}
"""Names and most sets of the slots that small problems keep."""


def closed(*days: int, weeks: int) -> tuple[Access, ...]:
    return tuple(Access(free=day not in days) for day in range(7 * weeks))


def small(
    week: str,
    *,
    weeks: int,
    targets: Sequence[int],
    first: int = 16,
    slots: dict[SessionKind, tuple[tuple[str, int], ...]] | None = None,
    **options: Any,
) -> Problem:
    """A problem with few slots, few sets and its own targets, so that every plan can be tried."""
    whole = problem(week, weeks=weeks, **options)
    kept = {}
    for kind, names in (SLOTS | (slots or {})).items():
        by_name = {slot.name: slot for slot in whole.slots[kind]}
        cut = (_cut(by_name[name], most) for name, most in names)
        kept[kind] = tuple(sorted(cut, key=lambda slot: slot.position))
    return replace(
        whole,
        slots=kept,
        first_sets=first,
        weeks=tuple(
            replace(each, target_sets=target)
            for each, target in zip(whole.weeks, targets, strict=True)
        ),
    )


def _cut(slot: Slot, most: int) -> Slot:
    return replace(slot, most=most, full=min(slot.full, most))


def two_base_weeks() -> Problem:
    """Strict; the sets of week 2 may be two more than those of week 1."""
    return small(
        "rest workout easy rest rest long rest",
        weeks=3, phases=(0, 1), targets=(5, 8, 2), first=5,
    )  # fmt: skip


def three_growing_weeks() -> Problem:
    """Growth over a window of weeks, and one gain at a time; days as the runner fixed them."""
    return small(
        "easy workout rest easy rest long rest",
        weeks=4, phases=(0, 1), targets=(4, 9, 9, 2), first=4, mobility_per_week=1,
        fixes=(Fix(SessionKind.D1, "mon"), Fix(SessionKind.D2, "thu")),
        access=closed(2, 9, 16, weeks=4),
    )  # fmt: skip


def peak() -> Problem:
    """A peak week that keeps a share of two base weeks."""
    return small(
        "rest workout rest easy workout long rest",
        weeks=4, phases=(1, 1), targets=(6, 8, 5, 2), peak_sessions=(2, 2), first=6,
        access=closed(2, 6, 9, 13, 20, weeks=4),
    )  # fmt: skip


def alternatives() -> Problem:
    """Some days are spent with bands only, so that two slots have a choice."""
    bands = Equipment((), (), True, (), (), False, False, False, False, 10)
    away = tuple(
        Access(equipment=bands if day in {2, 3, 9} else None, free=day not in {6, 13})
        for day in range(21)
    )
    return small(
        "rest workout rest easy rest long rest",
        weeks=3, phases=(0, 1), targets=(5, 6, 2), access=away,
        slots={
            SessionKind.D1: (("row", 2), ("suitcase", 1)),
            SessionKind.D2: (("cable_row", 2), ("farmer", 1), ("pallof", 1), ("push_up", 1)),
        },
    )  # fmt: skip


def fix() -> Problem:
    """D2 is fixed to a Tuesday after a workout, in week 2 alone."""
    return small(
        "rest workout easy rest easy long rest",
        weeks=3, phases=(0, 1), targets=(6, 8, 2), fixes=(Fix(SessionKind.D2, "tue", 2),),
        access=closed(2, 6, 13, weeks=3),
    )  # fmt: skip


def tuneup() -> Problem:
    """Week 2 has a tune-up race on Saturday, and fewer sets."""
    return small(
        "rest workout rest easy rest long rest",
        weeks=4, phases=(0, 1), targets=(8, 6, 8, 2), first=9, changes={12: "tuneup"},
        access=closed(6, 13, 20, weeks=4),
    )  # fmt: skip


def less_in_between() -> Problem:
    """Week 3 is as large as week 1 again, after a smaller one without a day near the long run."""
    return small(
        "rest workout easy easy rest long rest",
        weeks=4, phases=(0, 1), targets=(7, 5, 7, 2), first=7,
        access=closed(2, 6, 10, 11, 13, 16, 20, weeks=4),
        slots={
            SessionKind.D1: (("row", 2), ("suitcase", 2)),
            SessionKind.D2: (("push_up", 2), ("pallof", 1)),
        },
    )  # fmt: skip


def one_session() -> Problem:
    """One merged session a week, near a long run, with signs that ask for more."""
    return small(
        "rest workout easy? rest rest long recovery",
        weeks=4, phases=(1, 1), targets=(5, 6, 5, 2), base_sessions=1, first=5,
        athlete=Athlete(signs={"torso_twists": 2}, posture_sags=False),
        access=closed(0, 7, 14, 13, weeks=4),
        slots={SessionKind.MERGED: (("row", 2), ("push_up", 1), ("carry", 2), ("core", 1))},
    )  # fmt: skip


def lighter() -> Problem:
    """In week 1 the runner does without the push session."""
    return small(
        "easy workout rest easy rest long workout",
        weeks=3, phases=(0, 1), targets=(8, 8, 2), first=9,
        bans=(Ban(kind=SessionKind.D2, week=1),), access=closed(2, 9, weeks=3),
    )  # fmt: skip


def single() -> Problem:
    """Week 2 has just one day, and that of a workout, which is ruled out."""
    return small(
        "rest workout easy rest rest long rest",
        weeks=3, phases=(0, 1), targets=(5, 6, 2), access=closed(6, 7, 8, 9, 13, weeks=3),
    )  # fmt: skip


def speed_day() -> Problem:
    """Week 1 has two days, and one of them is that of the workout."""
    return small(
        "easy workout rest workout rest rest long",
        weeks=3, phases=(0, 1), targets=(14, 7, 3), access=closed(1, 2, 4, 5, weeks=3),
    )  # fmt: skip


def short_gap() -> Problem:
    """Week 1 has two days that are neighbours, and no merged session may be held."""
    return small(
        "rest easy workout rest rest long rest",
        weeks=2, phases=(0, 1), targets=(9, 3), access=closed(2, 3, 6, weeks=2),
        bans=(Ban(kind=SessionKind.MERGED),),
        slots={SessionKind.D1: (("row", 3), ("pulldown", 3), ("suitcase", 3))},
    )  # fmt: skip


def long_run_eve() -> Problem:
    """Weeks 1 and 2 have one good day and the eve of the long run; one may merge its sessions."""
    return small(
        "rest workout workout easy easy long rest",
        weeks=3, phases=(0, 1), targets=(5, 6, 2),
        access=closed(0, 1, 2, 6, 7, 8, 9, 13, weeks=3),
    )  # fmt: skip


def before_sunday() -> Problem:
    """Weeks 1 and 2 have a good day, and the Friday before a long run on a Sunday."""
    return small(
        "rest easy workout workout easy rest long",
        weeks=3, phases=(0, 1), targets=(5, 6, 2),
        access=closed(0, 2, 3, 5, 7, 9, 10, 12, weeks=3),
        slots={SessionKind.MERGED: (("row", 2), ("push_up", 1), ("carry", 1), ("core", 1))},
    )  # fmt: skip


def taper_eve() -> Problem:
    """A taper week has no other day than the eve of the long run."""
    return small(
        "rest workout workout rest easy long rest",
        weeks=3, phases=(0, 2), targets=(5, 5, 2), access=closed(6, 7, 8, 9, 10, 13, weeks=3),
        slots={SessionKind.MERGED: (("row", 2), ("push_up", 1), ("carry", 1), ("core", 1))},
    )  # fmt: skip


def skip() -> Problem:
    """In week 2 the runner is off; the peak then compares with week 1 alone."""
    return small(
        "rest workout easy rest rest long rest",
        weeks=4, phases=(1, 1), targets=(5, 6, 4, 2), peak_sessions=(2, 2),
        access=closed(6, *range(7, 14), 20, weeks=4),
    )  # fmt: skip
