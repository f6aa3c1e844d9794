"""Any request at all: a plan that passes every check, or a conflict that is real and minimal.

``pytest -m sweep tests/solve/test_random_scenarios.py`` searches far longer.
"""

from __future__ import annotations

import time as clock
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from runtall.check.violations import violations
from runtall.derivation.derive import derive
from runtall.domain.athlete import SIGNS, Athlete, Experience
from runtall.domain.calendar import WEEKDAYS, Calendar
from runtall.domain.equipment import NOTHING, Equipment
from runtall.domain.exercise import SessionKind
from runtall.domain.library import exercises
from runtall.domain.problem import Problem
from runtall.domain.request import Access, Ban, Fix, Request
from runtall.domain.run_plan import Run, RunKind
from runtall.domain.scenario import Publication, SolverSettings
from runtall.domain.tier import Tier
from runtall.exporters.card_fitting import MOST_CHARACTERS, card_texts
from runtall.exporters.session_card import session_cards
from runtall.objectives.all import OBJECTIVES
from runtall.progression.dose import prescribe
from runtall.progression.follow import followed
from runtall.rules.all import RULES
from runtall.solve.outcome import Impossible, OutOfTime, Planned
from runtall.solve.planner import solve
from tests.exporters.formats import from_csv, to_csv
from tests.problems import runs_of
from tests.solve.conflicts import assert_conflict

LIMIT_S = 10.0
LATE_S = 5.0
"""What checking and reading may take beyond the limit on a busy machine."""
SETTINGS = SolverSettings(time_limit_s=LIMIT_S)
PUBLICATION = Publication("Random", "random")
WORDS = (
    "rest", "cross", "recovery", "easy", "easy?", "medium_long", "workout", "long", "recovery?",
    "easy+easy", "workout+recovery", "easy+workout", "long+recovery",
)  # fmt: skip
USUAL_WORDS = ("rest", "easy", "easy?", "easy", "workout", "recovery", "medium_long", "rest")
METRES = {
    RunKind.RECOVERY: 6_000,
    RunKind.EASY: 9_000,
    RunKind.MEDIUM_LONG: 16_000,
    RunKind.WORKOUT: 12_000,
    RunKind.TUNEUP: 21_000,
    RunKind.LONG: 26_000,
    RunKind.RACE: 42_000,
}
"""A week's distances, before they are scaled."""
PLACES = {
    "nothing": NOTHING,
    "bands": Equipment((), (), True, (), (), False, False, False, False, 10),
    "hotel": Equipment((5_000, 10_000), (), False, (), (), False, True, False, False, 15),
}
WORKING = tuple(key for key, exercise in exercises().items() if exercise.working)
HARD_OFF = tuple(rule.id for rule in RULES if rule.can_be_off)
SOFT = tuple(objective.id for objective in OBJECTIVES)


