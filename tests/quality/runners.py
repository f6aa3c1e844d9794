"""Ten runners whose whole plans are kept as text, so that a change of a plan is read as a diff.

``python -m tests.quality.runners`` writes them anew.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from runtall.domain.exercise import Measure
from runtall.domain.plan import Entry, Plan
from runtall.domain.problem import Problem, Week
from runtall.domain.scenario import Scenario
from runtall.progression.dose import prescribe
from runtall.scenario import read_text
from runtall.solve.outcome import Planned
from runtall.solve.planner import solve

PLANS = Path(__file__).parent / "tables"
GRAMS = {"metric": (1000, "kg"), "imperial": (453.59237, "lb")}
SATURDAY = "mon: easy, tue: workout, wed: easy, thu: easy, fri: easy, sat: long, sun: recovery"
SUNDAY = "mon: rest, tue: workout, wed: easy, thu: workout, fri: rest, sat: easy, sun: long"
THREE = "mon: rest, tue: easy, wed: rest, thu: workout, fri: rest, sat: rest, sun: long"
GYM = "{dumbbells_kg: {from: 1, to: 30, step: 1}, pull_up_bar: true}"
HOME = "{dumbbells_kg: {from: 2.5, to: 25, step: 2.5}, cable_kg: false, pulldown_kg: false}"
FLOOR = "{dumbbells_kg: [4, 6, 8, 10], bench: false, cable_kg: false, pulldown_kg: false}"
HEAVY = "{dumbbells_kg: [16], cable_kg: false, pulldown_kg: false}"
BANDS = "{dumbbells_kg: false, cable_kg: false, pulldown_kg: false, bench: false, bands: true}"
POUNDS = "{dumbbells_lb: {from: 5, to: 60, step: 5}, cable_lb: {from: 5, to: 150, step: 5}}"
# Weeks, run week, athlete, equipment, and what else a scenario says.
RUNNERS = {
    "new-gym": (16, SATURDAY, "experience: new, sex: m, body_mass_kg: 70", GYM, ""),
    "new-bands": (12, SUNDAY, "experience: new, sex: f, body_mass_kg: 58", BANDS, ""),
    "new-one-heavy-pair": (16, SUNDAY, "experience: new, sex: f, body_mass_kg: 60", HEAVY, ""),
    "new-no-bench": (8, THREE, "experience: new, body_mass_kg: 75, push_ups: 0", FLOOR, ""),
    "some-home": (16, SUNDAY, "experience: some, sex: m, body_mass_kg: 82, push_ups: 8", HOME, ""),
    "some-gym-signs": (
        12, SATURDAY, "experience: some, body_mass_kg: 64, signs: {torso_twists: 3}", GYM, ""
    ),
    "some-bands-30-weeks": (30, SATURDAY, "experience: some, push_ups: 12", BANDS, ""),
    "trained-gym-30-weeks": (
        30, SUNDAY, "experience: trained, sex: m, body_mass_kg: 76, push_ups: 30", GYM, ""
    ),
    "trained-pounds": (
        16, THREE, "experience: trained, sex: f, body_mass_lb: 130", POUNDS, "units: imperial\n"
    ),
    "older-25-minutes": (
        12, SATURDAY, "experience: some, sex: m, age: 66, body_mass_kg: 71", GYM,
        "strength: {minutes: 25}\n",
    ),
}  # fmt: skip


def scenario(name: str) -> Scenario:
    """The scenario of a runner."""
    weeks, week, athlete, kit, more = RUNNERS[name]
    text = (
        f"race_date: 2027-04-25\nweeks: {weeks}\nruns: {{week: {{{week}}}}}\n"
        f"athlete: {{{athlete}}}\nequipment: {kit}\n{more}"
    )
    return read_text(text, Path(f"{name}.yaml"))


@cache
def solved(name: str) -> tuple[Scenario, Plan]:
    """The runner's plan with its doses."""
    found = scenario(name)
    outcome = solve(found.problem, found.solver)
    assert isinstance(outcome, Planned), outcome
    assert outcome.report.status == "OPTIMAL", name
    return found, prescribe(found.problem, outcome.plan)


def dose(entry: Entry, measure: Measure, units: str) -> str:
    """``3x10 @ 11 kg *``: sets, reps, load; * a step of load, = the same as last time."""
    grams, unit = GRAMS[units]
    load = f" @ {entry.load_g / grams:g} {unit}" if entry.load_g else ""
    load = load or (f" {entry.load}" if entry.load else "")
    suffix = {Measure.REPS: "", Measure.METRES: " m", Measure.SECONDS: " s"}[measure]
    amount = entry.reps or entry.distance_m or entry.hold_s
    mark = {"load": " *", "hold": " =", "sets": " +"}.get(entry.method, "")
    return f"{entry.sets}x{amount}{suffix}{load} rir {entry.rir}{mark}"


def week_lines(problem: Problem, plan: Plan, week: Week, units: str) -> list[str]:
    """The sessions of a week, an exercise a line."""
    reduced = ", reduced" if week.reduced else ""
    lines = [f"week {week.number} ({week.phase}{reduced}): {plan.total(week.number)} sets"]
    for session in plan.in_week(week.number):
        day = problem.days[session.day]
        lines.append(f"  {day.weekday} {session.kind}, {session.minutes} min")
        for entry in session.entries:
            exercise = problem.exercises[entry.exercise]
            words = dose(entry, exercise.measure, units)
            note = f"   {entry.note}" if entry.note else ""
            lines.append(f"    {exercise.key:18} {words}{note}")
    return lines


def text(name: str) -> str:
    """The whole plan of a runner."""
    found, plan = solved(name)
    problem, units = found.problem, found.publication.units
    lines = [line for w in problem.weeks for line in week_lines(problem, plan, w, units)]
    return "\n".join([f"{name}: * step of load, + one set more, = as last time", *lines, ""])


if __name__ == "__main__":
    for runner in RUNNERS:
        (PLANS / f"{runner}.txt").write_text(text(runner), "utf-8")
