"""Why a session lies on its day, and which runs it lies between."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.domain.exercise import LIGHT_KINDS
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.relaxation import WORDS, Relaxation, in_phase
from runtall.domain.returns import Return, was_ill
from runtall.domain.run_plan import EASY_KINDS, RunKind
from runtall.progression.causes import cause
from runtall.progression.coming_back import as_planned, back_at, first_words
from runtall.progression.full_day import full_day
from runtall.progression.nearness import RUN_WORDS
from runtall.progression.texts import say
from runtall.progression.weekdays import weekday_words
from runtall.progression.why_today.around import WEEK, bad_neighbours, neighbours, said_first
from runtall.progression.why_today.beside import after_words as after_words
from runtall.progression.why_today.left_out import run_left_out
from runtall.progression.why_today.share import is_full as is_full
from runtall.progression.why_today.share import less_than_usual, share_of_base
from runtall.progression.why_today.share import one_session_peak as one_session_peak

# What makes one session of a week smaller.
SMALLER = frozenset({Relaxation.LIGHTER, Relaxation.BEFORE_SUNDAY, Relaxation.LONG_RUN_EVE})


def why_today(problem: Problem, plan: Plan, day: int) -> str:
    """Say why a session lies on this day.

    Returns
    -------
    str
        One line: its place beside the day's run, why on another weekday than usual, that it has no
        room for more, what was given up in that week, and the `neighbours`.
    """
    today, back = problem.days[day], back_at(problem, plan, day)
    first = back and back.small and day == back.found.day
    light = any(session.kind in LIGHT_KINDS for session in plan.on(day))
    known = [] if _unforeseen(problem, today) else steps_of(problem, plan, today.week)
    steps = {
        step: cause(problem, plan, today.week, step)
        for step in known
        # It is that session's alone.
        if step is not Relaxation.SPEED_DAY or today.option == "C"
    }
    if problem.week(today.week) in problem.after_own:
        steps[Relaxation.SINGLE] = say("cause_after_own")
    given_up = [in_phase(step, today.phase) for step in steps]
    causes = {*steps.values()} - {say("cause_all"), say("cause_fourth"), ""}
    other = said_first(problem, plan, today, lambda d: " ".join(weekday_words(problem, plan, d)))
    parts = [_place(problem, today), *filter(None, [other, full_day(problem, plan, today)])]
    if one_session_peak(problem, plan, today.week) and not first:
        one = WORDS[Relaxation.SINGLE]
        what = one if one in given_up else "one session"
        given_up = [words for words in given_up if words != one]
        sets, share = plan.total(today.week), share_of_base(problem, plan, today.week)
        why = cause(problem, plan, today.week)
        told = "" if why in {say("cause_all"), ""} else f", {why}"
        cut = less_than_usual(share)
        shown = {"what": what, "why": told, "cut": cut, "sets": f"{sets}", "share": share}
        parts.append(say("one_session_peak", **shown))
    if back and first:
        causes -= {say("cause_ill"), say("cause_back")}
        # What another session of the week gives up is none of this one.
        elsewhere = [in_phase(step, today.phase) for step in steps if step in SMALLER and not light]
        here = [] if causes else [words for words in given_up if words not in elsewhere]
        how = "; ".join([*here, first_words(problem, plan, back.found)])
        parts.append(_first_back(problem, plan, back.found, how))
        given_up = given_up if causes else elsewhere
    if given_up:
        parts.append(f"This week has {', '.join(['; '.join(given_up), *sorted(causes)])}.")
    return " ".join([*parts, neighbours(problem, plan, day)])


def steps_of(problem: Problem, plan: Plan, number: int) -> list[Relaxation]:
    """Return what a week gives up; no session is after a speed workout that is left out."""
    days = (problem.days[session.day] for session in plan.in_week(number))
    left = any(run_left_out(problem, day) for day in days if day.option == "C")
    used = (one.step for one in plan.relaxed if one.week == number)
    return [step for step in used if not (left and step is Relaxation.SPEED_DAY)]


def _first_back(problem: Problem, plan: Plan, found: Return, how: str) -> str:
    """Say why the first session after a gap is small, and how."""
    sick = "_sick" if found.ill and was_ill(problem, found) else ""
    more = "_planned" if sick and as_planned(problem, plan, found.day) else sick
    more = "_after_small" if found.after_small else more
    words = say(f"coming_back{more}", days=f"{found.days - 1}", how=how)
    easy = [say("back_easy")] if found.ill and not _runs_again(problem, found) else []
    # One sentence, so that no card has but a part of it.
    only = "; ".join([*easy, *after_fever(problem, found.day)])
    return f"{words} {only[0].upper()}{only[1:]}." if only else words


def after_fever(problem: Problem, day: int) -> Iterator[str]:
    """Yield when one could train again after a fever, if that is later and nobody told of one."""
    access = problem.request.access
    if access and (first := access[day].after_fever):
        yield say("back_fever", date=f"{first.day} {first:%b}")


def _runs_again(problem: Problem, found: Return) -> bool:
    """Return whether an easy run lies between an illness, long over, and the first session."""
    days = problem.days[found.day - found.days : found.day]
    easy = any(day.kind in EASY_KINDS for day in days[-WEEK:])
    return easy and any(day.ill for day in days) and not was_ill(problem, found)


def _unforeseen(problem: Problem, today: Day) -> bool:
    """Return whether an illness of the week lies only after a day: nobody knows of it yet."""
    ill = [day for day in problem.week(today.week).days if problem.days[day].ill]
    return bool(ill) and min(ill) > today.index


def _place(problem: Problem, today: Day) -> str:
    """Return where a session stands beside the day's running, and what follows from that."""
    if not today.option:
        return say("day_none", run=RUN_WORDS[today.kind])
    if today.option == "B":
        return say("day_cross" if today.kind is RunKind.CROSS else "day_rest")
    words = after_words(problem, today)
    praised = today.option == "A" and not bad_neighbours(problem, today) and not today.maybe_rest
    rests = today.next_kind is RunKind.REST
    fine = f", {say('day_before_rest' if rests else 'day_good')}" if praised else ""
    return f"{words[0].upper()}{words[1:]}{fine}."
