"""What stands in for the templates' own exercises, and what nothing stands in for."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from runtall.domain.exercise import HEAVY_KINDS
from runtall.domain.library import templates
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.exporters.session_card import in_line
from runtall.progression.sign_words import unserved
from runtall.progression.substitution import (
    AS_ELSEWHERE,
    ON_THIS_DAY,
    in_sentence,
    substitution,
    usual_of,
)
from runtall.progression.texts import say


def stand_ins(problem: Problem, plan: Plan, done: Collection[str]) -> Iterator[str]:
    """Yield a line for each place of the templates whose own exercise isn't in the plan."""
    yield from _in_place(problem, plan)
    yield from _left_out(problem, plan)
    yield from _no_room(problem, done)
    yield from (f"- {words[0].upper()}{words[1:]}." for words in unserved(problem, plan))


def _in_place(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield a line for each exercise that is not the template's own, with the reason.

    What takes the place of another in some sessions only, and on no other day's equipment, is for
    their cards to say.
    """
    entries = [(session, entry) for session in plan.sessions for entry in session.entries]
    done = {entry.exercise for _, entry in entries}
    found = {
        (
            entry.exercise,
            in_sentence(problem.exercises[usual].name),
            substitution(problem, problem.days[session.day], session.kind, entry),
        )
        for session, entry in entries
        if (usual := usual_of(session.kind, entry.position)) is not None
        and (
            usual not in done
            or not problem.exercises[usual].possible_with(problem.days[session.day].items)
        )
    }
    # Where a sign alone gives the reason, its exercise has the place if no other one has.
    places = [words for _, _, words in found]
    told = {
        (key, words if words.startswith(place) else f"{place}, {in_line(words)}")
        for key, usual, words in found
        for place in [f"In place of the {usual}"]
        if words
        and (words.startswith(place) or not any(other.startswith(place) for other in places))
    }
    for key, words in sorted(told):
        others = {other for exercise, other in told if exercise == key} - {words}
        place = words.removesuffix(AS_ELSEWHERE)
        if not (words != place and any(other.startswith(place) for other in others)):
            reason = words.replace(ON_THIS_DAY, f" {say('while_away')}")
            yield f"- {problem.exercises[key].name}: {reason[0].lower()}{reason[1:]}"


def _no_room(problem: Problem, done: Collection[str]) -> Iterator[str]:
    """Yield a line for each place of the templates that no exercise takes, though nothing hurts.

    It names what would be done there: the bench press of who has no bench is none.
    """
    request, athlete, kit = problem.request, problem.request.athlete, problem.request.equipment
    possible = {k for d in problem.days if problem.equipment(d.index) == kit for k in d.possible}
    for kind in sorted(HEAVY_KINDS):
        for slot in templates()[kind].slots:
            ways = slot.alternatives
            if not set(ways).isdisjoint(done) or ways[0] in athlete.painful | request.avoid:
                continue
            own = any(week.own for week in problem.weeks)
            room = "cause_one" if request.base_sessions == 1 else "cause_room"
            why = "cause_own" if own else "cause_time" if problem.optional_slots else room
            best = next((key for key in ways if key in possible), None)
            heavy = [key for key in ways if problem.exercises[key].possible_with(kit.items)]
            why = why if best else "cause_heavy" if heavy else "cause_kit"
            named = problem.exercises[best or [*heavy, *ways][0]].name
            yield f"- {named}: not in this plan, {say(why)}."


def _left_out(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield a line for each exercise that hurts or is avoided and whose place nothing takes.

    What is missing in one kind of session only, and has a stand-in in another, has one.
    """
    athlete, told = problem.request.athlete, set()
    for kind in HEAVY_KINDS:
        kept = {slot.name for slot in problem.slots[kind]}
        missing = {s.alternatives[0] for s in templates()[kind].slots if s.name not in kept}
        told |= missing & (athlete.painful | problem.request.avoid)
    filled = {usual_of(s.kind, entry.position) for s in plan.sessions for entry in s.entries}
    for key in sorted(told - filled):
        why = "it hurts" if key in athlete.painful else "you avoid it"
        yield f"- {problem.exercises[key].name}: left out, as {why}; nothing takes its place."
