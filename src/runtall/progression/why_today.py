"""Why a session lies on its day, and which runs it lies between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from runtall.domain.own_strength import NAMELESS
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem, Week
from runtall.domain.relaxation import WORDS, Relaxation, in_phase
from runtall.domain.returns import Return, follows_gap, was_ill
from runtall.domain.run_plan import EASY_KINDS, KEY_KINDS, NOT_RUNNING, RunKind
from runtall.progression.causes import cause
from runtall.progression.coming_back import as_planned, back_at, first_words
from runtall.progression.full_day import full_day
from runtall.progression.nearness import (
    LONG_RUN,
    PLAIN,
    PRICED,
    PRICES,
    RACE,
    RUN_WORDS,
    WORKOUT,
    price,
    run_name,
)
from runtall.progression.texts import say
from runtall.progression.weekdays import weekday_words

RACE_IN_SIGHT = 21
# Days before the next long run in which it is named though another key run comes before it.
LONG_RUN_NEAR = 3
GIVEN_UP = "This week has "
WEEK = 7
BOTH = 2
# Days after an illness in which any hard run is too soon.
SOON = 2
# Runs that are hard for who was ill just now.
HARD_KINDS = KEY_KINDS | {RunKind.MEDIUM_LONG}
SHARES = {
    "a fifth": 1 / 5,
    "a quarter": 1 / 4,
    "a third": 1 / 3,
    "two fifths": 2 / 5,
    "half": 1 / 2,
    "three fifths": 3 / 5,
    "two thirds": 2 / 3,
    "three quarters": 3 / 4,
    "four fifths": 4 / 5,
    "all": 1,
}


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
    causes = {*steps.values()} - {say("cause_all"), ""}
    parts = [_place(problem, today), *_other_weekday(problem, plan, today)]
    parts += filter(None, [full_day(problem, plan, today)])
    if one_session_peak(problem, plan, today.week) and not first:
        one = WORDS[Relaxation.SINGLE]
        what = one if one in given_up else "one session"
        given_up = [words for words in given_up if words != one]
        sets, share = plan.total(today.week), share_of_base(problem, plan, today.week)
        why = cause(problem, plan, today.week)
        told = "" if why in {say("cause_all"), ""} else f", {why}"
        parts.append(say("one_session_peak", what=what, sets=f"{sets}", share=share, why=told))
    if back and first:
        causes -= {say("cause_ill"), say("cause_back")}
        how = "; ".join([*(() if causes else given_up), first_words(problem, plan, back.found)])
        parts.append(_first_back(problem, plan, back.found, how))
        given_up = given_up if causes else []
    if given_up:
        parts.append(f"{GIVEN_UP}{', '.join(['; '.join(given_up), *sorted(causes)])}.")
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
    words = say(f"coming_back{more}", days=f"{found.days}", how=how)
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


def _other_weekday(problem: Problem, plan: Plan, today: Day) -> list[str]:
    """Return why a session is not on its usual weekday where no earlier card has said the same."""
    words = list(weekday_words(problem, plan, today))
    days = (problem.days[s.day] for s in plan.sessions if words and s.day < today.index)
    alike = (day for day in days if day.weekday == today.weekday)
    told = any(list(weekday_words(problem, plan, day)) == words for day in alike)
    return [] if told else words


def run_left_out(problem: Problem, day: Day) -> bool:
    """Return whether a day has a hard run that falls into an illness, or comes too soon after.

    It is too soon within two days, or the days of rest after a fever, where a medium-long run is
    hard, too; and as long as no easy run came after the days of rest, for a week at most.
    """
    if day.to_race <= 0 or day.kind not in HARD_KINDS:
        return day.kind in KEY_KINDS and (day.ill or day.recovering)
    days = problem.days[max(0, day.index - WEEK) : day.index + 1]
    if any(before.ill for before in days[-1 - SOON :]):
        return True
    for before, other in pairwise(reversed(days)):
        if before.recovering or other.ill:
            return True
        if before.kind in EASY_KINDS:
            return False
    return False


def runs_left_out(problem: Problem) -> list[str]:
    """Name the hard runs that an illness takes: ``the long run (Sat 13 Feb, Sat 20 Feb)``."""
    return _named(day for day in problem.days if run_left_out(problem, day))


def _named(days: Iterable[Day]) -> list[str]:
    """Return the runs of some days by name, each with its days."""
    named: dict[str, list[str]] = {}
    for day in days:
        named.setdefault(run_name(day), []).append(day.label)
    return [f"{name} ({', '.join(labels)})" for name, labels in named.items()]


def _place(problem: Problem, today: Day) -> str:
    """Return where a session stands beside the day's running, and what follows from that."""
    if not today.option:
        return say("day_none", run=RUN_WORDS[today.kind])
    if today.option == "B":
        return say("day_cross" if today.kind is RunKind.CROSS else "day_rest")
    words = after_words(problem, today)
    praised = today.option == "A" and not _bad(problem, today) and not today.maybe_rest
    rests = today.next_kind is RunKind.REST
    fine = f", {say('day_before_rest' if rests else 'day_good')}" if praised else ""
    return f"{words[0].upper()}{words[1:]}{fine}."


