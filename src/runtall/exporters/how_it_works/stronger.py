"""How the plan's exercises get harder: push-ups by height, and where first weights differ."""

from __future__ import annotations

from collections.abc import Iterator

from runtall.derivation.available_loads import Level, height_cm, level_of
from runtall.domain.exercise import LIGHT_KINDS
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Problem
from runtall.domain.units import height_words
from runtall.progression.exposures import exposures
from runtall.progression.texts import say, texts

PUSH_UP = "push_up"


def push_ups(problem: Problem, plan: Plan, units: str) -> Iterator[str]:
    """Yield from which height to which the plan's push-ups go."""
    found = exposures(problem, plan).get(PUSH_UP, ())
    levels = [level_of(exposure.entry, exposure.loads) for exposure in found if exposure.in_base]
    known = [level for level in levels if level]
    if len(known) > 1:
        hardest = max(known, key=lambda level: level.force)
        told = list(dict.fromkeys([known[0], hardest, known[-1]]))
        # A very light session is easier anyway.
        base = [o for o in found if o.day.phase is Phase.BASE and o.kind not in LIGHT_KINDS]
        levels = [level_of(exposure.entry, exposure.loads) for exposure in base]
        other = [o for o, level in zip(base, levels, strict=True) if level not in {None, *told}]
        trip = "push_ups_away" if all(o.elsewhere for o in other) else "push_ups_eased"
        key = trip if other else "push_ups_stay"
        key = key if len(told) == 1 else "push_ups_go"
        if known[-1].force < hardest.force:
            # Only a break takes a height back.
            key, told = "push_ups_back", [hardest, known[-1]]
        paused = any(say("instead_push") in exposure.entry.note for exposure in found)
        yield say(
            key,
            first=_height(told[0], units),
            last=_height(told[-1], units),
            pause=say("pause") if paused else "",
        )


def _height(level: Level, units: str) -> str:
    """Write a height, and what has it in most homes: ``hands on 45 cm (a chair)``."""
    words = height_words(level.words, units)
    known = texts().get(f"height_{height_cm(level)}")
    return f"{words} ({known})" if known else words


def first_weights(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield why first guesses differ, where they do."""
    every, known = exposures(problem, plan), problem.request.athlete.loads
    guessed = {key: found[0].entry.load_g for key, found in every.items() if key not in known}
    presses = (guessed.get(key) for key in ("db_bench_press", "db_floor_press"))
    press, row = next(filter(None, presses), None), guessed.get("one_arm_db_row")
    sides = guessed.get("suitcase_carry") and guessed.get("farmer_carry")
    told = [say("first_press")] if press and row and press < row else []
    told += [say("first_carry")] if sides else []
    if told:
        yield say("first_weights", what=", ".join(told))
