"""Every picture, of plans made by hand: no solver and no progression has a say in them.

``python -m tests.plots.pictures`` from the top of the repository draws the baseline images anew.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

from matplotlib.figure import Figure

from runtall import plots
from runtall.compare.front import Front
from runtall.domain.exercise import Measure, SessionKind
from runtall.domain.library import exercises
from runtall.domain.phase import Phase
from runtall.domain.plan import Entry, Plan, Session
from runtall.domain.problem import Problem
from runtall.domain.relaxation import Relaxation, Relaxed
from runtall.domain.report import Report, Stage
from runtall.domain.run_plan import RunKind
from runtall.domain.tier import Tier
from runtall.domain.view import PlanView
from tests.problems import problem, scenario_of

BASELINE = Path(__file__).parent / "baseline"
DPI = 60
DAYS = {SessionKind.D1: 0, SessionKind.D2: 3, SessionKind.LIGHT: 3, SessionKind.VERY_LIGHT: 2}


def with_distances(problem: Problem) -> Problem:
    """Kilometres for every run, a little more each week."""
    days = tuple(
        replace(
            day,
            runs=tuple(
                replace(run, distance_m=1000 * (6 + day.week + 8 * (run.kind is RunKind.LONG)))
                if run.kind is not RunKind.REST
                else run
                for run in day.runs
            ),
        )
        for day in problem.days
    )
    return replace(problem, days=days)


def entry(position: int, key: str, sets: int, exposure: int) -> Entry:
    """An exercise that grows: reps for three exposures, then a heavier weight."""
    exercise = exercises()[key]
    amount = exercise.low + exposure % 4
    loaded = exercise.estimates_max or exercise.measure is Measure.METRES
    return Entry(
        position,
        key,
        sets,
        reps=amount if exercise.measure is Measure.REPS else None,
        distance_m=5 * amount if exercise.measure is Measure.METRES else None,
        hold_s=amount if exercise.measure is Measure.SECONDS else None,
        load_g=10_000 + 2_000 * (exposure // 4) if loaded else None,
        rir=3,
    )


def plan(problem: Problem, shift: int = 0) -> Plan:
    """Two sessions a week, one in the taper, ``shift`` days later than usual."""
    sessions = []
    for week in problem.weeks:
        kinds = (
            [SessionKind.D1, SessionKind.D2]
            if week.phase is not Phase.TAPER
            else [SessionKind.LIGHT]
        )
        for kind in [SessionKind.VERY_LIGHT] if week.race_week else kinds:
            day = week.days[0] + DAYS[kind] + shift
            entries = tuple(
                entry(slot.position, slot.alternatives[0], 2 + (week.number > 4), week.number - 1)
                for slot in problem.slots[kind]
            )
            sessions.append(Session(day, kind, entries, "A", "easy", 20 + week.number))
    return Plan(tuple(sessions), mobility=tuple(week.days[4] for week in problem.weeks))


def report(first: int) -> Report:
    values = count(first, 7)
    stages = [Stage(tier, value := next(values), value, "OPTIMAL", 0.1) for tier in Tier]
    return Report("OPTIMAL", tuple(stages), {}, {}, {}, 1.0)


def views() -> dict[str, PlanView]:
    """A plan, and another one of which a week is relaxed and every session moved."""
    usual = with_distances(problem("easy workout easy? easy rest long recovery", weeks=12))
    moved = replace(plan(usual, shift=1), relaxed=(Relaxed(3, Relaxation.SINGLE),))
    without = replace(moved, sessions=moved.sessions[4:])
    return {
        "usual": PlanView(scenario_of(usual), plan(usual), report(3)),
        "a day later": PlanView(scenario_of(usual), without, report(1)),
    }


def pictures() -> dict[str, Figure]:
    """Every kind of picture by name."""
    both = views()
    usual = both["usual"]
    return {
        "calendar": plots.calendar(usual),
        "weekly_sets": plots.weekly_sets(usual),
        "load_paths": plots.load_paths(usual),
        "comparison": plots.comparison(both),
        "front": plots.front(front([(3, 66), (5, 60), (9, 20)], usual=(6, 60))),
    }


def front(costs: list[tuple[int, int]], usual: tuple[int, int], unproven: int = -1) -> Front:
    """A front with points of these costs; that with an index isn't proven."""
    tiers = (Tier.DOSE, Tier.PREFERENCE)
    view = views()["usual"]

    def point(index: int, costs: tuple[int, int]) -> PlanView:
        bounds = (costs[0], costs[1] - (index == unproven))
        stages = tuple(map(Stage, tiers, costs, bounds, ("OPTIMAL",) * 2, (0.1,) * 2))
        return replace(view, report=replace(view.report, stages=stages))

    points = {str(cost[0]): point(index, cost) for index, cost in enumerate(costs)}
    return Front(*tiers, point(-2, usual), points, complete=True)


def save(figure: Figure, path: Path) -> None:
    # Without the version of the library, the same picture is the same file.
    figure.savefig(path, dpi=DPI, metadata={"Software": None})


if __name__ == "__main__":
    BASELINE.mkdir(exist_ok=True)
    for name, figure in pictures().items():
        save(figure, BASELINE / f"{name}.png")