def one_session_peak(problem: Problem, plan: Plan, number: int) -> bool:
    """Return whether a peak week has one session where base weeks have two."""
    week = problem.week(number)
    one = len(plan.in_week(number)) == 1 and not plan.uses(Relaxation.CUT_SHORT, number)
    peak = week.phase is Phase.PEAK and one
    return peak and problem.twice and not week.own


def share_of_base(problem: Problem, plan: Plan, number: int) -> str:
    """Return the share of a base week's sets that a week has: ``half``.

    Of the last full one; of the one with most where each gives up something.
    """
    totals = {week: plan.total(week.number) for week in problem.growing_weeks()}
    whole = [total for week, total in totals.items() if is_full(problem, plan, week) and total]
    full = whole[-1] if whole else max(totals.values(), default=0)
    share = plan.total(number) / full if full else 1
    return min(SHARES, key=lambda words: abs(SHARES[words] - share))


def is_full(problem: Problem, plan: Plan, week: Week) -> bool:
    """Return whether a week has all of its sessions whole, and is on the way back from no gap."""
    whole = {session.kind for session in plan.in_week(week.number)} == set(week.kinds)
    return whole and not follows_gap(problem, plan, week.number)


def after_words(problem: Problem, day: Day) -> str:
    """Return where a session stands beside the day's running: ``after the easy run``."""
    if run_left_out(problem, day):
        return say("day_instead", run=run_name(day))
    if day.option == "A":
        return f"after {_running(day)}"
    if day.option == "C":
        return f"after {_running(day)}, kept small"
    cross = day.kind is RunKind.CROSS
    return f"on a day {'of cross-training' if cross else 'without a run'}"


def _running(day: Day) -> str:
    """Return the day's runs: ``the easy run and, if you do it, the recovery run``."""
    runs = [run for run in day.runs if run.kind not in NOT_RUNNING]
    kinds = [run.kind for run in runs]
    if len(kinds) == BOTH and len({(run.kind, run.optional) for run in runs}) == 1:
        words = [f"both {RUN_WORDS[kinds[0]]}s"]
    else:
        words = [
            f"the {'second ' if run.kind in kinds[:index] else ''}{RUN_WORDS[run.kind]}"
            for index, run in enumerate(runs)
        ]
    if all(run.optional for run in runs):
        return f"{' and '.join(words)}, or on its own should you rest"
    return " and ".join(
        f"(if you do it) {word}" if run.optional else word
        for run, word in zip(runs, words, strict=False)
    )


def neighbours(problem: Problem, plan: Plan, day: int) -> str:
    """Name the last and the next key run with the days between, and a bad neighbour first.

    A long run near and a race in sight are named though another key run comes before them. A last
    one of more than a week ago says nothing, nor does one where nobody knows whether a later one
    was left out, as it should be too soon after an illness.
    """
    today = problem.days[day]
    after = [other for other in problem.days[day + 1 :] if other.kind in KEY_KINDS]
    before = [o for o in problem.days[:day] if o.kind in KEY_KINDS and not run_left_out(problem, o)]
    parts = []
    bad = _bad(problem, today)
    if bad:
        names = {1: "Tomorrow", -1: "Yesterday"}
        told = ". ".join(f"{names[gap]}: {_key_run(problem, today, gap)}" for gap in bad)
        parts.append(f"{told}{_told_elsewhere(problem, plan, today)}.")
    races = [other for other in after if _race_in_sight(today, other)]
    near = [other for other in after if other.far and other.index - day <= LONG_RUN_NEAR]
    ahead = [*after[:1], *near[:1], *races]
    told_days = sorted({other.index for other in ahead} - {day + gap for gap in bad})
    words = ", ".join(_ahead(problem, today, problem.days[index]) for index in told_days)
    if words:
        parts.append(f"Next: {words}.")
    if before and -1 not in bad:
        gap = day - before[-1].index
        ago = "yesterday" if gap == 1 else f"{gap} days ago"
        since = problem.days[before[-1].index + 1 : day]
        unknown = any(not other.ill and run_left_out(problem, other) for other in since)
        if gap <= WEEK and not unknown:
            parts.append(f"Last: {run_name(before[-1])}, {ago}.")
    titles = [
        f"{_short(own.title)} ({problem.days[other].date:%a})"
        for other in problem.week(today.week).days
        for own in problem.days[other].own
    ]
    if parts and titles:
        parts.append(say("own_session", titles=", ".join(titles)))
    return " ".join(parts)


