"""Where a session is no growing one: why, what is easier in it, and what its week leaves out."""

from __future__ import annotations

from runtall.domain.epley import reps_for
from runtall.domain.exercise import LIGHT_KINDS, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Day, Problem, Week
from runtall.exporters.card_changes import CHANGE, changes, exposures_before
from runtall.exporters.card_item import done_name
from runtall.exporters.card_way_back import is_less, sets_before
from runtall.progression.coming_back import back_at
from runtall.progression.exposures import SPLIT
from runtall.progression.method import GROWTH
from runtall.progression.substitution import in_sentence
from runtall.progression.texts import say
from runtall.progression.why_today import one_session_peak

# Words for what is more than last time.
MORE = {
    say(f"{CHANGE}{name}_more") for name in ("sets", "load", "level", "reps", "distance", "time")
}


def easy_text(problem: Problem, plan: Plan, session: Session) -> str:
    """Return the text that says why a session is no growing one; empty in one that is."""
    return _easy_text(problem, plan, session, behind=sets_before(problem, plan, session) > 0)


def stays(problem: Problem, plan: Plan, session: Session) -> bool:
    """Return whether nothing gets heavier; on the way back that ends before all sets are there."""
    return bool(_easy_text(problem, plan, session, behind=False))


def stays_next(problem: Problem, plan: Plan, session: Session) -> Day | None:
    """Return the day of the next session with some of the same, if it stays as it is there.

    What both days of a week have steps up once in it: the next pull day counts for a pull day. A
    light session of base beside a full one is no week that rests.
    """
    done = {entry.exercise for entry in session.entries}
    later = [
        other
        for other in plan.sessions
        if other.day > session.day
        and not done.isdisjoint(e.exercise for e in other.entries)
        and not (other.kind in LIGHT_KINDS and problem.days[other.day].phase is Phase.BASE)
    ]
    such = [other for other in later if {other.kind, session.kind} != SPLIT] or later
    following = min(such, key=lambda other: other.day, default=None)
    if following is None or not stays(problem, plan, following):
        return None
    return problem.days[following.day]


def _easy_text(problem: Problem, plan: Plan, session: Session, *, behind: bool) -> str:
    day = problem.days[session.day]
    week = problem.week(day.week)
    back = back_at(problem, plan, session.day)
    # Of a short race no rule asks for fewer sets: without them nobody is the fresher for it.
    before_race = "before_race" if week.easier or _fewer(plan, session) else "race_ahead"
    if not behind and any(entry.method == "load" for entry in session.entries):
        return ""
    grows = any(entry.method in GROWTH.values() for entry in session.entries)
    told = [c for entry in session.entries for c in changes(problem, plan, session, entry)]
    changed, more = bool(told), any(change.words in MORE for change in told)
    first = any(change.words == say(f"{CHANGE}first") for change in told)
    if day.phase is Phase.PEAK and more and not behind and is_less(problem, plan, session):
        return "easy_back_small"
    peak = "peak" if _fewer_told(problem, plan, week) else "peak_small"
    # The first that holds.
    causes = {
        "taper": day.phase is Phase.TAPER,
        # Why it lies on its day says that it is small.
        "back_first": back and back.small and back.found.day == session.day,
        peak: day.phase is Phase.PEAK and not behind,
        "light": session.kind in LIGHT_KINDS,
        "deload": week.deload and not (week.away or more or first),
        before_race: day.before_race and not day.after_race,
        "back_sets": behind,
        "back_small": back and back.small and is_less(problem, plan, session),
        "after_race": day.after_race,
        "reduced": week.easier,
        "back" if changed or grows else "back_same": back,
        "away_other" if changed else "away": week.away and not grows,
        "resuming": week.resumes,
        "cutback": week.cutback,
    }
    return next((f"easy_{cause}" for cause, holds in causes.items() if holds), "")


def _fewer_told(problem: Problem, plan: Plan, week: Week) -> bool:
    """Return whether a week has fewer sets than the last growing week of base.

    Of one session for two, why it lies on its day says how many.
    """
    base = (plan.total(other.number) for other in reversed(problem.growing_weeks()))
    fewer = plan.total(week.number) < next(filter(None, base), 0)
    return fewer and not one_session_peak(problem, plan, week.number)


def _fewer(plan: Plan, session: Session) -> bool:
    """Return whether a session has fewer sets than the last one of its kind."""
    alike = [s for s in plan.sessions if s.kind is session.kind and s.day < session.day]
    return bool(alike) and session.n_sets < alike[-1].n_sets


def more_left(problem: Problem, plan: Plan, session: Session, entry: Entry) -> bool:
    """Return whether more is left than asked for: an easier session, or a trip's lighter weight."""
    day = problem.days[session.day]
    grows = day.phase is Phase.BASE and session.kind.heavy and not problem.week(day.week).reduced
    before = [
        other.entry for other in exposures_before(problem, plan, session, entry) if other.in_base
    ]
    if grows or not before or entry.reps is None or entry.rir is None:
        return False
    last = before[-1]
    able, lighter = (last.reps or 0) + (last.rir or 0), entry.load == last.load
    if problem.week(day.week).away and entry.load_g and last.load_g:
        able = reps_for(last.load_g, able, entry.load_g)
        lighter = entry.load_g <= last.load_g
    return lighter and able - entry.reps > entry.rir


def left_out(problem: Problem, plan: Plan, session: Session) -> str:
    """Name the exercises of the last such session that this week has no more.

    That one session for two leaves some out goes without saying, but in base for good; light ones
    are held against light ones only.
    """
    week = problem.days[session.day].week
    before = [other for other in plan.sessions if other.day < session.day]
    before = [other for other in before if not problem.week(problem.days[other.day].week).away]
    alike = LIGHT_KINDS if session.kind in LIGHT_KINDS else {session.kind}
    merged = session.kind is SessionKind.MERGED
    joins = merged and {other.kind for other in before[-1:]} <= SPLIT
    if joins:
        before = before[-2:] if problem.days[session.day].phase is Phase.BASE else []
    else:
        before = [o for o in (before[-1:] if merged else before) if o.kind in alike][-1:]
    here = {(session.kind, entry.position) for entry in session.entries}
    done = {entry.exercise for other in plan.in_week(week) for entry in other.entries}
    gone = {
        entry.exercise: entry
        for other in before
        for entry in other.entries
        if entry.exercise not in done and (other.kind, entry.position) not in here
    }
    later = [other for other in plan.sessions if other.day > session.day]
    again = {entry.exercise for other in later for entry in other.entries}
    # Where the two come again, the next of them tells it.
    waits = joins and any(other.kind in SPLIT for other in later)
    # What earlier weeks of the peak have had, the peak isn't without.
    phases = {problem.days[other.day].phase for other in (session, *before[-1:])}
    peak = Phase.PEAK in phases and len(phases) > 1
    told = []
    for text, keys in (
        ("left_out", [key for key in gone if key in again and not joins]),
        (
            "left_out_in_peak" if peak else "left_out_for_good",
            [key for key in gone if key not in again and not waits],
        ),
    ):
        names = [in_sentence(done_name(problem.exercises[key], gone[key])) for key in keys]
        told += [say(text, names=", ".join(names))] if names else []
    return " ".join(told)
