"""Pictures look as they did, say what they should, and fit all eyes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import pytest

pytest.importorskip("matplotlib")

import numpy as np
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.testing.compare import compare_images

from runtall import plots
from runtall.domain.exercise import SessionKind
from runtall.domain.plan import Plan
from runtall.domain.view import PlanView
from runtall.plots.calendar import SESSIONS
from runtall.plots.style import PATTERN_COLOURS
from runtall.solve.outcome import OutOfTime
from tests.plots.pictures import BASELINE, front, pictures, plan, save, views
from tests.problems import problem, scenario_of

NAMES = ("calendar", "comparison", "front", "load_paths", "weekly_sets")
MOST_DIFFERENT = 4.0
"""Root mean square of grey levels: versions of Matplotlib set letters a little differently."""
# Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB.
SEEN_AS = {
    "usual": np.eye(3),
    "protanopia": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "deuteranopia": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    "tritanopia": [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
}


@pytest.fixture(scope="module")
def drawn() -> dict[str, Figure]:
    return pictures()


@pytest.mark.parametrize("name", NAMES)
def test_it_looks_as_it_did(name: str, drawn: dict[str, Figure], tmp_path: Path) -> None:
    path = tmp_path / f"{name}.png"
    save(drawn[name], path)
    different = compare_images(str(BASELINE / f"{name}.png"), str(path), MOST_DIFFERENT)
    assert different is None, f"{different}\nIf it should: python -m tests.plots.pictures"


def test_every_picture_has_a_baseline(drawn: dict[str, Figure]) -> None:
    assert sorted(drawn) == sorted(NAMES)
    assert {path.stem for path in BASELINE.glob("*.png")} == set(NAMES)
    assert set(plots.__all__) == set(NAMES)


def words(figure: Figure) -> list[str]:
    return [text.get_text() for axes in figure.axes for text in axes.texts]


def test_the_calendar_has_every_session() -> None:
    view = views()["usual"]
    found = words(plots.calendar(view))
    for session in view.plan.sessions:
        assert any(text.endswith(f" {session.minutes} min") for text in found)
    boxes = [text for text in found if text.endswith(" min")]
    assert len(boxes) == len(view.plan.sessions)
    assert found.count("long") == sum(day.kind == "long" for day in view.problem.days)


def test_the_calendar_has_every_run_of_a_day() -> None:
    usual = views()["usual"]
    twice = problem("easy+recovery workout+easy? rest easy rest long cross", weeks=8)
    found = words(plots.calendar(replace(usual, scenario=scenario_of(twice), plan=Plan(()))))
    assert found.count("easy+recovery") == found.count("workout+easy?") == 8


def test_words_of_the_calendar_keep_to_their_places() -> None:
    usual = views()["usual"]
    full = problem("medium_long+recovery " * 6 + "long", weeks=12)
    figure = plots.calendar(replace(usual, scenario=scenario_of(full)))
    figure.draw_without_rendering()
    (axes,) = figure.axes
    boxes = [patch.get_window_extent() for patch in axes.patches]
    for text in axes.texts:
        if text.get_text().endswith((" min", "+recovery")):
            place = text.get_window_extent()
            assert any(
                box.x0 < place.x0 and place.x1 < box.x1 and box.y0 < place.y0 and place.y1 < box.y1
                for box in boxes
            ), text.get_text()


def test_the_calendar_tells_the_race_day_as_people_do() -> None:
    early = problem(weeks=8, race_date=date(2027, 12, 5))
    figure = plots.calendar(replace(views()["usual"], scenario=scenario_of(early), plan=Plan(())))
    assert figure.axes[0].get_title(loc="left").endswith("race on 5 December 2027")


@pytest.mark.parametrize("kind", SessionKind)
def test_words_on_sessions_can_be_read(kind: SessionKind) -> None:
    def luminance(colour: str) -> float:
        return float(linear(colour) @ [0.2126, 0.7152, 0.0722])

    dark, bright = sorted(luminance(ink) for ink in SESSIONS[kind][1:])
    assert (bright + 0.05) / (dark + 0.05) >= 4.5  # WCAG 2, 1.4.3


@cache
def long_figures(weeks: int) -> tuple[Figure, ...]:
    """Pictures with weeks as an axis, of a plan of so many, laid out."""
    long = problem(weeks=weeks)
    view = PlanView(scenario_of(long), plan(long), views()["usual"].report)
    figures = (plots.weekly_sets(view), plots.load_paths(view))
    for figure in figures:
        figure.draw_without_rendering()
    return figures


@pytest.mark.parametrize("weeks", [8, 16, 52])
def test_axes_mark_whole_weeks_and_sets(weeks: int) -> None:
    for figure in long_figures(weeks):
        axes = figure.axes[0]
        ticks = axes.get_xticks()
        assert ticks.max() == weeks
        assert not ticks.min() < 1
        assert all(float(tick).is_integer() for tick in [*ticks, *axes.get_yticks()])


@pytest.mark.parametrize("weeks", [8, 16, 52])
def test_names_of_phases_and_weeks_stand_apart(weeks: int) -> None:
    for figure in long_figures(weeks):
        for axes in figure.axes:
            numbers = [label for label in axes.get_xticklabels() if label.get_text()]
            for row in (axes.texts, numbers):
                places = sorted(
                    (text.get_window_extent() for text in row), key=lambda place: place.x0
                )
                assert all(one.x1 < other.x0 for one, other in pairwise(places))


DRAWINGS = (plots.calendar, plots.weekly_sets, plots.load_paths, plots.comparison)
drawings = pytest.mark.parametrize("draw", DRAWINGS, ids=lambda draw: draw.__name__)


@drawings
def test_what_is_no_plan_is_not_drawn(draw: Callable[..., Figure]) -> None:
    with pytest.raises(TypeError, match="wanted is a plan, or a mapping of plans by name; got str"):
        draw({"usual": "plan.json"})
    with pytest.raises(TypeError, match=r"got OutOfTime\. No plan was found within the limits"):
        draw(OutOfTime())
    with pytest.raises(ValueError, match="no plan to draw"):
        draw({})


def test_only_a_front_is_drawn_as_one() -> None:
    with pytest.raises(TypeError, match=r"wanted is a Front, .*; got dict"):
        plots.front(views())  # type: ignore[arg-type]


@drawings
def test_one_plan_or_several(draw: Callable[..., Figure], tmp_path: Path) -> None:
    both = {
        name: replace(view, plan=Plan(view.plan.sessions[:1])) for name, view in views().items()
    }
    one, many = draw(both["usual"]), draw(both)
    save(many, tmp_path / "many.png")
    if draw is not plots.comparison:
        assert [part.get_suptitle() for part in many.subfigs] == [*both]
        assert len(many.axes) == 2 * len(one.axes)
        assert words(many)[: len(words(one))] == words(one)


def test_bars_are_the_sets_of_the_week() -> None:
    view = views()["usual"]
    axes = plots.weekly_sets(view).axes[0]
    tops: dict[int, float] = {}
    for bars in axes.containers:
        for week, bar in zip(view.problem.weeks, bars, strict=True):
            tops[week.number] = bar.get_y() + bar.get_height()
    assert tops == {week.number: view.plan.total(week.number) for week in view.problem.weeks}


def test_kilometres_are_drawn_only_where_they_are_known() -> None:
    view = views()["usual"]
    assert len(plots.weekly_sets(view).axes) == 2
    without = replace(view, scenario=scenario_of(problem(weeks=12)))
    assert len(plots.weekly_sets(without).axes) == 1


def test_axes_say_what_they_measure(drawn: dict[str, Figure]) -> None:
    assert [axes.get_ylabel() for axes in drawn["weekly_sets"].axes] == [
        "working sets a week",
        "run distance, km a week",
    ]
    labels = {axes.get_ylabel() for axes in drawn["load_paths"].axes if axes.get_visible()}
    assert labels == {"reps a set", "metres a set", "load, kg"}


def test_pounds_yards_and_miles_are_drawn_for_who_counts_in_them() -> None:
    metric = views()["usual"]
    imperial = replace(metric, scenario=scenario_of(metric.problem, units="imperial"))
    for draw, unit, other, factor in (
        (plots.load_paths, "load, kg", "load, lb", 1 / 0.45359237),
        (plots.load_paths, "metres a set", "yards a set", 1 / 0.9144),
        (plots.weekly_sets, "run distance, km a week", "run distance, mi a week", 1 / 1.609344),
    ):
        before, after = (
            next(
                axes.lines[0].get_ydata() for axes in draw(view).axes if axes.get_ylabel() == label
            )
            for view, label in ((metric, unit), (imperial, other))
        )
        assert np.asarray(after, float) == pytest.approx(factor * np.asarray(before, float))


def points_of(figure: Figure) -> dict[str, list[list[float]]]:
    return {str(one.get_label()): one.get_offsets().tolist() for one in figure.axes[0].collections}


def test_a_front_tells_which_points_are_not_proven() -> None:
    costs = [(1, 5), (2, 3), (3, 1)]
    drawn = points_of(plots.front(front(costs, usual=(1, 5), unproven=1)))
    assert drawn["not proven"] == [[2, 3]]
    assert "not proven" not in points_of(plots.front(front(costs, usual=(1, 5))))


WHY = {
    (1, 5): "The usual plan costs as much as point 1.",
    (2, 5): "The usual plan isn't on the front: for it pull first, balance, focus and steady",
}


@pytest.mark.parametrize("usual", WHY)
def test_a_front_says_why_the_usual_plan_is_not_on_it(usual: tuple[int, int]) -> None:
    figure = plots.front(front([(1, 5), (3, 1)], usual))
    assert points_of(figure)["usual plan"] == [[*usual]]
    assert figure.axes[0].get_title(loc="left").replace("\n", " ").startswith(WHY[usual])


@pytest.mark.parametrize("name", ["$\\bad{$", "5 $ a week, 6 $", "x" * 300])
def test_any_name_can_be_drawn(name: str, tmp_path: Path) -> None:
    view = views()["usual"]
    drawn = front([(1, 5), (2, 3)], usual=(1, 5))
    drawn = replace(drawn, plans={name: drawn.plans["1"], "other": drawn.plans["2"]})
    for figure in (plots.front(drawn), plots.comparison({name: view, "other": view})):
        save(figure, tmp_path / "named.png")
        axes = figure.axes[0]
        assert axes.get_window_extent().width > 100
        labels = [text.get_text() for text in (*axes.texts, *axes.get_yticklabels())]
        assert name[:39].replace("$", r"\$") in {label.rstrip("\u2026") for label in labels}


def test_names_that_begin_alike_keep_their_bars() -> None:
    view = views()["usual"]
    figure = plots.comparison({"a" * 50: view, "a" * 60: view})
    assert {len(axes.patches) for axes in figure.axes} == {2}


def test_a_plan_without_sessions_can_be_drawn(tmp_path: Path) -> None:
    view = views()["usual"]
    empty = replace(view, plan=Plan(()))
    for figure in (
        plots.calendar(empty),
        plots.weekly_sets(empty),
        plots.load_paths(empty),
        plots.comparison({"empty": empty, "usual": view}),
    ):
        save(figure, tmp_path / "empty.png")


def test_a_notebook_shows_a_picture_though_no_backend_was_chosen() -> None:
    formatters = pytest.importorskip("IPython.core.formatters")
    shown, _ = formatters.DisplayFormatter().format(plots.weekly_sets(views()["usual"]))
    assert shown["image/png"].startswith(b"\x89PNG")


def linear(colour: str) -> np.ndarray:
    rgb = np.array(to_rgb(colour))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    """CIE Lab of linear sRGB under D65."""
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    xyz = to_xyz @ np.clip(rgb, 0, 1) / np.array([0.9505, 1.0, 1.089])
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("eyes", SEEN_AS)
def test_patterns_are_told_apart_by_all_eyes(eyes: str) -> None:
    seen = [lab(np.array(SEEN_AS[eyes]) @ linear(colour)) for colour in PATTERN_COLOURS.values()]
    closest = min(float(np.linalg.norm(one - other)) for one, other in combinations(seen, 2))
    assert closest > 30  # two are seen as different from about 2.3 on