def _bad(problem: Problem, day: Day) -> list[int]:
    """Return which neighbours are bad ones: 1 tomorrow's key run, -1 yesterday's long one."""
    tomorrow = [1] if day.next_kind in KEY_KINDS else []
    left = day.index > 0 and run_left_out(problem, problem.days[day.index - 1])
    return tomorrow + ([-1] if day.since_long == 1 and not left else [])


def _race_in_sight(today: Day, other: Day) -> bool:
    """Return whether a day has a race that is near: the race, or a tune-up within a week."""
    tuneup = other.kind is RunKind.TUNEUP and other.index - today.index < WEEK
    return tuneup or (other.to_race == 0 and today.to_race <= RACE_IN_SIGHT)


def _told_elsewhere(problem: Problem, plan: Plan, today: Day) -> str:
    """Return `_elsewhere` where no earlier session on this weekday has said the same."""
    words = _elsewhere(problem, plan, today)
    days = (problem.days[s.day] for s in plan.sessions if s.day < today.index)
    alike = [day for day in days if day.weekday == today.weekday and _bad(problem, day)]
    told = words and any(_elsewhere(problem, plan, day) == words for day in alike)
    return "" if told else words


def _elsewhere(problem: Problem, plan: Plan, today: Day) -> str:
    """Say what is near on all other free days of the week; nothing if one of them costs nothing."""
    taken = {session.day for session in plan.sessions}
    others = [
        day
        for day in problem.open_days(problem.week(today.week))
        if day.trainable and day.index not in taken
    ]
    if not others:
        return " - no other day is free"
    are = "other free days are" if len(others) > 1 else "the other free day is"
    prices = {price(day, taken - {today.index}) for day in others}
    bad = _bad(problem, today)
    last = RACE if today.after_long_race else LONG_RUN
    here = {PRICES.get(today.next_kind, WORKOUT) if gap == 1 else last for gap in bad}
    if prices <= here:
        told = [words for words in PRICED if words in prices]
        return f" - {are} near {' or '.join(told)}, too"
    if "" in prices:
        return ""
    told = [words for words in PRICED if words in prices - here]
    return f" - {are} too near {' or '.join(told)}"


def _key_run(problem: Problem, today: Day, gap: int) -> str:
    index = today.index + gap
    if 0 <= index < len(problem.days):
        return f"{run_name(problem.days[index])}{_waits(problem, today, problem.days[index])}"
    return f"the {RUN_WORDS[RunKind.TUNEUP if today.since_tuneup == -gap else RunKind.LONG]}"


def _short(title: str) -> str:
    """Return how a sentence names a strength session of the run plan: ``Gym``."""
    words = title.partition(":")[0].strip()
    return words if PLAIN.fullmatch(words) else NAMELESS


def _waits(problem: Problem, today: Day, day: Day) -> str:
    """Say of a hard run that it waits for an easy one, after an illness that is known today."""
    unknown = any(other.ill for other in problem.days[today.index + 1 : day.index + 1])
    waits = day.index > today.index and run_left_out(problem, day) and not unknown
    return say("not_before_easy") if waits else ""


def _ahead(problem: Problem, today: Day, day: Day) -> str:
    gap = day.index - today.index
    when = f"{day.date:%a}" if gap < WEEK else day.label
    words = "tomorrow" if gap == 1 else f"in {gap} days"
    return f"{run_name(day)} {words} ({when}{_waits(problem, today, day)})"
