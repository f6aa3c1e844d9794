"""What is new in a session against those before it, and how to go on from there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runtall.derivation.available_loads import CHOICE, level_of, weighted
from runtall.domain.exercise import LIGHT_KINDS, SessionKind
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.progression.coming_back import back_at
from runtall.progression.exposures import Exposure, exposures, loads_at
from runtall.progression.improvised import improvised
from runtall.progression.substitution import in_sentence
from runtall.progression.texts import say, texts

# Begins the texts that say what grew; end those of loads that are no weights, and of more sets
# than in the last such session, or in one session for two.
METHOD, LEVEL, SUCH, AT_ONCE = "method_", "_level", "_such", "_once"
# What of an entry is told as a change.
DOSE = ("sets", "reps", "distance_m", "hold_s", "load_g", "load", "rir")


def changes(
    problem: Problem, plan: Plan, session: Session, entry: Entry, *, easy: bool
) -> Iterator[str]:
    """Yield in words what grew or shrank; nothing where all is as it was last time."""
    before = _before(problem, plan, session, entry)
    last = before[-1].entry if before else entry
    if entry.method == "less" or (entry.method == "sets" and easy):
        changed = [name for name in DOSE if getattr(last, name) != getattr(entry, name)]
        if entry.method == "sets":
            # Weeks share their sets out anew as they have fewer: more of them are no growth.
            changed = [name for name in changed if _of(last, name) > _of(entry, name)]
        if session.kind is SessionKind.MERGED and last.sets < entry.sets:
            yield say(f"{METHOD}sets{AT_ONCE}")
        elif changed and (week := _peak_before(before, last, entry)):
            yield say(f"{METHOD}less_than", week=f"{week}")
        elif changed:
            yield say(f"{METHOD}{'less' if easy or changed != ['sets'] else 'fewer_sets'}")
        return
    kind = LEVEL if entry.method == "load" and entry.load_g is None else ""
    if entry.method == "sets":
        kind = _sets_of(session, entry, before)
    yield texts().get(f"{METHOD}{entry.method}{kind}", "")
    same = [other.entry.sets for other in before if other.counts and other.kind is session.kind]
    if not easy and same and same[-1] > entry.sets:
        yield say(f"{METHOD}fewer_sets")


def _peak_before(before: Sequence[Exposure], last: Entry, entry: Entry) -> int:
    """Return the week that less is done than in, where it is not less than last time; else 0."""
    names = ("load_g", "reps", "distance_m", "hold_s")
    more = any(_of(entry, name) > _of(last, name) for name in names)
    counted = [other.day.week for other in before[:-1] if other.counts]
    return counted[-1] if more and counted and not before[-1].counts else 0


def easy_text(problem: Problem, plan: Plan, session: Session) -> str:
    """Return the text that says why nothing gets heavier; empty in a session that may grow."""
    day = problem.days[session.day]
    week = problem.week(day.week)
    if any(entry.method == "load" for entry in session.entries):
        return ""
    if day.phase is Phase.TAPER:
        return "easy_taper"
    if day.phase is Phase.PEAK:
        return "easy_peak"
    if session.kind in LIGHT_KINDS:
        return "easy_light"
    if week.deload and not week.away:
        return "easy_deload"
    if day.after_race:
        return "easy_after_race"
    if day.before_race:
        return "easy_before_race"
    back = back_at(problem, plan, session.day) is not None
    if back or week.reduced:
        return "easy_reduced"
    return "easy_cutback" if week.cutback else ""


def more_left(problem: Problem, plan: Plan, session: Session, entry: Entry) -> bool:
    """Return whether more is left than asked for: an easier session with the same weight."""
    day = problem.days[session.day]
    grows = day.phase is Phase.BASE and session.kind.heavy and not problem.week(day.week).reduced
    before = [other.entry for other in _before(problem, plan, session, entry) if other.in_base]
    if grows or not before or entry.reps is None or entry.rir is None:
        return False
    last = before[-1]
    lighter = (entry.load_g or 0) <= (last.load_g or 0) and entry.load == last.load
    return lighter and (last.reps or 0) + (last.rir or 0) - entry.reps > entry.rir


def left_out(problem: Problem, plan: Plan, session: Session) -> str:
    """Name the exercises of the last such session that this week has no more."""
    week = problem.days[session.day].week
    before = [
        other
        for other in plan.sessions
        if other.day < session.day
        and other.kind is session.kind
        and not problem.week(problem.days[other.day].week).reduced
    ]
    here = {entry.position for entry in session.entries}
    done = {entry.exercise for other in plan.in_week(week) for entry in other.entries}
    names = [
        in_sentence(problem.exercises[entry.exercise].name)
        for other in sorted(before, key=lambda other: other.day)[-1:]
        for entry in other.entries
        if entry.position not in here and entry.exercise not in done
    ]
    return say("left_out", names=", ".join(names)) if names else ""


def advice(problem: Problem, session: Session, *, easy: bool) -> str:
    """Return how to go on: of weights only where one has a heavier one, of levels the same."""
    equipment = problem.equipment(session.day)
    more = set()
    for entry in session.entries:
        exercise = problem.exercises[entry.exercise]
        loads = loads_at(problem, exercise, equipment)
        level = level_of(entry, loads)
        if level is CHOICE or (level and loads[-1].force > level.force):
            weights = weighted(loads) and not improvised(exercise, equipment, loads)
            more.add("weight" if weights else "level")
    if easy:
        return say("nothing_heavier" if "weight" in more else "nothing_harder")
    return say(next((f"step_{kind}" for kind in ("weight", "level") if kind in more), "step_none"))


def _before(problem: Problem, plan: Plan, session: Session, entry: Entry) -> Sequence[Exposure]:
    """Return all that was done of an exercise before a session."""
    found = exposures(problem, plan).get(entry.exercise, ())
    return [other for other in found if other.day.index < session.day]


def _of(entry: Entry, name: str) -> int:
    """Return a number of a dose; 0 for what is none."""
    value = getattr(entry, name)
    return value if isinstance(value, int) else 0


def _sets_of(session: Session, entry: Entry, before: Sequence[Exposure]) -> str:
    """Return how the words for more sets end: sets are compared with the last session of a kind.

    Nothing where that was the last time; else that it was the last such session, or that one
    session has what two had.
    """
    if not before or before[-1].kind is session.kind:
        return ""
    if before[-1].entry.sets >= entry.sets:
        return SUCH
    return AT_ONCE if session.kind is SessionKind.MERGED else ""