@dataclass(frozen=True)
class Scene:
    """A request in few words: what a failing example prints is what reproduces it.

    Parameters
    ----------
    race
        Days after Mon 19 Apr 2027.
    scales
        Percentages of `METRES`, week by week and over again; empty: no distances.
    starts
        Hour of the runs of a weekday.
    windows
        Availability of a weekday: 0 is off, another number minutes, a pair opening hours.
    off, away
        First day and number of days; then the name of the place.
    """

    week: tuple[str, ...]
    weeks: int
    race: int = 6
    week_starts: str = "mon"
    tuneups: frozenset[int] = frozenset()
    scales: tuple[int, ...] = ()
    starts: dict[str, int] = field(default_factory=dict)
    windows: dict[str, int | tuple[int, int]] = field(default_factory=dict)
    off: tuple[tuple[int, int], ...] = ()
    away: tuple[tuple[int, int, str], ...] = ()
    athlete: Athlete = field(default_factory=Athlete)
    equipment: Equipment = field(default_factory=Equipment)
    options: dict[str, Any] = field(default_factory=dict)

    def _runs(self, calendar: Calendar, day: int) -> tuple[Run, ...]:
        if day >= calendar.race_day:
            return (Run(RunKind.RACE),) if day == calendar.race_day else ()
        weekday = WEEKDAYS.index(calendar.weekday(day))
        runs = [Run(RunKind.TUNEUP)] if day in self.tuneups else runs_of(self.week[weekday])
        scale = self.scales[(day // 7) % len(self.scales)] if self.scales else 0
        hour = self.starts.get(calendar.weekday(day))
        result = []
        for place, run in enumerate(runs):
            metres = METRES.get(run.kind, 0) * scale // 100
            result.append(
                Run(
                    run.kind,
                    distance_m=metres or None,
                    minutes=metres // 170 or None,
                    at=None if hour is None else time(min(23, hour + 6 * place)),
                    optional=run.optional,
                )
            )
        return tuple(result)

    def _access(self, calendar: Calendar, day: int) -> Access:
        place = next(
            (PLACES[name] for first, length, name in self.away if first <= day < first + length),
            None,
        )
        free = not any(first <= day < first + length for first, length in self.off)
        window = self.windows.get(calendar.weekday(day))
        if window == 0:
            return Access(free=False, equipment=place)
        if isinstance(window, tuple):
            opens, closes = window
            return Access(free, opens=time(opens), closes=time(closes), equipment=place)
        return Access(free, minutes=window, equipment=place)

    def request(self) -> Request:
        calendar = Calendar(
            date(2027, 4, 19) + timedelta(days=self.race), self.weeks, self.week_starts
        )
        days = range(calendar.n_days)
        return Request(
            calendar,
            tuple(self._runs(calendar, day) for day in days),
            access=tuple(self._access(calendar, day) for day in days),
            athlete=self.athlete,
            equipment=self.equipment,
            **self.options,
        )


rarely = st.integers(0, 5).map(lambda number: number == 5)


@st.composite
def run_weeks(draw: st.DrawFn) -> tuple[str, ...]:
    """A week like that of a run plan, or any words at all."""
    if draw(rarely):
        return tuple(draw(st.lists(st.sampled_from(WORDS), min_size=7, max_size=7)))
    days = draw(st.lists(st.sampled_from(USUAL_WORDS), min_size=7, max_size=7))
    days[draw(st.sampled_from([5, 6, 6, 5, 2]))] = "long"
    return tuple(days)


@st.composite
def equipments(draw: st.DrawFn) -> Equipment:
    if not draw(rarely):
        return Equipment()
    return Equipment(
        dumbbells_g=draw(st.sampled_from([(), (8_000,), tuple(range(2_000, 30_001, 2_000))])),
        kettlebells_g=draw(st.sampled_from([(), (12_000,), (12_000, 16_000, 16_000)])),
        bands=draw(st.booleans()),
        cable_g=draw(st.sampled_from([(), (5_000, 10_000)])),
        pulldown_g=draw(st.sampled_from([(), (5_000, 10_000)])),
        pull_up_bar=draw(st.booleans()),
        bench=draw(st.booleans()),
        incline_bench=draw(st.booleans()),
        barbell_landmine=draw(st.booleans()),
        carry_lane_m=draw(st.sampled_from([0, 10, 30])),
    )


@st.composite
def athletes(draw: st.DrawFn) -> Athlete:
    return Athlete(
        experience=draw(st.sampled_from(Experience)),
        signs={sign: draw(st.integers(0, 3)) for sign in SIGNS} if draw(st.booleans()) else {},
        posture_sags=draw(st.booleans()),
        overhead_irritates=draw(st.booleans()),
        painful=draw(st.frozensets(st.sampled_from(WORKING), max_size=3))
        if draw(rarely)
        else frozenset(),
    )


@st.composite
def strength_options(draw: st.DrawFn, weeks: int) -> dict[str, Any]:
    options: dict[str, Any] = {}
    weekdays = st.sampled_from(WEEKDAYS)
    one_week = st.none() | st.integers(1, weeks)
    if draw(st.booleans()):
        options["minutes"] = draw(st.integers(10, 40))
    if draw(rarely):
        options["base_sessions"] = 1
    if draw(st.booleans()):
        options["peak_sessions"] = draw(st.sampled_from([(1, 1), (1, 2), (2, 2)]))
    if draw(rarely):
        options["taper_sessions"] = 0
    if draw(rarely):
        kinds = st.sampled_from(
            [SessionKind.D1, SessionKind.D2, SessionKind.D1, SessionKind.D2, *SessionKind]
        )
        options["fixes"] = tuple(
            draw(st.lists(st.builds(Fix, kinds, weekdays, one_week), min_size=1, max_size=2))
        )
    if draw(rarely):
        bans = st.builds(
            Ban, st.none() | weekdays, st.none() | st.sampled_from(SessionKind), one_week
        )
        bans = bans.filter(lambda ban: ban != Ban())
        options["bans"] = tuple(draw(st.lists(bans, min_size=1, max_size=2)))
    if draw(rarely):
        options["avoid"] = draw(st.frozensets(st.sampled_from(WORKING), min_size=1, max_size=3))
    if draw(rarely):
        options["prefer"] = tuple(draw(st.lists(st.sampled_from(WORKING), max_size=3, unique=True)))
    if draw(st.booleans()):
        options["mobility_per_week"] = draw(st.integers(0, 7))
    if draw(rarely):
        peak = draw(st.integers(0, min(4, weeks - 1)))
        options["phases"] = (peak, draw(st.integers(1, min(4, weeks - peak))))
    if draw(rarely):
        options["after_run_minutes"] = draw(st.integers(0, 60))
    if draw(rarely):
        options["weights"] = draw(
            st.dictionaries(st.sampled_from(SOFT), st.integers(0, 60), max_size=3)
        )
    if draw(rarely):
        options["off"] = draw(
            st.frozensets(st.sampled_from((*HARD_OFF, *SOFT)), min_size=1, max_size=3)
        )
    return options


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    weeks = draw(st.integers(4, 18))
    days = st.integers(0, 7 * weeks - 1)
    hours = st.integers(5, 20)
    openings = st.tuples(st.integers(5, 20), st.integers(1, 6)).map(
        lambda pair: (pair[0], min(23, pair[0] + pair[1]))
    )
    window = st.just(0) | st.just(0) | st.integers(10, 40) | openings
    stays = st.tuples(days, st.integers(1, 14))
    return Scene(
        week=draw(run_weeks()),
        weeks=weeks,
        race=draw(st.integers(0, 6)),
        week_starts=draw(st.sampled_from(["mon", "sun", "sat"])),
        tuneups=draw(st.frozensets(days, max_size=2)) if draw(rarely) else frozenset(),
        scales=tuple(draw(st.lists(st.integers(50, 130), min_size=3, max_size=weeks)))
        if draw(st.booleans())
        else (),
        starts=draw(st.dictionaries(st.sampled_from(WEEKDAYS), hours)) if draw(rarely) else {},
        windows=draw(st.dictionaries(st.sampled_from(WEEKDAYS), window, max_size=4))
        if draw(st.booleans())
        else {},
        off=tuple(draw(st.lists(stays, max_size=2))) if draw(rarely) else (),
        away=tuple(
            (first, length, name)
            for (first, length), name in draw(
                st.lists(st.tuples(stays, st.sampled_from(sorted(PLACES))), max_size=2)
            )
        )
        if draw(rarely)
        else (),
        athlete=draw(athletes()),
        equipment=draw(equipments()),
        options=draw(strength_options(weeks)),
    )


def assert_planned(problem: Problem, outcome: Planned) -> None:
    """No violation of what was decided, what is prescribed and what is read back."""
    plan = outcome.plan
    assert violations(problem, plan) == ()
    for tier, stage in zip(Tier, outcome.report.stages, strict=True):
        assert stage.name == tier.words
        assert stage.bound <= stage.value
        assert stage.value == sum(o.value(problem, plan) for o in OBJECTIVES if o.tier is tier)
    full = prescribe(problem, plan)
    assert violations(problem, full) == ()
    texts = [card_texts(card)[0] for card in session_cards(problem, full, "metric")]
    assert all(len(text) <= MOST_CHARACTERS for text in texts)
    again = followed(problem, from_csv(to_csv(problem, full, PUBLICATION), problem))
    assert violations(problem, again) == ()
    assert (again.sessions, again.mobility) == (full.sessions, full.mobility)
    assert set(again.relaxed) == set(full.relaxed)


def try_scene(scene: Scene) -> str:
    """Solve one request and hold whatever comes out to its word; the outcome's name."""
    problem = derive(scene.request())
    started = clock.perf_counter()
    outcome = solve(problem, SETTINGS)
    seconds = clock.perf_counter() - started
    assert seconds < LIMIT_S + LATE_S
    if isinstance(outcome, Planned):
        assert_planned(problem, outcome)
    elif isinstance(outcome, Impossible):
        assert_conflict(problem, outcome, minimal=seconds < LIMIT_S)
    else:
        assert isinstance(outcome, OutOfTime)
        assert seconds >= LIMIT_S / 2
    return type(outcome).__name__


UNHURRIED = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


# In its first peak weeks an exercise goes back to its range, which it came back under.
LAPSED = Scene(
    week=("rest", "recovery", "rest", "easy", "rest", "long", "rest"),
    weeks=12,
    race=4,
    athlete=Athlete(experience=Experience.NEW, overhead_irritates=True),
    options={
        "fixes": (Fix(SessionKind.D1, "thu", 7),),
        "bans": (Ban(None, None, 3), Ban(None, SessionKind.D1, 5)),
        "mobility_per_week": 0,
        "phases": (4, 2),
    },
)
# A card without a note that is still a little too long.
LONG_CARD = Scene(
    week=("rest", "rest", "easy", "easy", "easy", "rest", "long"),
    weeks=12,
    race=4,
    week_starts="sat",
    athlete=Athlete(experience=Experience.SOME, overhead_irritates=True),
    options={
        "taper_sessions": 0,
        "fixes": (Fix(SessionKind.D1, "thu", 7),),
        "bans": (Ban("mon", SessionKind.D1, None), Ban("sun", SessionKind.MERGED, 5)),
        "avoid": frozenset({"db_bench_press"}),
        "weights": {"mobility-spread": 23, "option-preference": 60, "spread": 47},
    },
)
# One in which a card says much of what is new.
NEWS = Scene(
    week=("easy", "workout", "recovery", "easy", "workout", "long", "medium_long"),
    weeks=6,
    race=5,
    scales=(57, 98, 63, 50, 80, 118),
    off=((13, 1), (7, 5)),
    athlete=Athlete(experience=Experience.TRAINED),
    options={"taper_sessions": 0, "phases": (2, 1)},
)


@example(LAPSED)
@example(LONG_CARD)
@example(NEWS)
@given(scenes())
@settings(UNHURRIED, max_examples=25, derandomize=True, database=None)
def test_plans_pass_and_conflicts_are_minimal(scene: Scene) -> None:
    try_scene(scene)


@pytest.fixture(scope="session")
def asked_for(request: pytest.FixtureRequest) -> None:
    if "sweep" not in request.config.option.markexpr:
        pytest.skip("only with -m sweep")


@pytest.mark.sweep
@pytest.mark.usefixtures("asked_for")
@given(scenes())
@settings(UNHURRIED, max_examples=500, database=None)
def test_sweep(scene: Scene) -> None:
    try_scene(scene)
