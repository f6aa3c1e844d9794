"""How this plan works: what is the same in every session, said once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from statistics import multimode

from runtall.domain.exercise import SessionKind
from runtall.domain.library import records
from runtall.domain.mobility import BANDS, mobility_items
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.session_costs import HALF_AN_HOUR_S
from runtall.domain.units import distance_words
from runtall.exporters.how_it_works.breaks import breaks, easier_weeks
from runtall.exporters.how_it_works.phases import phases, taper
from runtall.exporters.how_it_works.stand_ins import stand_ins
from runtall.exporters.how_it_works.stronger import PUSH_UP, first_weights, push_ups
from runtall.progression.mobility import in_week
from runtall.progression.texts import listed, race_words, say
from runtall.progression.why_today.left_out import runs_left_out

HOW_TITLE = "How this plan works"
CARRY_STEP_M = 5
FLOOR_PRESS = "db_floor_press"


def how_it_works(problem: Problem, plan: Plan, units: str) -> str:
    """Write what a runner reads once, on the day of the first session."""
    return "\n\n".join(
        f"{title.upper()}\n{text}" for title, text in how_sections(problem, plan, units)
    )


def how_sections(problem: Problem, plan: Plan, units: str) -> Iterator[tuple[str, str]]:
    """Yield the sections by title; the lines of each end with line feeds."""
    steps = {
        "step": distance_words(CARRY_STEP_M, units),
        "steps": distance_words(2 * CARRY_STEP_M, units),
    }
    done = {entry.exercise for session in plan.sessions for entry in session.entries}
    steps["push_ups"] = say("plain_push_ups") if PUSH_UP in done else ""
    steps["signs"] = listed([sign.cause for sign in problem.request.athlete.shown])
    race, unsaid = race_words(problem), _beside_the_point(problem, plan, done)
    own = {
        "The sessions": _short(problem),
        "Getting stronger": [*push_ups(problem, plan, units), *first_weights(problem, plan)],
        "Around your runs": [
            phases(problem, plan),
            *taper(problem, plan),
            *breaks(problem, plan),
            *_runs_left_out(problem),
            *easier_weeks(problem, plan),
        ],
        "Recovery": _more_mobility(problem, plan),
    }
    for row in records("how_it_works.csv"):
        ids = [text_id for text_id in row["texts"].split() if text_id not in unsaid]
        common = (say(text_id, race=race, **steps) for text_id in ids)
        yield row["title"], "\n".join([*common, *own.get(row["title"], [])])
    if instead := "\n".join(stand_ins(problem, plan, done)):
        yield "What stands in", instead
    yield "The exercises", "\n".join(_exercises(problem, plan, done))
    reading = records("further_reading.csv")
    yield "Further reading", "\n".join(f"- {row['topic']}: {row['url']}" for row in reading)


def _runs_left_out(problem: Problem) -> Iterator[str]:
    """Yield which runs an illness takes, if any."""
    if runs := runs_left_out(problem):
        yield say("ill_runs", runs=", ".join(runs))


def _short(problem: Problem) -> Iterator[str]:
    """Yield how long sessions are where no day has half an hour."""
    caps = [day.cap_s for day in problem.days if day.is_open]
    if caps and max(caps) < HALF_AN_HOUR_S:
        yield say("how_short", minutes=f"{max(caps) // 60}")


def _more_mobility(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield for whom most weeks have more mobility than asked for."""
    request, days = problem.request, {*plan.mobility}
    times = [in_week(problem, plan, week, days) for week in problem.planned_weeks]
    usual = max(multimode(times), default=0)
    if problem.mobility_target >= usual > request.mobility_per_week:
        causes = [sign.cause for sign in request.athlete.shown if sign.mobility]
        yield say("more_mobility", times=f"{usual}", causes=listed(causes))


def _beside_the_point(problem: Problem, plan: Plan, done: Collection[str]) -> set[str]:
    """Return texts that say nothing to this runner, or that events of their own say."""
    items = {item for day in problem.days for item in day.items}
    request = problem.request
    apart = any(s.kind in {SessionKind.D1, SessionKind.D2} for s in plan.sessions)
    unsaid = {
        "signs_ask": request.athlete.shown,
        "signs_told": not request.athlete.shown,
        "mobility": plan.mobility,
        "how_turns": request.base_sessions == 1 or not apart,
        "how_one": request.base_sessions != 1,
        "how_pairs": not any(e.pair for session in plan.sessions for e in session.entries),
        "how_band": BANDS not in items,
        "safe_bands": BANDS not in items,
        "safe_floor": request.equipment.bench or FLOOR_PRESS not in done,
        "safe_chair": PUSH_UP not in done,
    }
    return {text for text, holds in unsaid.items() if holds}


def _exercises(problem: Problem, plan: Plan, done: Collection[str]) -> Iterator[str]:
    """Yield a line for each exercise of the plan: what to think of."""
    for key, exercise in problem.exercises.items():
        if key in done:
            yield f"- {exercise.name}: {exercise.cue}"
    if not plan.mobility:
        for item in mobility_items(items=problem.request.equipment.items):
            yield f"- {item.name}: {item.cue}"
