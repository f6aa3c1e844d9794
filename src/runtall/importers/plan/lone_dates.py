"""Dates that stand alone by weeks: most often a year or a month was mistyped."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from runtall.domain.run_plan import RunKind
from runtall.errors.words import shown
from runtall.importers.base import DatedRun
from runtall.importers.plan.races import is_led_to

# So far from all others a date stands alone.
FAR = timedelta(weeks=4)
# Days that can stand alone together.
MOST = 2


def lone_dates(runs: Sequence[DatedRun]) -> Iterator[str]:
    """Yield a warning for each day or two no other run is near; a race may be some weeks away."""
    groups: list[list[date]] = []
    for day in sorted({dated.date for dated in runs}):
        if groups and day - groups[-1][-1] < FAR:
            groups[-1].append(day)
        else:
            groups.append([day])
    if max(map(len, groups), default=0) <= MOST:
        return
    days = [dated.date for dated in runs]
    races = {dated.date for dated in runs
             if dated.run.kind is RunKind.RACE and is_led_to(dated.date, days)}  # fmt: skip
    for number, group in enumerate(groups):
        first, last = group[0], group[-1]
        if len(group) > MOST or races & {first, last}:
            continue
        gaps = [first - before[-1] for before in groups[:number][-1:]]
        gaps += [after[0] - last for after in groups[number + 1 :][:1]]
        title = runs[bisect_left(days, first)].run.title
        named = f" {shown(title)}" if title else ""
        yield (
            f"{first}{named} stands alone: {min(gaps).days // 7} weeks without a run between it"
            " and the others; is its date right?"
        )
