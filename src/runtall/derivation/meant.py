"""The run plan as it was before an illness, where its days are also written as rest or days off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, takewhile

from runtall.domain.request import Request
from runtall.domain.run_plan import NOT_RUNNING
from runtall.domain.where import DAYS


def meant(request: Request) -> Request:
    """Return a request whose illnesses take nothing from what was planned before them.

    Who was ill may write the same days as rest, or as days off; on the eve nobody knew of either.
    Where none of an illness has a run, it and what goes on so have the runs of the week before;
    where all of it is off, and not the day before, they have its time, too.
    """
    runs, access = list(request.runs), list(request.access)
    for ill in _illnesses(request):
        first, last = ill[0], len(runs) - 1
        if first < DAYS:
            continue
        if not any(_runs(request, day) for day in ill):
            later = takewhile(lambda day: not _runs(request, day), range(ill[-1] + 1, last))
            for day in (*ill, *later):
                runs[day] = runs[day - DAYS]
        if access[first - 1].free and not any(access[day].free for day in ill):
            later = takewhile(lambda day: not request.access[day].free, range(ill[-1] + 1, last))
            for day in (*ill, *later):
                usual = access[day - DAYS]
                access[day] = replace(usual, ill=access[day].ill, recovering=False)
    return replace(request, runs=tuple(runs), access=tuple(access))


def _illnesses(request: Request) -> Iterator[range]:
    """Yield the days of each illness."""
    ill = [False, *(day.ill for day in request.access), False]
    edges = [day for day, (one, other) in enumerate(pairwise(ill)) if one != other]
    yield from (range(*both) for both in zip(edges[::2], edges[1::2], strict=True))


def _runs(request: Request, day: int) -> bool:
    return any(run.kind not in NOT_RUNNING for run in request.runs[day])
