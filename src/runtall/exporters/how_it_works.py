"""How this plan works: what is the same in every session, said once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from statistics import multimode

from runtall.derivation.available_loads import Level, height_cm, level_of
from runtall.domain.exercise import HEAVY_KINDS, Pattern, SessionKind
from runtall.domain.library import records, templates
from runtall.domain.mobility import BANDS, mobility_items
from runtall.domain.phase import Phase
from runtall.domain.plan import Plan
from runtall.domain.problem import Day, Problem
from runtall.domain.session_costs import HALF_AN_HOUR_S
from runtall.domain.units import distance_words, height_words
from runtall.domain.view import is_easier
from runtall.errors.words import counted, runs_of
from runtall.exporters.card_way_back import smaller_weeks
from runtall.exporters.session_card import in_line
from runtall.progression.causes import NUMBERS
from runtall.progression.coming_back import as_planned, back_at, first_words
from runtall.progression.exposures import exposures
from runtall.progression.mobility import in_week
from runtall.progression.sign_words import unserved
from runtall.progression.substitution import (
    AS_ELSEWHERE,
    ON_THIS_DAY,
    in_sentence,
    substitution,
    usual_of,
)
from runtall.progression.texts import listed, race_words, say, texts
from runtall.progression.why_today import (
    after_fever,
    is_full,
    one_session_peak,
    runs_left_out,
    share_of_base,
)

HOW_TITLE = "How this plan works"
CARRY_STEP_M = 5
# Weeks of the guide's plan, and days in a row that are a break for who has no time.
GUIDE_WEEKS, DAYS_OFF = range(8, 17), 3
PUSH_UP, FLOOR_PRESS = "push_up", "db_floor_press"
# Shares of a base week that are about half of it.
ABOUT_HALF = {"two fifths", "half", "three fifths"}


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
    race, unsaid = race_words(problem), _beside_the_point(problem, plan, done)
    own = {
        "The sessions": _short(problem),
        "Getting stronger": [*_push_ups(problem, plan, units), *_first_weights(problem, plan)],
        "Around your runs": [
            _phases(problem, plan),
            *_taper(problem, plan),
            *_breaks(problem, plan),
            *_runs_left_out(problem),
            *_easier_weeks(problem, plan),
        ],
        "Recovery": _more_mobility(problem, plan),
    }
    for row in records("how_it_works.csv"):
        ids = [text_id for text_id in row["texts"].split() if text_id not in unsaid]
        common = (say(text_id, race=race, **steps) for text_id in ids)
        yield row["title"], "\n".join([*common, *own.get(row["title"], [])])
    instead = [*_stand_ins(problem, plan), *_left_out(problem, plan), *_no_room(problem, done)]
    if instead := [*instead, *(f"- {o[0].upper()}{o[1:]}." for o in unserved(problem, plan))]:
        yield "What stands in", "\n".join(instead)
    yield "The exercises", "\n".join(_exercises(problem, plan, done))
    reading = records("further_reading.csv")
    yield "Further reading", "\n".join(f"- {row['topic']}: {row['url']}" for row in reading)


def _push_ups(problem: Problem, plan: Plan, units: str) -> Iterator[str]:
    """Yield from which height to which the plan's push-ups go."""
    found = exposures(problem, plan).get(PUSH_UP, ())
    levels = [level_of(exposure.entry, exposure.loads) for exposure in found if exposure.in_base]
    known = [level for level in levels if level]
    if len(known) > 1:
        hardest = max(known, key=lambda level: level.force)
        told = list(dict.fromkeys([known[0], hardest, known[-1]]))
        base = [exposure for exposure in found if exposure.day.phase is Phase.BASE]
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


def _first_weights(problem: Problem, plan: Plan) -> Iterator[str]:
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


