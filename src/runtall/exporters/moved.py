"""Sessions whose date somebody changed by hand, and the words that still speak of the old day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from runtall.domain.plan import Session
from runtall.domain.problem import Day, Problem


def moved_from(problem: Problem, day: int, cells: Mapping[str, str]) -> Day | None:
    """Return the day that a row's weekday and week still name; None where it is the row's date."""
    weekday, week = cells.get("weekday", ""), cells.get("week", "")
    if not week.isdecimal() or not 1 <= int(week) <= len(problem.weeks):
        return None
    named = (problem.days[index] for index in problem.week(int(week)).days)
    return next((old for old in named if old.weekday == weekday and old.index != day), None)


def moved(problem: Problem, session: Session, old: Day) -> tuple[Session, str]:
    """Let a moved session say of its run, option and start what its new day has.

    Only words that are the old day's are replaced: somebody may have changed others, too.

    Returns
    -------
    session, remark
        The remark is one line for whoever moved it.
    """
    new = problem.days[session.day]
    here = replace(
        session,
        option=new.option if session.option == old.option else session.option,
        run=new.run_words if session.run == old.run_words else session.run,
        start=new.start if session.start == old.start else session.start,
    )
    remark = (
        f"the {session.kind} session was moved from {old.label} to {new.label}; the date counts,"
        " not what weekday, option, run and start still say"
    )
    return here, remark