def _easier_weeks(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield which weeks of base are easier, and after a break; or when the first easier one comes.

    Nothing where a run cutback or a session given up makes one small without being asked.
    """
    base = problem.phase_weeks(Phase.BASE)
    easier = [week.number for week in base if is_easier(problem, plan, week)]
    peak = problem.phase_weeks(Phase.PEAK)
    if easier:
        yield say("easier_weeks", dates=_dates(problem, easier))
    if after := sorted(smaller_weeks(problem, plan) - set(easier)):
        yield say("smaller_weeks", dates=_dates(problem, after))
    growing = problem.growing_weeks()
    whole = all(is_full(problem, plan, week) and not week.cutback for week in growing)
    if peak and growing and whole and not easier:
        yield say("easier_with_peak", date=problem.days[peak[0].days[0]].short_date)


def _dates(problem: Problem, weeks: Sequence[int]) -> str:
    """Write weeks as a phone shows them: ``1 Mar to 14 Mar, 5 Apr to 11 Apr``."""
    parts = ((problem.week(some[0]), problem.week(some[-1])) for some in runs_of(weeks))
    ends = ((problem.days[a.days[0]], problem.days[b.days[-1]]) for a, b in parts)
    return ", ".join(f"{first.short_date} to {last.short_date}" for first, last in ends)


def _breaks(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield a line for each illness, each time off and each trip: when, and how it goes on."""
    days = [day for day in problem.days if plan.sessions and day.to_race > 0 and not day.early]
    usual = {day.weekday for day in days if day.free}
    names: list[str] = []
    for day in days:
        # A weekday that is always off belongs to what lies around it.
        same = not (day.ill or day.weekday in usual)
        names.append("".join(names[-1:]) if same else _taken(problem, day))
    for name, group in groupby(zip(days, names, strict=True), key=itemgetter(1)):
        some = every = [day for day, _ in group]
        while some and not (some[-1].ill or some[-1].weekday in usual):
            some = some[:-1]
        if not name or (name == "off" and len(some) < DAYS_OFF):
            continue
        last = (every if name == "off" else some)[-1]
        ends = dict.fromkeys((some[0].short_date, last.short_date))
        later = [session.day for session in plan.sessions if session.day > some[-1].index]
        back = _back_words(problem, plan, later[0]) if later else say("back_never")
        back = "; ".join([back, *(after_fever(problem, later[0]) if later else ())])
        none = name == "away" and not any(plan.on(day.index) for day in some)
        yield say(f"break_{name}{'_none' * none}", dates=" to ".join(ends), back=back)


def _runs_left_out(problem: Problem) -> Iterator[str]:
    """Yield which runs an illness takes, if any."""
    if runs := runs_left_out(problem):
        yield say("ill_runs", runs=", ".join(runs))


def _taken(problem: Problem, day: Day) -> str:
    """Return what takes a day from the usual week: ``ill``, ``off``, ``away`` or nothing."""
    if day.ill or not day.free:
        return "ill" if day.ill else "off"
    kit = problem.request.access and problem.request.access[day.index].equipment
    return "away" if kit else ""


def _back_words(problem: Problem, plan: Plan, day: int) -> str:
    """Say when the first session after a break is, and how small."""
    words, back = say("back_on", date=problem.days[day].short_date), back_at(problem, plan, day)
    if not (back and back.small and back.found.day == day):
        return words
    if as_planned(problem, plan, day):
        return f"{words}{say('back_planned')}"
    return f"{words} {say('back_with', how=first_words(problem, plan, back.found))}"


def _phases(problem: Problem, plan: Plan) -> str:
    """Say what the weeks of the plan before its taper are for, and how many sessions they have."""
    counts = {
        phase: [n for week in problem.phase_weeks(phase) if (n := len(plan.in_week(week.number)))]
        for phase in (Phase.BASE, Phase.PEAK)
    }
    base, peak = counts.values()
    weeks = len(problem.planned_weeks)
    yours = say("how_weeks", weeks=counted(weeks, "week")) if weeks not in GUIDE_WEEKS else ""
    told = [say("how_phases", yours=yours)]
    usual = multimode(base)[0] if base else 0
    if base:
        words = f"{NUMBERS[usual]} session{'s' * (usual > 1)}"
        own = any(week.own for week in problem.phase_weeks(Phase.BASE))
        told.append(say("how_base", sessions=words, own=f" {say('how_beside')}" if own else ""))
    if peak:
        single = [
            week.number
            for week in problem.phase_weeks(Phase.PEAK)
            if one_session_peak(problem, plan, week.number)
        ]
        shares = list(dict.fromkeys(share_of_base(problem, plan, week) for week in single))
        fewer = say("how_fewer")
        if len(single) == len(peak):
            fewer = say("how_share", share=" or ".join(shares))
        elif shares and ABOUT_HALF.issuperset(shares):
            fewer = f"{fewer} ({say('how_half')})"
        words = " or ".join(NUMBERS[number] for number in sorted(set(peak)))
        told.append(say("how_peak", sessions=words, fewer=fewer))
    return " ".join(told)


def _taper(problem: Problem, plan: Plan) -> Iterator[str]:
    """Yield what the taper has: sessions of ours, or only those of the run plan."""
    taper = problem.phase_weeks(Phase.TAPER)
    light = [session for week in taper for session in plan.in_week(week.number)]
    own = any(week.own and not plan.in_week(week.number) for week in taper)
    if light:
        done = {entry.exercise for session in light for entry in session.entries}
        patterns = {problem.exercises[key].pattern for key in done}
        rows = any(key.endswith("_row") for key in done)
        words = {
            Pattern.PULL: "taper_rows" if rows else "taper_pulls",
            Pattern.PUSH: "taper_push_ups" if PUSH_UP in done else "taper_presses",
            Pattern.CARRY: "taper_carries",
        }
        what = listed([say(words[pattern]) for pattern in words if pattern in patterns])
        yield say("how_taper", own=f" {say('taper_own')}" if own else "", what=what)
    elif own:
        yield say("how_taper_own")


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


def _stand_ins(problem: Problem, plan: Plan) -> Iterator[str]:
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


def _exercises(problem: Problem, plan: Plan, done: Collection[str]) -> Iterator[str]:
    """Yield a line for each exercise of the plan: what to think of."""
    for key, exercise in problem.exercises.items():
        if key in done:
            yield f"- {exercise.name}: {exercise.cue}"
    if not plan.mobility:
        for item in mobility_items(items=problem.request.equipment.items):
            yield f"- {item.name}: {item.cue}"


def _no_room(problem: Problem, done: set[str]) -> Iterator[str]:
    """Yield a line for each place of the templates that no exercise takes, though nothing hurts.

    It names what would be done there: the bench press of who has no bench is none.
    """
    request, athlete, kit = problem.request, problem.request.athlete, problem.request.equipment
    possible = {k for d in problem.days if problem.equipment(d.index) == kit for k in d.possible}
    for kind in sorted(HEAVY_KINDS):
        for slot in templates()[kind].slots:
            ways = slot.alternatives
            if set(ways) & done or slot.alternatives[0] in athlete.painful | request.avoid:
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
